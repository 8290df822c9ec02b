"""The command ``export``: what is told, and what is said to wrong questions."""

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main


def run(folder: Path, ledger: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", str(folder), "--ledger", str(ledger), "--today", "2018-02-01", *words])


def test_what_was_written_is_told_in_one_line(ledger: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "export", ledger, "--as", "gdelt", "--as", "dyads", "--as", "gdelt")

    files = [path for path in (tmp_path / "export").iterdir() if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    assert result.exit_code == 0
    assert result.stdout == ""
    left = r"\d+ happenings without a code or day left out of gdelt"
    told = rf".*export: {len(files)} files, [\d,]+ rows, {size:,} bytes; {left}\n"
    assert re.fullmatch(told, result.stderr)


def test_a_question_has_the_words_of_the_options_of_events(ledger: Path, tmp_path: Path) -> None:
    words = ("type=consult", "from=2000-01-01", "to=2019-12-31", "min-confidence=0.2", "standing=happened")
    result = run(tmp_path, ledger, "--as", "csv", *(part for word in words for part in ("--question", word)))
    asked = ["events", "--type", "CONSULT", "--from", "2000-01-01", "--to", "2019-12-31", "--min-confidence", "0.2"]
    events = CliRunner().invoke(main, [*asked, "--standing", "happened", "--ledger", str(ledger), "--format", "jsonl"])

    assert result.exit_code == 0
    with (tmp_path / "happenings.csv").open(encoding="utf-8") as file:
        exported = {row["id"] for row in csv.DictReader(file)}
    assert exported == {json.loads(line)["id"] for line in events.stdout.splitlines()}
    assert exported
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["newsledger"]["question"]["event_type"] == "CONSULT"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("colour=red", "expected one as actor=FRA"),
        ("actor", "expected one as actor=FRA"),
        ("actor=", "expected one as actor=FRA"),
        ("type=FIGHT", "found the type 'FIGHT'"),
        ("from=2018-1-1", "expected an ISO day"),
        ("min-confidence=high", "expected a number from 0 to 1"),
        ("min-confidence=2", "expected a number from 0 to 1"),
    ],
)
def test_a_question_that_makes_no_sense_is_told(ledger: Path, tmp_path: Path, word: str, said: str) -> None:
    result = run(tmp_path / "export", ledger, "--as", "csv", "--question", word)

    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "export").exists()


def test_a_day_that_is_none_is_told(ledger: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "export", ledger, "--as", "csv", "--today", "yesterday")

    assert result.exit_code == 2
    assert "found today 'yesterday', expected an ISO day" in result.stderr
    assert not (tmp_path / "export").exists()


def test_a_word_that_is_asked_twice_is_told(ledger: Path, tmp_path: Path) -> None:
    result = run(tmp_path, ledger, "--as", "csv", "--question", "actor=FRA", "--question", "actor=DEU")

    assert result.exit_code == 2
    assert "found actor twice" in result.stderr


def test_all_standings_are_more_than_each(ledger: Path, tmp_path: Path) -> None:
    counted = []
    for number, words in enumerate(((), ("planned",), ("all",))):
        chosen = [part for word in words for part in ("--standing", word)]
        run(tmp_path / str(number), ledger, "--as", "polecat", *chosen)
        counted.append(len((tmp_path / str(number) / "polecat.tsv").read_text(encoding="utf-8").splitlines()))

    assert counted[2] > counted[0] > counted[1] > 1


def test_a_name_that_nobody_has_is_told(ledger: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "export", ledger, "--as", "csv", "--question", "actor=Nobody Atall")

    assert result.exit_code == 1
    assert "Nobody Atall" in result.stderr
    assert not (tmp_path / "export").exists()
