"""The templates: every word of a source is escaped, and what would turn or hide writing is left out."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsledger.show import phrases, plain
from newsledger.show.telling import line as telling

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the site's own: a style, a script, a picture.

    Attributes:
        name: With a hash of its content, so that a browser may keep it for ever.
    """

    name: str
    media_type: str
    content: bytes


def render(template: str, context: Mapping[str, Any], *, package: str = "newsledger.web") -> str:
    """Fill a template.

    Args:
        template: Its name.
        context: What goes into it.
        package: Whose templates are looked through before those of the site.
    """
    return _environment(package).get_template(template).render(context)


@cache
def assets() -> Mapping[str, Asset]:
    """Give the site's own files by their plain names."""
    found = sorted((files("newsledger.web") / "static").iterdir(), key=lambda entry: entry.name)
    return {entry.name: _asset(entry.name, entry.read_bytes()) for entry in found if not entry.name.endswith(".py")}


def _asset(name: str, content: bytes) -> Asset:
    stem, _, kind = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name=f"{stem}.{digest}.{kind}", media_type=_TYPES[kind], content=content)


@cache
def _environment(package: str) -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(one, "templates") for one in dict.fromkeys((package, "newsledger.web"))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters |= {
        "iso": phrases.iso,
        "counted": phrases.count,
        "headline": telling.headline,
        "source": telling.source,
        "thousands": lambda number: f"{number:,}",
        "by_day": lambda lines: [(day, list(group)) for day, group in groupby(lines, key=lambda line: line.day)],
        "moment": lambda written: f"{phrases.iso(written[:10])}, {written[11:16]}",
        "spaced": lambda word: word.replace("_", " "),
    }
    return environment


def _harmless(value: object) -> object:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
