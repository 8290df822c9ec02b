"""Lines of a text."""

import pytest

from newsledger.page.words.line import count_words, is_closed, read_lines


def test_lines_are_cut_without_the_space_around_them() -> None:
    text = "  First line \r\n\n\n\tsecond\u00a0line"

    lines = read_lines(text)

    assert [(line.text, text[line.start : line.end], line.gap) for line in lines] == [
        ("First line", "First line", 0),
        ("second\u00a0line", "second\u00a0line", 2),
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\n\r"])
def test_a_line_ends_where_str_splitlines_ends_it(end: str) -> None:
    text = f"one{end} two {end}three"

    assert [text[line.start : line.end] for line in read_lines(text)] == ["one", "two", "three"]
    assert [line.text for line in read_lines(text)] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("He left.", True),
        ("“He left.”", True),
        ("He said “now”", True),
        ("Did he?", True),
        ("他走了。", True),
        ("(Photo: AP)", False),
        ("Most read", False),
        ("", False),
    ],
)
def test_a_line_is_closed_as_a_sentence_is(text: str, closed: bool) -> None:
    assert is_closed(text) is closed


def test_two_letters_of_a_script_without_spaces_count_as_a_word() -> None:
    assert count_words("the old lock") == 3
    assert count_words("古い水門は閉鎖される") == 5
