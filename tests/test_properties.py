"""What holds for any text at all."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsledger import Reader, Record, codec
from newsledger.errors import PageError
from newsledger.model import Span

VOCABULARY = """
The minister said on Tuesday that “ ” " ' ( ) — - , . ; : ? ! he she they Putin Washington will not meet talks accused
threatened to in of 2014 next week $ 1,000 killed (Reuters) By AFP Share: Q: A: http://x.y … é 北京 🙂
according hope plan if unless until after the election U.S. Mr. 's n't <p> </p> & &amp;
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\u00a0", "\u200b", "\ud800"])
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)
ANY = st.text(st.characters(codec=None), max_size=300)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def spans(node: Any) -> list[dict[str, Any]]:
    """All spans of a record's tree."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list | tuple) else ()
    own = [node] if isinstance(node, dict) and isinstance(node.get("start"), int) else []
    return own + [span for child in children for span in spans(child)]


def check(record: Record) -> None:
    """Check what must hold for every record."""
    text = record.article.text
    for span in spans(codec.to_builtins(record)):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert span["exact"] == text[span["start"] : span["end"]]
    blocks = record.article.blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    covered = [" "] * len(text)
    for block in blocks:
        covered[block.start : block.end] = "x" * (block.end - block.start)
    assert all(mark == "x" or character.isspace() for mark, character in zip(covered, text, strict=True))
    assert codec.from_json(codec.to_json(record)) == record
    starts = [timex.span.start for timex in record.times]
    assert starts == sorted(starts)


@CALM
@given(text=ANY | NEWSLIKE)
def test_any_clean_text_reads_without_raising(reader: Reader, text: str) -> None:
    record = reader.read_text(text)

    assert record.article.text == text
    check(record)
    assert reader.read_text(text) == record


@CALM
@given(text=ANY | NEWSLIKE)
def test_any_page_reads_or_is_refused_with_a_page_error(reader: Reader, text: str) -> None:
    try:
        record = reader.read(text)
    except PageError:
        return
    check(record)


@CALM
@given(data=st.binary(max_size=300))
def test_any_bytes_read_or_are_refused_with_a_page_error(reader: Reader, data: bytes) -> None:
    try:
        record = reader.read(data)
    except PageError:
        return
    check(record)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("“We will not leave,” the envoy said on Tuesday. He met rebels last week.", id="quotation"),
        pytest.param("The talks of 12 March 2019 failed. “It is over”, an aide said.", id="dates"),
        pytest.param("Officials said “no deal” was near.\n\n“We hope for one next month,” said a minister.", id="two"),
    ],
)
def test_a_neutral_paragraph_at_the_end_changes_no_time_or_quotation_before_it(reader: Reader, before: str) -> None:
    alone = reader.read_text(before, published="2019-03-20")
    longer = reader.read_text(before + "\n\nThe road along the river is long and narrow.", published="2019-03-20")

    def found(record: Record) -> tuple[list[Span], list[tuple[Span, ...]]]:
        quotations = [s.content for s in record.statements if s.form != "indirect"]
        return [timex.span for timex in record.times], quotations

    assert found(alone) == found(longer)
