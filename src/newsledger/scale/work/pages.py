"""Input to a shard of pages: what each page is, before anything is parsed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from newsledger.intake import Found
from newsledger.intake.cuts import read_cut
from newsledger.intake.objects import place_of
from newsledger.model import Article, Capture, Failure
from newsledger.pipeline import Reader, attempt
from newsledger.scale.journal import Journal
from newsledger.scale.places import journal_place, pages_place
from newsledger.scale.shards import manifest_of, writing
from newsledger.scale.tables import PAGES
from newsledger.scale.tasks import FORMAT, Task
from newsledger.scale.work.articles import article_to_json
from newsledger.scale.work.limits import page_limit
from newsledger.store import keep
from newsledger.stories.sketches import shingles, sketch_of
from newsledger.stories.words import spelled

#: The parts of a page whose words are the article's own; captions are often those of an agency's picture.
OWN = frozenset({"standfirst", "body", "live_entry", "correction"})
_HELD = 128
_ENDED = "the processes that read it ended, again and again"


def make_pages(reader: Reader, task: Task) -> Mapping[str, int]:
    """Make a shard of pages, and say how many came to what; one that is there is left as it is."""
    folder = place_of(task.folder)
    place = pages_place(folder, task.name)
    if manifest := manifest_of(place):
        return dict(manifest["counts"])
    journal = Journal.open(journal_place(folder, task.name))
    counts: Counter[str] = Counter()
    told = {"format": FORMAT, "counts": counts, "input": [asdict(part) for part in task.parts]}
    with writing(folder, place, (PAGES,), told) as shard:
        found = _captures(task)
        for number in journal.pages():
            one = next(found, None)
            if one is None:
                break
            row = _row(reader, one, task, is_deadly=journal.is_deadly(number))
            counts[_kind(row)] += 1
            shard.add(PAGES, row)
            if number % _HELD == _HELD - 1:
                shard.flush()
        journal.ends()
    journal.close()
    return counts


def _captures(task: Task) -> Iterator[Found | Failure]:
    given = task.options
    for part in task.parts:
        yield from read_cut(place_of(part.path), part.cut, limit=given.limit_bytes, published=given.published)


def _kind(row: Mapping[str, Any]) -> str:
    if row.get("reason") is not None:
        return "failed"
    return "records" if row.get("record") is not None else "articles"


def _row(reader: Reader, one: Found | Failure, task: Task, *, is_deadly: bool) -> dict[str, Any]:
    if isinstance(one, Failure):
        return {"url": one.url, "place": one.url, "room": one.room, "reason": one.reason}
    capture = one.capture
    kept = asdict(keep(capture, address=one.address, with_bytes=False))
    del kept["packed"]
    row = {**kept, "place": one.place}
    if is_deadly:
        return {**row, "room": "page", "reason": _ENDED}
    if capture.kind == "record":
        data = capture.data
        return {**row, "record": data if isinstance(data, str) else data.decode("utf-8", "replace")}
    read = attempt(partial(_read, reader, capture, task), url=capture.url, sha256=capture.sha256)
    if isinstance(read, Failure):
        return {**row, "room": read.room, "reason": read.reason}
    return {**row, "article": article_to_json(read), "language": read.language, **_sketch(reader, read)}


def _read(reader: Reader, capture: Capture, task: Task) -> Article:
    with page_limit(task.options.limit_seconds, capture.url):
        return reader.read_page(capture)


def _sketch(reader: Reader, article: Article) -> dict[str, Any]:
    """Give what copies are found by; of an article in another language, which is not parsed anyway, nothing."""
    if not reader.reads(article):
        return {"words": 0, "kept": []}
    words = spelled(own_text(article))
    return {"words": len(words), "kept": sorted({value for _, value in sketch_of(shingles(words), None).kept})}


def own_text(article: Article) -> str:
    """Give the words of an article that copies have in common."""
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.role in OWN)
