"""The words that tell what an act is about."""

from newsledger.model import Span
from newsledger.pipeline import load_story_rules
from newsledger.stories.words import matter, without

TEXT = "On Monday the Harbour unions called a pre-strike ballot on ferries."
SENTENCE = Span(start=0, end=len(TEXT))


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def about(act: str, *beside: str) -> tuple[str, ...]:
    rules = load_story_rules()
    start, end = place(act)
    found = matter(TEXT, SENTENCE, map(place, beside), rules)
    return without(found, Span(start=start, end=end), TEXT, rules)


def test_an_act_is_about_the_words_beside_it_and_its_parties_and_days() -> None:
    assert about("called", "On Monday", "Harbour unions") == ("ballot", "ferry", "pre", "strike")


def test_of_a_word_that_an_act_is_a_part_of_the_rest_is_left() -> None:
    assert "ries" not in about("ferries")
    assert "ry" not in about("fer")
    assert "bal" in about("lot on")
