"""The side file: what another form has no column for, standing and receipts, by the ids of its rows."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any, TextIO

from newsledger.export.ask import Ask, Form
from newsledger.export.told import Told
from newsledger.show import json_line
from newsledger.store.rows import Row


def write_head(file: TextIO, form: Form, ask: Ask) -> None:
    """Write the first line: what was exported, and in which standings."""
    head = {
        "form": form,
        "standings": sorted(ask.standings),
        "today": ask.today,
        "question": ask.question,
        "newsledger": version("newsledger"),
    }
    file.write(f"{json_line(head)}\n")


def write_receipts(file: TextIO, identifier: str | int, told: Told, pair: Mapping[str, str | None]) -> None:
    """Write the line of a row.

    Args:
        file: The side file.
        identifier: Of the row.
        told: The happening that it is made of.
        pair: Keys of the actor and the recipient that it is about, where it is about one pair.
    """
    row = told.row
    line = {
        "id": identifier,
        "happening": told.id,
        **pair,
        **{name: row[name] for name in ("standing", "state", "since", "why", "earliest", "latest")},
        **{name: row[name] for name in ("event_type", "reports", "copies", "confidence")},
        "receipts": [_receipt(receipt) for receipt in told.receipts],
    }
    file.write(f"{json_line(line)}\n")


def _receipt(receipt: Row) -> dict[str, Any]:
    names = ("article", "url", "published", "mention", "standing", "start", "end", "words", "sentence")
    return {name: receipt[name] for name in names}
