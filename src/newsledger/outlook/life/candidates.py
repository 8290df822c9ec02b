"""Picks the articles that may tell of an expectation (candidate generation), before each is held against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsledger.model import Event, Expectation, Record
from newsledger.outlook.life.awaited import Awaited, awaited, event_of
from newsledger.outlook.life.conditions import conditions
from newsledger.outlook.life.document import Document, content_words, open_document, stem
from newsledger.outlook.life.keys import keys_of
from newsledger.outlook.life.match import SOME, serves
from newsledger.outlook.life.plans import takes_back

#: Acts of which a refusal tells, too.
_REFUSABLE = frozenset({"law", "vote", "CONSULT", "AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
#: A word that stands elsewhere in the article counts for so much of one in the sentence, as in a match.
_ELSEWHERE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an article must have to tell of an expectation, or of what it hangs on.

    Attributes:
        act: PLOVER type or kind of OTHER; None where the act has no code.
        parties: The keys of each who is to act or is acted on.
        verb: The first word of the action, without a plural's ending.
        hangs_on: The same of its condition.
    """

    act: str | None
    mode: str | None
    parties: tuple[frozenset[str], ...]
    words: frozenset[str]
    verb: str
    is_ultimatum: bool
    hangs_on: tuple["Need", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    act: str
    mode: str | None
    keys: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What an article has to tell.

    Attributes:
        deeds: Its events, each with all whom its sentence names, and the sentence's words.
        keys: Of all whom it names.
        words: Its words.
        verbs: First words of the actions of its own expectations.
        taken_back: Words of the sentences in which something is said to be withdrawn or dropped.
    """

    deeds: tuple[_Deed, ...]
    keys: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    taken_back: frozenset[str]


def need(expectation: Expectation, record: Record) -> Need:
    """Say what an article must have to tell of an expectation."""
    document = open_document(record)
    hangs_on = tuple(_need(wanted) for wanted, _ in conditions(expectation, document))
    return _need(awaited(document, expectation), hangs_on)


def offer(record: Record) -> Offer:
    """Say what an article has to tell."""
    document = open_document(record)
    sentences = [sentence.of(record.article.text) for sentence in record.sentences]
    return Offer(
        deeds=tuple(_deed(document, event) for event in _told(document)),
        keys=keys_of(record.actors),
        words=content_words(record.article.text),
        verbs=frozenset(
            stem(one.action.of(record.article.text).partition(" ")[0].lower()) for one in record.expectations
        ),
        taken_back=frozenset().union(*(content_words(one) for one in sentences if takes_back(one))),
    )


def may_tell(wanted: Need, told: Offer) -> bool:
    """Say whether an article may tell of an expectation; where it may not, ``tells`` is false."""
    if any(not told.keys & party for party in wanted.parties):
        return any(may_tell(one, told) for one in wanted.hangs_on)
    if wanted.act is None and wanted.verb in told.verbs:
        return True
    if told.taken_back and (wanted.is_ultimatum or not told.taken_back.isdisjoint({*wanted.words, wanted.verb})):
        return True
    if any(_is_of(wanted, deed, told.words) for deed in told.deeds):
        return True
    return any(may_tell(one, told) for one in wanted.hangs_on)


def _need(wanted: Awaited, hangs_on: tuple[Need, ...] = ()) -> Need:
    return Need(
        act=wanted.other_kind or wanted.event_type,
        mode=wanted.mode,
        parties=tuple(keys_of([actor]) for actor in wanted.parties),
        words=wanted.words,
        verb=stem(wanted.verb),
        is_ultimatum=wanted.ultimatum,
        hangs_on=hangs_on,
    )


def _told(document: Document) -> Iterator[Event]:
    planned = {event.id for one in document.record.expectations if (event := event_of(document, one)) is not None}
    for event in document.record.events:
        if event.id in planned or event.standing not in ("planned", "hypothetical"):
            yield event


def _deed(document: Document, event: Event) -> _Deed:
    sentence = document.sentence(event.trigger)
    parties = document.known((*event.actor_ids, *event.recipient_ids))
    return _Deed(
        act=event.other_kind or event.event_type,
        mode=event.mode,
        keys=keys_of((*document.present(sentence), *parties)),
        words=content_words(sentence.of(document.text)),
    )


def _is_of(wanted: Need, deed: _Deed, article: Iterable[str]) -> bool:
    """Say whether a deed is of the act, or refuses it, by the parties, and about the same."""
    named = [not deed.keys.isdisjoint(party) for party in wanted.parties]
    is_refusal = deed.act == "REJECT" and wanted.act in _REFUSABLE and any(named)
    if not is_refusal and not (_is_act(wanted, deed) and all(named)):
        return False
    missing = wanted.words - deed.words
    found = len(wanted.words) - len(missing) + _ELSEWHERE * len(missing.intersection(article))
    return found >= SOME * len(wanted.words)


def _is_act(wanted: Need, deed: _Deed) -> bool:
    if wanted.act == deed.act:
        return wanted.mode is None or deed.mode is None or wanted.mode == deed.mode
    return wanted.act is not None and serves(wanted.act, deed.act)
