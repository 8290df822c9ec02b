"""What processes of a crew find loaded, in an interpreter of its own: a server of forks is there only once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsledger.errors import NewsledgerError
from newsledger.ledger.crew.start import start

#: A module, which the server loads before it has forks.
PREPARES = """
from newsledger.ledger import loaded

ahead = list(loaded._LOADED.values())

def prepare(options):
    reader = loaded.load_reader(options)
    return lambda task: (any(reader is one for one in ahead), len(reader.read_text(task).events))
"""
BEGINS = """
from functools import partial
from pathlib import Path
from newsledger.errors import NewsledgerError
from newsledger.ledger.crew import Crew
from newsledger.ledger.loaded import ReaderOptions, ahead
from prepares import prepare

def ask(options, size=2):
    crew = Crew(partial(prepare, options), lambda task, why: why, size=size, seconds=60, variables=ahead(options))
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

if __name__ == "__main__":
"""
LIST = (
    "# source: ours\n# licence: Apache-2.0\ncue\tkind\ttakes\tattitude\texample\n"
    '{verb}\tverb\tquotation\treport\t"The pumps will hold," the engineer *{verb}ed*.\n'
)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads its own")
def test_processes_have_the_reader_of_the_server_that_they_are_forks_of(tmp_path: Path) -> None:
    assert _said(tmp_path, "ask(ReaderOptions())") == ["[(True, 1), (True, 1)]"]


def test_one_process_alone_has_its_own(tmp_path: Path) -> None:
    assert _said(tmp_path, "ask(ReaderOptions(), size=1)") == ["[(False, 1), (False, 1)]"]


def test_what_the_server_cannot_load_each_process_tells(tmp_path: Path) -> None:
    assert "xx_no_model" in _said(tmp_path, "ask(ReaderOptions(model='xx_no_model'))")[0]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads its own")
def test_a_list_that_was_changed_meanwhile_is_read_anew(tmp_path: Path) -> None:
    own = tmp_path / "cues.en.tsv"
    own.write_text(LIST.format(verb="whisper"), "utf-8")
    options = f"ReaderOptions(lexicons=(Path({str(own)!r}),))"
    changed = f"Path({str(own)!r}).write_text({LIST.format(verb='mutter')!r}, 'utf-8')"

    told = _said(tmp_path, f"ask({options})", f"ask({options})", changed, f"ask({options})")

    assert told == ["[(True, 1), (True, 1)]", "[(True, 1), (True, 1)]", "[(False, 1), (False, 1)]"]


class Ended:
    """Makes processes as forks of a server that the system ended while it loaded."""

    def Process(self, **_: object) -> "Ended":  # noqa: N802 - as a multiprocessing context names it
        return self

    def start(self) -> None:
        raise EOFError("unexpected EOF")  # as multiprocessing does


def test_a_server_that_ended_while_it_loaded_is_told() -> None:
    with pytest.raises(NewsledgerError, match="ended while it loaded; is there memory enough"):
        start(Ended(), print, (), {})


def _said(folder: Path, *steps: str) -> list[str]:
    (folder / "prepares.py").write_text(PREPARES, "utf-8")
    place = folder / "asks.py"
    place.write_text(BEGINS + "".join(f"    {step}\n" for step in steps), "utf-8")
    known = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, str(place)], capture_output=True, text=True, check=True, timeout=300, env=known
    )
    return done.stdout.splitlines()
