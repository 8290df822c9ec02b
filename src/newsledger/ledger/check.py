"""A whole ledger against itself: receipts against texts, texts against bytes, rows against records."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from newsledger import codec, page
from newsledger.errors import NewsledgerError
from newsledger.model import Capture, Record
from newsledger.pipeline import load_page_rules
from newsledger.store import Store, capture_key, restore, take_apart, unpack
from newsledger.store.held import HeldCapture, HeldReading
from newsledger.store.rows import Row
from newsledger.verify import verify

#: Kept in a row, but made with what the record alone does not tell: whose names, and what later articles say.
_NOT_IN_RECORD = frozenset({"settled", "state"})


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
        elif self._is_maker(json.loads(held.made_by or "{}")):
            yield f"article {held.article}: its text is not the one that its page at {held.kept.url} gives"
        else:
            total.otherwise += 1

    def _is_maker(self, made_by: Mapping[str, Any]) -> bool:
        """Say whether a reading was made by this version, with its own word lists for pages and no others."""
        lexicons = made_by.get("lexicons", {})
        ours = made_by.get("version") == self.version and not made_by.get("user_files")
        return ours and all(lexicons.get(name) == digest for name, digest in self.lexicons.items())


def _check_reading(store: Store, held: HeldReading, total: Sum) -> Iterator[str]:
    where = f"article {held.article}, reading {held.number}"
    total.readings += 1
    total.articles += held.current
    try:
        tree = unpack(held.packed, held.made_by)
        article = tree.get("article")
        if not isinstance(article, dict) or tree.get("digest") != held.digest:
            yield f"{where}: the record is not the one of its digest"
            return
        record = codec.from_builtins({**tree, "article": {**article, "text": held.text}})
    except NewsledgerError as error:
        yield f"{where}: {error}"
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
    wanted = take_apart(record, settled={})
    for name, value in wanted.article.items():
        if row[name] != value:
            yield f"articles: {name} is {row[name]!r}, the record says {value!r}"
    for table, rows in wanted.findings.items():
        found = store.spellings(rows) if table == "spellings" else store.findings(record.article.id, table)
        yield from _compare(table, rows, list(found))


def _compare(table: str, wanted: Sequence[Row], found: Sequence[Row]) -> Iterator[str]:
    columns = [name for name in (wanted[0] if wanted else ()) if name not in _NOT_IN_RECORD]
    left, right = (Counter(tuple(row[name] for name in columns) for row in rows) for rows in (wanted, found))
    if table == "spellings":
        # Two actors may share one; lists and other articles add theirs.
        left = Counter(set(left))
        right &= left
    missing, added = list((left - right).elements()), list((right - left).elements())
    for values in missing:
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
    return ", ".join(f"{name} {value!r}" for name, value in list(row.items())[:4])
