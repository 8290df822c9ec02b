"""What persons judged, laid over the rows of a ledger; what they judged not to be there is left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from typing import Any

from newsledger.model import Correction
from newsledger.store import DumpTable, HappeningQuestion
from newsledger.store.corrections import of_happening
from newsledger.store.dump import Dump
from newsledger.store.rows import Row

#: The columns of a corrected field; where there are none, those of its name.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "actors": ("actor", "actor_words"),
    "recipients": ("recipient", "recipient_words"),
    "day": ("day", "earliest", "latest"),
    "due": ("latest",),
    "country": ("place_country",),
    "who": ("source", "actor_name"),
}
#: What is no longer known once a field is another: the codes of an act, where a place lies, who a speaker is.
_UNKNOWN: Mapping[str, tuple[str, ...]] = {
    "event_type": ("other_kind", "mode", "cameo", "quad", "goldstein"),
    "place": ("latitude", "longitude"),
    "who": ("actor", "actor_key", "actor_country", "actor_sector"),
}
_STANDINGS: Mapping[str, str] = {
    "happened": "happened",
    "under_way": "ongoing",
    "planned": "planned",
    "dated": "planned",
    "moved": "planned",
    "denied": "denied",
    "called_off": "denied",
}
_ROLES: Mapping[str, str] = {"actors": "actor", "recipients": "recipient"}
#: Of which tables a row is a finding's, and by which column; what is told again has what its first mention has.
_FINDINGS: Mapping[DumpTable, str] = {"mentions": "id", "receipts": "mention", "statements": "id", "expectations": "id"}
#: Of which tables a row is of a happening, and by which column.
_HAPPENINGS: Mapping[DumpTable, str] = {
    "happenings": "id",
    "happening_parties": "happening",
    "happening_lives": "happening",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDump:
    """A ``Dump`` over which lies what persons judged.

    Attributes:
        findings: What stands of each finding.
        happenings: What stands of the findings that tell each happening.
        absent: Happenings of which nothing is there.
    """

    dump: Dump
    findings: Mapping[str, Sequence[Correction]]
    happenings: Mapping[str, Sequence[Correction]]
    absent: frozenset[str]

    @classmethod
    def of(cls, dump: Dump) -> "JudgedDump":
        """Look at what was judged."""
        findings: dict[str, list[Correction]] = defaultdict(list)
        happenings: dict[str, list[Correction]] = defaultdict(list)
        for correction, happening in dump.judged():
            if correction not in findings[correction.finding]:
                findings[correction.finding].append(correction)
            if happening is not None:
                happenings[happening].append(correction)
        return cls(dump=dump, findings=findings, happenings=happenings, absent=frozenset(dump.gone()))

    def judged(self) -> Iterator[tuple[Correction, str | None]]:
        """Give what stands."""
        return self.dump.judged()

    def gone(self) -> Iterator[str]:
        """Give the happenings of which nothing is there."""
        return self.dump.gone()

    def chosen(self, question: HappeningQuestion) -> Iterator[str]:
        """Give the happenings that a question asks for, by their ids."""
        return self.dump.chosen(question)

    def rows(self, table: DumpTable) -> Iterator[Row]:
        """Give the rows of a table as they were judged."""
        rows = self.dump.rows(table)
        if table in _HAPPENINGS:
            rows = self._of_happenings(table, rows)
        elif table in _FINDINGS:
            column = _FINDINGS[table]
            rows = (_laid(row, self._of(row, column)) for row in rows if not _is_gone(self._of(row, column)))
        elif table == "mention_parties":
            there = (row for row in rows if not _is_gone(self.findings.get(row["mention"], ())))
            rows = _named(there, "mention", {key: _names(ones) for key, ones in self.findings.items()})
        return rows

    def _of(self, row: Row, column: str) -> Sequence[Correction]:
        return self.findings.get(row.get("same_as") or row[column] or "", ())

    def _of_happenings(self, table: DumpTable, rows: Iterator[Row]) -> Iterator[Row]:
        column = _HAPPENINGS[table]
        there = (row for row in rows if row[column] not in self.absent)
        if table == "happenings":
            return (_laid_happening(row, self.happenings.get(row["id"], ())) for row in there)
        if table == "happening_parties":
            left = {key: _names(ones) for key, ones in self.happenings.items() if key not in self.absent}
            return _named(there, column, left)
        return there


def _is_gone(judged: Sequence[Correction]) -> bool:
    return any(one.verdict == "not_there" for one in judged)


def _laid(row: Row, judged: Iterable[Correction]) -> Row:
    """Give a row with the corrected values of its finding."""
    changed: dict[str, Any] = {}
    for one in judged:
        if one.field is None or one.value is None:
            continue
        changed |= dict.fromkeys(_UNKNOWN.get(one.field, ()))
        changed |= dict.fromkeys(_COLUMNS.get(one.field, (one.field,)), one.value)
        if one.field == "event_type":
            changed["plover_type"] = one.value if one.value != "OTHER" else None
        if one.field == "due" and (row.get("earliest") or "") > one.value:
            changed["earliest"] = None
    return {**row, **{name: value for name, value in changed.items() if name in row}} if changed else row


def _laid_happening(row: Row, judged: Iterable[Correction]) -> Row:
    told = [of_happening(one, row["mentions"]) for one in judged]
    laid = _laid(row, told)
    states = [one.value for one in told if one.field == "state" and one.value is not None]
    if not states:
        return laid
    alleged = any(one.field == "standing" and one.value == "alleged" for one in judged)
    return {**laid, "standing": _STANDINGS.get(states[-1], "alleged" if alleged else "hypothetical")}


def _names(judged: Iterable[Correction]) -> Mapping[str, tuple[str, ...]]:
    """Give who is said to stand in each role."""
    told = [one for one in judged if one.value is not None]
    named = {("actors" if one.field == "holder" else one.field or ""): one.value or "" for one in told}
    return {
        role: tuple(name.strip() for name in named[field].split(";") if name.strip())
        for field, role in _ROLES.items()
        if field in named
    }


def _named(rows: Iterable[Row], column: str, named: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[Row]:
    """Have those stand in a role whom a person named: of what was read who is called so, else the name alone."""
    met: set[tuple[str, str, str]] = set()
    kept = (row for row in rows if _stays(row, named.get(row[column], {}), column, met))
    new = (
        _unlisted(column, key, role, name)
        for key, roles in sorted(named.items())
        for role, names in sorted(roles.items())
        for name in names
    )
    # Where the keys are one, those who were read come first.
    for row in merge(kept, new, key=itemgetter(column)):
        if row["key"] is not None or (row[column], row["role"], row["name"]) not in met:
            yield row


def _stays(row: Row, named: Mapping[str, tuple[str, ...]], column: str, met: set[tuple[str, str, str]]) -> bool:
    """Say whether somebody who was read stays in a role, and note who was met."""
    if row["role"] not in named:
        return True
    met.add((row[column], row["role"], row["name"]))
    return row["name"] in named[row["role"]]


def _unlisted(column: str, key: str, role: str, name: str) -> Row:
    nobody = dict.fromkeys(("key", "actor", "kind", "country", "sector"))
    return {**nobody, column: key, "role": role, "name": name}
