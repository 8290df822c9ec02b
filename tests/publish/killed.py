"""Publishes a ledger and ends, as if it were killed, after so many steps of writing; run by a test.

Usage: killed.py LEDGER FOLDER TITLE STEP [STEP ...]: for each step a copy of the folder, FOLDER-STEP, and of its
mirror, FOLDER-mirror-STEP. It says how each ended; a step of 0 is never reached, and says how many there are.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsledger.publish import Settings, publish
from newsledger.store import open_ledger


def main() -> None:
    ledger, folder, title = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    for step in map(int, sys.argv[4:]):
        copy, mirror = (folder.with_name(f"{folder.name}{name}-{step}") for name in ("", "-mirror"))
        shutil.copytree(folder, copy)
        shutil.copytree(folder, mirror)
        child = os.fork()
        if child == 0:
            left = _die_after(step)
            with open_ledger(ledger) as store:
                publish(store, copy, Settings(title=title), mirrors=[mirror])
            if step == 0:
                sys.stdout.write(f"{-left[0]} ")
                sys.stdout.flush()
            os._exit(0)
        told = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{step} {told}\n")
        sys.stdout.flush()


def _die_after(step: int) -> list[int]:
    """End the process in the middle of a file, or before it takes its place, or between two; give what is left."""
    left = [step]

    def stepping(act: Callable[..., Any], before: Callable[[Path], None]) -> Callable[..., Any]:
        def acted(path: Path, *given: Any, **more: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                before(path)
                os._exit(9)
            return act(path, *given, **more)

        return acted

    def halve(path: Path) -> None:
        if path.name.endswith(".newsledger-part"):
            path.write_bytes(path.read_bytes()[:10])

    Path.replace = stepping(Path.replace, halve)  # type: ignore[method-assign]
    Path.unlink = stepping(Path.unlink, lambda _: None)  # type: ignore[method-assign]
    return left


if __name__ == "__main__":
    main()
