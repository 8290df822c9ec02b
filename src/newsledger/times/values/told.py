"""Years that a text of history leaves out, because the date before has named them."""

from datetime import date

from newsledger.times.values.days import SEASONS, Window, month_end, unit_of, window_of

#: From December to next May, and no further, a month without a year is of the next one.
_MONTHS_ON = 5
#: A season may follow at a somewhat greater distance: from December to next summer.
_SEASON_ON = 6
#: Until April "the winter" is the one that is just over.
_WINTER_OVER = 4
_NEXT = frozenset({"next", "coming", "following"})
_BEFORE = frozenset({"last", "past", "previous"})


def told_year(month: int, last: str) -> int | None:
    """Choose the year of a month that is named after another date.

    It is the year of that date, or the next one when the months run over its end: "in November
    1569 they rose; the revolt was over by January".

    Args:
        month: The month, 1 to 12.
        last: TIMEX3 value of the date before.

    Returns:
        The year, None where the date before names none.
    """
    window = window_of(last)
    if window is None or window[1].year - window[0].year > 1:
        return None
    if unit_of(last) == "Y" or month >= window[0].month:
        return window[0].year
    return window[0].year + (month + 12 - window[0].month <= _MONTHS_ON)


def told_season(name: str, rel: str | None, last: str) -> int | None:
    """Choose the year of a season that is named after another date: "that winter", "the following spring".

    Args:
        name: ``SP``, ``SU``, ``FA`` or ``WI``; a winter has the year in which it begins.
        rel: The word that leads to it, by its value in ``timewords.en.tsv``.
        last: TIMEX3 value of the date before.

    Returns:
        The year, None where the date before names none.
    """
    window = window_of(last)
    if window is None or window[1].year - window[0].year > 1:
        return None
    year = window[0].year
    whole = unit_of(last) == "Y"
    if rel in _NEXT:
        return year + (name != "WI") if whole else year + (_days(name, year)[0] <= window[1])
    if rel in _BEFORE:
        return year - (whole or _days(name, year)[1] >= window[0])
    return year if whole else _season_near(name, window, same=rel == "same")


def _season_near(name: str, window: Window, *, same: bool) -> int:
    first = window[0]
    if name == "WI":
        return first.year - (first.month <= (2 if same else _WINTER_OVER))
    distance = SEASONS[name][0] + 12 - first.month
    over = SEASONS[name][1] < first.month
    return first.year + (over and not same and distance <= _SEASON_ON)


def _days(name: str, year: int) -> Window:
    first, last = SEASONS[name]
    return date(year, first, 1), month_end((year + (last < first)) * 12 + last - 1)
