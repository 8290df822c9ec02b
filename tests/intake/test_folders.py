"""What a folder may hold besides pages: pipes that never end, links to anywhere, names that are no letters."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from newsledger.intake import Found, read_captures, read_sources, size_of
from newsledger.model import Capture, Failure

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders, and few links")

Read = Callable[..., Iterable[Found | Capture | Failure]]
BOTH = pytest.mark.parametrize("read", [read_sources, read_captures])


def told(outcomes: Iterable[Any]) -> dict[str, str]:
    """Give the reason of each failure by the name of its file."""
    return {Path(one.url or "").name: one.reason for one in outcomes if isinstance(one, Failure)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("The ferry left.", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The key lies under the mat.", encoding="utf-8")
    return tmp_path / "pages"


@BOTH
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path, read: Read) -> None:
    os.mkfifo(folder / "b.html")

    outcomes = list(read([folder]))

    assert len(outcomes) == 2
    assert told(outcomes) == {"b.html": "found a pipe or a device, expected a file; name it by itself, if you want "
                              "what comes out of it"}  # fmt: skip


@BOTH
def test_a_link_that_leads_out_of_a_folder_is_not_followed(folder: Path, read: Read) -> None:
    (folder / "b.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "c.txt").symlink_to("../secret.txt")
    (folder / "d.txt").symlink_to("a.txt")
    (folder / "e.txt").symlink_to("e.txt")

    outcomes = list(read([folder]))

    assert len(outcomes) == 5
    assert {name for name, reason in told(outcomes).items() if "a link that leads out of the folder" in reason} >= {
        "b.txt",
        "c.txt",
    }
    assert "mat" not in repr(outcomes)
    assert len([one for one in outcomes if not isinstance(one, Failure)]) == 2


@BOTH
def test_a_link_that_is_named_itself_is_followed(folder: Path, read: Read) -> None:
    (folder / "b.txt").symlink_to(folder.parent / "secret.txt")

    assert told(read([folder / "b.txt"])) == {}


@BOTH
def test_the_empty_name_is_not_the_folder_that_we_are_in(
    folder: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    (failure,) = read([""])

    assert isinstance(failure, Failure)
    assert "found an empty name" in failure.reason
    assert size_of([""]) == 0


@BOTH
def test_a_name_that_is_no_letters_is_told_in_letters(folder: Path, read: Read) -> None:
    Path(os.fsdecode(bytes(folder) + b"/b\xff.txt")).write_bytes(b"The ferry left.")

    outcomes = list(read([folder]))

    captures = [one.capture if isinstance(one, Found) else one for one in outcomes]
    assert [Path(one.url or "").name for one in captures] == ["a.txt", "b\\xff.txt"]
