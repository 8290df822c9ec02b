"""How often a test repeats what it plays by chance: a few times in ``make test``, all of them in ``make fuzz``."""

import os


def rounds(few: int, full: int) -> int:
    """Give the number of repetitions; the few are the first of the full, by the same seed."""
    return full if os.environ.get("NEWSLEDGER_FUZZ") == "full" else few
