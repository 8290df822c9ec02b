"""What a server alone does: who may come in, who waits for whom, what is refused."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from newsledger.errors import StoreError
from newsledger.store import SearchQuestion, Store, is_on_server, open_ledger, without_password
from newsledger.store.postgres import connection as connecting
from newsledger.store.postgres.dialect import translated
from newsledger.store.postgres.statements import migrations
from newsledger.store.postgres.words import folded
from newsledger.store.tables import TableStore
from postgres_server import Server
from store.conftest import GOLDEN, entry_of, from_golden, golden
from store.test_migrations import DECIDED

pytestmark = pytest.mark.parametrize("place", ["postgres"], indirect=True)
AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def address(place: Path | str) -> str:
    return str(place)


def run_sql(address: str, *statements: str) -> None:
    with psycopg.connect(address, autocommit=True) as raw:
        for statement in statements:
            raw.execute(statement.encode())


def test_a_database_without_a_ledger_is_told(address: str) -> None:
    with pytest.raises(StoreError, match="found no ledger there; name one with --ledger"):
        open_ledger(address)


def test_a_schema_of_somebody_else_is_left_alone(address: str) -> None:
    run_sql(address, "CREATE SCHEMA newsledger", "CREATE TABLE newsledger.mine (a int)")

    with pytest.raises(StoreError, match="found a schema 'newsledger' that is no ledger"):
        open_ledger(address, new=True)


def test_a_ledger_of_a_newer_version_is_left_alone(address: str) -> None:
    open_ledger(address, new=True).close()
    run_sql(address, "UPDATE newsledger.ledger SET version = 99")

    with pytest.raises(StoreError, match="found schema 99, expected at most 6; install a newer newsledger"):
        open_ledger(address)


def test_a_migration_that_fails_leaves_nothing(address: str) -> None:
    broken = [*migrations(), "CREATE TABLE newsledger.half (a int); SELECT 1 / 0"]
    with pytest.raises(StoreError, match="division by zero"):
        connecting.connect(address, new=True, scripts=broken)

    with psycopg.connect(address) as raw:
        assert raw.execute("SELECT count(*) FROM pg_namespace WHERE nspname = 'newsledger'").fetchone() == (0,)


def test_an_older_ledger_is_brought_up_to_date(address: str) -> None:
    open_ledger(address, new=True).close()
    newer = connecting.connect(address, new=False, scripts=[*migrations(), "CREATE TABLE later (a int)"])
    newer.raw.close()

    with psycopg.connect(address) as raw:
        assert raw.execute("SELECT version FROM newsledger.ledger").fetchone() == (len(migrations()) + 1,)
        assert raw.execute("SELECT count(*) FROM newsledger.later").fetchone() == (0,)


def test_what_persons_decided_of_expectations_is_kept_as_corrections(address: str) -> None:
    connecting.connect(address, new=True, scripts=migrations()[:1]).raw.close()
    run_sql(address, "SET search_path = newsledger;" + DECIDED)

    with open_ledger(address) as store:
        log = [(one.finding, one.value, one.by) for one in store.corrections.log()]
        assert log == [("bb", "withdrawn", "Ben"), ("aa", "kept", "Ann")]
        assert set(store.corrections.standing()) == {"aa", "bb"}
    with psycopg.connect(address) as raw:
        assert raw.execute("SELECT to_regclass('newsledger.steps')").fetchone() == (None,)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param("postgresql://u:s3cret@/nodatabase?host={folder}", 'role "u" does not exist', id="user"),
        pytest.param("postgresql://{user}:s3cret@/none?host={folder}", 'database "none" does not exist', id="database"),
        pytest.param("postgresql://u:s3cret@/d?host=/nowhere", "Is the server running", id="server"),
        pytest.param("postgresql://u:s3cret@/d?colour=red", "invalid URI query parameter", id="address"),
    ],
)
def test_what_is_wrong_with_an_address_is_told_in_a_line_without_its_password(
    postgres: Server, address: str, wrong: str, told: str
) -> None:
    del address
    with pytest.raises(StoreError, match=told) as caught:
        open_ledger(wrong.format(folder=postgres.folder, user=postgres.owner))

    assert "s3cret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_wrong_password_is_told_and_not_shown(postgres: Server, address: str) -> None:
    del address
    rules = postgres.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text(f"local all locked scram-sha-256\n{before}")
    run_sql(postgres.address("postgres"), "CREATE ROLE locked LOGIN PASSWORD 'right'", "SELECT pg_reload_conf()")
    try:
        with pytest.raises(StoreError, match="password authentication failed") as caught:
            open_ledger(f"postgresql://locked:wr0ng@/postgres?host={postgres.folder}")
        assert "wr0ng" not in str(caught.value)
    finally:
        rules.write_text(before)
        run_sql(postgres.address("postgres"), "SELECT pg_reload_conf()")


@pytest.mark.parametrize(
    ("place_given", "shown"),
    [
        ("postgresql://u:p@h:5432/d", "postgresql://u@h:5432/d"),
        ("postgresql://u:p%40x@/d?host=/tmp", "postgresql://u@/d?host=/tmp"),
        ("postgresql://u@/d?password=p&host=/tmp", "postgresql://u@/d?password=…&host=/tmp"),
        ("postgresql://u:p w@h/d", "postgresql://u@h/d"),
        ("postgresql://u@/d?host=/tmp&passw%6Frd=p", "postgresql://u@/d?host=/tmp&passw%6Frd=…"),
        ("postgres://h/d", "postgres://h/d"),
        ("a.db", "a.db"),
    ],
)
def test_a_place_is_shown_without_its_password(address: str, place_given: str, shown: str) -> None:
    assert is_on_server(address)
    assert without_password(place_given) == shown


def test_letters_are_kept_whatever_encoding_other_programs_want(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    entry = entry_of(golden("seedlike-montevideo"))
    entry.outcome.article["headline"] = "Müller trifft Nováková"  # type: ignore[union-attr, index]
    with open_ledger(address, new=True) as store:
        store.put([entry], run=store.begin("add", at=AT))
    monkeypatch.delenv("PGCLIENTENCODING")

    with open_ledger(address) as store:
        (row,) = store.ask_search(SearchQuestion(words="Nováková"), limit=9).rows

    assert row.article.headline == "Müller trifft Nováková"


def test_who_has_not_installed_it_is_told_how(address: str) -> None:
    hidden = (
        f"import sys; sys.modules['psycopg'] = None\nfrom newsledger.store import open_ledger\nopen_ledger({address!r})"
    )
    done = subprocess.run([sys.executable, "-c", hidden], check=False, capture_output=True, text=True)

    assert "found no psycopg; install it with: pip install 'newsledger[postgres]'" in done.stderr.splitlines()[-1]


def reader_of(address: str, postgres: Server) -> str:
    """Make a role that may only read, as docs/postgres.md does, and give its address."""
    user = f"reader_{address.rpartition('/test')[2].partition('?')[0]}"
    run_sql(
        address,
        f"CREATE ROLE {user} LOGIN",
        f"GRANT USAGE ON SCHEMA newsledger TO {user}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO {user}",
    )
    name = address.rpartition("/")[2] if "?" not in address else address.partition("@/")[2].partition("?")[0]
    return postgres.address(name, user=user)


def test_a_role_that_may_only_read_asks_and_changes_nothing(
    store: Store, run: int, address: str, postgres: Server
) -> None:
    store.put([entry_of(from_golden(path)) for path in GOLDEN[:5]], run=run)

    with open_ledger(reader_of(address, postgres)) as reading:
        assert len(list(reading.records())) == 5
        assert list(reading.check()) == []
        with pytest.raises(StoreError, match="this role can only read; name one that may write"):
            reading.begin("test", at=AT)


def test_a_role_that_may_only_read_makes_no_ledger(address: str, postgres: Server) -> None:
    run_sql(postgres.address("postgres"), "DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN")
    name = address.partition("@/")[2].partition("?")[0]

    with pytest.raises(StoreError, match="permission denied for database"):
        open_ledger(postgres.address(name, user="stranger"), new=True)


def test_writers_wait_for_each_other_and_lose_nothing(make_store: Callable[[], Store], run: int) -> None:
    entries = [entry_of(from_golden(path), address=f"https://paper.example/{path.stem}") for path in GOLDEN]
    stores = [make_store() for _ in range(12)]
    threads = [
        threading.Thread(
            target=lambda store=store, turn=turn: [
                store.put([entry], run=run) for entry in (*entries[turn:], *entries[:turn])
            ]
        )
        for turn, store in enumerate(stores)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert stores[0].tally().rows["captures"] == len(entries)
    assert list(stores[0].check()) == []


def test_a_reader_waits_for_no_writer(make_store: Callable[[], Store], store: Store, run: int) -> None:
    store.put([entry_of(golden("seedlike-montevideo"))], run=run)
    other = make_store()

    with store.grouping() as groups:
        groups.grouped(1)
        assert len(list(other.records())) == 1
        assert other.waiting() > 0


def test_a_server_that_goes_away_is_told(store: TableStore, run: int, address: str) -> None:
    ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> {own}"
    run_sql(address, ends.format(own="pg_backend_pid()"))

    with pytest.raises(StoreError, match="nothing of this batch was kept; see to the server"):
        store.put([entry_of(golden("seedlike-montevideo"))], run=run)
    with pytest.raises(StoreError, match="the ledger cannot be read"):
        store.record("0000000000000000")


def test_a_trigger_that_was_not_shipped_is_found_and_nothing_is_written(store: Store, address: str) -> None:
    run_sql(
        address,
        "SET search_path = newsledger",
        "CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
        "CREATE TRIGGER evil AFTER INSERT ON runs FOR EACH ROW EXECUTE FUNCTION evil()",
    )

    assert "schema: found the trigger runs.evil" in " ".join(store.check())
    with pytest.raises(StoreError, match=r"has a trigger that was not shipped, runs\.evil: nothing is written"):
        store.begin("test", at=AT)


def test_words_that_are_not_those_of_the_text_are_found(store: Store, run: int, address: str) -> None:
    store.put([entry_of(golden("seedlike-montevideo"))], run=run)
    run_sql(address, "UPDATE newsledger.articles SET texts[1] = ' other '")

    assert "the words to search" in " ".join(store.check())


def test_letters_that_no_database_takes_are_refused_for_good(store: Store, run: int) -> None:
    entry = entry_of(golden("seedlike-montevideo"))
    assert not hasattr(entry.outcome, "room")
    entry.outcome.article["byline"] = "a\0b"  # type: ignore[index]

    with pytest.raises(StoreError, match="it cannot be kept as it is") as caught:
        store.put([entry], run=run)
    assert caught.value.lasting


@pytest.mark.parametrize(
    ("shared", "own"),
    [
        ("SELECT 1  -- sqlite\n-- postgres: SELECT 2", "SELECT 2"),
        ("WHERE +e.kind = :kind AND n + 1 > :n", "WHERE e.kind = %(kind)s AND n + 1 > %(n)s"),
        ("FROM a CROSS JOIN b ON b.x = a.x CROSS JOIN c", "FROM a JOIN b ON b.x = a.x CROSS JOIN c"),
        ("FROM json_each(:ids) j CROSS JOIN b USING (x)", "FROM each_of(%(ids)s) j JOIN b USING (x)"),
        (
            "a IS NOT :b AND c IS d AND e IS NOT NULL",
            "a IS DISTINCT FROM %(b)s AND c IS NOT DISTINCT FROM d AND e IS NOT NULL",
        ),
        ("FROM e INDEXED BY e_by_f WHERE x LIKE '%:y'", "FROM e WHERE x LIKE '%%:y'"),
    ],
)
def test_a_statement_is_written_for_postgres(address: str, shared: str, own: str) -> None:
    del address
    assert " ".join(translated(shared).split()) == own


def test_words_in_a_row_are_found_wherever_they_stand(store: Store, run: int) -> None:
    record = golden("seedlike-montevideo")
    entry = entry_of(record)
    entry.outcome.article["body"] = "filler words " * 20_000 + "the rare phrase"  # type: ignore[union-attr, index]
    store.put([entry], run=run)

    def found(words: str) -> int:
        return len(store.ask_search(SearchQuestion(words=words), limit=9).rows)

    assert found('"words the rare phrase"') == 1
    assert found('"rare the phrase"') == 0
    assert found('filler NOT "rare the"') == 1
    assert found('filler NOT "the rare"') == 0
    assert found('"the rare phra"*') == 1
    assert found('headline:"rare phrase"') == 0
    assert folded("L’Été, à 10:30 — ÑANDÚ_x") == " l ete a 10 30 nandu x "


#: A database's own: what it is, the numbers that it gave, and by what it is searched.
OWN_TABLES = {"ledger", "given"}
OWN_COLUMNS = {("articles", "texts"), ("articles", "words"), ("statements", "texts"), ("statements", "words")}


def test_both_databases_have_the_same_tables_columns_and_indexes(store: TableStore, tmp_path: Path) -> None:
    # A failure here is mended by a migration in store/postgres/sql that does what the one in store/sqlite/sql does.
    on_server = {
        (row["table_name"], row["column_name"])
        for row in store.connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'newsledger'"
        )
    }
    indexes = {row["name"] for row in store.connection.execute("SELECT indexname AS name FROM pg_indexes")}
    with open_ledger(tmp_path / "ledger.db", new=True) as file:
        in_file = {
            (row["table"], row["name"])
            for row in file.connection.execute(
                'SELECT m.name AS "table", x.name FROM sqlite_master m JOIN pragma_table_xinfo(m.name) x'
                " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE '%\\_fts%' ESCAPE '\\'"
                " AND m.name NOT LIKE 'sqlite%'"
            )
        }
        names = file.connection.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        missing = {row["name"] for row in names} - indexes

    assert {one for one in on_server if one[0] not in OWN_TABLES} - OWN_COLUMNS == in_file
    assert missing == set()
