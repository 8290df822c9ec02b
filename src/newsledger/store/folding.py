"""Names as people write them: without capitals, accents, full stops and hyphens."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsledger.model import Actor

_APART = re.compile(r"[^\w]+|_")
#: Forms of mentions that are names, as "he" and "the minister" are not.
NAMES = frozenset({"name", "short", "demonym", "metonym"})
_AFTER_NAMES = frozenset({"jr", "sr", "ii", "iii", "iv"})


# Letters that are no other letter with an accent.
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE"})


# The same names come again in every article.
@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Fold a name: ``Nguyễn-Văn`` and ``nguyen van`` are one."""
    bare = "".join(
        mark for mark in unicodedata.normalize("NFKD", name.translate(_LETTERS)) if not unicodedata.combining(mark)
    )
    return " ".join(_APART.sub(" ", bare.replace("'s ", " ").replace("’s ", " ").replace(".", "")).casefold().split())


def spellings(actor: Actor, text: str, aliases: Iterable[str] = ()) -> Iterator[str]:
    """Give the folded words by which an actor may be asked for.

    These are its name, how the text names it, how the lists spell it, and a person's last name.
    """
    written = [actor.name, *(one.span.of(text) for one in actor.mentions if one.form in NAMES), *aliases]
    yield from fold_names(written, actor.name if actor.kind == "person" else "")


def fold_names(written: Iterable[str], person: str = "") -> Iterator[str]:
    """Give names as they are asked for, each once: without an article, and a person also by the last name."""
    folded = [name.removeprefix("the ") for name in map(fold, written)]
    yield from dict.fromkeys(name for name in (*folded, _last_name(fold(person))) if name)


def _last_name(folded: str) -> str:
    words = [word for word in folded.split() if word not in _AFTER_NAMES]
    return words[-1] if len(words) > 1 else ""
