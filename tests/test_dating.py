"""Sixty dumps that we wrote in the shapes of real ones, half of them with a trap for whoever looks for their date.

Traps: an older picture, another story's date, a comment, a copyright line, a notice, the time of the capture, a day yet
to come, two days that fit the weekday. A wrong date costs three right ones.
"""

import csv
from pathlib import Path

from newsledger import Reader

PAGES = Path(__file__).parent / "page" / "dating"
ENOUGH = 48


def test_sixty_dumps_are_dated_and_hardly_one_wrongly(reader: Reader) -> None:
    with (PAGES / "expected.tsv").open(encoding="utf-8") as file:
        expected = {row["page"]: row["published"] for row in csv.DictReader(file, delimiter="\t")}

    found = {name: _published(reader, name) for name in expected}

    right = [name for name, day in found.items() if day == expected[name]]
    wrong = [name for name, day in found.items() if day not in (expected[name], "unknown")]
    assert len(expected) == 60
    assert len(right) - 3 * len(wrong) >= ENOUGH, wrong


def _published(reader: Reader, name: str) -> str:
    record = reader.read((PAGES / f"{name}.txt").read_bytes(), media_type="text/plain")
    day = record.article.date_published.day
    return day.isoformat() if day else "unknown"
