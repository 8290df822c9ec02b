"""Measure how joining persons grows with the number of articles: made-up people, some of them in every second article.

python bench/persons.py [--articles 2000 20000] [--ledger]

With --ledger they are put into a ledger in lots of a thousand, without stories, and joined as they come, the reading of
each record from the ledger among it. Every eighth sighting is of one office, which is the worst that there is.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import as_file, files
from itertools import groupby, islice
from pathlib import Path

from grouping import record_of
from newsledger import actors, codec
from newsledger.ledger.grouping.persons import join_some, person_lists
from newsledger.ledger.grouping.sharing import in_process
from newsledger.lexicon import load_lexicon
from newsledger.model import Actor, Capture, Mention, Report, Sighting, Span, Story
from newsledger.store import Entry, keep, open_ledger, take_apart
from newsledger.stories import join_persons

PER_STORY, PER_ARTICLE = 8, 6
LOT, BATCH = 1_000, 1_000
FIRST_DAY = date(2019, 1, 1)
GIVEN = ("Anna", "Bela", "Carl", "Dora", "Emil", "Fiona", "Georg", "Hanna", "Ivan", "Jutta", "Karim", "Lena")
PARTS = ("ber", "lan", "mor", "tik", "vas", "dor", "hel", "nus", "rek", "sol")
COUNTRIES = ("NOR", "FRA", None)


def main() -> None:
    """Time the joining for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--ledger", action="store_true", help="as a ledger joins them: as they come")
    options = parser.parse_args()
    if options.ledger:
        for count in options.articles:
            in_a_ledger(count)
        return
    rules = load_rules()
    offices = actors.OfficeHolders.build(rules)
    for count in options.articles:
        sightings, stories = list(made_up(count)), list(told(count))
        before = time.process_time()
        persons = join_persons(sightings, rules.persons, stories=stories, holders=offices)
        took = time.process_time() - before
        each = f"{took:.1f} s, {1000 * took / count:.3f} ms each"
        print(f"{count} articles, {len(sightings)} sightings, {len(persons)} persons: {each}")


def in_a_ledger(count: int) -> None:
    """Join persons as a ledger does, and say what each article cost, lot by lot."""
    person_lists()
    left, costs = made_up(count), []
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db", new=True) as store:
        run = store.begin("bench", at="2026-01-01T00:00:00+00:00")
        while lot := [entry(tuple(of_one)) for _, of_one in groupby(islice(left, LOT * PER_ARTICLE), key=_report)]:
            store.put(lot, run=run)
            before, number = time.process_time(), 1
            while number:
                with store.grouping() as groups:
                    number = join_some(groups.persons, in_process, most=BATCH)
            costs.append(1000 * (time.process_time() - before) / len(lot))
            print(f"{costs[-1]:.1f}", end=" ", flush=True)
    print(f"\n{count} articles in a ledger: {sum(costs) / len(costs):.2f} ms each")


def _report(one: Sighting) -> str:
    return one.report


def entry(sightings: Sequence[Sighting]) -> Entry:
    """Make what a reader gives of an article that names some people."""
    words = [one.called or one.name or "" for one in sightings]
    text = ", ".join(words) + f" met ({sightings[0].report})."
    report = Report(id=sightings[0].report, outlet="paper", day=sightings[0].day, headline=None, text=text)
    made = []
    for one in {one.called or one.name or "": one for one in sightings}.values():
        name = one.called or one.name or ""
        start, kind = text.index(name), "role" if one.called else "person"
        mention = Mention(start=start, end=start + len(name), form="role" if one.called else "name", rule="made up")
        made.append(
            Actor(
                id=codec.text_sha256(one.id)[:16],
                key=f"{kind}:{one.country or '-'}:{name.casefold()}",
                name=name,
                kind="role" if one.called else "person",
                country=one.country,
                sector=None,
                role=one.role,
                mentions=(mention,),
            )
        )
    record = codec.seal(replace(record_of(report), actors=tuple(made)))
    capture = Capture(data=text.encode(), url=record.article.url)
    return Entry(kept=keep(capture, address=record.article.url), outcome=take_apart(record, settled={}))


def load_rules() -> actors.Rules:
    """Load the lists of names."""
    with as_file(files(actors) / "data") as folder:
        loaded = {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in actors.SCHEMAS.items()}
    return actors.Rules.build(loaded)


def told(count: int) -> Iterator[Story]:
    """Make stories of articles that follow each other."""
    for first in range(0, count, PER_STORY):
        reports = tuple(f"r{number}" for number in range(first, min(first + PER_STORY, count)))
        yield Story(id=reports[0], reports=reports, ties=())


def made_up(count: int) -> Iterator[Sighting]:
    """Make sightings, always the same ones: few people are in very many articles, many in few."""
    chance = random.Random(20)  # noqa: S311 -- no secret
    for number in range(count):
        for at in range(PER_ARTICLE):
            rank = int(1.5 ** (chance.random() * 25))
            surname = "".join(PARTS[int(digit)] for digit in str(rank % 1_000)).capitalize()
            given = GIVEN[rank * 7 % len(GIVEN)]
            is_short, office = chance.random() < 1 / 4, chance.random() < 1 / 8
            yield Sighting(
                id=f"r{number}/{at}",
                report=f"r{number}",
                day=FIRST_DAY + timedelta(days=number // 50),
                name=None if office else surname if is_short else f"{given} {surname}",
                short=() if office else (surname,),
                country="FRA" if office else COUNTRIES[rank % 2 if chance.random() < 1 / 2 else 2],
                role="president" if office or rank < len(GIVEN) else None,
                former=False,
                called="the French president" if office else None,
                spans=(Span(start=0, end=1),),
            )


if __name__ == "__main__":
    main()
