"""How often articles whose date is withheld are dated by their own words, and how often wrongly.

Run as ``.venv/bin/python eval/dating.py``; figures under plain names are of the half that nobody has read.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.model import Capture, PageDate
from newsledger.pipeline import Reader
from newsledger.times import date_article, find

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "statements"
#: Of the larger half every tenth article is enough.
STEP = 10
Row = dict[str, Any]


def score(reader: Reader) -> dict[str, float]:
    """Measure the dating of clean texts; ``….read`` are figures of the half whose errors may be read."""
    return _figures(reader, _rows("dev.jsonl"), "") | _figures(reader, _rows("train.jsonl")[::STEP], ".read")


def infer(reader: Reader, text: str) -> PageDate:
    """Date a text by its own words alone."""
    doc = parse(reader, Capture(data=text, kind="text"))
    rules = reader.rules["times"]
    return date_article(doc, find(doc, rules), rules).date_published


def _figures(reader: Reader, rows: list[Row], half: str) -> dict[str, float]:
    dated = [(date.fromisoformat(row["date"][:10]), infer(reader, row["text"]).day) for row in rows]
    found = [(gold, day) for gold, day in dated if day is not None]
    wrong = sum(gold != day for gold, day in found)
    far = sum(abs((gold - day).days) > 1 for gold, day in found)
    total = max(len(found), 1)
    return {
        f"dating.inferred{half}": len(found) / max(len(dated), 1),
        f"dating.wrong{half}": wrong / total,
        f"dating.wrong_by_days{half}": far / total,
    }


def _rows(name: str) -> list[Row]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    for figure, value in sorted(score(Reader.load("en")).items()):
        print(f"{figure:<40} {value:.4f}")
