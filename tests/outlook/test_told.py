"""The tables of docs/outlook.md tell the truth."""

from pathlib import Path
from typing import get_args

import pytest

from newsledger import Reader
from newsledger.model import Expectation

PAGE = (Path(__file__).parent.parent.parent / "docs" / "outlook.md").read_text(encoding="utf-8")


def rows(header: str) -> list[list[str]]:
    """Give the cells of the table that has a header."""
    lines = PAGE[PAGE.index(header) :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(
    ("sentence", "kind", "strength", "negated"), rows("| sentence | kind |"), ids=lambda cell: cell[:30]
)
def test_each_kind_is_as_it_is_told(sentence: str, kind: str, strength: str, negated: str, reader: Reader) -> None:
    action = sentence.split("*")[1]
    record = reader.read_text(sentence.replace("*", ""), published="2019-03-06")

    told = [(one.action.of(record.article.text), one.kind, one.strength, one.negated) for one in record.expectations]
    assert told == [(action, kind, strength, negated == "yes")]


def test_each_kind_of_the_model_is_told() -> None:
    kinds = get_args(Expectation.__annotations__["kind"])

    assert {kind for _, kind, *_ in rows("| sentence | kind |")} == set(kinds)
