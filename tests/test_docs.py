"""The documentation tells every field and shows every command as it is."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsledger.cli import main
from newsledger.model import Actor, Article, Event, Evidence, Expectation, Failure, Record, Statement, Timex

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
TOLD = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


@pytest.mark.parametrize("kind", [Record, Article, Actor, Timex, Statement, Event, Expectation, Evidence, Failure])
def test_every_field_of_a_record_is_told(kind: type) -> None:
    sections = re.split(r"^## ", (DOCS / "record.md").read_text(encoding="utf-8"), flags=re.MULTILINE)

    section = next(section for section in sections if section.startswith(f"{kind.__name__}\n"))

    assert [field.name for field in fields(kind) if f"`{field.name}`" not in section] == []


def test_the_commands_are_shown_as_they_are() -> None:
    # A failure here is mended by `make docs`.
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "-P", "--check", "--diff", str(DOCS / "commands.md")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert [path.name for path in PAGES if f": {path.name}\n" not in contents] == []


def test_the_schema_in_the_docs_is_the_one_that_is_printed() -> None:
    # A failure here is mended by `make docs`.
    assert (DOCS / "schema.json").read_text(encoding="utf-8") == CliRunner().invoke(main, ["schema"]).stdout


def test_no_command_is_shown_where_it_is_not_run() -> None:
    indented = re.compile(r"^ {4,}(?:\S*/)?(?:newsledger|make|python\S*) .*$", re.MULTILINE)

    assert [line for path in TOLD for line in indented.findall(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", sorted((DOCS / "images" / "web").glob("*.png")), ids=lambda path: path.name)
def test_each_picture_of_the_site_is_small_and_shown(path: Path) -> None:
    assert path.stat().st_size < 200_000
    assert f"images/web/{path.name}" in (DOCS / "web.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted((DOCS / "images").glob("*.png")), ids=lambda path: path.name)
def test_each_picture_is_small_and_shown(path: Path) -> None:
    assert path.stat().st_size < 200_000
    assert f"images/{path.name}" in (DOCS / "page.md").read_text(encoding="utf-8")
