import gc
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger import codec
from newsledger.cli import main

PAGE = (
    "World  /  Orlow\n\nOrlow: minister hopes for talks\n\nThe minister said on Tuesday that she hoped for talks with "
    "the rebels in the coming months.\n\nShe denied that troops had crossed the border.\n\nSHARE THIS ARTICLE\n"
)


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_file_becomes_a_record_a_line_when_nobody_watches(page: Path) -> None:
    result = run("read", str(page))

    record = codec.from_json(result.stdout)
    assert result.exit_code == 0
    assert record.article.headline == "Orlow: minister hopes for talks"
    assert record.article.text == PAGE


def test_standard_input_is_read_with_the_date_that_is_given() -> None:
    result = run("read", "-", "--published", "2019-03-06", "--url", "https://example.org/a", given=PAGE)

    record = codec.from_json(result.stdout)
    assert record.article.date_published.value == "2019-03-06"
    assert record.article.url == "https://example.org/a"


def test_a_gz_and_a_folder_are_read_through(page: Path) -> None:
    (page.parent / "deep").mkdir()
    (page.parent / "deep" / "other.txt.gz").write_bytes(gzip.compress(PAGE.encode()))

    result = run("read", str(page.parent), "--format", "jsonl")

    records = [codec.from_json(line) for line in result.stdout.splitlines()]
    assert len(records) == 2
    assert records[0].article.id == records[1].article.id


def test_json_is_one_indented_document(page: Path) -> None:
    tree = json.loads(run("read", str(page), "--format", "json").stdout)

    assert tree["article"]["headline"] == "Orlow: minister hopes for talks"


def test_the_listing_names_headline_date_statements_and_what_is_due(page: Path) -> None:
    result = run("read", str(page), "--format", "text", "--published", "2019-03-06")

    assert result.stdout.startswith("Orlow: minister hopes for talks\n")
    assert "6 Mar 2019, as given" in result.stdout
    assert "Who said what" in result.stdout
    assert "What is due" in result.stdout


def test_a_bad_page_is_told_and_the_others_go_on(page: Path) -> None:
    result = run("read", str(page.parent / "missing.txt"), str(page))

    assert result.exit_code == 1
    assert "missing.txt" in result.stderr
    assert codec.from_json(result.stdout).article.text == PAGE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--published", "yesterday"], "expected an ISO date", id="date"),
        pytest.param(["--model", "en_no_such"], "pip install en-no-such", id="model"),
        pytest.param(["--format", "xml"], "xml", id="format"),
    ],
)
def test_wrong_input_says_what_was_expected(page: Path, arguments: list[str], message: str) -> None:
    result = run("read", str(page), *arguments)

    assert result.exit_code != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_the_schema_is_printed_as_json() -> None:
    assert json.loads(run("schema").stdout)["$schema"].endswith("2020-12/schema")


def test_the_doctor_finds_the_tested_model() -> None:
    result = run("doctor")

    assert result.exit_code == 0
    assert "as expected" in result.stdout


@pytest.fixture
def nothing_collected_beside() -> Iterator[None]:
    """Take away the collector's callbacks (Hypothesis has one): what strikes inside one is swallowed by Python."""
    kept = gc.callbacks[:]
    gc.callbacks.clear()
    yield
    gc.callbacks[:] = kept


@pytest.mark.usefixtures("nothing_collected_beside")
def test_a_page_that_takes_too_long_is_a_failure_and_the_next_one_is_read(page: Path) -> None:
    slow = page.parent / "a_slow.txt"
    slow.write_text("\n\n".join(f"{PAGE} It was paragraph {number}." for number in range(800)), encoding="utf-8")

    result = run("read", str(slow), str(page), "--format", "jsonl", "--limit-seconds", "0.4")

    assert result.exit_code == 1
    assert "a_slow.txt: found no end after 0.4 seconds of processor time" in result.stderr
    assert len(result.stdout.splitlines()) == 1
