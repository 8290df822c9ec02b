"""Writes happenings in the forms of other data sets, each beside its side file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

from newsledger.export.ask import Ask, Form, Scope
from newsledger.export.codebook import Codes, codes, table
from newsledger.export.coded.dyads import count_dyads
from newsledger.export.coded.gdelt import gdelt_mentions, gdelt_row
from newsledger.export.coded.icews import icews_row
from newsledger.export.coded.polecat import polecat_row
from newsledger.export.coded.receipts import write_head, write_receipts
from newsledger.export.coded.values import is_coded
from newsledger.export.files.folder import Folder
from newsledger.export.told import Told, happenings
from newsledger.store.rows import Row

_Pair = tuple[Row | None, Row | None]
_PAIRED: Mapping[Form, Callable[[Told, _Pair, Codes], tuple[int, dict[str, Any]]]] = {
    "gdelt": gdelt_row,
    "icews": icews_row,
}


def write_polecat(folder: Folder, scope: Scope, ask: Ask) -> int:
    """Write POLECAT's table; give how many happenings it has no code or day for."""
    kept = table("polecat")
    left = Left()
    with ExitStack() as files:
        sheet = files.enter_context(folder.sheet("polecat.tsv", kept, delimiter="\t"))
        side = files.enter_context(folder.file("polecat.receipts.jsonl", _SIDE))
        write_head(side, "polecat", ask)
        for told in left.coded(happenings(scope), ask, "plover_type"):
            identifier, cells = polecat_row(told, codes())
            sheet.write([cells[name] for name in kept.names])
            write_receipts(side, identifier, told, {})
    return left.number


def write_paired(folder: Folder, scope: Scope, ask: Ask, form: Form) -> int:
    """Write the table of a form whose rows are of pairs; give how many happenings it has no code or day for."""
    name, kept = ("gdelt.export.CSV", table("gdelt_events")) if form == "gdelt" else ("icews.tsv", table("icews"))
    left = Left()
    with ExitStack() as files:
        sheet = files.enter_context(folder.sheet(name, kept, delimiter="\t", header=form != "gdelt"))
        side = files.enter_context(folder.file(f"{form}.receipts.jsonl", _SIDE))
        write_head(side, form, ask)
        for told in left.coded(happenings(scope), ask):
            for pair in told.pairs():
                identifier, cells = _PAIRED[form](told, pair, codes())
                sheet.write([cells.get(column) for column in kept.names])
                write_receipts(side, identifier, told, _keys(pair))
    return left.number


def write_gdelt_mentions(folder: Folder, scope: Scope, ask: Ask) -> None:
    """Write the mentions of the rows of GDELT's events."""
    kept = table("gdelt_mentions")
    with folder.sheet("gdelt.mentions.CSV", kept, delimiter="\t", header=False) as sheet:
        for told in Left().coded(happenings(scope), ask):
            for pair in told.pairs():
                identifier, _ = gdelt_row(told, pair, codes())
                for row in gdelt_mentions(identifier, told):
                    sheet.write([row.get(column) for column in kept.names])


def write_dyads(folder: Folder, scope: Scope) -> None:
    """Write the counts of pairs of countries; they know standings, and so have all."""
    kept = table("dyads")
    with folder.sheet("dyads.csv", kept, delimiter=",") as sheet:
        for row in count_dyads(happenings(scope)):
            sheet.write([row[name] for name in kept.names])


_SIDE = "What this form has no column for, by the ids of its rows: standing and receipts"


class Left:
    """Gives what a form takes, and counts what it has no code or day for."""

    def __init__(self) -> None:
        """Begin with nothing left out."""
        self.number = 0

    def coded(self, told: Iterable[Told], ask: Ask, code: str = "cameo") -> Iterator[Told]:
        """Give those of the wanted standings that have a code and a day; those that are told by no event have none."""
        for one in told:
            if not one.row["event"] or not _is_wanted(one.row["standing"], ask):
                continue
            if is_coded(one, code):
                yield one
            else:
                self.number += 1


def _is_wanted(standing: str | None, ask: Ask) -> bool:
    return (standing or "") in ask.standings


def _keys(pair: _Pair) -> dict[str, str | None]:
    return {name: party["key"] if party else None for name, party in zip(("actor", "recipient"), pair, strict=True)}
