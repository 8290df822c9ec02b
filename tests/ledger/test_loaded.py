"""What processes of a crew find loaded, in an interpreter of its own: a server of forks is there only once."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsledger.errors import NewsledgerError
from newsledger.ledger.crew.start import start

PROGRAM = """
from functools import partial
from pathlib import Path
from newsledger.ledger import loaded, work
from newsledger.ledger.crew import Crew
from newsledger.errors import NewsledgerError

def prepare(options):
    ahead = list(loaded._LOADED.values())
    reader = loaded.load_reader(options)
    return lambda task: (any(reader is one for one in ahead), len(reader.read_text(task).events))

if __name__ == "__main__":
    options = loaded.ReaderOptions({given})
    crew = Crew(partial(prepare, options), lambda task, why: why, size=2, seconds=60, variables=loaded.ahead(options))
    try:
        for _ in range(2):
            crew.give("The president of France met the chancellor of Germany in Berlin on Monday.", 1)
        told = []
        while not crew.is_idle:
            told += crew.take(1)
        print(told)
    except NewsledgerError as error:
        print("unable:", error)
    finally:
        crew.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads its own")
def test_processes_have_the_reader_of_the_server_that_they_are_forks_of(tmp_path: Path) -> None:
    assert _said(tmp_path, given="") == "[(True, 1), (True, 1)]"


def test_what_the_server_cannot_load_each_process_tells(tmp_path: Path) -> None:
    assert "xx_no_model" in _said(tmp_path, given="model='xx_no_model'")


class Ended:
    """Makes processes as forks of a server that the system ended while it loaded."""

    def Process(self, **_: object) -> "Ended":  # noqa: N802 - as a multiprocessing context names it
        return self

    def start(self) -> None:
        raise EOFError("unexpected EOF")  # as multiprocessing does


def test_a_server_that_ended_while_it_loaded_is_told() -> None:
    with pytest.raises(NewsledgerError, match="ended while it loaded; is there memory enough"):
        start(Ended(), print, (), {})


def _said(folder: Path, *, given: str) -> str:
    program = folder / "asks.py"
    program.write_text(PROGRAM.replace("{given}", given), "utf-8")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.strip()
