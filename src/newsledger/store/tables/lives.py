"""Which expectations and articles are worth holding against each other, and what came of it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from newsledger.errors import AbsentError
from newsledger.model import Evidence, Life, Step
from newsledger.store.tables.database import Connection
from newsledger.store.tables.statements import load

#: Acts that somebody may turn down, so that a refusal tells of them.
_REFUSABLE = json.dumps(["CONSULT", "AGREE", "CONCEDE", "COOPERATE", "SUPPORT", "OTHER"])
#: Acts by which somebody takes back what was said.
_RETRACTING = json.dumps(["CONCEDE", "REJECT", "RETREAT"])
_ACTS = {"refusable": _REFUSABLE, "retracting": _RETRACTING}


def unfollowed(connection: Connection, limit: int) -> tuple[str, ...]:
    """Give articles that have not yet been held against what was expected, by their ids."""
    return _ids(connection, "unfollowed", {"limit": limit})


def touched(connection: Connection, article: str, limit: int) -> tuple[str, ...]:
    """Give the expectations of earlier articles that an article may tell of, those due at about its day first."""
    return _ids(connection, "touched", {"article": article, "limit": limit, **_ACTS})


def own(connection: Connection, article: str) -> tuple[str, ...]:
    """Give the expectations of an article that can be tested."""
    return _ids(connection, "own", {"article": article})


def evidence(connection: Connection, expectation: str) -> tuple[str, ...]:
    """Give the articles that were found to tell something of an expectation, the oldest first."""
    return _ids(connection, "evidence", {"expectation": expectation})


def reporting(connection: Connection, expectation: str, limit: int) -> tuple[str, ...]:
    """Give the later articles that may tell of an expectation, the oldest first."""
    return _ids(connection, "reporting", {"expectation": expectation, "limit": limit, **_ACTS})


def home(connection: Connection, expectation: str) -> str:
    """Give the id of the article that an expectation stands in."""
    found = _ids(connection, "home", {"expectation": expectation})
    if not found:
        raise AbsentError(f"found no expectation {expectation!r}, expected the id of one in the ledger")
    return found[0]


def history(connection: Connection, expectation: str) -> tuple[Step, ...]:
    """Give the steps of an expectation in the order in which they were taken."""
    rows = connection.execute(load("lives")["history"], {"expectation": expectation})
    return tuple(
        Step(
            at=msgspec.convert(row["at"], date | None),
            state=row["state"],
            why=row["why"],
            by=row["by"],
            proposed=row["proposed"],
            score=row["score"],
            receipts=msgspec.convert(json.loads(row["receipts"]), tuple[Evidence, ...]),
        )
        for row in rows
    )


def keep_lives(
    connection: Connection, article: str, became: Mapping[str, tuple[Life, tuple[str, ...]]], run: int
) -> None:
    """Add the new steps of expectations that an article was held against, inside a transaction."""
    for expectation, (life, articles) in became.items():
        pairs = ({"expectation": expectation, "article": one} for one in articles)
        connection.executemany(load("lives")["put_evidence"], pairs)
        # What was there stands in front, unchanged.
        there = len(history(connection, expectation))
        for number, step in enumerate(life.history[there:], start=there + 1):
            connection.execute(load("put")["put_steps"], _step(expectation, number, step, run))
        connection.execute(load("lives")["set_state"], {"expectation": expectation, "state": life.state})
    connection.execute(load("lives")["followed"], {"article": article})


def _step(expectation: str, number: int, step: Step, run: int) -> dict[str, Any]:
    return {
        "expectation": expectation,
        "number": number,
        "at": step.at.isoformat() if step.at else None,
        "state": step.state,
        "why": step.why,
        "by": step.by,
        "proposed": step.proposed,
        "score": step.score,
        "receipts": json.dumps(msgspec.to_builtins(step.receipts)),
        "run": run,
    }


def _ids(connection: Connection, name: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(row["id"] for row in connection.execute(load("lives")[name], values))
