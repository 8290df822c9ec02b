"""Draws events by a seed and prints each with its words, to be read by eye; sums up a sheet of verdicts.

    python eval/event_sample.py draw SEED [--fresh FOLDER] [--count 100]
    python eval/event_sample.py sum

``draw`` takes as many events from the halves that may be read (PLV, outlook, statements) as from FOLDER, texts of fresh
pages that stand outside the repository. The sheet ``event_sample.tsv`` keeps no words: ids, offsets and verdicts.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from newsledger.model import Capture, Event, Record
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse
from events import GOLD, _half

SHEET = Path(__file__).parent / "event_sample.tsv"
VERDICTS = ("type", "actor", "recipient", "standing")
#: Of the long articles so many are read; of the short records so many.
ARTICLES, RECORDS = 20, 150


def main() -> None:
    """Draw, or sum up."""
    parser = argparse.ArgumentParser()
    parser.add_argument("do", choices=["draw", "sum"])
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--fresh", type=Path)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    if options.do == "sum":
        return sum_up()
    reader, chance = Reader.load("en"), random.Random(options.seed)  # noqa: S311 - a sample, no secret
    for texts in (_read_halves(chance), _fresh(options.fresh)):
        drawn = [
            (name, record, event)
            for name, text, published in texts
            for record in [_record(reader, text, published)]
            for event in record.events
            if event.event_type != "OTHER"
        ]
        for name, record, event in sorted(chance.sample(drawn, min(options.count, len(drawn))), key=lambda it: it[0]):
            print(_shown(name, record, event))
    return None


def sum_up() -> None:
    """Print the share of the sheet's events that are right, by seed."""
    rows = [line.split("\t") for line in SHEET.read_text("utf-8").splitlines()[2:]]
    for seed in sorted({row[0] for row in rows}):
        own = [row[-len(VERDICTS) :] for row in rows if row[0] == seed]
        shares = [f"{name} {sum(row[i] == 'y' for row in own) / len(own):.3f}" for i, name in enumerate(VERDICTS)]
        print(seed, len(own), *shares, f"all {sum(set(row) == {'y'} for row in own) / len(own):.3f}")


def _read_halves(chance: random.Random) -> Iterator[tuple[str, str, str | None]]:
    plv = [(row["id"], row["text"], None) for row in _half("events/plv_train.jsonl", 0)]
    outlook = [(row["id"], row["text"], row["published"]) for row in _half("outlook/dev.jsonl", 0)]
    lines = (GOLD / "statements" / "train.jsonl").read_text("utf-8").splitlines()
    said = [(row["id"], row["text"], None) for row in map(json.loads, chance.sample(lines, ARTICLES))]
    yield from chance.sample(plv, RECORDS)
    yield from outlook
    yield from said


def _fresh(folder: Path | None) -> Iterator[tuple[str, str, str | None]]:
    for path in sorted(folder.glob("*.txt")) if folder else ():
        yield path.stem, path.read_text("utf-8"), None


def _record(reader: Reader, text: str, published: str | None) -> Record:
    return reader.find(parse(reader, Capture(data=text, kind="text", published=published)))


def _shown(name: str, record: Record, event: Event) -> str:
    text = record.article.text
    sentence = next(span for span in record.sentences if span.holds(event.trigger))
    words = [
        "-" if span is None else " ".join(span.of(text).split())
        for span in (event.trigger, event.actor, event.recipient)
    ]
    where = f"{name}:{event.trigger.start}-{event.trigger.end}"
    return f"{where}\t{event.event_type} {event.standing}\t{' | '.join(words)}\t{' '.join(sentence.of(text).split())}"


if __name__ == "__main__":
    main()
