"""The words that say of an act or thing that it is to come."""

from newsledger.outlook.cues.cue import Cue, weaker
from newsledger.outlook.cues.find import find_cues
from newsledger.outlook.cues.modals import has_particles

__all__ = ["Cue", "find_cues", "has_particles", "weaker"]
