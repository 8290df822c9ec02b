"""Scores of the stories room, and its predictions over any set in the form of the kit.

``.venv/bin/python eval/stories.py`` scores the halves that may be read by the kit's own scorers;
``--predict stories|coref|found|dates|copies SOURCE OUT.jsonl`` writes predictions. SOURCE is a file of documents
(``stories``, ``found``; ``coref`` with its event mentions given), a folder like ``t17_read`` (``dates``), or a folder
that holds documents as ``ecb_*.jsonl`` and ``t17_*/`` beside ``copies_*.jsonl``, whose labels are not looked at.
"""

import argparse
import importlib.util
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent))
from newsledger import times
from newsledger.language import Parser
from newsledger.model import Report, Story
from newsledger.pipeline import Reader
from newsledger.stories import chain_of, find_copies, group_chains, group_stories, happenings, rank_days
from story_mentions import annotate, given_mentions, load_rules, own_mentions
from story_sources import Row, articles, collections, documents, read_rows, report_of

KIT = Path(__file__).parent.parent.parent / "shared" / "gold" / "stories"
#: What lies behind so many characters of an article is comments and menus more often than not.
MOST_READ = 12_000


def main() -> None:
    """Predict or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--predict", nargs=3, metavar=("WHAT", "SOURCE", "OUT"))
    options = parser.parse_args()
    if options.predict is None:
        print(json.dumps(score(), indent=1))
        return
    what, source, out = options.predict
    if what not in PREDICTIONS:
        parser.error(f"found {what!r}, expected one of {', '.join(PREDICTIONS)}")
    with Path(out).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in PREDICTIONS[what](Path(source)))


def score() -> dict[str, float]:
    """Measure copies, stories, mentions and days on the halves that may be read, by the kit's scorers."""
    documents_read, timelines = KIT / "ecb_read.jsonl", KIT / "t17_read" / "timelines.jsonl"
    ecb = read_rows(documents_read)
    copied = script("score_copies").score(read_rows(KIT / "copies_read.jsonl"), list(predict_copies(KIT)))
    told = script("score_stories").score(ecb, list(predict_stories(documents_read)))[0]
    coref = script("score_coref")
    given = coref.given(ecb, list(predict_coref(documents_read)), {})
    found = coref.found(ecb, list(predict_found(documents_read)), {})
    dated = script("score_dates").score(read_rows(timelines), list(predict_dates(KIT / "t17_read")))[0]
    return {
        "stories.copies_f1": copied["near"]["f1"],
        "stories.copies_macro_f1": copied["three"]["macro_f1"],
        "stories.b3_f1": told["b3_f1"],
        "stories.b3_precision": told["b3_precision"],
        "stories.b3_recall": told["b3_recall"],
        "stories.conll": given["conll"],
        "stories.cross_precision": given["cross_links"]["precision"],
        "stories.cross_recall": given["cross_links"]["recall"],
        "stories.found": found["found"],
        "stories.found_cross_precision": found["cross_links"]["precision"],
        "stories.found_cross_recall": found["cross_links"]["recall"],
        "stories.dates_f1": dated["k_gold"]["f1"],
        "stories.dates_sparse_f1": dated["k_gold"]["sparse_f1"],
        "stories.dates_own_f1": dated["k_own"]["f1"],
    }


def script(name: str) -> ModuleType:
    """Load one of the kit's scorers."""
    spec = importlib.util.spec_from_file_location(name, KIT / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(KIT / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict_copies(source: Path) -> Iterator[Row]:
    """Give the kind of each asked pair; what is no copy is "rest"."""
    rows = [*documents(source), *collections(source)]
    kinds = {frozenset((copy.first, copy.second)): copy.kind for copy in find_copies(map(report_of, rows))}
    for path in sorted(source.glob("copies_*.jsonl")):
        for pair in read_rows(path):
            yield {"a": pair["a"], "b": pair["b"], "label": kinds.get(frozenset((pair["a"], pair["b"])), "rest")}


def predict_stories(source: Path) -> Iterator[Row]:
    """Give the story of each document."""
    for story in grouped(documents(source)):
        yield from ({"id": report, "story": story.id} for report in story.reports)


def grouped(rows: Iterable[Row]) -> tuple[Story, ...]:
    """Group documents into stories, copies first."""
    reports = [report_of(row) for row in rows]
    return group_stories(reports, find_copies(reports), load_rules())


def predict_coref(source: Path) -> Iterator[Row]:
    """Give the cluster of each event mention that the set names."""
    rows = list(documents(source))
    parser = Parser.load()
    pairs = [pair for row in rows for pair in given_mentions(annotate(parser, row), row)]
    cluster = chain_of(group_chains([mention for mention, _ in pairs], grouped(rows), load_rules()))
    for mention, given in pairs:
        place = {"start": given["start"], "end": given["end"]}
        yield {"id": mention.report, **place, "cluster": cluster[mention.id]}


def predict_found(source: Path) -> Iterator[Row]:
    """Give our own event mentions, and of those in a ledger's happenings the happening; the others stand alone."""
    rows, rules = list(documents(source)), load_rules()
    reader = Reader.load()
    records = [reader.find(annotate(reader.parser, row)) for row in rows]
    pairs = [pair for record in records for pair in own_mentions(record, rules)]
    told = happenings(grouped(rows), [mention for mention, _ in pairs], (), rules)
    found = {mention.id for mention, _ in pairs if mention.findings}
    cluster = {key: one.id for one in told if not found.isdisjoint(one.mentions) for key in one.mentions}
    for mention, span in pairs:
        of = cluster.get(mention.id, mention.id)
        yield {"id": mention.report, "start": span.start, "end": span.end, "cluster": of}


def predict_dates(source: Path) -> Iterator[Row]:
    """Order the days of each collection; as many are shown as are heavier than the mean."""
    reader = Reader.load()
    reports: dict[str, list[Report]] = defaultdict(list)
    for row in articles(source):
        reports[row["id"].partition("/")[0]].append(replace(report_of(row), days=named_days(reader, row)))
    for line in read_rows(source / "timelines.jsonl"):
        ranked = rank_days(reports[line["collection"]])
        mean = math.fsum(day.weight for day in ranked) / max(1, len(ranked))
        days = [day.day.isoformat() for day in ranked]
        shown = sum(day.weight > mean for day in ranked)
        yield {"collection": line["collection"], "timeline": line["timeline"], "dates": days, "k": shown}


def named_days(reader: Reader, row: Row) -> tuple[date, ...]:
    """Give the days that an article names, as the times room resolves them."""
    doc = annotate(reader.parser, row, MOST_READ)
    found = times.resolve(doc, times.find(doc, reader.rules["times"]), reader.rules["times"])
    pointed = (one for one in found if one.type in ("DATE", "TIME") and one.earliest == one.latest)
    days = {one.earliest for one in pointed if one.earliest is not None}
    return tuple(sorted(days))


PREDICTIONS: Mapping[str, Callable[[Path], Iterable[Row]]] = {
    "stories": predict_stories,
    "coref": predict_coref,
    "found": predict_found,
    "dates": predict_dates,
    "copies": predict_copies,
}


if __name__ == "__main__":
    main()
