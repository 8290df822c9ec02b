"""A run into a ledger: as if its pages had been added."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from intake.archive import http, warc
from newsledger import Reader
from newsledger.errors import NewsledgerError
from newsledger.intake import Found, read_sources
from newsledger.intake.objects import Place
from newsledger.ledger.grouping import group_all
from newsledger.ledger.work import Task, work
from newsledger.pipeline import load_other_names
from newsledger.scale import load as loading
from newsledger.scale.load import Loading, Ready, load
from newsledger.scale.run import whole_run
from newsledger.scale.tables import TableWriter, read_table
from newsledger.store import Outcome, open_ledger
from scale.runs import archive, html, made, page, words

AT = "2026-01-01T00:00:00+00:00"


class Crew:
    """Makes shards ready in this process."""

    def __init__(self, folder: Place) -> None:
        shards = {one["pages"]: one["records"] for one in whole_run(folder)["shards"]}
        self._work = loading.prepare(shards)
        self._done: list[Ready] = []

    is_full = False

    @property
    def is_idle(self) -> bool:
        return not self._done

    def give(self, task: Loading, size: int) -> None:  # noqa: ARG002 - a crew's own
        self._done.append(self._work(task))

    def pass_by(self, known: list[Outcome]) -> None:
        self._done.append(known)

    def take(self, seconds: float) -> list[Ready]:  # noqa: ARG002 - likewise
        done, self._done = self._done, []
        return done


def loaded(out: Place, ledger: Path) -> list[str]:
    with open_ledger(ledger, new=True) as store:
        run = store.begin("load", at=AT)
        what: list[str] = [one.what for one in load(store, out, Crew(out), run=run)]  # type: ignore[arg-type]  # as a crew does
        for _ in group_all(store):
            pass
    return what


def added(reader: Reader, source: Path, ledger: Path) -> None:
    with open_ledger(ledger, new=True) as store:
        run = store.begin("add", at=AT)
        names = load_other_names()
        for one in read_sources([source]):
            assert isinstance(one, Found)
            store.put([work(reader, Task(found=one, with_bytes=False), names=names)], run=run)
        for _ in group_all(store):
            pass


@contextmanager
def table_of(ledger: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(ledger)) as connection:
        yield connection


def dump(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give all rows of a ledger but the times of its runs."""
    with table_of(ledger) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        asked = {name: f"SELECT * FROM {name}" for name in names if name != "runs"}  # noqa: S608 - of the schema
        return {name: sorted(connection.execute(sql), key=repr) for name, sql in asked.items()}


PAGES = (
    *(page(number) for number in range(3)),
    warc(http(b"%PDF-1.4"), "https://a.example/7"),
    warc(http(html(words(1), "Another town argues")), "https://b.example/8"),
)


def test_a_loaded_run_is_the_ledger_that_add_makes(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", *PAGES)
    made(reader, source, tmp_path / "out", parse_copies=True)

    loaded(tmp_path / "out", tmp_path / "loaded.db")
    added(reader, source, tmp_path / "added.db")

    assert dump(tmp_path / "loaded.db") == dump(tmp_path / "added.db")


def test_loading_twice_is_once(reader: Reader, tmp_path: Path) -> None:
    made(reader, archive(tmp_path / "a.warc", *PAGES), tmp_path / "out")
    first = loaded(tmp_path / "out", tmp_path / "a.db")
    before = dump(tmp_path / "a.db")

    again = loaded(tmp_path / "out", tmp_path / "a.db")

    assert first == ["added", "added", "added", "failed", "mirror"]
    assert again == ["known", "known", "known", "failed", "known"]
    # What failed, and has no bytes here, is tried again, as `add` does, and that is counted.
    after = dump(tmp_path / "a.db")
    assert len(after.pop("failures")) == len(before.pop("failures")) == 1
    assert after == before


def test_a_mirror_is_another_address_of_the_article_that_says_the_same(reader: Reader, tmp_path: Path) -> None:
    made(reader, archive(tmp_path / "a.warc", *PAGES), tmp_path / "out")
    loaded(tmp_path / "out", tmp_path / "a.db")

    with table_of(tmp_path / "a.db") as connection:
        query = "SELECT s.address FROM sightings s JOIN articles USING (article) WHERE url = 'https://a.example/1'"
        addresses = sorted(address for (address,) in connection.execute(query))

    assert addresses == ["https://a.example/1", "https://b.example/8"]


def test_what_is_no_finished_run_is_not_loaded(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db", new=True) as store, pytest.raises(NewsledgerError, match="no finished run"):
        next(load(store, tmp_path, None, run=1))  # type: ignore[arg-type]  # it is not asked


def test_a_shard_that_somebody_changed_gives_no_id_that_names_another_file(reader: Reader, tmp_path: Path) -> None:
    made(reader, archive(tmp_path / "a.warc", page(1)), tmp_path / "out")
    (file,) = tmp_path.glob("out/shards/*/records.parquet")
    (row,) = read_table(file)
    own = str(json.loads(row["record"])["article"]["id"])
    writer = TableWriter(file, "records")
    writer.add([{**row, "record": row["record"].replace(own, "../../../evil")}])
    writer.close()

    with pytest.raises(NewsledgerError, match="expected an id of 16 hexadecimal"):
        loaded(tmp_path / "out", tmp_path / "a.db")


def test_a_shard_that_somebody_changed_has_no_mirrors_of_pages_elsewhere(reader: Reader, tmp_path: Path) -> None:
    made(reader, archive(tmp_path / "a.warc", *PAGES), tmp_path / "out")
    (file,) = [path for path in tmp_path.glob("out/shards/*/mirrors.parquet") if read_table(path)]
    (row,) = read_table(file)
    writer = TableWriter(file, "mirrors")
    writer.add([{**row, "shard": "../../elsewhere"}])
    writer.close()

    with pytest.raises(NewsledgerError, match="expected a shard of this run"):
        loaded(tmp_path / "out", tmp_path / "a.db")
