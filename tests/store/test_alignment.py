"""Which words of a newer text are those of an older one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.store.versions import align, difference


def told(before: str, after: str) -> list[tuple[str, str]]:
    cut = {"gone": lambda piece: piece.before.of(before)}
    return [
        (piece.what, cut.get(piece.what, lambda piece: piece.after.of(after))(piece))
        for piece in difference(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("The port is shut.", "The port is shut.", [("same", "The port is shut.")], id="same"),
        pytest.param(
            "Three ships left.",
            "Five ships left.",
            [("gone", "Three"), ("added", "Five"), ("same", "ships left.")],
            id="another-word",
        ),
        pytest.param("It is.\nIt was.", "It is.", [("same", "It is."), ("gone", "It was.")], id="line-gone"),
        pytest.param("", "It is.", [("added", "It is.")], id="all-new"),
        pytest.param("It is.", "", [("gone", "It is.")], id="all-gone"),
    ],
)
def test_a_difference_is_told_word_by_word(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert told(before, after) == expected


def test_what_changed_places_is_gone_in_one_and_added_in_the_other() -> None:
    pieces = told("One two three four five.\nIt is so.", "It is so.\nOne two three four five.")

    assert sorted(what for what, _ in pieces) == ["added", "gone", "same"]


def test_the_words_of_a_moved_paragraph_are_found_where_it_stands_now() -> None:
    before = "The minister of ports resigned.\nThe strike goes on.\nTalks are planned for Monday."
    after = "Talks are planned for Monday.\nThe minister of ports resigned.\nThe strike goes on."

    found = align(before, after)

    assert len(found.pairs) == len(found.before)
    assert all(found.before[old].of(before) == found.after[new].of(after) for old, new in found.pairs.items())


TEXTS = st.text(alphabet="ab .\n", max_size=60)


@given(TEXTS, TEXTS)
def test_a_difference_gives_both_texts_back(before: str, after: str) -> None:
    pieces = difference(before, after)

    old = "".join(piece.before.of(before) for piece in pieces if piece.what != "added")
    new = "".join(piece.after.of(after) for piece in pieces if piece.what != "gone")
    assert "".join(old.split()) == "".join(before.split())
    assert "".join(new.split()) == "".join(after.split())


@given(TEXTS, TEXTS)
def test_each_word_goes_on_as_one_of_the_same_letters(before: str, after: str) -> None:
    found = align(before, after)

    assert len(set(found.pairs.values())) == len(found.pairs)
    assert all(found.before[old].of(before) == found.after[new].of(after) for old, new in found.pairs.items())
