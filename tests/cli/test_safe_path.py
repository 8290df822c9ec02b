"""A folder of pages may hold anything: none of it is ever run."""

import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from cli.processes import PAGE, environment, run

RAN = "import pathlib\npathlib.Path({mark!r}).touch()\nraise ImportError('planted')\n"
COMMANDS = {
    "add": ["add", ".", "--jobs", "1"],
    "failures": ["failures", "--retry", "--jobs", "1"],
    "reread": ["reread", "--jobs", "1"],
    "read": ["read", "page.txt"],
    "verify": ["verify", "newsledger.db"],
    "search": ["search", "talks"],
    "statements": ["statements"],
    "events": ["events"],
    "outlook": ["outlook"],
    "actors": ["actors"],
    "sample": ["sample", "--of", "events"],
    "backup": ["backup", "copy.db"],
    "forget": ["forget", "no-such", "--why", "asked to"],
    "schema": ["schema"],
    "doctor": ["doctor"],
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give a folder with a file of the name of each library that there is, and the mark that any of them leaves."""
    place = tmp_path_factory.mktemp("planted")
    folder, mark = place / "pages", place / "ran"
    folder.mkdir()
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for name in {*sys.stdlib_module_names, *packages_distributions()}:
        (folder / f"{name}.py").write_text(RAN.format(mark=str(mark)), encoding="utf-8")
    return folder, mark


@pytest.mark.parametrize("arguments", [pytest.param(line, id=name) for name, line in COMMANDS.items()])
def test_no_file_of_the_current_folder_is_run(planted: tuple[Path, Path], arguments: list[str]) -> None:
    folder, mark = planted

    done = run(*arguments, folder=folder, script=folder.parent / "newsledger")

    assert not mark.exists()
    assert b"Traceback" not in done.stderr, done.stderr.decode()


def test_a_long_name_of_the_folder_for_temporary_files_stops_nothing(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 150)
    long.mkdir()
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")

    done = run(
        *["add", "page.txt", "--jobs", "1"],
        folder=tmp_path,
        script=tmp_path / "newsledger",
        env=environment(TMPDIR=str(long)),
    )

    assert done.returncode == 0, done.stderr.decode()
    assert b"1 added" in done.stderr
