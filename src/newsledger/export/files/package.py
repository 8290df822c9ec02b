"""The data package: which files there are and what each of their columns means (Frictionless Data Package 1)."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

import msgspec

from newsledger import codec
from newsledger.export.ask import Ask
from newsledger.export.codebook import Column, Table, sources
from newsledger.export.files.folder import Written

#: What no two rows share.
_KEYS = {
    "happening_parties": ["happening", "role", "key"],
    "happening_lives": ["happening", "number"],
    "mention_parties": ["mention", "role", "actor"],
    "copies": ["first", "second"],
    "actors": ["key"],
    "dyads": ["month", "actor", "recipient", "event_type", "standing"],
    "polecat": ["Event ID"],
    "gdelt_events": ["GLOBALEVENTID"],
    "icews": ["Event ID"],
}
_MEDIA = {"csv": "text/csv", "CSV": "text/tab-separated-values", "tsv": "text/tab-separated-values"}
_OTHERS = {"ics": "text/calendar", "md": "text/markdown", "json": "application/json", "jsonl": "application/x-ndjson"}
_PARQUET = "application/vnd.apache.parquet"


def package(written: Sequence[Written], ask: Ask) -> str:
    """Write the data package of an export, with the codebook."""
    question = {name: value for name, value in msgspec.to_builtins(ask.question or {}).items() if value}
    tree = {
        "name": "newsledger-export",
        "title": "Export of a news ledger",
        "profile": "data-package",
        "description": "Who said what, who did what to whom, and what is due, each with its exact words.",
        "sources": [{"title": "GeoNames (CC BY 4.0): coordinates of places", "path": "https://www.geonames.org/"}],
        "newsledger": {
            "version": version("newsledger"),
            "forms": list(ask.forms),
            "standings": sorted(one for one in ask.standings if one),
            "today": ask.today,
            "corrections": ask.corrections,
            "question": question,
            "codes": sources(),
        },
        "resources": list(_resources(written)),
    }
    return codec.dump(tree, indent=2) + "\n"


def _resources(written: Sequence[Written]) -> Iterator[dict[str, Any]]:
    for one in written:
        if one.parts is None:
            yield _resource(one)


def _resource(one: Written) -> dict[str, Any]:
    ending = one.name.rpartition(".")[2]
    told: dict[str, Any] = {
        "name": one.name.replace(".", "-").replace("_", "-").lower(),
        "path": one.name,
        "title": one.title,
        "bytes": one.size,
        "hash": f"sha256:{one.sha256}",
        "encoding": "utf-8",
    }
    if one.table is None:
        return told | {"type": "file", "mediatype": _OTHERS[ending]}
    if one.delimiter is None:
        # No rows of text: a checker of such rows is not to take it for a table.
        told |= {"type": "file", "format": "parquet", "mediatype": _PARQUET}
        return told | {"schema": _schema(one.table, is_text=False)}
    dialect = {"delimiter": one.delimiter, "header": one.header}
    told |= {"profile": "tabular-data-resource", "format": "csv", "mediatype": _MEDIA[ending]}
    told |= {"dialect": dialect, "rows": one.rows}
    return told | {"schema": _schema(one.table, is_text=True)}


def _schema(table: Table, *, is_text: bool) -> dict[str, Any]:
    key = _KEYS.get(table.name, ["id"] if "id" in table.names else None)
    schema: dict[str, Any] = {"fields": [_field(column, is_text=is_text) for column in table.columns]}
    if is_text:
        schema["missingValues"] = [""]
    return schema | ({"primaryKey": key} if key and table.name != "dyads" else {})


def _field(column: Column, *, is_text: bool) -> dict[str, Any]:
    more = {"unit": column.unit, "codes": column.codes, "source": column.source, "example": column.example}
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    field |= {name: value for name, value in more.items() if value}
    if column.type == "boolean":
        return field | ({"trueValues": ["true"], "falseValues": ["false"]} if is_text else {})
    if column.type == "string" and "|" in (column.codes or ""):
        field["constraints"] = {"enum": (column.codes or "").split("|")}
    return field
