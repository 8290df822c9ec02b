"""Draws the texts whose findings are judged, from the kits of ``../shared/gold``; the same kits give the same bytes.

    python eval/judged/draw.py FOLDER

FOLDER gets ``index.jsonl`` and ``ID.txt`` for each page: the read half of the fresh pages, and others cut in the same
way. Which texts are drawn depends on the hash of their key alone. No sealed fresh page is among them, nor a text that
has a long run of words in common with one: what is learnt from these is measured on those.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from fresh.draw import FEWEST, GOLD, Row, cut, write
from fresh.draw import KITS as FRESH_KITS
from fresh.draw import pages as fresh_pages

#: How many texts of each kit are drawn beside the fresh pages.
EACH = {"polnear": 110, "ecb": 50, "t17": 70, "wide": 40}
#: Every tenth article of the statements set is kept for the fresh pages.
KEPT = 9
#: Words in a run that two texts of one report have in common and others have not.
RUN = 12


def main() -> None:
    """Draw all."""
    write(Path(sys.argv[1]), pages())


def pages() -> list[tuple[Row, str]]:
    """Give each page: its row (id, kit, key in the kit, the day that the kit says), and its text.

    They come in the order of their hash, so that the first of them are as mixed as all.
    """
    return sorted(_pages(), key=lambda page: hashlib.sha256(f"order {page[0]['id']}".encode()).digest())


def _pages() -> Iterator[tuple[Row, str]]:
    fresh = list(fresh_pages())
    for row, text in fresh:
        if row["half"] == "read":
            yield {"id": f"fresh-{row['id']}", "kit": "fresh", "key": row["id"], "published": row["published"]}, text
    taken = {(row["kit"], row["key"]) for row, _ in fresh}
    sealed = {run for row, text in fresh if row["half"] == "sealed" for run in runs(text)}
    for kit, number in EACH.items():
        texts = [
            (key, day, cut(text))
            for key, day, text in _texts(kit)
            if len(text) >= FEWEST and (kit, key) not in taken and sealed.isdisjoint(runs(text))
        ]
        texts.sort(key=lambda one: hashlib.sha256(f"judged {kit} {one[0]}".encode()).digest())
        for at, (key, day, text) in enumerate(texts[:number], 1):
            yield {"id": f"{kit}-{at}", "kit": kit, "key": key, "published": day}, text


def runs(text: str) -> set[int]:
    """Give a number for each run of words of a text, by which copies of it are known."""
    words = text.lower().split()
    return {
        int.from_bytes(hashlib.blake2b(" ".join(words[at : at + RUN]).encode(), digest_size=8).digest())
        for at in range(len(words) - RUN + 1)
    }


def _texts(kit: str) -> Iterator[tuple[str, str | None, str]]:
    if kit != "polnear":
        yield from FRESH_KITS[kit][0]()
        return
    lines = (GOLD / "statements" / "train.jsonl").read_text("utf-8").splitlines()
    for number, row in enumerate(map(json.loads, lines)):
        if number % 10 != KEPT:
            yield str(row["id"]), row["date"], row["text"]


if __name__ == "__main__":
    main()
