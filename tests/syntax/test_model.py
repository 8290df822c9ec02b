"""The weights that come with the package, and what is decided by them."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from newsledger import Reader
from newsledger.language import MODEL_SHA256
from newsledger.model import Capture, Syntax
from newsledger.syntax.roles.model import ROLES, load_model, read_model

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def told(reader: Reader) -> dict[str, Syntax]:
    """Clauses of sentences of our own, by sentence, from the pinned model's parse."""
    return {text: reader.analyse(reader.annotate(Capture(data=text, kind="text"))) for text, *_ in PLAIN}


PLAIN = [
    ("The miners blocked the road.", "blocked", "ARG0", ["miners"]),
    ("The miners blocked the road.", "blocked", "ARG1", ["road"]),
    ("The road was blocked by the miners.", "blocked", "ARG0", ["miners"]),
    ("The road was blocked by the miners.", "blocked", "ARG1", ["road"]),
    ("The road was blocked on Friday.", "blocked", "ARG0", []),
    ("Police and soldiers arrested the mayor and his driver.", "arrested", "ARG0", ["Police", "soldiers"]),
    ("Police and soldiers arrested the mayor and his driver.", "arrested", "ARG1", ["mayor", "driver"]),
    ("The bishop came to the port and thanked the crew.", "thanked", "ARG0", ["bishop"]),
    ("The crew that the bishop thanked left the port.", "thanked", "ARG1", ["crew"]),
    ("The judge ordered the company to pay the workers.", "pay", "ARG0", ["company"]),
    ("The mayor promised the workers to pay them.", "pay", "ARG0", ["mayor"]),
    ("The arrest of the mayor angered the farmers.", "arrest", "ARG1", ["mayor"]),
    ("The mayor's attack on the judge angered the farmers.", "attack", "ARG0", ["mayor"]),
    ("Officials gave the farmers new seed.", "gave", "ARG2", ["farmers"]),
]


@pytest.mark.parametrize(("text", "word", "role", "heads"), PLAIN)
def test_who_has_which_role_in_a_plain_sentence(
    told: dict[str, Syntax], text: str, word: str, role: str, heads: list[str]
) -> None:
    tokens = told[text].doc.tokens
    clause = told[text].clauses[next(i for i, token in enumerate(tokens) if token.text == word)]

    assert [tokens[head].text for head in clause.heads(role)] == heads


def test_the_weights_name_both_sources_and_their_licence() -> None:
    header = load_model().header

    assert "PropBank" in header
    assert "UD English EWT" in header
    assert "CC BY-SA 4.0" in header


def test_weights_are_written_and_read_alike() -> None:
    model = load_model()

    again = read_model(model.to_bytes())

    assert (again.step, again.header) == (model.step, model.header)
    assert (again.stride, again.parser) == (model.stride, model.parser)
    assert np.array_equal(again.projection, model.projection)
    assert np.array_equal(again.rows, model.rows)
    assert np.array_equal(again.slots, model.slots)
    assert np.array_equal(again.top, model.top)
    assert np.array_equal(again.silent, model.silent)
    assert np.array_equal(again.paths, model.paths)


def test_weights_of_other_features_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = load_model().to_bytes()
    monkeypatch.setattr("newsledger.syntax.roles.model.signature", lambda: 1)

    with pytest.raises(ValueError, match="make models"):
        read_model(data)


def test_every_argument_has_a_role_that_is_known(told: dict[str, Syntax]) -> None:
    roles = {one.role for syntax in told.values() for clause in syntax.clauses.values() for one in clause.arguments}

    assert roles <= set(ROLES) - {""}


def test_predictions_are_written_in_the_form_of_the_kit(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    text = "The miners blocked the road."
    gold.write_text(json.dumps({"id": "a", "text": text}) + "\n" + json.dumps({"id": "b", "text": "..."}) + "\n")

    subprocess.run(
        [sys.executable, str(ROOT / "eval" / "roles.py"), "--predict", str(gold), str(out)], check=True, timeout=300
    )

    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    blocked = next(one for one in lines[0]["predicates"] if text[one["start"] : one["end"]] == "blocked")
    args = {(one["role"], text[one["start"] : one["end"]]) for one in blocked["args"]}
    assert args == {("ARG0", "The miners"), ("ARG1", "the road")}


def test_the_weights_name_the_pipeline_whose_vectors_they_read() -> None:
    assert load_model().parser == MODEL_SHA256


def test_vectors_of_another_pipeline_count_as_none(reader: Reader) -> None:
    doc = reader.annotate(Capture(data="The mayor's attack on the judge angered the farmers.", kind="text"))
    assert doc.vectors is not None
    scores = [
        [argument.score for clause in reader.analyse(one).clauses.values() for argument in clause.arguments]
        for one in (doc, replace(doc, vectors=None), replace(doc, vectors=replace(doc.vectors, model="another")))
    ]

    assert scores[0] != scores[1]
    assert scores[1] == scores[2]


def test_a_noun_that_names_no_act_has_no_arguments(reader: Reader) -> None:
    syntax = reader.analyse(reader.annotate(Capture(data="The people of Lima saw the arrest of a miner.", kind="text")))
    told = {syntax.doc.tokens[i].text: clause.arguments for i, clause in syntax.clauses.items()}

    assert told["people"] == ()
    assert told["arrest"]
