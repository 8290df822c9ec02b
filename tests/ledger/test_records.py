"""Records from elsewhere: whatever is wrong with them is told when they come, and what is taken holds for good."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsledger import Reader, codec
from newsledger.intake import Found, read_sources
from newsledger.ledger.work import Task, work
from newsledger.model import Capture, Failure
from newsledger.store import open_ledger
from newsledger.verify import verify
from store.conftest import golden

Tree = dict[str, Any]


def sealed(tree: Tree, **odd: Any) -> bytes:
    """Write a record that was changed, with the digest that it has now."""
    tree["digest"] = codec.digest_of(tree)
    return json.dumps({**tree, **odd}).encode()


def given(reader: Reader, line: bytes) -> Any:
    found = Found(capture=Capture(data=line, kind="record"), address=None, place="a.jsonl#line=3")
    return work(reader, Task(found=found, with_bytes=True))


def at(tree: Tree, *path: str | int) -> Any:
    node: Any = tree
    for step in path:
        node = node[step]
    return node


def extra(tree: Tree) -> None:
    tree["article"]["mood"] = "glad"


def without_exact(tree: Tree) -> None:
    del at(tree, "statements", 0, "cue", 0)["exact"]


def not_a_number(tree: Tree) -> None:
    at(tree, "events", 0)["goldstein"] = float("nan")


def endless(tree: Tree) -> None:
    at(tree, "events", 0)["goldstein"] = 1e999


def no_mention(tree: Tree) -> None:
    at(tree, "actors", 0)["mentions"] = []


def no_content(tree: Tree) -> None:
    at(tree, "statements", 0)["content"] = []


def twice(tree: Tree) -> None:
    tree["times"] += copy.deepcopy(tree["times"][:1])


def half_a_letter(tree: Tree) -> None:
    tree["article"]["url"] = "https://harbour.example/\ud800"


def password(tree: Tree) -> None:
    tree["article"]["url"] = "https://ann:secret@harbour.example/"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(extra, "record.article: has a field 'mood'", id="more"),
        pytest.param(without_exact, "record.statements[0].cue[0]: has no 'exact'", id="without-words"),
        pytest.param(not_a_number, "NaN is no number", id="nan"),
        pytest.param(endless, "Infinity is no number", id="infinity"),
        pytest.param(no_mention, "actors[0]: has no mention", id="no-mention"),
        pytest.param(no_content, "statements[0]: has no content", id="no-content"),
        pytest.param(twice, "times: two have the id", id="twice"),
        pytest.param(half_a_letter, "half a letter", id="half-a-letter"),
        pytest.param(password, "a name and a password", id="password"),
    ],
)
def test_a_record_that_would_not_hold_in_a_ledger_is_refused(
    reader: Reader, change: Callable[[Tree], None], reason: str
) -> None:
    tree = codec.to_builtins(golden("court-report"))
    change(tree)

    outcome = given(reader, sealed(tree)).outcome

    assert isinstance(outcome, Failure)
    assert (outcome.room, outcome.url) == ("intake", "a.jsonl#line=3")
    assert reason in outcome.reason
    assert "\n" not in outcome.reason


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Give each container of a tree with each of its keys."""
    if isinstance(node, dict | list | tuple):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            yield node, key
            yield from places(node[key])


ODD: tuple[Any, ...] = (None, "", "\0", "\ud800", "x" * 300, -1, 0, 1, 10**30, 1.5, True, [], {}, [[]], "2021-02-30")


def test_whatever_is_changed_in_a_record_it_is_refused_or_holds(reader: Reader, tmp_path: Path) -> None:
    rng, whole = random.Random(7), json.loads(codec.to_json(golden("court-report")))  # noqa: S311 - no secret
    refused = taken = 0
    with open_ledger(tmp_path / "ledger.db", new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        for _ in range(400):
            tree = copy.deepcopy(whole)
            node, key = rng.choice(list(places(tree)))
            if isinstance(node, dict) and rng.random() < 0.2:
                del node[key]
            else:
                node[key] = rng.choice(ODD)
            entry = given(reader, sealed(tree))
            if isinstance(entry.outcome, Failure):
                refused += 1
                assert "please report" not in entry.outcome.reason
                continue
            taken += 1
            (outcome,) = store.put([entry], run=run)
            record = store.record(outcome.article or "")
            assert not verify(codec.to_builtins(record)).problems

    assert refused > 200
    assert taken


@pytest.mark.parametrize(
    "url", ["https://ann:secret@harbour.example/a", "HTTPS://ann%40x:se@cret@harbour.example/a", "//harbour.example/a"]
)
def test_no_password_of_an_address_is_kept(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The ferry left.", "url": url}), encoding="utf-8")
    (tmp_path / "a.txt").write_text("The ferry left.", encoding="utf-8")

    lines = list(read_sources([tmp_path / "a.jsonl"]))
    pages = list(read_sources([tmp_path / "a.txt"], url=url))

    for found in (*lines, *pages):
        assert isinstance(found, Found)
        assert "@" not in f"{found.capture.url} {found.address}"
        assert (found.capture.url or "").lower().endswith("//harbour.example/a")


def test_a_byte_of_an_address_that_is_no_letter_is_written_as_addresses_write_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry left.", encoding="utf-8")

    (found,) = read_sources([tmp_path / "a.txt"], url="https://harbour.example/\udcff")

    assert isinstance(found, Found)
    assert (found.capture.url, found.address) == ("https://harbour.example/%FF",) * 2
