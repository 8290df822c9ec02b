"""Which lines an extraction library keeps."""

from newsledger.page.markup.extract import find_kept
from newsledger.page.words.line import Line, make_line


def lines(*texts: str) -> list[Line]:
    return [make_line(text, 0) for text in texts]


def test_lines_are_found_in_their_order() -> None:
    ours = lines("Menu", "The old lock closes today.", "Barges take the canal.", "Most read")

    assert find_kept(ours, "The old lock closes today.\nBarges take the canal.") == {1, 2}


def test_a_line_that_stands_twice_counts_once_and_where_the_rest_is() -> None:
    ours = lines(
        "The old lock closes today.",
        "Latest news from all over the harbour",
        "The council voted on Monday at noon.",
        "The old lock closes today.",
        "Barges take the canal.",
    )

    kept = "The council voted on Monday at noon.\nThe old lock closes today.\nBarges take the canal."

    assert find_kept(ours, kept) == {2, 3, 4}


def test_a_line_that_was_kept_in_most_of_its_words_is_held() -> None:
    ours = lines("The old lock closes today, the council said on Monday in Bergen. [1]")

    assert find_kept(ours, "The old lock closes today, the council said on Monday in Bergen.") == {0}


def test_short_lines_must_be_paragraphs_of_their_own() -> None:
    assert find_kept(lines("Old lock", "US wins"), "The old lock closes today.\nUS wins\nIt was late.") == {1}


def test_lines_joined_by_the_library_are_both_held() -> None:
    assert find_kept(
        lines("The old lock closes.", "Barges take the canal."), "The old lock closes. Barges take the canal."
    ) == {0, 1}


def test_nothing_kept_holds_nothing() -> None:
    assert find_kept(lines("The old lock closes today."), "") == frozenset()
    assert find_kept([], "The old lock closes today.") == frozenset()
