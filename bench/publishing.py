"""Publishes a ledger of many stories, adds an article, and publishes again: seconds, files, memory.

The stories are the one of tests/demo, told anew for each: its letters are exchanged, so that no two have a word in
common, and its days are moved. Processor time is told: the wall clock of a busy machine says little.
"""

import argparse
import hashlib
import json
import random
import resource
import string
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from newsledger import Reader, codec
from newsledger.ledger.grouping import group_all
from newsledger.model import Capture, Record, content_id
from newsledger.publish import Result, Settings, publish
from newsledger.store import Entry, Store, keep, open_ledger, take_apart

DEMO = Path(__file__).parents[1] / "tests" / "demo" / "cocoa.jsonl"
BATCH = 200
_FINDINGS = ("actors", "times", "statements", "events", "expectations")
#: Fields whose letters are exchanged with those of the text.
_WORDS = frozenset({"text", "headline", "name", "publisher"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """What publishing took.

    Attributes:
        seconds: Of the processor.
        megabytes: The most that the process has held so far.
    """

    seconds: float
    pages: int
    written: int
    unchanged: int
    removed: int
    megabytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The same ledger published whole, again, and after one more article."""

    articles: int
    before_mb: int
    whole: Timed
    again: Timed
    one_more: Timed
    one_more_on_a_new_day: Timed


def main() -> None:
    """Measure, print the result as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--ledger", type=Path, help="Keep the ledger there, and use it if it is there.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "ledger.db"
        records = tuple(_demo())
        if not path.exists():
            _grow(path, records, options.stories)
        with open_ledger(path) as store:
            print(json.dumps(asdict(_measured(store, records, Path(folder) / "site", options.stories)), indent=2))


def _measured(store: Store, records: Sequence[Record], site: Path, stories: int) -> Measured:
    before = _megabytes()
    whole, again = _timed(store, site), _timed(store, site)
    last = told_anew(records[-1], stories - 1)
    _add(store, [_edited(last, 0)])
    one_more = _timed(store, site)
    _add(store, [_edited(last, 1)])
    new_day = _timed(store, site)
    return Measured(
        articles=len(list(store.contents.articles())),
        before_mb=before,
        whole=whole,
        again=again,
        one_more=one_more,
        one_more_on_a_new_day=new_day,
    )


def _timed(store: Store, site: Path) -> Timed:
    began = time.process_time()
    result: Result = publish(store, site, Settings())
    return Timed(
        seconds=round(time.process_time() - began, 2),
        pages=result.pages,
        written=result.written,
        unchanged=result.unchanged,
        removed=result.removed,
        megabytes=_megabytes(),
    )


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _demo() -> Iterator[Record]:
    reader = Reader.load("en")
    for line in DEMO.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield reader.read(told.get("html") or told["text"], url=told["url"], published=told.get("published"))


def _grow(path: Path, records: Sequence[Record], stories: int) -> None:
    with open_ledger(path, new=True) as store:
        for first in range(0, stories, BATCH // len(records)):
            numbers = range(first, min(first + BATCH // len(records), stories))
            _put(store, [told_anew(record, number) for number in numbers for record in records])
            print(f"\r{numbers[-1] + 1:,} stories", end="", file=sys.stderr, flush=True)
        for _ in group_all(store):
            pass
    print(file=sys.stderr)


def _add(store: Store, records: Sequence[Record]) -> None:
    _put(store, records)
    for _ in group_all(store):
        pass


def _put(store: Store, records: Sequence[Record]) -> None:
    run = store.begin("add", at="2026-01-01T00:00:00+00:00")
    store.put([_entry(record) for record in records], run=run)
    store.end(run, at="2026-01-01T00:00:00+00:00")


def _entry(record: Record) -> Entry:
    address = f"https://paper.example/{record.article.id}"
    capture = Capture(data=record.article.text, url=address)
    return Entry(kept=keep(capture, address=address), outcome=take_apart(record, settled={}))


def told_anew(record: Record, number: int) -> Record:
    """Tell a record of another story: other words, other ids, other days."""
    tree = codec.to_builtins(record)
    ids = {one["id"] for kind in _FINDINGS for one in tree[kind]} | {record.article.id}
    return _sealed(_exchanged(tree, ids, number, _letters(number)))


def _letters(number: int) -> dict[int, int]:
    chance = random.Random(number)  # noqa: S311 - pages, no secrets
    small = chance.sample(string.ascii_lowercase, 26)
    return str.maketrans(string.ascii_letters, "".join(small) + "".join(small).upper())


def _exchanged(node: Any, ids: set[str], number: int, letters: dict[int, int], name: str = "") -> Any:
    if isinstance(node, dict):
        return {one: _exchanged(value, ids, number, letters, one) for one, value in node.items() if one != "words"}
    if isinstance(node, list | tuple):
        return [_exchanged(value, ids, number, letters, name) for value in node]
    if not isinstance(node, str):
        return node
    if node in ids:
        return content_id(node, str(number))
    if name in ("url", "canonical_url"):
        return f"{node}?{number}"
    if name == "key":
        head, _, tail = node.rpartition(":")
        return f"{head}:{tail.translate(letters)}"
    if name in _WORDS:
        return node.translate(letters)
    return _moved(node, number)


def _moved(written: str, number: int) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return (day + timedelta(days=number % 365)).isoformat() if len(written) == len("2018-04-20") else written


def _edited(record: Record, later: int) -> Record:
    """Tell a record again, as another outlet does: some words, ids and days are others."""
    tree = codec.to_builtins(record)
    ids = {one["id"] for kind in _FINDINGS for one in tree[kind]} | {record.article.id}
    moved = _exchanged(tree, ids, later, {})
    words = moved["article"]["text"].split(" ")
    moved["article"]["text"] = " ".join(word[::-1] if place % 7 == 6 else word for place, word in enumerate(words))
    moved["article"]["publisher"] = f"Other Paper {later}"
    return _sealed(moved)


def _sealed(tree: Any) -> Record:
    tree["article"]["text_sha256"] = hashlib.sha256(tree["article"]["text"].encode()).hexdigest()
    return codec.seal(codec.from_builtins(tree))


if __name__ == "__main__":
    main()
