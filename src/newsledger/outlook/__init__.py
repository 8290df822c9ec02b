"""What is expected, by whom, by when; what has become of it."""

from newsledger.outlook.find import find
from newsledger.outlook.life import Need, Offer, first_states, follow, may_tell, need, offer, tells
from newsledger.outlook.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Need", "Offer", "Rules", "find", "first_states", "follow", "may_tell", "need", "offer", "tells"]
