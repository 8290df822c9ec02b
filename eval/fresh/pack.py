"""Turns the annotation of fresh pages into a recipe that holds no word of them.

    python eval/fresh/pack.py FOLDER NAME [--without-texts]

FOLDER holds ``index.jsonl`` and ``gold.jsonl`` and, for each page, ``ID.txt``. The recipe ``NAME.jsonl`` is written
beside this file. Words become offsets into the text, found by exact search; words that are not found are an error.
Where the texts may not be kept, ``--without-texts`` leaves hash, length and offsets null and keeps the lines.
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
PLACES = ("trigger", "actor", "recipient", "source", "cue", "act", "holder")
#: Stands between the first and the last words of a content that is given in short.
CUT = " … "

Row = dict[str, Any]


def main() -> None:
    """Pack one folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("name")
    parser.add_argument("--without-texts", action="store_true")
    options = parser.parse_args()
    index = {row["id"]: row for row in _read(options.folder / "index.jsonl")}
    rows = []
    for gold in _read(options.folder / "gold.jsonl"):
        path = options.folder / f"{gold['id']}.txt"
        # Bytes, not `read_text`: that would turn the page's line ends into others and move offsets.
        text = None if options.without_texts else path.read_bytes().decode()
        rows.append(pack(index[gold["id"]], gold, text))
    out = HERE / f"{options.name}.jsonl"
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    print(f"{out.name}: {len(rows)} pages, {sum(row['sha256'] is not None for row in rows)} with a text")


def pack(page: Row, gold: Row, text: str | None) -> Row:
    """One page's recipe: where it is from, what its text hashes to, and where in it things stand.

    Args:
        page: The page's row of the index.
        gold: Its annotation, with words.
        text: Its text, or None where it may not be kept.

    Returns:
        The row to write; it has no word of the page. Traps and names are words, and are only counted.

    Raises:
        ValueError: Words of the annotation are not in the text.
    """
    try:
        return {
            **page,
            "sha256": text if text is None else hashlib.sha256(text.encode()).hexdigest(),
            "length": text if text is None else len(text),
            "date": gold["date"],
            "headline": _place(gold["headline"], text),
            "lead": _located(gold["lead"], text),
            **{part: [_located(row, text) for row in gold[part]] for part in ("events", "expectations")},
            "statements": [
                _located(row, text) | {"content": _content(row["content"], text)} for row in gold["statements"]
            ],
            "countries": [actor["country"] for actor in gold["actors"]],
            "traps": len(gold["traps"]),
        }
    except ValueError as error:
        raise ValueError(f"{page['id']}: {error}") from error


def _read(path: Path) -> Iterator[Row]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def _located(row: Row, text: str | None) -> Row:
    return {key: _place(value, text) if key in PLACES else value for key, value in row.items()}


def _content(content: str | Row, text: str | None) -> Row:
    """Where a content stands that is given by how it begins and how it ends."""
    if isinstance(content, str):
        first, _, last = content.partition(CUT)
        content = {"from": first, "to": last or first}
    begin, end = _place(content["from"], text), _place(content["to"], text)
    if begin is None or end is None:
        raise ValueError("a content needs words")
    if text is None:
        return {"lines": [begin["line"], end["line"]]}
    if end["end"] < begin["start"]:
        raise ValueError(f"content ends before it begins: {content}")
    return {"start": begin["start"], "end": end["end"]}


def _place(words: str | Mapping[str, Any] | None, text: str | None) -> Row | None:
    """Where words stand: given as they are, or by the line that holds them and their number in it."""
    if words is None:
        return None
    if text is None:
        if isinstance(words, str):
            raise ValueError(f"without a text, {words!r} needs a line")
        return {"line": words["line"]}
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
