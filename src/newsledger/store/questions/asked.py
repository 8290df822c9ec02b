"""What a ledger can be asked. A question that makes no sense cannot be made: ``ValueError`` says why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Literal, get_args

from newsledger.model import ATTITUDES, ActorKind, EventType, HappeningState, Standing

Measure = Literal["year", "month", "day", "type", "standing", "actor", "recipient", "country"]
MEASURES: tuple[str, ...] = get_args(Measure)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
STANDINGS: tuple[str, ...] = get_args(Standing)
HAPPENING_STATES: tuple[str, ...] = (*get_args(HappeningState), "open", "any")
KINDS: tuple[str, ...] = (
    "promise",
    "announced_plan",
    "ultimatum",
    "forecast",
    "scheduled_event",
    "hope",
    "denied_plan",
)
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuestion:
    """Which articles have these words?

    Attributes:
        words: In the language of ``marks.read_query``.
        since: First day of publication.
        until: Last day of publication.
        publisher: Words of the publisher's name.
        versions: Look through older versions, too, and tell what was changed.
    """

    words: str
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    versions: bool = False

    def __post_init__(self) -> None:
        """Check the days."""
        _check_days(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuestion:
    """Which articles are there?

    Attributes:
        since: First day of publication.
        until: Last day of publication.
        publisher: The whole name; ``""`` for articles that name none.
        changed: Only those that were changed after they were first seen.
        beyond: Only those that came, or were changed, after the ledger's last text had this number (``last_number``).
    """

    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    changed: bool = False
    beyond: int | None = None

    def __post_init__(self) -> None:
        """Check the days."""
        _check_days(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuestion:
    """Who said what?

    Attributes:
        by: A name, a country's code or a sector's.
        about: A name, a code, or words of what is said.
        nested: With the statements that stand inside others.
        least: Only what is at least so sure, 0 to 1; None for all.
        corrections: What persons judged counts: what is not there is left out, what is wrong is corrected.
    """

    by: str | None = None
    about: str | None = None
    attitude: str | None = None
    since: str | None = None
    until: str | None = None
    nested: bool = False
    least: float | None = None
    corrections: bool = True

    def __post_init__(self) -> None:
        """Check the days and the attitude."""
        _check_share(self.least)
        _check_days(self.since, self.until)
        _check_one_of("attitude", self.attitude, sorted(ATTITUDES))
        _check_said("by", self.by)
        _check_said("about", self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuestion:
    """Who did what to whom?

    Attributes:
        actor: A name, a country's code, a sector's, or both codes: ``RUS MIL``.
        recipient: Likewise; reciprocal events have each party on either side.
        event_type: A PLOVER type, or ``OTHER``.
        other_kind: What an ``OTHER`` is: election, trial …
        mode: A PLOVER mode.
        country: Code of the country where it happened.
        since: First day; an event is of its first possible day, else of that of the report.
        until: Last day.
        least: Only what is at least so sure, 0 to 1; None for all.
        weighted: Of counts, say too how many are likely to be right.
        known: Only that of whose day so much is known: ``2018-03`` for what lies in that month, ``=2018`` for what is
            known to lie in that year and no more exactly, ``<2018-03`` for what lies in an earlier month, ``none`` for
            that of which not even the year is known.
        at: Only what lies between two latitudes and two longitudes: south and west of it (these still in it), north and
            east, in degrees; ``country`` for that of whose place no more is known than the country, ``none`` for what
            has no place at all.
        corrections: What persons judged counts: what is not there is left out, what is wrong is corrected.
    """

    actor: str | None = None
    recipient: str | None = None
    event_type: str | None = None
    other_kind: str | None = None
    mode: str | None = None
    standing: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    least: float | None = None
    weighted: bool = False
    known: str | None = None
    at: tuple[float, float, float, float] | Literal["country", "none"] | None = None
    corrections: bool = True

    def __post_init__(self) -> None:
        """Check the days and the codes."""
        _check_share(self.least)
        _check_days(self.since, self.until)
        _check_one_of("type", self.event_type, EVENT_TYPES)
        _check_one_of("standing", self.standing, STANDINGS)
        if self.country is not None and not _CODE.fullmatch(self.country):
            raise ValueError(f"found the country {self.country!r}, expected a code of three capital letters, as FRA")
        if self.other_kind is not None and self.event_type not in (None, "OTHER"):
            raise ValueError(f"found another kind with the type {self.event_type}, expected it with OTHER or no type")
        _check_said("actor", self.actor)
        _check_said("recipient", self.recipient)
        if self.known is not None and not _is_known(self.known):
            raise ValueError(f"found known {self.known!r}, expected a year, a month, a day or none")
        if isinstance(self.at, tuple) and not _is_part(*self.at):
            raise ValueError(f"found at {self.at}, expected south, west, north and east in degrees")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookQuestion:
    """What does each article expect, and what has become of the happening that it tells of?

    Attributes:
        today: From this day on the calendar is read.
        due: Only what is due within so many days.
        overdue: Only what is past its last day, and of which nothing is known.
        state: Only what is in this state; ``open``: what is still to come; ``any`` for all.
        least: Only what is at least so sure, 0 to 1; None for all.
        since: Only what ends on this day or later.
        until: Only what ends on this day or before.
        begun: Only what may begin on this day or before.
        undated: Only what has no last day.
        everything: Also what nobody could check.
        corrections: What persons judged counts: what is not there is left out, what is wrong is corrected.
    """

    today: str
    due: int | None = None
    overdue: bool = False
    kind: str | None = None
    holder: str | None = None
    state: str | None = None
    least: float | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False
    begun: str | None = None
    everything: bool = False
    corrections: bool = True

    def __post_init__(self) -> None:
        """Check the day, the kind and the state, and that they go together."""
        _check_share(self.least)
        _check_day("today", self.today)
        _check_days(None, self.begun)
        _check_days(self.since, self.until)
        _check_one_of("kind", self.kind, KINDS)
        _check_one_of("state", self.state, HAPPENING_STATES)
        _check_said("holder", self.holder)
        if self.due is not None and self.due < 0:
            raise ValueError(f"found due within {self.due} days, expected 0 or more")
        if (self.state is not None) + (self.due is not None) + self.overdue > 1:
            raise ValueError("found several of due, overdue and state, expected one of them")
        if self.undated and (self.since or self.until or self.due is not None or self.overdue):
            raise ValueError("found days for what has no last day, expected one or the other")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryQuestion:
    """Which articles tell of the same?

    Attributes:
        about: Words that one of its articles has, in the language of ``marks.read_query``.
        since: The first day on which one of its articles may have come out.
        until: The last.
        articles: Only stories of at least so many.
        corrections: What persons judged counts: what is not there is left out, what is wrong is corrected.
    """

    about: str | None = None
    since: str | None = None
    until: str | None = None
    articles: int = 2
    corrections: bool = True

    def __post_init__(self) -> None:
        """Check the days."""
        _check_days(self.since, self.until)
        if self.articles < 1:
            raise ValueError(f"found stories of {self.articles} articles, expected 1 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningQuestion:
    """What happened or is to happen in the world, whoever tells of it?

    Attributes:
        today: From this day on the calendar is read.
        expected: Only what was expected and could be checked by somebody; by its last day, what is due next first.
        due: Only what is due within so many days.
        state: Only what is in this state; ``open``: what is still to come; ``any`` for all.
        standing: Only what is in one of the states that are of this standing.
        holder: Who is to act, or who hopes.
        since: First day; of what was expected, of its last day.
        until: Last day, likewise.
        begun: Only what may begin on this day or before.
        undated: Of what was expected, only what has no last day.
        everything: Also what nobody could check, and what only words tell of.
        corrections: What persons judged counts: what is not there is left out, what is wrong is corrected.
    """

    today: str
    expected: bool = False
    actor: str | None = None
    recipient: str | None = None
    holder: str | None = None
    event_type: str | None = None
    other_kind: str | None = None
    mode: str | None = None
    country: str | None = None
    standing: str | None = None
    state: str | None = None
    due: int | None = None
    since: str | None = None
    until: str | None = None
    least: float | None = None
    everything: bool = False
    undated: bool = False
    begun: str | None = None
    corrections: bool = True

    def __post_init__(self) -> None:
        """Check the days, the codes and the state, and that they go together."""
        _check_share(self.least)
        _check_day("today", self.today)
        _check_days(None, self.begun)
        _check_days(self.since, self.until)
        _check_one_of("type", self.event_type, EVENT_TYPES)
        _check_one_of("state", self.state, HAPPENING_STATES)
        _check_one_of("standing", self.standing, STANDINGS)
        if self.country is not None and not _CODE.fullmatch(self.country):
            raise ValueError(f"found the country {self.country!r}, expected a code of three capital letters, as FRA")
        for name in ("actor", "recipient", "holder"):
            _check_said(name, getattr(self, name))
        if self.undated and (not self.expected or self.since or self.until or self.due is not None):
            raise ValueError("found days for what has no last day, or nothing that was expected")
        if self.due is not None and (self.due < 0 or self.state is not None):
            raise ValueError(f"found due within {self.due} days, expected 0 or more, and no state with it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuestion:
    """Who is there, how often, as what, with whom?

    Attributes:
        name: A name or a code; None for everyone who has a name.
        kind: Only actors of this kind, also those without a name: group, role.
        briefly: Without the roles and the others of who is asked for by name.
    """

    name: str | None = None
    kind: str | None = None
    briefly: bool = False

    def __post_init__(self) -> None:
        """Check the kind, and that there is a name in the name."""
        _check_said("name", self.name)
        _check_one_of("kind", self.kind, ACTOR_KINDS)


def _check_share(least: float | None) -> None:
    if least is not None and not 0 <= least <= 1:
        raise ValueError(f"found the confidence {least}, expected a number from 0 to 1")


def _check_days(since: str | None, until: str | None) -> None:
    _check_day("from", since)
    _check_day("to", until)
    if since is not None and until is not None and until < since:
        raise ValueError(f"found days from {since} to {until}, expected the first before the last")


def _check_day(name: str, day: str | None) -> None:
    if day is not None and not is_day(day):
        raise ValueError(f"found {name} {day!r}, expected an ISO day, such as 2017-01-21")


def is_day(written: str) -> bool:
    """Say whether words are an ISO day, as 2017-01-21: nothing else that Python takes for one."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _is_part(south: float, west: float, north: float, east: float) -> bool:
    # A cell of a grid, of which a place is at the edge, may reach beyond a pole.
    return -100 < south < north < 100 and -200 < west < east < 200


def _is_known(known: str) -> bool:
    value = known.removeprefix("=").removeprefix("<")
    return known == "none" or (len(value) in (4, 7, 10) and is_day(f"{value}-01-01"[:10]))


def _check_one_of(name: str, value: str | None, expected: Iterable[str]) -> None:
    choices = list(expected)
    if value is not None and value not in choices:
        near = get_close_matches(value, choices, 1)
        hint = f"; perhaps {near[0]}" if near else ""
        raise ValueError(f"found the {name} {value!r}, expected one of {', '.join(choices)}{hint}")


def _check_said(name: str, value: str | None) -> None:
    if value is not None and not any(letter.isalnum() for letter in value):
        raise ValueError(f"found {name} {value!r}, expected a name or a code")
