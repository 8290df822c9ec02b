"""Due: what is overdue, what comes this week, later or on no day, and what has been settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import HappeningRow, Page
from newsledger.show import phrases
from newsledger.show.exchange import calendar
from newsledger.show.telling.line import Line, due_line, happening_line
from newsledger.store import KINDS, Answers, HappeningQuestion, OutlookQuestion
from newsledger.web.asked import Asked
from newsledger.web.drawing.month import Window, last_of, month_before, month_of, next_month
from newsledger.web.listing import ask
from newsledger.web.pages.stories.story import decode
from newsledger.web.view import Document, Screen, View

#: So many cards in a column; so many rows are counted for it.
_CARDS, _COUNTED = 6, 100
#: So many rows of a month stand below its calendar, beside those that are drawn in it.
LISTED = 50
_WEEK = 7
#: The last day but one that there is: the last stands for none.
_EVER = "9999-12-30"
#: What has come of a happening that was expected.
_DONE = ("happened", "denied", "called_off")
COLUMNS: Mapping[str, str] = {
    "overdue": "Overdue",
    "week": "This week",
    "later": "Later",
    "none": "No day",
    "settled": "Settled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Something that is due.

    Attributes:
        moved: How often another day was named.
        href: Of its life.
    """

    line: Line
    moved: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the board.

    Attributes:
        count: How many rows it has, "100+" where there are more than are counted.
        href: Of all of them.
    """

    name: str
    words: str
    cards: tuple[Card, ...]
    count: str
    href: str


def show(store: Answers, asked: Asked) -> View:
    """Show the board, a month, or one column as a list."""
    view = asked.one_of("view", ("board", "month"))
    shown = asked.one_of("show", ("", *COLUMNS))
    context: dict[str, Any] = {"kinds": KINDS, "today": _today(asked), "view": view, "shown": COLUMNS.get(shown, "")}
    if shown:
        return View(
            template="due_list.html",
            title=f"{COLUMNS[shown]} · Due",
            context=context | _list(store, asked),
            twins=("json", "csv", "ics"),
        )
    if view == "month":
        template, more = "due_month.html", _month(store, asked)
    else:
        template, more = "due_board.html", _board(store, asked)
    return View(template=template, title="Due", context=context | more, twins=("json", "csv", "ics"))


def _list(store: Answers, asked: Asked) -> dict[str, Any]:
    listing = ask(asked, lambda limit, after: answer(store, asked, asked.get("show") or "", limit, after))
    return {"listing": listing, "lines": [line_of(row) for row in listing.rows]}


def _board(store: Answers, asked: Asked) -> dict[str, Any]:
    columns, notes = [], []
    for name, words in COLUMNS.items():
        try:
            rows, count = first_of(store, asked, name, _CARDS)
        except AbsentError as error:
            notes = [str(error)]
            break
        columns.append(
            Column(
                name=name,
                words=words,
                cards=tuple(_card(store, asked, row) for row in rows),
                count=count,
                href=asked.link(show=name, view=None),
            )
        )
    return {"columns": columns, "notes": notes}


def _month(store: Answers, asked: Asked) -> dict[str, Any]:
    first = _first_of_month(asked)
    last = last_of(first)
    try:
        rows = _ask(
            store, asked, 10 * _COUNTED, None, state="any", since=first.isoformat(), until=_EVER, begun=last.isoformat()
        ).rows
    except AbsentError as error:
        return {"weeks": (), "lines": {}, "problem": str(error), **_around(asked, first)}
    weeks = month_of(first, [_window(row) for row in rows])
    drawn = {piece.key for week in weeks for piece in week.pieces}
    told = [row for number, row in enumerate(rows) if number < LISTED or row.id in drawn]
    return {
        "weeks": weeks,
        "lines": {row.id: line_of(row) for row in told},
        "untold": len(rows) - len(told),
        "problem": None,
        **_around(asked, first),
    }


def _around(asked: Asked, first: date) -> dict[str, Any]:
    before, after = month_before(first), next_month(first)
    return {
        "month": phrases.iso(first.isoformat()[:7]),
        "first": first,
        "before": (phrases.iso(before.isoformat()[:7]), asked.link(month=before.isoformat()[:7])),
        "after": (phrases.iso(after.isoformat()[:7]), asked.link(month=after.isoformat()[:7])),
    }


def _first_of_month(asked: Asked) -> date:
    written = asked.get("month") or _today(asked)[:7]
    try:
        first = date.fromisoformat(f"{written}-01")
    except ValueError as error:
        raise ValueError(f"found month {written!r}, expected one such as 2017-01") from error
    return min(max(first, date(2, 1, 1)), date(9998, 1, 1))


def _window(row: Any) -> Window:
    last = date.fromisoformat(row.due or _EVER)
    return Window(first=date.fromisoformat(row.earliest) if row.earliest else None, last=last, key=row.id)


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return answer(store, asked, asked.one_of("show", ("", *COLUMNS)), limit, asked.get("after"))


def line_of(row: Any) -> Line:
    """Tell a row: a happening that was expected, or an expectation of one article."""
    return happening_line(row) if isinstance(row, HappeningRow) else due_line(row)


def _card(store: Answers, asked: Asked, row: Any) -> Card:
    """Make a card, with how often its day was moved."""
    if not isinstance(row, HappeningRow):
        return Card(line=line_of(row), moved=0, href=asked.to(f"/finding/{row.id}"))
    happening = decode(store.happening(row.id, today=_today(asked))[1])
    moved = sum(step.state == "moved" for step in happening.steps)
    return Card(line=line_of(row), moved=moved, href=asked.to(f"/happening/{row.id}"))


def answer(store: Answers, asked: Asked, name: str, limit: int, after: str | None) -> Page[Any]:
    """Ask for the rows of a column; without a name, for all."""
    if name == "settled":
        return _settled(store, asked, limit, after)
    return _ask(store, asked, limit, after, **_column(asked, name))


def _column(asked: Asked, name: str) -> dict[str, Any]:
    """Say what a column but the one of the settled asks for."""
    after_week = (date.fromisoformat(_today(asked)) + timedelta(days=_WEEK + 1)).isoformat()
    told: Mapping[str, dict[str, Any]] = {
        "": {"state": "any"},
        "overdue": {"state": "overdue"},
        "week": {"due": _WEEK},
        "later": {"state": "open", "since": after_week, "until": _EVER},
        "none": {"state": "open", "undated": True},
    }
    return told[name]


def first_of(store: Answers, asked: Asked, name: str, limit: int) -> tuple[tuple[Any, ...], str]:
    """Give the first rows of a column, and how many it has, "100+" where there are more than are counted."""
    if name == "settled" or is_of_articles(asked):
        page = answer(store, asked, name, _COUNTED, None)
        return page.rows[:limit], f"{len(page.rows)}{'+' if page.after else ''}"
    number = store.number_of_happenings(_happenings(asked, **_column(asked, name)), most=_COUNTED + 1)
    rows = answer(store, asked, name, limit, None).rows
    return rows, f"{_COUNTED}+" if number > _COUNTED else str(number)


def _settled(store: Answers, asked: Asked, limit: int, after: str | None) -> Page[Any]:
    """Give what has been settled, the last first; a cursor is the number of rows before."""
    if after is not None and not (after.isascii() and after.isdigit() and len(after) < len("10000")):
        raise ValueError(f"found the cursor {after!r}, expected one as it was given")
    start = int(after or 0)
    pages = [_ask(store, asked, start + limit + 1, None, state=state) for state in _DONE]
    rows = sorted((row for page in pages for row in page.rows), key=lambda row: (row.since or "", row.id), reverse=True)
    more = str(start + limit) if len(rows) > start + limit else None
    return Page(rows=tuple(rows[start : start + limit]), after=more, notes=())


def is_of_articles(asked: Asked) -> bool:
    """Say whether each article's own expectations are shown: where these, or a kind of them, are asked for."""
    return bool(asked.one_of("mentions", ("", "all")) or asked.get("kind"))


def _ask(store: Answers, asked: Asked, limit: int, after: str | None, **more: Any) -> Page[Any]:
    if is_of_articles(asked):
        own = OutlookQuestion(
            today=_today(asked),
            kind=asked.get("kind"),
            holder=asked.get("holder"),
            least=asked.least("expectations"),
            corrections=asked.corrections,
            **more,
        )
        return store.ask_outlook(own, limit=limit, after=after)
    return store.ask_happenings(_happenings(asked, **more), limit=limit, after=after)


def _happenings(asked: Asked, **more: Any) -> HappeningQuestion:
    return HappeningQuestion(
        today=_today(asked),
        expected=True,
        holder=asked.get("holder"),
        least=asked.least("expectations"),
        corrections=asked.corrections,
        **more,
    )


def _today(asked: Asked) -> str:
    return asked.day("today") or asked.today


def _calendar(store: Answers, asked: Asked) -> str:
    rows = answer(store, asked, asked.one_of("show", ("", *COLUMNS)), 10 * _COUNTED, None).rows
    return "".join(calendar(rows, stamp=asked.today, link=lambda row: f"{asked.origin}{asked.to(path_of(row))}"))


def path_of(row: Any) -> str:
    """Give the path of a row's page."""
    return f"/happening/{row.id}" if isinstance(row, HappeningRow) else f"/finding/{row.id}"


SCREEN = Screen(path="/due", nav="due", show=show, rows=_rows, kind=HappeningRow)
CALENDAR = Document(path="/due.ics", media_type="text/calendar", write=_calendar)
