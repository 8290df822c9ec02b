"""Another data set held against the ledger: our own exports agree with it, and what does not is told with our words."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.errors import SourceError
from newsledger.export import recognise
from newsledger.export.codebook import codes, table
from newsledger.export.compare.reading import Coded, CodedFile
from newsledger.store import open_ledger

FORMS = ["polecat.tsv", "gdelt.export.CSV", "icews.tsv", "happenings.csv"]


def run(file: Path, ledger: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["compare", str(file), "--ledger", str(ledger), *words])


def lines(file: Path, ledger: Path, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(file, ledger, "--format", "jsonl", *words).stdout.splitlines()]


def written(path: Path, name: str, rows: Sequence[dict[str, str]]) -> Path:
    """Write a file of another data set."""
    names = table(name).names
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        if name != "gdelt_events":
            writer.writerow(names)
        writer.writerows([row.get(column, "") for column in names] for row in rows)
    return path


def read(path: Path) -> list[Coded]:
    return list(recognise(path).rows({"happened"}))


@pytest.mark.parametrize("name", FORMS)
def test_our_own_export_agrees_with_the_ledger(coded: Path, tables: Path, ledger: Path, name: str) -> None:
    folder = tables if name == "happenings.csv" else coded

    rows = lines(folder / name, ledger)
    assert [row for row in rows if row["kind"] == "difference"] == []
    assert {row["share"] for row in rows} == {1.0}
    assert {row["what"] for row in rows} == {"all", "day", "type", "dyad"}


def test_a_code_and_a_country_are_read_as_each_data_set_writes_them(tmp_path: Path) -> None:
    polecat = {"Event ID": "1", "Event Date": "2018-03-16", "Event Type": "ACCUSE", "Actor Country": "Russia; Viet Nam"}
    polecat |= {"Actor COW": "365; 816", "Recipient Country": "None", "Recipient COW": "2"}
    gdelt = {"GLOBALEVENTID": "2", "SQLDATE": "20180316", "EventCode": "0211", "Actor1CountryCode": "ROM"}
    icews = {"Event ID": "3", "Event Date": "2018-03-16", "CAMEO Code": "42", "Source Country": "Russian Federation"}

    assert read(written(tmp_path / "p", "polecat", [polecat])) == [
        Coded(id="1", day="2018-03-16", event_type="ACCUSE", pairs=(("RUS", "USA"), ("VNM", "USA")))
    ]
    assert read(written(tmp_path / "g", "gdelt_events", [gdelt])) == [
        Coded(id="2", day="2018-03-16", event_type=codes().plover["0211"], pairs=(("ROU", None),))
    ]
    assert read(written(tmp_path / "i", "icews", [icews])) == [
        Coded(id="3", day="2018-03-16", event_type="CONSULT", pairs=(("RUS", None),))
    ]


@pytest.mark.parametrize("day", ["20189999", "20180231", "00000101"])
def test_a_day_that_no_calendar_has_is_none(tmp_path: Path, ledger: Path, day: str) -> None:
    gdelt = {"GLOBALEVENTID": "2", "SQLDATE": day, "EventCode": "0211"}
    path = written(tmp_path / "g", "gdelt_events", [gdelt])

    assert [one.day for one in read(path)] == [None]
    assert run(path, ledger).exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Event ID\tEvent Date\n1\t2\n", id="too-few-columns"),
        pytest.param("\t".join(str(number) for number in range(61)), id="sixty-one-of-something-else"),
        pytest.param("PK\x03\x04\x00\x00", id="packed"),
    ],
)
def test_a_file_of_no_known_form_is_told_in_a_line(tmp_path: Path, ledger: Path, text: str) -> None:
    (tmp_path / "file").write_text(text)

    result = run(tmp_path / "file", ledger)
    assert result.exit_code == 1
    assert "expected the 40 of POLECAT or the 20 of ICEWS" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_line_of_another_length_is_told_with_its_number(tmp_path: Path) -> None:
    path = written(tmp_path / "file", "icews", [{}])
    path.write_text(path.read_text() + "1\t2\n")

    with pytest.raises(SourceError, match="file:3: found 2 cells, expected 20"):
        read(path)


def test_what_differs_is_told_with_the_sentence_in_which_ours_stands(coded: Path, ledger: Path, tmp_path: Path) -> None:
    with (coded / "icews.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["Source Country"] and row["Target Country"]]
    other = {**rows[0], "CAMEO Code": "190" if rows[0]["CAMEO Code"] != "190" else "042", "Event ID": "77"}
    day = rows[0]["Event Date"]

    found = [row for row in lines(written(tmp_path / "i", "icews", [other]), ledger) if row["kind"] == "difference"]
    theirs = [row for row in found if row["side"] == "theirs"]
    ours = [row for row in found if row["side"] == "ours"]
    assert [row["id"] for row in theirs] == ["77"]
    assert theirs[0]["otherwise"] != theirs[0]["event_type"]
    assert theirs[0]["happening"] in {row["happening"] for row in ours}
    with open_ledger(ledger) as store:
        for row in [*theirs, *ours]:
            article = store.record(str(row["article"])).article
            assert str(row["words"]) in article.text
            assert {row["day"] for row in ours} == {day}


@pytest.mark.parametrize(("within", "both"), [("0", 0), ("2", 1)])
def test_some_days_may_lie_between_what_is_one_event(
    coded: Path, ledger: Path, tmp_path: Path, within: str, both: int
) -> None:
    with (coded / "icews.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lonely = next(row for row in rows if sum(one["Event Date"][:7] == row["Event Date"][:7] for one in rows) == 1)
    moved = {**lonely, "Event Date": f"{lonely['Event Date'][:8]}{(int(lonely['Event Date'][8:]) + 1) % 28 + 1:02}"}
    rest = {**lonely, "Event ID": "0", "CAMEO Code": "010"}

    agreement = lines(written(tmp_path / "i", "icews", [moved, rest]), ledger, "--within", within)
    counted = next(row for row in agreement if row.get("what") == "all")
    by_day = [row["both"] for row in agreement if row.get("what") == "day"]
    assert counted["both"] == both
    assert set(by_day) == {0}


def test_the_table_shows_counts_and_then_what_differs(coded: Path, ledger: Path) -> None:
    result = run(coded / "gdelt.export.CSV", ledger, "--format", "table", "--standing", "all", "--limit", "3")

    assert result.exit_code == 0
    assert "share" in result.stdout
    assert "ours · " in result.stdout or "ours  " in result.stdout
    assert "read as gdelt" in result.stderr
    assert "--limit gives more" in result.stderr


def test_csv_has_the_events_that_differ(coded: Path, ledger: Path) -> None:
    result = run(coded / "polecat.tsv", ledger, "--format", "csv", "--standing", "all")
    rows = list(csv.DictReader(result.stdout.splitlines()))

    assert {row["side"] for row in rows} == {"ours"}
    assert all(row["words"] and row["happening"] for row in rows)


def test_a_file_without_rows_is_compared_with_nothing(tmp_path: Path, ledger: Path) -> None:
    assert lines(written(tmp_path / "file", "polecat", []), ledger) == []
    assert isinstance(recognise(tmp_path / "file"), CodedFile)
