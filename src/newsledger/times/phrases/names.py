"""Whether a name or a word of reference says when."""

from newsledger.model import Annotated
from newsledger.times.phrases.around import word_before
from newsledger.times.phrases.phrase import Phrase


def is_reference(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "soon" from "soon after the vote", and "the current mayor" from "the previous mayor"."""
    word = phrase.words("ref")[0]
    if word.kind == "REL":
        return word.value in ("current", "recent") or word.text.lower() == "upcoming"
    after = doc.tokens[phrase.last + 1].text.lower() if phrase.last + 1 < len(doc.tokens) else ""
    return after not in _AFTER_NO_REFERENCE and (word_before(doc, phrase), after) != ("as", "as")


_AFTER_NO_REFERENCE = frozenset({"after", "before", "afterwards", "afterward", "enough"})


def is_the_unit(doc: Annotated, phrase: Phrase) -> bool:  # noqa: ARG001 -- the checks share one signature
    """Tell "the quarter" and "later in the day" from "the day belonged to him" and "the minute he left"."""
    unit = phrase.value("unit")
    return unit in ("Q", "Y", "M", "W", "WE") or (unit == "D" and len(phrase.parts) > 1)


def is_relative_unit(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "this week" from the programme "This Week"."""
    unit = phrase.words("unit")[0].text
    return unit.islower() or phrase.words("rel")[0].text.islower() or doc.role_at(phrase.first) == "headline"


def is_day_reference(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "today" from the paper "Volta Today"."""
    word = phrase.words("dayref")[0]
    starts = doc.sentence_at(word.first).start == word.first
    return word.text[0].islower() or starts or doc.tokens[word.first - 1].upos != "PROPN"
