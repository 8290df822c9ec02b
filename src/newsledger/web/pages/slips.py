"""What slipped: the day that was first named for a thing, to which it was moved, and when it was done, if it was."""

from dataclasses import dataclass
from datetime import date

from newsledger.errors import AbsentError
from newsledger.model import HappeningRow, Page
from newsledger.show import phrases
from newsledger.show.telling.line import Line, happening_line
from newsledger.store import Answers, HappeningQuestion
from newsledger.web.asked import Asked
from newsledger.web.drawing.slips import Row, Slip, slip_of, slips
from newsledger.web.pages.stories.story import decode
from newsledger.web.view import Screen, View

#: So many things that were due last or are due next are looked at; so many of them are drawn.
_LOOKED_AT, _DRAWN = 150, 40
_BEFORE, _AFTER = 365, 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A slip as a row: what it is of, how it is drawn, and the same in words."""

    line: Line
    row: Row
    words: tuple[str, ...]
    late: str


def show(store: Answers, asked: Asked) -> View:
    """Show what slipped, and say how much did not."""
    today = date.fromisoformat(asked.day("today") or asked.today)
    try:
        page = _rows(store, asked, _LOOKED_AT)
        problem = None
    except AbsentError as error:
        page, problem = Page(rows=(), after=None, notes=()), str(error)
    found = [(row, slip) for row in page.rows if (slip := _slip(store, row, today))]
    slipped = sorted(((row, slip) for row, slip in found if _has_slipped(slip)), key=lambda pair: pair[1].stops[0].day)
    shown = slipped[-_DRAWN:]
    drawn = slips([slip for _, slip in shown], today)
    rows = drawn.rows if drawn else ()
    return View(
        template="slips.html",
        title="What slipped",
        context={
            "told": [_told(row, slip, mark) for (row, slip), mark in zip(shown, rows, strict=True)],
            "drawn": drawn,
            "dated": len(found),
            "slipped": len(slipped),
            "kept": sum(slip.end == "happened" and slip.late == 0 for _, slip in found),
            "today": today.isoformat(),
            "problem": problem,
        },
        twins=("json", "csv"),
    )


def _rows(store: Answers, asked: Asked, limit: int) -> Page[HappeningRow]:
    day = asked.day("today") or asked.today
    this = date.fromisoformat(day).toordinal()
    first, last = max(this - _BEFORE, date.min.toordinal()), min(this + _AFTER, date.max.toordinal() - 1)
    question = HappeningQuestion(
        today=day,
        expected=True,
        state="any",
        holder=asked.get("holder"),
        since=date.fromordinal(first).isoformat(),
        until=date.fromordinal(last).isoformat(),
        least=asked.least("expectations"),
    )
    return store.ask_happenings(question, limit=limit, after=asked.get("after"))


def _slip(store: Answers, row: HappeningRow, today: date) -> Slip | None:
    return slip_of(decode(store.happening(row.id, today=today.isoformat())[1]), today)


def _has_slipped(slip: Slip) -> bool:
    return len(slip.stops) > 1 or slip.end in ("called-off", "overdue") or bool(slip.late)


def _told(row: HappeningRow, slip: Slip, drawn: Row) -> Told:
    return Told(line=happening_line(row), row=drawn, words=tuple(mark.words for mark in drawn.marks), late=_late(slip))


def _late(slip: Slip) -> str:
    if not slip.late:
        return "on its day" if slip.late == 0 and slip.end == "happened" else ""
    days = phrases.count(abs(slip.late), "day")
    if slip.late < 0:
        return f"{days} earlier than was said first"
    return f"{days} over" if slip.end == "overdue" else f"{days} later than was said first"


SCREEN = Screen(path="/slips", nav="due", show=show, rows=_rows, kind=HappeningRow)
