"""Starts a process, wherever it is done: no file of the folder that we work in is taken for a library."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from newsledger.errors import NewsledgerError

#: Python, started to run one line, looks for every module in the current folder first, unless this is set.
_SAFE_PATH = "PYTHONSAFEPATH"
#: An address of a local socket has 108 letters at most on Linux, 104 elsewhere; names in the folder take some 40.
_LONGEST = 60
_SHORT = "/tmp"  # noqa: S108 - what is made in there is a folder of our own, by mkdtemp


def start(context: Any, target: Callable[..., None], arguments: tuple[Any, ...], variables: Mapping[str, str]) -> Any:
    """Start a process of a multiprocessing context, and whatever that context needs beside it.

    Args:
        context: It makes processes.
        target: What the process does.
        arguments: Given to that.
        variables: Environment of what the context needs beside it, where that is not there yet.

    Raises:
        NewsledgerError: The system refuses, or ends the server that the process would be a fork of.
    """
    process = context.Process(target=target, args=arguments, daemon=True)
    try:
        with _environment({_SAFE_PATH: "1", **variables}), _short_folder():
            process.start()
    except EOFError as error:
        raise NewsledgerError(_refused("what they are forks of ended while it loaded")) from error
    except OSError as error:
        raise NewsledgerError(_refused(error.strerror or str(error))) from error
    return process


def _refused(why: str) -> str:
    return f"the processes that read cannot be started: {why}; is there memory enough?"


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Have variables set for the processes that are started meanwhile."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            del os.environ[name]
            if value is not None:
                os.environ[name] = value


@contextmanager
def _short_folder() -> Iterator[None]:
    """Have a folder for temporary files in which a socket can have a name."""
    before = tempfile.tempdir
    with suppress(OSError):  # there is none at all, which whoever needs one says
        if os.name == "posix" and len(os.fsencode(tempfile.gettempdir())) > _LONGEST:
            tempfile.tempdir = _SHORT
    try:
        yield
    finally:
        tempfile.tempdir = before
