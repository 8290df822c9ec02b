"""Writes down what a new version or a new reading changed, and which id took over from which."""

from dataclasses import asdict
from typing import Literal

from newsledger.model import Record
from newsledger.store.entry import put_together
from newsledger.store.tables.corrections import follow
from newsledger.store.tables.database import Connection
from newsledger.store.tables.statements import load
from newsledger.store.versions import compare


def current_record(connection: Connection, article: int) -> Record:
    """Give the current record of a version by its number, current or not."""
    row = connection.execute(load("follow")["current_record"], {"article": article}).fetchone()
    return put_together(row["record"], row["made_by"], row["text"])


def note_changes(
    connection: Connection,
    before: Record,
    after: Record,
    *,
    reading: int | None,
    cause: Literal["version", "reader"],
) -> None:
    """Put the differences of two records, and who took over from whom.

    Args:
        connection: Inside a transaction.
        before: The record that was current.
        after: The record that takes its place.
        reading: The number of the newer one's reading; None to put only who took over.
        cause: Another text, or another reader.
    """
    found = compare(before, after)
    if reading is not None:
        rows = (
            {**asdict(change), "fields": " ".join(change.fields) or None, "reading": reading, "cause": cause}
            for change in found.changes
        )
        connection.executemany(load("follow")["put_changes"], rows)
    connection.executemany(load("follow")["put_successors"], (asdict(one) for one in found.successors))
    # What appears again stands for itself, wherever it led meanwhile.
    appeared = [change.finding for change in found.changes if change.what == "added"]
    befores, afters = ([getattr(one, side) for one in found.successors] for side in ("before", "after"))
    follow(connection, [*befores, *appeared], [*afters, *appeared])


def resolve(connection: Connection, finding: str) -> str:
    """Give the id that a finding has now: its own, or that of what stands for it in the current version."""
    row = connection.execute(load("follow")["resolve"], {"id": finding}).fetchone()
    return str(row["id"])
