"""What speaks for and against each finding, as numbers with names."""

from newsledger.confidence.facts.all import facts_of
from newsledger.confidence.facts.scene import Facts

__all__ = ["Facts", "facts_of"]
