"""How an export was made: versions, model, word lists, digests and licences (RO-Crate 1.1)."""

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from newsledger import codec
from newsledger.export.codebook import sources
from newsledger.export.files.folder import MANIFEST, Written
from newsledger.store.rows import Row

CRATE = "ro-crate-metadata.json"
_OURS = "https://spdx.org/licenses/Apache-2.0"
_BY = "https://spdx.org/licenses/CC-BY-4.0"
#: Coordinates of places are no words of a page; who gives them on names where they are from.
_GEONAMES = {
    "@id": "https://www.geonames.org/",
    "@type": "CreativeWork",
    "name": "GeoNames, from which coordinates and countries of places are",
    "license": {"@id": _BY},
}


def crate(written: Sequence[Written], makers: Sequence[Row], day: str | None) -> str:
    """Write the crate.

    Args:
        written: The files.
        makers: What made the readings, and how many.
        day: Of the newest article: two exports of one ledger are the same; None where none is dated.
    """
    names = [f"{one.name}/" if one.parts is not None else one.name for one in written]
    made = list(_made_by(makers))
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": "Export of a news ledger",
        "description": "Findings of a news reader, each with its exact words; the words are those of the publishers.",
        "license": {"@id": _OURS},
        "conditionsOfAccess": "Quotations and texts stay under the rights of their publishers.",
        "hasPart": [{"@id": name} for name in (*names, MANIFEST)],
        "mentions": [{"@id": one["@id"]} for one in made],
        "isBasedOn": {"@id": _GEONAMES["@id"]},
        **({"datePublished": day} if day else {}),
    }
    about = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    files = [_file(one) for one in written]
    last = {
        "@id": MANIFEST,
        "@type": "File",
        "name": "Data package with codebook",
        "encodingFormat": "application/json",
    }
    licences = [
        {"@id": _OURS, "@type": "CreativeWork", "name": "Apache License 2.0"},
        {"@id": _BY, "@type": "CreativeWork", "name": "Creative Commons Attribution 4.0 International"},
    ]
    graph = [about, root, *files, last, *made, _GEONAMES, *_codes(), *licences]
    return codec.dump({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}, indent=2) + "\n"


def _file(one: Written) -> dict[str, Any]:
    if one.parts is not None:
        size = {"contentSize": str(one.size), "size": one.parts}
        return {"@id": f"{one.name}/", "@type": "Dataset", "name": one.title, **size}
    told = {"@id": one.name, "@type": "File", "name": one.title, "contentSize": str(one.size), "sha256": one.sha256}
    return told | ({} if one.rows is None else {"size": one.rows})


def _made_by(makers: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Tell what made the readings: the program, its model, and each word list with its digest."""
    yield {
        "@id": "#newsledger",
        "@type": "SoftwareApplication",
        "name": "Newsledger",
        "softwareVersion": version("newsledger"),
        "license": {"@id": _OURS},
    }
    for maker in makers:
        made = json.loads(maker["made_by"])
        yield {
            "@id": f"#maker-{maker['digest'][:16]}",
            "@type": "CreateAction",
            "name": f"{maker['readings']} articles read by version {made['version']}",
            "instrument": {"@id": "#newsledger"},
            "object": [
                {"@type": "PropertyValue", "name": name, "value": str(value)} for name, value in sorted(_flat(made))
            ],
        }


def _flat(made: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in made.items():
        if isinstance(value, dict):
            yield from ((f"{name}/{inner}", digest) for inner, digest in value.items())
        else:
            yield name, value


def _codes() -> Iterator[dict[str, Any]]:
    for name, source in sources().items():
        yield {"@id": f"#codes-{name}", "@type": "CreativeWork", "name": name, "description": source}
