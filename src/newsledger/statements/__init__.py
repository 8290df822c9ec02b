"""Who said what."""

from newsledger.statements.find import find
from newsledger.statements.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "find"]
