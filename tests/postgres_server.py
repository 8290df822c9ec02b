"""A PostgreSQL server of the tests' own: in a temporary folder, over a socket, gone with them."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg

#: Debian keeps the server's programs by version, outside of the path.
FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
MISSING = "found no PostgreSQL server (initdb, pg_ctl); install it with: sudo apt-get install postgresql"
#: As nothing of it is to outlast the tests, nothing waits for a disk.
HASTY = ("fsync=off", "full_page_writes=off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs; each of its databases is made when it is asked for."""

    folder: Path
    programs: Path
    owner: str
    settings: tuple[str, ...]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def address(self, database: str, *, user: str | None = None) -> str:
        """Give the address of a database."""
        return f"postgresql://{user or self.owner}@/{database}?host={self.folder}"

    def database(self) -> str:
        """Make an empty database, and give its address."""
        name = f"test{next(self.numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address(name)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {one}" for one in (*self.settings, "listen_addresses=", "max_connections=60"))
        self._run("pg_ctl", "-w", "-o", f"-k {self.folder} {options}", "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str) -> None:
        """Stop it: ``fast``, or ``immediate``, as if its machine had lost its power."""
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command: list[str | Path] = [self.programs / program, "-D", self.folder / "data", *arguments]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, cwd=self.folder, user=_other(self.owner)
        )
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"


@contextmanager
def server(*, settings: tuple[str, ...] = HASTY) -> Iterator[Server]:
    """Have a server, in a folder whose name is short enough for a socket."""
    folder = Path(mkdtemp(prefix="nlpg"))
    owner = _owner()
    try:
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam(owner).pw_uid, -1)
        one = Server(folder=folder, programs=_programs(), owner=owner, settings=settings)
        one._run("initdb", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N", "-U", owner)  # noqa: SLF001
        one.start()
        try:
            yield one
        finally:
            one.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Find the folder of the server's programs, of the newest version of several."""
    found = [path.parent for pattern in FOLDERS for path in sorted(Path("/").glob(f"{pattern[1:]}/initdb"))]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    whole = [folder for folder in found if (folder / "pg_ctl").exists()]
    assert whole, MISSING
    return whole[-1]


def _owner() -> str:
    """Name who is to run it: a server refuses to be run by root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _other(owner: str) -> str | None:
    """Name who is to run a program, where that is somebody else."""
    return owner if os.geteuid() == 0 else None
