"""Cards as files: as SVG, and as PNG where that can be painted."""

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from newsledger.show import plain
from newsledger.show.card import HEIGHT, MARGIN, WIDTH, Card, fitted, one_line, shortened, step_of, svg

_FONT = "DejaVuSerif.ttf"


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
    size, lines = fitted(card.large, lambda words, size: float(_font(size).getlength(words)))
    pen.rectangle((MARGIN, 84, MARGIN + 8, 144), fill=90)
    pen.text((MARGIN + 28, 82), plain(card.standing), font=_font(30), fill=28)
    pen.text((MARGIN + 28, 122), one_line(card), font=_font(22), fill=88)
    for number, line in enumerate(lines):
        pen.text((MARGIN, 200 + number * step_of(size)), line, font=_font(size), fill=28)
    pen.text((MARGIN, 534), shortened(card.source, 60), font=_font(24), fill=88)
    pen.text((WIDTH - MARGIN, 536), plain(card.title), font=_font(20), fill=88, anchor="ra")
    held = io.BytesIO()
    # Sixteen greys are enough for letters, and a fifth of the bytes.
    picture.quantize(16, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont  # noqa: PLC0415 - as above

    found = files("newsledger.publish") / "data" / _FONT
    return ImageFont.truetype(io.BytesIO(found.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def card_files(stem: str, card: Card) -> Sequence[tuple[str, bytes]]:
    """Draw a card in the forms that can be drawn here."""
    drawn = [(f"{stem}.svg", svg(card))]
    return [*drawn, (f"{stem}.png", png(card))] if can_paint() else drawn
