"""The card of a finding: a picture of its words with standing, source and date, for where a link to it is shown."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from newsledger.show import plain

WIDTH, HEIGHT = 1200, 630
_MARGIN = 80
_PAPER, _INK, _SOFT, _RULE = "#fdfcf9", "#1c1b19", "#5c5850", "#8a3d1d"
#: Sizes of the quotation, the largest in which it fits; how much an average letter takes of its size; lines.
_SIZES, _LETTER, _ROOM = (54, 46, 40, 34), 0.52, 300
_FONT = "DejaVuSerif.ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on a card.

    Attributes:
        standing: One word.
        told: Who, the act, whom.
        words: The quotation; "" where none may be told.
        source: Whose words, and of when.
    """

    standing: str
    told: str
    words: str
    source: str
    title: str

    @property
    def large(self) -> str:
        """What is read first."""
        return f"“{self.words}”" if self.words else self.told


def svg(card: Card) -> bytes:
    """Draw a card as SVG, in a serif that the reader has."""
    size, lines = _fitted(card.large, lambda words, size: len(words) * size * _LETTER)
    first = 240 + size // 2
    rows = "".join(
        f'<text x="{_MARGIN}" y="{first + number * _step(size)}" font-size="{size}">{_text(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="Charter, Georgia, serif" fill="{_INK}" role="img" aria-label="{_text(card.large)}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f'<rect x="{_MARGIN}" y="84" width="8" height="60" fill="{_RULE}"/>'
        f'<text x="{_MARGIN + 28}" y="112" font-size="30" font-weight="bold">{_text(card.standing)}</text>'
        f'<text x="{_MARGIN + 28}" y="144" font-size="24" fill="{_SOFT}">{_text(_one_line(card))}</text>{rows}'
        f'<text x="{_MARGIN}" y="556" font-size="26" fill="{_SOFT}">{_text(_shortened(card.source, 70))}</text>'
        f'<text x="{WIDTH - _MARGIN}" y="556" font-size="22" fill="{_SOFT}" text-anchor="end">'
        f"{_text(card.title)}</text>"
        "</svg>\n"
    ).encode()


def can_paint() -> bool:
    """Say whether pictures of points can be made: with the extra ``publish``."""
    try:
        import PIL  # noqa: F401, PLC0415 - an extra, which not everybody has installed
    except ModuleNotFoundError:
        return False
    return True


def png(card: Card) -> bytes:
    """Draw a card as PNG, in the font that comes with the program."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    picture = Image.new("L", (WIDTH, HEIGHT), 252)
    pen = ImageDraw.Draw(picture)
    size, lines = _fitted(card.large, lambda words, size: float(_font(size).getlength(words)))
    pen.rectangle((_MARGIN, 84, _MARGIN + 8, 144), fill=90)
    pen.text((_MARGIN + 28, 82), plain(card.standing), font=_font(30), fill=28)
    pen.text((_MARGIN + 28, 122), _one_line(card), font=_font(22), fill=88)
    for number, line in enumerate(lines):
        pen.text((_MARGIN, 200 + number * _step(size)), line, font=_font(size), fill=28)
    pen.text((_MARGIN, 534), _shortened(card.source, 60), font=_font(24), fill=88)
    pen.text((WIDTH - _MARGIN, 536), plain(card.title), font=_font(20), fill=88, anchor="ra")
    held = io.BytesIO()
    # Sixteen greys are enough for letters, and a fifth of the bytes.
    picture.quantize(16, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont  # noqa: PLC0415 - as above

    found = files("newsledger.publish") / "data" / _FONT
    return ImageFont.truetype(io.BytesIO(found.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def _fitted(words: str, measure: Callable[[str, int], float]) -> tuple[int, list[str]]:
    """Break words into lines in the largest size in which they fit; what never fits ends in an ellipsis."""
    for size in _SIZES:
        lines = _broken(" ".join(plain(words).split()), lambda line, size=size: measure(line, size))  # type: ignore[misc]
        if len(lines) * _step(size) <= _ROOM:
            return size, lines
    most = _ROOM // _step(size)
    return size, [*lines[: most - 1], f"{lines[most - 1].rsplit(' ', 1)[0]} …"]


def _broken(words: str, measure: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in words.split():
        longer = f"{current} {word}".strip()
        if current and measure(longer) > WIDTH - 2 * _MARGIN:
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current]


def _step(size: int) -> int:
    return size * 13 // 10


def _one_line(card: Card) -> str:
    return _shortened(card.told, 80) if card.words else ""


def _shortened(words: str, most: int) -> str:
    line = " ".join(plain(words).split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def _text(words: str) -> str:
    return escape(plain(words), {'"': "&quot;"})


def card_files(stem: str, card: Card) -> Sequence[tuple[str, bytes]]:
    """Draw a card in the forms that can be drawn here."""
    drawn = [(f"{stem}.svg", svg(card))]
    return [*drawn, (f"{stem}.png", png(card))] if can_paint() else drawn
