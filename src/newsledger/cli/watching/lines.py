"""What is told of a watch, a line each."""

from newsledger.watch.told import Told


def line_of(told: Told) -> str:
    """Write one thing that happened as a line."""
    at = f"{told.at:%Y-%m-%dT%H:%M:%SZ}"
    if told.kind == "source":
        found = f", {told.found:,} new" if told.found else ""
        return f"{at} source {told.what}{found} {told.url}{_why(told.reason)}"
    return f"{at} {told.what} {told.url}{_why(told.reason)}"


def _why(reason: str | None) -> str:
    return f" ({reason})" if reason else ""
