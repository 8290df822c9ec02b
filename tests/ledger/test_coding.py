"""Sheets for people to judge, from a ledger of golden pages, and back."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ledger.ledgers import make_ledger
from newsledger.cli import main
from newsledger.confidence import SCHEMAS
from newsledger.errors import NewsledgerError
from newsledger.ledger.judging.coding import score_sheet
from newsledger.lexicon import load_lexicon
from newsledger.store.sampling import STRATA, VERDICTS


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("coding") / "ledger.db"
    make_ledger(path).close()
    return path


def sample(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["sample", *arguments, "--ledger", str(ledger)])


def rows_of(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("of", STRATA)
def test_a_sheet_has_words_rules_and_room_for_verdicts(ledger: Path, of: str) -> None:
    rows = rows_of(sample(ledger, "--of", of, "--n", "20"))

    assert len(rows) == 20
    assert all("[" in row["words"] and row["words"].count("[") == row["words"].count("]") for row in rows)
    assert all(row[name] == "" for row in rows for name in (*VERDICTS[of], "note"))  # type: ignore[index]
    assert all(row["article_id"] and row["stratum"] == "all" for row in rows)


def test_the_trigger_and_the_parties_are_marked_in_their_sentence(ledger: Path) -> None:
    rows = rows_of(sample(ledger, "--of", "events", "--n", "1000"))

    assert all(row["words"].count("[trigger: ") == 1 for row in rows)
    assert any("[actor: " in row["words"] and "[recipient: " in row["words"] for row in rows)


def test_the_same_seed_gives_the_same_sheet(ledger: Path) -> None:
    one, same, other = (
        sample(ledger, "--of", "events", "--stratify", "type,standing", "--n", "15", "--seed", seed) for seed in "112"
    )

    assert one.stdout == same.stdout != other.stdout


def test_a_cell_that_never_ends_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text('of,id,stratum,stratum_size,verdict\nevents,"' + "x" * 140_000 + "\n", encoding="utf-8")

    before = csv.field_size_limit(131_072)  # a library that other tests use raises Python's own limit on import
    try:
        with pytest.raises(NewsledgerError, match="cannot be read: field larger than field limit"):
            score_sheet(path)
    finally:
        csv.field_size_limit(before)


def test_a_sheet_that_was_filled_in_is_scored(ledger: Path, tmp_path: Path) -> None:
    rows = rows_of(sample(ledger, "--of", "events", "--stratify", "type,standing", "--n", "40"))
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows({**row, "verdict": "y", "right_type": "n"} for row in rows)

    scores = rows_of(sample(ledger, "--score", str(path), "--format", "csv"))

    overall = {row["verdict"]: row for row in scores if row["group"] == "overall"}
    assert (float(overall["verdict"]["precision"]), float(overall["right_type"]["precision"])) == (1.0, 0.0)
    assert {row["group"] for row in scores} == {"overall", "type", "standing", "rule"}


def test_a_judged_sheet_calibrates_and_the_file_is_a_lexicon(ledger: Path, tmp_path: Path) -> None:
    rows = rows_of(sample(ledger, "--of", "statements", "--n", "60"))
    path, made = tmp_path / "sheet.csv", tmp_path / "calibration.en.tsv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows({**row, "verdict": "n" if number % 4 else "y"} for number, row in enumerate(rows))

    result = CliRunner().invoke(main, ["calibrate", str(path), "--ledger", str(ledger)])

    assert result.exit_code == 0, result.stderr
    made.write_text(result.stdout, encoding="utf-8")
    (line,) = load_lexicon(made, SCHEMAS["calibration"]).rows
    assert (line["finding"], line["judged"]) == ("statements", "60")
    assert float(line["slope"]) > 0


def test_few_verdicts_calibrate_nothing(ledger: Path, tmp_path: Path) -> None:
    rows = rows_of(sample(ledger, "--of", "events", "--n", "5"))
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows({**row, "verdict": "y"} for row in rows)

    result = CliRunner().invoke(main, ["calibrate", str(path), "--ledger", str(ledger)])

    assert result.exit_code == 1
    assert "found 5 verdicts (verdict) on findings with a confidence, expected 30" in result.stderr


def test_pages_that_are_in_no_ledger_give_a_sheet(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Ostland pilots strike\n\nThe pilots met Mayor Ada Brenn on Monday.\n", encoding="utf-8")

    rows = rows_of(sample(tmp_path / "none.db", "--of", "events", str(page), "--jobs", "1"))

    assert any("[trigger: met]" in row["words"] for row in rows)
    assert not (tmp_path / "none.db").exists()


def test_a_page_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = sample(tmp_path / "none.db", "--of", "events", str(tmp_path / "nowhere.txt"), "--jobs", "1")

    assert "nowhere.txt" in result.stderr
    assert "found no events" in result.stderr


def test_two_readers_are_held_against_each_other(ledger: Path, tmp_path: Path) -> None:
    rows = rows_of(sample(ledger, "--of", "events", "--n", "4"))
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for path, verdicts in zip(paths, ("yynn", "yynY"), strict=True):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows({**row, "verdict": one} for row, one in zip(rows, verdicts, strict=True))

    (told,) = rows_of(sample(ledger, "--score", str(paths[0]), "--score", str(paths[1]), "--format", "csv"))

    assert (told["verdict"], told["judged"], float(told["same"])) == ("verdict", "4", 0.75)
    assert float(told["kappa"]) == 0.5
    assert (float(told["first"]), float(told["second"])) == (0.5, 0.75)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--of", "events", "--stratify", "mood"], "found 'mood' to stratify events by", id="stratum"),
        pytest.param([], "expected --of for a new sheet, or --score", id="nothing"),
        pytest.param(["--score", "nowhere.csv"], "nowhere.csv: cannot be read", id="no-file"),
    ],
)
def test_what_is_wrong_is_told(ledger: Path, arguments: list[str], told: str) -> None:
    result = sample(ledger, *arguments)

    assert result.exit_code > 0
    assert told in result.stderr
