"""Every entry of the room's lists fires on its own example, and no pattern on its counter-example."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from batches import annotate_all
from newsledger import Reader, times
from newsledger.lexicon import Lexicon, load_lexicon, marked
from newsledger.model import Capture, Span, Timex

PUBLISHED = date(2017, 3, 15)


@pytest.fixture(scope="module")
def lexicons() -> dict[str, Lexicon]:
    folder = Path(times.__file__).parent / "data"
    return {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in times.SCHEMAS.items()}


def _times(reader: Reader, texts: Iterable[str]) -> Iterator[tuple[Timex, ...]]:
    rules = reader.rules["times"]
    for doc in annotate_all(reader, (Capture(data=text, published=PUBLISHED, kind="text") for text in texts)):
        yield times.resolve(doc, times.find(doc, rules), rules)


@pytest.mark.parametrize("name", sorted(times.SCHEMAS))
def test_each_entry_fires_on_its_own_example(reader: Reader, lexicons: dict[str, Lexicon], name: str) -> None:
    rows, silent = lexicons[name].rows, []
    for row, found in zip(rows, _times(reader, (marked(row["example"])[0] for row in rows)), strict=True):
        _, start, end = marked(row["example"])
        place = Span(start=start, end=end)
        if not any(row.rule in t.rule.split("+") and t.span.overlaps(place) for t in found):
            silent.append(row.rule)

    assert silent == []


def test_no_pattern_fires_on_its_counter_example(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    rows = lexicons["patterns"].rows
    read = zip(rows, _times(reader, (row["not"] for row in rows)), strict=True)
    fired = [row.rule for row, found in read if any(row.rule in t.rule.split("+") for t in found)]

    assert fired == []
