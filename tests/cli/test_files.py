"""Files that a command is named: none is overwritten, and an empty name is none."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.processes import PAGE
from newsledger.cli import main


@pytest.mark.parametrize("command", ["add", "read"])
def test_the_empty_name_is_refused(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")

    result = CliRunner().invoke(main, [command, ""])

    assert result.exit_code == 2
    assert "found an empty name, expected a file or a folder" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("linked", [False, True])
def test_a_page_is_not_written_over_what_is_read(tmp_path: Path, linked: bool) -> None:
    source, html = tmp_path / "a.html", tmp_path / ("b.html" if linked else "a.html")
    source.write_text(PAGE, encoding="utf-8")
    if linked:
        html.symlink_to(source)

    result = CliRunner().invoke(main, ["read", str(source), "--html", str(html)])

    assert result.exit_code == 2
    assert "is what is read; name another file for the page" in result.stderr
    assert source.read_text(encoding="utf-8") == PAGE
