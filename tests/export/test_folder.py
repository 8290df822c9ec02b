"""An export is whole or not there: nothing of somebody else is touched, and a killed one leaves no half file."""

import json
import os
import subprocess
import sys
import time
from filecmp import dircmp
from pathlib import Path

import pytest

from export.conftest import TODAY, Exporter
from newsledger.errors import NewsledgerError
from newsledger.export import FORMS
from newsledger.export.files.folder import MANIFEST, UNFINISHED, Folder
from newsledger.export.write import KNOWN


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_two_exports_of_a_ledger_are_the_same_to_the_last_byte(exporter: Exporter, tmp_path: Path) -> None:
    exporter(tmp_path / "one", *FORMS)
    exporter(tmp_path / "two", *FORMS)

    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert dircmp(tmp_path / "one", tmp_path / "two").left_only == []


def test_every_file_has_a_name_that_is_known(exporter: Exporter, tmp_path: Path) -> None:
    exporter(tmp_path / "all", *FORMS)

    assert {path.name for path in (tmp_path / "all").iterdir()} == {*KNOWN, MANIFEST}


def test_an_export_takes_the_place_of_an_earlier_one(exporter: Exporter, tmp_path: Path) -> None:
    exporter(tmp_path / "export", "csv", "annotation")
    (tmp_path / "export" / "notes.txt").write_text("mine")
    exporter(tmp_path / "export", "dyads")

    assert {path.name for path in (tmp_path / "export").iterdir()} == {
        "dyads.csv",
        "codebook.md",
        MANIFEST,
        "notes.txt",
    }


@pytest.mark.parametrize("name", ["articles.csv", "notes.txt", MANIFEST])
def test_a_folder_of_somebody_else_is_left_alone(exporter: Exporter, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"name": "mine"}')

    with pytest.raises(NewsledgerError, match="expected a new or empty folder, or that of an export"):
        exporter(tmp_path, "csv")
    assert files_of(tmp_path) == {name: b'{"name": "mine"}'}


def test_two_exports_into_one_folder_do_not_meet(exporter: Exporter, tmp_path: Path) -> None:
    exporter(tmp_path / "out", "dyads")
    before = files_of(tmp_path / "out")

    with Folder(tmp_path / "out") as other:
        (other.part / "half.csv").write_text("")
        with pytest.raises(NewsledgerError, match="found another export at work there"):
            exporter(tmp_path / "out", "csv")
        assert (other.part / "half.csv").exists()

    exporter(tmp_path / "out", "dyads")
    assert files_of(tmp_path / "out") == before


def test_what_fails_leaves_the_earlier_export_as_it_was(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter(tmp_path, "csv")
    before = files_of(tmp_path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(NewsledgerError, match=r"pip install 'newsledger\[parquet\]'"):
        exporter(tmp_path, "csv", "parquet")
    assert files_of(tmp_path) == before


def test_a_full_disk_is_told_in_a_line(exporter: Exporter, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(NewsledgerError, match="cannot be written: Not a directory"):
        exporter(tmp_path / "file" / "export", "csv")


def test_an_export_that_is_killed_leaves_no_half_file_and_starts_anew(
    ledger: Path, exporter: Exporter, tmp_path: Path
) -> None:
    exporter(tmp_path / "whole", "csv", "timeml")
    whole, folder = files_of(tmp_path / "whole"), tmp_path / "export"
    command = [str(Path(sys.executable).parent / "newsledger"), "export", str(folder), "--as", "csv", "--as", "timeml"]
    command += ["--ledger", str(ledger), "--today", TODAY]
    for awaited in ("articles.csv", "happenings.csv", "mentions.csv", "actors.csv", "timeml", MANIFEST):
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            while not (folder / UNFINISHED / awaited).exists() and process.poll() is None:
                time.sleep(0.0005)
            process.kill()
        left = {name: data for name, data in files_of(folder).items() if not name.startswith(UNFINISHED)}

        assert left == {name: whole[name] for name in left}

    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    assert files_of(folder) == whole


def test_the_package_tells_what_was_asked(exporter: Exporter, tmp_path: Path) -> None:
    exporter(tmp_path, "gdelt", standings=frozenset({"planned"}))

    told = json.loads((tmp_path / MANIFEST).read_text())["newsledger"]
    assert told["standings"] == ["planned"]
    assert told["forms"] == ["gdelt"]
    assert told["today"] == TODAY


@pytest.mark.parametrize("name", ["../evil.tml", "a/b.tml"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NewsledgerError, match="expected one of a file"), Folder(tmp_path / "out") as folder:
        folder.many("timeml", "Texts", [(name, "")])

    assert not list(tmp_path.iterdir())


def test_a_pipe_in_the_place_of_a_manifest_is_not_waited_for(exporter: Exporter, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / MANIFEST)

    with pytest.raises(NewsledgerError, match="expected a new or empty folder, or that of an export"):
        exporter(tmp_path, "csv")
