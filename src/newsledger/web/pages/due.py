"""Due: what is overdue, what comes this week, later or on no day, and what has been settled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Due, Page
from newsledger.show import phrases
from newsledger.store import KINDS, OutlookQuestion, Store
from newsledger.web.asked import Asked
from newsledger.web.drawing.month import Window, last_of, month_before, month_of, next_month
from newsledger.web.formats.ics import calendar
from newsledger.web.listing import ask
from newsledger.web.telling import Line, due_line
from newsledger.web.view import Document, Screen, View

#: So many cards in a column; so many rows are counted for it.
_CARDS, _COUNTED = 6, 100
_WEEK = 7
#: The last day but one that there is: the last stands for none.
_EVER = "9999-12-30"
_SETTLED = ("kept", "kept_late", "partly_kept", "broken", "withdrawn", "superseded", "void")
COLUMNS: Mapping[str, str] = {
    "overdue": "Overdue",
    "week": "This week",
    "later": "Later",
    "none": "No day",
    "settled": "Settled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the board.

    Attributes:
        count: How many rows it has, "100+" where there are more than are counted.
        href: Of all of them.
    """

    name: str
    words: str
    lines: tuple[Line, ...]
    count: str
    href: str


def show(store: Store, asked: Asked) -> View:
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


def _list(store: Store, asked: Asked) -> dict[str, Any]:
    listing = ask(asked, lambda limit, after: _answer(store, asked, asked.get("show") or "", limit, after))
    return {"listing": listing, "lines": [due_line(row) for row in listing.rows]}


def _board(store: Store, asked: Asked) -> dict[str, Any]:
    columns, notes = [], []
    for name, words in COLUMNS.items():
        try:
            page = _answer(store, asked, name, _COUNTED, None)
        except AbsentError as error:
            notes = [str(error)]
            break
        more = "+" if page.after else ""
        columns.append(
            Column(
                name=name,
                words=words,
                lines=tuple(due_line(row) for row in page.rows[:_CARDS]),
                count=f"{len(page.rows)}{more}",
                href=asked.link(show=name, view=None),
            )
        )
    return {"columns": columns, "notes": notes}


def _month(store: Store, asked: Asked) -> dict[str, Any]:
    first = _first_of_month(asked)
    last = last_of(first)
    question = _question(asked, state="any", since=first.isoformat(), until=_EVER)
    try:
        rows = store.ask_outlook(question, limit=10 * _COUNTED).rows
    except AbsentError as error:
        return {"weeks": (), "lines": {}, "problem": str(error), **_around(asked, first)}
    inside = [row for row in rows if (row.earliest or row.due or _EVER) <= last.isoformat()]
    windows = [_window(row) for row in inside]
    return {
        "weeks": month_of(first, windows),
        "lines": {row.id: due_line(row) for row in inside},
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


def _window(row: Due) -> Window:
    last = date.fromisoformat(row.due or _EVER)
    return Window(first=date.fromisoformat(row.earliest) if row.earliest else None, last=last, key=row.id)


def _rows(store: Store, asked: Asked, limit: int) -> Page[Any]:
    return _answer(store, asked, asked.one_of("show", ("", *COLUMNS)), limit, asked.get("after"))


def _answer(store: Store, asked: Asked, name: str, limit: int, after: str | None) -> Page[Due]:
    if name == "settled":
        return _settled(store, asked, limit)
    return store.ask_outlook(_of_column(asked, name), limit=limit, after=after)


def _settled(store: Store, asked: Asked, limit: int) -> Page[Due]:
    """Give what has been settled, the last first."""
    pages = [store.ask_outlook(_question(asked, state=state), limit=limit) for state in _SETTLED]
    rows = sorted((row for page in pages for row in page.rows), key=lambda row: (row.since or "", row.id), reverse=True)
    return Page(rows=tuple(rows[:limit]), after=None, notes=())


def _of_column(asked: Asked, name: str) -> OutlookQuestion:
    after_week = (date.fromisoformat(_today(asked)) + timedelta(days=_WEEK + 1)).isoformat()
    made: Mapping[str, Callable[[], OutlookQuestion]] = {
        "": lambda: _question(asked, state="any"),
        "overdue": lambda: _question(asked, overdue=True),
        "week": lambda: _question(asked, due=_WEEK),
        "later": lambda: _question(asked, since=after_week, until=_EVER),
        "none": lambda: _question(asked, undated=True),
    }
    return made[name]()


def _question(asked: Asked, **more: Any) -> OutlookQuestion:
    return OutlookQuestion(
        today=_today(asked),
        kind=asked.get("kind"),
        holder=asked.get("holder"),
        least=asked.least("expectations"),
        **more,
    )


def _today(asked: Asked) -> str:
    return asked.day("today") or asked.today


def _calendar(store: Store, asked: Asked) -> str:
    rows = _answer(store, asked, asked.one_of("show", ("", *COLUMNS)), 10 * _COUNTED, None).rows
    return calendar(rows, stamp=asked.today, address=f"{asked.origin}{asked.to('/finding/')}")


SCREEN = Screen(path="/due", nav="due", show=show, rows=_rows, kind=Due)
CALENDAR = Document(path="/due.ics", media_type="text/calendar", write=_calendar)
