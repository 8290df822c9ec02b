"""A run: shards that are there whole or not at all, and the same for the same input."""

import json
import os
from pathlib import Path

import pytest

from intake.archive import http, warc
from newsledger import Reader, codec
from newsledger.errors import NewsledgerError
from newsledger.intake import Found, read_sources
from newsledger.model import Record
from newsledger.scale.journal import Journal
from newsledger.scale.places import RUN, journal_place
from newsledger.scale.plan import plan
from newsledger.scale.query import query
from newsledger.scale.run import Step, run, whole_run
from newsledger.scale.shards import manifest_of
from newsledger.scale.tables import columns, read_table
from newsledger.scale.tasks import RunOptions, Task
from newsledger.store import take_apart
from scale.runs import Here, archive, contents, html, made, page, words
from store.conftest import golden

FIVE = tuple(page(number) for number in range(5))


def rows(out: Path, table: str) -> list[dict[str, object]]:
    shards = [one["records"] for one in whole_run(out)["shards"]]
    return [row for shard in shards for row in read_table(out / "shards" / shard / f"{table}.parquet")]


def test_each_page_has_the_record_that_read_gives_it(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", *FIVE)
    read = reader.read_all(one.capture for one in read_sources([source]) if isinstance(one, Found))

    outcome = made(reader, source, tmp_path / "out")

    expected = [codec.to_json(one) for one in read if isinstance(one, Record)]
    assert len(expected) == 5
    assert [row["record"] for row in rows(tmp_path / "out", "records")] == expected
    assert outcome.counts == {"read": 5}


def test_the_tables_of_findings_are_those_of_the_ledger(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", page(1))
    record = next(reader.read_all(one.capture for one in read_sources([source]) if isinstance(one, Found)))
    assert isinstance(record, Record)

    made(reader, source, tmp_path / "out")

    found = take_apart(record, settled={}).findings
    for table in ("statements", "events", "actors", "times", "parties"):
        told = rows(tmp_path / "out", table)
        assert [{name: row[name] for name in columns()[table] if name in found[table][0]} for row in told] == [
            {name: row[name] for name in columns()[table] if name in row} for row in found[table]
        ]
        assert {row["article"] for row in told} == {record.article.id}


@pytest.mark.parametrize("name", ["agency-report", "ministry-statement", "live-blog"])
def test_every_column_of_a_finding_has_its_place(name: str) -> None:
    reading = take_apart(golden(name), settled={})

    for table, found in {"articles": (reading.article,), **reading.findings}.items():
        if table in columns():
            for row in found:
                assert set(columns()[table]) - {"capture", "article"} == set(row)


def test_two_runs_over_the_same_input_give_the_same_bytes(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", *FIVE, page(7, text=1, host="b"))

    made(reader, source, tmp_path / "one")
    made(reader, source, tmp_path / "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_finished_run_run_again_does_nothing(reader: Reader, tmp_path: Path) -> None:
    source, engine = archive(tmp_path / "a.warc", *FIVE), Here(reader)
    made(reader, source, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.*") if "work" not in path.parts}

    outcome = made(reader, source, tmp_path / "out", engine=engine)

    assert engine.kinds == []
    assert not outcome.is_new
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("dies", range(2, 8))
def test_a_run_that_was_stopped_goes_on_where_it_was(reader: Reader, tmp_path: Path, dies: int) -> None:
    source = archive(tmp_path / "a.warc", *FIVE)
    made(reader, source, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        made(reader, source, tmp_path / "out", engine=Here(reader, dies=dies))
    engine = Here(reader)

    made(reader, source, tmp_path / "out", engine=engine)

    assert len(engine.kinds) == 6 - (dies - 2)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_run_that_is_not_finished_is_none(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", *FIVE)

    outcome = made(reader, source, tmp_path / "out", engine=Here(reader, lose=5))

    assert outcome.lost == [outcome.lost[0]]
    assert "it was lost" in outcome.lost[0]
    with pytest.raises(NewsledgerError, match="found no finished run"):
        whole_run(tmp_path / "out")
    assert not made(reader, source, tmp_path / "out").lost


def test_a_page_that_says_what_an_earlier_one_says_is_its_mirror(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", *FIVE, page(9, text=1, host="b"))

    outcome = made(reader, source, tmp_path / "out")

    (mirror,) = rows(tmp_path / "out", "mirrors")
    assert outcome.counts == {"read": 5, "mirrors": 1}
    assert (mirror["url"], mirror["row"]) == ("https://b.example/9", 1)
    assert mirror["copy_of"] == rows(tmp_path / "out", "records")[1]["article"]


def test_copies_are_parsed_where_that_is_wanted(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", page(1), page(9, text=1, host="b"))

    outcome = made(reader, source, tmp_path / "out", parse_copies=True)

    assert outcome.counts == {"read": 2}


def test_a_copy_with_a_sentence_a_number_or_a_name_of_its_own_is_read(reader: Reader, tmp_path: Path) -> None:
    changed = [
        [*words(1), "Two people were hurt."],
        [one.replace("101", "102") for one in words(1)],
        [one.replace("Wirt", "Wirth") for one in words(1)],
    ]
    pages = [warc(http(html(one, "Town argues")), f"https://b.example/{at}") for at, one in enumerate(changed)]
    source = archive(tmp_path / "a.warc", page(1), *pages)

    assert made(reader, source, tmp_path / "out").counts == {"read": 4}


def test_more_input_leaves_the_shards_that_are_there(reader: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    archive(folder / "a.warc", *FIVE)
    made(reader, folder, tmp_path / "out")
    archive(folder / "b.warc", page(20), page(21, text=1))
    engine = Here(reader)

    outcome = made(reader, folder, tmp_path / "out", engine=engine)

    assert engine.kinds == ["pages", "records"]
    assert outcome.counts == {"read": 6, "mirrors": 1}


def test_a_limit_in_whole_seconds_names_the_same_shards(tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", *FIVE)
    whole, broken, other = (
        [
            task.name
            for task in plan([str(source)], tmp_path / "out", RunOptions(limit_seconds=limit), "{}")
            if isinstance(task, Task)
        ]
        for limit in (300, 300.0, 30)
    )

    assert whole == broken
    assert whole != other


def test_other_languages_and_menus_are_kept_and_not_parsed(reader: Reader, tmp_path: Path) -> None:
    german = ["Der Minister sagte am Montag, dass die Schleuse im Mai wieder geöffnet werde, wie geplant war."] * 4
    menu = b"<html><body>" + b"<ul><li><a href='/a'>Sport</a></li></ul>" * 30 + b"</body></html>"
    source = archive(
        tmp_path / "a.warc",
        warc(http(html(german, "Schleuse")), "https://d.example/1"),
        warc(http(menu), "https://m.example/"),
    )

    outcome = made(reader, source, tmp_path / "out")

    assert outcome.counts == {"without_findings": 1, "failed": 1}
    assert [row["language"] for row in rows(tmp_path / "out", "articles")] == ["de"]
    assert [row["room"] for row in rows(tmp_path / "out", "failures")] == ["page"]


def test_records_that_read_made_are_checked_and_taken_over(reader: Reader, tmp_path: Path) -> None:
    line = codec.to_json(golden("court-report"))
    source = tmp_path / "a.jsonl"
    source.write_text(f"{line}\n{line.replace('court', 'count')}\n")

    outcome = made(reader, source, tmp_path / "out")

    assert outcome.counts == {"read": 1, "failed": 1}
    assert [row["record"] for row in rows(tmp_path / "out", "records")] == [line]


def test_a_page_at_which_processes_end_costs_itself(reader: Reader, tmp_path: Path) -> None:
    source, out = archive(tmp_path / "a.warc", *FIVE), tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        made(reader, source, out, engine=(engine := Here(reader, dies=5)))
    journal_place(out, engine.done[-1].name).write_bytes(b'{"at": 1, "deaths": {"1": 2}}')

    outcome = made(reader, source, out)

    (failure,) = rows(out, "failures")
    assert outcome.counts == {"read": 4, "failed": 1}
    assert (failure["url"], failure["reason"]) == (
        "https://a.example/1",
        "the processes that read it ended, again and again",
    )


def test_the_journal_counts_the_ends_at_each_page(tmp_path: Path) -> None:
    path = tmp_path / "work" / "a.at"
    for _ in range(3):
        journal = Journal.open(path)
        assert not journal.is_deadly(1)
        pages = journal.pages()
        assert [next(pages), next(pages)] == [0, 1]

    assert Journal.open(path).is_deadly(1)
    assert not Journal.open(path).is_deadly(0)


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", page(1))

    outcome = run(
        [str(tmp_path / "gone.warc"), str(source)], tmp_path / "out", RunOptions(), Here(reader), list[Step]().append
    )

    assert [failure.url for failure in outcome.failures] == [str(tmp_path / "gone.warc")]
    assert outcome.counts == {"read": 1}


def test_single_pages_go_together(reader: Reader, tmp_path: Path) -> None:
    folder, engine = tmp_path / "in", Here(reader)
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.html").write_bytes(html(words(number), f"Report {number}"))

    outcome = made(reader, folder, tmp_path / "out", engine=engine)

    assert engine.kinds == ["pages"] * 3 + ["records"] * 3
    assert outcome.counts == {"read": 5}


def test_two_runs_at_once_into_one_folder_are_refused(reader: Reader, tmp_path: Path) -> None:
    source = archive(tmp_path / "a.warc", page(1))

    class Inner(Here):
        def run(self, tasks):  # type: ignore[no-untyped-def]
            with pytest.raises(NewsledgerError, match="another run is at work"):
                made(reader, source, tmp_path / "out")
            return super().run(tasks)

    assert made(reader, source, tmp_path / "out", engine=Inner(reader)).counts == {"read": 1}


def test_a_manifest_tells_what_is_in_a_shard(reader: Reader, tmp_path: Path) -> None:
    made(
        reader, archive(tmp_path / "a.warc", page(1), warc(http(b"%PDF-1.4"), "https://a.example/2")), tmp_path / "out"
    )

    (shard,) = whole_run(tmp_path / "out")["shards"]
    pages, records = (
        json.loads((tmp_path / "out" / kind / name / "manifest.json").read_bytes())
        for kind, name in (("pages", shard["pages"]), ("shards", shard["records"]))
    )

    assert (pages["counts"], pages["tables"]["pages"]["rows"]) == ({"articles": 1, "failed": 1}, 2)
    assert pages["input"][0]["path"] == str(tmp_path / "a.warc")
    assert records["counts"] == {"read": 1, "failed": 1}
    assert json.loads((tmp_path / "out" / RUN).read_bytes())["made_by"]["version"]


@pytest.mark.parametrize("name", ["run.json", "work/lock"])
def test_a_pipe_in_a_run_is_not_waited_for(reader: Reader, tmp_path: Path, name: str) -> None:
    (tmp_path / "out" / name).parent.mkdir(parents=True)
    os.mkfifo(tmp_path / "out" / name)

    with pytest.raises(NewsledgerError, match="found a pipe, a socket or a device, expected a file"):
        made(reader, archive(tmp_path / "a.warc", page(1)), tmp_path / "out")


def test_a_pipe_in_a_shard_is_not_waited_for(reader: Reader, tmp_path: Path) -> None:
    made(reader, archive(tmp_path / "a.warc", page(1)), tmp_path / "out")
    (shard,) = (tmp_path / "out" / "shards").iterdir()
    for name in ("events.parquet", "manifest.json"):
        (shard / name).unlink()
        os.mkfifo(shard / name)

    with (
        pytest.raises(NewsledgerError, match="found no whole table"),
        query(tmp_path / "out", "SELECT * FROM events") as (_, rows),
    ):
        list(rows)
    with pytest.raises(NewsledgerError, match="found no whole table"):
        read_table(shard / "events.parquet")
    with pytest.raises(OSError, match="found a pipe, a socket or a device"):
        manifest_of(shard)
