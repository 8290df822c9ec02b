"""Turns the annotation of fresh pages into a recipe that holds no word of them.

    python eval/fresh/pack.py FOLDER GOLD.jsonl

FOLDER is what ``draw.py`` made. ``GOLD.jsonl`` gives words; the recipes ``read.jsonl`` and ``sealed.jsonl`` beside this
file give places instead, found by exact search. Words that are not found are an error.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
#: Parts of an annotation that are words of the page, and become places.
PLACES = ("trigger", "actor", "recipient", "source", "cue", "act", "holder", "name")
#: Stands between the first and the last words of a content that is given in short.
CUT = " … "

Row = dict[str, Any]


def main() -> None:
    """Pack an annotation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    golds = {row["id"]: row for row in _read(options.gold)}
    rows: dict[str, list[Row]] = {}
    for page in _read(options.folder / "index.jsonl"):
        if page["id"] in golds:
            # Bytes, not `read_text`: that would turn the page's line ends into others and move offsets.
            text = (options.folder / f"{page['id']}.txt").read_bytes().decode()
            rows.setdefault(page.pop("half"), []).append(pack(page, golds[page["id"]], text))
    for half, packed in rows.items():
        out = HERE / f"{half}.jsonl"
        out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in packed), "utf-8")
        print(f"{out.name}: {len(packed)} pages")


def pack(page: Row, gold: Row, text: str) -> Row:
    """One page's recipe: where it is from, what its text hashes to, and where in it things stand.

    Args:
        page: The page's row of the index.
        gold: Its annotation, with words.
        text: Its text.

    Returns:
        The row to write; it has no word of the page. Traps are only counted.

    Raises:
        ValueError: Words of the annotation are not in the text.
    """
    try:
        return {
            **page,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "date": gold["date"],
            "headline": _place(gold["headline"], text),
            "lead": None if gold["lead"] is None else _located(gold["lead"], text),
            **{part: [_located(row, text) for row in gold[part]] for part in ("events", "expectations", "actors")},
            "statements": [
                _located(row, text) | {"content": _content(row["content"], text)} for row in gold["statements"]
            ],
            "traps": len(gold["traps"]),
        }
    except ValueError as error:
        raise ValueError(f"{page['id']}: {error}") from error


def _read(path: Path) -> Iterator[Row]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def _located(row: Row, text: str) -> Row:
    return {key: _place(value, text) if key in PLACES else value for key, value in row.items()}


def _content(content: str | Row, text: str) -> Row:
    """Where a content stands that is given by how it begins and how it ends."""
    if isinstance(content, str):
        first, _, last = content.partition(CUT)
        content = {"from": first, "to": last or first}
    begin, last = _place(content["from"], text), content["to"]
    if begin is None or last is None:
        raise ValueError("a content needs words")
    # Its last words may stand further up, too.
    end = _find(last, text, begin["start"], len(text)) if isinstance(last, str) else _place(last, text)
    if end is None or end["end"] <= begin["start"]:
        raise ValueError(f"content ends before it begins: {content}")
    return {"start": begin["start"], "end": end["end"]}


def _place(words: str | Mapping[str, Any] | None, text: str) -> Row | None:
    """Where words stand: given as they are, or by the line that holds them and their number in it."""
    if words is None:
        return None
    if isinstance(words, str):
        return _find(words, text, 0, len(text))
    start, end = _line(words["line"], text)
    if "words" not in words:
        return {"start": start, "end": end}
    return _find(words["words"], text, start, end, words.get("nth", 1))


def _line(number: int, text: str) -> tuple[int, int]:
    """The line of that number, blank lines not counted, without white space around it."""
    offset, seen = 0, 0
    for line in text.split("\n"):
        seen += bool(line.strip())
        if line.strip() and seen == number:
            start = offset + len(line) - len(line.lstrip())
            return start, start + len(line.strip())
        offset += len(line) + 1
    raise ValueError(f"no line {number}, there are {seen}")


def _find(words: str, text: str, start: int, end: int, nth: int = 1) -> Row:
    found = next(islice(_occurrences(words, text, start, end), nth - 1, None), None)
    if found is None:
        raise ValueError(f"{words!r} does not stand {nth} times in {text[start:end][:60]!r}")
    return {"start": found, "end": found + len(words)}


def _occurrences(words: str, text: str, start: int, end: int) -> Iterator[int]:
    found = text.find(words, start, end)
    while found >= 0:
        yield found
        found = text.find(words, found + len(words), end)


if __name__ == "__main__":
    main()
