"""A story: where it stands, who did what when on one calendar, what was told day by day, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from newsledger.errors import AbsentError
from newsledger.model import WAITING, Happening, HappeningState, HappeningStep, Origin, Page, StoryRow
from newsledger.show import phrases
from newsledger.show.reader.strip import Dated
from newsledger.show.telling.line import Line, happening_line, headline
from newsledger.store import Answers
from newsledger.store.questions import StoryQuestion
from newsledger.web.asked import Asked
from newsledger.web.drawing.lanes import Lanes, lanes
from newsledger.web.listing import ask
from newsledger.web.passages import Cut, Cutter
from newsledger.web.view import Screen, View

decode = msgspec.json.Decoder(Happening).decode
#: So many happenings of a story are shown, those of most reports; so many steps, the last ones.
_HAPPENINGS, _STEPS, _FEW = 120, 40, 3
#: What has come to an end, for good or not.
_HAPPENED: frozenset[HappeningState] = frozenset({"happened", "under_way"})
_DISPUTED: frozenset[HappeningState] = frozenset({"denied", "called_off"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A happening as it was known on a day.

    Attributes:
        steps: Those that had been told by then.
        first: First day on which it was or may be; ``last`` likewise.
    """

    line: Line
    happening: Happening
    state: HappeningState
    steps: tuple[HappeningStep, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that tells of a story, and its copies.

    Attributes:
        why: What it shares with the one before that it is nearest to.
    """

    article: Origin
    copies: tuple[Origin, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """What was told on a day of one happening."""

    known: Known
    step: HappeningStep
    cut: Cut | None


def show(store: Answers, asked: Asked) -> View:
    """Show a story, as it was known on a day."""
    held = store.story(asked.given["story"])
    origins = [member.article for member in held.members]
    days = sorted({day for one in origins if (day := _day_of(one))})
    today = asked.day("day") or max([asked.today, *(day.isoformat() for day in days)])
    known = _known(store, [decode(told) for told in held.chains], date.fromisoformat(today))
    between = _between(asked)
    told = _told(Cutter(store=store), known, between)
    return View(
        template="story.html",
        title=headline(held.row.article),
        context={
            "story": held.row,
            "days": [(day, phrases.iso(day.isoformat()), asked.link(day=day.isoformat())) for day in days],
            "today": today,
            "is_past": any(day.isoformat() > today for day in days),
            "stands": _stands(known),
            "lanes": drawn(known, days, date.fromisoformat(today), between),
            "between": between,
            "undated": [one.line for one in known if not (one.first or one.last) and one.happening.checkable],
            "told": told,
            "sources": _sources(held.members, today),
        },
    )


def _known(store: Answers, happenings: Sequence[Happening], day: date) -> list[Known]:
    """Give the happenings of the most reports as they were known on a day."""
    by_reports = sorted(happenings, key=lambda one: -len(one.reports))
    return list(islice((known for one in by_reports if (known := known_on(store, one, day))), _HAPPENINGS))


def show_all(store: Answers, asked: Asked) -> View:
    """List the stories, those first that were told of last."""
    listing = ask(asked, lambda limit, after: store.ask_stories(_question(asked), limit=limit, after=after))
    return View(template="stories.html", title="Stories", context={"listing": listing}, twins=("json", "csv"))


def _between(asked: Asked) -> tuple[date | None, date | None]:
    """Give the days that a reader has chosen on the calendar, in their order."""
    first, last = (date.fromisoformat(day) if (day := asked.day(name)) else None for name in ("from", "to"))
    return (last, first) if first and last and last < first else (first, last)


def _question(asked: Asked) -> StoryQuestion:
    return StoryQuestion(about=asked.get("about"), since=asked.day("from"), until=asked.day("to"))


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_stories(_question(asked), limit=limit, after=asked.get("after"))


def _last_stated(steps: Sequence[HappeningStep]) -> tuple[date | None, date | None]:
    """Give the window that was stated last."""
    stated = [step for step in steps if step.earliest or step.latest]
    return (stated[-1].earliest, stated[-1].latest) if stated else (None, None)


def known_on(store: Answers, happening: Happening, day: date) -> Known | None:
    """Give a happening as it was known on a day; None where it was not, or only words tell of it."""
    state = happening.state_on(day)
    if state is None:
        return None
    try:
        row, _ = store.happening(happening.id, today=day.isoformat())
    except AbsentError:
        return None
    steps = happening.steps_by(day)
    first, last = happening.window_on(day) if state in WAITING else _last_stated(steps)
    if state in _HAPPENED:
        first, last = _no_later(first, last, steps[-1].at)
    return Known(line=happening_line(row), happening=happening, state=state, steps=steps, first=first, last=last)


def _no_later(first: date | None, last: date | None, told: date | None) -> tuple[date | None, date | None]:
    """End the days of what happened on the day on which it was told."""
    if told is None or (first is None and last is None):
        return first, last
    end = min(last or told, told)
    return min(first, end) if first else None, end


def _stands(known: Sequence[Known]) -> list[tuple[str, list[Known], int]]:
    """Say in few lines where it stands: what happened last, what is disputed, what is next, what is overdue."""
    sure = [one for one in known if one.happening.checkable]
    last_first = sorted(sure, key=_since, reverse=True)
    next_first = sorted(sure, key=lambda one: (one.last or date.max, one.happening.id))
    groups = (
        ("Happened", [one for one in last_first if one.state in _HAPPENED and not _is_disputed(one)]),
        ("Disputed", [one for one in last_first if _is_disputed(one)]),
        ("Next", [one for one in next_first if one.state in WAITING]),
        ("Overdue", [one for one in next_first if one.state == "overdue"]),
    )
    return [(words, found[:_FEW], len(found) - _FEW) for words, found in groups if found]


def _is_disputed(known: Known) -> bool:
    """Say whether somebody denies it, or whether that it was called off is the last that was told."""
    standing = [told.value for field in known.happening.fields if field.name == "standing" for told in field.others]
    return known.state in _DISPUTED or "denied" in standing


def _since(known: Known) -> tuple[date, int]:
    return known.steps[-1].at or date.min, len(known.happening.reports)


def drawn(
    known: Sequence[Known],
    days: Sequence[date],
    today: date,
    between: tuple[date | None, date | None] = (None, None),
) -> Lanes | None:
    """Draw what is known of a story, a lane for each actor."""
    found = [
        (
            tuple(filter(None, (*known_who(one), one.line.whom))),
            Dated(
                key=one.happening.id,
                standing=one.state.replace("_", "-"),
                first=one.first,
                last=one.last,
                words=f"{one.state.replace('_', ' ')}: {one.line.who} {one.line.act} {one.line.whom}".strip(),
            ),
        )
        for one in known
        if (one.first or one.last) and one.happening.checkable
    ]
    return lanes(found, [day for day in days if day <= today] or list(days), today, between)


def known_who(known: Known) -> tuple[str, ...]:
    """Give the names of those who act, one by one."""
    return tuple(known.line.who.split(", "))


def _told(
    cutter: Cutter, known: Sequence[Known], between: tuple[date | None, date | None]
) -> list[tuple[str, list[DayLine]]]:
    """Say what was told day by day, the last day first, each in the words of a source."""
    first, last = between[0] or date.min, between[1] or date.max
    every = [(step, one) for one in known if one.happening.checkable for step in one.steps]
    steps = [(step, one) for step, one in every if between == (None, None) or (step.at and first <= step.at <= last)]
    steps.sort(key=lambda pair: (pair[0].at or date.min, len(pair[1].happening.reports)), reverse=True)
    days: list[tuple[str, list[DayLine]]] = []
    for step, one in steps[:_STEPS]:
        day = phrases.iso(step.at.isoformat()) if step.at else ""
        if not days or days[-1][0] != day:
            days.append((day, []))
        cut = next((cut for evidence in step.receipts if (cut := cutter.cut(evidence))), None)
        days[-1][1].append(DayLine(known=one, step=step, cut=cut))
    return days


def _sources(members: Sequence[Any], today: str) -> list[Source]:
    """Give the texts by first report, with the copies of each."""
    seen = [member for member in members if (member.article.published or "")[:10] <= today]
    return [
        Source(
            article=member.article,
            copies=tuple(other.article for other in seen if other.original == member.article.id and other != member),
            why=member.why or "",
        )
        for member in seen
        if member.original == member.article.id or all(other.article.id != member.original for other in seen)
    ]


def _day_of(origin: Origin) -> date | None:
    published = origin.published or ""
    return date.fromisoformat(published[:10]) if len(published) >= len("2017-01-21") else None


ONE = Screen(path="/story/{story}", nav="stories", show=show)
ALL = Screen(path="/stories", nav="stories", show=show_all, rows=_rows, kind=StoryRow)
