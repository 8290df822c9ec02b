"""A few kills, two writers and a full disk, in small; ``make bench-kills`` does all of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--only", "one", "--kills", "2", "--articles", "8"], id="one"),
        pytest.param(["--only", "two", "--kills", "1", "--articles", "8"], id="two"),
        pytest.param(["--only", "full", "--step", "150"], id="full"),
    ],
)
def test_nothing_that_was_told_of_is_lost(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "ledger_kills.py"), *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert ": 0 things wrong" in done.stdout
