"""The year of a day that is named without one, and the reading of one that has two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.model import Span
from newsledger.page.facts.dating.scene import Scene, Strip
from newsledger.page.rules import Rules
from newsledger.page.words.dates import WrittenDay, find_days

# "© 2017", "Copyright 2012-2017": the last year counts.
_COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\D{0,30}(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)", re.IGNORECASE
)
# on Friday, Friday's; not "a Friday", "Fridays", "every Friday", "last Friday", "next Friday", "Black Friday"
_WEEKDAY = re.compile(r"(?:(?<!\w)(?P<before>[^\W\d_]{1,9})\s)?(?P<day>[^\W\d_]{2,14}(?:-feira)?)\b", re.UNICODE)
#: A day without its year may lie so long after a full date of its page, and so little before.
_LONGEST_AFTER, _BEFORE = 366, 1
# A report speaks of its own day or the day before by the weekday.
_NEAR = (0, 1)
_FAR = (3, 4, 5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A day and the words that it rests on."""

    day: date
    spans: tuple[Span, ...]


def stated_days(strips: Iterable[Strip], rules: Rules) -> Iterator[Placed]:
    """Give the full dates of lines."""
    for strip in strips:
        for found in find_days(strip.text, rules.months):
            yield Placed(day=found.day, spans=(strip.span(found.start, found.end),))


def find_year(written: WrittenDay, strip: Strip, scene: Scene, rules: Rules) -> Placed | None:
    """Find the one year in which a day without one fits the full dates, the copyright and the weekdays of its page."""
    known = tuple(stated_days(scene.story, rules))[:100]
    rights = dict(_copyright_years(scene))
    spoken = written.weekday is None and _spoken_weekdays(scene.first, rules)
    years = {full.day.year + more for full in known for more in (0, 1)} | set(rights)
    fitting = []
    for year in sorted(years):
        for day in written.days(year):
            before = _just_before(day, known)
            support = (*(before.spans if before else ()), *((rights[year],) if year in rights else ()))
            sure = before is not None and year in rights
            told = _is_told(day, written.weekday, spoken or (), sure=sure)
            if support and told:
                fitting.append(Placed(day=day, spans=(strip.span(written.start, written.end), *support)))
    return fitting[0] if len(fitting) == 1 else None


def choose_reading(days: Sequence[date], scene: Scene, rules: Rules) -> date | None:
    """Choose between a day and a month that may be either, by the weekdays that the first paragraphs name."""
    spoken = _spoken_weekdays(scene.first, rules)
    near = [day for day in days if any(_since(day, weekday) in _NEAR for weekday in spoken)]
    far = [day for day in days if spoken and all(_since(day, weekday) in _FAR for weekday in spoken)]
    return near[0] if len(near) == 1 and len(far) == len(days) - 1 else None


def _is_told(day: date, weekday: int | None, spoken: Sequence[int], *, sure: bool) -> bool:
    """Say whether weekdays bear a day out: its own, or those that its report names."""
    if weekday is not None:
        return day.isoweekday() == weekday
    if spoken:
        return any(_since(day, spoken_of) in _NEAR for spoken_of in spoken)
    return sure


def _since(day: date, weekday: int) -> int:
    return (day.isoweekday() - weekday) % 7


def _just_before(day: date, known: Sequence[Placed]) -> Placed | None:
    """Give the last full date within the year before a day, None where none is or where one lies after it."""
    near = [full for full in known if -_BEFORE <= (day - full.day).days <= _LONGEST_AFTER]
    return max(near, key=lambda full: full.day) if near else None


def _copyright_years(scene: Scene) -> Iterator[tuple[int, Span]]:
    for strip in scene.legal():
        for match in _COPYRIGHT_YEAR.finditer(strip.text[:300]):
            yield int(match.group(1)), strip.span(match.start(1), match.end(1))


def _spoken_weekdays(strips: Iterable[Strip], rules: Rules) -> tuple[int, ...]:
    """Give the weekdays that paragraphs name as days of their own week."""
    found = []
    for strip in strips:
        for match in _WEEKDAY.finditer(strip.text[:2_000]):
            day = rules.weekdays.get(match.group("day").lower()) if len(match.group("day")) > 3 else None
            if day and (match.group("before") or "").lower() not in rules.classes["other_week"]:
                found.append(day)
    return tuple(found)
