"""How much room words take on a screen, and how they are broken and cut to fit it."""

import unicodedata
from functools import lru_cache

#: Marks of style (private use, U+E000 to U+E01F), which take no room; a page's own are left out as not printable.
MARKS = frozenset(map(chr, range(0xE000, 0xE020)))
_ELLIPSIS = "…"


def columns(words: str) -> int:
    """Count the columns that words take."""
    return len(words) if words.isascii() else sum(map(_width, words))


def cut(words: str, room: int) -> str:
    """Cut words to fit, with an ellipsis; every mark of style stays, so that what was begun is ended."""
    if columns(words) <= room:
        return words
    kept, taken = [], 0
    for letter in words:
        taken += _width(letter)
        if taken < room or letter in MARKS:
            kept.append(letter)
    rest = "".join(kept)
    bare = rest.rstrip("".join(MARKS))
    return bare.rstrip() + _ELLIPSIS + rest[len(bare) :]


def wrapped(line: str, width: int, indent: str = "") -> list[str]:
    """Break a line between words, and between wide letters, which no spaces part.

    Args:
        line: The line; its own indent stays.
        width: Columns of the screen.
        indent: Before every line but the first.
    """
    bare = line.lstrip(" ")
    lines, current = [], line[: len(line) - len(bare)]
    for word in bare.split(" "):
        longer = f"{current} {word}" if current.strip() else current + word
        if columns(longer) <= width or not current.strip():
            current = longer
        else:
            lines.append(current)
            current = indent + word
        while columns(current) > width and not current.isascii() and (head := _head(current, width)):
            lines.append(head)
            current = indent + current[len(head) :]
    return [*lines, current]


def _head(line: str, width: int) -> str:
    """Give as many letters as fit, where the next one is wide; else none: a word of narrow letters stays whole."""
    taken = 0
    for place, letter in enumerate(line):
        taken += _width(letter)
        if taken > width:
            return line[:place] if line[:place].strip() and _width(letter) == len(_ELLIPSIS) + 1 else ""
    return ""


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    if letter in MARKS or unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
