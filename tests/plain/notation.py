"""The compact notation of ``plain.tsv`` and ``held.tsv``, read into frozen records; README.md tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

TABLE = Path(__file__).parent / "plain.tsv"
HELD = Path(__file__).parent / "held.tsv"
NEWS = Path(__file__).parent / "news.tsv"
ANY = "*"
NOBODY = "-"

Half: TypeAlias = Literal["read", "unread", "held"]

_EVENT = re.compile(
    r"""
    (?P<acts>[A-Z][\w:./-]*)                  # ASSAULT.aerial/OTHER:ruling
    (?:\ (?P<standings>[a-z/]+))?             # happened/planned
    (?::\ (?P<actor>[^>\[]+?)                 # : Chile & Peru
        (?:\ >\ (?P<recipient>[^\[]+?))?      # > Bolivia
        (?:\ \[(?P<what>\w+)=(?P<value>\d+)\])?  # [killed=14]
    )?
    """,
    re.VERBOSE,
)
_SAYS = re.compile(r"says: (?P<source>.+?)(?: @ (?P<outer>.+?))? \| (?P<first>[^…]+?)(?: … (?P<last>.+))?")
_EXPECTS = re.compile(r"expects (?P<kinds>[\w/]+): (?P<holder>.+?) \| (?P<latest>\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A PLOVER type with its mode, or OTHER with its kind; what is None is not judged."""

    event_type: str
    other_kind: str | None
    mode: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event that is expected, allowed or forbidden.

    Attributes:
        acts: Any of these will do.
        standings: Likewise; empty where it is not judged.
        actor: Parties that must all be named, each by any of its names; empty for nobody, None where
            it is not judged.
        mutual: They do it to each other.
        number: What is counted, and how many.
    """

    acts: tuple[Act, ...]
    standings: tuple[str, ...]
    actor: tuple[tuple[str, ...], ...] | None
    recipient: tuple[tuple[str, ...], ...] | None
    mutual: bool
    number: tuple[str, int] | None
    force: Literal["must", "may", "not"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement: its source, the source of the statement around it, and the ends of its content."""

    source: str
    outer: str | None
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """An expectation: any of its kinds, its holder, its last day as ISO, ``-`` or ``*``."""

    kinds: tuple[str, ...]
    holder: tuple[tuple[str, ...], ...] | None
    latest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A sentence of the table.

    Attributes:
        half: Rules may be looked at against what is read, never against what is unread; what is held is
            counted only.
        nothing: No event at all is allowed beside those that may be.
        judged: Events that are not listed count against it.
    """

    sentence: str
    ability: str
    half: Half
    deeds: tuple[Deed, ...]
    sayings: tuple[Saying, ...]
    outlooks: tuple[Outlook, ...]
    nothing: bool
    judged: bool


def load() -> Iterator[Plain]:
    """Read both tables, in order; the held one is the second."""
    seen: dict[str, int] = {}
    for sentence, ability, expected in _rows(TABLE):
        seen[ability] = seen.get(ability, 0) + 1
        yield plain(sentence, ability, expected, half="read" if seen[ability] % 2 == 1 else "unread")
    for sentence, ability, expected in _rows(HELD):
        yield plain(sentence, ability, expected, half="held")


def load_news() -> Iterator[Plain]:
    """Read the table of news sentences, all of which are read."""
    for sentence, ability, expected in _rows(NEWS):
        yield plain(sentence, ability, expected, half="read")


def _rows(table: Path) -> Iterator[list[str]]:
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    next(lines)
    return (line.split("\t") for line in lines)


def plain(sentence: str, ability: str, expected: str, *, half: Half) -> Plain:
    """Read one row.

    Raises:
        ValueError: A part of ``expected`` is not in the notation.
    """
    parts = [part.strip() for part in expected.split(";")]
    events = [part for part in parts if part not in {"none", f"({ANY})"} and not part.startswith(("says:", "expects "))]
    return Plain(
        sentence=sentence,
        ability=ability,
        half=half,
        deeds=tuple(_deed(part) for part in events),
        sayings=tuple(_saying(part) for part in parts if part.startswith("says:")),
        outlooks=tuple(_outlook(part) for part in parts if part.startswith("expects ")),
        nothing="none" in parts,
        judged=f"({ANY})" not in parts,
    )


def _deed(part: str) -> Deed:
    force: Literal["must", "may", "not"] = "must"
    if part.startswith("(") and part.endswith(")"):
        force, part = "may", part[1:-1]
    elif part.startswith("not "):
        force, part = "not", part.removeprefix("not ")
    match = _matched(_EVENT, part)
    actor, recipient = match["actor"], match["recipient"]
    return Deed(
        acts=tuple(_act(act) for act in match["acts"].split("/")),
        standings=tuple(match["standings"].split("/")) if match["standings"] else (),
        actor=_parties(actor or ANY),
        recipient=_parties(recipient or ANY),
        mutual=actor is not None and recipient is None,
        number=(match["what"], int(match["value"])) if match["what"] else None,
        force=force,
    )


def _act(text: str) -> Act:
    event_type, _, mode = text.partition(".")
    event_type, _, kind = event_type.partition(":")
    return Act(event_type=event_type, other_kind=kind or None, mode=mode or None)


def _parties(text: str) -> tuple[tuple[str, ...], ...] | None:
    if text == ANY:
        return None
    if text == NOBODY:
        return ()
    return tuple(tuple(names.strip().split("/")) for names in text.split("&"))


def _saying(part: str) -> Saying:
    match = _matched(_SAYS, part)
    return Saying(
        source=match["source"], outer=match["outer"], first=match["first"], last=match["last"] or match["first"]
    )


def _outlook(part: str) -> Outlook:
    match = _matched(_EXPECTS, part)
    return Outlook(kinds=tuple(match["kinds"].split("/")), holder=_parties(match["holder"]), latest=match["latest"])


def _matched(pattern: re.Pattern[str], part: str) -> re.Match[str]:
    match = pattern.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is not in the notation of tests/plain/README.md")
    return match
