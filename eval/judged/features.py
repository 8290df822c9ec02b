"""Measures the features of judged findings anew: the step between verdicts and the model, run again when rules change.

    python eval/judged/features.py

Each page is drawn from the kits and read by the current reader. A finding that is still made has its verdict. Where a
field has changed, what was right is now wrong, and what was wrong is not known: such a finding is left out unless
another field is wrong. One that is no longer made is left out.

``features/KIND.tsv`` has a line for each finding and reader: page, finding, reader, whether it is right, whether each
field is (``?`` where that is not known), its entries by record (``@NAME``), its values. It holds no sentence of a page,
and is all that training needs.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.confidence import facts_of
from newsledger.confidence.facts import Facts
from newsledger.model import WEIGHED, Capture, Record, Weighed
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parents[1]))
from cached_parses import parse
from judged.draw import pages
from judged.items import FIELDS, Item, Teller, moved
from moved_places import finder

HERE = Path(__file__).parent
#: The role by which a finding is found again, and the roles and codes that decide each field.
FIRST = {"events": "trigger", "statements": "content", "expectations": "action", "countries": "mentions"}
DECIDING: dict[Weighed, dict[str, tuple[str, ...]]] = {
    "events": {
        "type": ("event_type", "other_kind"),
        "actor": ("actor", "reciprocal"),
        "recipient": ("recipient", "reciprocal"),
        "standing": ("standing",),
    },
    "statements": {"speaker": ("source",), "extent": ("content",)},
    "expectations": {
        "act": ("action", "negated"),
        "holder": ("holder",),
        "window": ("earliest", "latest"),
        "kind": ("kind",),
    },
    "countries": {"country": ("country", "country_inferred")},
}
#: Whether there is such a finding at all.
TOLD = "told"
#: Between the entries of a finding.
JOINT = " | "
_SAID = {True: "1", False: "0", None: "?"}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A finding with its facts, as it is kept.

    Attributes:
        right: Each field is.
        fields: Whether each is; ``told`` whether there is such a finding at all, without which no other is known.
    """

    page: str
    reader: str
    right: bool
    fields: Mapping[str, bool | None]
    facts: Facts


def main() -> None:
    """Measure all."""
    found: dict[Weighed, list[Measured]] = {kind: [] for kind in WEIGHED}
    judged = {kind: by_page(HERE / f"{kind}.jsonl") for kind in WEIGHED}
    wanted = {page for rows in judged.values() for page in rows}
    reader = Reader.load("en")
    for page, text in pages():
        if page["id"] not in wanted:
            continue
        doc = parse(reader, Capture(data=text, published=page["published"]))
        record = reader.find(doc)
        facts = facts_of(record, reader.analyse(doc))
        now = items_by_kind(record, text)
        for kind in WEIGHED:
            by_finding = {one.finding: one for one in facts[kind]}
            for row, item, right in known(kind, judged[kind].get(page["id"], ()), now[kind]):
                found[kind].append(
                    Measured(
                        page=page["id"],
                        reader=row["reader"],
                        right=right,
                        fields=_by_field(kind, row, item),
                        facts=by_finding[item.finding],
                    )
                )
    for kind, rows in found.items():
        write(HERE / "features" / f"{kind}.tsv", rows)
        print(f"{kind}: {len(rows)} measured, {sum(row.right for row in rows)} right")


def by_page(path: Path) -> dict[str, list[Row]]:
    """Give the rows of a recipe by page; none where there is no recipe yet."""
    rows: dict[str, list[Row]] = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        rows.setdefault(row["page"], []).append(row)
    return rows


def items_by_kind(record: Record, text: str) -> dict[Weighed, list[Item]]:
    """Give all findings of a record as items, their places in the drawn text."""
    tell = Teller(record=record)
    find = finder(record.article.text, text)

    return {
        "events": [moved(tell.event(one), find) for one in record.events],
        "statements": [moved(tell.statement(one), find) for one in record.statements],
        "expectations": [moved(tell.expectation(one), find) for one in record.expectations],
        "countries": [moved(tell.country(one), find) for one in record.actors if one.likely_country],
    }


def known(kind: Weighed, rows: Sequence[Row], items: Sequence[Item]) -> Iterator[tuple[Row, Item, bool]]:
    """Give each verdict that holds for a finding as it is made now.

    Where a finding was asked again, since a rule had changed it, only the verdict on what it is now counts.
    """
    met = [(row, *still(kind, row, items)) for row in rows]
    as_now = {item.finding for row, item, _ in met if item is not None and _unchanged(row, item)}
    for row, item, right in met:
        if item is not None and right is not None and (item.finding not in as_now or _unchanged(row, item)):
            yield row, item, right


def still(kind: Weighed, row: Row, items: Sequence[Item]) -> tuple[Item | None, bool | None]:
    """Find a judged finding again, and say whether it is right as it is now; None where that is not known."""
    place = row["places"][FIRST[kind]]
    here = [item for item in items if _meet(item.places[FIRST[kind]], place)]
    item = max(here, key=lambda one: (one.finding == row["finding"], _common(one, row)), default=None)
    if item is None:
        return None, None
    fields = _by_field(kind, row, item).values()
    return item, False if False in fields else None if None in fields else True


def _by_field(kind: Weighed, row: Row, item: Item) -> dict[str, bool | None]:
    fields = {
        field: _field(verdict=row["verdict"][field], same=_same(kind, field, row, item)) for field in FIELDS[kind]
    }
    if len(fields) == 1:
        return fields
    if row["verdict"].get("none"):
        return {TOLD: False} | dict.fromkeys(fields)
    return {TOLD: True} | fields


def is_judged(item: Item, rows: Iterable[Row]) -> bool:
    """Say whether a finding, its places in the drawn text, was judged with all its fields as they are now."""
    first = FIRST[item.kind]
    return any(_meet(item.places[first], row["places"][first]) and _unchanged(row, item) for row in rows)


def _unchanged(row: Row, item: Item) -> bool:
    return all(_same(item.kind, field, row, item) for field in FIELDS[item.kind])


def _field(*, verdict: bool | None, same: bool) -> bool | None:
    """Say whether a field is right: what was right and has changed is wrong, what was wrong may be right now."""
    if same:
        return verdict
    return False if verdict else None


def _same(kind: Weighed, field: str, row: Row, item: Item) -> bool:
    for name in DECIDING[kind][field]:
        if name in row["places"]:
            was, now = row["places"][name], item.places[name]
            named = f"{name}_named"
            alike = bool(was) == bool(now) and (not was or _meet(was, now) or _links(row, item, named))
            if not alike or (name in ("content", "action") and not _mostly(was, now)):
                return False
        elif row["codes"].get(name) != item.codes.get(name):
            return False
    return True


def _links(row: Row, item: Item, named: str) -> bool:
    return _meet(row["places"].get(named, []), item.places.get(named, []))


def _meet(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> bool:
    others = list(other)
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in others)


def _mostly(was: Sequence[Sequence[int]], now: Sequence[Sequence[int]]) -> bool:
    """Say whether two extents are the same but for a few words that change nothing."""
    one, other = (was[0][0], was[-1][1]), (now[0][0], now[-1][1])
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= 0.8 * max(one[1] - one[0], other[1] - other[0])


def _common(item: Item, row: Row) -> int:
    return sum(item.codes.get(name) == value for name, value in row["codes"].items())


def write(path: Path, rows: Sequence[Measured]) -> None:
    """Write measured findings as a table."""
    path.parent.mkdir(exist_ok=True)
    fields = list(rows[0].fields) if rows else []
    records = sorted({name for row in rows for name in row.facts.entries})
    names = sorted({name for row in rows for name in row.facts.values})
    head = ["page", "finding", "reader", "right", *(f"?{one}" for one in fields), *(f"@{one}" for one in records)]
    lines = ["\t".join([*head, *names])]
    for row in sorted(rows, key=lambda one: (one.page, one.facts.finding, one.reader)):
        cells = [row.page, row.facts.finding, row.reader, _SAID[row.right]]
        cells += [_SAID[row.fields[field]] for field in fields]
        cells += [JOINT.join(row.facts.entries.get(name, ())) for name in records]
        lines.append("\t".join([*cells, *(_short(row.facts.values.get(name, 0)) for name in names)]))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def read(path: Path) -> Iterator[Measured]:
    """Read what ``write`` wrote."""
    said = {sign: value for value, sign in _SAID.items()}
    head, *lines = path.read_text("utf-8").splitlines()
    names = head.split("\t")
    for line in lines:
        cells = dict(zip(names, line.split("\t"), strict=True))
        page, finding, reader, right = (cells.pop(name) for name in names[:4])
        facts = Facts(
            finding=finding,
            values={name: float(value) for name, value in cells.items() if name[0] not in "?@"},
            entries={name[1:]: tuple(value.split(JOINT)) for name, value in cells.items() if name[0] == "@" and value},
        )
        fields = {name[1:]: said[value] for name, value in cells.items() if name[0] == "?"}
        yield Measured(page=page, reader=reader, right=right == "1", fields=fields, facts=facts)


def _short(value: float) -> str:
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    main()
