"""The tables of docs/times.md tell the truth."""

from datetime import date
from pathlib import Path

import pytest

from newsledger import Reader, times
from newsledger.lexicon import marked
from newsledger.model import Capture, Span

PUBLISHED = date(2019, 3, 6)
PAGE = Path(__file__).parent.parent.parent / "docs" / "times.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and "*" in line
]


@pytest.mark.parametrize(("sentence", "value", "earliest", "latest"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_of_the_docs_is_what_is_read(
    reader: Reader, sentence: str, value: str, earliest: str, latest: str
) -> None:
    text, start, end = marked(sentence)
    doc = reader.annotate(Capture(data=text, published=PUBLISHED, kind="text"))
    rules = reader.rules["times"]

    found = [
        timex
        for timex in times.resolve(doc, times.find(doc, rules), rules)
        if timex.span.overlaps(Span(start=start, end=end))
    ]

    told = [tuple(str(cell) for cell in (one.value, one.earliest, one.latest)) for one in found]
    assert told == [tuple(cell.replace("-", "None") if cell == "-" else cell for cell in (value, earliest, latest))]


def test_the_docs_have_their_tables() -> None:
    assert len(ROWS) > 30
