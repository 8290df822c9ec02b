"""Names as people write them: without capitals, accents, full stops and hyphens."""

import re
import unicodedata
from collections.abc import Iterator

from newsledger.model import Actor

_APART = re.compile(r"[^\w]+|_")
_NAMES = frozenset({"name", "short", "demonym"})


def fold(name: str) -> str:
    """Fold a name: ``Nguyễn-Văn`` and ``nguyen van`` are one."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return " ".join(_APART.sub(" ", bare.replace("'s ", " ").replace("’s ", " ").replace(".", "")).casefold().split())


def spellings(actor: Actor, text: str) -> Iterator[str]:
    """Give the folded words by which an actor may be asked for: its name, and how the text names it."""
    written = [actor.name, *(one.span.of(text) for one in actor.mentions if one.form in _NAMES)]
    yield from dict.fromkeys(folded for folded in map(fold, written) if folded)
