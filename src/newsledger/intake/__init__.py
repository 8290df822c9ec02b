"""Files, folders and streams to Captures."""

from newsledger.intake.read import MAX_BYTES, read_captures

__all__ = ["MAX_BYTES", "read_captures"]
