"""Learns from an article which of the names that no list has are places or things there."""

from newsledger.actors.mentions.phrases import Phrases
from newsledger.actors.rules import Rules
from newsledger.model import Annotated

_STOPS = frozenset({".", ",", ";"})
_DASHES = frozenset({"-", "–", "—", "--"})
_LONGEST = 4


def find_places(doc: Annotated, rules: Rules) -> frozenset[str]:
    """Give the names, as written, that the article puts as places: "in Harwick", "Harwick, a town", "town of Harwick".

    A name that a list has is left to the list.
    """
    found = set()
    tokens = doc.tokens
    end = 0
    for index, token in enumerate(tokens):
        if index < end or token.upos != "PROPN":
            continue
        end = _end_of_name(doc, index)
        if _is_place(doc, index, end, rules) and not rules.names.match([token.text], 0):
            found.add(" ".join(part.text for part in tokens[index:end]))
    return frozenset(found)


def _end_of_name(doc: Annotated, start: int) -> int:
    end = start
    while end < min(len(doc.tokens), start + _LONGEST) and doc.tokens[end].upos == "PROPN":
        end += 1
    return end


def _is_place(doc: Annotated, start: int, end: int, rules: Rules) -> bool:
    before = doc.words[max(0, start - 2) : start]
    after = doc.words[end : end + 4]
    if before[-1:] and before[-1] in rules.classes["within"]:
        # "in Haverty's view", "in Haverty voters" are not.
        return not after or after[0] in _STOPS or after[0] in rules.classes["after_place"]
    kinds = rules.classes["kind_of_place"]
    if before[-1:] == ("of",) and before[0] in kinds:
        return True
    if start == doc.sentence_at(start).start and after[:1] == (",",) and _DASHES.intersection(after[2:4]):
        return True  # "Harwick, Ostland — " before the first sentence
    return after[:1] == (",",) and bool(kinds.intersection(after[2:4])) and after[1] in ("a", "an", "the")


def is_named_thing(doc: Annotated, phrases: Phrases, rules: Rules, start: int) -> bool:
    """Say whether a noun for a thing stands right before a name: "the freighter Lindal", "a sedative, Lorvex"."""
    tokens = doc.tokens
    noun = start - 1
    if noun < 1 or tokens[noun].upos != "NOUN" or not tokens[noun].text.islower():
        return False
    is_close = tokens[noun].deprel in ("compound", "nmod") and tokens[noun].head >= start
    is_told = tokens[phrases.left_edge(noun) - 1 if is_close else noun].deprel == "det"
    return is_close and is_told and rules.roles.match((tokens[noun].lemma.lower(),), 0) is None
