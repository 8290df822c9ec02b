"""Newsledger as others install it: from its wheel, with what it declares and no more, and without a network."""

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from importlib.metadata import PathDistribution, distribution, requires
from pathlib import Path
from zipfile import Path as PathInZip

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
#: Processes may speak with each other, and with nobody else.
NO_NETWORK = """
import sys


def refuse(event, arguments):
    if event == "socket.getaddrinfo" or (event in ("socket.connect", "socket.sendto") and type(arguments[1]) is tuple):
        raise OSError("there is no network here")


sys.addaudithook(refuse)
"""


def build(folder: Path) -> tuple[Path, Path]:
    """Build an sdist, and from that a wheel, as `make dist` does."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return sdist, wheel


def install(wheel: Path, folder: Path) -> Path:
    """Install a wheel into a new environment; give the folder of its commands.

    No registry is asked: the packages that it declares are links to those that the tests run with.
    """
    # No pip in it: ours installs from outside.
    venv.create(folder, with_pip=False, symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
    for name in _declared(wheel):
        _link(name, site)
    (site / "no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    (site / "no_network.pth").write_text("import no_network\n", encoding="utf-8")
    commands = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(commands / "python")]
    done = subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return commands


def _declared(wheel: Path) -> set[str]:
    """Give the packages that a wheel declares, and those that these declare."""
    (info,) = (path for path in PathInZip(wheel).iterdir() if path.name.endswith(".dist-info"))
    waiting, found = [*_names(PathDistribution(info).requires)], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _names(requires(name))
    return found


def _names(lines: list[str] | None) -> Iterator[str]:
    for needed in map(Requirement, lines or ()):
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            yield canonicalize_name(needed.name)


def _link(name: str, site: Path) -> None:
    found = distribution(name)
    for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(str(found.locate_file(top)))
