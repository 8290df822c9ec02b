"""Pages that we wrote in the layouts of real ones, and all that is read out of them.

``make golden`` writes the records anew; the change is then read line by line and committed by itself.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from newsledger import Reader, codec
from newsledger.model import Record

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix in {".html", ".txt"})


def golden(record: Record) -> dict[str, Any]:
    """Give all of a record but what names the program that made it."""
    tree = codec.to_builtins(record)
    return {key: value for key, value in tree.items() if key not in {"made_by", "digest"}}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_the_record_that_we_read(reader: Reader, name: str) -> None:
    path = PAGES / name
    kept = path.with_suffix(".json")

    record = reader.read(path.read_bytes(), media_type="text/html" if path.suffix == ".html" else "text/plain")

    written = codec.dump(golden(record), indent=1) + "\n"
    if os.environ.get("NEWSLEDGER_GOLDEN") == "write":
        kept.write_text(written, encoding="utf-8")
    assert written == kept.read_text(encoding="utf-8")


def test_there_are_at_least_eleven_pages() -> None:
    assert len(NAMES) >= 11
