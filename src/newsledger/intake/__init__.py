"""Files, folders and streams to Captures."""

from newsledger.intake.files import find_pages
from newsledger.intake.read import MAX_BYTES, read_captures

__all__ = ["MAX_BYTES", "find_pages", "read_captures"]
