"""Who is one person where what persons judged does not count."""

from itertools import dropwhile

from newsledger.store.tables.database import Connection
from newsledger.store.tables.statements import load

_TABLE, _READ = "person_entities", "read_entities"


def read_actors() -> str:
    """Give the query of all actors with the persons that they were read to be."""
    return _with_read(load("dump")["read_actors"])


def as_judged(connection: Connection, sql: str, *, corrections: bool) -> str:
    """Have a query ask for the entities that are one person's, as they were read where ``corrections`` do not count."""
    return _with_read(sql.replace(_TABLE, _READ)) if are_as_read(connection, corrections=corrections) else sql


def are_as_read(connection: Connection, *, corrections: bool) -> bool:
    """Say whether persons are asked for who are not those that are kept, since some of these were judged."""
    return not corrections and connection.execute(load("correct")["has_pairs"]).fetchone() is not None


def _with_read(sql: str) -> str:
    """Put what the query asks of what was read in front of it."""
    body = "\n".join(dropwhile(lambda line: line.startswith("--"), sql.splitlines()))
    read = f"WITH {_READ} AS (\n{load('persons')[_READ]}\n)"
    return f"{read}, {body.removeprefix('WITH ')}" if body.startswith("WITH ") else f"{read}\n{body}"
