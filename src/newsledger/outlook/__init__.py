"""What is expected, by whom, by when."""

from newsledger.outlook.find import find
from newsledger.outlook.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "find"]
