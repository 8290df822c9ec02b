"""The model of confidence learns what tells something, keeps to its signs, is calibrated; on findings made up."""

import random
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

EVAL = Path(__file__).parent.parent / "eval"


@pytest.fixture(scope="module", autouse=True)
def _eval_on_path() -> Iterator[None]:
    sys.path.insert(0, str(EVAL))
    yield
    sys.path.remove(str(EVAL))


@pytest.fixture(scope="module")
def model() -> Any:
    return import_module("confidence_model")


@pytest.fixture(scope="module")
def table(model: Any) -> Any:
    """Findings that are right the more often the nearer their party stands; one entry is mostly wrong."""
    features = import_module("judged.features")
    chance = random.Random(5)  # noqa: S311 - no secret
    rows = []
    for number in range(900):
        distance, entry = chance.randrange(10), chance.choice(("good", "bad"))
        share = 0.9 - 0.06 * distance - (0.25 if entry == "bad" else 0)
        facts = features.Facts(
            finding=str(number),
            values={"actor.distance": distance, "noise": chance.randrange(5)},
            entries={"entry": (entry, "all kinds")},
        )
        right = chance.random() < share
        fields = {"told": right}
        rows.append(
            features.Measured(page=f"page-{number // 5}", reader="one", right=right, fields=fields, facts=facts)
        )
    return model.table_of(rows)


def test_by_folds_it_ranks_and_is_calibrated(model: Any, table: Any) -> None:
    chance = model.calibrated(model.by_folds(table, frozenset()), table)

    figures = import_module("confidence_figures")
    assert figures.area(chance, table.right, table.weights) > 0.68
    assert figures.error(chance, table.right, table.weights) < 0.08


def test_more_of_what_must_not_lower_never_lowers(model: Any, table: Any) -> None:
    free = model.train_field(table, frozenset())
    bound = model.train_field(table, frozenset({"actor.distance"}))

    assert free.steps["actor.distance"].adds[0] > free.steps["actor.distance"].adds[-1]
    steps = bound.steps.get("actor.distance")
    assert steps is None or all(before <= after for before, after in pairwise(steps.adds))


def test_the_record_of_a_seldom_entry_is_near_that_of_its_group(model: Any) -> None:
    features = import_module("judged.features")
    rows = [
        features.Measured(
            page=f"p{number}",
            reader="one",
            right=number > 2,
            fields={},
            facts=features.Facts(
                finding=str(number),
                values={},
                entries={"entry": (("once", "seldom", "often")[min((number + 1) // 2, 2)], "AID")},
            ),
        )
        for number in range(40)
    ]

    records = model.records_of(model.table_of(rows))["entry"]

    assert records["seldom"] < records["AID"] < records["often"]
    assert records["seldom"] > 0


def test_a_field_is_learnt_where_it_was_judged(model: Any) -> None:
    features = import_module("judged.features")
    facts = features.Facts(finding="a", values={}, entries={})
    rows = [
        features.Measured(page=f"p{at}", reader="one", right=False, fields={"told": True, "type": one}, facts=facts)
        for at, one in enumerate((True, False, None))
    ]

    assert model.table_of(rows).field("type").right.tolist() == [1.0, 0.0]


def test_what_was_measured_is_read_as_it_was_written(tmp_path: Path) -> None:
    features = import_module("judged.features")
    facts = features.Facts(finding="a", values={"dated": 1.0, "distance": 0.25}, entries={"entry": ("met", "CONSULT")})
    row = features.Measured(page="p", reader="one", right=False, fields={"told": True, "type": None}, facts=facts)

    features.write(tmp_path / "events.tsv", [row])

    assert list(features.read(tmp_path / "events.tsv")) == [row]


def test_two_readers_of_one_finding_share_its_weight(model: Any) -> None:
    features = import_module("judged.features")
    facts = features.Facts(finding="a", values={}, entries={})
    rows = [
        features.Measured(page="p", reader=reader, right=reader == "one", fields={}, facts=facts)
        for reader in ("one", "two")
    ]

    assert model.table_of(rows).weights.tolist() == [0.5, 0.5]


def test_what_was_right_and_has_changed_is_wrong_and_what_was_wrong_is_not_known() -> None:
    features = import_module("judged.features")
    items = import_module("judged.items")
    codes = {"event_type": "CONSULT", "other_kind": None, "standing": "happened", "reciprocal": False}
    places = {"trigger": [[10, 13]], "actor": [[0, 5]], "recipient": []}
    verdict = {"type": True, "actor": True, "recipient": True, "standing": True}
    row = {"finding": "a", "codes": codes, "places": places, "verdict": verdict}

    def now(**changed: Any) -> Any:
        return items.Item(kind="events", finding="a", codes={**codes, **changed}, places=places, told=())

    wrong = {**row, "verdict": {**verdict, "standing": False}}
    assert features.still("events", row, [now()])[1] is True
    assert features.still("events", row, [now(standing="planned")])[1] is False
    assert features.still("events", wrong, [now(standing="planned")])[1] is None
    assert features.still("events", row, []) == (None, None)


def test_the_best_balance_leaves_out_what_is_mostly_wrong() -> None:
    figures = import_module("confidence_figures")
    chance = np.array([0.9] * 8 + [0.2] * 20)
    right = np.array([1.0] * 7 + [0.0] + [1.0] * 2 + [0.0] * 18)

    assert 0.2 < figures.best(chance, right, np.ones(28)) <= 0.9
    assert figures.best(chance, np.ones(28), np.ones(28)) <= 0.2
