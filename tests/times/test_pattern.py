import re

import pytest

from newsledger.errors import LexiconError
from newsledger.lexicon import Row
from newsledger.times.pattern import build_patterns, letters
from newsledger.times.rules import CLASSES

LETTERS = letters(CLASSES)


def _row(name: str, pattern: str, order: str = "1") -> Row:
    cells = {"name": name, "order": order, "build": "calendar", "pattern": pattern, "not": "-", "example": "*x*"}
    return Row(lexicon="patterns", key=name, cells=cells, line=4)


def _classes(*kinds: str) -> str:
    return "".join(LETTERS[kind] for kind in kinds)


@pytest.mark.parametrize(
    ("pattern", "kinds", "size"),
    [
        pytest.param("month:MONTH day:DAYNUM", ("MONTH", "ORDNUM"), 2, id="family"),
        pytest.param("MONTH (COMMA? YEAR)?", ("MONTH", "COMMA", "YEAR"), 3, id="group"),
        pytest.param("MONTH !UNITS", ("MONTH", "UNITS"), None, id="look-ahead-none"),
        pytest.param("UNIT &ENDED", ("UNIT", "ENDED"), 1, id="look-ahead-one"),
        pytest.param("number:AMOUNT UNITS", ("NUMWORD", "AND", "A", "HALF", "UNITS"), 5, id="sequence"),
        pytest.param("A/THE UNIT", ("THE", "UNIT"), 2, id="either"),
    ],
)
def test_a_pattern_matches_the_classes_that_it_names(pattern: str, kinds: tuple[str, ...], size: int | None) -> None:
    (compiled,), _ = build_patterns([_row("p", pattern)], CLASSES)

    match = compiled.regex.match(_classes(*kinds))

    assert (match and match.end()) == size


def test_a_part_is_found_by_its_name() -> None:
    (compiled,), _ = build_patterns([_row("p", "month:MONTH COMMA? year:YEAR")], CLASSES)

    match = compiled.regex.match(_classes("MONTH", "COMMA", "YEAR"))

    assert match is not None
    assert match.span("year") == (2, 3)


def test_patterns_are_tried_in_their_order() -> None:
    rows = [_row("late", "MONTH", "2"), _row("early", "MONTH YEAR?", "1")]

    patterns, grammar = build_patterns(rows, CLASSES)
    match = grammar.match(_classes("MONTH", "YEAR"))

    assert [pattern.name for pattern in patterns] == ["early", "late"]
    assert match is not None
    assert match.lastgroup == "p0"


@pytest.mark.parametrize("pattern", ["month=MONTH", "MONHT", "(MONTH"])
def test_a_badly_written_pattern_is_refused(pattern: str) -> None:
    with pytest.raises((LexiconError, re.error)):
        build_patterns([_row("p", pattern)], CLASSES)
