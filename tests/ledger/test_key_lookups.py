"""A server looks up by keys what grouping asks for, whatever it knows of its tables."""

from typing import TYPE_CHECKING

from ledger.grouped import articles, open_ledger, put
from newsledger.store.tables import TableStore

if TYPE_CHECKING:
    from postgres_server import Server

#: Tables that grow with the articles, and which each article looks into many times.
TABLES = ("neighbours", "copies", "shingles", "features", "furniture", "reports", "story_reports")


def scans(store: TableStore) -> dict[str, int]:
    """Count how often the server went through each table from one end to the other."""
    store.connection.execute("SELECT pg_stat_force_next_flush()")
    rows = store.connection.execute("SELECT relname, seq_scan FROM pg_stat_user_tables")
    return {name: number for name, number in rows if name in TABLES}


def test_grouping_goes_through_no_whole_table(postgres: "Server") -> None:
    made = articles(60)
    with open_ledger(postgres.database(), new=True) as store:
        assert isinstance(store, TableStore)
        put(store, made[:20])
        store.connection.execute("ANALYZE")
        before = scans(store)
        put(store, made[20:])

        assert scans(store) == before
