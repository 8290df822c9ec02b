"""Another data set of events, or an export of ours, held against a ledger."""

from newsledger.export.compare.compare import Agreement, Comparison, Difference, compare
from newsledger.export.compare.reading import CodedFile, recognise

__all__ = ["Agreement", "CodedFile", "Comparison", "Difference", "compare", "recognise"]
