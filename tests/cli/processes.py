"""Runs the command as a shell does: a program in a process of its own, from a script that lies elsewhere."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = "import sys\nfrom newsledger.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
PAGE = "Orlow: minister hopes for talks\n\nThe minister said on Tuesday that she hoped for talks with the rebels.\n"


def command(*arguments: str | bytes, script: Path) -> list[str | bytes]:
    """Give the command line of a program, written to ``script``, as an installed one is."""
    script.write_text(SCRIPT, encoding="utf-8")
    return [sys.executable, str(script), *arguments]


def environment(**changed: str) -> dict[str, str]:
    """Give an environment in which the package is found, and nothing beside what a user has."""
    path = os.pathsep.join(part for part in sys.path if part and Path(part).name != "tests")
    return {**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "", **changed}


def run(
    *arguments: str | bytes, folder: Path, script: Path, env: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a folder to its end."""
    given: dict[str, Any] = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 120, **more}
    line, env = command(*arguments, script=script), environment() if env is None else env
    return subprocess.run(line, cwd=folder, env=env, check=False, **given)
