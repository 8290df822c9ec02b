"""The three streams of a program, as a shell may leave them: closed, or in other letters than ours."""

import codecs
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

from newsledger.errors import NewsledgerError

_REFUSE = "newsledger.refuse"


def take_closed_streams() -> None:
    """Have something in the place of streams that the shell closed, lest the ledger itself be opened there."""
    for number, name, mode in ((0, "stdin", os.O_WRONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_RDWR)):
        if getattr(sys, name) is None:
            with suppress(OSError):
                os.fstat(number)
                continue
            # Opened the other way round, so that to read or to write fails; what goes to standard error is lost.
            if os.open(os.devnull, mode) == number:
                os.set_inheritable(number, True)  # noqa: FBT003 - the system's own signature
                setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False))


def refuse_other_letters() -> None:
    """Tell of letters that standard output cannot take, instead of a fault: half an answer would be none."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper) and (stream.errors == "strict" or stream.encoding.lower() != "utf-8"):
        codecs.register_error(_REFUSE, _refuse)
        stream.reconfigure(errors=_REFUSE)


def _refuse(error: UnicodeError) -> NoReturn:
    encoding = error.encoding if isinstance(error, UnicodeEncodeError) else "another one"
    raise NewsledgerError(
        f"found standard output in the encoding {encoding}, expected UTF-8; set PYTHONIOENCODING=utf-8"
    ) from error
