"""Puts an article's readings, and the findings of the current one."""

import hashlib
import json

from newsledger.store.entry import Reading
from newsledger.store.packing import pack_text
from newsledger.store.tables.database import Connection, SqlRow, put_row
from newsledger.store.tables.shares import count_article
from newsledger.store.tables.statements import load

_TABLES = ("actors", "spellings", "mentions", "times", "statements", "about", "events", "parties", "numbers")
_TABLES_AFTER = ("expectations", "awaited")
_DROPPED = ("awaited", "expectations", "numbers", "parties", "events")
_DROPPED_LAST = ("about", "statements", "times", "mentions", "actors")


def renew(connection: Connection, old: SqlRow, reading: Reading, run: int) -> int:
    """Put a reading of the same article; its page may have other furniture for this reader, and so another text."""
    sql, article = load("follow"), old["article"]
    drop_findings(connection, article)
    if reading.article["text_sha256"] != old["text_sha256"]:
        connection.execute(sql["keep_text"], {"article": article, "text": pack_text(old["text"])})
    connection.execute(sql["renew_article"], {**reading.article, "article": article})
    same = connection.execute(sql["same_reading"], {"article": article, "digest": reading.digest}).fetchone()
    if same is None:
        return put_reading(connection, reading, article, run)
    # The same maker read it before another one did.
    connection.execute(load("put")["retire_readings"], {"article": article})
    connection.execute(sql["revive_reading"], {"reading": same["reading"]})
    return int(same["reading"])


def put_reading(connection: Connection, reading: Reading, article: int, run: int) -> int:
    """Put a version's reading in front of its older ones, and give its number."""
    sql = load("put")
    digest = hashlib.sha256(reading.made_by.encode()).hexdigest()
    version = json.loads(reading.made_by)["version"]
    connection.execute(sql["put_makers"], {"digest": digest, "version": version, "made_by": reading.made_by})
    connection.execute(sql["retire_readings"], {"article": article})
    row = {
        "article": article,
        "maker": connection.execute(sql["maker"], {"digest": digest}).fetchone()[0],
        "current": True,
        "digest": reading.digest,
        "record": reading.packed,
        "run": run,
    }
    return put_row(connection, sql["put_readings"], row)


def put_findings(connection: Connection, reading: Reading, article: int) -> None:
    """Put the findings of a version's current reading into the tables."""
    sql = load("put")
    for table in (*_TABLES, *_TABLES_AFTER):
        rows = ({**row, "article": article} for row in reading.findings[table])
        connection.executemany(sql[f"put_{table}"], rows)
    count_article(connection, article, sign=1)
    connection.execute(sql["put_ungrouped"], {"article": article})


def drop_findings(connection: Connection, article: int) -> None:
    """Take an article's findings out of the tables; its readings stay."""
    count_article(connection, article, sign=-1)
    for table in (*_DROPPED, *_DROPPED_LAST):
        connection.execute(load("put")[f"drop_{table}"], {"article": article})
    connection.execute(load("put")["put_ungrouped"], {"article": article})
