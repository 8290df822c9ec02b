"""Scores headline, date and lead of the sixty bare dumps of eval/fresh/dumps.jsonl, read blind.

    python eval/fresh_dumps.py FOLDER [read | sealed]

The texts are not kept: FOLDER has each under the name of its id, ``ID.txt``, and one whose sha256 differs is refused.
Of the sealed ones only sums are printed.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsledger.model import Article, Capture
from newsledger.page import Rules, read_article
from newsledger.page.words.line import words_of
from newsledger.pipeline import Reader

GOLD = Path(__file__).parent / "fresh" / "dumps.jsonl"
_KEPT = frozenset({"body", "dateline", "live_entry", "standfirst"})
_FIGURES = ("headline right", "date right or rightly unknown", "date wrong", "lead kept")


def score(folder: Path, half: str, rules: Rules) -> dict[str, tuple[int, int]]:
    """Count what is right of a half, and of how many; prints each error of the read half."""
    rows = [row for row in map(json.loads, GOLD.read_text("utf-8").splitlines()) if row["id"].startswith(half)]
    marks = [(row["id"], _mark(row, _text(folder, row), rules)) for row in rows]
    for key, mark in marks:
        wrong = [name for name, good in mark.items() if good is (name == "date wrong")]
        if wrong and half == "read":
            print(key, *wrong, sep="\t")
    counted = {name: [mark[name] for _, mark in marks if mark[name] is not None] for name in _FIGURES}
    return {name: (sum(map(bool, values)), len(values)) for name, values in counted.items()}


def _text(folder: Path, row: dict[str, Any]) -> str:
    text = (folder / f"{row['id']}.txt").read_text("utf-8")
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['id']} is not the text that was annotated")
    return text


def _mark(row: dict[str, Any], text: str, rules: Rules) -> dict[str, bool | None]:
    """Say what is right of a page; None of a headline that the page does not print."""
    article = read_article(Capture(data=text, media_type="text/plain"), rules)
    headline = text[slice(*row["headline"])] if row["headline"] else None
    day = (article.date_published.value or "")[:10] or None
    dated = day in row["date"]
    return {
        "headline right": words_of(article.headline or "") == words_of(headline) if headline else None,
        "date right or rightly unknown": dated,
        "date wrong": bool(day) and not dated,
        "lead kept": any(role in _KEPT for role in _roles_at(article, row["lead"][0])),
    }


def _roles_at(article: Article, place: int) -> Iterator[str]:
    return (block.role for block in article.blocks if block.start <= place < block.end)


if __name__ == "__main__":
    rules = Reader.load("en").rules["page"]
    for half in sys.argv[2:] or ("read", "sealed"):
        for name, (right, of) in score(Path(sys.argv[1]), half, rules).items():
            print(f"{half:<7} {name:<30} {right:>3} of {of}")
