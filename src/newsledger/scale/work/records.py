"""A shard of pages to a shard of records and findings."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from newsledger import codec
from newsledger.intake.objects import place_of
from newsledger.ledger.records import checked_record
from newsledger.model import Failure, Record
from newsledger.pipeline import Reader, attempt
from newsledger.scale.journal import Journal
from newsledger.scale.places import journal_place, pages_place, records_place
from newsledger.scale.shards import Shard, manifest_of, writing
from newsledger.scale.tables import PAGES, columns, read_table, tables
from newsledger.scale.tasks import FORMAT, Mirror, Task
from newsledger.scale.work.articles import article_from_json
from newsledger.scale.work.limits import page_limit
from newsledger.show import settlement
from newsledger.store.rows import article_row, finding_rows

_HELD = 64
_ENDED = "the processes that read it ended, again and again"
#: The tables of findings are those that have an article and are none of these.
_OTHERS = frozenset({"captures", "failures", "mirrors", "records", "articles"})

Row = Mapping[str, Any]


def make_records(reader: Reader, task: Task) -> Mapping[str, int]:
    """Make a shard of records, and say how many pages came to what; one that is there is left as it is."""
    folder = place_of(task.folder)
    place = records_place(folder, task.name)
    if manifest := manifest_of(place):
        return dict(manifest["counts"])
    journal = Journal.open(journal_place(folder, task.name))
    mirrors = {mirror.row: mirror for mirror in task.mirrors}
    counts: Counter[str] = Counter()
    told = {"format": FORMAT, "pages": task.pages, "counts": counts}
    with writing(folder, place, tables(), told) as shard:
        rows = read_table(pages_place(folder, task.pages) / f"{PAGES}.parquet")
        for number, row in zip(journal.pages(), rows, strict=False):
            if number in mirrors:
                counts[_put_mirror(shard, row, mirrors[number])] += 1
            else:
                counts[_put(shard, row, _read(reader, row, task, is_deadly=journal.is_deadly(number)))] += 1
            if number % _HELD == _HELD - 1:
                shard.flush()
        journal.ends()
    journal.close()
    return counts


def _read(reader: Reader, row: Row, task: Task, *, is_deadly: bool) -> Record | Failure:
    """Read what a row of pages holds."""
    failed = partial(Failure, url=row["url"], sha256=row["sha256"])
    if row["reason"] is not None:
        return failed(room=row["room"], reason=row["reason"])
    if is_deadly:
        return failed(room="pipeline", reason=_ENDED)
    read = partial(_checked, row["record"]) if row["record"] is not None else partial(_parsed, reader, row["article"])
    return attempt(
        partial(_limited, read, task.options.limit_seconds, row["url"]), url=row["url"], sha256=row["sha256"]
    )


def _limited(read: Callable[[], Record], seconds: float, url: str | None) -> Record:
    with page_limit(seconds, url):
        return read()


def _checked(line: str) -> Record:
    return checked_record(line)


def _parsed(reader: Reader, article: str) -> Record:
    return reader.find(reader.annotate_article(article_from_json(article)))


def _put(shard: Shard, row: Row, outcome: Record | Failure) -> str:
    if isinstance(outcome, Failure):
        shard.add("failures", {**_of("failures", row), "room": outcome.room, "reason": outcome.reason})
        return "failed"
    capture, article = row["key"], outcome.article.id
    key = {"capture": capture, "article": article}
    shard.add("captures", {**_of("captures", row), "article": article})
    shard.add("records", {**key, "digest": outcome.digest, "record": codec.to_json(outcome)})
    shard.add("articles", {**article_row(outcome.article), "capture": capture})
    settled = {one.id: settlement(one, outcome) for one in outcome.expectations}
    found = finding_rows(outcome, settled, {})
    for table in tables():
        if table not in _OTHERS:
            shard.add(table, *({**_of(table, finding), **key} for finding in found[table]))
    return "read" if outcome.sentences else "without_findings"


def _put_mirror(shard: Shard, row: Row, mirror: Mirror) -> str:
    article = article_from_json(row["article"])
    shard.add(
        "mirrors",
        {
            **_of("mirrors", row),
            "article": article.id,
            "copy_of": mirror.article,
            "shard": mirror.shard,
            "row": mirror.original,
            "headline": article.headline,
            "publisher": article.publisher,
            "origin": article.origin,
            "date": article.date_published.value,
            "canonical_url": article.canonical_url,
        },
    )
    return "mirrors"


def _of(table: str, row: Row) -> dict[str, Any]:
    """Give the columns of a row that a table has."""
    return {name: row[name] for name in columns()[table] if name in row}
