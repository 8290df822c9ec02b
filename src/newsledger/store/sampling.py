"""Draws findings to be judged by people, and says how many were right. Pure."""

import hashlib
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from newsledger.errors import NewsledgerError

Kind = Literal["events", "statements", "expectations", "actors"]
#: By what each kind may be stratified.
STRATA: Mapping[Kind, tuple[str, ...]] = {
    "events": ("type", "standing", "rule", "block_role", "year"),
    "statements": ("type", "form", "rule", "block_role", "year"),
    "expectations": ("type", "strength", "rule", "year"),
    "actors": ("type", "country", "sector"),
}
#: The columns that people fill in; the first is for the finding as a whole.
VERDICTS: Mapping[Kind, tuple[str, ...]] = {
    "events": ("verdict", "right_type", "right_standing", "right_actor", "right_recipient", "right_date"),
    "statements": ("verdict", "right_source", "right_content", "right_attitude"),
    "expectations": ("verdict", "right_kind", "right_holder", "right_window"),
    "actors": ("verdict", "right_kind", "right_country"),
}
_GROUPS = ("type", "standing", "rule")
_RIGHT, _WRONG = frozenset({"y", "yes", "1", "true", "right"}), frozenset({"n", "no", "0", "false", "wrong"})
_UNJUDGED = frozenset({"", "?"})
#: Of the normal distribution, for 95 in 100.
_Z = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One finding of a sample.

    Attributes:
        stratum: What it was drawn among.
        size: How many there are of these.
    """

    id: str
    stratum: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many of some judged findings are right.

    Attributes:
        verdict: The column of the sheet.
        group: What they have in common: overall, type, standing or rule.
        judged: How many were judged.
        right: How many of them are right, as they stand in the sheet.
        precision: The share that is right of all that were drawn from: each stratum counts by its size.
        low: Lower end of its 95% interval (Wilson's, over the effective size).
        high: Upper end.
        effective: The size of a plain sample that would say as much (Kish 1965).
    """

    verdict: str
    group: str
    value: str
    judged: int
    right: int
    precision: float
    low: float
    high: float
    effective: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two readers of one sheet agree on a verdict.

    Attributes:
        verdict: The column of the sheet.
        judged: How many findings both have judged.
        same: The share on which they say the same.
        kappa: How far that is beyond chance (Cohen 1960); None where all say one thing.
        first: The share that the first finds right.
        second: The share that the second finds right.
    """

    verdict: str
    judged: int
    same: float
    kappa: float | None
    first: float
    second: float


def draw(population: Iterable[tuple[str, tuple[str, ...]]], number: int, seed: int) -> tuple[Drawn, ...]:
    """Draw a sample: of each stratum as many, or all where there are fewer.

    The same findings and seed give the same sample, in whichever order they come.

    Args:
        population: Each finding's id and stratum.
        number: How many in all.
        seed: Another one gives another sample.
    """
    sizes: dict[tuple[str, ...], int] = defaultdict(int)
    lowest: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for identifier, stratum in population:
        sizes[stratum] += 1
        # A heap of those with the lowest numbers: no more is in memory, however many there are.
        entry = (-_number(seed, identifier), identifier)
        if len(lowest[stratum]) < number:
            heapq.heappush(lowest[stratum], entry)
        else:
            heapq.heappushpop(lowest[stratum], entry)
    shares = _shares(sizes, number, seed)
    drawn = [
        (negative, Drawn(id=identifier, stratum=stratum, size=sizes[stratum]))
        for stratum, heap in lowest.items()
        for negative, identifier in heapq.nlargest(shares[stratum], heap)
    ]
    return tuple(one for _, one in sorted(drawn, key=lambda pair: (-pair[0], pair[1].id)))


def score(kind: Kind, rows: Sequence[Mapping[str, str]]) -> Iterator[Score]:
    """Say how many findings of a sheet are right, overall and by type, standing and rule.

    Args:
        kind: Of the findings.
        rows: The sheet's lines, as ``judged_rows`` has checked them.
    """
    for verdict in VERDICTS[kind]:
        judged = [row for row in rows if row.get(verdict, "").strip().lower() not in _UNJUDGED]
        weights = _weights(judged)
        groups = {("overall", "all"): list(range(len(judged)))}
        for name in _GROUPS:
            for at, row in enumerate(judged):
                if name in row:
                    groups.setdefault((name, row[name]), []).append(at)
        for (group, value), places in sorted(groups.items(), key=lambda one: (one[0][0] != "overall", one[0])):
            if places:
                right = [judged[at][verdict].strip().lower() in _RIGHT for at in places]
                yield _score((verdict, group, value), right, [weights[at] for at in places])


def agree(kind: Kind, one: Sequence[Mapping[str, str]], other: Sequence[Mapping[str, str]]) -> Iterator[Agreement]:
    """Say how far two readers agree, column by column, on the findings that both have judged.

    Args:
        kind: Of the findings.
        one: The lines of the first sheet, as ``judged_rows`` has checked them.
        other: The lines of the second.
    """
    second = {row["id"]: row for row in other}
    for verdict in VERDICTS[kind]:
        said = [
            (row.get(verdict, "").strip().lower(), second[row["id"]].get(verdict, "").strip().lower())
            for row in one
            if row["id"] in second
        ]
        pairs = [(first in _RIGHT, last in _RIGHT) for first, last in said if not {first, last} & _UNJUDGED]
        if pairs:
            yield _agreement(verdict, pairs)


def judged_rows(rows: Iterable[Mapping[str | None, str | None]], where: str) -> tuple[Kind, list[dict[str, str]]]:
    """Check a sheet that people have filled in.

    Args:
        rows: Its lines.
        where: Its name, for what is told.

    Raises:
        NewsledgerError: It is no such sheet, or holds something else than verdicts.
    """
    found: list[dict[str, str]] = []
    kinds: set[str] = set()
    ids: set[str] = set()
    for line, cells in enumerate(rows, 2):
        row = {name: value or "" for name, value in cells.items() if isinstance(name, str)}
        missing = [name for name in ("of", "id", "stratum", "stratum_size", "verdict") if name not in row]
        if missing:
            raise NewsledgerError(f"{where}: found no column {missing[0]!r}, expected a sheet of 'newsledger sample'")
        _check(row, f"{where}:{line}", ids)
        kinds.add(row["of"])
        ids.add(row["id"])
        found.append(row)
    if len(kinds) != 1:
        told = f"findings of {len(kinds)} kinds" if kinds else "a sheet without lines"
        raise NewsledgerError(f"{where}: found {told}, expected one kind, as 'newsledger sample' writes it")
    (of,) = kinds
    kind: Kind = next(one for one in STRATA if one == of)
    if not any(row["verdict"].strip() not in _UNJUDGED for row in found):
        raise NewsledgerError(f"{where}: found no verdict, expected y or n in the column 'verdict'")
    return kind, found


def share_of(names: tuple[str, str, str], right: Sequence[bool]) -> Score:
    """Say how many of some findings are right that were judged as they came.

    Args:
        names: The column, and what the findings have in common.
        right: Of each, whether it is; at least one.
    """
    return _score(names, right, [1.0] * len(right))


def is_right(verdict: str) -> bool | None:
    """Read a verdict; None where there is none."""
    said = verdict.strip().lower()
    return None if said in _UNJUDGED else said in _RIGHT


def _check(row: Mapping[str, str], where: str, ids: set[str]) -> None:
    if row["of"] not in STRATA:
        raise NewsledgerError(f"{where}: found findings of {row['of']!r}, expected one of {', '.join(STRATA)}")
    if row["id"] in ids:
        raise NewsledgerError(f"{where}: found {row['id']} a second time, expected each finding once")
    if not row["stratum_size"].isdecimal() or int(row["stratum_size"]) < 1:
        raise NewsledgerError(f"{where}: found the stratum_size {row['stratum_size']!r}, expected the number as it was")
    for name, value in row.items():
        is_verdict = name == "verdict" or name.startswith("right_")
        if is_verdict and value.strip().lower() not in _RIGHT | _WRONG | _UNJUDGED:
            raise NewsledgerError(f"{where}: found {value!r} as {name}, expected y, n, or nothing")


def _number(seed: int, identifier: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}\x1f{identifier}".encode()).digest()[:8])


def _shares(sizes: Mapping[tuple[str, ...], int], number: int, seed: int) -> dict[tuple[str, ...], int]:
    """Share a number out among strata: to each as many, and what one cannot take goes to the others."""
    shares = dict.fromkeys(sizes, 0)
    order = sorted(sizes, key=lambda stratum: _number(seed, "\x1f".join(stratum)))
    left = min(number, sum(sizes.values()))
    while left:
        for stratum in order:
            if left and shares[stratum] < sizes[stratum]:
                shares[stratum] += 1
                left -= 1
    return shares


def _weights(rows: Sequence[Mapping[str, str]]) -> list[float]:
    """Give how many findings each judged one stands for."""
    judged: dict[str, int] = defaultdict(int)
    for row in rows:
        judged[row["stratum"]] += 1
    return [int(row["stratum_size"]) / judged[row["stratum"]] for row in rows]


def _score(names: tuple[str, str, str], right: Sequence[bool], weights: Sequence[float]) -> Score:
    total = sum(weights)
    share = sum(weight for weight, one in zip(weights, right, strict=True) if one) / total
    effective = total**2 / sum(weight**2 for weight in weights)
    low, high = _wilson(share, effective)
    verdict, group, value = names
    return Score(
        verdict=verdict,
        group=group,
        value=value,
        judged=len(right),
        right=sum(right),
        precision=share,
        low=low,
        high=high,
        effective=effective,
    )


def _agreement(verdict: str, pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    number = len(pairs)
    first, second = (sum(column) / number for column in zip(*pairs, strict=True))
    same = sum(one == other for one, other in pairs) / number
    chance = first * second + (1 - first) * (1 - second)
    kappa = None if chance == 1 else (same - chance) / (1 - chance)
    return Agreement(verdict=verdict, judged=number, same=same, kappa=kappa, first=first, second=second)


def _wilson(share: float, number: float) -> tuple[float, float]:
    """Give the 95% interval of a share (Wilson 1927); unlike the plain one it is of use for few, and near 0 and 1."""
    middle = (share + _Z**2 / (2 * number)) / (1 + _Z**2 / number)
    half = _Z * sqrt(share * (1 - share) / number + _Z**2 / (4 * number**2)) / (1 + _Z**2 / number)
    return max(0.0, middle - half), min(1.0, middle + half)
