"""What is forgotten is nowhere any more, is accounted for, and stays out."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ledger.ledgers import AT, entry_of_page, make_ledger
from newsledger.cli import main
from newsledger.errors import StoreError
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.model import Failure
from newsledger.store import Entry, open_ledger
from store.conftest import PAGES, edited, entry_of, from_golden

COURT = PAGES / "court-report.json"
URL = "https://news.example/court-report"
#: Words of this one page, of every kind: text, headline, byline, names, notes of the outlet.
WORDS = ("Muthengi", "muthengi", "surrendered his passport", "ghost road", "WAKHUNGU", "Kilonzi", "Auditor finds")


def newsledger(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--ledger", str(path)])


def bytes_of(path: Path) -> bytes:
    return b"".join(found.read_bytes() for found in sorted(path.parent.iterdir()) if found.name.startswith(path.name))


def problems(path: Path) -> list[str]:
    with open_ledger(path) as store:
        return list(check_ledger(store, Sum()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make_ledger(tmp_path / "ledger.db").close()
    return tmp_path / "ledger.db"


def test_no_word_and_no_byte_is_left(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        query = "SELECT record FROM readings JOIN articles USING (article) WHERE id = ?"
        packed = [connection.execute(query, [from_golden(COURT).article.id]).fetchone()[0]]
        packed.append(connection.execute("SELECT packed FROM bytes WHERE size = ?", [page_size()]).fetchone()[0])
    before = bytes_of(path)
    assert all(word.encode() in before for word in WORDS)
    assert all(blob[100:140] in before for blob in packed)

    result = newsledger(path, "forget", URL, "--why", "the court asked for it")

    after = bytes_of(path)
    assert result.exit_code == 0, result.stderr
    assert [word for word in (*WORDS, URL) if word.encode() in after] == []
    assert [blob for blob in packed if blob[100:140] in after] == []


def page_size() -> int:
    return len((PAGES / "court-report.txt").read_bytes())


def test_findings_that_an_older_version_had_are_gone_from_the_empty_places_too(path: Path) -> None:
    record = from_golden(COURT)
    with open_ledger(path) as store:
        run = store.begin("test", at=AT)
        changed = edited(record, "surrendered his passport", "given up his passport")
        (outcome,) = store.put([entry_of(changed, address=URL)], run=run)
        assert outcome.what == "version"

    result = newsledger(path, "forget", changed.article.id, "--why", "asked")

    after = bytes_of(path)
    assert result.exit_code == 0, result.stderr
    assert result.stderr.count("forgotten: ") == 2
    assert [word for word in (*WORDS, "given up his") if word.encode() in after] == []
    assert problems(path) == []


def test_the_rest_holds_and_the_gap_is_accounted_for(path: Path) -> None:
    total = len(list(PAGES.glob("*.json")))

    newsledger(path, "forget", URL, "--why", "asked")

    result = CliRunner().invoke(main, ["verify", str(path)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{total - 1} versions of {total - 1} articles" in result.stdout
    assert "1 tombstones" in result.stdout


def test_a_page_that_was_forgotten_stays_out(path: Path) -> None:
    newsledger(path, "forget", URL, "--why", "the court asked for it")

    with open_ledger(path) as store:
        run = store.begin("test", at=AT)
        here, mirror, failed = store.put(
            [
                entry_of_page(COURT, url=URL),
                entry_of_page(COURT, url="https://elsewhere.example/x"),
                Entry(
                    kept=entry_of_page(COURT, url=URL).kept,
                    outcome=Failure(url=URL, sha256=None, room="page", reason="no article"),
                ),
            ],
            run=run,
        )

    assert [one.what for one in (here, mirror, failed)] == ["forgotten"] * 3
    assert here.reason == "it was forgotten: the court asked for it"


def test_mirrors_go_too_and_others_keep_their_names(path: Path) -> None:
    with open_ledger(path) as store:
        names = {row.key for record in store.records() for row in record.actors}
    first = min(PAGES.glob("*.json"))

    result = newsledger(path, "forget", "https://copies.example/page", "--why", "asked")

    assert result.exit_code == 0, result.stderr
    assert b"copies.example" not in bytes_of(path)
    with open_ledger(path) as store:
        left = list(store.records())
        assert from_golden(first).article.id not in {record.article.id for record in left}
        assert {actor.key for record in left for actor in record.actors} < names
    assert problems(path) == []


def test_a_name_that_others_have_stays_and_is_called_as_they_call_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        shared = connection.execute("SELECT key FROM entities WHERE articles > 1 ORDER BY key").fetchall()
        key, owner = connection.execute(
            "SELECT x.key, a.id FROM actors x JOIN articles a USING (article) WHERE x.key = ? LIMIT 1", shared[0]
        ).fetchone()

    newsledger(path, "forget", owner, "--why", "asked")

    with closing(sqlite3.connect(path)) as connection, connection:
        names = [row[0] for row in connection.execute("SELECT name FROM actors WHERE key = ?", [key])]
        (name,) = connection.execute("SELECT name FROM entities WHERE key = ?", [key]).fetchone()
    assert name == max(names, key=len)
    assert problems(path) == []


def test_an_older_version_may_go_by_itself(path: Path) -> None:
    record = from_golden(COURT)
    changed = edited(record, "surrendered his passport", "given up his passport")
    with open_ledger(path) as store:
        run = store.begin("test", at=AT)
        store.put([entry_of(changed, address=URL)], run=run)

    refused = newsledger(path, "forget", changed.article.id, "--only-version", "--why", "asked")
    result = newsledger(path, "forget", record.article.id, "--only-version", "--why", "asked")

    assert "expected the id of an older version" in refused.stderr
    assert result.exit_code == 0, result.stderr
    assert b"surrendered his passport" not in bytes_of(path)
    assert b"given up his passport" in bytes_of(path)
    assert f"{len(record.events)} events" in result.stderr
    assert problems(path) == []


def test_a_failure_is_forgotten_by_its_address(path: Path) -> None:
    kept = entry_of_page(PAGES / "interview.json", url="https://bad.example/secret").kept
    failure = Failure(url="https://bad.example/secret", sha256=None, room="page", reason="no article")
    with open_ledger(path) as store:
        store.put([Entry(kept=kept, outcome=failure)], run=store.begin("test", at=AT))

    result = newsledger(path, "forget", "https://bad.example/secret", "--why", "asked")

    assert result.exit_code == 0, result.stderr
    assert b"bad.example" not in bytes_of(path)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        pytest.param("https://nowhere.example/", "found no article of this id or address", id="unknown"),
        pytest.param(URL, "it is forgotten already: asked", id="again"),
    ],
)
def test_what_is_not_there_is_told(path: Path, target: str, told: str) -> None:
    identifier = from_golden(COURT).article.id
    newsledger(path, "forget", identifier, "--why", "asked")

    result = newsledger(path, "forget", identifier if target == URL else target, "--why", "asked")

    assert result.exit_code == 1
    assert told in result.stderr


def test_a_scrub_that_was_broken_off_is_told_and_can_be_ended(path: Path) -> None:
    with open_ledger(path) as store:
        store.forget(URL, why="asked", run=store.begin("forget", at=AT))
    assert ["'newsledger forget --scrub'" in told for told in problems(path)] == [True]

    result = newsledger(path, "forget", "--scrub")

    assert result.exit_code == 0, result.stderr
    assert [word for word in WORDS if word.encode() in bytes_of(path)] == []
    assert problems(path) == []


def test_a_scrub_waits_for_nobody_who_reads_for_ever(path: Path) -> None:
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        with open_ledger(path) as store:
            store.forget(URL, why="asked", run=store.begin("forget", at=AT))
            store.connection.execute("PRAGMA busy_timeout = 100")

            with pytest.raises(StoreError, match=r"forget --scrub"):
                store.scrub()


def test_packed_words_are_found_when_they_are_there() -> None:
    # The other tests would pass on any file if this were not so.
    assert b"Muthengi" not in zlib.compress(b"Muthengi" * 2)
