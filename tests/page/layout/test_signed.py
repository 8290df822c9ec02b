"""Bylines by where they stand."""

import pytest

from newsledger.page import Rules
from newsledger.page.layout.place import lay_out
from newsledger.page.layout.prose import mark_lines
from newsledger.page.layout.signed import find_bylines
from newsledger.page.words.line import make_line, read_lines
from page.pages import BODY

HEADLINE = "Old lock closes for two years"


def bylines(rules: Rules, *head: str, above: tuple[str, ...] = ("Menu",), foot: tuple[str, ...] = ()) -> list[str]:
    texts = [*above, HEADLINE, *head, *BODY, *foot]
    lines = mark_lines(read_lines("\n".join(texts)), rules)
    start = len(above) + 1 + len(head)
    layout = lay_out(lines, len(above), frozenset(range(start, start + len(BODY))))
    return [texts[number] for number in sorted(find_bylines(lines, layout, rules))]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(("By Anna Holm", "3 March 2016"), ("By Anna Holm",), id="cue"),
        pytest.param(("ANNA HOLM", "3 March 2016"), ("ANNA HOLM",), id="capitals-above-date"),
        pytest.param(("Anna Holm", "Mar 3"), ("Anna Holm",), id="date-without-year"),
        pytest.param(("Anna Holm", "Anna Holm", "Share"), ("Anna Holm", "Anna Holm"), id="twice"),
        pytest.param(("Anna Holm, Staff Writer",), ("Anna Holm, Staff Writer",), id="position"),
        pytest.param(("Anna Holm Senior Political Reporter",), ("Anna Holm Senior Political Reporter",), id="title"),
        pytest.param(("Anna Holm • 3 min read",), ("Anna Holm • 3 min read",), id="reading-time"),
        pytest.param(("anna.holm@sea.example Anna Holm",), ("anna.holm@sea.example Anna Holm",), id="address"),
        pytest.param(("Anna Holm | The Harbour Post",), ("Anna Holm | The Harbour Post",), id="paper"),
        pytest.param(("Anna Holm, CNN",), ("Anna Holm, CNN",), id="station"),
        pytest.param(("Anna Holm for Sea News",), ("Anna Holm for Sea News",), id="for"),
        pytest.param(("ANNA HOLM AND PER DAHL",), ("ANNA HOLM AND PER DAHL",), id="two-in-capitals"),
        pytest.param(("By", "Anna Holm", "Share"), ("By", "Anna Holm"), id="two-lines"),
        pytest.param(("by Anna", "Share"), ("by Anna",), id="first-name"),
        pytest.param(("Posted on 3 March 2016 by Anna Holm",), ("Posted on 3 March 2016 by Anna Holm",), id="middle"),
        pytest.param(("Opinion by Anna Holm",), ("Opinion by Anna Holm",), id="genre"),
        pytest.param(("Par Anna Holm", "Publié le 3 mars 2016"), ("Par Anna Holm",), id="french"),
        pytest.param(("Текст: Анна Холм",), ("Текст: Анна Холм",), id="russian"),
        pytest.param(("홍길동 기자",), ("홍길동 기자",), id="korean"),
        pytest.param(("记者 张三",), ("记者 张三",), id="chinese"),
        pytest.param(("Share", "Anna Holm", "Tweet", "By Per Dahl"), ("Anna Holm", "By Per Dahl"), id="beside-a-cue"),
    ],
)
def test_bylines_stand_in_the_head(rules: Rules, head: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert bylines(rules, *head) == list(found)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(("Sport Rowing Canals",), id="topics"),
        pytest.param(("Death by Chocolate",), id="by-in-a-title"),
        pytest.param(("Barges in Bergen on March 3, 2016 (Photo by Anna Holm)",), id="photo"),
        pytest.param(("3 divers hurt in blast claimed by Sea Rebels",), id="done-by"),
        pytest.param(("by the canal and back",), id="by-before-a-place"),
        pytest.param(("Share This Story",), id="share"),
        pytest.param(("A lock, Closed, For Good, and Nobody Knows",), id="headline-like"),
        pytest.param((*["Share"] * 10, "Anna Holm", *["Tweet"] * 6), id="far"),
    ],
)
def test_other_lines_of_the_head_are_no_bylines(rules: Rules, head: tuple[str, ...]) -> None:
    assert bylines(rules, *head) == []


def test_the_byline_of_a_teaser_below_the_article_is_not_its_own(rules: Rules) -> None:
    teaser = ("Tunnel opens", "By Per Dahl")

    assert bylines(rules, "By Anna Holm", foot=teaser) == ["By Anna Holm"]


def test_who_reported_signs_at_the_foot(rules: Rules) -> None:
    assert bylines(rules, foot=("Reporting by Anna Holm",)) == ["Reporting by Anna Holm"]


def test_a_byline_may_stand_above_the_headline(rules: Rules) -> None:
    assert bylines(rules, above=("Menu", "By Anna Holm")) == ["By Anna Holm"]


def test_with_markup_a_name_alone_is_a_byline_only_where_the_markup_says_so(rules: Rules) -> None:
    def found(**markup: frozenset[str]) -> frozenset[int]:
        texts = ("Old lock closes for two years", "Anna Holm", *BODY)
        lines = mark_lines([make_line(text, 0, tag="p", **markup) for text in texts], rules)
        return find_bylines(lines, lay_out(lines, 0, frozenset(range(2, 2 + len(BODY)))), rules)

    assert found() == frozenset()
    assert found(hints=frozenset({"byline"})) == {1}
