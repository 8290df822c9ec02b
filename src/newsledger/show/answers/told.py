"""The whole of a story, and of a happening."""

import re
from collections.abc import Iterator, Sequence

from newsledger.model import (
    Field,
    HappeningStep,
    HappeningTold,
    Origin,
    StoryDay,
    StoryMember,
    StoryRow,
    StoryTold,
    Telling,
    Told,
)
from newsledger.show import phrases
from newsledger.show.answers.cells import (
    date_of,
    done_by,
    headline_of,
    marked_in,
    quoted,
    receipt_of,
    reports_of,
    window_of,
)
from newsledger.show.answers.grid import TIED, Column, clean, dim, grid
from newsledger.show.telling.judged import judged_by, judged_words
from newsledger.show.telling.words import act_of

_WORDS = Column(title="", words=True)


def story_page(told: StoryTold, *, width: int, colour: bool, receipts: bool) -> str:
    """Show a story: a line that sums up, a line for each day that matters, its articles with their copies folded.

    Args:
        told: The story.
        width: Columns of the terminal.
        colour: Use bold and dim letters.
        receipts: With the places of words, and why each article is in it.
    """
    row = told.story
    head = f"{headline_of(row.article)} · {_days(row)} · {reports_of(row.articles, row.reports, row.copies)}"
    days = [[date_of(day.day.isoformat()), _day(day, receipts=receipts)] for day in told.days]
    articles = list(_members(told.members, receipts=receipts))
    return _page(head, [("days", days), ("articles", articles)], width=width, colour=colour)


def happening_page(told: HappeningTold, *, width: int, colour: bool, receipts: bool) -> str:
    """Show a happening: a line that sums up, its life, what is told otherwise, its reports side by side."""
    row = told.happening
    act, parties = done_by(row)
    state = (row.state or "told").replace("_", " ")
    days = window_of(row.earliest, row.due) if row.earliest or row.due else "not dated"
    counts = reports_of(row.articles, row.reports, row.copies)
    head = " · ".join(part for part in (act or act_of(clean(row.words.exact)), parties, state, days, counts) if part)
    life = [[date_of(step.at.isoformat() if step.at else None), _step(step)] for step in told.steps]
    names = (*row.actors, *row.recipients)
    otherwise = [[clean(field.name), _field(field, names)] for field in told.fields if field.others]
    reports = [_telling(one, receipts=receipts) for one in told.tellings]
    judged = [[date_of(one.at), clean(f"{judged_words(one)} ({judged_by(one)})")] for one in row.judged]
    parts = [("judged", judged), ("life", life), ("told otherwise", otherwise), ("reports", reports)]
    return _page(head, parts, width=width, colour=colour)


def _page(head: str, parts: Sequence[tuple[str, list[list[str]]]], *, width: int, colour: bool) -> str:
    _, *lines = grid([_WORDS], [[head]], width=width, colour=colour).splitlines(keepends=True)
    shown = ["".join(lines)]
    for title, rows in parts:
        if rows:
            columns = [Column(title=title), _WORDS]
            shown.append(grid(columns, rows, width=width, colour=colour))
    return "\n".join(shown)


def _day(day: StoryDay, *, receipts: bool) -> str:
    line = quoted(clean(day.words.sentence))
    if not receipts:
        return line
    told = f"named by {phrases.count(day.reports, 'independent report')}"
    happening = f" · happening{TIED}{clean(day.happening)}" if day.happening else ""
    return "\n".join((line, receipt_of(day.article, day.words), dim(told + happening)))


def _members(members: Sequence[StoryMember], *, receipts: bool) -> Iterator[list[str]]:
    """Give the articles, each with its copies in its own line."""
    for member in members:
        if member.copy_of is not None:
            continue
        copies = [one for one in members if one.copy_of == member.article.id]
        lines = [headline_of(member.article), dim(_source(member.article))]
        lines += [f"also in {', '.join(_source(one.article) for one in copies)}"] if copies else []
        lines += [dim(clean(member.why))] if receipts and member.why else []
        yield [date_of(member.article.published), "\n".join(line for line in lines if line)]


def _source(article: Origin) -> str:
    site = (article.url or "").partition("://")[2].partition("/")[0]
    return clean(article.publisher or site or article.url or article.id)


def _step(step: HappeningStep) -> str:
    days = (day.isoformat() if day else None for day in (step.earliest, step.latest))
    window = window_of(*days) if step.earliest or step.latest else ""
    by = "" if step.by == "rule" else f"by {clean(step.by)}"
    return " · ".join(part for part in (step.state.replace("_", " "), window, clean(step.why), by) if part)


def _field(field: Field, names: Sequence[str]) -> str:
    named = names if field.name == "parties" else ()
    return "; ".join(_value(one, named) for one in (field.answer, *field.others))


def _value(told: Told, names: Sequence[str]) -> str:
    later = f", {date_of(told.day.isoformat())}" if told.day else ""
    first, _, last = told.value.partition("/")
    is_window = _are_days(first, last or first)
    value = window_of(first, last or first) if is_window else clean(phrases.as_named(told.value, names))
    return f"{value} ({phrases.count(len(told.reports), 'report')}{later})"


def _are_days(*words: str) -> bool:
    return all(re.fullmatch(r"\d{4}-\d\d-\d\d", word) for word in words)


def _telling(one: Telling, *, receipts: bool) -> list[str]:
    days = (day.isoformat() if day else None for day in (one.earliest, one.latest))
    window = window_of(*days) if one.earliest or one.latest else ""
    copy = "a copy" if one.copy_of else ""
    told = " · ".join(part for part in (_source(one.article), one.standing, window, copy) if part)
    lines = [quoted(marked_in(one.words)), dim(told), receipt_of(one.article, one.words) if receipts else ""]
    return [date_of(one.article.published), "\n".join(line for line in lines if line)]


def _days(row: StoryRow) -> str:
    return window_of(row.first_day, row.last_day) if row.first_day else "not dated"
