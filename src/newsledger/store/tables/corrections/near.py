"""A happening by the short id that a table of the terminal shows."""

import re

from newsledger.errors import AbsentError
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

_SHORT = re.compile(r"(?P<article>[0-9a-f]{8,16}):(?P<start>\d{1,9})")  # 3b6efe98:85


def near(connection: Connection, identifier: str) -> SqlRow | None:
    """Look for the one happening of a short id: the beginning of an article's, and where the words begin.

    Raises:
        AbsentError: There are several.
    """
    short = _SHORT.fullmatch(identifier)
    if short is None:
        return None
    values = {"article": short["article"], "mention": f"{short['article']}%:{int(short['start']):06}-%"}
    found = connection.execute(load("told")["chains_near"], values).fetchall()
    if len(found) > 1:
        raise AbsentError(f"found several happenings {identifier!r}, expected the whole id of one; -v shows it")
    return found[0] if found else None
