"""Measure how the grouping of articles grows with their number: made-up articles of made-up stories.

python bench/grouping.py [--articles 2000 20000] [--ledger]

With --ledger they are put into a ledger in lots of a thousand and grouped as they come, and the cost of each is told
for each tenth of them. Each story has eight articles and words of its own, the others are those of English; every
fifth article is a copy of another with a word changed.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from newsledger import codec
from newsledger.ledger.grouping import group_all
from newsledger.lexicon import load_lexicon
from newsledger.model import SCHEMA_VERSION, Article, Block, Capture, EventMention, MadeBy, PageDate, Record, Report
from newsledger.store import Entry, keep, open_ledger, take_apart
from newsledger.stories import SCHEMAS, Rules, find_copies, group_chains, group_stories

Made = TypeVar("Made")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FIRST_DAY = date(2019, 1, 1)
AT = "2026-01-01T00:00:00+00:00"
LOT, PARTS = 1_000, 10
PER_STORY, LINES, WORDS = 8, 8, 18
ACTS = ("kill", "arrest", "meet", "call", "say", "vote", "strike", "offer")


def main() -> None:
    """Time each step for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000])
    rules = load_rules()
    parser.add_argument("--ledger", action="store_true", help="as a ledger groups them: as they come")
    options = parser.parse_args()
    if options.ledger:
        for count in options.articles:
            in_a_ledger(count)
        return
    for count in options.articles:
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


def in_a_ledger(count: int) -> None:
    """Group articles as a ledger does, and say what each of them cost, by how many were there."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db", new=True) as store:
        run = store.begin("bench", at=AT)
        left, costs = made_up(count), []
        while lot := [entry(report) for report in islice(left, LOT)]:
            store.put(lot, run=run)
            seconds, _ = timed(lambda: sum(group_all(store)))
            costs.append(1000 * seconds / len(lot))
        query = "SELECT (SELECT count(*) FROM copies), (SELECT count(*) FROM stories)"
        copies, stories = store.connection.execute(query).fetchone()
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        wide = max(1, len(costs) // PARTS)
        means = [sum(part) / len(part) for at in range(0, len(costs), wide) if (part := costs[at : at + wide])]
    print(f"{count} articles in a ledger: {sum(costs) / len(costs):.2f} ms each")
    print(f"  by tenths of them: {', '.join(f'{mean:.1f}' for mean in means)}")
    print(f"  {copies} pairs of copies, {stories} stories (made {count // PER_STORY}), {size / 1e6:.0f} MB")


def entry(report: Report) -> Entry:
    """Make what a reader gives of an article without findings."""
    record = codec.seal(record_of(report))
    capture = Capture(data=report.text.encode(), url=record.article.url)
    return Entry(kept=keep(capture, address=record.article.url), outcome=take_apart(record, settled={}))


def record_of(report: Report) -> Record:
    """Make the record of an article without findings."""
    article = Article(
        id=codec.text_sha256(report.id + report.text)[:16],
        text=report.text,
        text_sha256=codec.text_sha256(report.text),
        blocks=(Block(role="body", start=0, end=len(report.text)),),
        headline=None,
        section=(),
        byline=(),
        publisher=report.outlet,
        origin=None,
        url=f"https://{report.outlet}.example/{report.id}",
        canonical_url=None,
        addresses=(),
        date_published=PageDate(value=str(report.day), earliest=report.day, latest=report.day, basis="given"),
        date_modified=None,
        language="en",
        complete=True,
        receipts={},
    )
    maker = MadeBy(version="1", model="none", model_version="1", model_sha256="0", lexicons={}, user_files={})
    none: dict[str, Any] = dict.fromkeys(("sentences", "actors", "times", "statements", "events", "expectations"), ())
    return Record(schema_version=SCHEMA_VERSION, article=article, made_by=maker, digest="", **none)


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Give the seconds of the processor that something took, and what it made."""
    before = time.process_time()
    made = work()
    return time.process_time() - before, made


def made_up(count: int) -> Iterator[Report]:
    """Make articles, always the same ones."""
    chance = random.Random(20)  # noqa: S311 -- no secret
    common = english()
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


def english() -> list[str]:
    """Give the words of English, the commonest first: how often a word is used is what a story's are told apart by."""
    lines = (files("newsledger.stories") / "data" / "word_frequencies.en.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [word for word, number in sorted(rows, key=lambda row: -int(row[1]))]


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
