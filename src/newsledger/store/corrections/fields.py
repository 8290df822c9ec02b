"""Which fields of a finding a person can correct, by the names that answers have for them, and to what."""

import re
from collections.abc import Mapping
from typing import get_args

from newsledger.model import ATTITUDES, ActorKind, HappeningState, Judgeable
from newsledger.store.questions import EVENT_TYPES, KINDS, STANDINGS, is_day

#: What takes any words; what takes a day; the code of a country; what can only be said to be wrong, since its words are
#: cut from the text.
_WORDS, _DAY, _COUNTRY, _CUT = "words", "day", "country", "cut"
#: What became of it, as a person may say: silence alone is overdue.
STATES: tuple[HappeningState, ...] = tuple(state for state in get_args(HappeningState) if state != "overdue")
#: The same in the words of older corrections, which stay as they are; None where these decide nothing.
STATES_ONCE: Mapping[str, HappeningState | None] = {
    **dict.fromkeys(("kept", "kept_late", "partly_kept"), "happened"),
    **dict.fromkeys(("withdrawn", "void"), "called_off"),
    "broken": "denied",
    "superseded": "moved",
    **dict.fromkeys(("open", "due_soon", "overdue", "unratable")),
}
FIELDS: Mapping[Judgeable, Mapping[str, str | tuple[str, ...]]] = {
    "event": {
        "standing": STANDINGS,
        "event_type": EVENT_TYPES,
        "mode": _WORDS,
        "actors": _WORDS,
        "recipients": _WORDS,
        "day": _DAY,
        "place": _WORDS,
        "country": _COUNTRY,
    },
    "statement": {"who": _WORDS, "attitude": tuple(sorted(ATTITUDES)), "addressee": _WORDS, "content": _CUT},
    "expectation": {"state": STATES, "kind": KINDS, "holder": _WORDS, "due": _DAY},
    "actor": {"kind": get_args(ActorKind), "country": _COUNTRY, "role": _WORDS},
}
#: A person writes a line, no page.
LONGEST = 500
_CODE = re.compile(r"[A-Z]{3}")


def choices(kind: Judgeable, field: str) -> tuple[str, ...]:
    """Give the values that a field takes; none where it takes words or a day."""
    found = FIELDS[kind][field]
    return () if isinstance(found, str) else found


def check_value(kind: Judgeable, field: str, value: str | None, *, once: bool = False) -> None:
    """See to it that a finding of a kind has a field, and that this value can stand in it, or ``once`` could.

    Raises:
        ValueError: It has not, or cannot.
    """
    allowed = FIELDS[kind].get(field)
    if allowed is None:
        raise ValueError(f"found the field {field!r} of {kind}, expected one of {', '.join(FIELDS[kind])}")
    could = once and allowed == STATES and value in STATES_ONCE
    if value is not None and not could and not _fits(allowed, value):
        raise ValueError(f"found the {field} {value!r}, expected {_expected(allowed)}")


def check_words(name: str, words: str | None) -> None:
    """See to it that what a person wrote is a line of words.

    Raises:
        ValueError: It is empty, too long, or has what steers a terminal.
    """
    if words is not None and not (words.strip() and len(words) <= LONGEST and words.isprintable()):
        raise ValueError(f"found {name} {words[:60]!r}, expected a line of at most {LONGEST} letters")


def _fits(allowed: str | tuple[str, ...], value: str) -> bool:
    if allowed == _DAY:
        return is_day(value)
    if allowed == _COUNTRY:
        return _CODE.fullmatch(value) is not None
    return allowed == _WORDS or (allowed != _CUT and value in allowed)


def _expected(allowed: str | tuple[str, ...]) -> str:
    if isinstance(allowed, tuple):
        return f"one of {', '.join(allowed)}"
    told = {_DAY: "an ISO day, such as 2017-01-21", _COUNTRY: "a code of three capital letters, as FRA"}
    return told.get(allowed, "no value: its words are cut from the text, and can only be said to be wrong")
