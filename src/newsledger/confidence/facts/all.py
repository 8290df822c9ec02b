"""The facts of all findings of a record."""

from newsledger.confidence.facts.countries import of_country
from newsledger.confidence.facts.events import of_event
from newsledger.confidence.facts.expectations import of_expectation
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.confidence.facts.statements import of_statement
from newsledger.model import Record, Syntax, Weighed


def facts_of(record: Record, syntax: Syntax) -> dict[Weighed, tuple[Facts, ...]]:
    """Give the facts of each finding by its kind, in the order of the record.

    Of actors only those have any whose country is told.

    Args:
        record: What was found.
        syntax: The clauses of the same page.
    """
    scene = Scene.build(record, syntax)
    return {
        "events": tuple(of_event(scene, one) for one in record.events),
        "statements": tuple(of_statement(scene, one) for one in record.statements),
        "expectations": tuple(of_expectation(scene, one) for one in record.expectations),
        "countries": tuple(of_country(scene, one) for one in record.actors if one.likely_country),
    }
