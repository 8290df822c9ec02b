"""What an event is about, as PLOVER's contexts: the words of its own sentence, and the offices of its parties."""

from itertools import pairwise

from newsledger.events.coder import Coded
from newsledger.events.frames.parties import Who
from newsledger.events.ontology import CONTEXTS
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Sentence

#: What an act is about by the sector of who does it or to whom it is done.
_BY_SECTOR = {"MIL": "military", "LEG": "legislative", "SPY": "intelligence", "JUD": "legal"}
#: Likewise by its mode.
_BY_MODE = {"cyber": "cyber", "troops": "military", "weapons": "military", "misinformation": "misinformation"}


def contexts(coded: Coded, who: Who, rules: Rules, words: frozenset[str]) -> tuple[str, ...]:
    """Give the PLOVER contexts of an event, in the order of the manual.

    Args:
        coded: A trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists.
        words: The words of its sentence.
    """
    found = {context for word in words for context in rules.contexts.get(word, ())}
    ids = [own for party in (coded.actor, coded.recipient) if party is not None for own in party.ids]
    found |= {_BY_SECTOR[sector] for own in ids if (sector := who.sectors.get(own)) in _BY_SECTOR}
    mode = coded.hit.predicate.mode
    if mode in _BY_MODE:
        found.add(_BY_MODE[mode])
    return tuple(context for context in CONTEXTS if context in found)


def words_of(doc: Annotated, sentence: Sentence, rules: Rules) -> frozenset[str]:
    """Give the words of a sentence as lemmas, with the pairs and hyphenated words that a list may hold."""
    tokens = [doc.tokens[index] for index in sentence.indices]
    words = [token.lemma.lower() for token in tokens]
    found = set(words)
    for place, (lemma, after) in enumerate(pairwise(words)):
        for one in (lemma, tokens[place].text.lower()):  # "displaced persons": "displace person"
            if one in rules.openings:
                found.add(f"{one} {after}")
        if after == "-" and place + 2 < len(words):
            found.add(f"{lemma}-{words[place + 2]}")
    return frozenset(found)
