"""Which days matter in a story: those to which many independent reports come back, the longer after the more."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from newsledger.model import DayWeight, Report
from newsledger.stories.linkage import in_order

#: A day that is still to come is only hoped for; one on which a report came out is only that.
_TO_COME = 0.25
_PUBLISHED = 0.25
#: After so many days a day that is still named counts ``1 + ln 2``.
_REMEMBERED = 10
#: A text that names sixteen past days counts twice for each.
_CHRONICLE = 0.25


def rank_days(reports: Iterable[Report], groups: Iterable[Sequence[str]] = ()) -> tuple[DayWeight, ...]:
    """Order the days that a story's reports name or came out on, the weightiest first.

    A report gives each day that it names ``1 + ln(1 + days since / 10)`` times the fourth root of how many past days
    it names: a day that is told again after a year was a landmark, and a chronicle knows landmarks. The sum over the
    reports is the weight.

    Args:
        reports: Those of one story.
        groups: Ids of reports that are one text; each group counts once.
    """
    leader = {member: group[0] for group in groups for member in group}
    texts: dict[str, dict[date, float]] = defaultdict(dict)
    for report in in_order(reports):
        text = texts[leader.get(report.id, report.id)]
        for day, weight in _weights(report).items():
            text[day] = max(weight, text.get(day, 0.0))
    return _ranked(texts)


def _weights(report: Report) -> Mapping[date, float]:
    if report.day is None:
        return dict.fromkeys(report.days, 1.0)
    past = {day for day in report.days if day <= report.day}
    rich = len(past) ** _CHRONICLE
    weights = {
        day: rich * (1 + math.log1p((report.day - day).days / _REMEMBERED)) if day in past else _TO_COME
        for day in report.days
    }
    weights[report.day] = weights.get(report.day, 0.0) + _PUBLISHED
    return weights


def _ranked(texts: Mapping[str, Mapping[date, float]]) -> tuple[DayWeight, ...]:
    reports: Counter[date] = Counter(day for text in texts.values() for day in text)
    # fsum: the sum is the same in whatever order its parts come.
    weights = {day: math.fsum(text[day] for text in texts.values() if day in text) for day in reports}
    ordered = sorted(weights, key=lambda day: (-weights[day], day))
    return tuple(DayWeight(day=day, weight=weights[day], reports=reports[day]) for day in ordered)
