"""Finds who says a quotation that no cue reports: the sentence before it leads to it and names one speaker."""

from collections.abc import Container, Iterator, Mapping

from newsledger.model import Annotated, Candidate
from newsledger.statements.cued import CuedArticle
from newsledger.statements.quoted.colons import MarkedLine

_FEWEST_WORDS = 5
_STOPS = frozenset({".", "!", "?"})
_SPEAKING = frozenset({"person", "group", "organisation", "role", "government"})
_NAMED = frozenset({"person", "organisation"})
_PRONOUNS = frozenset({"he", "she", "they"})


def find_led(cued: CuedArticle, mentions: tuple[Candidate, ...], taken: Container[int]) -> Iterator[MarkedLine]:
    """Give quotations behind a colon ("It did not surprise the clerk, Ann Lee: …") or behind what their speaker does.

    Args:
        cued: The article.
        mentions: Words that may name an actor.
        taken: The quotations that have a statement.
    """
    doc = cued.doc
    speakers = {mention.head: mention for mention in mentions if mention.kind in _SPEAKING}
    for number, quotation in enumerate(cued.quoted.quotations):
        words = doc.tokens_in(quotation.spans[0])
        if number in taken or len(words) < _FEWEST_WORDS + 2 or not words[0]:
            continue
        before = words[0] - 1
        mark = range(before, words[0])
        if doc.tokens[before].text == ":":
            source = _source_of_lead(cued, range(_first_of_lead(cued, before), before), speakers)
            rule = "statements.colon"
        elif _goes_on(doc, words, before):
            mark, source = range(0), _actor(cued, doc.sentence_at(before).indices, speakers)
            rule = "statements.behind"
        else:
            continue
        if source is not None:
            more = tuple(doc.tokens_in(span) for span in quotation.spans[1:])
            yield MarkedLine(source=source, mark=mark, content=words, rule=rule, more=more)


def _first_of_lead(cued: CuedArticle, colon: int) -> int:
    start = cued.doc.sentence_at(colon).start
    first = colon
    while first > start and cued.quoted.number[first - 1] < 0:
        first -= 1
    return first


def _goes_on(doc: Annotated, words: range, before: int) -> bool:
    same = doc.sentence_at(words[0]).block == doc.sentence_at(before).block
    end = [doc.tokens[index].text for index in words[-2:]]
    return same and doc.tokens[before].text in _STOPS and any(text in _STOPS for text in end)


def _source_of_lead(cued: CuedArticle, lead: range, speakers: Mapping[int, Candidate]) -> range | None:
    actor = _actor(cued, lead, speakers)
    if actor is not None:
        return actor
    last = next((index for index in reversed(lead) if index in speakers and speakers[index].kind in _NAMED), None)
    return None if last is None else cued.doc.tokens_in(speakers[last].span)


def _actor(cued: CuedArticle, lead: range, speakers: Mapping[int, Candidate]) -> range | None:
    """Give the subject of a sentence where that is someone."""
    root = next((index for index in lead if cued.tokens[index].head == index), None)
    subject = None if root is None else cued.syntax.own_subject(root)
    if subject is None or subject not in lead:
        return None
    if subject in speakers:
        return cued.doc.tokens_in(speakers[subject].span)
    return range(subject, subject + 1) if cued.tokens[subject].text.lower() in _PRONOUNS else None
