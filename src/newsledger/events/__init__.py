"""Who did what to whom: ontology, predicates, coder, standing."""

from newsledger.events.explain import explain
from newsledger.events.find import find
from newsledger.events.frames.doers import acting_before
from newsledger.events.frames.predicates import may_be_acts
from newsledger.events.relation import relation
from newsledger.events.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "acting_before", "explain", "find", "may_be_acts", "relation"]
