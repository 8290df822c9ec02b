"""Reports and rules for the tests of the stories room; every text is ours."""

import random
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import TypeVar

from newsledger.lexicon import load_lexicon
from newsledger.model import EventMention, Party, Report, Story
from newsledger.stories import SCHEMAS, Rules

Member = TypeVar("Member")

#: Two ferries, a week and a strait apart, told in nearly the same words.
FERRY_NORTH = """The ferry Skarven ran aground off Tunevik on Monday with 212 passengers, the coast guard said.
Lifeboats from Tunevik brought everybody ashore before dark.
A tug from Hallsund will pull the Skarven free at high tide.
The owner, Norlinjen, said that a rudder had failed as the Skarven left the sound of Tunevik."""
FERRY_NORTH_LATER = """A tug from Hallsund pulled the ferry Skarven off the rocks at Tunevik on Tuesday.
Norlinjen, which owns the Skarven, said that divers had found a broken rudder.
All 212 passengers had been brought ashore."""
FERRY_SOUTH = """The ferry Marisol hit a sandbank near Port Alcante on Monday with 87 passengers, the harbour said.
Fishermen from Port Alcante took them off before dark. The captain of the Marisol was questioned by police.
The owner, Lineas Alcante, said that the Marisol had left her course in fog."""
FERRY_SOUTH_LATER = """Police in Port Alcante questioned the captain of the ferry Marisol for a second day on Tuesday.
Lineas Alcante said that the Marisol had left her course in fog off Port Alcante with 87 passengers on board."""
BUDGET = """Parliament in Grenholm passed the budget on Thursday by three votes after a night of debate.
The finance minister, Ida Reuss, had threatened to resign if pensions were cut.
Grenholm will borrow four billion crowns."""
BUDGET_LATER = """Grenholm will borrow four billion crowns after parliament passed the budget by three votes.
Ida Reuss, the finance minister, stays: pensions are not cut, as she had asked in Grenholm before the debate."""


@cache
def rules() -> Rules:
    """Load the room's lexicons once."""
    with as_file(files("newsledger") / "stories" / "data") as folder:
        return Rules.build({name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in SCHEMAS.items()})


def report(key: str, text: str, day: str | None = "2019-03-04", outlet: str | None = None) -> Report:
    """Make a report."""
    return Report(id=key, outlet=outlet, day=date.fromisoformat(day) if day else None, headline=None, text=text)


def reports() -> list[Report]:
    """Give six reports of three stories."""
    return [
        report("n1", FERRY_NORTH, "2019-03-04"),
        report("n2", FERRY_NORTH_LATER, "2019-03-05"),
        report("s1", FERRY_SOUTH, "2019-03-11"),
        report("s2", FERRY_SOUTH_LATER, "2019-03-12"),
        report("b1", BUDGET, "2019-03-07"),
        report("b2", BUDGET_LATER, "2019-03-08"),
    ]


def shuffled(members: Sequence[Member], seed: int) -> list[Member]:
    """Give members in another order."""
    other = list(members)
    random.Random(seed).shuffle(other)  # noqa: S311 -- no secret
    return other


def story(*ids: str) -> Story:
    """Make a story of reports."""
    return Story(id=ids[0], reports=ids, ties=())


def mention(key: str, lemma: str, upos: str = "VERB", **fields: object) -> EventMention:
    """Make a mention; its report is what stands before the colon of its id, and parties may be given by name."""
    for role in ("parties", "near"):
        if role in fields:
            fields[role] = tuple(one if isinstance(one, Party) else Party(name=one) for one in fields[role])  # type: ignore[attr-defined]
    return EventMention(id=key, report=key.partition(":")[0], word=lemma, lemma=lemma, upos=upos, **fields)  # type: ignore[arg-type]


def as_sets(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Give groups without order."""
    return {frozenset(group) for group in groups}
