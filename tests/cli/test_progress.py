"""A bar for those who wait, and only for them."""

import time

import pytest

from newsledger.cli.progress import Progress
from show.sample import RECORD


def test_a_bar_comes_after_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(total=4, drawn=True, began=time.monotonic() - 2)

    progress.record(RECORD)

    assert "█" in (told := capsys.readouterr().err)
    assert told.endswith("1 of 4")


def test_what_is_quick_has_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(total=4, drawn=True)

    progress.record(RECORD)

    assert "█" not in capsys.readouterr().err


def test_nothing_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress.begin(1)
    progress.make_room()
    progress.record(RECORD)
    progress.end()

    assert progress.first is None
    assert capsys.readouterr().err == ""


def test_a_bar_makes_room_for_what_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    Progress(total=1, drawn=True, began=time.monotonic() - 2).make_room()

    assert capsys.readouterr().err.startswith("\r")  # click leaves the escape out where there is no terminal
