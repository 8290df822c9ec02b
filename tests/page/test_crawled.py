"""Dumps in the shapes that crawls give: cut in mid-sentence, with menus, notices and captions among the paragraphs."""

import csv
from pathlib import Path

import pytest

from newsledger.model import Article, Capture
from newsledger.page import Rules, read_article

DUMPS = Path(__file__).parent / "dumps"
READ = frozenset({"body", "live_entry", "standfirst"})
PEOPLE = {"menu-1": ("Eva Krog",), "opinion-1": ("Marta Lenz",)}

with (DUMPS / "expected.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(page: str, rules: Rules) -> Article:
    text = (DUMPS / f"{page}.txt").read_text("utf-8")
    return read_article(Capture(data=text, media_type="text/plain"), rules)


@pytest.mark.parametrize("row", ROWS, ids=[row["page"] for row in ROWS])
def test_headline_date_and_authors_of_a_crawled_dump(rules: Rules, row: dict[str, str]) -> None:
    article = read(row["page"], rules)

    assert article.headline == row["headline"]
    assert (article.date_published.value or "-") == row["published"]
    assert article.byline == PEOPLE.get(row["page"], ())


@pytest.mark.parametrize("row", ROWS, ids=[row["page"] for row in ROWS])
def test_nothing_from_first_paragraph_to_last_is_lost(rules: Rules, row: dict[str, str]) -> None:
    article = read(row["page"], rules)

    kept = [article.text[block.start : block.end] for block in article.blocks if block.role in READ]
    assert any(words.startswith(row["first"]) for words in kept[:2])
    assert kept[-1].endswith(row["last"])


def test_every_dump_stands_in_the_table() -> None:
    assert {path.stem for path in DUMPS.glob("*.txt")} == {row["page"] for row in ROWS}
