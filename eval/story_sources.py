"""Sets in the form of the stories kit, as the stories room takes them."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.model import Report

Row = dict[str, Any]
#: The site of a web address: "www.example.org/a/b" is of "example.org".
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)")


def read_rows(path: Path) -> list[Row]:
    """Read JSON Lines, packed or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def documents(source: Path) -> Iterator[Row]:
    """Give the documents of the files ``ecb_*.jsonl`` of a folder, or of one file."""
    for path in sorted(source.glob("ecb_*.jsonl")) if source.is_dir() else [source]:
        yield from read_rows(path)


def collections(source: Path) -> Iterator[Row]:
    """Give the articles of the folders ``t17_*`` of a folder."""
    for folder in sorted(source.glob("t17_*")):
        yield from articles(folder)


def articles(folder: Path) -> Iterator[Row]:
    """Give the articles of a folder of collections."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        if not path.name.startswith("heideltime"):
            yield from read_rows(path)


def address_end(row: Row) -> int:
    """Give where the first line ends that is a web address; 0 where the text begins with words."""
    first, _, _ = row["text"].partition("\n")
    return len(first) + 1 if " " not in first and _SITE.match(first) else 0


def report_of(row: Row) -> Report:
    """Make a report of a document; the address at its head names the outlet and is no part of the text."""
    start = address_end(row)
    site = _SITE.match(row["text"][:start])
    collection = row["id"].partition("/")[0].rpartition("_")[2] if "/" in row["id"] else None
    return Report(
        id=row["id"],
        outlet=site.group(1) if site else collection,
        day=date.fromisoformat(row["published"]) if row["published"] else None,
        headline=None,
        text=row["text"][start:],
    )
