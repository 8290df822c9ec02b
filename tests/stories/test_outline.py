"""What tells mentions from a chain at a glance never tells more than holding them against each other does."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from happenings import mention, rules
from newsledger.model import EventMention
from newsledger.stories.happenings.apart import are_apart
from newsledger.stories.happenings.chains import likeness, shared
from newsledger.stories.happenings.outline import Outline
from newsledger.stories.happenings.parties import is_among

NAMES, PLACES, WORDS = ("berg", "carl berg", "lund", "reuss"), ("aleppo", "syria", "oslo"), ("tug", "rocks", "crew")
FIRST_DAY = date(2019, 3, 4)


def made(seed: int, count: int) -> Iterator[EventMention]:
    """Make mentions of one act that share some of what they tell."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    for number in range(count):
        day = FIRST_DAY + timedelta(days=chance.randrange(9))
        stated = chance.random() < 0.5
        window = day + timedelta(days=chance.randrange(-3, 4))
        yield mention(
            f"{chance.choice('abc')}:{number}",
            "free",
            kind=chance.choice(("event", "word", "expectation")),
            standing=chance.choice(("happened", "planned", "denied")),
            change=chance.choice((None, None, "begun", "moved")),
            parties=tuple(chance.sample(NAMES, chance.randrange(3))),
            places=tuple(chance.sample(PLACES, chance.randrange(2))),
            about=tuple(chance.sample(WORDS, chance.randrange(4))),
            day=day,
            stated=stated,
            lead=chance.random() < 0.5,
            earliest=window if stated else None,
            latest=window + timedelta(days=chance.randrange(3)) if stated else None,
        )


def test_who_is_told_to_be_of_other_days_is_apart() -> None:
    found = 0
    for one, other in combinations(made(1, 160), 2):
        if Outline([one]).has_other_days(other):
            found += 1
            assert are_apart(one, other, {})
    assert found > 20


def test_no_more_is_shared_than_an_outline_allows() -> None:
    mentions, bodies = list(made(2, 60)), rules().bodies
    for at in range(0, 48, 4):
        chain = mentions[at : at + 4]
        for other in mentions[at + 4 :]:
            parties = {one for member in chain for one in member.parties}
            among = {one for one in parties if is_among(one, other.parties, bodies)}
            most = Outline(chain).most_shared(other, among)
            told = [likeness("free", one, other, bodies, lambda a, b: shared(a, b, bodies))[1] for one in chain]
            assert most >= max(map(len, told))
