"""How sure each finding is, and why: named features, a small model, a calibration."""

from newsledger.confidence.calibrate import calibrate
from newsledger.confidence.explain import explain
from newsledger.confidence.facts import facts_of
from newsledger.confidence.rules import SCHEMAS, Rules
from newsledger.confidence.second import parsed_alike
from newsledger.confidence.weigh import weigh

__all__ = ["SCHEMAS", "Rules", "calibrate", "explain", "facts_of", "parsed_alike", "weigh"]
