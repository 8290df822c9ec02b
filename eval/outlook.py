"""Scores the outlook on the project's gold: ``python eval/outlook.py``.

Passages on even lines may be read, those on odd lines are only measured.
"""

import importlib.util
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from cached_parses import parse
from newsledger.model import Capture, Record, Span
from newsledger.pipeline import Reader

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "outlook"
Row = dict[str, Any]
_NAMED = ("name", "short", "metonym", "demonym")


def score(reader: Reader) -> dict[str, float]:
    """Score both halves; figures of the read half end in ``.read``."""
    scorer = _load("score_outlook")
    gold = scorer.read(GOLD / "dev.jsonl")
    predicted = {row["id"]: predict(reader, row) for row in gold}
    return {
        f"outlook.{name}{suffix}": value
        for suffix, rows in (("", gold[::2]), (".read", gold[1::2]))
        for name, value in _figures(*scorer.score(rows, predicted)).items()
    }


def baseline() -> dict[str, float]:
    """Score the regex of future cues on the same halves."""
    scorer, naive = _load("score_outlook"), _load("baseline")
    gold = scorer.read(GOLD / "dev.jsonl")
    predicted = {row["id"]: naive.predict(row) for row in gold}
    return {
        f"outlook.baseline.{name}{suffix}": value
        for suffix, rows in (("", gold[::2]), (".read", gold[1::2]))
        for name, value in _figures(*scorer.score(rows, predicted)).items()
    }


def predict(reader: Reader, row: Mapping[str, Any]) -> Row:
    """Read a passage and write its record in the gold's form."""
    capture = Capture(data=row["text"], kind="text", published=row["published"])
    record = reader.find(parse(reader, capture))
    return {
        "id": row["id"],
        "expectations": [
            {
                "kind": one.kind,
                "holder": named(record, one.holder, one.holder_ids),
                "action": _pair(one.action),
                "condition": _pair(one.condition),
                "strength": one.strength,
                "negated": one.negated,
                "times": [_pair(span) for span in one.window],
                "earliest": one.earliest and one.earliest.isoformat(),
                "latest": one.latest and one.latest.isoformat(),
                "window_basis": one.window_basis,
            }
            for one in record.expectations
        ],
        "events": [
            {
                "type": event.event_type,
                "trigger": _pair(event.trigger),
                "standing": event.standing,
                "reported_by": _reporter(record, event.reported_by),
            }
            for event in record.events
        ],
    }


def named(record: Record, span: Span | None, ids: Iterable[str]) -> list[int] | None:
    """Give the nearest mention by name of the party that ``span`` stands for, else the span itself."""
    if span is None:
        return None
    wanted = set(ids)
    mentions = [mention for actor in record.actors if actor.id in wanted for mention in actor.mentions]
    pronoun = any(mention.form == "pronoun" and mention.span == span for mention in mentions) or (
        span.of(record.article.text).lower() in ("i", "we", "he", "she", "it", "they")
    )
    by_name = [mention.span for mention in mentions if mention.form in _NAMED] or [
        mention.span for mention in mentions if mention.form != "pronoun"
    ]
    if not pronoun or not by_name:
        return _pair(span)
    return _pair(min(by_name, key=lambda one: abs(one.start - span.start)))


def _reporter(record: Record, statement: str | None) -> list[int] | None:
    for said in record.statements:
        if said.id == statement and said.source:
            return named(record, said.source[0], (said.source_actor,) if said.source_actor else ())
    return None


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _figures(found: Mapping[str, int], events: Mapping[str, Any]) -> dict[str, float]:
    def share(part: float, whole: float) -> float:
        return part / whole if whole else 0.0

    return {
        "detection_f1": share(2 * found["tp"], found["pred"] + found["gold"]),
        "precision": share(found["tp"], found["pred"]),
        "recall": share(found["tp"], found["gold"]),
        "full_f1": share(2 * found["full"], found["pred"] + found["gold"]),
        "false_alarm_share": share(found["empty_hit"], found["empty"]),
        **{
            name: share(found[name], found["tp"])
            for name in ("kind", "holder", "strength", "negated", "condition", "basis")
        },
        "window_exact": share(found["win_exact"], found["win"]),
        "window_close": share(found["win_both"], found["win"]),
        "standing_macro_f1": events["macro"],
        "standing": share(events["standing"], events["tp"]),
        "events_f1": share(2 * events["tp"], events["pred"] + events["gold"]),
        "not_happened_as_happened": share(events["nh_wrong"], events["nh"]),
    }


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print all figures, and the errors of the read half where PRED is asked for."""
    figures = score(Reader.load("en"))
    print(json.dumps(figures | {k: v for k, v in baseline().items() if "f1" in k or "alarm" in k}, indent=1))


if __name__ == "__main__":
    main()
