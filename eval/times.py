"""Scores of the times room: TempEval-3's measures on TimeBank and AQUAINT, windows on outlook passages.

Run as ``.venv/bin/python eval/times.py``; figures under plain names are of the half that nobody has read.
"""

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from newsledger.model import Annotated, Capture, Timex
from newsledger.pipeline import Reader
from newsledger.times import find, resolve

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
Row = dict[str, Any]
# "Friday", "late Monday night", "September", "early May"; not "last Friday", "May 3", "May 1998".
_BARE = re.compile(
    r"""((early|late|mid)[- ]?)?
    ((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(\s(morning|afternoon|evening|night))?
    |January|February|March|April|May|June|July|August|September|October|November|December)""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?!\d)")
_BOTH = re.compile(r"^(all|stated|vague) .*found (\d+)\s+both (\d+) .*both/n ([\d.]+)", re.MULTILINE)


def score(reader: Reader) -> dict[str, float]:
    """Measure the times room; ``….read`` are figures of the half whose errors may be read."""
    scorer = _script(GOLD / "times" / "score_times.py")
    figures: dict[str, float] = {}
    for half, remainder in (("", 1), (".read", 0)):
        for name in ("timebank", "aquaint"):
            figures |= _timex3(reader, scorer, name, remainder, half)
        figures |= _direction(reader, remainder, half)
        figures |= _windows(reader, remainder, half)
    return figures


def _timex3(reader: Reader, scorer: ModuleType, name: str, remainder: int, half: str) -> dict[str, float]:
    rows = {row["id"]: row for row in _half(f"times/{name}.jsonl", remainder)}
    pred = {key: {"id": key, "timexes": timexes(reader, row["text"], row["dct"][:10])} for key, row in rows.items()}
    found = scorer.score(rows, pred)
    return {
        f"times.{name}_{measure}{half}": found[measure]["F1"] / 100
        for measure in ("strict", "relaxed", "type", "value", "strict_value")
    }


def _direction(reader: Reader, remainder: int, half: str) -> dict[str, float]:
    """Measure on which side of the publication day bare weekdays and months are put; one not found counts as wrong."""
    sides = [
        (_side(gold["value"], row["dct"]), _side(_value_over(found, gold), row["dct"]))
        for name in ("timebank", "aquaint")
        for row in _half(f"times/{name}.jsonl", remainder)
        for found in [timexes(reader, row["text"], row["dct"][:10])]
        for gold in row["timexes"]
        if _BARE.fullmatch(gold["text"].strip())
    ]
    known = [(wanted, given) for wanted, given in sides if wanted is not None]
    ahead = [(wanted, given) for wanted, given in known if wanted > 0]
    return {
        f"times.{name}{half}": sum(wanted == given for wanted, given in pairs) / max(len(pairs), 1)
        for name, pairs in (("direction", known), ("direction_ahead", ahead))
    }


def _side(value: str | None, published: str) -> int | None:
    """Say whether a day or month lies before (-1), on (0) or after (1) the day of publication."""
    if value is None or not _DAY_OR_MONTH.match(value):
        return None
    own = value.partition("T")[0][:10]
    return (own > published[: len(own)]) - (own < published[: len(own)])


def _value_over(found: list[Row], gold: Row) -> str | None:
    return next((t["value"] for t in found if t["start"] < gold["end"] and gold["start"] < t["end"]), None)


def timexes(reader: Reader, text: str, published: str) -> list[Row]:
    """Read a text's TIMEX3; phrases that name an event are left out, as the field has none."""
    return [
        {"start": timex.span.start, "end": timex.span.end, "type": timex.type, "value": timex.value}
        for timex in _times(reader, text, published)
        if timex.type is not None
    ]


def _windows(reader: Reader, remainder: int, half: str) -> dict[str, float]:
    rows = _half("outlook/dev.jsonl", remainder)
    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    gold, pred = folder / "windows_gold.jsonl", folder / "windows_pred.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    pred.write_text("".join(json.dumps(_passage(reader, row)) + "\n" for row in rows), encoding="utf-8")
    script = GOLD / "outlook" / "score_windows.py"
    done = subprocess.run(
        [sys.executable, str(script), str(gold), str(pred)], capture_output=True, text=True, check=True
    )
    return {f"times.windows_{basis}{half}": float(share) for basis, _, _, share in _BOTH.findall(done.stdout)}


def _passage(reader: Reader, row: Row) -> Row:
    times = [
        {
            "start": timex.span.start,
            "end": timex.span.end,
            "earliest": timex.earliest and timex.earliest.isoformat(),
            "latest": timex.latest and timex.latest.isoformat(),
        }
        for timex in _times(reader, row["text"], row["published"])
    ]
    return {"id": row["id"], "times": times}


def _times(reader: Reader, text: str, published: str) -> Iterable[Timex]:
    doc: Annotated = parse(reader, Capture(data=text, published=published, kind="text"))
    rules = reader.rules["times"]
    return resolve(doc, find(doc, rules), rules)


def _half(name: str, remainder: int) -> list[Row]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for number, line in enumerate(lines, 1) if number % 2 == remainder and line.strip()]


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} is no Python script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for figure, value in sorted(score(Reader.load("en")).items()):
        print(f"{figure:<40} {value:.4f}")
