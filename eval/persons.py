"""Measures who is joined over articles, against the persons of ECB+ (the half that may be read).

    python eval/persons.py [--show]

A link is a pair of sightings of one person in two articles. Only those are counted of which both stand on an annotated
person's mention; ``--show`` prints the wrong ones, and a sample of all others, to be judged by reading.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import cast

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse
from moved_places import finder
from newsledger.actors import OfficeHolders
from newsledger.actors import Rules as ActorRules
from newsledger.model import Capture, Person, Record, Sighting, Story
from newsledger.pipeline import Reader
from newsledger.stories import find_copies, group_stories, join_persons, sightings_of
from story_mentions import load_rules
from story_sources import Row, read_rows, report_of

ECB = Path(__file__).parent.parent.parent / "shared" / "gold" / "stories" / "ecb_read.jsonl"
MOST = 6_000


def main() -> None:
    """Print links found and right, by rule and in all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    reader = Reader.load("en")
    rows = read_rows(ECB)
    records = {row["id"]: _read(row, reader) for row in rows}
    chains = {row["id"]: dict(_chains(row, records[row["id"]])) for row in rows}
    sightings = [one for row in rows for one in sightings_of(records[row["id"]])]
    own = {record.article.id: row for row, record in records.items()}
    stories = tuple(_stories(rows, records))
    rules = cast("ActorRules", reader.rules["actors"])
    persons = join_persons(sightings, rules.persons, stories=stories, holders=OfficeHolders.build(rules))
    gold = {one.id: chains[own[one.report]].get(one.id) for one in sightings}
    _print(persons, {one.id: one for one in sightings}, gold, records, own, show=options.show)


def _print(
    persons: Iterable[Person],
    sightings: dict[str, Sighting],
    gold: dict[str, str | None],
    records: dict[str, Record],
    own: dict[str, str],
    *,
    show: bool,
) -> None:
    links = {
        frozenset(pair)
        for person in persons
        for pair in combinations(person.sightings, 2)
        if sightings[pair[0]].report != sightings[pair[1]].report
    }
    known = {link for link in links if all(gold[one] for one in link)}
    by_chain = defaultdict(list)
    for one, chain in gold.items():
        if chain:
            by_chain[chain].append(one)
    asked = {
        frozenset(pair)
        for same in by_chain.values()
        for pair in combinations(same, 2)
        if sightings[pair[0]].report != sightings[pair[1]].report
    }
    right = known & asked
    rules = Counter(tie.rule for person in persons for tie in person.ties)
    print(f"{len(sightings)} sightings, {len(links)} links; ties by rule: {dict(rules)}")
    print(f"links annotated: {len(right)} of {len(known)} right = {len(right) / len(known):.3f}")
    print(f"links of the annotation found: {len(right)} of {len(asked)} = {len(right) / len(asked):.3f}")
    judged: Counter[tuple[str, bool]] = Counter()
    for person in persons:
        for tie in person.ties:
            first, second = tie.first.finding or "", tie.second.finding or ""
            if gold[first] and gold[second]:
                judged[tie.rule, gold[first] == gold[second]] += 1
            if show and not (gold[first] and gold[first] == gold[second]):
                print(
                    "\t".join(
                        [tie.rule, *_told(first, sightings, records, own), *_told(second, sightings, records, own)]
                    )
                )
    for rule in sorted(rules):
        of = judged[rule, True] + judged[rule, False]
        print(f"  ties {rule}: {judged[rule, True]} of {of} annotated ones right")


def _told(key: str, sightings: dict[str, Sighting], records: dict[str, Record], own: dict[str, str]) -> Iterator[str]:
    one = sightings[key]
    record = records[own[one.report]]
    place = one.spans[0]
    text = record.article.text
    yield f"{own[one.report]} {one.name} {one.country} {one.role}"
    yield " ".join(text[max(place.start - 60, 0) : place.end + 60].split())


def _read(row: Row, reader: Reader) -> Record:
    report = report_of(row)
    return reader.find(parse(reader, Capture(data=report.text[:MOST], kind="text", published=row["published"])))


def _stories(rows: list[Row], records: dict[str, Record]) -> Iterator[Story]:
    reports = [report_of(row) for row in rows]
    for story in group_stories(reports, find_copies(reports), load_rules()):
        of_story = tuple(records[key].article.id for key in story.reports)
        yield Story(id=story.id, reports=of_story, ties=())


def _chains(row: Row, record: Record) -> Iterator[tuple[str, str]]:
    """Give the annotated person of each actor that has one: that of the first of its mentions that is annotated."""
    find = finder(row["text"], record.article.text)
    places = [
        (find(one["start"], one["end"]), one["chain"])
        for one in row["mentions"]
        if one["kind"].startswith("HUMAN_PART_PER") and one["chain"] and not one["chain"].startswith("INTRA")
    ]
    for actor in record.actors:
        met = (
            chain
            for mention in actor.mentions
            if mention.form in ("name", "short", "role")
            for span, chain in places
            if span.start < mention.end and mention.start < span.end
        )
        if (chain := next(met, None)) is not None:
            yield actor.id, chain


if __name__ == "__main__":
    main()
