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


def contexts(doc: Annotated, coded: Coded, who: Who, rules: Rules) -> tuple[str, ...]:
    """Give the PLOVER contexts of an event, in the order of the manual.

    Args:
        doc: The parsed article.
        coded: A trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists.
    """
    words = words_of(doc, doc.sentence_at(coded.index))
    found = {context for word in words for context in rules.contexts.get(word, ())}
    ids = [own for party in (coded.actor, coded.recipient) if party is not None for own in party.ids]
    found |= {_BY_SECTOR[sector] for own in ids if (sector := who.sectors.get(own)) in _BY_SECTOR}
    mode = coded.hit.predicate.mode
    if mode in _BY_MODE:
        found.add(_BY_MODE[mode])
    return tuple(context for context in CONTEXTS if context in found)


def words_of(doc: Annotated, sentence: Sentence) -> frozenset[str]:
    """Give the words of a sentence as lemmas, pairs of neighbours and hyphenated words included."""
    lemmas = [doc.tokens[index].lemma.lower() for index in sentence.indices]
    texts = [doc.tokens[index].text.lower() for index in sentence.indices]  # "displaced persons": "displace person"
    pairs = [f"{one} {two}" for one, two in (*pairwise(lemmas), *zip(texts, lemmas[1:], strict=False))]
    joined = [f"{one}-{three}" for one, two, three in zip(lemmas, lemmas[1:], lemmas[2:], strict=False) if two == "-"]
    return frozenset((*lemmas, *pairs, *joined))
