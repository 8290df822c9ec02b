"""Ledgers of made-up articles to be grouped, made without a model, and what they hold beside pure functions."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from newsledger import codec
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.reports import words_of
from newsledger.model import Block, Copy, Record, Report, Story
from newsledger.store import Store, open_ledger
from newsledger.store.groups import Source
from newsledger.store.tables import TableStore
from store.conftest import entry_of, golden

AT = "2026-01-01T00:00:00+00:00"
FINDINGS = ("sentences", "actors", "times", "statements", "events", "expectations")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def article(text: str, day: str, outlet: str, number: int = 0) -> Record:
    """Make a record of an article without findings."""
    record = golden("court-report")
    when = date.fromisoformat(day)
    dated = replace(record.article.date_published, value=day, earliest=when, latest=when)
    made = replace(
        record.article,
        id=codec.text_sha256(text)[:16],
        url=f"https://{outlet}.example/{number}-{codec.text_sha256(text)[:6]}",
        canonical_url=None,
        headline=None,
        publisher=outlet,
        byline=(),
        section=(),
        date_published=dated,
        blocks=(Block(role="body", start=0, end=len(text)),),
        text=text,
        text_sha256=codec.text_sha256(text),
        receipts={},
    )
    none: dict[str, Any] = dict.fromkeys(FINDINGS, ())
    return codec.seal(replace(record, article=made, **none))


def articles(count: int, seed: int = 1) -> list[Record]:
    """Make articles of stories of four to seven, some of them copies, and with furniture of their outlets."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    common = [_word(chance) for _ in range(600)]
    menus = [" ".join(_word(chance) for _ in range(30)) for _ in range(3)]
    found: list[Record] = []
    while len(found) < count:
        own = [_word(chance).title() for _ in range(12)]
        day = date(2019, 1, 1) + timedelta(days=chance.randrange(40))
        for _ in range(chance.randint(4, 7)):
            outlet = chance.randrange(3)
            text = _text(chance, common, own)
            if found and chance.random() < 0.3:
                text = chance.choice(found[-4:]).article.text.split("\n\n")[0].replace(own[0], own[1])
                text += " " + _text(chance, common, own)[: chance.choice((0, 80, 700))]
            day += timedelta(days=chance.randrange(3))
            if chance.random() < 0.7:
                text += "\n\n" + menus[outlet]
            found.append(article(text, day.isoformat(), f"paper{outlet}", len(found)))
    return found[:count]


def _text(chance: random.Random, common: Sequence[str], own: Sequence[str]) -> str:
    return " ".join(chance.choice(own if chance.random() < 1 / 5 else common) for _ in range(90)) + "."


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(4, 9)))


def put(store: Store, records: Iterable[Record]) -> None:
    """Put articles and group them."""
    run = store.begin("test", at=AT)
    store.put([entry_of(record) for record in records], run=run)
    for _ in group_all(store):
        pass


def reports_in(store: TableStore) -> list[Report]:
    """Give the reports of a ledger as the pure functions take them."""
    with store.grouping() as groups:
        rows = store.connection.execute("SELECT place FROM reports").fetchall()
        sources: list[Source] = [groups.source(row["place"]) for row in rows]
    return [words_of(source).report for source in sources]


def copies_in(store: TableStore) -> set[tuple[str, str, str, int, float]]:
    """Give the pairs of copies that a ledger holds."""
    rows = store.connection.execute(
        "SELECT x.id, y.id, c.kind, c.words, c.share FROM copies c JOIN reports f ON f.place = c.first"
        " JOIN articles x ON x.article = f.article JOIN reports s ON s.place = c.second"
        " JOIN articles y ON y.article = s.article"
    )
    return {tuple(row) for row in rows}


def told(copies: Iterable[Copy]) -> set[tuple[str, str, str, int, float]]:
    """Give pairs of copies as ``copies_in`` does."""
    return {(copy.first, copy.second, copy.kind, copy.words, copy.share) for copy in copies}


def stories_in(store: TableStore) -> set[tuple[str, tuple[tuple[str, str | None, float | None, str | None], ...]]]:
    """Give the stories of a ledger: each id with its articles and ties."""
    rows = store.connection.execute(
        "SELECT t.id, a.id, o.id, m.score, m.why FROM stories t JOIN story_reports m USING (story)"
        " JOIN reports r USING (place) JOIN articles a ON a.article = r.article"
        " LEFT JOIN reports q ON q.place = m.other LEFT JOIN articles o ON o.article = q.article ORDER BY m.place"
    )
    found: dict[str, list[tuple[str, str | None, float | None, str | None]]] = {}
    for story, *member in rows:
        found.setdefault(story, []).append(tuple(member))
    return {(story, tuple(members)) for story, members in found.items()}


def as_held(stories: Iterable[Story]) -> set[tuple[str, tuple[tuple[str, str | None, float | None, str | None], ...]]]:
    """Give stories as ``stories_in`` does."""
    return {
        (
            story.id,
            tuple(
                (report, tie.first, tie.score, tie.why) if (tie := ties.get(report)) else (report, None, None, None)
                for ties in ({tie.second: tie for tie in story.ties},)
                for report in story.reports
            ),
        )
        for story in stories
    }


__all__ = [
    "AT",
    "article",
    "articles",
    "as_held",
    "copies_in",
    "open_ledger",
    "put",
    "reports_in",
    "stories_in",
    "told",
]
