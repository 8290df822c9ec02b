"""Writes a ledger into files that other programs read, and compares such files with it."""

from newsledger.export.ask import FORMS, HAPPENED, Ask, Form
from newsledger.export.compare import Agreement, Difference, compare, recognise
from newsledger.export.write import Exported, export

__all__ = ["FORMS", "HAPPENED", "Agreement", "Ask", "Difference", "Exported", "Form", "compare", "export", "recognise"]
