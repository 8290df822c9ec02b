"""Measure how the grouping of articles grows with their number: made-up articles of made-up stories.

python bench/grouping.py [--articles 2000 20000]

Each story has eight articles and words of its own; every fifth article is a copy of another with a word changed.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib.resources import as_file, files
from typing import TypeVar

from newsledger.lexicon import load_lexicon
from newsledger.model import EventMention, Report
from newsledger.stories import SCHEMAS, Rules, find_copies, group_chains, group_stories

Made = TypeVar("Made")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FIRST_DAY = date(2019, 1, 1)
PER_STORY, LINES, WORDS = 8, 8, 18
ACTS = ("kill", "arrest", "meet", "call", "say", "vote", "strike", "offer")


def main() -> None:
    """Time each step for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000])
    rules = load_rules()
    for count in parser.parse_args().articles:
        reports = list(made_up(count))
        mentions = [mention for report in reports for mention in told(report)]
        copying, copies = timed(partial(find_copies, reports))
        grouping, stories = timed(partial(group_stories, reports, copies, rules))
        chaining, chains = timed(partial(group_chains, mentions, stories, rules))
        parts = (f"copies {copying:.1f} s", f"stories {grouping:.1f} s", f"chains {chaining:.1f} s")
        each = 1000 * (copying + grouping + chaining) / count
        print(f"{count} articles: {', '.join(parts)}; {each:.2f} ms each")
        print(
            f"  {len(copies)} pairs of copies, {len(stories)} stories (made {count // PER_STORY}), {len(chains)} chains"
        )


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Give the seconds of the processor that something took, and what it made."""
    before = time.process_time()
    made = work()
    return time.process_time() - before, made


def made_up(count: int) -> Iterator[Report]:
    """Make articles, always the same ones."""
    chance = random.Random(20)  # noqa: S311 -- no secret
    common = [word(chance) for _ in range(4_000)]
    own: list[str] = []
    before: Report | None = None
    for number in range(count):
        if number % PER_STORY == 0:
            own = [word(chance).title() for _ in range(25)]
        day = FIRST_DAY + timedelta(days=number // 50)
        text = article(chance, common, own)
        if before is not None and number % 5 == 0 and number % PER_STORY:
            text = before.text.replace(own[0], own[1], 1)
        before = Report(id=f"{number:06}", outlet=f"paper{number % 40}", day=day, headline=None, text=text)
        yield before


def article(chance: random.Random, common: list[str], own: list[str]) -> str:
    """Make a text: one word in six is one of its story's."""
    return "\n".join(
        " ".join(chance.choice(own) if chance.random() < 1 / 6 else zipf(chance, common) for _ in range(WORDS)) + "."
        for _ in range(LINES)
    )


def zipf(chance: random.Random, common: list[str]) -> str:
    """Draw a word, the first ones often."""
    return common[int(len(common) ** chance.random()) - 1]


def word(chance: random.Random) -> str:
    """Make a word."""
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(4, 9)))


def told(report: Report) -> Iterator[EventMention]:
    """Give an article six mentions."""
    for at in range(6):
        act = ACTS[(int(report.id) + at) % len(ACTS)]
        yield EventMention(id=f"{report.id}:{at}", report=report.id, word=act, lemma=act, upos="VERB")


def load_rules() -> Rules:
    """Load the room's lexicons."""
    with as_file(files("newsledger") / "stories" / "data") as folder:
        loaded = {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in SCHEMAS.items()}
    return Rules.build(loaded)


if __name__ == "__main__":
    main()
