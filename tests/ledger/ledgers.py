"""Ledgers of golden pages, bytes and all, made without a model."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from newsledger import codec
from newsledger.model import Capture, MadeBy, Record
from newsledger.pipeline import load_page_rules
from newsledger.show import settlement
from newsledger.store import Entry, Store, keep, open_ledger, take_apart
from store.conftest import GOLDEN, from_golden

AT = "2026-01-01T00:00:00+00:00"


def page_of(path: Path) -> Path:
    """Give the page that a golden record was read from."""
    return next(found for ending in (".html", ".txt") if (found := path.with_suffix(ending)).exists())


def record_of(path: Path, url: str) -> Record:
    """Give a golden record as this version would have made it at an address."""
    record = from_golden(path)
    made_by = MadeBy(
        version=version("newsledger"),
        model="none",
        model_version="1",
        model_sha256="0",
        lexicons=dict(_lexicons()),
        user_files={},
    )
    return codec.seal(replace(record, article=replace(record.article, url=url), made_by=made_by))


def entry_of_page(path: Path, *, url: str, with_bytes: bool = True) -> Entry:
    capture = Capture(data=page_of(path).read_bytes(), url=url)
    kept = keep(capture, address=url, with_bytes=with_bytes)
    record = record_of(path, url)
    settled = {one.id: settlement(one, record) for one in record.expectations}
    return Entry(kept=kept, outcome=take_apart(record, settled=settled))


@cache
def _lexicons() -> Mapping[str, str]:
    return load_page_rules()[1]


def make_ledger(path: Path, *, with_bytes: bool = True) -> Store:
    """Make a ledger of all golden pages, one of them with a mirror."""
    path.write_bytes(_file_of(with_bytes=with_bytes))
    return open_ledger(path)


@cache
def _file_of(*, with_bytes: bool) -> bytes:
    """Give the file of such a ledger, which is made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with open_ledger(path, new=True) as store:
            run = store.begin("test", at=AT)
            names = [(page, f"https://news.example/{page.stem}") for page in GOLDEN]
            names.append((GOLDEN[0], "https://copies.example/page"))
            store.put([entry_of_page(page, url=url, with_bytes=with_bytes) for page, url in names], run=run)
            store.end(run, at=AT)
        return path.read_bytes()
