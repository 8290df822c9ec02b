"""Writes a work sheet a page for those who judge findings, and takes the filled ones back.

    python eval/judged/sheets.py write FOLDER              # pages/ID.txt to read, sheets/ID.tsv to fill
    python eval/judged/sheets.py write --new FOLDER        # only what nobody has judged as it is made now
    python eval/judged/sheets.py take FOLDER READER FILLED # a folder of filled sheets into the recipes beside this file
    python eval/judged/sheets.py agree                     # how far two readers agree, by field

``write`` reads each page with the current reader; what was asked is kept in FOLDER/asked.jsonl, so that sheets can be
taken back when the rules have changed meanwhile. Nothing of a page's words gets into the recipes: codes, places in the
drawn text, verdicts.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsledger.model import Capture
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parents[1]))
from cached_parses import parse
from judged.draw import pages
from judged.features import by_page, is_judged
from judged.items import FIELDS, KINDS, LETTERS, Item, Kind, items_of, moved
from moved_places import finder

HERE = Path(__file__).parent
#: What a reader may write of a field; "?" where it cannot be told.
SAID: dict[str, bool | None] = {"y": True, "n": False, "?": None}
#: In the first field: there is no such finding at all.
NONE = "none"
#: Each sixth page is for a second reader, too.
TWICE = 6

Row = dict[str, Any]


def main() -> None:
    """Write, take, or hold readers against each other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--only", nargs="*", help="ids of pages")
    writing.add_argument("--new", action="store_true", help="what has no verdict as it is made now")
    taking = commands.add_parser("take")
    taking.add_argument("folder", type=Path)
    taking.add_argument("reader")
    taking.add_argument("filled", type=Path)
    commands.add_parser("agree")
    options = parser.parse_args()
    if options.command == "write":
        write(options.folder, options.only, judged_rows() if options.new else {})
    elif options.command == "take":
        raise SystemExit(take(options.folder, options.reader, options.filled))
    else:
        for line in agreement():
            print(line)


def judged_rows() -> dict[Kind, dict[str, list[Row]]]:
    """Give all verdicts so far by kind and page."""
    return {kind: by_page(HERE / f"{kind}.jsonl") for kind in KINDS}


def write(folder: Path, only: list[str] | None, judged: Mapping[Kind, Mapping[str, list[Row]]]) -> None:
    """Write the sheets of all pages, or of some.

    Args:
        folder: Where to.
        only: Ids of pages; None for all.
        judged: What is not asked again. A page of which all is judged gets no sheet.
    """
    reader, counts = Reader.load("en"), Counter[str]()
    for name in ("pages", "sheets"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    asked, second = [], []
    for number, (page, text) in enumerate(pages()):
        if only and page["id"] not in only:
            continue
        record = reader.find(parse(reader, Capture(data=text, published=page["published"])))
        find = finder(record.article.text, text)
        drawn = ((item, moved(item, find)) for item in items_of(record, page["id"]))
        new = [
            (item, there)
            for item, there in drawn
            if not is_judged(there, judged.get(item.kind, {}).get(page["id"], ()))
        ]
        if judged and not new:
            continue
        named = _numbered(new)
        told = _page(page, record.article.text, {name: item for name, (item, _) in named.items()})
        (folder / "pages" / f"{page['id']}.txt").write_text(told, "utf-8")
        (folder / "sheets" / f"{page['id']}.tsv").write_text(_sheet(named), "utf-8")
        asked += [_asked(page["id"], name, there) for name, (_, there) in named.items()]
        counts.update(item.kind for item, _ in new)
        if number % TWICE == 0:
            second.append(page["id"])
    _write_rows(folder / "asked.jsonl", asked)
    (folder / "second.txt").write_text("".join(f"{one}\n" for one in second), "utf-8")
    print(", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS))


def _asked(page: str, name: str, there: Item) -> Row:
    places = {role: [list(one) for one in spans] for role, spans in there.places.items()}
    head = {"page": page, "name": name, "kind": there.kind, "finding": there.finding}
    return head | {"codes": there.codes, "places": places}


def take(folder: Path, reader: str, filled: Path) -> int:
    """Take the sheets of a reader back; what is wrong in them is told, and the rest is taken.

    Returns:
        1 where something was wrong or not filled in, else 0.
    """
    asked: dict[str, dict[str, Row]] = {}
    for row in _rows(folder / "asked.jsonl"):
        asked.setdefault(row["page"], {})[row["name"]] = row
    taken: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    faults = 0
    for path in sorted(filled.glob("*.tsv")):
        rows = asked.get(path.stem, {})
        verdicts, wrong = read_sheet(path.read_text("utf-8"), {name: row["kind"] for name, row in rows.items()})
        for line in wrong:
            print(f"{path.name}: {line}")
        faults += len(wrong)
        for name, verdict in verdicts.items():
            row = rows[name]
            kept = {key: row[key] for key in ("page", "finding", "codes", "places")}
            taken[row["kind"]].append(kept | {"reader": reader, "verdict": verdict})
    for kind, new in taken.items():
        join(HERE / f"{kind}.jsonl", new)
        print(f"{kind}: {len(new)} taken")
    _write_rows(HERE / "pages.jsonl", [page for page, _ in pages()])
    return int(faults > 0)


def read_sheet(text: str, kinds: Mapping[str, Kind]) -> tuple[dict[str, Row], list[str]]:
    """Read a filled sheet.

    Args:
        text: Its lines: the name of a finding and a verdict for each field, parted by tabs; ``#`` begins a remark.
        kinds: The kind of each finding that was asked for.

    Returns:
        The verdict on each field of each finding, and what is wrong with the sheet.
    """
    verdicts: dict[str, Row] = {}
    wrong = []
    for line in text.splitlines():
        name, *cells = (cell.strip() for cell in line.split("\t"))
        if not name or name.startswith("#"):
            continue
        if name not in kinds:
            wrong.append(f"found {name!r}, which was not asked for")
            continue
        fields = FIELDS[kinds[name]]
        said = [cell.lower() for cell in cells[: len(fields)]]
        if said and said[0] == NONE:
            verdicts[name] = dict.fromkeys(fields, False) | {"none": True}
        elif len(said) == len(fields) and all(one in SAID for one in said):
            verdicts[name] = {field: SAID[one] for field, one in zip(fields, said, strict=True)}
        else:
            wrong.append(f"{name}: found {' '.join(said)!r}, expected {len(fields)} of y, n, ?, or {NONE}")
    missing = [name for name in kinds if name not in verdicts]
    return verdicts, [*wrong, *([f"not judged: {' '.join(missing)}"] if missing else [])]


def agreement() -> Iterator[str]:
    """Say for each field how often two readers said the same, and how far beyond chance (Cohen 1960)."""
    for kind in KINDS:
        path = HERE / f"{kind}.jsonl"
        # What was asked again because a rule had changed it is another question.
        by_finding: dict[tuple[str, str, str], list[Row]] = {}
        for row in _rows(path) if path.exists() else ():
            asked = json.dumps([row["codes"], row["places"]], sort_keys=True)
            by_finding.setdefault((row["page"], row["finding"], asked), []).append(row["verdict"])
        both = [found[:2] for found in by_finding.values() if len(found) > 1]
        for field in FIELDS[kind]:
            pairs = [(one[field], other[field]) for one, other in both]
            yield f"{kind} {field}: {agreed([pair for pair in pairs if None not in pair])}"
        yield f"{kind} all: {agreed([(_all(kind, one), _all(kind, other)) for one, other in both])}"


def _all(kind: Kind, verdict: Row) -> bool:
    return all(verdict[field] is not False for field in FIELDS[kind])


def agreed(pairs: list[tuple[Any, ...]]) -> str:
    """Say how often two verdicts are the same, and how far beyond chance."""
    if not pairs:
        return "judged by one reader only"
    same = sum(one == other for one, other in pairs) / len(pairs)
    one, other = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    chance = one * other + (1 - one) * (1 - other)
    kappa = "-" if chance == 1 else f"{(same - chance) / (1 - chance):.2f}"
    return f"{same:.3f} of {len(pairs)}, kappa {kappa}; right by the first {one:.3f}, by the second {other:.3f}"


def _numbered(items: Iterable[tuple[Item, Item]]) -> dict[str, tuple[Item, Item]]:
    counts = Counter[Kind]()
    named = {}
    for item, there in items:
        counts[item.kind] += 1
        named[f"{LETTERS[item.kind]}{counts[item.kind]}"] = (item, there)
    return named


def _page(page: Row, text: str, items: Mapping[str, Item]) -> str:
    """Write what a reader reads: the text by numbered lines, then each finding."""
    day = f"published {page['published']}" if page["published"] else "no day of publication is given"
    lines = (line.strip() for line in text.split("\n"))
    numbered = [f"{number:3} {line}" for number, line in enumerate((line for line in lines if line), 1)]
    told = [f"{name}\t{item.told[0]}\n\t{item.told[1]}" for name, item in items.items()]
    return "\n".join([f"# {page['id']}: {day}", "", *numbered, "", *told, ""])


def _sheet(items: Mapping[str, tuple[Item, Item]]) -> str:
    lines = []
    for kind in KINDS:
        names = [name for name, (item, _) in items.items() if item.kind == kind]
        if names:
            lines.append("\t".join(["# id", *FIELDS[kind], "note"]))
            lines += ["\t".join([name, *[""] * len(FIELDS[kind])]) for name in names]
    return "".join(f"{line}\n" for line in lines)


def join(path: Path, new: list[Row]) -> None:
    """Add rows to a recipe; what a reader judged before is replaced."""
    rows = {(row["page"], row["finding"], row["reader"]): row for row in (_rows(path) if path.exists() else ())}
    rows |= {(row["page"], row["finding"], row["reader"]): row for row in new}
    if rows:
        _write_rows(path, [rows[key] for key in sorted(rows)])


def _write_rows(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    main()
