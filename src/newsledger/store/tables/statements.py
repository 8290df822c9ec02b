"""Named SQL from the ``.sql`` files of a package: the only SQL there is.

What both databases understand is written once. A line that ends in ``-- sqlite`` is SQLite's alone, and one that
begins with ``-- postgres:`` is PostgreSQL's, which leaves the first out and takes the second in. What several
statements of a file have in common is a part (``-- part: x``), and stands where a line is ``-- with: x``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

_NAME = re.compile(r"^-- (name|part): (\w+)\n", re.MULTILINE)
_WITH = re.compile(r"^ *-- with: (?P<part>\w+)$", re.MULTILINE)
#: ``AND e.quad = :quad  -- if quad`` is part of the query only where ``quad`` is given.
_OPTIONAL = re.compile(r"^(?P<line>.*?)\s*-- if (?P<wanted>!?\w+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The statements of one file by their names."""

    by_name: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Give a statement as it is written."""
        return self.by_name[name]

    def given(self, name: str, parameters: Mapping[str, Any]) -> str:
        """Give a statement with those of its optional lines whose parameter is there.

        A line that ends in ``-- if x`` stays where ``x`` is not None, one in ``-- if !x`` where it is.
        """

        def chosen(match: re.Match[str]) -> str:
            wanted = match["wanted"]
            there = parameters.get(wanted.removeprefix("!")) is not None
            return match["line"] if there != wanted.startswith("!") else ""

        return _OPTIONAL.sub(chosen, self.by_name[name])


@cache
def load(name: str) -> Statements:
    """Load the statements of one ``.sql`` file that both databases share."""
    return read_statements(files(__package__) / "sql" / f"{name}.sql")


def read_statements(file: Traversable) -> Statements:
    """Read the statements of a file."""
    found = _NAME.split(file.read_text("utf-8"))
    texts: dict[str, dict[str, str]] = {"name": {}, "part": {}}
    for what, name, text in zip(found[1::3], found[2::3], found[3::3], strict=True):
        texts[what][name] = text.strip()
    parts = texts["part"]
    return Statements(
        by_name={name: _WITH.sub(lambda line: parts[line["part"]], text) for name, text in texts["name"].items()}
    )


def read_migrations(folder: Traversable) -> tuple[str, ...]:
    """Read the migrations in a folder, each a script, in the order in which they are taken."""
    found = {entry.name: entry for entry in folder.iterdir()}
    return tuple(found[name].read_text("utf-8") for name in sorted(found) if name.removesuffix(".sql").isdigit())
