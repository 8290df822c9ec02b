"""Joins the mentions of one happening, and settles what one party alleges and another denies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from newsledger.events.rules import Rules
from newsledger.events.standing import is_definite
from newsledger.model import Annotated, Event, Span, shift_day

_NOT_YET = ("planned", "hypothetical")
#: In how many sentences from the top the headline's happening is told again.
_LEAD = 6
_ABOVE_BODY = ("headline", "standfirst")
#: How many happenings of one kind a mention is compared with (the latest ones), and how many mentions of each.
_MEMORY, _MEMBERS = 40, 6
#: How many sentences after an allegation its denial is looked for.
_NEAR = 3
#: What is done in words, to one and the other of many things: who says it alone does not make two of them one.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
#: What two do together may be told from either side.
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: How long before its page a happening must be to be told with its date each time.
_LONG_AGO = 31

#: How a side of one mention stands to that of another: it is the same, another, or one of them names nobody.
_Fit = Literal["same", "other", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """An event with what its comparison needs of the parse.

    Attributes:
        definite: It is named as known ("the arrests").
        heads: Lemmas of the nouns of its two sides, None where there is no noun or a name.
    """

    event: Event
    definite: bool
    heads: tuple[str | None, str | None]


def join_mentions(
    doc: Annotated, events: Sequence[Event], rules: Rules, named: frozenset[str] = frozenset()
) -> tuple[Event, ...]:
    """Give each later mention of a happening the id of its first.

    Args:
        doc: The parsed article.
        events: Its events in text order.
        rules: The room's word lists.
        named: Ids of those that are only named, with no word on whether they happened; where they are
            named as known ("the patrols"), that is what was said of them before.
    """
    happenings: dict[tuple[str, str], list[list[_Mention]]] = {}
    joined = []
    for found in _deny_answered(doc, events, rules):
        known = happenings.setdefault((found.event_type, _deed(doc, found, rules)), [])
        mention = _mention(doc, found, rules)
        if found.id in named and mention.definite and known:
            mention = _as_before(mention, known[-1][0].event)
        event = mention.event
        first = next((group for group in reversed(known[-_MEMORY:]) if _belongs(doc, mention, group, rules)), None)
        if first is None:
            known.append([mention])
        elif len(first) < _MEMBERS:
            first.append(mention)
        joined.append(event if first is None else replace(event, same_as=first[0].event.id))
    return tuple(joined)


def _as_before(mention: _Mention, before: Event) -> _Mention:
    """Give a mention the standing of the one before, where that is still to come."""
    if before.standing not in _NOT_YET or before.block_role in _ABOVE_BODY or mention.event.times:
        return mention
    event = replace(
        mention.event,
        standing=before.standing,
        plover_type=before.plover_type,
        cameo=before.cameo,
        quad=before.quad,
        goldstein=before.goldstein,
    )
    return replace(mention, event=event)


def _mention(doc: Annotated, event: Event, rules: Rules) -> _Mention:
    words = doc.tokens_in(event.trigger)
    somebodys = event.actor is not None or event.recipient is not None
    return _Mention(
        event=event,
        definite=any(doc.tokens[i].upos == "NOUN" and _is_known(doc, i, rules, somebodys=somebodys) for i in words),
        heads=(_common_noun(doc, event.actor), _common_noun(doc, event.recipient)),
    )


def _is_known(doc: Annotated, index: int, rules: Rules, *, somebodys: bool) -> bool:
    """Say whether a noun is one told of before: "the trial", "Friday's trial", not "her trial"."""
    pointed_at = any(doc.tokens[i].text.lower() in rules.classes["pointing"] for i in doc.children[index])
    return pointed_at or (is_definite(doc, index, rules) and not somebodys)


def _common_noun(doc: Annotated, span: Span | None) -> str | None:
    head = None if span is None else doc.head_in(span)
    return doc.tokens[head].lemma if head is not None and doc.tokens[head].upos == "NOUN" else None


def _deed(doc: Annotated, event: Event, rules: Rules) -> str:
    """Give what is done, whatever the word: the class of its trigger, else what the word's forms share."""
    lemmas = [doc.tokens[i].lemma for i in doc.tokens_in(event.trigger)]
    named = next((rules.deeds[lemma] for lemma in reversed(lemmas) if lemma in rules.deeds), None)
    return named or event.trigger.of(doc.text).lower()[:4]


def _belongs(doc: Annotated, mention: _Mention, group: Sequence[_Mention], rules: Rules) -> bool:
    """Say whether a mention is of the happening of a group: none contradicts it, and one speaks for it."""
    if any(_contradict(doc, mention, other, rules) for other in group):
        return False
    return any(_speaks_for(doc, mention, other) for other in group)


def _contradict(doc: Annotated, mention: _Mention, other: _Mention, rules: Rules) -> bool:
    one, two = mention.event, other.event
    if _reality(one) != _reality(two) or not _same_time(doc, mention, other) or not _same_place(doc, one, two, rules):
        return True
    return "other" in _sides(doc, mention, other)


def _reality(event: Event) -> str:
    if event.standing == "denied":
        return "denied"
    return "not yet" if event.standing in _NOT_YET else "real"


def _speaks_for(doc: Annotated, mention: _Mention, other: _Mention) -> bool:
    """Say whether something tells that two mentions that do not contradict are one."""
    one, two = mention.event, other.event
    sides = _sides(doc, mention, other)
    if mention.definite:
        return True
    if other.event.block_role in _ABOVE_BODY and _sentence(doc, one) < _LEAD:
        return True
    if one.event_type in _SPOKEN:
        return sides == ("same", "same")
    one_day = one.earliest is not None and one.earliest == two.earliest and one.latest == two.latest
    return "same" in sides or one_day


def _sides(doc: Annotated, mention: _Mention, other: _Mention) -> tuple[_Fit, _Fit]:
    """Compare who does it and to whom; of what is done together either may be told as the other."""
    one, two = mention.event, other.event
    if one.event_type in _TOGETHER:
        ours, theirs = {*one.actor_ids, *one.recipient_ids}, {*two.actor_ids, *two.recipient_ids}
        if ours & theirs and (ours <= theirs or theirs <= ours):
            return "same", "same"
    above = one.block_role in _ABOVE_BODY or two.block_role in _ABOVE_BODY
    actors = _fit(doc, (one.actor, one.actor_ids, mention.heads[0]), (two.actor, two.actor_ids, other.heads[0]))
    recipients = _fit(
        doc, (one.recipient, one.recipient_ids, mention.heads[1]), (two.recipient, two.recipient_ids, other.heads[1])
    )
    if recipients == "other" and above and not (one.recipient_ids and two.recipient_ids):
        recipients = "open"  # "Police arrest miners" above "arrested 40 people, miners among them"
    return actors, recipients


_Side = tuple[Span | None, tuple[str, ...], str | None]


def _fit(doc: Annotated, ours: _Side, theirs: _Side) -> _Fit:
    """Compare two sides: by whom they name, else by what noun."""
    if ours[0] is None or theirs[0] is None:
        return "open"
    own, other = set(ours[1]), set(theirs[1])
    if own and other and (own <= other or other <= own):
        return "same"
    if ours[2] is not None and ours[2] == theirs[2]:
        return "same"
    return "same" if not own and not other and _plain(doc, ours[0]) == _plain(doc, theirs[0]) else "other"


def _plain(doc: Annotated, span: Span) -> str:
    return span.of(doc.text).lower().removeprefix("the ")


def _same_time(doc: Annotated, mention: _Mention, other: _Mention) -> bool:
    """Say whether two mentions may be of one time; what is long past is not meant without its date."""
    one, two = mention.event, other.event
    if one.latest and two.earliest and one.latest < two.earliest:
        return False
    if two.latest and one.earliest and two.latest < one.earliest:
        return False
    published = doc.article.date_published.earliest
    if published is None or (one.latest is None) == (two.latest is None):
        return True
    dated, bare = (mention, other) if one.latest else (other, mention)
    latest = dated.event.latest
    long_ago = latest is not None and latest < shift_day(published, -_LONG_AGO)
    again = bare.definite or (one.event_type not in _TOGETHER and _sides(doc, dated, bare)[1] == "same")
    return again or not long_ago


def _same_place(doc: Annotated, one: Event, two: Event, rules: Rules) -> bool:
    """Say whether one place may hold the other: "Gao" is not apart from "Mali", as long as no other land is known."""
    if one.place is None or two.place is None:
        return True
    ours, theirs = one.place.of(doc.text), two.place.of(doc.text)
    if ours in theirs or theirs in ours:
        return True
    if one.place_country and two.place_country and one.place_country != two.place_country:
        return False
    return any(rules.gazetteer.is_land(word) for place in (ours, theirs) for word in place.split())


def _deny_answered(doc: Annotated, events: Sequence[Event], rules: Rules) -> Sequence[Event]:
    """Mark as denied what one party alleges and another denies, there or a few sentences on."""
    alleged = {_sentence(doc, event) for event in events if event.standing == "alleged"}
    if not alleged:
        return events
    answered = set()
    for event in events:
        if event.event_type == "REJECT" and _deed(doc, event, rules) == "deed:deny":
            number = _sentence(doc, event)
            before = (number - back for back in range(_NEAR + 1))
            answered.add(next((sentence for sentence in before if sentence in alleged), None))
    return [
        _denied(event) if event.standing == "alleged" and _sentence(doc, event) in answered else event
        for event in events
    ]


def _sentence(doc: Annotated, event: Event) -> int:
    return doc.sentence_of[doc.tokens_in(event.trigger).start]


def _denied(event: Event) -> Event:
    return replace(event, standing="denied", plover_type=None, cameo=None, quad=None, goldstein=None)
