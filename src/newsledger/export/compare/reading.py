"""Reads a file of events of another data set, or one of ours; which it is, its columns tell."""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from newsledger.errors import SourceError
from newsledger.export.codebook import codes, table

FileForm = Literal["polecat", "gdelt", "icews", "csv"]
Cells = Mapping[str, str]
Pair = tuple[str | None, str | None]
#: Forms whose rows are of one party and another, not of a happening.
PAIRED: frozenset[FileForm] = frozenset({"gdelt", "icews"})
#: No cell of a data set of events is longer; what is gives no memory away.
_LONGEST = 1 << 20
_DAY = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})")
_NOTHING = ("", "None", "NA", "NULL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An event as a file has it.

    Attributes:
        day: ISO 8601; None where it is none.
        event_type: PLOVER's; None where its code has none.
        pairs: Countries of who acts and of whom it is done to; None where a side is unknown.
    """

    id: str
    day: str | None
    event_type: str | None
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFile:
    """A file whose form is known."""

    path: Path
    form: FileForm

    def rows(self, standings: Collection[str]) -> Iterator[Coded]:
        """Give its events, one at a time in memory; of our own file only those of some standings that have a code.

        Raises:
            SourceError: A line has more or fewer cells than the form.
        """
        names = _names(self.form)
        read = _READERS[self.form](self.path)
        for number, cells in enumerate(_lines(self.path, self.form), start=1):
            if number == 1 and self.form != "gdelt":
                continue
            if len(cells) != len(names):
                raise SourceError(f"{self.path}:{number}: found {len(cells)} cells, expected {len(names)}")
            row = dict(zip(names, cells, strict=True))
            if self.form != "csv" or (row["plover_type"] and row["standing"] in standings):
                yield read(row)


def recognise(path: Path) -> CodedFile:
    """Say what a file is by its columns.

    Raises:
        SourceError: It cannot be read, or is none that is known.
    """
    try:
        for form in _READERS:
            cells = next(_lines(path, form), [])
            is_known = _is_gdelt(cells) if form == "gdelt" else cells == list(_names(form))
            if is_known:
                return CodedFile(path=path, form=form)
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror or error}") from error
    raise SourceError(
        f"{path}: found columns that are of no data set that is known, expected the 40 of POLECAT or the 20 of ICEWS "
        "with their header, the 61 of GDELT 2.0 events without one, or our own happenings.csv; unpack a packed file"
    )


def _lines(path: Path, form: FileForm) -> Iterator[list[str]]:
    """Give the cells of each line; published files are not all of them UTF-8, and have stray quotation marks."""
    delimiter = "," if form == "csv" else "\t"
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        longest = csv.field_size_limit(_LONGEST)
        try:
            yield from csv.reader(
                file, delimiter=delimiter, quoting=csv.QUOTE_NONE if form == "gdelt" else csv.QUOTE_MINIMAL
            )
        except csv.Error as error:
            raise SourceError(f"{path}: cannot be read as a table: {error}") from error
        finally:
            csv.field_size_limit(longest)


@cache
def _names(form: FileForm) -> tuple[str, ...]:
    return table({"gdelt": "gdelt_events", "csv": "happenings"}.get(form, form)).names


def _is_gdelt(cells: list[str]) -> bool:
    return len(cells) == len(_names("gdelt")) and cells[0].isdigit() and _DAY.fullmatch(cells[1]) is not None


def _polecat(cells: Cells) -> Coded:
    sides = []
    for who in ("Actor", "Recipient"):
        numbers, names = cells[f"{who} COW"].split(";"), cells[f"{who} Country"].split(";")
        by_number = [_by_cow().get(number.strip()) for number in numbers]
        sides.append(_countries([*(_by_name().get(_folded(name)) for name in names), *by_number]))
    return _coded(cells["Event ID"], cells["Event Date"], _some(cells["Event Type"]), pairs_of(*sides))


def _gdelt(cells: Cells) -> Coded:
    kind = codes().plover.get(cells["EventCode"])
    one, other = (_by_cameo().get(cells[f"Actor{number}CountryCode"]) for number in (1, 2))
    return _coded(cells["GLOBALEVENTID"], cells["SQLDATE"], kind, ((one, other),))


def _icews(cells: Cells) -> Coded:
    kind = codes().plover.get(cells["CAMEO Code"]) or codes().plover.get(f"0{cells['CAMEO Code']}")
    one, other = (_by_name().get(_folded(cells[f"{who} Country"])) for who in ("Source", "Target"))
    return _coded(cells["Event ID"], cells["Event Date"], kind, ((one, other),))


def _own(path: Path) -> Callable[[Cells], Coded]:
    """Give what reads our own happenings, with the countries of the parties beside it, where that file is there."""
    sides: dict[str, dict[str, list[str | None]]] = {}
    parties = path.with_name("happening_parties.csv")
    if parties.exists():
        names = table("happening_parties").names
        for cells in _lines(parties, "csv"):
            row = dict(zip(names, cells, strict=False))
            sides.setdefault(row.get("happening", ""), {}).setdefault(row.get("role", ""), []).append(
                row.get("country")
            )

    def read(cells: Cells) -> Coded:
        told = sides.get(cells["id"], {})
        both = (_countries(told.get(role, [])) for role in ("actor", "recipient"))
        return _coded(cells["id"], cells["day"], _some(cells["plover_type"]), pairs_of(*both))

    return read


_READERS: Mapping[FileForm, Callable[[Path], Callable[[Cells], Coded]]] = {
    "polecat": lambda _: _polecat,
    "icews": lambda _: _icews,
    "gdelt": lambda _: _gdelt,
    "csv": _own,
}


def _coded(identifier: str, day: str, kind: str | None, pairs: tuple[Pair, ...]) -> Coded:
    return Coded(id=identifier, day=_iso(day), event_type=kind, pairs=pairs)


def _iso(day: str) -> str | None:
    """Give a day as ISO 8601 has it; None where there is no such day, as 20180231."""
    found = _DAY.match(day)
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def pairs_of(actors: Iterable[str | None], recipients: Iterable[str | None]) -> tuple[Pair, ...]:
    """Give each country that acts with each other one; one alone stands with nobody."""
    ones, others = list(dict.fromkeys(actors)) or [None], list(dict.fromkeys(recipients)) or [None]
    pairs = [(one, other) for one in ones for other in others if one != other or one is None]
    return tuple(pairs) or ((ones[0], None),)


def _countries(found: Iterable[str | None]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(one for one in found if one))


def _some(cell: str) -> str | None:
    return None if cell in _NOTHING else cell


def _folded(name: str) -> str:
    return name.strip().casefold().replace("’", "'")


@cache
def _by_name() -> dict[str, str]:
    known = codes().countries.items()
    also = {_folded(name): code for code, country in known for name in country.also if name}
    return also | {_folded(country.name): code for code, country in known}


@cache
def _by_cow() -> dict[str, str]:
    return {country.cow: code for code, country in codes().countries.items() if country.cow}


@cache
def _by_cameo() -> dict[str, str]:
    return {country.cameo: code for code, country in codes().countries.items()}
