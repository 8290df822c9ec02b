"""Measure how joining persons grows with the number of articles: made-up people, some of them in every second article.

python bench/persons.py [--articles 2000 20000]
"""

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import as_file, files

from newsledger import actors
from newsledger.lexicon import load_lexicon
from newsledger.model import Sighting, Span, Story
from newsledger.stories import join_persons

PER_STORY, PER_ARTICLE = 8, 6
FIRST_DAY = date(2019, 1, 1)
GIVEN = ("Anna", "Bela", "Carl", "Dora", "Emil", "Fiona", "Georg", "Hanna", "Ivan", "Jutta", "Karim", "Lena")
PARTS = ("ber", "lan", "mor", "tik", "vas", "dor", "hel", "nus", "rek", "sol")
COUNTRIES = ("NOR", "FRA", None)


def main() -> None:
    """Time the joining for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000])
    rules = load_rules()
    offices = actors.OfficeHolders.build(rules)
    for count in parser.parse_args().articles:
        sightings, stories = list(made_up(count)), list(told(count))
        before = time.process_time()
        persons = join_persons(sightings, rules.persons, stories=stories, holders=offices)
        took = time.process_time() - before
        each = f"{took:.1f} s, {1000 * took / count:.3f} ms each"
        print(f"{count} articles, {len(sightings)} sightings, {len(persons)} persons: {each}")


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
