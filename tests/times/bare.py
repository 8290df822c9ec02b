"""Bare text as a parse without any syntax: what the room reads from words alone."""

from datetime import date

from newsledger.model import Annotated, BlockRole, Timex
from newsledger.times import Rules, find, resolve
from parses import parsed

PUBLISHED = date(2017, 3, 15)  # a Wednesday


def bare(text: str, *, published: date | None = PUBLISHED, role: BlockRole = "body") -> Annotated:
    """Make a parse in which each word stands by itself; words are parted by a space."""
    return parsed(*(f"{word}|{word.lower()}|X|0|dep" for word in text.split()), published=published, role=role)


def times_of(rules: Rules, text: str, *, published: date | None = PUBLISHED) -> tuple[Timex, ...]:
    """Find and resolve the times of a bare text."""
    doc = bare(text, published=published)
    return resolve(doc, find(doc, rules), rules)
