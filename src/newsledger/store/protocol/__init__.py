"""What every store can do, in parts: what writes, what gathers, what asks, and what keeps it whole."""

from newsledger.store.protocol.asking import Answers
from newsledger.store.protocol.grouping import Gathers
from newsledger.store.protocol.keeping import Keeps
from newsledger.store.protocol.store import Store
from newsledger.store.protocol.writing import Outcome, Reread, Writes

__all__ = ["Answers", "Gathers", "Keeps", "Outcome", "Reread", "Store", "Writes"]
