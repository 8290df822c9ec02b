"""Sheets of judged findings: what is asked goes out without a score, comes back by field, and leaves no word behind."""

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from newsledger.model import Record
from newsledger.pipeline import Reader

EVAL = Path(__file__).parent.parent / "eval"
TEXT = (
    "Harbour talks resume\n\nMayor Ada Brenn of Oslo met the Norwegian pilots on Monday. "
    '"We will reopen the quay on Friday," Brenn said. The pilots accused the Swedish government of lying.\n'
)
KINDS = {"E1": "events", "S1": "statements", "C1": "countries"}


@pytest.fixture(scope="module", autouse=True)
def _eval_on_path() -> Any:
    sys.path.insert(0, str(EVAL))
    yield
    sys.path.remove(str(EVAL))


@pytest.fixture(scope="module")
def record(reader: Reader) -> Record:
    return reader.read_text(TEXT, published="2019-03-06")


def _sheets() -> Any:
    return import_module("judged.sheets")


def test_each_kind_is_drawn_the_same_each_time(record: Record) -> None:
    items = import_module("judged.items")

    drawn = list(items.items_of(record, "port-1"))

    assert drawn == list(items.items_of(record, "port-1"))
    assert {item.kind for item in drawn} == {"events", "statements", "expectations", "countries"}
    assert sum(item.kind == "countries" and item.codes["kind"] == "country" for item in drawn) <= 1


def test_a_place_begins_with_the_words_by_which_a_finding_is_known(record: Record) -> None:
    items = import_module("judged.items")

    words = {
        TEXT[start:end]
        for item in items.items_of(record, "port-1")
        if item.kind == "events"
        for start, end in next(iter(item.places.values()))
    }

    assert {"met", "accused"} <= words


def test_verdicts_are_read_by_field() -> None:
    verdicts, wrong = _sheets().read_sheet("# id\ttype\nE1\ty\tn\t?\ty\tnot her\nS1\tnone\nC1\tN\n", KINDS)

    assert wrong == []
    assert verdicts["E1"] == {"type": True, "actor": False, "recipient": None, "standing": True}
    assert verdicts["S1"] == {"speaker": False, "extent": False, "none": True}
    assert verdicts["C1"] == {"country": False}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("E1\ty\ty\ty", "expected 4 of y, n, \\?", id="too-few"),
        pytest.param("E1\ty\ty\tperhaps\ty", "E1: found .y y perhaps y", id="no-verdict"),
        pytest.param("E7\ty\ty\ty\ty", "found 'E7', which was not asked for", id="another-finding"),
        pytest.param("S1\ty\ty", "not judged: E1", id="left-out"),
    ],
)
def test_what_is_wrong_in_a_sheet_is_told(line: str, told: str) -> None:
    _, wrong = _sheets().read_sheet(line, KINDS)

    assert any(re.search(told, one) for one in wrong)


def test_a_second_verdict_of_a_reader_replaces_the_first(tmp_path: Path) -> None:
    sheets, path = _sheets(), tmp_path / "events.jsonl"
    row = {"page": "port-1", "finding": "a1", "reader": "one", "verdict": {"type": True}}

    sheets.join(path, [row])
    sheets.join(path, [{**row, "verdict": {"type": False}}, {**row, "reader": "two"}])

    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [(one["reader"], one["verdict"]["type"]) for one in rows] == [("one", False), ("two", True)]


def test_agreement_is_told_beyond_chance() -> None:
    told = _sheets().agreed([(True, True), (True, True), (False, False), (True, False)])

    assert told.startswith("0.750 of 4, kappa 0.50")


def test_what_is_kept_holds_no_word_of_a_page() -> None:
    allowed = re.compile(r"[A-Za-z_]+|[0-9a-f]{16}|[A-Z]{3}|\d{4}-\d\d-\d\d|[a-z0-9]+(-[a-z0-9]+)*")
    codes = {"event_type", "other_kind", "standing", "attitude", "form", "kind", "strength", "country"}
    for kind in ("events", "statements", "expectations", "countries"):
        path = EVAL / "judged" / f"{kind}.jsonl"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            row = json.loads(line)
            assert row.keys() == {"page", "finding", "codes", "places", "reader", "verdict"}
            for name, value in row["codes"].items():
                if isinstance(value, str):
                    assert name in codes | {"country_inferred", "earliest", "latest"}
                    assert allowed.fullmatch(value)


def test_only_what_has_changed_is_asked_again(record: Record) -> None:
    items = import_module("judged.items")
    features = import_module("judged.features")
    item = next(one for one in items.items_of(record, "port-1") if one.kind == "events")
    row = {"codes": item.codes, "places": item.places, "finding": item.finding}

    assert features.is_judged(item, [row])
    assert not features.is_judged(item, [])
    assert not features.is_judged(item, [{**row, "codes": {**item.codes, "standing": "denied"}}])


def test_a_verdict_on_what_a_finding_is_now_replaces_one_on_what_it_was(record: Record) -> None:
    items = import_module("judged.items")
    features = import_module("judged.features")
    item = next(one for one in items.items_of(record, "port-1") if one.kind == "events")
    right = dict.fromkeys(items.FIELDS["events"], True)
    new = {"codes": item.codes, "places": item.places, "finding": item.finding, "verdict": right, "reader": "new"}
    old = {**new, "codes": {**item.codes, "standing": "denied"}, "reader": "old"}

    assert [(row["reader"], is_right) for row, _, is_right in features.known("events", [old], [item])] == [
        ("old", False)
    ]
    assert [(row["reader"], is_right) for row, _, is_right in features.known("events", [old, new], [item])] == [
        ("new", True)
    ]
