"""How near two mentions of one act are, and what they share."""

from collections.abc import Iterator

from newsledger.model import EventMention, Party
from newsledger.stories.happenings.parties import Bodies, is_among

#: Saying is done by everybody in a story: only who says it makes it one.
SAYING = "say"
_SHARED = 0.25
#: A word alone is of a happening only where it shares something with it.
_WORD = 0.3


def likeness(act: str, first: EventMention, second: EventMention, bodies: Bodies) -> tuple[float, tuple[str, ...]]:
    """Score two mentions of one act in one story, and say what they share."""
    if act == SAYING:
        speakers = sorted(set(first.speaker) & set(second.speaker))
        return (1.0, (f"speaker {', '.join(speakers)}",)) if speakers else (0.0, ())
    reasons = tuple(shared(first, second, bodies))
    base = _WORD if "word" in (first.kind, second.kind) else 1.0
    return base + _SHARED * len(reasons), reasons


def shared(first: EventMention, second: EventMention, bodies: Bodies) -> Iterator[str]:
    """Tell what two mentions have in common, each in a line: parties, places, days, numbers, matter."""
    parties = sorted({one.name for one in first.parties if _tells(one) and is_among(one, second.parties, bodies)})
    yield from _line("parties", parties)
    yield from _line("places", sorted(set(first.places) & set(second.places)))
    yield from _line("days", _shared_days(first, second))
    yield from _line(
        "numbers", [f"{number} {what}" for what, number in sorted(set(first.numbers) & set(second.numbers))]
    )
    about = sorted(set(first.about) & set(second.about))
    yield from _line("words", about if len(about) > 1 else [])


def _tells(party: Party) -> bool:
    """Say whether a party tells two mentions from others: "the dockers' union" does, "the court" is in any story."""
    return party.named or " " in party.name


def _line(name: str, found: list[str]) -> Iterator[str]:
    if found:
        yield f"{name} {', '.join(found)}"


def _shared_days(first: EventMention, second: EventMention) -> list[str]:
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return []
    start, end = max(first.earliest, second.earliest), min(first.latest, second.latest)
    return [start.isoformat()] if start <= end else []
