"""What is only needed for an extra is told, and is not amiss."""

import pytest
from click.testing import CliRunner

from newsledger.cli import doctor, main


def test_what_two_extras_need_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = [
        "click>=8",
        'pyarrow>=26; extra == "scale"',
        'httpx>=0.28; extra == "watch"',
        'pyarrow>=26; extra == "parquet"',
    ]
    monkeypatch.setattr(doctor, "requires", lambda _: needed)

    done = CliRunner().invoke(main, ["doctor"])

    assert done.stdout.count("pyarrow") == 1


def test_an_extra_that_is_not_installed_is_not_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "requires", lambda _: ["click>=8", 'nothing-of-this-name>=1; extra == "watch"'])

    done = CliRunner().invoke(main, ["doctor"])

    assert done.exit_code == 0
    assert "network" not in done.stdout
    assert "pip install 'newsledger[watch]'" in done.stdout
