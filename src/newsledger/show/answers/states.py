"""States and standings as people read them: a word, a colour, and how many there are of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from newsledger.model import Done, Due, Entity, Found, HappeningRow, Said, Sighted, StoryRow
from newsledger.show import phrases
from newsledger.show.answers.grid import Tint, tinted

#: Colours of the states, in the order in which a summary names these: first what somebody must look at.
_COLOURS: Mapping[str, Tint] = {
    "overdue": "red",
    "denied": "red",
    "called_off": "red",
    "moved": "yellow",
    "planned": "blue",
    "dated": "blue",
    "under_way": "green",
    "ongoing": "green",
    "happened": "green",
    "alleged": "yellow",
    "hypothetical": "magenta",
    "hinted": "magenta",
}
_THINGS: Mapping[type, str] = {
    Found: "article",
    Said: "statement",
    Entity: "actor",
    Sighted: "article",
    StoryRow: "story",
}


def state_of(state: str | None) -> str:
    """Write a state as words, in its colour."""
    return tinted(_worded(state), _COLOURS.get(state)) if state else ""


def summed_up(rows: Sequence[Any], *, is_first: bool, is_last: bool) -> str:
    """Sum rows up in a line: ``2 overdue · 2 open``; where they are not all, that is said.

    Args:
        rows: Of one kind.
        is_first: There are none before them.
        is_last: There are none after them.
    """
    which = "first" if is_first else "last" if is_last else "next"
    if isinstance(rows[0], Done | Due | HappeningRow):
        told = _counted([_state(row) for row in rows if _state(row)])
        return told if is_first and is_last else f"the {which} {len(rows)}: {told}"
    if type(rows[0]) not in _THINGS:
        return ""
    told = phrases.count(len(rows), _THINGS[type(rows[0])]).replace("storys", "stories")
    return told if is_first and is_last else f"the {which} {told}"


def _counted(states: Sequence[str]) -> str:
    order = list(_COLOURS)
    counts = sorted(Counter(states).items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order))
    return " · ".join(tinted(f"{number} {_worded(state)}", _COLOURS.get(state)) for state, number in counts)


def _state(row: Any) -> str:
    return getattr(row, "state", None) or getattr(row, "standing", None) or ""


def _worded(state: str | None) -> str:
    return (state or "").replace("_", " ")
