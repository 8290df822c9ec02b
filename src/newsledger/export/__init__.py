"""Writes a ledger into files that other programs read, and compares such files with it."""

from newsledger.export.ask import FORMS, HAPPENED, Ask, Form
from newsledger.export.write import Exported, export

__all__ = ["FORMS", "HAPPENED", "Ask", "Exported", "Form", "export"]
