"""What stands around a phrase."""

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase


def word_before(doc: Annotated, phrase: Phrase) -> str:
    """Give the word before a phrase in lower case, empty where there is none."""
    return doc.tokens[phrase.first - 1].text.lower() if phrase.first else ""


def stands_alone(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "on the 14th" from "on the 14th floor"."""
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if after is None or not after.text[0].isalpha():
        return after is None or after.text not in ("-", "–")
    return after.upos not in _MEANT_BY_NUMBER and after.text.lower() != "of"


# Words of a text that nobody parsed ("X") are taken for nouns.
_MEANT_BY_NUMBER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
