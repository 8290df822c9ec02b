"""The room's one way through: a record and its clauses to the same record with confidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from newsledger.confidence.facts import Facts, facts_of
from newsledger.confidence.rules import Rules
from newsledger.confidence.scorer import Numbers
from newsledger.confidence.weights import chance_of
from newsledger.model import Actor, Record, Syntax, Weighed

#: How many features are named as reasons, and what one must add at the least to be one.
_NAMED, _WEIGHTY = 3, 0.05

#: A confidence and its reasons.
Sure = tuple[float, tuple[str, ...]]


def weigh(record: Record, syntax: Syntax, rules: Rules) -> Record:
    """Give each finding of a record its confidence, and the features that decided it most.

    The same record and clauses give the same numbers.

    Args:
        record: What was found.
        syntax: The clauses of the same page.
        rules: The room's rules.
    """
    sure = {kind: _weighed(kind, facts, rules) for kind, facts in facts_of(record, syntax).items()}
    events, statements, expectations = sure["events"], sure["statements"], sure["expectations"]
    return replace(
        record,
        actors=tuple(_with_country(one, sure["countries"].get(one.id)) for one in record.actors),
        events=tuple(replace(one, confidence=events[one.id][0], reasons=events[one.id][1]) for one in record.events),
        statements=tuple(
            replace(one, confidence=statements[one.id][0], reasons=statements[one.id][1]) for one in record.statements
        ),
        expectations=tuple(
            replace(one, confidence=expectations[one.id][0], reasons=expectations[one.id][1])
            for one in record.expectations
        ),
    )


def _with_country(actor: Actor, sure: Sure | None) -> Actor:
    return actor if sure is None else replace(actor, country_confidence=sure[0], country_reasons=sure[1])


def _weighed(kind: Weighed, findings: Sequence[Facts], rules: Rules) -> Mapping[str, Sure]:
    if not findings:
        return {}
    scorer, line = rules.scorers[kind], rules.calibrations[kind]
    odds, adds = scorer.weigh(findings)
    sure = (round(chance_of(line.slope * one + line.intercept), 3) for one in odds.tolist())
    reasons = _reasons(adds, scorer.names)
    return {one.finding: found for one, found in zip(findings, zip(sure, reasons, strict=True), strict=True)}


def _reasons(adds: Numbers, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Name the features that raised or lowered each confidence most, against a finding like most."""
    weights = np.abs(adds).round(3)
    first = np.argsort(-weights, axis=1, kind="stable")[:, :_NAMED]
    signs = np.take_along_axis(adds, first, 1) > 0
    weighty = np.take_along_axis(weights, first, 1) >= _WEIGHTY
    for places, rising, told in zip(first.tolist(), signs.tolist(), weighty.tolist(), strict=True):
        named = zip(places, rising, told, strict=True)
        yield tuple(f"{'+' if up else '-'}{names[place]}" for place, up, one in named if one)
