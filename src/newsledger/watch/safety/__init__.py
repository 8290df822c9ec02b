"""Which addresses may be asked at all; it knows no network: who resolves names is somebody else."""

from newsledger.watch.safety.hosts import Place, UnsafeError, check_address, place_of
from newsledger.watch.safety.networks import why_not

__all__ = ["Place", "UnsafeError", "check_address", "place_of", "why_not"]
