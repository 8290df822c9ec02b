"""What a version changed, by words and places."""

from newsledger.store.questions import word_edits
from store.test_marks import page


def test_changed_words_are_told_with_their_places() -> None:
    before, old = page(("furniture", "Menu"), ("body", "At least 12 people died."), ("body", "It rained."))
    after, new = page(("furniture", "Another menu"), ("body", "At least 14 people died."), ("body", "It rained."))

    (edit,) = word_edits(before, old, after, new)

    assert (edit.context, edit.deleted, edit.inserted) == ("At least", "12", "14")
    assert edit.deleted_at.of(before) == "12"
    assert edit.inserted_at.of(after) == "14"


def test_a_new_paragraph_is_an_insertion() -> None:
    before, old = page(("body", "It rained."))
    after, new = page(("body", "It rained."), ("furniture", "Share this"), ("body", "The sun came out later."))

    (edit,) = word_edits(before, old, after, new)

    assert (edit.deleted, edit.inserted) == ("", "The sun came out later.")
    assert edit.inserted_at.of(after) == "The sun came out later."


def test_a_stretch_that_goes_over_a_menu_is_cut_there() -> None:
    before, old = page(("body", "It rained."))
    after, new = page(("body", "It rained. All day."), ("furniture", "Share this"), ("body", "And all night."))

    edits = word_edits(before, old, after, new)

    assert [edit.inserted for edit in edits] == ["All day.", "And all night."]
    assert [edit.inserted_at.of(after) for edit in edits] == ["All day.", "And all night."]


def test_the_same_text_has_no_edits() -> None:
    text, blocks = page(("body", "It rained."))

    assert word_edits(text, blocks, text, blocks) == ()
