"""A whole ledger against itself: receipts against texts, texts against bytes, rows against records."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from typing import Any

from newsledger import codec, page
from newsledger.errors import NewsledgerError
from newsledger.intake import address_of_url
from newsledger.ledger.grouping.check import check_groups
from newsledger.model import Article, Capture, Record
from newsledger.pipeline import load_page_rules
from newsledger.show import settlement
from newsledger.store import Store, capture_key, put_together, restore, take_apart
from newsledger.store.held import HeldCapture, HeldReading
from newsledger.store.rows import Row
from newsledger.verify import verify

#: Kept in a row, but not of the record alone: the words of the version that put it.
_OF_VERSION = frozenset({"settled"})
#: Rows of one table and one article that are told of, and looked at beyond those of the record.
_MOST = 100


@dataclass(slots=True, kw_only=True)
class Sum:
    """How much was checked so far, and how much of it holds.

    Attributes:
        receipts: Spans of all readings.
        texts: Pages that were read again.
        same: Those that gave the same article again.
        otherwise: Those that this version reads otherwise than the one that read them then.
        without: Captures of which no bytes are kept.
        problems: What is amiss.
    """

    articles: int = 0
    readings: int = 0
    receipts: int = 0
    held: int = 0
    texts: int = 0
    same: int = 0
    otherwise: int = 0
    without: int = 0
    problems: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)


def check_ledger(store: Store, total: Sum) -> Iterator[str]:
    """Check a ledger, one article at a time in memory.

    Args:
        store: The ledger.
        total: What is counted, while it is counted.

    Yields:
        Each problem, in plain words.
    """
    for problem in _problems(store, total):
        total.problems += 1
        yield problem


def summary(total: Sum) -> Iterator[str]:
    """Say how much a ledger holds, in a few lines."""
    rows = total.rows
    if not rows:
        return
    works = f"{rows['articles']:,} versions of {rows['works']:,} articles, {rows['readings']:,} readings"
    yield f"{works}, {rows['captures']:,} captures, {rows['failures']:,} failures, {rows['tombstones']:,} tombstones"
    notes = [
        f"{number:,} {told}"
        for number, told in (
            (total.otherwise, "are read otherwise by this version: see 'newsledger reread'"),
            (total.without, "captures without their bytes"),
        )
        if number
    ]
    yield "; ".join((f"{total.same:,} of {total.texts:,} pages give the same article again", *notes))


def _problems(store: Store, total: Sum) -> Iterator[str]:
    yield from store.check()
    try:
        total.rows = store.tally().rows
        checker = _Pages.load()
        for capture in store.captures():
            yield from checker.check(capture, total)
        for reading in store.readings():
            yield from _check_reading(store, reading, total)
        yield from check_groups(store)
        yield from store.corrections.check()
    except NewsledgerError as error:
        yield str(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """Reads pages again, as far as their text."""

    rules: page.Rules
    lexicons: Mapping[str, str]
    version: str

    @classmethod
    def load(cls) -> "_Pages":
        rules, lexicons = load_page_rules()
        return cls(rules=rules, lexicons=lexicons, version=version("newsledger"))

    def check(self, held: HeldCapture, total: Sum) -> Iterator[str]:
        kept = held.kept
        if not held.has_bytes:
            total.without += 1
            return
        try:
            capture = restore(kept)
        except NewsledgerError as error:
            yield str(error)
            return
        if capture_key(capture, kept.address) != kept.key:
            yield f"{kept.url}: its address, kind, media type or date was changed after it was put"
        if _is_of_the_web(kept.url) and kept.address != address_of_url(kept.url or ""):
            yield f"{kept.url}: it is kept under another address, {kept.address!r:.200}"
        if held.article is not None:
            yield from self._check_text(held, capture, total)

    def _check_text(self, held: HeldCapture, capture: Capture, total: Sum) -> Iterator[str]:
        total.texts += 1
        try:
            found = page.read_article(capture, self.rules)
            same = found.id == held.article and held.text_sha256 in {None, found.text_sha256}
        except NewsledgerError:
            same = False
        if same:
            total.same += 1
            yield from self._check_place(held, found)
        elif self._is_maker(json.loads(held.made_by or "{}")):
            yield f"article {held.article}: its text is not the one that its page at {held.kept.url} gives"
        else:
            total.otherwise += 1

    def _check_place(self, held: HeldCapture, found: Article) -> Iterator[str]:
        """Hold the address of a sighting against the page, where the same version took it in."""
        wanted = found.canonical_url or held.kept.address
        if held.seen_by == self.version and held.seen_at != wanted:
            yield f"article {held.article}: seen at {held.seen_at!r:.200}, its page says {wanted!r:.200}"

    def _is_maker(self, made_by: Mapping[str, Any]) -> bool:
        """Say whether a reading was made by this version, with its own word lists for pages and no others."""
        lexicons = made_by.get("lexicons", {})
        ours = made_by.get("version") == self.version and not made_by.get("user_files")
        return ours and all(lexicons.get(name) == digest for name, digest in self.lexicons.items())


def _is_of_the_web(url: str | None) -> bool:
    return url is not None and url.startswith(("http://", "https://"))


def _check_reading(store: Store, held: HeldReading, total: Sum) -> Iterator[str]:
    where = f"article {held.article}, reading {held.number}"
    total.readings += 1
    total.articles += held.current
    try:
        # Straight to a record: what a crafted one has beside it is not so much as looked at.
        record = put_together(held.packed, held.made_by, held.text)
    except NewsledgerError as error:
        yield f"{where}: {error}"
        return
    if record.digest != held.digest:
        yield f"{where}: the record is not the one of its digest"
        return
    # The digest is over the words of every span, cut here from the text that is there now.
    verdict = verify({**codec.to_builtins(record), "digest": held.digest})
    total.receipts += verdict.receipts
    total.held += verdict.held if verdict.sealed else 0
    yield from (f"{where}: {problem}" for problem in verdict.problems)
    if held.current and held.row is not None:
        yield from (f"article {held.article}: {problem}" for problem in _check_rows(store, record, held.row))


def _check_rows(store: Store, record: Record, row: Row) -> Iterator[str]:
    """Compare an article's rows with what its record gives when it is taken apart."""
    settled = {one.id: settlement(one, record) for one in record.expectations}
    wanted = take_apart(record, settled=settled)
    # How something is settled, each version may say in its own way.
    unknown = frozenset() if _is_ours(record) else _OF_VERSION
    for name, value in wanted.article.items():
        if row[name] != value:
            yield f"articles: {name} is {row[name]!r:.200}, the record says {value!r:.200}"
    for table, rows in wanted.findings.items():
        found = store.spellings(rows) if table == "spellings" else store.findings(record.article.id, table)
        held = list(islice(found, len(rows) + _MOST))
        yield from _compare(table, rows, held, unknown)


def _is_ours(record: Record) -> bool:
    return record.made_by.version == version("newsledger") and not record.made_by.user_files


def _compare(table: str, wanted: Sequence[Row], found: Sequence[Row], unknown: frozenset[str]) -> Iterator[str]:
    columns = [name for name in (wanted[0] if wanted else ()) if name not in unknown]
    left, right = (Counter(tuple(row[name] for name in columns) for row in rows) for rows in (wanted, found))
    if table == "spellings":
        # Two actors may share one; lists and other articles add theirs.
        left = Counter(set(left))
        right &= left
    missing, added = list((left - right).elements()), list((right - left).elements())
    for values in missing[:_MOST]:
        row = dict(zip(columns, values, strict=True))
        other = next((dict(zip(columns, one, strict=True)) for one in added if one[0] == values[0]), None)
        if other is None:
            yield f"{table}: a row of the record is not there: {_shown(row)}"
            continue
        added.remove(tuple(other.values()))
        changed = {name: value for name, value in row.items() if other[name] != value}
        yield f"{table}: {_shown({name: other[name] for name in changed})}, the record says {_shown(changed)}"
    if added:
        yield f"{table}: found {len(added)} of its rows without a record for them"


def _shown(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value!r:.80}" for name, value in list(row.items())[:4])
