"""Gives the texts of the chains: from the kits of ``../shared``, and those of the seed's chain that are our own."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

CHAINS = Path(__file__).parent / "chains"
SHARED = CHAINS.parents[2] / "shared"
#: The most characters of a page, as crawls cut them.
MOST = 2_000

#: What is known of a happening on a day.
ChainState = Literal[
    "unknown", "hinted", "planned", "dated", "moved", "under_way", "happened", "denied", "called_off", "overdue"
]
Row = dict[str, Any]


def texts(found: Path | None = None) -> dict[tuple[str, str], tuple[str, str]]:
    """Give each text at hand: kit and key to the day that the kit says, and the text as it is read.

    Args:
        found: JSON Lines of pages that a search gave: ``id``, ``published``, ``url``, ``text``.
    """
    kits = (*_timelines(), *_statements(), *_times(), *_own(), *_found(found))
    return {(kit, key): (day, text[:MOST]) for kit, key, day, text in kits}


def _timelines() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted((SHARED / "gold" / "stories" / "t17_read").glob("*_*.jsonl.gz")):
        if not path.name.startswith("heideltime"):
            with gzip.open(path, "rt", encoding="utf-8") as file:
                yield from (("t17", row["id"], row["published"], row["text"]) for row in map(json.loads, file))


def _statements() -> Iterator[tuple[str, str, str, str]]:
    for row in _lines(SHARED / "gold" / "statements" / "train.jsonl"):
        yield "polnear", str(row["id"]), row["date"], row["text"]


def _times() -> Iterator[tuple[str, str, str, str]]:
    for row in _lines(SHARED / "gold" / "times" / "aquaint.jsonl"):
        yield "aquaint", row["id"], row["dct"][:10], row["text"]


def _own() -> Iterator[tuple[str, str, str, str]]:
    yield "seed", "seed/0", "2017-01-21", next((SHARED / "seed").glob("*.txt")).read_bytes().decode()
    for path in sorted((CHAINS / "seed").glob("*.txt")):
        yield "own", f"seed/{path.stem}", "", path.read_bytes().decode()


def _found(path: Path | None) -> Iterator[tuple[str, str, str, str]]:
    for row in _lines(path) if path else ():
        yield "found", row["id"], row["published"], row["text"]


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
