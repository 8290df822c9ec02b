"""The files that set a new clone up agree with each other."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^[a-z0-9.-]+==\S+( ; [^\\]+)? \\$", re.MULTILINE)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_with_a_hash(path: Path) -> None:
    entries = re.split(r"\n(?=[a-z])", path.read_text())[1:]

    assert entries
    assert all(PIN.match(entry) and "--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_no_requirement_names_a_registry(path: Path) -> None:
    assert "://" not in path.read_text()


def test_development_uses_the_versions_that_reading_uses() -> None:
    base, dev = ((ROOT / "requirements" / name).read_text() for name in ("base.txt", "dev.txt"))
    pinned = re.compile(r"^[a-z0-9.-]+==\S+", re.MULTILINE)

    assert set(pinned.findall(base)) <= set(pinned.findall(dev))


def test_each_group_of_requirements_has_its_pins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    wanted = {re.split(r"[<>=]", entry)[0] for entry in project["project"]["dependencies"]}
    pinned = set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements" / "base.txt").read_text(), re.MULTILINE))

    assert wanted <= pinned


def test_set_up_takes_the_pythons_that_the_project_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    assert project["project"]["requires-python"] == ">=3.11,<3.14"
    assert "(3, 11) <= sys.version_info[:2] <= (3, 13)" in (ROOT / "scripts" / "setup").read_text()


def test_each_make_target_is_told_in_the_guide() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    guide = (ROOT / "CONTRIBUTING.md").read_text()

    assert [target for target in targets if f"make {target}" not in guide] == []


def test_set_up_brings_the_browser_that_the_tests_and_the_pictures_use() -> None:
    setup, tests, pictures = (
        (ROOT / path).read_text() for path in ("scripts/setup", "tests/browser/conftest.py", "scripts/screenshots.py")
    )

    assert '[ -x /usr/bin/chromium ] || need_package chromium "' in setup
    assert "/usr/bin/chromium" in tests
    assert "/usr/bin/chromium" in pictures


def test_what_ci_tests_with_each_python_is_there() -> None:
    ci = (ROOT / ".ci" / "run").read_text()
    parts = re.findall(r"tests/\S+", re.findall(r'^parts="(.*)"$', ci, re.MULTILINE)[0])

    assert len(parts) > 5
    assert [part for part in parts if not (ROOT / part).exists()] == []


def test_ci_passes_over_a_python_that_does_not_run(tmp_path: Path) -> None:
    ci = (ROOT / ".ci" / "run").read_text()
    functions = "\n".join(re.findall(r"^\w+\(\) \{\n.*?^\}$", ci, re.MULTILINE | re.DOTALL))
    for folder, command in (("shims", "exit 127"), ("bin", "echo 3.12")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "python3.12").write_text(f"#!/bin/sh\n{command}\n")
        (tmp_path / folder / "python3.12").chmod(0o755)

    found = subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", f"{functions}\nfind_python 3.12"],
        env={"PATH": f"{tmp_path / 'shims'}:{tmp_path / 'bin'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stdout.strip() == str(tmp_path / "bin" / "python3.12")
