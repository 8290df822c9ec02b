"""A ledger as a site of files: for any static host, a disk or a stick, at any number of addresses."""

from newsledger.publish.folder.mirrors import Compared, Copied, compare, files_in, read_in
from newsledger.publish.folder.sign import check
from newsledger.publish.run import Result, publish
from newsledger.publish.settings import TEXTS, Settings, Text

__all__ = [
    "TEXTS",
    "Compared",
    "Copied",
    "Result",
    "Settings",
    "Text",
    "check",
    "compare",
    "files_in",
    "publish",
    "read_in",
]
