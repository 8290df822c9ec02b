"""The site's templates, styles and scripts."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment

from newsledger.show import phrases
from newsledger.show.telling import line as telling
from newsledger.show.templating import environment, resource

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
    """Give the site's own files by their plain names; its style and its script begin with those of an article."""
    found = sorted((files("newsledger.web") / "static").iterdir(), key=lambda entry: entry.name)
    before = {"web.css": resource("reader.css"), "web.js": resource("reader.js")}
    contents = {entry.name: before.get(entry.name, "").encode() + entry.read_bytes() for entry in found}
    return {name: _asset(name, content) for name, content in contents.items()}


def _asset(name: str, content: bytes) -> Asset:
    stem, _, kind = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name=f"{stem}.{digest}.{kind}", media_type=_TYPES[kind], content=content)


@cache
def _environment(package: str) -> Environment:
    made = environment(*dict.fromkeys((package, "newsledger.web")))
    made.filters |= {
        "headline": telling.headline,
        "source": telling.source,
        "thousands": lambda number: f"{number:,}",
        "by_day": lambda lines: [(day, list(group)) for day, group in groupby(lines, key=lambda line: line.day)],
        "moment": lambda written: f"{phrases.iso(written[:10])}, {written[11:16]}",
        "spaced": lambda word: word.replace("_", " "),
    }
    return made
