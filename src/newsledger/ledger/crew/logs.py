"""Writes the log in letters that steer no terminal: addresses and words of pages stand in it."""

import logging

from newsledger.show import shown


class _Shown(logging.Formatter):
    """Writes a line and its traceback as everything else on a screen is written."""

    def format(self, record: logging.LogRecord) -> str:
        return shown(super().format(record))


def open_log() -> None:
    """Write warnings and errors of this process to standard error; a log that is open already stays as it is."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Shown("%(levelname)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
