"""What still holds of a damaged ledger is saved, and nothing else; what was lost is told."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ledger.ledgers import AT, make_ledger
from ledger.test_damage import cut, flipped
from newsledger import codec
from newsledger.cli import main
from newsledger.errors import StoreError
from newsledger.model import Failure, Record
from newsledger.store import Change, Entry, EventQuestion, Watched, open_ledger, put_together
from newsledger.store.corrections import Judge, corrected, undoing
from repetitions import rounds
from store.conftest import entry_of, golden, reworded

PAGE = 4096
ADDRESS = "https://news.example/court-report"
RECORDS = """
SELECT a.id, r.record, m.made_by, a.text
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1 JOIN makers m USING (maker)
WHERE a.article = ?
"""
#: All that is not numbered anew: who says what stands where, what became of it, and what was read when.
TABLES = {
    "works": "SELECT address FROM works",
    "articles": "SELECT id, version, current, fetched_at, headline, text_sha256 FROM articles",
    "captures": "SELECT key, address, url, kept, notes FROM captures",
    "bytes": "SELECT sha256, packed FROM bytes",
    "sightings": "SELECT c.key, a.id, s.address FROM sightings s JOIN captures c USING (capture) JOIN articles a "
    "USING (article)",
    "readings": "SELECT digest, current, record FROM readings",
    "expectations": "SELECT id, kind FROM expectations",
    "changes": "SELECT cause, kind, finding, what, fields FROM changes",
    "successors": "SELECT before, after, kind FROM successors",
    "failures": "SELECT key, url, reason, attempts FROM failures",
    "watched": "SELECT kind, address, state, source, due, etag FROM watched",
    "corrections": 'SELECT id, finding, kind, verdict, field, value, undoes, "by", at, why FROM corrections',
    "judgements": "SELECT finding, verdict FROM judgements",
    "tombstones": "SELECT id, why, counts, digests FROM tombstones",
    "forgotten": "SELECT sha256 FROM forgotten",
    "events": "SELECT id, event_type, standing FROM events",
    "spellings": "SELECT key FROM actors",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with versions, lives, a failure and a tombstone."""
    path = tmp_path_factory.mktemp("whole") / "ledger.db"
    with closing(make_ledger(path)) as store:
        run = store.begin("test", at=AT)
        failure = Failure(url="https://news.example/none", sha256=None, room="page", reason="no article")
        other = entry_of(reworded(golden("court-report"), "Muthengi", "Mutengah"), address=ADDRESS)
        store.put([other, Entry(kept=None, outcome=failure)], run=run)
        at = datetime(2026, 1, 1, tzinfo=UTC)
        url = "https://news.example/rss"
        source = Watched(kind="source", address=url, url=url, host="news.example", due=at, added_at=at, etag='"1"')
        store.watching.keep(Change(new=(source,)))
        judge = Judge(by="Ann", at=AT)
        event = store.ask_events(EventQuestion(), limit=1).rows[0].id
        made = corrected((event, "event"), "wrong", judge, field="actors", value="Somebody")
        store.corrections.keep([made, corrected((event, "event"), "not_there", judge), undoing(made, judge)])
        store.forget("https://news.example/interview", why="asked", run=run)
        store.scrub()
        store.end(run, at=AT)
    return path


@pytest.fixture(scope="module")
def truth(ledger: Path) -> Mapping[str, Record]:
    return {record.article.id: record for record in saved_of(ledger)}


def saved_of(path: Path) -> Iterator[Record]:
    """Give the record of each version, current or not."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for (number,) in connection.execute("SELECT article FROM articles").fetchall():
            row = connection.execute(RECORDS, [number]).fetchone()
            yield put_together(row["record"], row["made_by"], row["text"])


def recover(old: Path, new: Path) -> Result:
    new.unlink(missing_ok=True)
    return CliRunner().invoke(main, ["recover", str(old), str(new)])


def readable(path: Path, most: int) -> Iterator[str]:
    """Give the articles of a damaged file that SQLite itself still reads, and whose digest is that of the record."""
    for number in range(1, most + 1):
        try:
            with closing(sqlite3.connect(path)) as connection:
                row = connection.execute(RECORDS, [number]).fetchone()
            record = put_together(row[1], row[2], row[3])
        except (sqlite3.Error, StoreError, TypeError):
            continue
        if codec.seal(record).digest == record.digest and record.article.text_sha256 == codec.text_sha256(row[3]):
            yield record.article.id


def rows_of(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(sql).fetchall(), key=str)


def test_all_of_a_whole_ledger_is_saved(ledger: Path, tmp_path: Path) -> None:
    told = recover(ledger, tmp_path / "new.db")

    assert (told.exit_code, told.stderr) == (0, "")
    for name, sql in TABLES.items():
        assert rows_of(tmp_path / "new.db", sql) == rows_of(ledger, sql), name


def test_what_stands_only_in_the_log_is_saved(tmp_path: Path) -> None:
    with closing(make_ledger(tmp_path / "ledger.db")) as store:
        store.put([entry_of(reworded(golden("court-report"), "Muthengi", "Mutengah"))], run=store.begin("test", at=AT))
        assert (tmp_path / "ledger.db-wal").stat().st_size > 0

        told = recover(tmp_path / "ledger.db", tmp_path / "new.db")

    assert told.exit_code == 0
    assert len(list(saved_of(tmp_path / "new.db"))) == len(list(saved_of(tmp_path / "ledger.db"))) > 0


def test_without_its_first_page_a_ledger_is_saved_whole(
    ledger: Path, truth: Mapping[str, Record], tmp_path: Path
) -> None:
    (tmp_path / "old.db").write_bytes(b"\0" * PAGE + ledger.read_bytes()[PAGE:])

    told = recover(tmp_path / "old.db", tmp_path / "new.db")

    assert told.exit_code == 0
    assert {record.article.id: record for record in saved_of(tmp_path / "new.db")} == truth


@pytest.mark.parametrize("damaged", [flipped, cut], ids=["bytes-that-were-changed", "files-that-were-cut"])
def test_what_holds_is_saved_and_nothing_else(
    ledger: Path, truth: Mapping[str, Record], tmp_path: Path, damaged: object
) -> None:
    assert callable(damaged)
    old, new, lost = tmp_path / "old.db", tmp_path / "new.db", 0
    for where, data in islice(damaged(ledger.read_bytes(), 11), rounds(8, full=24)):
        old.write_bytes(data)

        told = recover(old, new)

        assert told.exception is None or isinstance(told.exception, SystemExit), where
        saved = {record.article.id: record for record in saved_of(new)}
        assert saved == {name: truth[name] for name in saved}, where
        assert set(readable(old, len(truth) + 1)) <= set(saved), where
        assert bool(told.stderr) == bool(told.exit_code), where
        assert len(saved) == len(truth) or told.exit_code == 1, where
        checked = CliRunner().invoke(main, ["verify", str(new)])
        assert (checked.exit_code, checked.stderr) == (0, ""), where
        lost += len(truth) - len(saved)
    assert lost


def test_a_record_that_was_changed_is_lost_and_its_page_can_be_read_again(ledger: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(ledger.read_bytes())
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE articles SET text = text || '.' WHERE url LIKE '%/html-crossing'")

    told = recover(old, tmp_path / "new.db")

    assert told.exit_code == 1
    (line,) = told.stderr.splitlines()
    assert line.startswith("lost: article ")
    assert line.endswith("its record and its text are not those of its digest")
    with open_ledger(tmp_path / "new.db") as store:
        again = [one for one in store.failures() if one.has_bytes]
    assert [one.url for one in again] == ["https://news.example/html-crossing"]
    assert "'newsledger failures --retry' reads it again" in again[0].reason


def test_a_ledger_that_was_saved_is_added_to_and_stays_in_order(tmp_path: Path) -> None:
    """Of pages whose bytes were not kept nothing is left when their record is lost; their numbers stay theirs."""
    with closing(make_ledger(tmp_path / "old.db", with_bytes=False)):
        pass
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection, connection:
        connection.execute("UPDATE articles SET text = text || '.' WHERE article = 2")
    told = recover(tmp_path / "old.db", tmp_path / "new.db")
    assert told.exit_code == 1

    with open_ledger(tmp_path / "new.db") as store:
        gone = [one.reason for one in store.failures()]
        store.put([entry_of(reworded(golden("court-report"), "Muthengi", "Mutengah"))], run=store.begin("test", at=AT))
    checked = CliRunner().invoke(main, ["verify", str(tmp_path / "new.db")])

    assert len(gone) == 1
    assert "its bytes were not kept" in gone[0]
    assert (checked.exit_code, checked.stderr) == (0, "")


def test_what_was_forgotten_stays_forgotten(ledger: Path, tmp_path: Path) -> None:
    recover(ledger, tmp_path / "new.db")

    assert b"fish that swims" not in (tmp_path / "new.db").read_bytes()
    told = CliRunner().invoke(
        main, ["forget", "https://news.example/interview", "--why", "x", "--ledger", str(tmp_path / "new.db")]
    )
    assert told.exit_code == 1


def test_nothing_is_overwritten(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "new.db").write_text("mine")

    told = CliRunner().invoke(main, ["recover", str(ledger), str(tmp_path / "new.db")])

    assert told.exit_code == 1
    assert "found something there, expected a new file" in told.stderr
    assert (tmp_path / "new.db").read_text() == "mine"
