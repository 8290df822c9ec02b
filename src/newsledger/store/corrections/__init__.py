"""What persons judged: how it is made, what of it stands, how it lies over rows, and what a store keeps of it."""

from newsledger.store.corrections.fields import FIELDS, choices
from newsledger.store.corrections.making import Judge, checked, corrected, same_or_other, undoing
from newsledger.store.corrections.overlay import laid_over, of_happening, scores, standing
from newsledger.store.corrections.protocol import CorrectionStore
from newsledger.store.corrections.records import Doubtful, ReviewQuestion, Taken

__all__ = [
    "FIELDS",
    "CorrectionStore",
    "Doubtful",
    "Judge",
    "ReviewQuestion",
    "Taken",
    "checked",
    "choices",
    "corrected",
    "laid_over",
    "of_happening",
    "same_or_other",
    "scores",
    "standing",
    "undoing",
]
