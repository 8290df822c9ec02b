"""How often each rule fires, and what the figures are without it: ``python eval/rules.py [--room ROOM] [--lesion]``.

A rule is a yes/no function of a reading room, or an entry of a lexicon that stands as ``rule`` in a finding. Each is
counted on the read halves of the gold sets, on the unread ones (counts only; no figure of theirs is printed), and on
fresh text: articles of the statements set and of the stories, which nobody wrote a rule of the outlook on, and any
folder of plain texts named with ``--fresh``. With ``--lesion``
each function that ever says yes on the read halves is made to say no, and the read figures are measured again; folds
by passage tell how far the difference can be trusted.

What fires on nothing but read passages, or changes nothing, is to go.
"""

import argparse
import functools
import gzip
import importlib
import json
import pkgutil
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from newsledger.model import Annotated, Capture, Record
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parent))
import outlook as outlook_gold
from cached_parses import parse

SHARED = Path(__file__).parent.parent.parent / "shared" / "gold"
ROOMS = ("outlook", "events", "statements")
Row = dict[str, Any]
Predicate = Callable[..., bool]


class Rule:
    """A yes/no function with its count of calls and of answers that were yes."""

    def __init__(self, module: str, function: FunctionType) -> None:
        self.name = f"{module.removeprefix('newsledger.')}.{function.__name__}"
        self.original = function
        self.lines = function.__code__.co_firstlineno
        self.yes: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.corpus = ""
        self.off = False

        @functools.wraps(function)
        def counted(*args: Any, **named: Any) -> bool:
            if self.off:
                return False
            answer = function(*args, **named)
            self.asked[self.corpus] += 1
            self.yes[self.corpus] += bool(answer)
            return bool(answer)

        self.counted = counted


def rules_of(room: str) -> list[Rule]:
    """Wrap each function of a room that is declared to give a bool, wherever another module has its name."""
    package = importlib.import_module(f"newsledger.{room}")
    modules = [package, *_modules(package)]
    rules = {value: Rule(module.__name__, value) for module in modules for value in _yes_or_no(module)}
    for module in modules:
        for name, value in list(vars(module).items()):
            if isinstance(value, FunctionType) and value in rules:
                setattr(module, name, rules[value].counted)
            elif isinstance(value, dict):
                _wrap_values(value, rules)
    return list(rules.values())


def _yes_or_no(module: ModuleType) -> Iterator[FunctionType]:
    for value in vars(module).values():
        own = isinstance(value, FunctionType) and value.__module__ == module.__name__
        if own and value.__annotations__.get("return") in (bool, "bool"):
            yield value


def _wrap_values(table: dict[Any, Any], rules: dict[FunctionType, Rule]) -> None:
    for key, value in table.items():
        if isinstance(value, FunctionType) and value in rules:
            table[key] = rules[value].counted


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def corpora(reader: Reader, fresh: Sequence[Path]) -> dict[str, list[Annotated]]:
    """Give the parses of each corpus: the read and the unread halves, and text that no rule was written on."""
    rows = [json.loads(line) for line in (SHARED / "outlook" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    events = _lines("events/plv_train.jsonl") + _lines("events/aw_train.jsonl")
    train = _lines("statements/train.jsonl")
    texts = {
        "read": rows[1::2] + events[1::2] + train[::10],
        "unread": rows[::2] + events[::2] + _lines("statements/dev.jsonl"),
        "fresh": [row for number, row in enumerate(train) if number % 10 and number % 3 == 0] + list(_stories()),
    }
    for folder in fresh:
        texts["fresh"] += [{"text": path.read_text(encoding="utf-8")} for path in sorted(folder.glob("*.txt"))]
    return {
        name: [parse(reader, Capture(data=row["text"], published=_day(row), kind="text")) for row in found]
        for name, found in texts.items()
    }


def _stories() -> Iterator[Row]:
    """Give news of the stories kit: each third ECB+ document without its address line, each fortieth of T17."""
    for row in _lines("stories/ecb_read.jsonl")[::3]:
        first, _, rest = row["text"].partition("\n")
        yield row | {"text": rest if first.startswith("http") else row["text"]}
    for path in sorted((SHARED / "stories" / "t17_read").glob("*_*.jsonl.gz")):
        if path.name != "heideltime_dates.jsonl.gz":
            yield from [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()[::40]]


def _lines(name: str) -> list[Row]:
    return [json.loads(line) for line in (SHARED / name).read_text(encoding="utf-8").splitlines()]


def _day(row: Row) -> str | None:
    return row.get("published") or row.get("date") or None


def count(reader: Reader, rules: Sequence[Rule], fresh: Sequence[Path]) -> dict[str, Counter[str]]:
    """Read every corpus, counting answers; give how often each lexicon entry made a finding."""
    entries: dict[str, Counter[str]] = {}
    for corpus, docs in corpora(reader, fresh).items():
        for rule in rules:
            rule.corpus = corpus
        made: Counter[str] = Counter()
        for doc in docs:
            record = reader.find(doc)
            made.update(_rules_fired(record))
        entries[corpus] = made
    return entries


def _rules_fired(record: Record) -> Iterator[str]:
    yield from (f"statement:{one.rule}" for one in record.statements)
    yield from (f"event:{one.rule}" for one in record.events)
    yield from (f"expectation:{one.rule}" for one in record.expectations)


@contextmanager
def without(rules: Sequence[Rule]) -> Iterator[None]:
    """Make functions say no for a while."""
    for rule in rules:
        rule.off = True
    try:
        yield
    finally:
        for rule in rules:
            rule.off = False


def lesions(reader: Reader, rules: Sequence[Rule]) -> Iterator[tuple[Rule, float, float]]:
    """Give for each rule what detection of expectations loses on the read half without it, with a standard error."""
    scorer = outlook_gold._load("score_outlook")  # noqa: SLF001 -- its own loader
    gold = scorer.read(outlook_gold.GOLD / "dev.jsonl")[1::2]

    def hits() -> list[tuple[int, int, int]]:
        found = []
        for row in gold:
            told, _ = scorer.score([row], {row["id"]: outlook_gold.predict(reader, row)})
            found.append((told["tp"], told["pred"], told["gold"]))
        return found

    whole = hits()
    for rule in rules:
        with without([rule]):
            yield rule, *_difference(whole, hits())


def _difference(whole: Sequence[tuple[int, int, int]], cut: Sequence[tuple[int, int, int]]) -> tuple[float, float]:
    """Give F1 with less F1 without, and the standard error of the difference over passages drawn anew."""
    drawn = random.Random(0)  # noqa: S311 -- a bootstrap
    pairs = list(zip(whole, cut, strict=True))
    differences = []
    for _ in range(200):
        sample = [pairs[drawn.randrange(len(pairs))] for _ in pairs]
        differences.append(_f1(one for one, _ in sample) - _f1(two for _, two in sample))
    mean = sum(differences) / len(differences)
    error = (sum((one - mean) ** 2 for one in differences) / len(differences)) ** 0.5
    return _f1(whole) - _f1(cut), error


def _f1(rows: Any) -> float:
    tp, predicted, gold = (sum(column) for column in zip(*rows, strict=True))
    return 2 * tp / (predicted + gold) if predicted + gold else 0.0


def main() -> None:
    """Print the table of functions, then that of entries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--fresh", type=Path, action="append", default=[], help="a folder of plain texts")
    parser.add_argument("--lesion", action="store_true", help="measure the outlook without each function")
    options = parser.parse_args()
    reader = Reader.load("en")
    rules = [rule for room in options.room or ROOMS for rule in rules_of(room)]
    entries = count(reader, rules, options.fresh)
    print(f"newsledger {reader.made_by.version}: yes on read / unread / fresh, asked on fresh")
    for rule in sorted(rules, key=lambda one: (one.yes["fresh"], one.name)):
        counts = (rule.yes["read"], rule.yes["unread"], rule.yes["fresh"], rule.asked["fresh"])
        print(*(f"{number:8d}" for number in counts), f" {rule.name}")
    silent = [name for name in entries["read"] if not entries["unread"][name] and not entries["fresh"][name]]
    print(f"\n{len(silent)} entries that made a finding on read text only:", *sorted(silent), sep="\n  ")
    if options.lesion:
        print("\nF1 of detection on the read half that is lost without the function, and its standard error")
        spoken = [rule for rule in rules if rule.yes["read"] and rule.name.startswith("outlook")]
        for rule, lost, error in sorted(lesions(reader, spoken), key=lambda row: row[1]):
            print(f"{lost:+.4f} {error:.4f}  {rule.name}")


if __name__ == "__main__":
    main()
