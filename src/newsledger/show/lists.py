"""The lists of words of this room: tab-separated, each entry with an example."""

from functools import cache
from importlib.resources import files


@cache
def rows_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the entries of a list, without its head."""
    text = (files("newsledger.show") / "data" / f"{name}.en.tsv").read_text(encoding="utf-8")
    rows = [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(rows[1:])


@cache
def words_of(name: str, kind: str) -> frozenset[str]:
    """Give the words of one kind of a list whose entries are a word, its kind and an example."""
    return frozenset(word for word, of, _ in rows_of(name) if of == kind)
