"""Loads and checks a data file: a table of words, each with an example that it must fire on."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from newsledger.errors import LexiconError

#: What stands in a cell that has nothing to say. An empty cell is an error: it may be a slip.
NOTHING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The form that a lexicon must have.

    Attributes:
        columns: The header, in order; the last is ``example``.
        key: The columns that together name an entry; no two entries have the same.
        codes: For a column, the only values that it may hold (beside ``-``).
    """

    columns: tuple[str, ...]
    key: tuple[str, ...]
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry: its cells by column, and where it stands."""

    lexicon: str
    key: str
    cells: Mapping[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        """Give a cell as it is written."""
        return self.cells[column]

    def get(self, column: str) -> str | None:
        """Give a cell, None where it says nothing."""
        value = self.cells[column]
        return None if value == NOTHING else value

    def words(self, column: str) -> tuple[str, ...]:
        """Give a cell that lists several values, parted by ``|``."""
        value = self.cells[column]
        return () if value == NOTHING else tuple(part.strip() for part in value.split("|"))

    @property
    def rule(self) -> str:
        """The name under which a finding says that this entry made it."""
        return f"{self.lexicon}/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A data file that has been read and checked."""

    name: str
    source: str
    rows: tuple[Row, ...]
    digest: str


def load_lexicon(path: Path, schema: Schema) -> Lexicon:
    """Load a tab-separated lexicon, strictly.

    The first line says ``# source: …``, the second ``# licence: …``, the third is the header. Every
    entry fills every cell (``-`` for nothing), entries are sorted by their key, and every example
    marks its words once, as in ``The firm *claimed* sales had doubled.``

    Raises:
        LexiconError: The file is missing, or breaks one of these rules; the line is named.
    """
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text: {error}", path=str(path)) from error
    if len(lines) < 3 or not lines[0].startswith("# source: ") or not lines[1].startswith("# licence: "):
        raise LexiconError(f"{path}: expected '# source: …' and '# licence: …' as its first two lines", path=str(path))
    if tuple(lines[2].split("\t")) != schema.columns:
        raise LexiconError(
            f"{path}:3: found the header {lines[2]!r}, expected {chr(9).join(schema.columns)!r}", path=str(path), line=3
        )
    name = path.name.split(".")[0]
    rows = tuple(_row(path, name, number, line, schema) for number, line in enumerate(lines[3:], 4))
    _check_order(path, rows)
    return Lexicon(name=name, source=lines[0][10:], rows=rows, digest=hashlib.sha256(data).hexdigest())


def join_lexicons(shipped: Lexicon, own: Sequence[Lexicon]) -> Lexicon:
    """Add the user's own entries to a shipped lexicon; one of the same key replaces ours."""
    rows = {row.key: row for lexicon in (shipped, *own) for row in lexicon.rows}
    return Lexicon(name=shipped.name, source=shipped.source, rows=tuple(rows.values()), digest=shipped.digest)


def words_by_class(lexicon: Lexicon, column: str = "class") -> dict[str, frozenset[str]]:
    """Give the words of each class of a table of word classes, or of each value of another column."""
    found: dict[str, set[str]] = {}
    for row in lexicon.rows:
        found.setdefault(row[column], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


def marked(example: str) -> tuple[str, int, int]:
    """Take the mark out of an example.

    Returns:
        The sentence without its asterisks, and where the marked words start and end in it.

    Raises:
        ValueError: The example does not hold exactly one pair of asterisks.
    """
    parts = example.split("*")
    if len(parts) != 3 or not parts[1]:
        raise ValueError(f"expected one *marked* stretch in {example!r}")
    return "".join(parts), len(parts[0]), len(parts[0]) + len(parts[1])


def _row(path: Path, name: str, number: int, line: str, schema: Schema) -> Row:
    def fail(what: str) -> LexiconError:
        return LexiconError(f"{path}:{number}: {what}", path=str(path), line=number)

    cells = line.split("\t")
    if len(cells) != len(schema.columns):
        raise fail(f"found {len(cells)} cells, expected {len(schema.columns)}: {', '.join(schema.columns)}")
    by_column = dict(zip(schema.columns, cells, strict=True))
    for column, cell in by_column.items():
        if not cell or cell != cell.strip():
            raise fail(f"the cell {column!r} is empty or padded; write '-' for nothing")
        allowed = schema.codes.get(column)
        if allowed is not None and (unknown := set(cell.split("|")) - allowed - {NOTHING}):
            raise fail(f"the cell {column!r} holds {', '.join(sorted(unknown))}; expected one of {sorted(allowed)}")
    try:
        marked(by_column["example"])
    except ValueError as error:
        raise fail(str(error)) from error
    key = " ".join(by_column[column] for column in schema.key)
    return Row(lexicon=name, key=key, cells=by_column, line=number)


def _check_order(path: Path, rows: Sequence[Row]) -> None:
    for before, after in pairwise(rows):
        if before.key >= after.key:
            what = "stands twice" if before.key == after.key else f"should stand before {before.key!r}"
            raise LexiconError(f"{path}:{after.line}: {after.key!r} {what}", path=str(path), line=after.line)
