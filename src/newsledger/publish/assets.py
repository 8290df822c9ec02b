"""The published site's own script and style, beside those of the pages."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from newsledger.web.templating import Asset, assets

_TYPES = {"css": "text/css", "js": "text/javascript"}


@cache
def all_assets() -> Mapping[str, Asset]:
    """Give the styles and scripts of a published site by their plain names."""
    return {**assets(), **own_assets()}


@cache
def own_assets() -> Mapping[str, Asset]:
    """Give those that only a published site has."""
    found = sorted((files("newsledger.publish") / "static").iterdir(), key=lambda entry: entry.name)
    return {entry.name: _asset(entry.name, entry.read_bytes()) for entry in found if not entry.name.endswith(".py")}


def _asset(name: str, content: bytes) -> Asset:
    stem, _, kind = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name=f"{stem}.{digest}.{kind}", media_type=_TYPES[kind], content=content)
