"""Takes in what persons judged: one finding, what was exported elsewhere, or a coding sheet that was filled in."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from io import StringIO
from pathlib import Path

import msgspec

from newsledger.errors import NewsledgerError
from newsledger.ledger.grouping import regroup_judged
from newsledger.ledger.judging.coding import read_sheet
from newsledger.model import Correction, Judgeable, Verdict
from newsledger.show.telling.steering import from_cell
from newsledger.store import Store
from newsledger.store.corrections import Judge, Taken, checked, corrected, same_or_other, undoing
from newsledger.store.sampling import Kind, is_right

#: Of each kind of a sheet: what it is, and the field that each column of verdicts is about.
_SHEETS: Mapping[Kind, tuple[Judgeable, Mapping[str, str]]] = {
    "events": (
        "event",
        {
            "right_type": "event_type",
            "right_standing": "standing",
            "right_actor": "actors",
            "right_recipient": "recipients",
            "right_date": "day",
        },
    ),
    "statements": (
        "statement",
        {"right_source": "who", "right_content": "content", "right_attitude": "attitude"},
    ),
    "expectations": (
        "expectation",
        {"right_kind": "kind", "right_holder": "holder", "right_window": "due"},
    ),
    "actors": ("actor", {"right_kind": "kind", "right_country": "country"}),
}


def correct(
    store: Store, what: tuple[str, Verdict, str | None], judge: Judge, said: Mapping[str, str | None]
) -> Correction:
    """Keep what a person judged of one finding, or of two actors.

    Args:
        store: The ledger.
        what: The id of the finding, the verdict, and of two actors the id of the second.
        judge: Who judged.
        said: The ``field`` that is wrong, and its ``value``.

    Raises:
        ValueError: These do not go together.
        NewsledgerError: There is no such finding.
    """
    identifier, verdict, other = what
    now, kind = store.corrections.subject(identifier, field=said["field"])
    match verdict:
        case "same" | "other":
            second, of = store.corrections.subject(other or "")
            if kind != "actor" or of != "actor":
                raise ValueError(f"found {verdict!r} of {kind} and {of}, expected the ids of two actors")
            made = same_or_other((now, second), verdict, judge)
        case "right" | "wrong" | "not_there" if other is None:
            made = corrected((now, kind), verdict, judge, field=said["field"], value=said["value"])
        case _:
            raise ValueError(f"found {verdict!r} and {other!r}, expected a second actor with 'same' and 'other' only")
    _keep(store, [made])
    return made


def undo(store: Store, correction: str | None, judge: Judge) -> Correction:
    """Take a correction back; without an id, the last one of this judge that stands.

    Raises:
        NewsledgerError: There is none.
    """
    if correction is None:
        stands = [one for ones in store.corrections.standing().values() for one in ones if one.by == judge.by]
        if not stands:
            raise NewsledgerError(
                f"found nothing that {judge.by} judged and that stands; expected the id of a correction"
            )
        last = max(stands, key=lambda one: (one.at, one.id))
        correction = last.id
    made = undoing(store.corrections.get(correction), judge)
    _keep(store, [made])
    return made


def take_in(store: Store, path: Path, judge: Judge) -> tuple[Taken, ...]:
    """Keep what a file holds: corrections as they were exported, or a coding sheet that was filled in.

    Args:
        store: The ledger.
        path: JSON Lines, or CSV.
        judge: Who filled in the sheet; corrections name their own judges.

    Raises:
        NewsledgerError: The file cannot be read, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NewsledgerError(f"{path}: cannot be read: {error}; expected JSON Lines or CSV in UTF-8") from error
    if text.lstrip().startswith("{"):
        found = _of_lines(text, str(path))
    elif "stratum_size" in text.partition("\n")[0]:
        found = _of_sheet(store, path, judge)
    else:
        found = _of_csv(text, str(path))
    return _keep(store, list(found))


def _keep(store: Store, made: Sequence[Correction]) -> tuple[Taken, ...]:
    """Keep corrections, and have persons be who they are by these."""
    taken = store.corrections.keep(made)
    if any(one.kind == "actor" for one in made):
        regroup_judged(store)
    return taken


def _of_lines(text: str, where: str) -> Iterator[Correction]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield checked(msgspec.json.decode(line, type=Correction))
            except (ValueError, RecursionError, msgspec.MsgspecError) as error:
                raise NewsledgerError(f"{where}:{number}: {error}; expected a correction as it was exported") from error


def _of_csv(text: str, where: str) -> Iterator[Correction]:
    names = {field.name for field in fields(Correction)}
    lines = csv.DictReader(StringIO(text, newline=""))
    told = "expected corrections as they were exported, or a filled-in sheet of 'newsledger sample'"
    if text.strip() and "verdict" not in text.partition("\n")[0]:
        raise NewsledgerError(f"{where}:1: found no column 'verdict', {told}")
    try:
        for row in lines:
            tree = {name: from_cell(cell) for name, cell in row.items() if name in names and cell}
            yield checked(msgspec.convert(tree, Correction))
    except (ValueError, msgspec.MsgspecError, csv.Error) as error:
        raise NewsledgerError(f"{where}:{lines.line_num}: {error}; {told}") from error


def _of_sheet(store: Store, path: Path, judge: Judge) -> Iterator[Correction]:
    """Give what a sheet says that does not stand already: read twice it is there once."""
    of, rows = read_sheet(path)
    kind, columns = _SHEETS[of]
    for row in rows:
        now = store.resolve(row["id"])
        there = store.corrections.standing([now]).get(now, ())
        known = {(one.by, one.verdict, one.field) for one in there}
        for one in _of_row((now, kind), row, columns, replace(judge, why=row.get("note", "").strip() or judge.why)):
            if (one.by, one.verdict, one.field) not in known:
                yield one


def _of_row(
    finding: tuple[str, Judgeable], row: Mapping[str, str], columns: Mapping[str, str], judge: Judge
) -> Iterator[Correction]:
    wrong = [field for column, field in columns.items() if is_right(row.get(column, "")) is False]
    verdict = is_right(row["verdict"])
    if wrong:
        yield from (corrected(finding, "wrong", judge, field=field) for field in wrong)
    elif verdict is not None:
        yield corrected(finding, "right" if verdict else "wrong", judge)
