"""What showing a record costs grows as the record, however many findings a text or a paragraph has."""

from cProfile import Profile
from dataclasses import replace

import pytest

from newsledger import Reader, Record
from newsledger.show import annotations, html_page, listing

TEXT = 'Chile attacked Peru on 3 May. "We will leave Lusk," Anna Orlow said. The port will be closed on Friday.'


@pytest.mark.parametrize("show", [listing, html_page, annotations])
def test_twice_the_findings_take_twice_the_work(reader: Reader, show: object) -> None:
    record = reader.read_text(TEXT, published="2019-03-06")

    once, twice = (_calls(show, _grown(record, size)) for size in (500, 1_000))

    assert twice < 2.2 * once


@pytest.mark.parametrize("show", [listing, html_page, annotations])
def test_twice_the_paragraphs_take_twice_the_work(reader: Reader, show: object) -> None:
    once, twice = (
        _calls(show, reader.read_text("\n\n".join([TEXT] * size), published="2019-03-06")) for size in (60, 120)
    )

    assert twice < 2.2 * once


def _grown(record: Record, size: int) -> Record:
    """Tell each event and statement so many times, each time as one of its own."""
    return replace(
        record,
        events=tuple(replace(one, id=f"{one.id}-{n}", same_as=None) for one in record.events for n in range(size)),
        statements=tuple(replace(one, id=f"{one.id}-{n}") for one in record.statements for n in range(size)),
    )


def _calls(show: object, record: Record) -> int:
    assert callable(show)
    show(record)  # what is loaded once is loaded
    profile = Profile()
    profile.enable()
    show(replace(record))
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
