"""``newsledger reread``: with the real reader, on a small ledger."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main

PAGES = Path(__file__).parents[1] / "pages"
OWN = """# source: this test
# licence: CC0-1.0
cue\tkind\ttakes\tattitude\texample
say\tverb\tquotation|clause|subject+infinitive|infinitive\tclaim\tThe clerk *said* that all was lost.
"""


def newsledger(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    for name in ("court-report.txt", "interview.txt"):
        shutil.copy(PAGES / name, tmp_path / "pages")
    path = tmp_path / "ledger.db"
    result = newsledger("add", str(tmp_path / "pages" / "court-report.txt"), "--ledger", str(path))
    result = newsledger("add", str(tmp_path / "pages" / "interview.txt"), "--no-bytes", "--ledger", str(path))
    assert result.exit_code == 0, result.stderr
    return path


def test_a_new_word_list_is_read_with_and_the_same_one_is_not(ledger: Path, tmp_path: Path) -> None:
    own = tmp_path / "cues.en.tsv"
    own.write_text(OWN, encoding="utf-8")

    same = newsledger("reread", "--ledger", str(ledger))
    new = newsledger("reread", "--lexicon", str(own), "--ledger", str(ledger), "--format", "csv")
    again = newsledger("reread", "--lexicon", str(own), "--ledger", str(ledger), "--format", "csv")

    assert (same.exit_code, same.stdout) == (0, "")
    assert "nothing to read again" in same.stderr
    assert new.exit_code == 0, new.stderr
    assert "1 article read again" in new.stderr
    assert "1 article left as they were: no bytes of them are kept" in new.stderr
    assert new.stdout.startswith("kind,rule,added,gone,changed,fields")
    assert any(line.startswith("statement,") and "attitude" in line for line in new.stdout.splitlines())
    assert "read again" not in again.stderr
    assert again.stdout == new.stdout
    assert newsledger("verify", str(ledger)).exit_code == 0
