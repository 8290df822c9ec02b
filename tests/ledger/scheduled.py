"""Made-up articles of many affairs, some of which tell of dates that others tell of, too."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from ledger.grouped import LETTERS
from newsledger import Reader
from newsledger.model import Record

FIRST = date(2019, 3, 4)
#: Who meets or talks to whom, where, and how many days after the first day.
DATES = (
    ("Chile", "Peru", "Lima", 9),
    ("Norway", "Iceland", "Oslo", 11),
    ("Chile", "Peru", "Santiago", 40),
    ("Kenya", "Uganda", "Nairobi", 8),
)


def affairs(reader: Reader, seed: int = 1) -> list[Record]:
    """Make articles: each affair has its own words, and tells of a date, before it, after it or both."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    found: list[Record] = []
    for number in range(10):
        own = [_word(chance) for _ in range(14)]
        first, second, place, after = DATES[number % len(DATES)]
        on = FIRST + timedelta(days=after)
        told = [
            (FIRST + timedelta(days=number % 5), f"{first} and {second} will meet in {place} on {on:%B} {on.day}."),
            (on + timedelta(days=1), f"{first} and {second} met in {place} on {on:%B} {on.day}."),
        ]
        for day, sentence in told if number % 3 else told[:1] if number % 2 else told[1:]:
            for _ in range(chance.randint(1, 2)):
                words = [_filler(chance, own) for _ in range(6)]
                found.append(_read(reader, day, (*words, sentence), len(found)))
    return found


def _read(reader: Reader, day: date, told: Sequence[str], number: int) -> Record:
    text = "".join(f"<p>{one}</p>" for one in told)
    page = f"<html><head><title>{told[0]}</title></head><body><article>{text}</article></body></html>"
    return reader.read(page, url=f"https://paper{number % 4}.example/{number}", published=day.isoformat())


def _filler(chance: random.Random, own: Sequence[str]) -> str:
    one, two, three, four = chance.sample(own, 4)
    return f"It was for the {one} of the {two} that he had been there, and so were they with the {three} by the {four}."


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(5, 9)))
