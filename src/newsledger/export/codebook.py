"""The columns of each table that is exported, and the codes that other data sets have; all of it is data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from newsledger.errors import LexiconError

ColumnType = Literal["string", "integer", "number", "boolean", "date"]
_NOTHING = "-"
_HEAD = ["name", "type", "meaning", "unit", "codes", "source", "example"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, as the codebook tells it.

    Attributes:
        unit: Of what it counts or measures; None where it does neither.
        codes: Its values parted by ``|``, or which list they are from; None where it has any.
        source: Where the values come from: ``page``: its own words; ``ours``: made by this program.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str | None
    codes: str | None
    source: str | None
    example: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of an export."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    def without(self, *names: str) -> "Table":
        """The same without some of its columns."""
        left = tuple(column for column in self.columns if column.name not in names)
        return Table(name=self.name, title=self.title, columns=left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What a country is called elsewhere; None where it has no code there.

    Attributes:
        cow: Number of the Correlates of War project.
        fips: FIPS 10-4.
        cameo: In CAMEO's own list.
        also: Other English names.
    """

    name: str
    cow: str | None
    fips: str | None
    cameo: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What a PLOVER sector is called in English, and in CAMEO."""

    name: str
    cameo: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScore:
    """The quad class of a PLOVER type, and its score."""

    quad_name: str
    intensity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The codes of other data sets, by ours.

    Attributes:
        cameo: Name of each CAMEO code; ``plover``: its PLOVER type, None where it has none.
    """

    countries: Mapping[str, Country]
    sectors: Mapping[str, Sector]
    types: Mapping[str, TypeScore]
    cameo: Mapping[str, str]
    plover: Mapping[str, str | None]

    def country_name(self, country: str | None) -> str | None:
        """Give a country's English name; one that is on no list keeps its code."""
        known = self.countries.get(country or "")
        return known.name if known else country


@cache
def table(name: str) -> Table:
    """Give a table by its name.

    Raises:
        LexiconError: The data file breaks its own rules.
    """
    title, rows = _read(name)
    if [*rows[0]] != _HEAD or any("" in row.values() for row in rows):
        raise LexiconError(f"{name}.tsv: expected the columns {', '.join(_HEAD)}, and no empty cell", path=name)
    return Table(name=name, title=title, columns=tuple(map(_column, rows)))


@cache
def codes() -> Codes:
    """Give the codes of other data sets."""
    return Codes(
        countries={row["country"]: _country(row) for row in _read("countries")[1]},
        sectors={row["sector"]: Sector(name=row["name"], cameo=_some(row["cameo"])) for row in _read("sectors")[1]},
        types={row["type"]: _score(row) for row in _read("plover")[1]},
        cameo={row["code"]: row["name"] for row in _read("cameo")[1]},
        plover={row["code"]: _some(row["plover_type"]) for row in _read("cameo")[1]},
    )


def _country(row: Mapping[str, str]) -> Country:
    also = tuple((_some(row["also"]) or "").split("|"))
    return Country(name=row["name"], cow=_some(row["cow"]), fips=_some(row["fips"]), cameo=row["cameo"], also=also)


def _score(row: Mapping[str, str]) -> TypeScore:
    return TypeScore(quad_name=row["quad_name"], intensity=float(row["intensity"]))


def sources() -> dict[str, str]:
    """Say where each list of codes is from."""
    return {name: _read(name)[0] for name in ("cameo", "countries", "plover", "sectors")}


def _column(row: Mapping[str, str]) -> Column:
    kind: ColumnType = row["type"]  # type: ignore[assignment]  # the tests hold the files to it
    rest = {name: _some(row[name]) for name in ("unit", "codes", "source", "example")}
    return Column(name=row["name"], type=kind, meaning=row["meaning"], **rest)


def _read(name: str) -> tuple[str, list[dict[str, str]]]:
    """Read a table: what its first line tells, and its rows by column."""
    first, _, head, *lines = (files(__package__) / "data" / f"{name}.tsv").read_text("utf-8").splitlines()
    columns = head.split("\t")
    return first.partition(": ")[2], [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def _some(cell: str) -> str | None:
    return None if cell == _NOTHING else cell
