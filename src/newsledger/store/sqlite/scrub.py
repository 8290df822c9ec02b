"""Overwrites what forgotten words have left in empty places of a ledger file."""

import sqlite3

from newsledger.errors import StoreError
from newsledger.store.sqlite.statements import load


def scrub(connection: sqlite3.Connection) -> None:
    """Write the file anew.

    Raises:
        StoreError: Another program holds the ledger, or the disk is full.
    """
    sql = load("file")
    told = "it is forgotten, but words may be left in empty places of the file; 'newsledger forget --scrub' ends that"
    try:
        # An index of words keeps deleted ones until its parts are merged.
        for row in connection.execute(sql["indexes"]).fetchall():
            connection.execute(sql["merge_index"].format(table=row["name"]))
        connection.execute(sql["vacuum"])
        if connection.execute(sql["truncate"]).fetchone()[0]:
            raise StoreError(f"another program is reading the ledger: {told}")
    except sqlite3.Error as error:
        words = " ".join(str(error).split())
        raise StoreError(f"the ledger refused: {words}; {told}") from error
