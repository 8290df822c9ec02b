"""Puts new readings beside the old ones, and says what they changed."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from newsledger.store.entry import Kept, Reading, put_together
from newsledger.store.held import Outdated, RuleChange
from newsledger.store.protocol import Reread
from newsledger.store.tables.database import Connection, SqlRow, put_row
from newsledger.store.tables.readings import drop_findings, put_findings, put_reading, renew
from newsledger.store.tables.statements import load
from newsledger.store.tables.upkeep.check import KEPT
from newsledger.store.tables.upkeep.follow import current_record, note_changes


def outdated(connection: Connection, maker: str, after: int, limit: int) -> tuple[Outdated, ...]:
    """Give current versions that another maker read, in their order; see ``Store.outdated``."""
    rows = connection.execute(load("follow")["outdated"], {"maker": maker, "after": after, "limit": limit})
    return tuple(
        Outdated(
            number=row["article"],
            article=row["id"],
            kept=Kept(**{name: row[name] for name in KEPT}) if row["key"] is not None else None,
        )
        for row in rows
    )


def count_outdated(connection: Connection, maker: str) -> int:
    """Count them."""
    return int(connection.execute(load("follow")["count_outdated"], {"maker": maker}).fetchone()["number"])


def put_rereading(connection: Connection, article: str, reading: Reading, run: int) -> Reread:
    """Put a new reading of an article's page, inside a transaction; see ``Store.put_rereadings``."""
    sql = load("follow")
    old = connection.execute(sql["article"], {"id": article}).fetchone()
    if old is None or not old["current"]:
        return "left"  # somebody forgot it, or added a newer version, in the meantime
    before = current_record(connection, old["article"])
    if reading.article["id"] == article:
        number, home = renew(connection, old, reading, run), old["article"]
    else:
        there = connection.execute(sql["article"], {"id": reading.article["id"]}).fetchone()
        if there is None:
            number, home = _replace(connection, old, reading, run)
        elif there["current"]:
            return _join(connection, old, there)
        else:
            return "left"  # the same as it once was: the version of now was there later
    after = put_together(reading.packed, reading.made_by, reading.article["text"])
    put_findings(connection, reading, home)
    note_changes(connection, before, after, reading=number, cause="reader")
    return "read"


def _replace(connection: Connection, old: SqlRow, reading: Reading, run: int) -> tuple[int, int]:
    """Put a version that is new because this reader takes other words for the article."""
    put = load("put")
    drop_findings(connection, old["article"])
    connection.execute(put["retire"], {"article": old["article"]})
    version = connection.execute(put["last_version"], {"work": old["work"]}).fetchone()[0] + 1
    fetched_at = connection.execute(put["fetched_at"], {"article": old["article"]}).fetchone()[0]
    row = {**reading.article, "work": old["work"], "version": version, "current": True}
    row |= {"capture": old["capture"], "fetched_at": fetched_at}
    article = put_row(connection, put["put_articles"], row)
    connection.execute(load("follow")["moved_sighting"], {"article": article, "capture": old["capture"]})
    return put_reading(connection, reading, article, run), article


def _join(connection: Connection, old: SqlRow, there: SqlRow) -> Literal["read"]:
    """Make an article the past of another one, which it is for this reader."""
    sql = load("follow")
    before = current_record(connection, old["article"])
    drop_findings(connection, old["article"])
    connection.execute(sql["moved_sighting"], {"article": there["article"], "capture": old["capture"]})
    # Each work has one version that is current, so these are two.
    connection.execute(sql["join_works"], {"work": there["work"], "old": old["work"]})
    connection.execute(sql["drop_work"], {"old": old["work"]})
    after = current_record(connection, there["article"])
    note_changes(connection, before, after, reading=None, cause="reader")
    return "read"


def rule_changes(connection: Connection, maker: str) -> Iterator[RuleChange]:
    """Say what a maker's readings changed, by kind and rule; see ``Store.rule_changes``."""
    whats: dict[tuple[str, str | None], Counter[str]] = {}
    fields: dict[tuple[str, str | None], Counter[str]] = {}
    for row in connection.execute(load("follow")["rules"], {"maker": maker}):
        place = (row["kind"], row["rule"])
        whats.setdefault(place, Counter())[row["what"]] += row["number"]
        for name in (row["fields"] or "").split():
            fields.setdefault(place, Counter())[name] += row["number"]
    for (kind, rule), counts in sorted(whats.items(), key=lambda one: (one[0][0], -one[1].total(), one[0][1] or "")):
        told = fields.get((kind, rule), Counter()).most_common()
        yield RuleChange(
            kind=kind,
            rule=rule,
            added=counts["added"],
            gone=counts["gone"],
            changed=counts["changed"],
            fields=tuple(f"{name} {number}" for name, number in told),
        )
