"""What became of an expectation."""

from newsledger.outlook.life.follow import DUE_SOON, first_states, follow, tells
from newsledger.outlook.life.match import STRICT

__all__ = ["DUE_SOON", "STRICT", "first_states", "follow", "tells"]
