"""Which corrections stand, how they lie over the rows of an answer, and how many findings were right. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from newsledger.model import Correction, Judged
from newsledger.store.corrections.fields import STATES, STATES_ONCE
from newsledger.store.sampling import Score, share_of

Row = TypeVar("Row")
#: What a corrected day says of a row's other days.
_DAYS: Mapping[str, tuple[str, ...]] = {"day": ("day", "earliest", "latest", "due"), "due": ("due",)}
#: The state of a happening, by the standing that its one mention is corrected to.
_STATES: Mapping[str, str] = {
    "happened": "happened",
    "ongoing": "under_way",
    "planned": "planned",
    "hypothetical": "hinted",
    "alleged": "hinted",
    "denied": "denied",
}


def standing(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Give what stands of all that was judged, in whatever order it comes.

    The last word on a field counts; one on the whole finding (right, wrong, not there) outweighs all before it. What
    was undone does not count, unless that was undone in turn.

    Args:
        log: Corrections whose findings are named as they are now.
    """
    order = sorted(log, key=lambda one: (one.at, one.id))
    dead: set[str | None] = set()
    for one in reversed(order):
        if one.verdict == "undone" and one.id not in dead:
            dead.add(one.undoes)
    stands: dict[tuple[str, ...], Correction] = {}
    for one in order:
        if one.verdict != "undone" and one.id not in dead:
            for place in [place for place in stands if _is_outweighed(place, one)]:
                del stands[place]
            stands[_place(one)] = one
    return tuple(stands.values())


def laid_over(row: Row, judged: Sequence[Correction]) -> Row:
    """Lay what stands over a row: its fields have the corrected values, and it says what was there.

    Args:
        row: A row of an answer that has ``judged``.
        judged: What stands of its finding.
    """
    if not judged:
        return row
    there = {field.name for field in fields(row)}  # type: ignore[arg-type]  # every kind of row is a dataclass
    changed: dict[str, Any] = {}
    told = []
    for one in judged:
        was = getattr(row, one.field) if one.field in there else None
        if one.field in there and one.value is not None:
            changed |= _changed(row, one.field, one.value, there)
        told.append(
            Judged(
                correction=one.id,
                verdict=one.verdict,
                field=one.field,
                was=", ".join(was) if isinstance(was, tuple) else was,
                value=one.value,
                by=one.by,
                at=one.at,
                why=one.why,
            )
        )
    return replace(row, **changed, judged=tuple(told))  # type: ignore[type-var]  # likewise


def settled_as(one: Correction) -> str | None:
    """Give the state that a person says something has come to; None where this says none."""
    if one.field != "state" or one.value is None:
        return None
    return one.value if one.value in STATES else STATES_ONCE.get(one.value)


def of_happening(one: Correction, mentions: int) -> Correction:
    """Give a correction of a finding as one of the happening that it tells.

    What became of something expected is asked of all of it; whether something happened is told by each mention, and
    only where there is one does it say what the happening is.
    """
    state = settled_as(one) or (_STATES.get(one.value or "") if one.field == "standing" and mentions == 1 else None)
    if state is not None:
        return replace(one, field="state", value=state)
    if one.field == "holder":
        return replace(one, field="actors")
    # What else has the same name says something else: the kind of an expectation is none of a happening's.
    return replace(one, field=f"{one.kind} {one.field}") if one.field in ("state", "standing") else one


def scores(stands: Iterable[Correction]) -> Iterator[Score]:
    """Say how many of the findings that were judged are right, over all and by kind."""
    right: dict[str, dict[str, bool]] = {}
    for one in stands:
        if one.other is None:
            right.setdefault(one.kind, {})[one.finding] = one.verdict == "right"
    if right:
        yield share_of(("verdict", "overall", "all"), [one for found in right.values() for one in found.values()])
    for kind, found in sorted(right.items()):
        yield share_of(("verdict", "kind", kind), list(found.values()))


def _place(correction: Correction) -> tuple[str, ...]:
    """Give what a correction is of: a pair of actors, a field, or the whole finding."""
    if correction.other is not None:
        return ("pair", *sorted((correction.finding, correction.other)))
    return ("finding", correction.finding, correction.field or "")


def _is_outweighed(place: tuple[str, ...], by: Correction) -> bool:
    if by.other is not None or place[:2] != ("finding", by.finding):
        return False
    return by.field is None or place[2] == ""


def _changed(row: Any, field: str, value: str, there: set[str]) -> dict[str, Any]:
    values: dict[str, Any] = dict.fromkeys(there & set(_DAYS.get(field, ())), value)
    if field == "due" and row.earliest is not None and row.earliest > value:
        values["earliest"] = None
    if isinstance(getattr(row, field), tuple):
        return {field: tuple(name.strip() for name in value.split(";") if name.strip())}
    return values or {field: value}
