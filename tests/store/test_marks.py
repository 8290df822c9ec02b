"""Hits and passages, by their places in the text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from newsledger.model import Span
from newsledger.store.questions import Block, Finder, best_passage, read_query, sentence_at
from newsledger.store.questions.marks import block_at, block_names


def page(*parts: tuple[str, str]) -> tuple[str, list[Block]]:
    """Make a page of parts."""
    text, blocks = "", []
    for role, words in parts:
        start = len(text)
        text += words + "\n"
        blocks.append((role, start, start + len(words)))
    return text, blocks


def test_a_passage_has_most_of_the_words() -> None:
    text, blocks = page(
        ("headline", "Ferry sinks"),
        ("body", "The ferry was old."),
        ("body", "The owner of the ferry was sentenced on Monday."),
    )

    passage, hits = best_passage(text, blocks, Finder.of(read_query("ferry sentenced")))

    assert passage.exact == "The owner of the ferry was sentenced on Monday."
    assert text[passage.start : passage.end] == passage.exact
    assert passage.block == "body ¶2"
    assert [hit.of(text) for hit in hits] == ["ferry", "sentenced"]


def test_words_of_a_menu_are_no_hits() -> None:
    text, blocks = page(("furniture", "Ferry times"), ("headline", "Road opens"), ("body", "The road is open."))

    passage, hits = best_passage(text, blocks, Finder.of(read_query("ferry")))

    assert hits == ()
    assert passage.exact == "Road opens"


def test_a_hit_in_a_field_is_of_that_field() -> None:
    text, blocks = page(("headline", "Ferry sinks"), ("caption", "The ferry"), ("body", "The ferry sank."))

    passage, _ = best_passage(text, blocks, Finder.of(read_query("caption:ferry")))

    assert passage.block == "caption"


def test_a_long_paragraph_is_cut_at_full_stops() -> None:
    filler = "Nothing of note was said by anybody in the long hours of the morning. " * 8
    text, blocks = page(("body", filler + "Then the ferry sank. " + filler.strip()))

    passage, _ = best_passage(text, blocks, Finder.of(read_query("ferry")))

    assert passage.exact.startswith("Then the ferry sank.")
    assert passage.end - passage.start <= 280


def test_a_phrase_goes_over_a_line_break() -> None:
    text, blocks = page(("body", "the prime\nminister"))

    _, hits = best_passage(text, blocks, Finder.of(read_query('"prime minister"')))

    assert [hit.of(text) for hit in hits] == ["prime\nminister"]


def test_a_sentence_is_found_by_a_place_in_it() -> None:
    text, blocks = page(("body", "One came. Two went. Three stayed."))

    assert sentence_at(text, blocks, text.index("went")).of(text) == "Two went."
    assert sentence_at(text, blocks, len(text)) == Span(start=len(text), end=len(text))


@given(st.lists(st.tuples(st.sampled_from(["headline", "body", "live_entry"]), st.integers(1, 9)), max_size=12))
def test_a_place_is_named_as_its_part_is(parts: list[tuple[str, int]]) -> None:
    ends = list(itertools.accumulate(length for _, length in parts))
    blocks = [(role, end - length, end) for (role, length), end in zip(parts, ends, strict=True)]

    names = block_names(blocks)

    assert [block_at(blocks, start) for _, start, _ in blocks] == names
    assert block_at(blocks, ends[-1] if ends else 0) == ""
