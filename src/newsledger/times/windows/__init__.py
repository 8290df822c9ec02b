"""The days that a time allows: its own, and what the words around it make of them."""

from newsledger.times.windows.allowed import Allowed, allowed_days
from newsledger.times.windows.happenings import dated_happenings
from newsledger.times.windows.ranges import BETWEEN, join_ranges
from newsledger.times.windows.undated import undated

__all__ = ["BETWEEN", "Allowed", "allowed_days", "dated_happenings", "join_ranges", "undated"]
