"""Regular files: a pipe that stands in the place of one would be waited for without end, a device read without end."""

import errno
import stat
from pathlib import Path
from typing import TypeVar

P = TypeVar("P")


def regular(path: P) -> P:
    """Give a path again, so that it can be opened without waiting.

    Args:
        path: Of a file that is looked up, and that nobody named; other things than paths are given as they are.

    Raises:
        OSError: A pipe, a socket or a device is there. Nothing is well, and a folder is refused when it is opened.
    """
    try:
        mode = path.stat().st_mode if isinstance(path, Path) else stat.S_IFREG
    except FileNotFoundError:
        return path
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "found a pipe, a socket or a device, expected a file", str(path))
    return path
