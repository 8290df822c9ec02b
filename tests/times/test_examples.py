"""Every entry of the room's lists fires on its own example, and no pattern on its counter-example."""

from datetime import date
from pathlib import Path

import pytest

from newsledger import Reader, times
from newsledger.lexicon import Lexicon, load_lexicon, marked
from newsledger.model import Capture, Span, Timex

PUBLISHED = date(2017, 3, 15)


@pytest.fixture(scope="module")
def lexicons() -> dict[str, Lexicon]:
    folder = Path(times.__file__).parent / "data"
    return {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in times.SCHEMAS.items()}


def _times(reader: Reader, text: str) -> tuple[Timex, ...]:
    doc = reader.annotate(Capture(data=text, published=PUBLISHED, kind="text"))
    rules = reader.rules["times"]
    return times.resolve(doc, times.find(doc, rules), rules)


@pytest.mark.parametrize("name", sorted(times.SCHEMAS))
def test_each_entry_fires_on_its_own_example(reader: Reader, lexicons: dict[str, Lexicon], name: str) -> None:
    silent = []
    for row in lexicons[name].rows:
        text, start, end = marked(row["example"])
        place = Span(start=start, end=end)
        if not any(row.rule in t.rule.split("+") and t.span.overlaps(place) for t in _times(reader, text)):
            silent.append(row.rule)

    assert silent == []


def test_no_pattern_fires_on_its_counter_example(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    fired = [
        row.rule
        for row in lexicons["patterns"].rows
        if any(row.rule in t.rule.split("+") for t in _times(reader, row["not"]))
    ]

    assert fired == []
