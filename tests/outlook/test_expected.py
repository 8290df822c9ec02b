"""Own sentences with and without an expectation, read by the pinned model."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from newsledger import Reader
from newsledger.lexicon import marked
from newsledger.model import Expectation, Span

HERE = Path(__file__).parent
PUBLISHED = date(2019, 3, 6)
#: Sentences that are read wrongly; each says why.
MISREAD = {
    "On most mornings the old men will sit": "only the words of time tell that it is a habit",
    "Members may bring one guest": "a permission looks like a chance",
    "The old bridge could carry": "nothing in the sentence tells that it is past",
    "The goal of the game": "a goal of nobody's",
    "Aides say Lund is close": "the model takes the aides for the subject",
    "The union gave the government": "the statements take the union for the holder of a deadline",
    "Polls suggest": "the polls are taken for those who predict",
}


def rows(name: str) -> Iterator[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in [line for line in lines if not line.startswith("#")][1:])


def find(reader: Reader, text: str) -> tuple[Expectation, ...]:
    return reader.read_text(text, published=PUBLISHED).expectations


def fields(text: str, one: Expectation) -> list[str]:
    def words(span: Span | None) -> str:
        return span.of(text) if span else "-"

    negated = "yes" if one.negated else "no"
    days = (day.isoformat() if day else "-" for day in (one.earliest, one.latest))
    return [one.kind, words(one.holder), one.strength, negated, words(one.condition), *days]


def is_misread(text: str) -> bool:
    return any(text.startswith(start) for start in MISREAD)


def starred(text: str) -> tuple[str, Span]:
    plain, start, end = marked(text)
    return plain, Span(start=start, end=end)


@pytest.mark.parametrize("row", [row for row in rows("expected.tsv") if row[1] == "none" and not is_misread(row[0])])
def test_a_sentence_without_an_expectation_has_none(reader: Reader, row: list[str]) -> None:
    assert find(reader, row[0]) == ()


@pytest.mark.parametrize("row", [row for row in rows("expected.tsv") if row[1] != "none" and not is_misread(row[0])])
def test_an_expectation_has_its_action_and_fields(reader: Reader, row: list[str]) -> None:
    text, action = starred(row[0])

    found = find(reader, text)

    assert [(one.action, fields(text, one)) for one in found] == [(action, row[1:])]


@pytest.mark.parametrize(("rule", "none", "expectation"), list(rows("pairs.tsv")))
def test_a_rule_keeps_out_the_one_and_not_the_other(reader: Reader, rule: str, none: str, expectation: str) -> None:
    text, action = starred(expectation)

    assert find(reader, none) == (), rule
    assert [one.action.start for one in find(reader, text)] == [action.start], rule


def test_a_day_before_only_the_second_verb_dates_that_alone(reader: Reader) -> None:
    text = "The minister will tour the valley and on Friday open a school."

    assert find(reader, text)[0].earliest is None
