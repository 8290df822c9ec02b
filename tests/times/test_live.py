"""A live entry's clock anchors its own sentences."""

from dataclasses import replace
from datetime import date

import pytest

from newsledger.model import Annotated, Timex
from newsledger.times import Rules, find, resolve
from times.bare import PUBLISHED, bare


def live(text: str, at: str | None, published: date | None = PUBLISHED) -> Annotated:
    doc = bare(text, published=published, role="live_entry")
    blocks = tuple(replace(block, at=at) for block in doc.article.blocks)
    return replace(doc, article=replace(doc.article, blocks=blocks))


def times_at(rules: Rules, text: str, at: str | None, published: date | None = PUBLISHED) -> tuple[Timex, ...]:
    doc = live(text, at, published)
    return resolve(doc, find(doc, rules), rules)


@pytest.mark.parametrize(
    ("text", "at", "kind", "value"),
    [
        pytest.param("It fell an hour ago .", "T14:05", "TIME", "2017-03-15T13:05", id="clock"),
        pytest.param("It fell 20 minutes ago .", "2017-03-14T00:05", "TIME", "2017-03-13T23:45", id="over-midnight"),
        pytest.param("It fell two hours ago .", "2017-03-14T14:05+02:00", "TIME", "2017-03-14T12:05", id="zone"),
        pytest.param("It fell today .", "2017-03-13T14:05", "DATE", "2017-03-13", id="the-entrys-own-day"),
        pytest.param("It fell an hour ago .", None, "DURATION", "PT1H", id="no-clock"),
        pytest.param("It fell an hour ago .", "2017-99-99T14:05", "DURATION", "PT1H", id="broken-day"),
        pytest.param("It fell two days ago .", "T14:05", "DATE", "2017-03-13", id="days-keep-their-exactness"),
    ],
)
def test_an_entrys_sentences_count_from_its_clock(
    rules: Rules, text: str, at: str | None, kind: str, value: str
) -> None:
    (timex,) = times_at(rules, text, at)

    assert (timex.type, timex.value) == (kind, value)
    assert timex.block_role == "live_entry"


def test_a_clock_without_any_day_counts_nothing(rules: Rules) -> None:
    (timex,) = times_at(rules, "It fell an hour ago .", "T14:05", published=None)

    assert (timex.type, timex.value) == ("DURATION", "PT1H")


def test_body_text_has_no_clock(rules: Rules) -> None:
    doc = bare("It fell an hour ago .")

    (timex,) = resolve(doc, find(doc, rules), rules)

    assert timex.type == "DURATION"
