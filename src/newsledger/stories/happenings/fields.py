"""One answer for each field of a happening, from all that tell of it, with what others tell instead."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from newsledger.model import EventMention, Field, Party, Told
from newsledger.stories.happenings.parties import Bodies, are_compatible

_BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
#: A report with its own dateline counts so much more than one without.
_DATELINE = 0.5
#: A day or a place that stands in the text counts for so much more than one that follows from the day of the news.
_STATED = 1.0

_Value = tuple[str, EventMention]


def fields_of(mentions: Sequence[EventMention], leaders: Mapping[str, str], bodies: Bodies) -> tuple[Field, ...]:
    """Weigh what the mentions say, field by field.

    A value weighs as many independent reports as tell it, half of one more for each that has its own dateline; what is
    stated outweighs what is inferred. Of numbers the latest day's counts: tolls are corrected.
    """
    found = [
        _field("place", [(one.places[0], one) for one in mentions if one.places], leaders),
        _field("days", [(days, one) for one in mentions if (days := _days(one))], leaders),
        _field("standing", [(one.standing, one) for one in mentions if one.kind != "word"], leaders),
    ]
    counted = sorted({what for one in mentions for what, _ in one.numbers})
    found += [_number(what, mentions, leaders) for what in counted]
    found.insert(0, _parties(mentions, leaders, bodies))
    return tuple(one for one in found if one is not None)


def parties_of(mentions: Sequence[EventMention], leaders: Mapping[str, str], bodies: Bodies) -> tuple[Party, ...]:
    """Give the parties of a happening, those whom most independent reports name first.

    Of those who may stand for each other the fullest name stands for all; a party without a name ("the court") only
    where nobody has one, and one that less than a third of the reports name only where it is among the first two.
    """
    groups = _grouped(mentions, bodies)
    named = [group for group in groups if group[0].named] or groups
    counts = {group[0]: len(_reports((one for one in mentions if _names(one, group)), leaders)) for group in named}
    ordered = sorted(counts, key=lambda one: (-counts[one], one.name))
    most = max(counts.values(), default=0)
    return tuple(one for at, one in enumerate(ordered) if at < 2 or 3 * counts[one] >= most)


def _grouped(mentions: Sequence[EventMention], bodies: Bodies) -> list[list[Party]]:
    """Group parties that may stand for each other, the fullest name first."""
    every = sorted(
        {party for one in mentions if one.kind != "word" for party in one.parties}
        or {party for one in mentions for party in one.parties},
        key=_fullest,
    )
    groups: list[list[Party]] = []
    for party in every:
        home = next((group for group in groups if are_compatible(group[0], party, bodies)), None)
        if home is None:
            groups.append([party])
        else:
            home.append(party)
    return groups


def _fullest(party: Party) -> tuple[bool, bool, int, str, str]:
    return not party.named, party.kind not in ("person", "country"), -len(party.name.split()), party.name, str(party)


def _names(mention: EventMention, group: Sequence[Party]) -> bool:
    return any(party in group for party in mention.parties)


def _reports(mentions: Iterable[EventMention], leaders: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({leaders.get(one.report, one.report) for one in mentions}))


def _parties(mentions: Sequence[EventMention], leaders: Mapping[str, str], bodies: Bodies) -> Field | None:
    chosen = parties_of(mentions, leaders, bodies)
    if not chosen:
        return None
    told = []
    for group in _grouped(mentions, bodies):
        naming = [one for one in mentions if _names(one, group)]
        told.append((group[0], _told(group[0].name, naming, leaders)))
    ours = [one for party, one in told if party in chosen]
    answer = Told(
        value=", ".join(party.name for party in chosen),
        reports=tuple(sorted({report for one in ours for report in one.reports})),
        day=max((one.day for one in ours if one.day), default=None),
    )
    return Field(name="parties", answer=answer, others=tuple(one for party, one in told if party not in chosen))


def _field(name: str, values: Sequence[_Value], leaders: Mapping[str, str]) -> Field | None:
    by_value: dict[str, list[EventMention]] = defaultdict(list)
    for value, mention in values:
        by_value[value].append(mention)
    ordered = sorted(by_value, key=lambda value: (-_weight(by_value[value], leaders), value))
    told = [_told(value, by_value[value], leaders) for value in ordered]
    return Field(name=name, answer=told[0], others=tuple(told[1:])) if told else None


def _number(what: str, mentions: Sequence[EventMention], leaders: Mapping[str, str]) -> Field | None:
    """Weigh a number: the one told on the latest day, of these the one that most reports tell."""
    by_value: dict[str, list[EventMention]] = defaultdict(list)
    for one in mentions:
        bounds = dict(one.bounds)
        for counted, value in one.numbers:
            if counted == what:
                by_value[f"{_BOUNDS.get(bounds.get(what, ''), '')}{value:g}"].append(one)
    told = [(_told(value, telling, leaders), _weight(telling, leaders)) for value, telling in by_value.items()]
    told.sort(key=lambda row: (-(row[0].day or date.min).toordinal(), -row[1], row[0].value))
    return Field(name=what, answer=told[0][0], others=tuple(one for one, _ in told[1:])) if told else None


def _told(value: str, mentions: Sequence[EventMention], leaders: Mapping[str, str]) -> Told:
    return Told(
        value=value,
        reports=_reports(mentions, leaders),
        day=max((one.day for one in mentions if one.day is not None), default=None),
    )


def _weight(mentions: Sequence[EventMention], leaders: Mapping[str, str]) -> float:
    best: dict[str, float] = {}
    for one in mentions:
        weight = 1.0 + _DATELINE * one.own_dateline + _STATED * one.stated
        key = leaders.get(one.report, one.report)
        best[key] = max(weight, best.get(key, 0.0))
    return sum(sorted(best.values()))


def _days(mention: EventMention) -> str:
    """Give a window as ISO 8601: a day, or two with a slash between them."""
    if mention.earliest is None and mention.latest is None:
        return ""
    if mention.earliest == mention.latest:
        return str(mention.earliest)
    return f"{mention.earliest or '..'}/{mention.latest or '..'}"
