"""The command line: one file a command, and no logic."""

from newsledger.cli.main import main

__all__ = ["main"]
