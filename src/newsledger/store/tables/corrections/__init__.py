"""What persons judged, in a ledger."""

from newsledger.store.tables.corrections.kept import TableCorrections
from newsledger.store.tables.corrections.moving import drop_strangers, follow, is_whole, renew_all
from newsledger.store.tables.corrections.near import near
from newsledger.store.tables.corrections.persons import are_as_read, as_judged, read_actors
from newsledger.store.tables.corrections.rows import (
    Asking,
    decided,
    given,
    judged_out,
    lay_over,
    lay_over_expectations,
    lay_over_happenings,
    lay_over_pairs,
    spared,
)

__all__ = [
    "Asking",
    "TableCorrections",
    "are_as_read",
    "as_judged",
    "decided",
    "drop_strangers",
    "follow",
    "given",
    "is_whole",
    "judged_out",
    "lay_over",
    "lay_over_expectations",
    "lay_over_happenings",
    "lay_over_pairs",
    "near",
    "read_actors",
    "renew_all",
    "spared",
]
