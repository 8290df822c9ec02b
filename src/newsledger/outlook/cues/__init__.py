"""The words that say of an act or thing that it is to come."""

from newsledger.outlook.cues.cue import Cue, weaker
from newsledger.outlook.cues.find import find_cues

__all__ = ["Cue", "find_cues", "weaker"]
