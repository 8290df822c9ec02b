"""What became of an expectation."""

from newsledger.outlook.life.candidates import Need, Offer, may_tell, need, offer
from newsledger.outlook.life.follow import DUE_SOON, first_states, follow, tells
from newsledger.outlook.life.match import STRICT

__all__ = ["DUE_SOON", "STRICT", "Need", "Offer", "first_states", "follow", "may_tell", "need", "offer", "tells"]
