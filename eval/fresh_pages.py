"""Holds the record of the fresh pages against what somebody wrote down who had not seen it (`make eval-fresh`).

    python eval/fresh_pages.py [read|sealed ...] [--show KIND]

Texts are drawn from the kits (``fresh/draw.py``); annotations are ``fresh/read.jsonl`` and ``sealed.jsonl``, verdicts
on what the annotation has not lie in ``verdicts.tsv``. Shares come with the interval in which 95 of 100 drawings of
the pages lie.
``--show`` prints what was not found right of events, statements or expectations, to be judged: of the read half only.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from newsledger.model import WEIGHED, Capture, Event, Expectation, Record, Span, Statement, Weighed
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse
from confidence_figures import figures
from fresh.draw import HALVES, pages
from moved_places import finder

FRESH = Path(__file__).parent / "fresh"

Row = dict[str, Any]
Finding = Event | Statement | Expectation
#: Gives the fields of a finding that are wrong, None where an annotation tells of something else.
Judge = Callable[[Any, Row], "set[str] | None"]
DRAWINGS = 1_000
#: The share of a statement's words that two extents must have in common, of the longer.
ALIKE = 0.5


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of one page: name of a figure to (right, all)."""

    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    doubts: list[tuple[str, str, str]] = field(default_factory=list)
    sure: list[tuple[Weighed, float, bool]] = field(default_factory=list)

    def add(self, name: str, right: int, of: int = 1) -> None:
        """Count."""
        before = self.counts.get(name, (0, 0))
        self.counts[name] = (before[0] + right, before[1] + of)


def main() -> None:
    """Print the table of each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("halves", nargs="*", default=HALVES)
    parser.add_argument("--show", choices=["events", "statements", "expectations"])
    options = parser.parse_args()
    reader, texts, said = Reader.load("en"), dict(_texts()), _verdicts()
    for half in options.halves:
        tallies = []
        for gold in _rows(FRESH / f"{half}.jsonl"):
            page, text = texts[gold["id"]]
            capture = Capture(data=text, published=page["published"])
            record = reader.find(parse(reader, capture))
            tallies.append(counted(record, _moved(gold, text, record.article.text), said.get(gold["id"], {})))
            if options.show and half != "sealed":
                _show(gold["id"], record, tallies[-1], options.show)
        print(f"{half}: {len(tallies)} pages")
        for name in dict.fromkeys(name for one in tallies for name in one.counts):
            print(f"  {name:44} {_share(name, tallies)}")
        for line in _sure([one for tally in tallies for one in tally.sure]):
            print(f"  {line}")


def counted(record: Record, gold: Row, said: dict[str, str]) -> Tally:
    """Count what is right on a page.

    Args:
        record: What was read.
        gold: The annotation, its places in the article's own text.
        said: Of findings that the annotation has not, by id: ``y`` or the fields that are wrong.
    """
    page = Tally()
    _dates(page, record, gold)
    event, statement, expectation = (partial(judge, record) for judge in (_event, _statement, _expectation))
    events = record.events
    if gold["lead"] is not None:
        page.add("lead's event right", any(event(one, gold["lead"]) == set() for one in events))
    _found(page, "events", events, [*gold["events"], *([gold["lead"]] if gold["lead"] else [])], said, event)
    _found(page, "statements", record.statements, gold["statements"], said, statement)
    core = [one for one in gold["statements"] if one.get("core")]
    page.add("statements: core found and right", _right(record.statements, core, statement), len(core))
    _found(page, "expectations", record.expectations, gold["expectations"], said, expectation)
    for actor in gold["actors"]:
        known = [one for one in record.actors for mention in one.mentions if _meet(mention.span, actor["name"])]
        if known and known[0].country is not None:
            page.add("countries of coded actors right", known[0].country == actor["country"])
            page.sure.append(("countries", known[0].country_confidence or 0, known[0].country == actor["country"]))
        if known and actor["country"]:
            page.add("countries found", known[0].country == actor["country"])
    return page


def _dates(page: Tally, record: Record, gold: Row) -> None:
    day = record.article.date_published.value
    if gold["given"]:
        return
    known = gold["date"]
    if known is None:
        page.add("page dates: rightly unknown", day is None)
    else:
        page.add("page dates: right where there", day is not None and str(day).startswith(known))
    if day is not None:
        page.add("page dates: right of told", known is not None and str(day).startswith(known))


def _found(
    page: Tally, what: Weighed, shown: Sequence[Any], golds: Sequence[Row], said: dict[str, str], judge: Judge
) -> None:
    wrong_of = {}
    for one in shown:
        faults = [judge(one, gold) for gold in golds]
        told = [fault for fault in faults if fault is not None]
        wrong_of[one.id] = min(told, key=len) if told else None
    for one in shown:
        wrong = wrong_of[one.id]
        verdict = said.get(one.id)
        right = wrong == set() or verdict == "y"
        page.add(f"{what}: right of shown", right)
        page.sure.append((what, one.confidence or 0, right))
        if not right:
            page.doubts.append((what, one.id, "not annotated" if wrong is None else ",".join(sorted(wrong))))
            for fault in sorted(wrong or ()) if verdict is None else verdict.split(","):
                page.add(f"{what}: wrong {fault}", 1, 0)
            if wrong is None and verdict is None:
                page.add(f"{what}: not annotated", 1, 0)
    page.add(f"{what}: annotated found and right", _right(shown, golds, judge), len(golds))


def _right(shown: Sequence[Any], golds: Sequence[Row], judge: Judge) -> int:
    return sum(any(judge(one, gold) == set() for one in shown) for gold in golds)


def _event(record: Record, one: Event, gold: Row) -> set[str] | None:
    """Give the fields that are wrong, None where another thing is told."""
    met = _meet(one.trigger, gold["trigger"])
    if not met:
        return None
    wrong = set()
    if one.event_type != gold["type"].partition(":")[0]:
        wrong.add("type")
    for name, ids, span in (
        ("actor", one.actor_ids, one.actor),
        ("recipient", one.recipient_ids, one.recipient),
    ):
        if not _is_party(gold[name], ids, span, record):
            wrong.add(name)
    if one.reciprocal and not wrong.isdisjoint(("actor", "recipient")):
        turned = (gold["recipient"], one.actor_ids, one.actor), (gold["actor"], one.recipient_ids, one.recipient)
        if all(_is_party(*side, record) for side in turned):
            wrong -= {"actor", "recipient"}
    if one.standing != gold["standing"]:
        wrong.add("standing")
    return wrong


def _is_party(gold: Span | None, ids: Iterable[str], span: Span | None, record: Record) -> bool:
    if gold is None or span is None:
        return gold is None and span is None
    named = [mention.span for actor in record.actors if actor.id in set(ids) for mention in actor.mentions]
    return any(_meet(one, gold) for one in [span, *named])


def _statement(record: Record, one: Statement, gold: Row) -> set[str] | None:
    start, end = one.content[0].start, one.content[-1].end
    place = gold["content"]
    common = min(end, place.end) - max(start, place.start)
    if common <= 0:
        return None
    wrong = set()
    if common < ALIKE * max(end - start, place.end - place.start):
        wrong.add("extent")
    ids = () if one.source_actor is None else (one.source_actor,)
    if not _is_party(gold["source"], ids, one.source[0] if one.source else None, record):
        wrong.add("speaker")
    return wrong


def _expectation(record: Record, one: Expectation, gold: Row) -> set[str] | None:
    if not _meet(one.action, gold["act"]):
        return None
    wrong = set()
    if not _is_party(gold["holder"], one.holder_ids, one.holder, record):
        wrong.add("holder")
    for name in ("earliest", "latest"):
        day = getattr(one, name)
        if (None if day is None else str(day)) != gold[name]:
            wrong.add("window")
    if one.kind != gold["kind"]:
        wrong.add("kind")
    return wrong


def _meet(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _moved(gold: Row, text: str, new: str) -> Row:
    """Give an annotation with its places in the article's text; what is not there lies before its start."""
    find = finder(text, new)

    def move(row: Any, key: str = "") -> Any:
        if isinstance(row, dict):
            if row.keys() == {"start", "end"}:
                return find(row["start"], row["end"])
            return {name: move(value, name) for name, value in row.items()}
        return [move(one, key) for one in row] if isinstance(row, list) else row

    return {name: move(value, name) for name, value in gold.items()} | {"given": gold["published"] is not None}


def _share(name: str, tallies: Sequence[Tally]) -> str:
    pairs = [one.counts.get(name, (0, 0)) for one in tallies]
    right, of = (sum(column) for column in zip(*pairs, strict=True))
    if not of:
        return str(right)
    chance = random.Random(1)  # noqa: S311 - an interval, no secret
    shares = []
    for _ in range(DRAWINGS):
        drawn = chance.choices(pairs, k=len(pairs))
        total = sum(pair[1] for pair in drawn)
        if total:
            shares.append(sum(pair[0] for pair in drawn) / total)
    shares.sort()
    low, high = shares[len(shares) // 40], shares[-len(shares) // 40 - 1]
    return f"{right:4} of {of:4} = {right / of:.3f} ({low:.2f} to {high:.2f})"


def _sure(found: Sequence[tuple[Weighed, float, bool]]) -> Iterator[str]:
    """Tell how well the confidence of findings ranks them, and how far it is from the share that is right."""
    for kind in WEIGHED:
        chance, right = (np.array([float(row[at]) for row in found if row[0] == kind]) for at in (1, 2))
        if 0 < right.sum() < len(right):
            for name, value in figures(kind, chance, right, np.ones(len(right))):
                yield f"confidence of {kind}: {name:52} {value}"


def _show(page: str, record: Record, tally: Tally, what: str) -> None:
    found: tuple[Finding, ...] = (*record.events, *record.statements, *record.expectations)
    by_id = {one.id: one for one in found}
    for kind, name, why in tally.doubts:
        if kind == what:
            print(f"{page}\t{name}\t{why}\t{_words(by_id[name], record)}")


def _words(one: Finding, record: Record) -> str:
    text = record.article.text
    code, spans = _parts(one)
    sentence = next((span for span in record.sentences if span.holds(spans[0])), spans[0])
    return f"{code}\t{' | '.join(' '.join(s.of(text).split()) for s in spans)}\t{' '.join(sentence.of(text).split())}"


def _parts(one: Finding) -> tuple[str, tuple[Span, ...]]:
    """Give what a finding is coded as, and its words, the leading ones first."""
    if isinstance(one, Statement):
        return one.attitude, (*one.content, *one.source, *one.cue)
    if isinstance(one, Event):
        return f"{one.event_type} {one.standing}", tuple(
            span for span in (one.trigger, one.actor, one.recipient) if span
        )
    return one.kind, tuple(span for span in (one.action, one.holder) if span)


def _texts() -> Iterator[tuple[str, tuple[Row, str]]]:
    yield from ((row["id"], (row, text)) for row, text in pages())


def _verdicts() -> dict[str, dict[str, str]]:
    path = FRESH / "verdicts.tsv"
    said: dict[str, dict[str, str]] = {}
    for line in path.read_text("utf-8").splitlines()[1:] if path.exists() else ():
        page, finding, verdict = line.split("\t")
        said.setdefault(page, {})[finding] = verdict
    return said


def _rows(path: Path) -> Iterator[Row]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


if __name__ == "__main__":
    main()
