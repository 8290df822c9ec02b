"""Tells what made the findings of a page as sure as they are."""

from collections.abc import Iterator

from newsledger.confidence.rules import Rules
from newsledger.model import Decision, Record, Span


def explain(record: Record, rules: Rules) -> tuple[Decision, ...]:
    """Say how sure each finding of a weighed record is, and why, in the words of the features' table."""
    return tuple(
        Decision(trigger=place, field="confidence", value=f"{confidence:.3f}", rule=_told(reasons, rules))
        for place, confidence, reasons in _findings(record)
        if confidence is not None
    )


def _findings(record: Record) -> Iterator[tuple[Span, float | None, tuple[str, ...]]]:
    yield from ((one.trigger, one.confidence, one.reasons) for one in record.events)
    yield from ((one.content[0], one.confidence, one.reasons) for one in record.statements)
    yield from ((one.action, one.confidence, one.reasons) for one in record.expectations)
    for actor in record.actors:
        yield actor.mentions[0].span, actor.country_confidence, actor.country_reasons


def _told(reasons: tuple[str, ...], rules: Rules) -> str:
    told = (f"{reason}: {rules.feature(reason[1:]).reason}" for reason in reasons)
    return "; ".join(told) or "like most of its kind"
