"""Recipes of fresh pages: places are found exactly, or it fails; no word of a page gets into one."""

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FRESH = Path(__file__).parent.parent / "eval" / "fresh"
TEXT = "Harbour talks resume\r\n\n \n  The pilots met the owners, and the owners met the mayor. \n"
PAGE = {"id": "port-1", "kit": "port", "key": "a-1", "published": None}
#: What a recipe may say in letters: where a page is from, codes, and dates.
SAID = frozenset(
    ["id", "kit", "key", "published", "kind", "sha256", "type", "standing", "date", "earliest", "latest", "country"],
)


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fresh_pack", FRESH / "pack.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fresh = _load()


def _gold(trigger: object, content: object = "The pilots … the mayor") -> dict[str, Any]:
    event = {"type": "CONSULT", "trigger": trigger, "actor": None, "recipient": None, "standing": "happened"}
    return {
        "id": "port-1",
        "date": None,
        "headline": {"line": 1},
        "lead": event,
        "events": [],
        "statements": [{"source": None, "cue": None, "content": content}],
        "expectations": [],
        "actors": [{"name": "pilots", "country": None}],
        "traps": ["talks"],
    }


def _cut(place: dict[str, int]) -> str:
    return TEXT[place["start"] : place["end"]]


@pytest.mark.parametrize(
    ("trigger", "start"),
    [
        pytest.param("met", TEXT.index("met"), id="words-alone-are-their-first-place"),
        pytest.param({"line": 2, "words": "met", "nth": 2}, TEXT.rindex("met"), id="second-in-its-line"),
    ],
)
def test_words_become_offsets(trigger: object, start: int) -> None:
    packed = fresh.pack(PAGE, _gold(trigger), TEXT)

    assert packed["lead"]["trigger"] == {"start": start, "end": start + 3}


def test_a_line_is_counted_without_blank_ones_and_cut_without_white_space() -> None:
    packed = fresh.pack(PAGE, _gold({"line": 2}), TEXT)

    assert _cut(packed["headline"]) == "Harbour talks resume"
    assert _cut(packed["lead"]["trigger"]) == TEXT.splitlines()[3].strip()


def test_a_content_in_short_runs_from_its_first_to_its_last_words() -> None:
    packed = fresh.pack(PAGE, _gold("met", "The pilots … the mayor"), TEXT)

    assert _cut(packed["statements"][0]["content"]) == "The pilots met the owners, and the owners met the mayor"


@pytest.mark.parametrize(
    "trigger",
    [
        pytest.param("sailed", id="nowhere"),
        pytest.param({"line": 1, "words": "met"}, id="in-another-line"),
        pytest.param({"line": 2, "words": "met", "nth": 3}, id="not-so-often"),
        pytest.param({"line": 9, "words": "met"}, id="no-such-line"),
    ],
)
def test_words_that_are_not_there_are_an_error_that_names_the_page(trigger: object) -> None:
    with pytest.raises(ValueError, match="port-1"):
        fresh.pack(PAGE, _gold(trigger), TEXT)


def test_a_content_that_ends_before_it_begins_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not stand 1 times"):
        fresh.pack(PAGE, _gold("met", "the mayor … The pilots"), TEXT)


def _letters(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _letters(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _letters(part, key)
    elif isinstance(value, str):
        yield key, value


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(FRESH.glob("*.jsonl"))])
def test_a_recipe_says_codes_and_dates_and_no_word_of_a_page(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    letters = {pair for row in rows for pair in _letters(row)}

    assert rows
    assert {key for key, _ in letters} <= SAID
    free = {value for key, value in letters if key not in {"id", "key"}}
    assert [
        value
        for value in sorted(free)
        if not re.fullmatch(r"[A-Za-z][A-Za-z\d:_-]*|\d{4}(-\d\d){0,2}|[0-9a-f]{64}", value)
        for value in sorted(free)
        if not re.fullmatch(r"[A-Za-z][A-Za-z\d:_-]*|\d{4}(-\d\d){0,2}|[0-9a-f]{64}", value)
    ] == []


def test_a_packed_page_holds_no_word_of_its_text() -> None:
    packed = fresh.pack(PAGE, _gold("met"), TEXT)

    assert not {value for key, value in _letters(packed) if key not in {"id", "key"}} & set(re.findall(r"\w+", TEXT))
