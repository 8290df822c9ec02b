"""Draws the texts of the fresh pages again from the kits of ``../shared/gold``, each as a crawl would have cut it.

    python eval/fresh/draw.py FOLDER

FOLDER gets ``index.jsonl`` and ``ID.txt`` for each page of both halves, ``read`` and ``sealed``. The same kits give the
same bytes. Which texts are drawn depends on their own hash alone, so that nobody chose them.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
#: The most characters of a page, as crawls cut them; the fewest that tell anything.
MOST, FEWEST = 2_000, 700
#: Characters of a dump that stay above its headline.
ABOVE = 200
HALVES = ("read", "sealed")

Row = dict[str, Any]


def main() -> None:
    """Draw all."""
    write(Path(sys.argv[1]), pages())


def write(folder: Path, drawn: Iterable[tuple[Row, str]]) -> None:
    """Write each page's text, and their rows."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for row, text in drawn:
        (folder / f"{row['id']}.txt").write_bytes(text.encode())
        rows.append(row)
    (folder / "index.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    print(f"{len(rows)} pages")


def pages() -> Iterator[tuple[Row, str]]:
    """Give each page: its row (id, half, kit, key in the kit, the day that the kit says), and its text."""
    for kit, (of_kit, each) in KITS.items():
        texts = [(key, day, cut(text)) for key, day, text in of_kit() if len(text) >= FEWEST]
        texts.sort(key=lambda one: hashlib.sha256(f"fresh {kit} {one[0]}".encode()).digest())
        for number, (key, day, text) in enumerate(texts[: 2 * each]):
            half = HALVES[number % 2]
            # Every second page of a half comes without a day, as bare dumps do.
            given = day if number % 4 < len(HALVES) else None
            name = f"{half}-{kit}-{number // 2 + 1}"
            yield {"id": name, "half": half, "kit": kit, "key": key, "published": given}, text


def cut(text: str) -> str:
    """Cut a text as crawls do, in the middle of whatever stands there."""
    return text[:MOST]


def _statements() -> Iterator[tuple[str, str | None, str]]:
    rows = _lines(GOLD / "statements" / "train.jsonl")
    # The other articles are looked at while rules are written.
    yield from ((str(row["id"]), row["date"], row["text"]) for number, row in enumerate(rows) if number % 10 == 9)


def _stories() -> Iterator[tuple[str, str | None, str]]:
    for row in _lines(GOLD / "stories" / "ecb_read.jsonl"):
        first, _, rest = row["text"].partition("\n")
        text = rest if row["id"].endswith("plus") else f"{first}\n{rest}"
        yield row["id"], row["published"], text


def _timelines() -> Iterator[tuple[str, str | None, str]]:
    for path in sorted((GOLD / "stories" / "t17_read").glob("*_*.jsonl.gz")):
        if path.name.startswith("heideltime"):
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from ((row["id"], row["published"], row["text"]) for row in map(json.loads, file))


def _wide() -> Iterator[tuple[str, str | None, str]]:
    """Dumps, from a few lines before the headline: what is cut above it are menus."""
    golds = {row["id"]: row for row in _lines(GOLD / "pages_wide" / "wide_read" / "read_gold.jsonl")}
    for dump in _lines(GOLD / "pages_wide" / "wide_read" / "read_dumps.jsonl"):
        gold, text = golds[dump["id"]], dump["text"]
        starts = [line["start"] for line in gold["lines"] if line["role"] == "headline"]
        if gold["language"] == "en" and starts:
            before = text.rfind("\n", 0, max(starts[0] - ABOVE, 0)) + 1
            yield dump["id"], None, text[before:].strip()


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


#: Of each kit: its texts, and how many pages of it a half has.
KITS: dict[str, tuple[Callable[[], Iterator[tuple[str, str | None, str]]], int]] = {
    "polnear": (_statements, 6),
    "ecb": (_stories, 22),
    "t17": (_timelines, 14),
    "wide": (_wide, 18),
}


if __name__ == "__main__":
    main()
