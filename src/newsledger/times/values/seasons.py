"""Seasons and feasts: "last fall", "Christmas", "Ramadan" with its days."""

import re
from dataclasses import replace
from datetime import date

from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.dates import date_reading, figure_of, looks_ahead, nearest, year_told, years_around
from newsledger.times.values.days import SEASONS, move, named_day, value_at, weekday_near
from newsledger.times.values.lengths import year_in_words
from newsledger.times.values.reading import Context, Reading
from newsledger.times.values.told import told_season


def season(phrase: Phrase, context: Context) -> Reading | None:
    """Read "last fall", "the winter of 1994", "this summer"."""
    name = phrase.value("season") or ""
    rel = phrase.value("rel")
    year = figure_of(phrase, "year") or year_in_words(phrase.words("years"))
    if year is None:
        year = year_told(phrase, context) if "unit" in phrase.parts else _season_year(name, rel, context)
    return date_reading(f"{year:04d}-{name}" if year else f"XXXX-{name}", phrase, counted="year" not in phrase.parts)


def _season_year(name: str, rel: str | None, context: Context) -> int | None:
    told = context.published is None or context.narrative or rel in ("following", "previous", "same")
    if context.last and told and (year := told_season(name, rel, context.last)):
        return year
    return _season_year_by(context.published, name, rel, ahead=context.ahead is True) if context.published else None


def _season_year_by(today: date, name: str, rel: str | None, *, ahead: bool) -> int:
    first, last = SEASONS[name]
    running = first <= today.month <= first + 2 or (name == "WI" and today.month <= last)
    year = today.year - (name == "WI" and today.month <= last)
    if rel in ("last", "past", "previous"):
        return year - (running or (today.month < first and name != "WI"))
    if rel in ("next", "coming"):
        return year + (running or today.month > first + 2)
    if running or rel == "this":
        return year
    over = today.month > first
    return year + over if ahead else year - (not over)


def holiday(phrase: Phrase, context: Context) -> Reading | None:
    """Read "Christmas", "last Thanksgiving", "the Labor Day weekend", "Ramadan" with its days."""
    rule, _, days = (phrase.value("holiday") or "").partition(";")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", rule):
        return date_reading(rule, phrase)
    first = _first_day(rule, phrase, context)
    if first is None:
        known = phrase.value("year") or context.published
        return None if known else date_reading(_undated(rule), phrase, counted=True)
    counted = "year" not in phrase.parts
    if "weekend" in phrase.parts:
        near = weekday_near(move(first, -3, "D"), 6, step=1)
        return date_reading(value_at(near, "WE"), phrase, counted=counted)
    reading = date_reading(first.isoformat(), phrase, counted=counted)
    return replace(reading, window=(first, move(first, int(days) - 1, "D"))) if days else reading


def _first_day(rule: str, phrase: Phrase, context: Context) -> date | None:
    stated, today = figure_of(phrase, "year"), context.published
    if stated is not None:
        return named_day(rule, stated)
    days = [day for number in years_around(today) if (day := named_day(rule, number))]
    return nearest(days, today, looks_ahead(phrase, context)) if today else None


def _undated(rule: str) -> str:
    return f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX"
