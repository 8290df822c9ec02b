"""Makes mentions of what one article tells: its events and expectations, each happening once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from newsledger.model import Actor, Change, Event, EventMention, Expectation, Party, Record, Span, Standing, surest
from newsledger.stories.happenings.parties import party_of
from newsledger.stories.happenings.reading import Reading, act_in
from newsledger.stories.happenings.reading.signs import Sign, is_past
from newsledger.stories.happenings.wording import word_mentions
from newsledger.stories.rules import Rules

#: Of several standings that one article gives a happening, the first of these counts: what is done is done,
#: and what is planned in one sentence is only possible in another.
_RANK: tuple[Standing, ...] = ("happened", "ongoing", "planned", "denied", "alleged", "hypothetical")
_OPINIONS = frozenset({"hope", "forecast"})


def mentions_of(record: Record, rules: Rules) -> tuple[EventMention, ...]:
    """Give every event and expectation of a record as a mention, and words that tell of an act without an event.

    What the article itself tells as one happening (``same_as``, or an expectation with its event) is one mention.

    Returns:
        The mentions in text order of their first words.
    """
    reading = Reading(record, rules)
    found = [_mention(reading, group) for group in _groups(reading)]
    found += word_mentions(reading, [span for one in found for span in one.spans])
    return tuple(sorted(found, key=lambda one: one.id))


@dataclass(slots=True)
class _Group:
    """What the article tells as one happening."""

    events: list[Event] = field(default_factory=list)
    expected: list[Expectation] = field(default_factory=list)


def _groups(reading: Reading) -> list[_Group]:
    record = reading.record
    groups: dict[str, _Group] = defaultdict(_Group)
    root = {event.id: event.same_as or event.id for event in record.events}
    trigger = {event.id: event.trigger for event in record.events}
    for event in record.events:
        groups[root[event.id]].events.append(event)
    joined: dict[str, str] = {}
    for one in record.expectations:
        first = one.same_as or one.id
        # What is to be done under an agreement is not the agreement: an event is what is due where its words say it.
        is_own = one.event in trigger and trigger[one.event].overlaps(one.action)
        act = act_in(reading, one.action)
        borne = next((root[event] for event, span in trigger.items() if span.overlaps(act)), None)
        key = (root.get(one.event or "") if is_own else borne) or joined.get(first) or first
        joined.setdefault(one.id, key)
        groups[key].expected.append(one)
    return list(groups.values())


def _mention(reading: Reading, group: _Group) -> EventMention:
    due = _due(group.expected)
    event = _telling(group, due)
    act = _act_span(reading, event, due)
    actors = _actors(reading, group)
    is_ahead = _is_ahead(reading, act, due, event)
    standing = _standing(group, due, event, is_ahead=is_ahead, is_behind_plan=reading.is_behind_plan(act))
    acts = _acts(reading, act, group)
    changes = (_change_of(reading, one, standing) for one in acts if one == act or not reading.was_before(one))
    change = next((one for one in changes if one is not None), None)
    first, last, stated = _days(reading, acts, change, event, due, standing)
    if due is None and standing == "planned" and reading.is_change(act):  # "pushed *back* the trial to May 13"
        standing, first, last, stated = "happened", None, None, False
    numbers = [number for one in group.events for number in one.numbers]
    is_old = change is not None and reading.was_before(act)
    if change is None and due is None and standing == "denied" and reading.was_failed(act):
        change = "failed"
    return reading.mention(
        act,
        due.action if due and actors else reading.sentence(act),
        actors,
        event_type=_code(event),
        subject=_subject(reading, event),
        places=_places(reading, group),
        earliest=first,
        latest=last,
        numbers=tuple(sorted({(number.what, number.value) for number in numbers})),
        bounds=tuple(sorted({(number.what, number.bound) for number in numbers})),
        kind="expectation" if due else "event",
        findings=(*(one.id for one in group.events), *(one.id for one in group.expected)),
        standing=standing,
        change=change,
        lead=reading.is_lead(act) and not is_old,
        firm=_is_firm(due, stated=stated),
        stated=stated,
        confidence=surest([*(one.confidence for one in group.events), *(one.confidence for one in group.expected)]),
        spans=_spans(act, group, reading.bearing(act)),
    )


def _actors(reading: Reading, group: _Group) -> tuple[Actor, ...]:
    ids = [one for event in group.events for one in (*event.actor_ids, *event.recipient_ids)]
    for one in group.expected:
        ids += [*(one.settled_by.actor_ids or ()), *(one.settled_by.recipient_ids or ())]
        if one.kind not in _OPINIONS:  # who only hopes or predicts is not to act
            ids += one.holder_ids
    return reading.known(ids)


def _code(event: Event | None) -> str | None:
    """Give an event's type with its kind or mode: ``OTHER/election``, ``CONSULT/phone``."""
    if event is None:
        return None
    detail = event.other_kind or event.mode
    return f"{event.event_type}/{detail}" if detail else event.event_type


def _subject(reading: Reading, event: Event | None) -> Party | None:
    """Give who acts on another; of what two do to each other nobody."""
    if event is None or event.reciprocal or not event.recipient_ids:
        return None
    return next((party_of(one) for one in reading.known(event.actor_ids)), None)


def _places(reading: Reading, group: _Group) -> tuple[str, ...]:
    """Give the first place that is named, and the country that it lies in."""
    placed = next((one for one in group.events if one.place is not None), None)
    if placed is None or placed.place is None:
        return ()
    words = " ".join(placed.place.of(reading.text).lower().split()).removeprefix("the ")
    return (words, placed.place_country.lower()) if placed.place_country else (words,)


def _days(
    reading: Reading,
    acts: Sequence[Span],
    change: Change | None,
    event: Event | None,
    due: Expectation | None,
    standing: Standing,
) -> tuple[date | None, date | None, bool]:
    """Give the days of a happening, and whether the text states them; a plan for days that are over has none."""
    first, last, stated = _given_days(reading, acts, change, event, due)
    is_plan = standing not in ("happened", "ongoing", "alleged")
    if is_plan and last is not None and reading.day is not None and last < reading.day:
        return None, None, False
    if stated or not is_plan or change is not None:
        return first, last, stated
    return reading.coming_days(acts[0]) or (first, last, stated)


def _given_days(
    reading: Reading, acts: Sequence[Span], change: Change | None, event: Event | None, due: Expectation | None
) -> tuple[date | None, date | None, bool]:
    if change in ("moved", "called_off"):
        told = (reading.told_days(one, change) for one in acts)
        found = next((days for days in told if days[2]), (None, None, False))
        # Of a postponement the plan's own window is the new one where it begins at its end.
        return found if found[2] or due is None or change == "called_off" else _due_days(reading, due, new=True)
    if event is not None and _is_done(event):
        return event.earliest, event.latest, bool(event.times) and event.latest is not None
    if due is not None:
        return _due_days(reading, due, new=False)
    if event is None:
        return None, None, False
    times = [one for one in reading.record.times if one.id in event.times]
    begins = any(one.earliest == event.earliest and reading.is_new_day(one) for one in times)
    last = event.earliest if event.latest is None and begins else event.latest
    return event.earliest, reading.end_of_run([one.span for one in times], last), bool(times) and last is not None


def _due_days(reading: Reading, due: Expectation, *, new: bool) -> tuple[date | None, date | None, bool]:
    """Give an expectation's window; what is to begin "from Sunday" is due on that day."""
    begins = any(
        one.earliest == due.earliest and reading.is_new_day(one)
        for one in reading.record.times
        if any(span.overlaps(one.span) for span in due.window)
    )
    if new and not begins:
        return None, None, False
    last = due.earliest if due.latest is None and begins else due.latest
    return due.earliest, reading.end_of_run(due.window, last), due.window_basis == "stated"


def _acts(reading: Reading, act: Span, group: _Group) -> tuple[Span, ...]:
    """Give all words that say the act: the day that it was put off to may stand beside any of them."""
    return (act, *(one.trigger for one in group.events), *(act_in(reading, one.action) for one in group.expected))


def _spans(act: Span, group: _Group, bearing: Sequence[Span]) -> tuple[Span, ...]:
    """Give the words of a mention, those of the act first."""
    others = [*bearing, *(one.trigger for one in group.events)]
    others += [span for one in group.expected for span in (one.action, *one.window)]
    return tuple(dict.fromkeys((act, *sorted(others))))


def _due(expected: Sequence[Expectation]) -> Expectation | None:
    """Give the expectation that tells most: one that is not denied, one with days of its own, the first."""
    return min(
        expected,
        key=lambda one: (one.negated, one.window_basis != "stated", one.strength != "firm", one.action.start),
        default=None,
    )


def _telling(group: _Group, due: Expectation | None) -> Event | None:
    """Give the event that tells most: of what is done the one that says so, else that of the expectation."""
    own = [event for event in group.events if due is not None and event.id == due.event]
    done = [event for event in group.events if _is_done(event) and event not in own]
    return next(iter((*done, *own, *group.events)), None)


def _act_span(reading: Reading, event: Event | None, due: Expectation | None) -> Span:
    if event is not None:
        return event.trigger
    if due is None:
        raise ValueError("found a group without event and expectation")
    return act_in(reading, due.action)


def _standing(
    group: _Group, due: Expectation | None, event: Event | None, *, is_ahead: bool, is_behind_plan: bool
) -> Standing:
    """Give the standing in the article; what is expected is not denied, unless it is expected not to be."""
    told = {one.standing for one in group.events if due is None or not _is_what_is_due(one, due)}
    if (due is None and is_ahead) or is_behind_plan:
        return "planned"
    if due is not None and (told.isdisjoint({"happened", "ongoing"}) or is_ahead):
        if due.negated:
            return "denied"
        if "denied" not in told or event is None or event.standing != "denied":
            return "planned" if _is_firm(due, stated=True) else "hypothetical"
    return next((one for one in _RANK if one in told), "planned")


def _is_what_is_due(event: Event, due: Expectation) -> bool:
    """Say whether an event is what is expected, by its reader or by its words: "will be *re-introduced*"."""
    return event.id == due.event or event.trigger.overlaps(due.action)


def _is_done(event: Event) -> bool:
    return event.standing in ("happened", "ongoing")


def _is_ahead(reading: Reading, act: Span, due: Expectation | None, event: Event | None) -> bool:
    """Say whether a happening has a day that is still to come: then nothing of it is done.

    A noun may have its day in words that no room linked with it: "invited them to a *ceremony* on March 12".
    """
    if due is not None and due.latest is not None and due.window_basis == "stated":
        return reading.day is not None and due.latest > reading.day
    if event is None or not _is_done(event):
        return False
    if event.times:
        return _begins_and_ends_ahead(reading, event)
    return reading.own_days(act) is not None or (reading.is_noun(act) and reading.coming_days(act) is not None)


def _begins_and_ends_ahead(reading: Reading, event: Event) -> bool:
    """Say whether the days of an event are still to come: "his trip *later this month*"; not "a strike this week"."""
    if reading.day is None or event.earliest is None or event.latest is None:
        return False
    return event.earliest >= reading.day and event.latest > reading.day


def _is_firm(due: Expectation | None, *, stated: bool) -> bool:
    """Say whether it is told as fixed; a forecast or a threat is where it names a day ("is expected on Monday")."""
    if due is None:
        return True
    if due.kind in ("forecast", "ultimatum") and not stated:
        return False
    return due.kind == "ultimatum" or (due.strength == "firm" and due.kind != "hope")


def _change_of(reading: Reading, act: Span, standing: Standing) -> Change | None:
    return _change(reading.sign(act), standing, is_verb=is_past(reading.words_of(act)[0], reading.rules.pasts))


def _change(sign: Sign | None, standing: Standing, *, is_verb: bool) -> Change | None:
    """Say what is told to have become of it, where that is told as a fact; what somebody did was not put off."""
    if sign is not None and sign.change == "own_part":
        return "own_part" if standing == "denied" else None
    if sign is None or sign.hedge in ("denied", "possible") or sign.change == "done":
        return None
    if sign.change == "begun":
        return "begun" if standing in ("happened", "ongoing") else None
    if is_verb and standing in ("happened", "ongoing"):
        return None
    return "moved" if sign.change == "moved" else "called_off"
