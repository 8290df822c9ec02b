"""Measure exports of a large ledger: the memory that each form takes, its time, and the size of what it writes.

``make bench-export`` grows a ledger of 20,000 articles (``made_news.py``), joins their events into happenings by their
places, which is cheaper than to group them, and exports it in every form, each in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from made_news import news, read
from newsledger import Reader
from newsledger.export import FORMS, Ask, Form, export
from newsledger.store import Store, open_ledger
from newsledger.store.groups import Groups, HeldChain, HeldReport, HeldStory, HeldTie, Source, place_of
from newsledger.store.rows import Row
from serving import entry

#: Pages that are read; articles that are put at once; articles of a story, the last of which is a copy.
READ, BATCH, STORY = 300, 200, 4
TODAY = "2025-10-01"
#: What an export may take: 500 MB.
MOST_MB = 500
_STATES = {"happened": "happened", "ongoing": "under_way", "planned": "planned", "denied": "denied"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What an export takes.

    Attributes:
        peak_mb: The most memory that its process had.
        cpu_s: Seconds of the processor.
        megabytes: Of what it wrote.
    """

    form: str
    peak_mb: float
    cpu_s: float
    files: int
    rows: int
    megabytes: float


def main() -> None:
    """Run the bench and print what each form takes; the exit code is 1 where one takes too much memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--ledger", type=Path, help="One that is there already, or where it is to be kept.")
    parser.add_argument("--form", choices=FORMS, help="Export this one form here, and print what it takes as JSON.")
    options = parser.parse_args()
    if options.form:
        print(json.dumps(asdict(measured(options.ledger, options.form))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            grow(path, options.articles)
        with open_ledger(path) as store:
            print(f"{store.tally().rows['articles']:,} articles, {path.stat().st_size / 1e6:,.0f} MB", flush=True)
        costs = [in_a_child(path, form) for form in FORMS]
    if max(cost.peak_mb for cost in costs) > MOST_MB:
        raise SystemExit(f"found more than {MOST_MB} MB")


def in_a_child(path: Path, form: Form) -> Cost:
    """Export in a process of its own, whose memory is that of the export alone."""
    command = [sys.executable, __file__, "--ledger", str(path), "--form", form]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cost = Cost(**json.loads(done.stdout))
    told = f"{cost.cpu_s:7.1f} s, {cost.files:6,} files, {cost.rows:9,} rows, {cost.megabytes:7.1f} MB written"
    print(f"{form:>10}: {cost.peak_mb:5.0f} MB of memory, {told}", flush=True)
    return cost


def measured(path: Path, form: Form) -> Cost:
    """Export a form into a folder that is then dropped."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder, open_ledger(path) as store:
        done = export(store, Path(folder), Ask(forms=(form,), today=TODAY, texts=True))
    return Cost(
        form=form,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        cpu_s=round(time.process_time() - began, 1),
        files=done.files,
        rows=done.rows,
        megabytes=round(done.size / 1e6, 1),
    )


def grow(path: Path, articles: int) -> None:
    """Write so many articles, and join them."""
    reader = Reader.load("en")
    records = [read(reader, number) for number in range(min(READ, articles))]
    with open_ledger(path, new=True) as store:
        run = store.begin("add", at="2026-01-01T00:00:00+00:00")
        left, number = news(records, articles), 0
        while lot := [entry(record) for record in islice(left, BATCH)]:
            store.put(lot, run=run)
            number += len(lot)
            print(f"\r{number:,} articles", end="", file=sys.stderr, flush=True)
        store.end(run, at="2026-01-01T01:00:00+00:00")
        join(store)
    print(file=sys.stderr)


def join(store: Store) -> None:
    """Make stories of some articles each, and happenings of the events that stand at the same place in them."""
    while True:
        with store.grouping() as groups:
            sources = groups.ungrouped(BATCH * STORY)
            if not sources:
                return
            stories = list(_stories(groups, sources))
            groups.put_stories([story for story, _ in stories])
        with store.grouping() as groups:
            for members in groups.unfresh(len(stories)):
                articles = [member.id for member in members.members]
                groups.put_chains(members.number, list(_chains(store, articles)))


def _stories(groups: Groups, sources: Sequence[Source]) -> Iterator[tuple[HeldStory, list[Source]]]:
    for start in range(0, len(sources), STORY):
        members = sorted(sources[start : start + STORY], key=_place)
        places = [_place(source) for source in members]
        for source, place in zip(members, places, strict=True):
            original = places[0] if place == places[-1] and len(places) == STORY else place
            groups.put_report(_report(source, place, original))
            groups.grouped(source.article)
        ties = [HeldTie(place=place, other=None, score=None, why=None) for place in places]
        yield HeldStory(id=members[0].id, part=members[0].id, members=tuple(ties), reports=len(places)), members


def _place(source: Source) -> int:
    return place_of(source.day, source.id)


def _report(source: Source, place: int, original: int) -> HeldReport:
    return HeldReport(
        place=place,
        article=source.article,
        outlet=source.outlet,
        digest=source.id,
        shingles=(),
        heavy=(),
        features={},
        leader=place,
        original=original,
    )


def _chains(store: Store, articles: Sequence[str]) -> Iterator[HeldChain]:
    """Give a happening for each event of the first article, told also by the events of its kind in the others."""
    told: dict[tuple[str, str], list[tuple[str, Row]]] = {}
    for article in articles:
        for row in store.findings(article, "events"):
            told.setdefault((row["event_type"], row["standing"]), []).append((article, row))
    for events in told.values():
        for start in range(0, len(events), STORY):
            yield _chain(events[start : start + STORY])


def _chain(events: Sequence[tuple[str, Row]]) -> HeldChain:
    _, first = events[0]
    mentions = {f"{one}:{row['trigger_start']:06}-{row['trigger_end']}": one for one, row in events}
    state = _STATES.get(first["standing"], "hinted")
    step = {"at": first["day"], "state": state, "earliest": first["earliest"], "latest": first["latest"]}
    articles = set(mentions.values())
    return HeldChain(
        id=next(iter(mentions)),
        act=first["trigger"],
        state=state,
        since=first["day"],
        why="told",
        earliest=first["earliest"],
        latest=first["latest"],
        day=first["day"],
        board=False,
        mentions=mentions,
        findings=tuple(row["id"] for _, row in events),
        articles=len(articles),
        reports=max(1, len(articles) - 1),
        copies=min(1, len(articles) - 1),
        confidence=first["confidence"],
        steps=({**step, "why": "told", "by": "rule", "receipts": "[]"},),
        told="{}",
    )


if __name__ == "__main__":
    main()
