"""What is expected, by whom, by when; what has become of it."""

from newsledger.outlook.find import find
from newsledger.outlook.life import first_states, follow, keys_awaited, keys_told, tells
from newsledger.outlook.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "find", "first_states", "follow", "keys_awaited", "keys_told", "tells"]
