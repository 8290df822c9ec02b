"""What the bench reads: clean article texts, as many as make up a number of words."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "statements" / "train.jsonl"
PAGES = ROOT / "tests" / "pages"


def load_texts(words: int) -> tuple[str, list[str]]:
    """Load texts up to a number of words.

    Returns:
        Where they are from, and the texts.
    """
    source = "statements/train.jsonl of the gold sets" if GOLD.exists() else "the golden pages, over and over"
    texts, missing = [], words
    for text in _gold_texts() if GOLD.exists() else cycle(_page_texts()):
        texts.append(text)
        missing -= count_words(text)
        if missing <= 0:
            break
    return source, texts


def count_words(text: str) -> int:
    """Count the words of a text, as white space parts them."""
    return len(text.split())


def _gold_texts() -> Iterator[str]:
    with GOLD.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _page_texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt"))]
