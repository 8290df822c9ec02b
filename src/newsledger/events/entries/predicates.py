"""The entries of the predicate list, made ready: words for something done, with their frames and conditions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from newsledger.lexicon import Lexicon, Row
from newsledger.model import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A test of one slot of a predicate."""

    slot: str
    values: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One sense of a predicate, ready for use.

    Attributes:
        others: The words of the entry beside its head, in order.
        event_type: None for a sense that is no event.
        actor: Slots of the actor, the first that is filled counts.
        recipient: Likewise of the recipient.
        mutual: Where no recipient stands and there are several actors, they do it to each other.
    """

    rule: str
    pos: str
    others: tuple[str, ...] = ()
    event_type: EventType | None
    other_kind: str | None = None
    mode: str | None = None
    cameo: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mutual: bool = False
    conditions: tuple[Condition, ...] = ()


def entries_by_head(
    lexicon: Lexicon, classes: Mapping[str, frozenset[str]]
) -> Mapping[str, Mapping[str, tuple[Predicate, ...]]]:
    """Give the entries of a list by part of speech and head, those of more words and with conditions first."""
    found: dict[str, dict[str, list[Predicate]]] = {"verb": {}, "noun": {}, "adj": {}}
    for row in lexicon.rows:
        words = row["predicate"].split()
        head = words[-1] if row["pos"] == "noun" else words[0]
        others = words[:-1] if row["pos"] == "noun" else words[1:]
        found[row["pos"]].setdefault(head, []).append(_predicate(row, others, classes))
    return {
        pos: {head: tuple(sorted(entries, key=_precedence)) for head, entries in by_head.items()}
        for pos, by_head in found.items()
    }


def _predicate(row: Row, others: Iterable[str], classes: Mapping[str, frozenset[str]]) -> Predicate:
    frame = row["frame"]
    mutual = "<>" in frame
    actor, _, recipient = frame.partition("<>" if mutual else ">")
    return Predicate(
        rule=row.rule,
        pos=row["pos"],
        others=tuple(others),
        event_type=None if row["type"] == "NONE" else cast("EventType", row["type"]),
        other_kind=row.get("other_kind"),
        mode=row.get("mode"),
        cameo=row.get("cameo"),
        actor=_slots(actor),
        recipient=_slots(recipient),
        mutual=mutual,
        conditions=tuple(_condition(part, classes) for part in (row.get("condition") or "").split(";") if part),
    )


def _slots(side: str) -> tuple[str, ...]:
    return () if side == "-" else tuple(side.split("|"))


def _condition(part: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    """Read ``slot=values`` or ``slot!=values``; a ``@class`` becomes its words."""
    wanted = "!=" not in part
    slot, _, listed = part.partition("=" if wanted else "!=")
    values: set[str] = set()
    for value in listed.split(","):
        values |= classes.get(value[1:], frozenset()) if value.startswith("@") else {value}
    return Condition(slot=slot.strip(), values=frozenset(values), wanted=wanted)


def _precedence(entry: Predicate) -> tuple[int, bool, int]:
    """Put the longest first; of one length senses that are no event, then those with the most conditions."""
    return -len(entry.others), entry.event_type is not None, -len(entry.conditions)
