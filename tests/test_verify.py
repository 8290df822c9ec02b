import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger import Reader, Record, codec
from newsledger.cli import main
from newsledger.codec import TextMode
from newsledger.errors import NewsledgerError
from newsledger.verify import structure, verify

TEXT = (
    "Ministers in Orlow will meet rebel leaders on Friday, the government said on Tuesday.\n\n"
    "“We hope that the talks bring peace,” said Foreign Minister Ada Brenn."
)


@pytest.fixture(scope="module")
def record(reader: Reader) -> Record:
    return reader.read_text(TEXT, published="2019-03-06")


@pytest.fixture(scope="module")
def line(record: Record) -> str:
    return codec.to_json(record)


def problems(tree: dict[str, Any]) -> str:
    return "\n".join(verify(tree).problems)


def changed(line: str, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Change a record and give it a fitting digest, as a careful forger would."""
    tree = codec.parse(line)
    change(tree)
    tree["digest"] = codec.digest_of(tree)
    return tree


def test_all_receipts_of_a_record_hold(line: str) -> None:
    verdict = verify(codec.parse(line))

    assert verdict.problems == ()
    assert verdict.held == verdict.receipts > 20


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_changed_character_is_found(line: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(line) - 1))
    character = data.draw(st.sampled_from('aZ09 "{}[],:.-é\\').filter(lambda c: c != line[place]))
    broken = line[:place] + character + line[place + 1 :]

    try:
        verdict = verify(codec.parse(broken))
    except NewsledgerError:
        return
    assert verdict.problems


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            lambda tree: tree["article"].update(text=tree["article"]["text"].replace("Friday", "Sunday")),
            "the text does not match its sha256",
            id="text",
        ),
        pytest.param(
            lambda tree: tree["times"][0]["span"].update(exact="Monday"), "the record says 'Monday'", id="words"
        ),
        pytest.param(lambda tree: tree["times"][0]["span"].update(end=9_999), "does not lie in the text", id="span"),
        pytest.param(
            lambda tree: tree["statements"][0].update(source_actor="nobody"), "names 'nobody'", id="unknown-actor"
        ),
        pytest.param(
            lambda tree: tree["events"][0].update(reported_by="x"), "reported_by: names 'x'", id="unknown-statement"
        ),
        pytest.param(
            lambda tree: tree["article"]["blocks"].reverse(), "before the block ahead of it ends", id="block-order"
        ),
        pytest.param(
            lambda tree: tree["events"][0].update(standing="perhaps"), "found no record", id="unknown-standing"
        ),
        pytest.param(lambda tree: tree.pop("events"), "found no record", id="no-events"),
    ],
)
def test_a_forged_record_is_told_by_kind(line: str, change: Callable[[dict[str, Any]], None], message: str) -> None:
    assert message in problems(changed(line, change))


def test_a_change_that_only_the_digest_tells_is_found(line: str) -> None:
    tree = codec.parse(line.replace('"form":"direct"', '"form":"mixed"', 1))

    assert "the digest does not match" in problems(tree)


def test_an_argument_outside_its_sentence_needs_a_link(record: Record) -> None:
    event = record.events[0]
    stray = replace(event, recipient=record.sentences[-1], links=())

    assert any("no link says why" in problem for problem in structure(replace(record, events=(stray,))))


@pytest.mark.parametrize("mode", ["quotes", "none"])
def test_a_record_without_its_text_is_joined_with_it_again(record: Record, mode: TextMode) -> None:
    written = codec.to_json(record, text=mode)

    assert TEXT not in json.dumps(json.loads(written), ensure_ascii=False)
    assert verify(codec.parse(written), text=TEXT).problems == ()
    assert codec.from_json(written, text=TEXT) == record
    with pytest.raises(NewsledgerError, match="join the two with --text"):
        codec.from_json(written)
    with pytest.raises(NewsledgerError, match="another text"):
        codec.from_json(written, text=TEXT + " ")


def test_no_words_of_the_text_are_left_where_none_are_wanted(record: Record) -> None:
    written = codec.to_json(record, text="none")

    assert '"exact":' not in written
    assert "talks bring peace" not in written


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["verify", *arguments])


def test_the_command_counts_what_holds(tmp_path: Path, line: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(line + "\n" + line + "\n", encoding="utf-8")

    result = run(str(path))

    total = 2 * verify(codec.parse(line)).receipts
    assert result.stdout == f"{total} of {total} receipts hold\n"
    assert result.exit_code == 0


def test_the_command_names_the_line_where_a_file_is_cut(tmp_path: Path, line: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(line + "\n" + line[: len(line) // 2], encoding="utf-8")

    result = run(str(path))

    assert result.exit_code == 1
    assert f"{path}:2: found no record" in result.stderr


def test_a_file_that_holds_no_records_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html>\n<body>\n<p>No record.</p>\n", encoding="utf-8")

    result = run(str(path))

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert f"{path}:1: found no record" in result.stderr


def test_a_broken_line_does_not_keep_the_next_from_being_checked(tmp_path: Path, line: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join((line, line[:99], line)), encoding="utf-8")

    assert f"{2 * verify(codec.parse(line)).receipts} of" in run(str(path)).stdout


def test_the_command_reads_an_indented_record(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "record.json"
    path.write_text(codec.dump(codec.to_builtins(record), indent=2), encoding="utf-8")

    assert run(str(path)).exit_code == 0


def test_the_command_joins_texts_by_their_hash(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(codec.to_json(record, text="none"), encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "any name.txt").write_bytes(TEXT.encode())
    (texts / "noise.bin").write_bytes(bytes(range(128, 256)))

    assert run(str(path)).exit_code == 1
    assert run(str(path), "--text", str(texts)).exit_code == 0
