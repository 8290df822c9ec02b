"""Runs from and into object stores: one of this machine, one in memory, and a server that speaks S3."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsledger import Reader
from newsledger.cli import main
from newsledger.errors import NewsledgerError
from newsledger.intake.objects import ObjectPath, Place, place_of
from newsledger.scale.journal import Journal
from newsledger.scale.places import journal_place, records_place
from newsledger.scale.query import query
from newsledger.scale.run import Step, run, whole_run
from newsledger.scale.tasks import RunOptions
from scale.runs import Here, archive, contents, made, page
from scale.store_server import Bucket, served
from scale.test_load import loaded

FIVE = tuple(page(number) for number in range(5))
KEY, SECRET = "AKIDTHATISOURS", "secretthatisours"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    held = Bucket()
    with served(held) as endpoint:
        for name, value in {
            "AWS_ENDPOINT_URL_S3": endpoint,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_EC2_METADATA_DISABLED": "true",
        }.items():
            monkeypatch.setenv(name, value)
        yield held


@pytest.fixture(params=["file", "memory", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "memory":
        pytest.importorskip("fsspec")
        return place_of(f"memory://{tmp_path.name}/runs")
    if request.param == "s3":
        request.getfixturevalue("bucket")
        return place_of("s3://news/runs")
    return place_of((tmp_path / "store").as_uri())


def ran(reader: Reader, source: object, out: Place, engine: Here | None = None) -> Here:
    engine = engine or Here(reader)
    outcome = run([str(source)], out, RunOptions(size=2), engine, list[Step]().append)
    assert not outcome.failures
    return engine


def held(out: Place) -> dict[str, bytes]:
    """Give every file of a run in a store, without what only helps it on its way."""
    assert isinstance(out, ObjectPath)
    names = {file.address[len(out.address) + 1 :]: file for file in out.files()}
    return {name: file.read_bytes() for name, file in names.items() if not name.startswith("work/")}


def test_a_run_into_a_store_writes_the_bytes_of_one_into_a_folder(reader: Reader, tmp_path: Path, store: Place) -> None:
    source = archive(tmp_path / "a.warc", *FIVE, page(7, text=1, host="b"))
    made(reader, source, tmp_path / "out")

    ran(reader, source, store)

    assert held(store) == contents(tmp_path / "out")
    assert isinstance(store, ObjectPath)
    assert not list((store / "work").files())


def test_input_of_a_store_is_read_as_that_of_a_folder(reader: Reader, tmp_path: Path, store: Place) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    archive(folder / "a.warc", *FIVE)
    (folder / "b.txt").write_text("Keeper Anna Berg said on Tuesday that the lock would open again in May.\n" * 3)
    (folder / "c.jsonl").write_text(json.dumps({"text": "The council of Orlow rejected the plan on Monday."}) + "\n")
    assert isinstance(store, ObjectPath)
    for path in folder.iterdir():
        (store / "in" / path.name).write_bytes(path.read_bytes())
    (store / "in" / ".hidden.txt").write_bytes(b"This is none of ours.")
    made(reader, folder, tmp_path / "out")

    ran(reader, store / "in", store / "out")

    there, here = (whole_run(place)["counts"] for place in (store / "out", tmp_path / "out"))
    assert there == here == {"read": 7}
    with query(store / "out", "SELECT place FROM captures ORDER BY place") as (_, rows):
        places = [str(place) for (place,) in rows]
    assert places[0].startswith(f"{store}/in/a.warc#byte=")
    assert places[-2:] == [f"{store}/in/b.txt", f"{store}/in/c.jsonl#line=1"]


def test_parquet_of_a_store_is_read(reader: Reader, tmp_path: Path, store: Place) -> None:
    import pyarrow as pa  # noqa: PLC0415 - of the extra "scale"
    from pyarrow import parquet  # noqa: PLC0415 - likewise

    texts = [f"Minister Peter Moll promised {number} million euros for the bridge by June." for number in range(5)]
    parquet.write_table(pa.table({"text": texts}), tmp_path / "a.parquet")
    assert isinstance(store, ObjectPath)
    (store / "a.parquet").write_bytes((tmp_path / "a.parquet").read_bytes())

    ran(reader, store / "a.parquet", store / "out")

    assert whole_run(store / "out")["counts"] == {"read": 5}


@pytest.mark.parametrize("dies", range(2, 8))
def test_a_run_that_was_stopped_goes_on_where_it_was(reader: Reader, tmp_path: Path, bucket: Bucket, dies: int) -> None:
    source, out = archive(tmp_path / "a.warc", *FIVE), place_of("s3://news/out")
    made(reader, source, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        ran(reader, source, out, Here(reader, dies=dies))
    assert "out/run.json" not in bucket.objects

    engine = ran(reader, source, out)

    assert len(engine.kinds) == 6 - (dies - 2)
    assert held(out) == contents(tmp_path / "whole")


def test_a_finished_run_run_again_writes_no_shard(reader: Reader, tmp_path: Path, bucket: Bucket) -> None:
    source, out = archive(tmp_path / "a.warc", *FIVE), place_of("s3://news/out")
    ran(reader, source, out)
    bucket.asked.clear()

    assert ran(reader, source, out).kinds == []
    assert {key for method, key in bucket.asked if method in {"PUT", "POST"}} <= {"out/work/run.at", "out/work/"}


def test_a_shard_without_its_manifest_is_not_there(reader: Reader, tmp_path: Path, bucket: Bucket) -> None:
    source, out = archive(tmp_path / "a.warc", *FIVE), place_of("s3://news/out")
    bucket.refuses = "manifest.json"

    outcome = run([str(source)], out, RunOptions(size=2), Here(reader), list[Step]().append)

    assert len(outcome.lost) == 3
    assert "s3://news/out: When uploading" in outcome.lost[0]
    assert any(key.endswith("pages.parquet") for key in bucket.objects)
    bucket.refuses = None

    assert ran(reader, source, out).kinds == ["pages"] * 3 + ["records"] * 3


def test_a_store_that_cannot_be_written_to_is_told_before_any_work(
    reader: Reader, tmp_path: Path, bucket: Bucket
) -> None:
    source, engine = archive(tmp_path / "a.warc", *FIVE), Here(reader)
    bucket.refuses = "run.at"

    with pytest.raises(NewsledgerError, match="s3://news/out: does not do what is asked"):
        ran(reader, source, place_of("s3://news/out"), engine)

    assert engine.done == []


def test_the_first_to_read_a_shard_of_a_store_notes_no_page(bucket: Bucket) -> None:
    path = place_of("s3://news/out/work/a.at")
    for end in (0, 1, 1, 1):
        pages = Journal.open(path).pages()
        assert [next(pages) for _ in range(end + 1)] == list(range(end + 1))

    assert [method for method, _ in bucket.asked].count("PUT") == 1 + 3 * 2
    assert Journal.open(path).is_deadly(1)
    assert not Journal.open(path).is_deadly(0)


def test_a_page_at_which_processes_end_costs_itself(reader: Reader, tmp_path: Path, bucket: Bucket) -> None:
    source, out = archive(tmp_path / "a.warc", *FIVE), place_of("s3://news/out")
    with pytest.raises(KeyboardInterrupt):
        ran(reader, source, out, engine := Here(reader, dies=5))
    path = journal_place(out, engine.done[-1].name)
    assert isinstance(path, ObjectPath)
    path.write_bytes(json.dumps({"at": 1, "deaths": {"1": 2}}).encode())

    ran(reader, source, out)

    assert whole_run(out)["counts"] == {"read": 4, "failed": 1}
    assert not [key for key in bucket.objects if key.endswith(".at")]


def test_a_run_in_a_store_is_asked_in_sql_and_nothing_else_is(reader: Reader, tmp_path: Path, store: Place) -> None:
    ran(reader, archive(tmp_path / "a.warc", *FIVE), store)
    (tmp_path / "other.csv").write_text("a\n1\n")

    sql = "SELECT a.url, count(*) AS n FROM statements s JOIN articles a USING (capture) GROUP BY 1 ORDER BY 1"
    with query(store, sql) as (names, rows):
        assert (list(names), len(list(rows))) == (["url", "n"], 5)
    with (
        pytest.raises(NewsledgerError, match="DuckDB does not answer"),
        query(store, f"FROM read_csv('{tmp_path / 'other.csv'}')"),
    ):
        pass


@pytest.mark.parametrize("left", [None, b"no table"], ids=["gone", "damaged"])
def test_a_table_of_a_store_that_is_not_whole_is_told(
    reader: Reader, tmp_path: Path, store: Place, left: bytes | None
) -> None:
    ran(reader, archive(tmp_path / "a.warc", *FIVE[:1]), store)
    table = records_place(store, whole_run(store)["shards"][0]["records"]) / "events.parquet"
    table.unlink()
    if left is not None:
        table.write_bytes(left)

    with pytest.raises(NewsledgerError, match="found no whole table"), query(store, "SELECT 1"):
        pass


def test_a_run_in_a_store_is_loaded_as_one_in_a_folder(reader: Reader, tmp_path: Path, store: Place) -> None:
    source = archive(tmp_path / "a.warc", *FIVE, page(9, text=1, host="b"))
    made(reader, source, tmp_path / "out")
    ran(reader, source, store)

    assert loaded(store, tmp_path / "there.db") == loaded(tmp_path / "out", tmp_path / "here.db")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (f"s3://{KEY}:{SECRET}@news/out", "a key or a password"),
        (f"s3://{KEY}:sec/{SECRET}@news/out", "a key or a password"),
        (f"s3://{KEY}@news/out", "a key or a password"),
        (f"ftp://anna:{SECRET}@host/out", "a key or a password"),
        (f"ftp://anna:12/{SECRET}@host/out", "a key or a password"),
        (f"s3://news/out?access_key={KEY}&secret_key={SECRET}", "with options"),
        (f"s3://news/out#{SECRET}", "with options"),
        (f"simplecache::s3://news/{SECRET}", "with options"),
        ("https://a.example/crawl.warc", "an address of the web"),
        (f"s3:/{KEY}:{SECRET}@news/out", "found s3: with one slash, expected s3:// for an address"),
        (f"S3:/{KEY}", "found s3: with one slash, expected s3:// for an address"),
    ],
)
@pytest.mark.parametrize("command", ["run", "run --out", "load", "query"])
def test_what_nobody_should_write_into_an_address_is_refused_and_not_said(
    tmp_path: Path, address: str, told: str, command: str
) -> None:
    words = {
        "run": ["run", address, "--out", str(tmp_path / "out")],
        "run --out": ["run", str(tmp_path), "--out", address],
        "load": ["load", address, "--ledger", str(tmp_path / "a.db")],
        "query": ["query", address, "SELECT 1"],
    }[command]

    done = CliRunner().invoke(main, words)

    assert done.exit_code == 2
    assert told in " ".join(done.output.replace("│", "").split())
    assert KEY not in done.output
    assert SECRET not in done.output
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - no run was begun


@pytest.mark.parametrize("command", [["run", "{0}", "--out", "out"], ["load", "{0}"], ["query", "{0}", "SELECT 1"]])
def test_a_store_that_would_look_for_keys_in_the_network_is_told_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AZURE_TENANT_ID", raising=False)

    done = CliRunner().invoke(main, [word.format("abfs://news@account.dfs.core.windows.net/a") for word in command])

    assert done.exit_code in {1, 2}
    assert "no keys for it, expected AZURE_TENANT_ID" in " ".join(done.output.replace("│", "").split())


@pytest.mark.parametrize(
    ("address", "name"), [("abfs://news@account.dfs.core.windows.net/a", "a"), ("hdfs://n:1/b", "b")]
)
def test_an_address_that_names_no_secret_is_taken(address: str, name: str) -> None:
    from newsledger.intake.objects import given_place  # noqa: PLC0415 - of this test only

    assert given_place(address).name == name


def test_a_disk_and_a_folder_with_a_colon_are_no_addresses() -> None:
    from newsledger.intake.objects import given_place  # noqa: PLC0415 - of this test only

    assert [given_place(name) for name in ("C:/a", "./s3:/a")] == [Path("C:/a"), Path("s3:/a")]


@pytest.mark.parametrize("command", [["query", "xyz://a/b", "SELECT 1"], ["load", "xyz://a/b"]])
def test_a_place_that_nothing_reads_is_told_with_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    done = CliRunner().invoke(main, command)

    assert done.exit_code == 1
    assert done.stderr.startswith("Error: found an address of xyz, expected s3, gs, abfs, hdfs or file")


def test_an_address_that_nothing_reads_is_told(reader: Reader, tmp_path: Path) -> None:
    outcome = run(["xyz://a/b.warc"], tmp_path / "out", RunOptions(), Here(reader), list[Step]().append)

    assert "found an address of xyz, expected s3, gs, abfs, hdfs or file" in outcome.failures[0].reason


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_every_engine_writes_into_a_store_and_no_key_is_written(
    reader: Reader, tmp_path: Path, bucket: Bucket, engine: str
) -> None:
    bucket.objects["in/a.warc"] = archive(tmp_path / "a.warc", *FIVE).read_bytes()
    out, told = "s3://news/out", "from newsledger.cli import main; main()"
    words = ["run", "s3://news/in", "--out", out, "--engine", engine, "--jobs", "1", "--shard", "2"]

    done = subprocess.run([sys.executable, "-c", told, *words], capture_output=True, text=True, check=False)

    assert (done.returncode, "5 read; " in done.stderr) == (0, True), done.stderr
    ran(reader, "s3://news/in", place_of("s3://news/here"))
    here, there = (held(place_of(place)) for place in ("s3://news/here", out))
    assert sorted(here[name] for name in here if "parquet" in name) == sorted(
        there[name] for name in there if "parquet" in name
    )
    assert not any(SECRET.encode() in data or KEY.encode() in data for data in bucket.objects.values())
