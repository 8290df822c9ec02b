"""A store of each kind, empty, and entries made of the golden records, so that no model is needed."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from newsledger import codec
from newsledger.ledger.grouping import group_all
from newsledger.model import Capture, Record, content_id
from newsledger.store import Entry, Store, keep, open_ledger, take_apart
from places import KINDS, place_of

PAGES = Path(__file__).parents[1] / "pages"
MADE_BY = {
    "version": "1",
    "model": "none",
    "model_version": "1",
    "model_sha256": "0",
    "lexicons": {},
    "user_files": {},
}
GOLDEN = sorted(PAGES.glob("*.json"))


def golden(name: str) -> Record:
    return from_golden(PAGES / f"{name}.json")


def from_golden(path: Path) -> Record:
    """Give a golden record its maker and its digest, which are left out of the file."""
    tree = json.loads(path.read_bytes())
    return codec.seal(codec.from_builtins({**tree, "made_by": MADE_BY, "digest": ""}))


def entry_of(record: Record, *, address: str | None = None, data: bytes | None = None) -> Entry:
    raw = record.article.text.encode() if data is None else data
    capture = Capture(data=raw, url=address or record.article.url)
    return Entry(kept=keep(capture, address=capture.url), outcome=take_apart(record, settled={}))


def reworded(record: Record, old: str, new: str) -> Record:
    """Give the record as it would be had a page said something else: of the same length, so that spans hold."""
    assert len(old) == len(new)
    assert old in record.article.text
    text = record.article.text.replace(old, new)
    article = replace(record.article, id=codec.text_sha256(text)[:16], text=text, text_sha256=codec.text_sha256(text))
    # Without findings: their ids would be those of the other article.
    return codec.seal(replace(record, article=article, actors=(), times=(), statements=(), events=(), expectations=()))


def edited(record: Record, old: str, new: str) -> Record:
    """Give the record as it would be had a page said something else, with its findings and new ids for them.

    ``old`` stands in the text once, and no finding lies inside it.
    """
    text = record.article.text
    assert text.count(old) == 1
    changed = text.replace(old, new)
    at, by, identifier = text.index(old) + len(old), len(new) - len(old), codec.text_sha256(changed)[:16]
    ids = {one.id for kind in _FINDINGS for one in getattr(record, kind)}
    tree = _moved(msgspec.to_builtins(record), at, by, ids, identifier)
    tree["article"] |= {"id": identifier, "text": changed, "text_sha256": codec.text_sha256(changed)}
    return codec.seal(codec.from_builtins(tree))


_FINDINGS = ("actors", "times", "statements", "events", "expectations")


def _moved(node: Any, at: int, by: int, ids: set[str], article: str) -> Any:
    if isinstance(node, dict):
        tree = {name: _moved(value, at, by, ids, article) for name, value in node.items()}
        return tree | {edge: node[edge] + (by if node[edge] >= at else 0) for edge in ("start", "end") if edge in node}
    if isinstance(node, list | tuple):
        return [_moved(value, at, by, ids, article) for value in node]
    return content_id(article, node) if node in ids else node


def without(record: Record, kind: str, finding: str) -> Record:
    """Give the record as a reader would have made it that does not find one of its findings."""
    left: dict[str, Any] = {kind: tuple(one for one in getattr(record, kind) if one.id != finding)}
    return codec.seal(replace(record, **left))


@pytest.fixture(scope="session", params=KINDS)
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with every golden page in it, to be asked and not to be changed."""
    store = open_ledger(place_of(request.param, request, tmp_path_factory.mktemp("full")), new=True)
    run = store.begin("test", at="2026-01-01T00:00:00+00:00")
    entries = [entry_of(from_golden(path), address=f"https://paper.example/{path.stem}") for path in GOLDEN]
    store.put(entries, run=run)
    for _ in group_all(store):
        pass
    yield store
    store.close()


@pytest.fixture
def make_store(place: Path | str) -> Iterator[Callable[[], Store]]:
    """Open the same store, as often as it is called."""
    opened: list[Store] = []

    def make() -> Store:
        opened.append(open_ledger(place, new=True))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store: Callable[[], Store]) -> Store:
    return make_store()


@pytest.fixture
def run(store: Store) -> int:
    return store.begin("test", at="2026-01-01T00:00:00+00:00")
