"""What each line is, by words and place."""

import pytest

from newsledger.page import Rules
from newsledger.page.layout.place import lay_out
from newsledger.page.layout.prose import mark_lines
from newsledger.page.layout.roles import find_roles
from newsledger.page.words.line import make_line
from page.pages import BODY

CAPTION = "Mayor Anna Holm (L) and lock keeper Per Dahl wait at the gate as divers look on."


@pytest.mark.parametrize(("tag", "role"), [("", "caption"), ("p", "body")])
def test_words_tell_a_caption_only_without_markup(rules: Rules, tag: str, role: str) -> None:
    texts = ("Old lock closes for two years", BODY[0], CAPTION, *BODY[1:])
    lines = mark_lines([make_line(text, 0, tag=tag) for text in texts], rules)

    roles = find_roles(lines, lay_out(lines, 0, frozenset(range(1, len(texts)))), rules)

    assert roles[2] == role


def test_a_headline_far_from_the_body_is_one(rules: Rules) -> None:
    texts = (*BODY, *(f"Word {number}" for number in range(40)), "Old lock closes for two years")
    lines = mark_lines([make_line(text, 0) for text in texts], rules)

    roles = find_roles(lines, lay_out(lines, len(texts) - 1, frozenset(range(len(BODY)))), rules)

    assert roles[-1] == "headline"
