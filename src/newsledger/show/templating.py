"""Templates: every word of a source is escaped, and what would turn or hide writing is left out."""

from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsledger.show import phrases
from newsledger.show.telling import steering


def environment(*packages: str) -> Environment:
    """Make an environment over our own templates, and those of other packages before them.

    Args:
        packages: Names of packages that have a folder ``templates``.

    Raises:
        ValueError: There is no such package, or it has none.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(name, "templates") for name in (*packages, "newsledger.show")]),
        # The templates come with the program: none changes while it runs.
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.filters |= {"counted": phrases.count, "iso": phrases.iso}
    return made


@cache
def resource(name: str) -> str:
    """Give one of our own styles or scripts."""
    return (files("newsledger.show") / "templates" / name).read_text(encoding="utf-8")


def _harmless(value: object) -> object:
    return steering.plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
