"""Coding sheets: findings of a ledger in their words, with columns for a person's verdicts."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.store import Answers
from newsledger.store.sampling import STRATA, VERDICTS, Agreement, Kind, Score, agree, draw, judged_rows, score

#: What of a finding is judged, by the name of its column in the store.
_SHOWN: Mapping[Kind, tuple[str, ...]] = {
    "events": (
        "type", "mode", "plover_type", "standing", "trigger", "actor", "actor_keys", "recipient", "recipient_keys",
        "reciprocal", "place", "place_country", "earliest", "latest", "block_role", "rule",
    ),
    "statements": ("type", "form", "source", "actor_key", "cue", "content", "addressee", "day", "block_role", "rule"),
    "expectations": (
        "type", "strength", "negated", "holder", "speaker", "action", "condition", "window", "earliest",
        "latest", "settled", "rule",
    ),
    "actors": ("type", "name", "key", "country", "sector", "role", "mentions"),
}  # fmt: skip
_ARTICLE = ("article_id", "url", "published", "headline")
#: Characters around an actor's first mention, whose sentence is not kept.
_AROUND = 150


def columns_of(of: Kind) -> tuple[str, ...]:
    """Give the columns of a sheet."""
    return ("of", "id", "stratum", "stratum_size", *_ARTICLE, "words", *_SHOWN[of], *VERDICTS[of], "note")


def coding_rows(store: Answers, of: Kind, *, by: Sequence[str], number: int, seed: int) -> Iterator[dict[str, str]]:
    """Draw findings, and give the lines of a sheet for them.

    Args:
        store: The ledger.
        of: Which findings; of events and expectations, distinct ones.
        by: What to stratify by.
        number: How many to draw.
        seed: Another one gives another sample.

    Raises:
        ValueError: There is no such thing to stratify by.
    """
    unknown = [name for name in by if name not in STRATA[of]]
    if unknown:
        raise ValueError(f"found {unknown[0]!r} to stratify {of} by, expected some of {', '.join(STRATA[of])}")
    for one in draw(store.population(of, by), number, seed):
        row = store.drawn(of, one.id)
        told = {name: row[name] for name in (*_ARTICLE, *_SHOWN[of])}
        told |= {"of": of, "id": one.id, "stratum": " | ".join(one.stratum) or "all", "stratum_size": one.size}
        yield {name: _cell(value) for name, value in {**told, "words": _in_context(of, row)}.items()}


def score_sheet(path: Path) -> tuple[Score, ...]:
    """Say how many findings of a sheet that people have filled in are right.

    Raises:
        NewsledgerError: It cannot be read, or is no such sheet.
    """
    of, rows = read_sheet(path)
    return tuple(score(of, rows))


def agree_sheets(one: Path, other: Path) -> tuple[Agreement, ...]:
    """Say how far two sheets agree that two people have filled in.

    Raises:
        NewsledgerError: One cannot be read, is no such sheet, or they have no finding in common.
    """
    of, rows = read_sheet(one)
    of_other, others = read_sheet(other)
    if of != of_other:
        raise NewsledgerError(f"{other}: found {of_other}, expected {of}, as in {one}")
    agreed = tuple(agree(of, rows, others))
    if not agreed:
        raise NewsledgerError(f"{other}: found no finding that {one} has judged, too; expected the same sheet twice")
    return agreed


def read_sheet(path: Path) -> tuple[Kind, list[dict[str, str]]]:
    """Read a sheet that people have filled in: of which findings it is, and its lines.

    Raises:
        NewsledgerError: It cannot be read, or is no such sheet.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NewsledgerError(f"{path}: cannot be read: {error}; save the sheet as CSV in UTF-8") from error
    # Spreadsheets of many countries part cells by semicolons.
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    lines = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return judged_rows(lines, str(path))
    except csv.Error as error:
        # A cell without end, as where a quotation mark is never closed.
        raise NewsledgerError(f"{path}:{lines.line_num}: cannot be read: {error}; save it as CSV again") from error


def _in_context(of: Kind, row: Mapping[str, Any]) -> str:
    """Give the sentence of a finding with its parts in brackets, each under its name."""
    if of == "actors":
        start, end = max(0, row["start"] - _AROUND), row["end"] + _AROUND
    else:
        start, end = row["sentence_start"], row["sentence_end"]
    # Of what ends at one place the inner closes first.
    marks = sorted((at, kind, length, text) for at, kind, length, text in _marks(of, row) if start <= at <= end)
    words, last = "", start
    for at, _, _, text in marks:
        words += row["text"][last:at] + text
        last = at
    return " ".join((words + row["text"][last:end]).split())


def _marks(of: Kind, row: Mapping[str, Any]) -> Iterator[tuple[int, int, int, str]]:
    for label, start, end in _parts(of, row):
        if start is not None:
            yield start, 1, start - end, f"[{label}: "
            yield end, 0, end - start, "]"


def _parts(of: Kind, row: Mapping[str, Any]) -> Iterator[tuple[str, int | None, int]]:
    if of == "events":
        for label in ("trigger", "actor", "recipient"):
            yield label, row[f"{label}_start"], row[f"{label}_end"]
    elif of == "expectations":
        for label in ("holder", "action"):
            yield label, row[f"{label}_start"], row[f"{label}_end"]
    elif of == "statements":
        for label, spans in json.loads(row["spans"]).items():
            yield from ((label, start, end) for start, end in spans)
    else:
        yield "actor", row["start"], row["end"]


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
