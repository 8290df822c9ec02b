"""Writes docs/datasette.json: what Datasette shows beside a ledger's tables, from the comments of the schema."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "src" / "newsledger" / "store" / "sqlite" / "sql"
OUT = ROOT / "docs" / "datasette.json"

_TABLE = re.compile(
    r"^CREATE (?:TABLE|VIEW) (?P<name>\w+) (?:\(|AS)\s*-- (?P<told>[^\n]+)\n(?P<body>.*?);$",
    re.MULTILINE | re.DOTALL,
)
_COLUMN = re.compile(r'^    "?(?P<name>[a-z_0-9]+)"? [A-Z][^\n]*?-- (?P<told>[^\n]+)$', re.MULTILINE)
#: The column that names a row, where a foreign key leads to it.
_GONE = re.compile(r"^DROP TABLE (\w+);$", re.MULTILINE)
_GONE_COLUMN = re.compile(r"^ALTER TABLE (\w+) DROP COLUMN (\w+);$", re.MULTILINE)
_LABELS = {
    "articles": "headline",
    "actors": "name",
    "entities": "name",
    "events": "trigger",
    "statements": "content",
    "expectations": "action",
    "times": "words",
    "makers": "version",
    "runs": "command",
    "captures": "url",
    "works": "address",
    "readings": "digest",
}
_FACETS = {
    "happenings": ["event_type", "standing", "publisher"],
    "statements_with_words": ["attitude", "form", "country"],
    "outlook_today": ["state", "kind", "strength"],
    "entities": ["kind", "country"],
}
#: The index of words counts by day; Datasette takes the rowid unless it is told.
_SEARCH = {
    "articles": {"fts_table": "articles_fts", "fts_pk": "ordinal"},
    "statements": {"fts_table": "statements_fts", "fts_pk": "ordinal"},
}


def metadata() -> dict[str, object]:
    """Make what Datasette is to be told."""
    script = "\n".join(path.read_text("utf-8") for path in sorted(SCHEMA.glob("[0-9]*.sql")))
    tables: dict[str, dict[str, object]] = {}
    gone, gone_columns = set(_GONE.findall(script)), set(_GONE_COLUMN.findall(script))
    for found in _TABLE.finditer(script):
        table: dict[str, object] = {"description": found["told"].strip()}
        columns = {
            column["name"]: column["told"].strip()
            for column in _COLUMN.finditer(found["body"])
            if (found["name"], column["name"]) not in gone_columns
        }
        if columns:
            table["columns"] = columns
        if found["name"] in _LABELS:
            table["label_column"] = _LABELS[found["name"]]
        if found["name"] in _FACETS:
            table["facets"] = _FACETS[found["name"]]
        if found["name"] not in gone:
            tables[found["name"]] = table | _SEARCH.get(found["name"], {})
    title = "Newsledger: who said what, who did what to whom, when, and what is due next"
    return {"title": title, "databases": {"newsledger": {"tables": tables}}}


def main() -> None:
    """Write the file."""
    OUT.write_text(json.dumps(metadata(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
