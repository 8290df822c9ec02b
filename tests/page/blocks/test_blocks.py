"""What the block model sees of a page, and what is made of its judgement."""

import numpy as np
import pytest

from newsledger.model import BlockRole
from newsledger.page import Rules
from newsledger.page.blocks.article import find_article
from newsledger.page.blocks.columns import columns_of
from newsledger.page.blocks.model import JUDGED, Matrix
from newsledger.page.blocks.settle import settle_roles
from newsledger.page.blocks.survey import survey_dump, survey_html
from newsledger.page.layout.prose import mark_lines
from newsledger.page.words.line import make_line
from page.pages import BODY, paragraphs


def judged(*roles: str, sure: float = 0.9) -> Matrix:
    """Give what a model says that is so sure of these roles."""
    rest = (1 - sure) / (len(JUDGED) - 1)
    return np.array([[sure if role == wanted else rest for role in JUDGED] for wanted in roles])


def test_every_line_has_a_number_for_every_column(rules: Rules) -> None:
    page = survey_html(f"<html><body><h1>Old lock closes</h1>{paragraphs()}</body></html>", rules)
    dump = survey_dump("\n".join(BODY), rules)
    assert page is not None

    assert page.measure(rules).shape == (4, len(columns_of("html")))
    assert dump.measure(rules).shape == (3, len(columns_of("dump")))
    assert survey_dump("", rules).measure(rules).shape == (0, len(columns_of("dump")))


def test_the_numbers_of_a_page_do_not_tell_its_words(rules: Rules) -> None:
    one = survey_dump("\n".join(BODY), rules).measure(rules)
    other = survey_dump("\n".join(text.replace("lock", "dock") for text in BODY), rules).measure(rules)

    assert np.array_equal(one, other)


def test_a_model_gives_probabilities(rules: Rules) -> None:
    for survey in (
        survey_html(f"<html><body>{paragraphs()}</body></html>", rules),
        survey_dump("\n".join(BODY), rules),
    ):
        assert survey is not None
        found = rules.models(survey.kind).judge(survey.measure(rules), survey.boxes())

        assert found.shape == (3, len(JUDGED))
        assert np.allclose(found.sum(axis=1), 1)


def test_comments_are_never_the_article(rules: Rules) -> None:
    comments = frozenset({"comments", "furniture"})
    lines = mark_lines([make_line(BODY[0], 0), make_line(BODY[1], 0, hints=comments), make_line("12", 0)], rules)

    assert find_article("html", lines, judged("body", "body", "body")) == {0}


def test_where_the_model_is_sure_of_nothing_what_reads_as_prose_is_taken(rules: Rules) -> None:
    lines = mark_lines([make_line(text, 0) for text in ("Home", *BODY)], rules)

    assert find_article("html", lines, judged(*["furniture"] * 4)) == {1, 2, 3}


def test_what_wraps_the_whole_page_may_be_called_comments(rules: Rules) -> None:
    comments = frozenset({"comments", "furniture"})
    lines = mark_lines([make_line(text, 0, hints=comments) for text in BODY], rules)

    assert find_article("html", lines, judged(*["body"] * 3)) == {0, 1, 2}


@pytest.mark.parametrize(
    ("told", "wanted", "settled"),
    [
        pytest.param("furniture", "caption", "caption", id="caption"),
        pytest.param("body", "caption", "caption", id="caption-in-the-article"),
        pytest.param("headline", "caption", "headline", id="a-headline-stays"),
        pytest.param("section", "furniture", "furniture", id="no-section"),
        pytest.param("standfirst", "body", "body", id="a-first-paragraph-is-no-standfirst"),
        pytest.param("body", "standfirst", "standfirst", id="standfirst"),
        pytest.param("byline", "caption", "caption", id="caption-not-byline"),
    ],
)
def test_the_surer_is_heard(rules: Rules, told: BlockRole, wanted: str, settled: BlockRole) -> None:
    lines = mark_lines([make_line("Anna Holm at the lock", 0, tag="p")], rules)

    assert settle_roles(lines, [told], judged(wanted), range(1)) == [settled]
    assert settle_roles(lines, [told], judged(wanted), range(0)) == [told]


def test_without_markup_words_tell_a_section_and_the_model_adds_to_them(rules: Rules) -> None:
    lines = mark_lines([make_line("Anna Holm at the lock", 0)], rules)

    assert settle_roles(lines, ["section"], judged("furniture"), range(1)) == ["section"]
    assert settle_roles(lines, ["furniture"], judged("section", sure=0.55), range(1)) == ["section"]
    assert settle_roles(lines, ["furniture"], judged("section", sure=0.45), range(1)) == ["furniture"]


@pytest.mark.parametrize(
    ("told", "wanted", "sure", "settled"),
    [
        pytest.param("body", "caption", 0.4, "caption", id="caption"),
        pytest.param("body", "caption", 0.3, "body", id="unsure"),
        pytest.param("furniture", "byline", 0.75, "furniture", id="byline-unsure"),
        pytest.param("furniture", "credit", 0.65, "credit", id="credit"),
        pytest.param("body", "standfirst", 0.65, "body", id="a-first-paragraph-stays"),
    ],
)
def test_what_the_model_tells_without_markup(
    rules: Rules, told: BlockRole, wanted: str, sure: float, settled: BlockRole
) -> None:
    lines = mark_lines([make_line("Anna Holm at the lock", 0)], rules)

    assert settle_roles(lines, [told], judged(wanted, sure=sure), range(1)) == [settled]


def test_a_byline_that_words_tell_in_full_stands(rules: Rules) -> None:
    lines = mark_lines([make_line("Reporting by Anna Holm", 0)], rules)

    assert settle_roles(lines, ["byline"], judged("furniture"), range(1)) == ["byline"]


def test_a_lead_above_an_agencys_dateline_stays_one(rules: Rules) -> None:
    texts = ("The old lock closes, and nobody knows where the barges will go.", f"BERGEN (AP) - {BODY[0]}", BODY[0])
    lines = mark_lines([make_line(text, 0) for text in texts], rules)

    assert (
        settle_roles(lines, ["standfirst", "body", "body"], judged("body", "body", "body"), range(3))[0] == "standfirst"
    )
