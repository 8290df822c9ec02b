"""Cells side by side, their words wrapped and never cut; one below the other where the screen is narrow."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsledger.show.telling.steering import shown

# Marks that have no width. Nothing of a page can be one of them: what is not printable is left out.
_BOLD, _NORMAL, _DIM, _END = "\ue000", "\ue001", "\ue002", "\ue003"
_STYLES = str.maketrans({_BOLD: "\x1b[1m", _NORMAL: "\x1b[22m", _DIM: "\x1b[2m", _END: "\x1b[0m"})
_MARKS = frozenset({_BOLD, _NORMAL, _DIM, _END})
# Where there are no bold letters, marked words stand between stars.
_PLAIN = str.maketrans({_BOLD: "*", _NORMAL: "*", _DIM: None, _END: None})
# A space at which no line is broken.
TIED = "\u00a0"
_GAP = "  "
_INDENT = "    "
#: A column of words with less room than this is no pleasure to read.
_NARROWEST = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        title: What stands above it.
        share: Its part of the room that is left; 0: as wide as its widest cell.
        right: For numbers.
    """

    title: str
    share: int = 0
    right: bool = False


def grid(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int, colour: bool) -> str:
    """Lay out rows.

    Args:
        columns: The columns, the last of them the one for the words.
        rows: Their cells; a cell may have several lines.
        width: Of the screen.
        colour: Use bold and dim letters.
    """
    if not colour:
        rows = [[cell.translate(_PLAIN) for cell in row] for row in rows]
    widths = _widths(columns, rows, width)
    lines = _side_by_side(columns, rows, widths) if widths else _below(columns, rows, width)
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


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Share out the screen; None where it is too narrow for these columns."""
    least = [_longest_word(column, [row[number] for row in rows]) for number, column in enumerate(columns)]
    shares = sum(column.share for column in columns)
    room = (
        width
        - len(_GAP) * (len(columns) - 1)
        - sum(one for one, column in zip(least, columns, strict=True) if not column.share)
    )
    widths = [
        max(one, room * column.share // shares) if column.share else one
        for one, column in zip(least, columns, strict=True)
    ]
    wanted = max((_columns(line) for row in rows for line in row[-1].split("\n")), default=0)
    narrow = widths[-1] < min(_NARROWEST, wanted)
    return None if sum(widths) + len(_GAP) * (len(columns) - 1) > width or narrow else widths


def _longest_word(column: Column, cells: Sequence[str]) -> int:
    """Give the room that a column needs: its longest word, or its longest line where it has no share."""
    lines = [line for cell in (column.title, *cells) for line in cell.split("\n")]
    parts = [word for line in lines for word in line.split(" ")] if column.share else lines
    return max(map(_columns, parts), default=0)


def _side_by_side(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    yield from _row(columns, [dim(column.title) for column in columns], widths)
    laid = [list(_row(columns, row, widths)) for row in rows]
    spaced = any(len(lines) > 1 for lines in laid)
    for number, lines in enumerate(laid):
        if spaced and number:
            yield ""
        yield from lines


def _row(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [
        [line for part in cell.split("\n") for line in _wrap(part, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for number in range(max(map(len, wrapped), default=0)):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield _GAP.join(
            _padded(part, width, right=column.right) for part, width, column in zip(parts, widths, columns, strict=True)
        )


def _below(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Give each row as a line of its small cells, and its words below; numbers go below, too."""
    for number, row in enumerate(rows):
        if number:
            yield ""
        small = [
            f"{column.title.lower()} {cell}" if column.right else cell
            for column, cell in zip(columns[:-1], row[:-1], strict=True)
            if cell
        ]
        line = " · ".join(" ".join(cell.split("\n")) for cell in small)
        words = row[-1].split("\n")
        head, *below = [words[0], line, *words[1:]] if columns[0].right else [line, *words]
        yield from _wrap(head, width)
        for part in below:
            yield from (_INDENT + line for line in _wrap(part, width - len(_INDENT)) if line)


def _wrap(line: str, width: int) -> list[str]:
    """Break a line between words; a mark that is still open goes on in the next line."""
    lines, current, room = [], "", 0
    for word in line.split(" "):
        length = _columns(word)
        if current and room + 1 + length > width:
            lines.append(current)
            current, room = word, length
        else:
            current, room = (f"{current} {word}", room + 1 + length) if current else (word, length)
    return _carried([*lines, current])


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
    space = " " * max(width - _columns(part), 0)
    return space + part if right else part + space


def _columns(words: str) -> int:
    """Count the columns that words take on a screen."""
    if words.isascii():
        return len(words)
    letters = [letter for letter in words if letter not in _MARKS and not unicodedata.combining(letter)]
    return len(letters) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in letters)
