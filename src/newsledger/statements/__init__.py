"""Who said what."""

from newsledger.statements.cues import SCHEMAS, Rules
from newsledger.statements.find import find

__all__ = ["SCHEMAS", "Rules", "find"]
