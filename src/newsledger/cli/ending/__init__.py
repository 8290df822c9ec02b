"""How a command ends that cannot go on."""

from newsledger.cli.ending.told import StoppedError, code_of, end, told_ends

__all__ = ["StoppedError", "code_of", "end", "told_ends"]
