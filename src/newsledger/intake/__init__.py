"""Files, folders, streams, JSON Lines and web archives to Captures."""

from newsledger.intake.files import find_files, find_pages
from newsledger.intake.found import Found, address_of_path, address_of_url, file_of, path_of_address
from newsledger.intake.read import MAX_BYTES, NAMELESS, STREAM, read_captures
from newsledger.intake.sources import Meter, read_sources, size_of

__all__ = [
    "MAX_BYTES",
    "NAMELESS",
    "STREAM",
    "Found",
    "Meter",
    "address_of_path",
    "address_of_url",
    "file_of",
    "find_files",
    "find_pages",
    "path_of_address",
    "read_captures",
    "read_sources",
    "size_of",
]
