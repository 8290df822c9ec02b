"""Scores of the events room: relation and end to end on PLV and A/W, events and standing on outlook passages.

Run as ``.venv/bin/python eval/events.py``; figures under plain names are of the half that nobody has read.
"""

import importlib.util
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from newsledger.events import relation
from newsledger.model import Annotated, Capture, Event, Record, Span
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
Row = dict[str, Any]
_READ: dict[tuple[int, str, str | None], tuple[Annotated, Record]] = {}


def score(reader: Reader) -> dict[str, float]:
    """Measure the events room; ``….read`` are figures of the half whose errors may be read."""
    scorer = _script(GOLD / "events" / "score_events.py")
    figures: dict[str, float] = {}
    for half, remainder in (("", 1), (".read", 0)):
        plv, aw = _half("events/plv_train.jsonl", remainder), _half("events/aw_train.jsonl", remainder)
        if remainder:
            known = {row["text"] for row in _half("events/aw_train.jsonl", 0)}
            aw = [row for row in aw if row["text"] not in known]
        figures |= _relations(reader, scorer, plv, aw, half)
        figures |= _outlook(reader, _half("outlook/dev.jsonl", remainder), half)
        figures[f"events.receipts{half}"] = _receipts(reader, (*plv, *aw, *_half("outlook/dev.jsonl", remainder)))
    return figures


def _relations(reader: Reader, scorer: ModuleType, plv: list[Row], aw: list[Row], half: str) -> dict[str, float]:
    roots = scorer.classify(plv, [classified(reader, row) for row in plv])
    binary = scorer.classify(aw, [classified(reader, row) for row in aw])
    ends = scorer.e2e(plv, [end_to_end(reader, row) for row in plv])
    return {
        f"events.plv_root{half}": roots["root_macro_f1"],
        f"events.plv_quad{half}": roots["quad_macro_f1"],
        f"events.plv_binary{half}": roots["binary_macro_f1"],
        f"events.plv_coverage{half}": roots["coverage"],
        f"events.aw_binary{half}": binary["binary_macro_f1"],
        f"events.e2e_pair_recall{half}": ends["pair_recall"],
        f"events.e2e_recall{half}": ends["recall"],
        f"events.e2e_f1{half}": ends["f1"],
        f"events.e2e_root_given_pair{half}": ends["root_given_pair"],
        f"events.e2e_per_sentence{half}": ends["events_per_sentence"],
    }


def _receipts(reader: Reader, rows: Iterable[Row]) -> float:
    """Give the share of all arguments that stand in the trigger's own sentence or have a link that says why not."""
    kept = total = 0
    for row in rows:
        _, record = read(reader, row["text"], row.get("published"))
        for event in record.events:
            sentence = next(span for span in record.sentences if span.holds(event.trigger))
            linked = {link.role for link in event.links}
            for role, span in (("actor", event.actor), ("recipient", event.recipient), ("place", event.place)):
                total += span is not None
                kept += span is not None and (role in linked or sentence.holds(span))
    return kept / max(1, total)


def _outlook(reader: Reader, rows: list[Row], half: str) -> dict[str, float]:
    scorer = _script(GOLD / "outlook" / "score_outlook.py")
    pred = {row["id"]: {"id": row["id"], "expectations": [], "events": outlook_events(reader, row)} for row in rows}
    _, found = scorer.score(rows, pred)
    return {
        f"events.outlook_f1{half}": scorer.prf(found["tp_n"], found["pred_n"], found["gold_n"])[2],
        f"events.outlook_type{half}": found["type"] / max(1, found["ntype"]),
        f"events.outlook_standing{half}": found["standing"] / max(1, found["tp"]),
        f"events.outlook_standing_macro{half}": found["macro"],
        f"events.outlook_reported_by{half}": found["reported"] / max(1, found["tp"]),
        f"events.outlook_wrongly_happened{half}": found["nh_wrong"] / max(1, found["nh_matched"]),
    }


def read(reader: Reader, text: str, published: str | None = None) -> tuple[Annotated, Record]:
    """Read a text by its cached parse, once for all figures."""
    key = (id(reader), text, published)
    if key not in _READ:
        doc = parse(reader, Capture(data=text, kind="text", published=published))
        _READ[key] = doc, reader.find(doc)
    return _READ[key]


def classified(reader: Reader, row: Row) -> Row:
    """Give the relation of the two marked spans of a record."""
    doc, record = read(reader, row["text"])
    spans = [row[side]["spans"] for side in ("source", "target")]
    spans = [own or other for own, other in zip(spans, reversed(spans), strict=True)]
    actor, recipient = (Span(start=found[0][0], end=found[0][1]) for found in spans)
    rules = reader.rules["events"]
    return {
        "id": row["id"],
        "root": relation(reader.analyse(doc), record.events, rules, actor=actor, recipient=recipient),
    }


def end_to_end(reader: Reader, row: Row) -> Row:
    """Give the distinct happenings of a record's text as pairs of spans."""
    _, record = read(reader, row["text"])
    events = [
        {"source": [a.start, a.end], "target": [b.start, b.end], "root": event.plover_type}
        for event in record.events
        if event.plover_type and event.same_as is None
        for a, b in pairs(event, record)
    ]
    return {"id": row["id"], "events": events}


def pairs(event: Event, record: Record) -> list[tuple[Span, Span]]:
    """Give who does it to whom, one pair for each two parties, both ways where they do it to each other.

    Pronouns give way to the nearest named mention, as the gold set names parties by their names. Its targets are
    things, too ("the ruling"), which a record tells apart from recipients.
    """
    if event.actor is None:
        return []
    own = _each(record, event.actor, event.actor_ids)
    if event.reciprocal:
        return [(a, b) for a in own for b in own if a != b]
    theme = next((link.spans[0] for link in event.links if link.kind == "theme"), None)
    return [(a, b) for a in own for b in _each(record, event.recipient or theme, event.recipient_ids)]


def _each(record: Record, span: Span | None, ids: tuple[str, ...]) -> list[Span]:
    """Give each of several parties by its mention inside their words, else by its nearest named mention."""
    if span is None:
        return []
    named = [_named(record, _inside(record, span, one), (one,)) for one in ids] or [_named(record, span, ids)]
    spans = [Span(start=found[0], end=found[1]) for found in named if found]
    return list(dict.fromkeys(spans))


def _inside(record: Record, span: Span, actor_id: str) -> Span:
    mentions = [mention for actor in record.actors if actor.id == actor_id for mention in actor.mentions]
    return next((mention.span for mention in mentions if span.holds(mention.span)), span)


def outlook_events(reader: Reader, row: Row) -> list[Row]:
    """Give the events of a passage in the gold's format, parties by their nearest named mention."""
    _, record = read(reader, row["text"], row["published"])
    statements = {statement.id: statement for statement in record.statements}
    rows = []
    for event in record.events:
        carrier = statements.get(event.reported_by or "")
        source = carrier.source[0] if carrier and carrier.source else None
        source_ids = (carrier.source_actor,) if carrier and carrier.source_actor else ()
        rows.append(
            {
                "type": event.event_type,
                "trigger": [event.trigger.start, event.trigger.end],
                "actor": _named(record, event.actor, event.actor_ids),
                "recipient": _named(record, event.recipient, event.recipient_ids),
                "standing": event.standing,
                "reported_by": _named(record, source, source_ids),
            }
        )
    return rows


def _named(record: Record, span: Span | None, ids: Iterable[str]) -> list[int] | None:
    """Give the nearest named mention of whom the words name; the words themselves where there is none."""
    if span is None:
        return None
    wanted = set(ids)
    own = [mention for actor in record.actors for mention in actor.mentions if mention.span == span]
    if own and all(mention.form not in ("pronoun", "definite") for mention in own):
        return [span.start, span.end]
    names = [
        mention.span
        for actor in record.actors
        if actor.id in wanted
        for mention in actor.mentions
        if mention.form not in ("pronoun", "definite")
    ]
    best = min(names, key=lambda name: abs(name.start - span.start), default=span)
    return [best.start, best.end]


def _half(name: str, remainder: int) -> list[Row]:
    lines = (GOLD / name).read_text("utf-8").splitlines()
    return [json.loads(line) for number, line in enumerate(lines, 1) if number % 2 == remainder and line.strip()]


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for name, figure in score(Reader.load("en")).items():
        print(f"{name}\t{figure:.3f}")
