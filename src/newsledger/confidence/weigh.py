"""The room's one way through: a record and its clauses to the same record with confidence."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import log, log1p, prod

from newsledger.confidence.facts import Facts, facts_of
from newsledger.confidence.rules import Rules
from newsledger.confidence.weights import Weights, chance_of
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


def _weighed(kind: Weighed, findings: Iterable[Facts], rules: Rules) -> Mapping[str, Sure]:
    fields, line = rules.weights[kind], rules.calibrations[kind]
    found = {}
    for facts in findings:
        odds, parts = whole_of(fields, facts)
        found[facts.finding] = (round(chance_of(line.slope * odds + line.intercept), 3), _reasons(parts))
    return found


def whole_of(fields: Mapping[str, Weights], facts: Facts) -> tuple[float, dict[str, float]]:
    """Weigh a finding before calibration: all its fields have to be right, each where the ones before it are.

    Args:
        fields: The weights of each field.
        facts: What speaks for and against it.

    Returns:
        Log-odds that all are right, and what each feature adds to them: the less sure a field is, the more counts
        what its features say.
    """
    adds: dict[str, float] = {}
    shares = []
    for weights in fields.values():
        parts = weights.parts(facts)
        share = chance_of(weights.base + sum(parts.values()))
        shares.append(share)
        for name, part in parts.items():
            adds[name] = adds.get(name, 0.0) + part * (1 - share)
    whole = prod(shares)
    return log(whole) - log1p(-whole), {name: one / (1 - whole) for name, one in adds.items()}


def _reasons(parts: Mapping[str, float]) -> tuple[str, ...]:
    """Name the features that raised or lowered a confidence most, against a finding like most."""
    weighty = sorted((-round(abs(adds), 3), name) for name, adds in parts.items() if abs(adds) >= _WEIGHTY)
    return tuple(f"{'+' if parts[name] > 0 else '-'}{name}" for _, name in weighty[:_NAMED])
