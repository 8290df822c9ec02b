"""The entries of the predicate list, and those that nouns have of their verbs."""

from newsledger.events.entries.nominals import Nominal, read_nominals
from newsledger.events.entries.predicates import Condition, Predicate, entries_by_head

__all__ = ["Condition", "Nominal", "Predicate", "entries_by_head", "read_nominals"]
