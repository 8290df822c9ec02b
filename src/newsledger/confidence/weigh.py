"""The room's one way through: a record and its clauses to the same record with confidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from newsledger.confidence.facts import Facts, facts_of
from newsledger.confidence.rules import Rules
from newsledger.confidence.scorer import Numbers
from newsledger.confidence.second import DIFFERS, parsed_alike
from newsledger.confidence.weights import chance_of
from newsledger.model import Actor, Annotated, Record, Syntax, Weighed, altered

#: How many features are named as reasons, and what one must add at the least to be one.
_NAMED, _WEIGHTY = 3, 0.05

#: A confidence and its reasons.
Sure = tuple[float, tuple[str, ...]]


def weigh(record: Record, syntax: Syntax, rules: Rules, other: Annotated | None = None) -> Record:
    """Give each finding of a record its confidence, and the features that decided it most.

    The same record and parses give the same numbers.

    Args:
        record: What was found.
        syntax: The clauses of the same page.
        rules: The room's rules.
        other: The parse of a second pipeline: where it differs in the clause of a finding, that is less sure.
    """
    alike = {} if other is None else parsed_alike(record, syntax.doc, other)
    sure = {kind: _weighed(kind, facts, rules, alike) for kind, facts in facts_of(record, syntax).items()}
    events, statements, expectations = sure["events"], sure["statements"], sure["expectations"]
    return replace(
        record,
        actors=tuple(_with_country(one, sure["countries"].get(one.id)) for one in record.actors),
        events=tuple(altered(one, confidence=events[one.id][0], reasons=events[one.id][1]) for one in record.events),
        statements=tuple(
            altered(one, confidence=statements[one.id][0], reasons=statements[one.id][1]) for one in record.statements
        ),
        expectations=tuple(
            altered(one, confidence=expectations[one.id][0], reasons=expectations[one.id][1])
            for one in record.expectations
        ),
    )


def _with_country(actor: Actor, sure: Sure | None) -> Actor:
    return actor if sure is None else altered(actor, country_confidence=sure[0], country_reasons=sure[1])


def _weighed(kind: Weighed, findings: Sequence[Facts], rules: Rules, alike: Mapping[str, bool]) -> Mapping[str, Sure]:
    if not findings:
        return {}
    scorer, line = rules.scorers[kind], rules.calibrations[kind]
    odds, adds = scorer.weigh(findings)
    reasons = _reasons(adds, scorer.names)
    found = {}
    for one, raw, told in zip(findings, odds.tolist(), reasons, strict=True):
        more, why = _second(kind, rules, alike.get(one.finding))
        sure = round(chance_of(line.slope * raw + line.intercept + more), 3)
        found[one.finding] = (sure, (*told[: _NAMED - len(why)], *why) if why else told)
    return found


def _second(kind: Weighed, rules: Rules, alike: bool | None) -> tuple[float, tuple[str, ...]]:  # noqa: FBT001 -- a fact
    """Give what a second parse adds, and the reason that it is; None where there is none."""
    if alike is None or kind not in rules.seconds:
        return 0.0, ()
    second = rules.seconds[kind]
    return (second.alike, ()) if alike else (second.differs, (f"-{DIFFERS}",))


def _reasons(adds: Numbers, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Name the features that raised or lowered each confidence most, against a finding like most."""
    weights = np.abs(adds).round(3)
    first = np.argsort(-weights, axis=1, kind="stable")[:, :_NAMED]
    chosen = first + len(names) * (np.take_along_axis(adds, first, 1) > 0)
    counts = (np.take_along_axis(weights, first, 1) >= _WEIGHTY).sum(axis=1)
    signed = [*(f"-{name}" for name in names), *(f"+{name}" for name in names)]
    for places, count in zip(chosen.tolist(), counts.tolist(), strict=True):
        yield tuple([signed[place] for place in places[:count]])
