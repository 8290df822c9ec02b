"""A story told day by day: one line for each day that matters, cut from a source."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from newsledger.model import DayWeight, EventMention, Evidence, Happening, Story, TimelineLine
from newsledger.stories.happenings.apart import is_done, when_done

_Row = tuple[Happening, EventMention]


def timeline(
    story: Story,
    happenings: Iterable[Happening],
    mentions: Iterable[EventMention],
    days: Sequence[DayWeight],
) -> tuple[TimelineLine, ...]:
    """Tell a story in one line for each day that weighs at least the mean, oldest first.

    So has the stated day of what most reports tell of, two at least: what was long expected is seldom named again by
    its day once it is done.

    The line of a day is the sentence that tells of what happened on it: of the happenings that most independent
    reports tell, the sentence that stands highest in an article with the day stated in it. A day on which nothing is
    told to have happened has no line.

    Args:
        story: Its articles.
        happenings: Those that its articles tell of; others are passed over.
        mentions: Theirs.
        days: What each day of the story weighs (``rank_days``).
    """
    by_id = {one.id: one for one in mentions if one.report in story.reports}
    rows: dict[date, list[_Row]] = defaultdict(list)
    for happening in happenings:
        for key in happening.mentions:
            day = _day_of(by_id[key]) if key in by_id else None
            if day is not None:
                rows[day].append((happening, by_id[key]))
    mean = math.fsum(day.weight for day in days) / max(1, len(days))
    most = max((len(happening.reports) for told in rows.values() for happening, _ in told), default=0)
    best = {day: min(told, key=_order) for day, told in rows.items()}
    lines = [
        _line(day, best[day.day])
        for day in days
        if day.day in best and (day.weight >= mean or _is_told_most(best[day.day], max(2, most)))
    ]
    return tuple(sorted(lines, key=lambda line: line.day))


def _day_of(mention: EventMention) -> date | None:
    """Give the one day on which a mention tells of a deed: its own, or that of the news in the lead."""
    if not is_done(mention) or mention.kind == "word" or mention.standing == "alleged":
        return None
    if mention.stated:
        first, last = when_done(mention)
        return last if first == last else None
    return mention.day if mention.lead else None


def _is_told_most(row: _Row, most: int) -> bool:
    happening, mention = row
    return mention.stated and len(happening.reports) >= most


def _order(row: _Row) -> tuple[int, bool, bool, int, str]:
    happening, mention = row
    return -len(happening.reports), not mention.stated, not mention.lead, mention.spans[0].start, mention.id


def _line(day: DayWeight, row: _Row) -> TimelineLine:
    happening, mention = row
    sentence = mention.sentence or mention.spans[0]
    receipt = Evidence(article=mention.report, finding=next(iter(mention.findings), None), spans=(sentence,))
    return TimelineLine(day=day.day, weight=day.weight, happening=happening.id, receipt=receipt, reports=day.reports)
