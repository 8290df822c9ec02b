"""What `make dist` builds is whole, and all that the documentation shows runs with it, elsewhere and offline."""

import json
import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from installed import ROOT, build, install
from newsledger.cli import main

TOLD = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

#: Each block by itself, as in a file of its own.
RUN_BLOCKS = """
import contextlib, io, json, sys, traceback

ran = {}
for code in json.load(sys.stdin):
    printed, failed = io.StringIO(), ""
    with contextlib.redirect_stdout(printed):
        try:
            exec(code, {"__name__": "__main__"})
        except BaseException:
            failed = traceback.format_exc()
    ran[code] = (printed.getvalue(), failed)
print(json.dumps(ran))
"""


def code_blocks(language: str) -> list[Any]:
    """Give the fenced blocks of a language, each named by its page and number."""
    return [
        pytest.param(code, id=f"{path.stem}-{number}")
        for path in TOLD
        for number, (found, code) in enumerate(FENCED.findall(path.read_text(encoding="utf-8")), 1)
        if found == language
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def commands(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(built[1], tmp_path_factory.mktemp("installed"))


def test_every_file_of_the_package_is_in_the_wheel_and_the_sdist(built: tuple[Path, Path]) -> None:
    package = ROOT / "src" / "newsledger"
    there = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    wanted = {name for name in there if "__pycache__" not in name}

    with tarfile.open(built[0]) as sdist, zipfile.ZipFile(built[1]) as wheel:
        in_sdist = {name.partition("/src/")[2] for name in sdist.getnames() if "/src/newsledger/" in name}
        in_wheel = {name for name in wheel.namelist() if name.startswith("newsledger/")}
    assert {Path(name).suffix for name in wanted} >= {".py", ".tsv", ".sql", ".css", ".json", ".typed"}
    assert wanted - in_sdist == set()
    assert wanted == in_wheel


def test_what_is_installed_is_the_wheel_and_has_no_network(commands: Path, tmp_path: Path) -> None:
    asked = "import newsledger, socket; print(newsledger.__file__); socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([commands / "python", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.stdout.startswith(str(commands.parent))
    assert "there is no network here" in done.stderr


def test_the_doctor_is_content(commands: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [commands / "newsledger", "doctor"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "as expected" in done.stdout


def test_each_command_is_shown() -> None:
    shown = "\n".join(block.values[0] for block in code_blocks("sh"))

    assert [name for name in main.commands if f"newsledger {name}" not in shown] == []


@pytest.fixture(scope="module")
def ran(commands: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each block of Python printed, and how it failed; in one process, since loading the reader is slow."""
    blocks = json.dumps([block.values[0] for block in code_blocks("python")])
    done = subprocess.run(
        [commands / "python", "-W", "error", "-c", RUN_BLOCKS],
        cwd=tmp_path_factory.mktemp("python"),
        input=blocks,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("code", code_blocks("python"))
def test_the_python_that_is_shown_runs(ran: dict[str, list[str]], code: str) -> None:
    printed, failed = ran[code]

    assert failed == ""
    assert printed


@pytest.mark.parametrize("code", code_blocks("sh"))
def test_the_commands_that_are_shown_run(commands: Path, code: str, tmp_path: Path) -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    lines = [line.partition("#")[0].strip() for line in code.splitlines()]
    shutil.copy(ROOT / "tests" / "pages" / "html-crossing.html", tmp_path / "page.html")
    shutil.copy(ROOT / "tests" / "demo" / "cocoa.jsonl", tmp_path / "texts.jsonl")
    (tmp_path / "pages").mkdir()
    shutil.copy(ROOT / "tests" / "pages" / "interview.txt", tmp_path / "pages")

    assert [line for line in lines if line.startswith("make ") and line.split()[1] not in targets] == []
    shown = [line.replace(".venv/bin/", "") for line in lines if line and not line.startswith("make ")]
    done = subprocess.run(
        ["/bin/sh", "-e", "-c", "\n".join(shown)],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
