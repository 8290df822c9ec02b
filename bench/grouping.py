"""Measure how the grouping of articles grows with their number, and what it costs beside reading.

python bench/grouping.py [--articles 2000 20000] [--ledger]
python bench/grouping.py --made --articles 2500 [--lot 500] [--pages 240] [--kept FILE]
python bench/grouping.py --texts PATH… --articles 600 [--lot 100] [--kept FILE]

The first is of articles that are made up of words: each story has eight of them and words of its own, the others are
those of English; every fifth article is a copy of another with a word changed. With --ledger they are put into a ledger
in lots of a thousand and grouped as they come, and the cost of each is told for each tenth of them.

With --made the articles are those of ``made_news.py``, of so many pages that are read, and with --texts they are texts
that are read (files and folders, as ``add`` takes them): so many of them, drawn over all, in the order of their days.
They are put into a ledger in lots and grouped as they come, in this process: for each tenth it is told what an article
cost of the processor, part by part, how much of it was spent in the database, and which share that is of reading one.
With --kept what was read or made is kept in a file, or taken from there, so that only grouping is timed.
"""

import argparse
import pickle
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import made_ledger
import made_news
from group_costs import COLUMNS, SQL, watched
from newsledger import Reader, codec
from newsledger.intake import Found, read_sources
from newsledger.ledger.grouping import group_all
from newsledger.ledger.loaded import ReaderOptions
from newsledger.ledger.work import Task, prepare
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
    parser.add_argument("--made", action="store_true", help="articles made of pages that are read")
    parser.add_argument("--texts", type=Path, nargs="+", help="files and folders of texts that are read")
    parser.add_argument("--lot", type=int, default=500, help="articles that come at once")
    parser.add_argument("--pages", type=int, default=240, help="pages that made articles are made of")
    parser.add_argument("--kept", type=Path, help="keep here what was read or made, or take it from here")
    options = parser.parse_args()
    if options.ledger or options.made or options.texts:
        for count in options.articles:
            if options.ledger:
                in_a_ledger(count)
            else:
                each_part(count, options)
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


def each_part(count: int, options: argparse.Namespace) -> None:
    """Group articles as a ledger does, and say what each part cost, by how many were there."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db", new=True) as store:
        kept = options.kept or Path(folder) / "entries"
        if not kept.exists():
            with kept.open("wb") as file:
                keep_all(read_texts(options.texts, count) if options.texts else make_news(options.pages, count), file)
        reading, entries = kept_in(kept)
        run = store.begin("bench", at=AT)
        with watched() as watch:
            table, left = Table(count, reading), islice(entries, count)
            while lot := list(islice(left, options.lot)):
                store.put(lot, run=run)
                watch.take()
                for _ in group_all(store, watch.do_jobs):
                    pass
                table.add(len(lot), watch.take())
            table.end()
        query = "SELECT (SELECT count(*) FROM copies), (SELECT count(*) FROM stories), (SELECT count(*) FROM chains)"
        copies, stories, chains = store.connection.execute(query).fetchone()
        print(f"{copies} pairs of copies, {stories} stories, {chains} happenings")


@dataclass(slots=True)
class Table:
    """Milliseconds an article of each part, a line for each tenth of the articles.

    Attributes:
        reading: What reading one took.
    """

    count: int
    reading: float
    done: int = 0
    told: int = 0
    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    whole: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def __post_init__(self) -> None:
        """Write the head."""
        names = ("articles", *COLUMNS, "sum", SQL, "of reading", "MiB at most")
        print(f"{self.count} articles; reading one takes {self.reading:.1f} ms; milliseconds of processor an article")
        print(" ".join(f"{name:>11}" for name in names))

    def add(self, number: int, spent: Mapping[str, float]) -> None:
        """Take what a lot cost."""
        self.done += number
        for part, seconds in spent.items():
            self.spent[part] += seconds
            self.whole[part] += seconds
        if 10 * (self.done - self.told) >= self.count or self.done == self.count:
            self._tell(f"{self.told + 1}-{self.done}", self.done - self.told, self.spent)
            self.told, self.spent = self.done, defaultdict(float)

    def end(self) -> None:
        """Write the last line: that of all."""
        self._tell("all", self.done, self.whole)

    def _tell(self, name: str, number: int, spent: Mapping[str, float]) -> None:
        each = {part: 1000 * spent[part] / number for part in (*COLUMNS, SQL)}
        total = sum(each[part] for part in COLUMNS)
        values = (*(f"{each[part]:.1f}" for part in COLUMNS), f"{total:.1f}", f"{each[SQL]:.1f}")
        beside = f"{total / self.reading:.0%}", f"{peak():.0f}"
        print(" ".join(f"{value:>11}" for value in (name, *values, *beside)), flush=True)


def peak() -> float:
    """Give the most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def keep_all(read: tuple[float, Iterator[Entry]], file: BinaryIO) -> None:
    """Keep what reading took, and articles."""
    pickle.dump(read[0], file)
    for one in read[1]:
        pickle.dump(one, file)


def kept_in(path: Path) -> tuple[float, Iterator[Entry]]:
    """Give what was kept, one article in memory."""

    def entries() -> Iterator[Entry]:
        with path.open("rb") as file:
            pickle.load(file)  # noqa: S301 - our own
            while file.peek(1):
                yield pickle.load(file)  # noqa: S301 - our own

    with path.open("rb") as file:
        return pickle.load(file), entries()  # noqa: S301 - our own


def make_news(pages: int, count: int) -> tuple[float, Iterator[Entry]]:
    """Read pages and make articles of them."""
    reader = Reader.load("en")
    made_news.read(reader, 0)
    seconds, records = timed(lambda: [made_news.read(reader, number) for number in range(pages)])
    return 1000 * seconds / pages, map(made_ledger.entry, made_news.news(records, count))


def read_texts(paths: Sequence[Path], count: int) -> tuple[float, Iterator[Entry]]:
    """Read so many texts, drawn over all that are there, in the order of their days."""
    found = [one for one in read_sources(paths) if isinstance(one, Found)]
    drawn = random.Random(20).sample(found, min(count, len(found)))  # noqa: S311 - no secret
    drawn.sort(key=lambda one: (str(one.capture.published), one.capture.sha256))
    work = prepare(ReaderOptions())
    work(Task(found=drawn[0], with_bytes=False))
    seconds, entries = timed(lambda: [work(Task(found=one, with_bytes=False)) for one in drawn])
    return 1000 * seconds / len(entries), iter(entries)


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
