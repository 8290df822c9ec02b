"""A page that is added again from its own address: what it says now is kept, however short the news is."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsledger import Reader
from newsledger.intake import Found
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.ledger.work import Task, work
from newsledger.model import Capture
from newsledger.store import Store, open_ledger

BODY = (
    "Ferry runs aground off the northern cape",
    "The ferry ran aground off the northern cape on Monday night, the harbour office said in a notice.",
    "Divers looked for the missing captain until the early hours of the morning without finding him.",
)
ONE, OTHER = "https://harbour.example/ferry", "https://copies.example/ferry"


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    with open_ledger(place, new=True) as opened:
        yield opened


def put(reader: Reader, store: Store, *lines: str, address: str = ONE, more: str = "", head: str = "") -> str:
    page = f"<html><head>{head}</head><body><article><h1>{lines[0]}</h1>" + "".join(
        f"<p>{line}</p>" for line in lines[1:]
    )
    data = f"{page}</article>{more}</body></html>".encode()
    found = Found(capture=Capture(data=data, url=address), address=address, place=None)
    entry = partial(work, reader)(Task(found=found, with_bytes=True))
    run = store.begin("test", at="2026-01-01T00:00:00+00:00")
    return store.put([entry], run=run)[0].what


@pytest.mark.parametrize("line", ["He died on Tuesday.", "Three are dead", "UPDATE: captain found"])
def test_a_short_new_paragraph_is_an_update(reader: Reader, store: Store, line: str) -> None:
    assert put(reader, store, *BODY) == "added"

    assert put(reader, store, *BODY[:2], line, *BODY[2:]) == "version"

    (record,) = store.records()
    assert line in record.article.text
    assert list(check_ledger(store, Sum())) == []
    assert put(reader, store, *BODY[:2], line, *BODY[2:]) == "known"


def test_an_update_notes_what_it_changed(reader: Reader, store: Store) -> None:
    put(reader, store, *BODY)

    put(reader, store, *BODY[:2], "He died on Tuesday, police said.", BODY[2])

    readings = list(store.readings())
    assert [one.current for one in readings] == [False, True]
    assert "police" not in readings[0].text


def test_a_short_line_of_a_mirror_is_no_update(reader: Reader, store: Store) -> None:
    put(reader, store, *BODY)

    assert put(reader, store, *BODY[:2], "Tell your friends", BODY[2], address=OTHER) == "mirror"


def test_other_furniture_at_one_address_is_no_update(reader: Reader, store: Store) -> None:
    put(reader, store, *BODY)

    assert put(reader, store, *BODY, more="<footer><p>© 2021 Harbour News</p></footer>") == "known"


def test_a_copy_that_names_the_address_and_tells_more_is_an_update(reader: Reader, store: Store) -> None:
    own = f'<link rel="canonical" href="{ONE}">'
    longer = (*BODY, "Nobody else was hurt when she ran aground, said the harbour office late on Monday night.")
    put(reader, store, *longer, head=own)

    more = (*longer, "He was found dead on Tuesday.")
    assert put(reader, store, *more, head=own, address=OTHER) == "version"
    assert put(reader, store, *longer, "He lives.", head=own, address=OTHER + "/2") == "known"

    (record,) = store.records()
    assert "found dead" in record.article.text
