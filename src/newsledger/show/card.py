"""The card of a finding: a picture of its words with standing, source and date, for where a link to it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from newsledger.model import Origin
from newsledger.show.telling.line import day_of, headline
from newsledger.show.telling.steering import plain

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
_PAPER, _INK, _SOFT, _RULE = "#fdfcf9", "#1c1b19", "#5c5850", "#8a3d1d"
#: Sizes of the quotation, the largest in which it fits; how much an average letter takes of its size; lines.
_SIZES, _LETTER, _ROOM = (54, 46, 40, 34), 0.52, 300


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
    size, lines = fitted(card.large, lambda words, size: len(words) * size * _LETTER)
    first = 240 + size // 2
    rows = "".join(
        f'<text x="{MARGIN}" y="{first + number * step_of(size)}" font-size="{size}">{_text(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="Charter, Georgia, serif" fill="{_INK}" role="img" aria-label="{_text(card.large)}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f'<rect x="{MARGIN}" y="84" width="8" height="60" fill="{_RULE}"/>'
        f'<text x="{MARGIN + 28}" y="112" font-size="30" font-weight="bold">{_text(card.standing)}</text>'
        f'<text x="{MARGIN + 28}" y="144" font-size="24" fill="{_SOFT}">{_text(one_line(card))}</text>{rows}'
        f'<text x="{MARGIN}" y="556" font-size="26" fill="{_SOFT}">{_text(shortened(card.source, 70))}</text>'
        f'<text x="{WIDTH - MARGIN}" y="556" font-size="22" fill="{_SOFT}" text-anchor="end">'
        f"{_text(card.title)}</text>"
        "</svg>\n"
    ).encode()


def source_of(article: Origin) -> str:
    """Say whose words they are, and of when: the publisher, else the headline that they stand below."""
    return ", ".join(filter(None, (article.publisher or headline(article), day_of(article))))


def fitted(words: str, measure: Callable[[str, int], float]) -> tuple[int, list[str]]:
    """Break words into lines in the largest size in which they fit; what never fits ends in an ellipsis."""
    for size in _SIZES:
        lines = _broken(" ".join(plain(words).split()), lambda line, size=size: measure(line, size))  # type: ignore[misc]  # mypy infers no lambda with a default
        if len(lines) * step_of(size) <= _ROOM:
            return size, lines
    most = _ROOM // step_of(size)
    return size, [*lines[: most - 1], f"{lines[most - 1].rsplit(' ', 1)[0]} …"]


def _broken(words: str, measure: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in words.split():
        longer = f"{current} {word}".strip()
        if current and measure(longer) > WIDTH - 2 * MARGIN:
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current]


def step_of(size: int) -> int:
    """Give the height of a line."""
    return size * 13 // 10


def one_line(card: Card) -> str:
    """Give what stands below the standing: nothing where it stands large."""
    return shortened(card.told, 80) if card.words else ""


def shortened(words: str, most: int) -> str:
    """Cut words after so many letters at most, at the end of a word."""
    line = " ".join(plain(words).split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def _text(words: str) -> str:
    return escape(plain(words), {'"': "&quot;"})
