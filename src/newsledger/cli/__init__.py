"""The command line: one file a command, and no logic."""

import sys

try:
    from newsledger.cli.main import main
except KeyboardInterrupt:  # while the program loads, which takes a moment
    sys.stderr.write("stopped\n")
    raise SystemExit(130) from None

__all__ = ["main"]
