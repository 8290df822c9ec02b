"""Says what a later article reports of an expectation: that it was done, in part, or not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsledger.model import Event, Evidence, Expectation, LifeState, Span
from newsledger.outlook.life.awaited import Awaited
from newsledger.outlook.life.document import Document, stem
from newsledger.outlook.life.match import WEAKEST, is_later, likeness, match, same_matter

#: The outlet says so: else a person is asked.
_CLAIMED, _STILL, _ALLEGED = 0.75, 0.75, 0.6
#: Acts that are done as soon as they go on.
_LASTING = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "ASSAULT", "OTHER"})
#: Acts that are whole by being held, whatever comes of them.
_HELD = frozenset({"vote", "election", "referendum", "trial", "ruling"})
_IN_PART = re.compile(
    r"\b(?:part(?:ly|ially)?|in part|half(?: of)?|some of|most of|a third of|a quarter of|only|so far|amended"
    r"|watered[- ]down|(?:with|after)(?: \w+){0,2} (?:changes|amendments|exceptions|reservations|modifications)"
    r"|(?:first|smaller) (?:part|batch|group|phase) of|a number of|all but|except)\b"
)
#: Characters around the act within which it is said to be called off.
_NEAR = 25
_CANCELLED = re.compile(
    r"\b(?:cancel(?:l?ed|s)?|call(?:ed|s)? off|scrap(?:ped|s)?|abandon(?:ed|s)?|drop(?:ped|s)?|shelved?|no longer"
    r"|pull(?:ed|s)? out)\b"
)
#: "1,200 prisoners", "50 million euros", "some 400 French soldiers"; not "May 12", where no noun follows.
_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<figures>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?)\s+"
    r"(?P<scale>thousand\s+|million\s+|billion\s+)?(?P<nouns>[a-z]+(?:\s+[a-z]+)?|[A-Z][a-z]+\s+[a-z]+)"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
#: A lower number than this share of the promised one is a part of it.
_WHOLE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one report makes of an expectation.

    Attributes:
        why: The reason, in a fixed form of words.
        evidence: Where it stands.
    """

    state: LifeState
    score: float
    why: str
    evidence: Evidence


def reports(expectation: Expectation, wanted: Awaited, document: Document) -> Iterator[Finding]:
    """Give what an article reports of an expectation, by its events."""
    for event in document.record.events:
        if event.standing in ("happened", "ongoing", "alleged"):
            found = _done(expectation, wanted, document, event) or _refused(expectation, wanted, document, event)
        elif event.standing == "denied":
            found = _not_done(expectation, wanted, document, event)
        else:
            found = None
        if found is not None and found.score >= WEAKEST:
            yield found


def reported(event: Event, score: float) -> float:
    """Lower a score where it is not the outlet that says so, or where it is only alleged or under way."""
    if event.standing == "alleged":
        return score * _ALLEGED
    if event.reported_by is not None:
        score *= _CLAIMED
    return score if event.standing != "ongoing" or event.event_type in _LASTING else score * _STILL


def found_in(document: Document, event: Event, state: LifeState, score: float, why: str) -> Finding:
    """Make of an event what it says of an expectation."""
    return Finding(state=state, score=round(score, 3), why=why, evidence=document.evidence_of(event))


def _done(expectation: Expectation, wanted: Awaited, document: Document, event: Event) -> Finding | None:
    found = match(wanted, document, event)
    if found is None:
        return None
    score, late = reported(event, found[0]), found[1] == "late"
    if expectation.negated:
        if late:
            return None  # It was denied for those days only.
        return found_in(document, event, "broken", score, "reported as done, though it was said not to come")
    part = _part(expectation, wanted, document.sentence(event.trigger).of(document.text))
    if part is not None:
        return found_in(document, event, "partly_kept", score, part)
    if late:
        return found_in(document, event, "kept_late", score, "reported as done after the last day")
    return found_in(document, event, "kept", score, "reported as done")


def _part(expectation: Expectation, wanted: Awaited, told: str) -> str | None:
    """Say why only a part was done, or None: by the words of the report, or by its numbers."""
    if wanted.other_kind in _HELD or wanted.event_type == "CONSULT":
        return None
    action = expectation.action.of(wanted.document.text)
    if _IN_PART.search(told.lower()) and not _IN_PART.search(action.lower()):
        return "reported as done in part"
    return "reported as done to a lower number" if is_less(action, told) else None


def _refused(expectation: Expectation, wanted: Awaited, document: Document, event: Event) -> Finding | None:
    """Tell of the opposite act: the bill was rejected, the visit was cancelled by who was to make it."""
    if event.event_type != "REJECT" or not is_later(wanted, document, event):
        return None
    score = reported(event, same_matter(wanted, document, event))
    if wanted.other_kind == "law":
        state: LifeState = "kept" if expectation.negated else "broken"
        return found_in(document, event, state, score, "reported as rejected")
    if wanted.event_type == "CONSULT" and event.mode == "meet" and not expectation.negated:
        return found_in(document, event, "withdrawn", score, "called off")
    return None


def _not_done(expectation: Expectation, wanted: Awaited, document: Document, event: Event) -> Finding | None:
    """Tell of a report that it was not done, or was called off; a bare "will not" is a plan, and not told here."""
    score = reported(event, likeness(wanted, document, event))
    if score < WEAKEST or not is_later(wanted, document, event):
        return None
    if wanted.latest is not None and document.day is not None and document.day > wanted.latest:
        state: LifeState = "kept" if expectation.negated else "broken"
        return found_in(document, event, state, score, "reported as not done, after the last day")
    near = Span(start=max(event.trigger.start - _NEAR, 0), end=event.trigger.end + _NEAR)
    if expectation.negated or not _CANCELLED.search(near.of(document.text).lower()):
        return None
    return found_in(document, event, "withdrawn", score, "called off")


def is_less(promised: str, done: str) -> bool:
    """Say whether a report counts clearly fewer of something than was promised: 80 prisoners of 200."""
    counted = _amounts(done)
    return any(noun in counted and counted[noun] < _WHOLE * value for noun, value in _amounts(promised).items())


def _amounts(text: str) -> Mapping[str, float]:
    """Give the numbers of a text by the nouns that they count, the highest of each."""
    found: dict[str, float] = {}
    for amount in _AMOUNT.finditer(text):
        value = float(amount["figures"].replace(",", "")) * _SCALES.get((amount["scale"] or "").strip(), 1.0)
        for noun in amount["nouns"].lower().split():
            found[stem(noun)] = max(value, found.get(stem(noun), 0.0))
    return found
