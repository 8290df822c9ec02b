"""A record as TimeML, parsed back as a scorer of the field would."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.model import PageDate, Record, Span, Timex
from newsledger.show import timeml
from parses import article
from show.sample import RECORD

TEXT = "Berg & Lund left <Orlow> on May 3, 1911; two weeks later, after the vote, they met daily."
DAY = Timex(
    id="day",
    span=Span(start=28, end=39),
    type="DATE",
    value="1911-05-03",
    mod=None,
    earliest=date(1911, 5, 3),
    latest=date(1911, 5, 3),
    open_start=False,
    open_end=False,
    vague=False,
    negated=False,
    anchor=None,
    block_role="body",
    rule="r",
)
LATER = replace(DAY, id="later", span=Span(start=41, end=56), value="1911-05-17", anchor=DAY.span, mod="APPROX")
PHRASE = replace(DAY, id="vote", span=Span(start=58, end=72), type=None, value=None, anchor=DAY.span)
DAILY = replace(DAY, id="daily", span=Span(start=83, end=88), type="SET", value="P1D", earliest=None, latest=None)


def record_of(text: str, *times: Timex, published: date | None = date(1911, 6, 1)) -> Record:
    return replace(RECORD, article=article(text, published=published), times=times)


def tree_of(document: str) -> ET.Element:
    return ET.fromstring(document.encode())  # noqa: S314 -- what we have just written


def read_back(document: str) -> tuple[str, list[tuple[int, int, dict[str, str]]]]:
    """Give the text of a TimeML document, and where each TIMEX3 stands in it."""
    body = tree_of(document).find("TEXT")
    assert body is not None
    text, times = body.text or "", []
    for child in body:
        words = child.text or ""
        times.append((len(text), len(text) + len(words), dict(child.attrib)))
        text += words + (child.tail or "")
    return text, times


def test_the_text_comes_back_unchanged_with_the_spans_of_its_times() -> None:
    text, times = read_back(timeml(record_of(TEXT, DAY, LATER, PHRASE, DAILY)))

    assert text == TEXT
    assert [(start, end) for start, end, _ in times] == [(28, 39), (41, 56), (83, 88)]


def test_a_time_has_the_attributes_of_timex3() -> None:
    _, times = read_back(timeml(record_of(TEXT, DAY, LATER, PHRASE, DAILY)))

    assert [attributes for _, _, attributes in times] == [
        {
            "tid": "t1",
            "type": "DATE",
            "value": "1911-05-03",
            "temporalFunction": "false",
            "functionInDocument": "NONE",
        },
        {
            "tid": "t2",
            "type": "DATE",
            "value": "1911-05-17",
            "mod": "APPROX",
            "temporalFunction": "true",
            "functionInDocument": "NONE",
            "anchorTimeID": "t1",
        },
        {"tid": "t3", "type": "SET", "value": "P1D", "temporalFunction": "false", "functionInDocument": "NONE"},
    ]


def test_what_counts_from_the_page_is_anchored_to_its_day() -> None:
    published = date(1911, 6, 1)

    document = timeml(record_of(TEXT, replace(LATER, anchor=published)))

    created = tree_of(document).find("DCT/TIMEX3")
    assert created is not None
    assert created.attrib["tid"] == read_back(document)[1][0][2]["anchorTimeID"] == "t0"
    assert (created.attrib["value"], created.attrib["functionInDocument"]) == ("1911-06-01", "CREATION_TIME")


def test_a_page_of_no_day_says_so() -> None:
    document = timeml(record_of(TEXT, replace(DAY, value="XXXX-05-03"), published=None))

    created = tree_of(document).find("DCT/TIMEX3")
    assert created is not None
    assert created.attrib["value"] == "XXXX-XX-XX"
    assert read_back(document)[1][0][2]["temporalFunction"] == "true"


def test_the_days_of_a_datetime_are_written_without_its_clock() -> None:
    page = PageDate(value="1911-06-01T10:00+02:00", earliest=date(1911, 6, 1), latest=date(1911, 6, 1), basis="given")
    record = record_of(TEXT)

    document = timeml(replace(record, article=replace(record.article, date_published=page)))

    assert ">1911-06-01</TIMEX3></DCT>" in document


def test_a_datelines_day_is_the_publication_time() -> None:
    dated = replace(DAY, value="1911-06-01", block_role="dateline")

    assert read_back(timeml(record_of(TEXT, dated)))[1][0][2]["functionInDocument"] == "PUBLICATION_TIME"


def test_times_that_overlap_are_written_once() -> None:
    inside = replace(DAY, span=Span(start=30, end=33))

    assert len(read_back(timeml(record_of(TEXT, DAY, inside)))[1]) == 1


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc", "]]> &amp; <TIMEX3>", "\t\n\x85\u2028 "], ids=["returns", "marks", "space"]
)
def test_what_xml_would_change_is_kept(text: str) -> None:
    assert read_back(timeml(record_of(text)))[0] == text


@given(st.text())
def test_any_text_makes_a_document_whose_offsets_are_those_of_the_text(text: str) -> None:
    back, _ = read_back(timeml(record_of(text)))

    assert len(back) == len(text)
    assert all(one in (other, "\ufffd") for one, other in zip(back, text, strict=True))
