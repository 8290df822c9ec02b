"""Makes the records of many articles out of a few that were read: for ledgers in which nothing has to be read.

Each article is the record of a page of ``synthetic.py`` with other words of the same length, so that every place in it
holds, at an address, on a day and of an outlet of its own. As in the news, most of them are alone, some stories have
many, told in the same rare words within some days of each other, and some are copies of what another outlet had.
"""

import random
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from newsledger import Reader, codec
from newsledger.model import Record, content_id
from synthetic import FIRST_DAY, PARTS, page

#: So many stories of a hundred have at most so many articles.
SIZES = ((50, 1), (75, 3), (92, 8), (99, 20), (100, 40))
#: Pages that are read of one affair; two articles of a story are made of two of them, as far as they go.
PAGES = 4
#: One article of a story in so many is a copy of the one before.
COPIED = 10
OUTLETS, DAYS, STORY_DAYS = 40, 365, 4
#: Of the words that may be others, so many of a hundred are the story's own.
OWN = 40
_COMMONEST, _SHORTEST = 150, 4
#: Two stories of one page and another number name other people.
CASTS = 7
#: Rooms whose lexicons tell of times, sayings and hopes, and not of deeds.
_HARMLESS = ("times", "statements", "outlook", "syntax")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FINDINGS = ("actors", "times", "statements", "events", "expectations")
#: Where a record names places of its text that are more than a sentence: their words may be others.
_WHOLE = frozenset({"sentences", "blocks", "receipts", "content", "action", "condition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which article of which story it is.

    Attributes:
        number: The article's own number.
        telling: Which of the pages of its affair it is made of.
        words: What its words are drawn by: of a copy, the number of the article that it copies.
    """

    number: int
    story: int
    telling: int
    words: int
    day: date
    outlet: int


def read(reader: Reader, number: int) -> Record:
    """Read a page that others are made of."""
    made = page(number, affair=number // PAGES)
    return reader.read(made.html, url=made.url, published=made.published)


def news(records: Sequence[Record], count: int, *, first: int = 0) -> Iterator[Record]:
    """Make so many articles, the same ones for the same records and numbers.

    Args:
        records: Those that were read.
        count: How many.
        first: The number of the first; others than those that are there have numbers of their own.
    """
    for place in places(count, first=first):
        yield made(records, place)


def places(count: int, *, first: int = 0) -> Iterator[Place]:
    """Draw stories, one after another, and their articles."""
    chance = random.Random(f"news/{first}")  # noqa: S311 - pages, no secrets
    number, story = first, first
    while number < first + count:
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        words = telling = 0
        for at in range(min(_size(chance), first + count - number)):
            if at == 0 or chance.randrange(COPIED):
                words, telling = number, at % PAGES
            yield Place(
                number=number,
                story=story,
                telling=telling,
                words=words,
                day=day + timedelta(days=chance.randrange(STORY_DAYS)),
                outlet=(story * 7 + number - first) % OUTLETS,
            )
            number += 1
        story += 1


def _size(chance: random.Random) -> int:
    drawn = chance.randrange(100)
    most = next(size for share, size in SIZES if drawn < share)
    return chance.randint(max(1, most // 3), most)


def made(records: Sequence[Record], place: Place) -> Record:
    """Make an article out of one of some records: other words and people, ids, days, another address."""
    record = records[(place.story * PAGES + place.telling) % len(records)]
    tree = codec.to_builtins(record)
    anew = _Anew.of(tree, place)
    text = anew.named(_reworded(record.article.text, _fixed(tree, len(record.article.text)), place))
    headline = next((block for block in record.article.blocks if block.role == "headline"), None)
    address = f"https://paper{place.outlet}.example/{place.day:%Y/%m/%d}/{place.number}"
    article = {
        "text": text,
        "text_sha256": codec.text_sha256(text),
        "headline": text[headline.start : headline.end] if headline else None,
        "publisher": f"Paper {place.outlet}",
        "url": address,
        "canonical_url": address,
        "addresses": [address],
    }
    moved = anew.moved(tree)
    return codec.seal(codec.from_builtins({**moved, "article": {**moved["article"], **article}}))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anew:
    """What becomes of the values of a record: ids of its own, other people, its days so much later."""

    place: Place
    ids: Set[str]
    later: timedelta
    people: dict[str, str]

    @classmethod
    def of(cls, tree: dict[str, Any], place: Place) -> "_Anew":
        people = {
            word: _name(word, place.story % CASTS)
            for actor in tree["actors"]
            if actor["kind"] == "person"
            for word in _LETTERS.findall(actor["name"])
        }
        return cls(
            place=place,
            ids={one["id"] for kind in _FINDINGS for one in tree[kind]} | {tree["article"]["id"]},
            later=place.day - date.fromisoformat(tree["article"]["date_published"]["value"]),
            people=people | {one.lower(): other.lower() for one, other in people.items()},
        )

    def named(self, text: str) -> str:
        return _LETTERS.sub(lambda match: self.people.get(match.group(), match.group()), text)

    def moved(self, node: Any) -> Any:
        if isinstance(node, dict):
            return {name: self.moved(value) for name, value in node.items() if name not in ("exact", "text")}
        if isinstance(node, list | tuple):
            return [self.moved(value) for value in node]
        if not isinstance(node, str):
            return node
        if node in self.ids:
            return content_id(node, str(self.place.number))
        return (date.fromisoformat(node) + self.later).isoformat() if _DAY.fullmatch(node) else self.named(node)


def _fixed(node: Any, length: int) -> bytearray:
    """Mark the letters of what was found, such as names and words of time, which stay."""
    marked = bytearray(length)
    for start, end in _spans(node):
        marked[start:end] = b"\1" * (end - start)
    return marked


def _spans(node: Any) -> Iterator[tuple[int, int]]:
    if isinstance(node, dict):
        if isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
            yield node["start"], node["end"]
        for name, value in node.items():
            if name not in _WHOLE:
                yield from _spans(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _spans(value)


def _reworded(text: str, fixed: bytearray, place: Place) -> str:
    own, other = f"story/{place.story}", f"article/{place.words}"

    def word(match: re.Match[str]) -> str:
        found = match.group()
        if found in _common() or any(fixed[match.start() : match.end()]):
            return found
        chance = random.Random(f"{other}/{match.start()}")  # noqa: S311 - words, no secrets
        if chance.randrange(100) < OWN:
            return random.Random(f"{own}/{found}").choice(_rare(found))  # noqa: S311
        return _any(found, chance.random())

    return _WORD.sub(word, text)


def _name(word: str, cast: int) -> str:
    """Give another name of the same length; the same one for the same cast."""
    chance = random.Random(f"{word}/{cast}")  # noqa: S311 - names, no secrets
    return chance.choice(_names().get(len(word), [word]))


@cache
def _names() -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for name in (start + end for start in PARTS["start"] for end in PARTS["end"]):
        if name.isascii():
            names.setdefault(len(name), []).append(name)
    return names


def _any(word: str, part: float) -> str:
    """Give a word of the same length, the common ones often."""
    words = _by_length().get(len(word), [word])
    return words[int(len(words) ** part) - 1]


def _rare(word: str) -> list[str]:
    words = _by_length().get(len(word), [word])
    return words[len(words) // 3 :]


@cache
def _common() -> frozenset[str]:
    return frozenset(_english()[:_COMMONEST])


@cache
def _by_length() -> dict[int, list[str]]:
    words: dict[int, list[str]] = {}
    for word in _english()[_COMMONEST:]:
        if len(word) >= _SHORTEST and word.isascii() and word.isalpha():
            words.setdefault(len(word), []).append(word)
    return words


@cache
def _english() -> list[str]:
    """Give words of English that our own example sentences have, too, the commonest first: so none is vulgar."""
    frequencies = _rows(files("newsledger.stories") / "data" / "word_frequencies.en.tsv")
    return [
        row["word"]
        for row in sorted(frequencies, key=lambda row: -int(row["per_million"]))
        if row["word"] in words_of_examples()
    ]


@cache
def words_of_examples() -> frozenset[str]:
    """Give the words of the sentences that lexicons of harmless things are explained by."""
    folders = (files("newsledger") / room / "data" for room in _HARMLESS)
    lists = (file for folder in folders for file in folder.iterdir() if file.name.endswith(".en.tsv"))
    examples = (row.get("example", "").replace("*", "") for one in lists for row in _rows(one))
    return frozenset(word for example in examples for word in _LETTERS.findall(example))


def _rows(file: Traversable) -> Iterator[dict[str, str]]:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return (dict(zip(names, line.split("\t"), strict=False)) for line in lines[1:])
