"""Every entry of the room's lists fires on its own example, and no pattern on its counter-example."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from batches import annotate_all
from classes import classes_asked, holds_its_word, without
from newsledger import Reader, times
from newsledger.lexicon import Lexicon, Row, load_lexicon, marked
from newsledger.model import Annotated, Capture, Span, Timex
from newsledger.times.rules import CLASSES, Rules

PUBLISHED = date(2017, 3, 15)

#: Classes that ``test_dating`` and ``test_told_apart`` look at: of a page's own date, and of words that nobody parsed.
ELSEWHERE = frozenset({"any_weekday", "empty_verb", "honorific"})


@pytest.fixture(scope="module")
def lexicons() -> dict[str, Lexicon]:
    folder = Path(times.__file__).parent / "data"
    return {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in times.SCHEMAS.items()}


def _times(reader: Reader, texts: Iterable[str]) -> Iterator[tuple[Timex, ...]]:
    rules = reader.rules["times"]
    for doc in annotate_all(reader, (Capture(data=text, published=PUBLISHED, kind="text") for text in texts)):
        yield times.resolve(doc, times.find(doc, rules), rules)


@pytest.mark.parametrize("name", sorted(times.SCHEMAS.keys() - {"word_classes"}))
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


Parsed = list[tuple[Row, Annotated]]


@pytest.fixture(scope="module")
def of_classes(reader: Reader, lexicons: dict[str, Lexicon]) -> Parsed:
    rows = lexicons["word_classes"].rows
    captures = (Capture(data=marked(row["example"])[0], published=PUBLISHED, kind="text") for row in rows)
    return list(zip(rows, annotate_all(reader, captures), strict=True))


def test_word_classes_mark_their_word(of_classes: Parsed) -> None:
    assert [row.rule for row, doc in of_classes if not holds_its_word(row, doc)] == []


def test_every_class_is_asked_for_and_is_there(of_classes: Parsed) -> None:
    kept = {row["class"] for row, _ in of_classes}

    assert kept - CLASSES == classes_asked(times)


def test_without_a_class_one_of_its_examples_is_read_otherwise(reader: Reader, of_classes: Parsed) -> None:
    rules = reader.rules["times"]
    idle = {
        name
        for name in {row["class"] for row, _ in of_classes}
        if not any(
            _read(doc, rules) != _read(doc, _without(rules, name)) for row, doc in of_classes if row["class"] == name
        )
    }

    assert idle == ELSEWHERE


def _read(doc: Annotated, rules: Rules) -> tuple[Timex, ...]:
    return times.resolve(doc, times.find(doc, rules), rules)


def _without(rules: Rules, name: str) -> Rules:
    plain = {word: kind for word, kind in rules.plain.items() if kind != name or not word.isalpha()}
    return replace(rules, classes=without(rules.classes, name), plain=plain)
