"""How sure each finding is, and why: named features, a small model, a calibration."""

from newsledger.confidence.facts import facts_of
from newsledger.confidence.rules import SCHEMAS, Rules
from newsledger.confidence.weigh import weigh

__all__ = ["SCHEMAS", "Rules", "facts_of", "weigh"]
