"""Cells side by side: a line a row, or with all that is told; one below the other where the screen is narrow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsledger.show.telling.columns import columns as columns_of
from newsledger.show.telling.columns import cut, wrapped
from newsledger.show.telling.steering import shown

# Marks that have no width. Nothing of a page can be one of them: what is not printable is left out.
_BOLD, _NORMAL, _DIM, _END, _UNTINTED = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
#: Of the eight colours that each terminal has (ECMA-48, SGR 31 to 36), by their names.
Tint = Literal["red", "green", "yellow", "blue", "magenta"]
_TINTS: Mapping[Tint, str] = {
    "red": "\ue011",
    "green": "\ue012",
    "yellow": "\ue013",
    "blue": "\ue014",
    "magenta": "\ue015",
}
_STYLES = str.maketrans(
    {_BOLD: "\x1b[1m", _NORMAL: "\x1b[22m", _DIM: "\x1b[2m", _END: "\x1b[22m", _UNTINTED: "\x1b[39m"}
    | {mark: f"\x1b[3{ord(mark) - 0xE010}m" for mark in _TINTS.values()}
)
# Where there are no bold letters, marked words stand between stars.
_PLAIN = str.maketrans(
    {_BOLD: "*", _NORMAL: "*", _DIM: None, _END: None, _UNTINTED: None} | dict.fromkeys(_TINTS.values())
)
# A space at which no line is broken.
TIED = "\u00a0"
_GAP = "  "
_INDENT = "    "
#: A column of words with less room than this is no pleasure to read; one line of them can do with less.
_NARROWEST, _NARROWEST_LINE = 44, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        title: What stands above it.
        words: It has the room that the others leave; one of them does.
        right: For numbers.
    """

    title: str
    words: bool = False
    right: bool = False


def grid(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int, colour: bool, brief: bool = False
) -> str:
    """Lay out rows.

    Args:
        columns: The columns, one of them for the words.
        rows: Their cells; that of the words may have several lines.
        width: Of the screen.
        colour: Use bold, dim and coloured letters.
        brief: The first line of words is cut to fit; else all of them are wrapped, and none is cut.
    """
    if not colour:
        rows = [[cell.translate(_PLAIN) for cell in row] for row in rows]
    at = next(number for number, column in enumerate(columns) if column.words)
    widths = _widths(columns, rows, width, at, brief=brief)
    if widths:
        lines = _side_by_side(columns, rows, widths, at, brief=brief)
    else:
        lines = _below(columns, rows, width, at, brief=brief)
    marks = _STYLES if colour else _PLAIN
    return "".join(f"{line.rstrip()}\n".translate(marks).replace(TIED, " ") for line in lines)


def clean(words: str) -> str:
    """Put words on one line, without what would steer the terminal."""
    return shown(" ".join(words.split()))


def marked(words: str) -> str:
    """Mark words."""
    return f"{_BOLD}{words}{_NORMAL}"


def dim(words: str) -> str:
    """Set words back."""
    return f"{_DIM}{words}{_END}"


def tinted(words: str, tint: Tint | None) -> str:
    """Give words a colour, or none."""
    return f"{_TINTS[tint]}{words}{_UNTINTED}" if tint else words


def styled(words: str, *, colour: bool) -> str:
    """Turn marks into styles of a terminal, or leave them out."""
    return words.translate(_STYLES if colour else _PLAIN)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, at: int, *, brief: bool
) -> list[int] | None:
    """Share out the screen; None where it is too narrow for these columns."""
    widths = [
        max(columns_of(line) for cell in (column.title, *(row[number] for row in rows)) for line in cell.split("\n"))
        for number, column in enumerate(columns)
    ]
    wanted = widths[at]
    widths[at] = width - sum(widths) + wanted - len(_GAP) * (len(columns) - 1)
    return widths if widths[at] >= min(_NARROWEST_LINE if brief else _NARROWEST, wanted) else None


def _side_by_side(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: list[int], at: int, *, brief: bool
) -> Iterator[str]:
    room = max([len(columns[at].title), *(columns_of(line) for row in rows for line in row[at].split("\n"))])
    widths[at] = min(widths[at], room)
    yield from _row(columns, [dim(column.title) for column in columns], widths, at, brief=brief)
    laid = [list(_row(columns, row, widths, at, brief=brief)) for row in rows]
    spaced = any(len(lines) > 1 for lines in laid)
    for number, lines in enumerate(laid):
        if spaced and number:
            yield ""
        yield from lines


def _row(
    columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int], at: int, *, brief: bool
) -> Iterator[str]:
    parted = [cell.split("\n") for cell in cells]
    parted[at] = list(_words(cells[at], widths[at], brief=brief))
    for number in range(max(map(len, parted))):
        parts = [lines[number] if number < len(lines) else "" for lines in parted]
        yield _GAP.join(
            _padded(part, width, right=column.right) for part, width, column in zip(parts, widths, columns, strict=True)
        )


def _below(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, at: int, *, brief: bool
) -> Iterator[str]:
    """Give each row as a line of its small cells, and its words below; numbers go below, too."""
    for number, row in enumerate(rows):
        if number:
            yield ""
        small = [
            f"{column.title.lower()} {cell}" if column.right else cell
            for column, cell in zip(columns, row, strict=True)
            if cell and not column.words
        ]
        line = " · ".join(" ".join(cell.split("\n")) for cell in small)
        words = list(_words(row[at], width - len(_INDENT), brief=brief))
        if columns[0].right:
            yield words.pop(0)
            words[:0] = wrapped(line, width - len(_INDENT))
        else:
            yield from wrapped(line, width)
        yield from (_INDENT + part for part in words if part)


def _words(cell: str, width: int, *, brief: bool) -> Iterator[str]:
    first, *rest = cell.split("\n")
    yield from [cut(first, width)] if brief else _carried(wrapped(first, width))
    for line in rest:
        yield from _carried(wrapped(line, width))


def _carried(lines: list[str]) -> list[str]:
    """End dim letters at each line's end, and begin them again in the next."""
    carried, is_dim = [], False
    for line in lines:
        start = _DIM if is_dim else ""
        for letter in line:
            is_dim = letter == _DIM or (is_dim and letter != _END)
        carried.append(start + line + (_END if is_dim else ""))
    return carried


def _padded(part: str, width: int, *, right: bool) -> str:
    space = " " * max(width - columns_of(part), 0)
    return space + part if right else part + space
