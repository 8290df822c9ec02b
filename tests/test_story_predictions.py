"""Predictions in the form of the stories kit, over a made-up set."""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from happenings import BUDGET, BUDGET_LATER, FERRY_NORTH, FERRY_SOUTH

EVAL = Path(__file__).parent.parent / "eval"


@pytest.fixture(scope="module")
def prediction() -> Iterator[Any]:
    sys.path.insert(0, str(EVAL))
    yield import_module("stories")
    sys.path.remove(str(EVAL))


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def document(key: str, text: str) -> dict[str, object]:
    return {"id": key, "text": text, "published": None, "mentions": []}


def test_the_address_at_the_head_names_the_outlet_and_is_no_text(prediction: Any) -> None:
    report = prediction.report_of(document("1_1ecbplus", f"http://www.paper.example/news/ferry\n{FERRY_NORTH}"))

    assert (report.outlet, report.text) == ("paper.example", FERRY_NORTH)


def test_each_asked_pair_has_a_label(prediction: Any, tmp_path: Path) -> None:
    write(tmp_path / "ecb_made.jsonl", [document("a", FERRY_NORTH), document("b", FERRY_NORTH), document("c", BUDGET)])
    write(tmp_path / "copies_made.jsonl", [{"id": "1", "a": "b", "b": "a"}, {"id": "2", "a": "a", "b": "c"}])

    assert list(prediction.predict_copies(tmp_path)) == [
        {"a": "b", "b": "a", "label": "copy"},
        {"a": "a", "b": "c", "label": "rest"},
    ]


def test_each_document_has_a_story(prediction: Any, tmp_path: Path) -> None:
    source = tmp_path / "made.jsonl"
    write(
        source, [document(key, text) for key, text in zip("abcd", (BUDGET, FERRY_SOUTH, BUDGET_LATER, ""), strict=True)]
    )

    told = {row["id"]: row["story"] for row in prediction.predict_stories(source)}

    assert told == {"a": "a", "b": "b", "c": "a", "d": "d"}
