from dataclasses import replace
from datetime import date

import pytest

from newsledger.model import Annotated, BlockRole
from newsledger.times import Rules, date_article, find
from parses import parsed

CEREMONY = (
    "The|the|DET|2|det",
    "crowning|crowning|NOUN|3|nsubj",
    "took|take|VERB|0|ROOT|Tense=Past",
    "place|place|NOUN|3|dobj",
)
DAY = ("on|on|ADP|3|prep", "May|May|PROPN|5|pobj", "6|6|NUM|6|nummod", ",|,|PUNCT|6|punct", "2016|2016|NUM|6|nummod")
OLD_DAY = (*DAY[:5], "2013|2013|NUM|6|nummod")
PARADE = (
    "Crowds|crowd|NOUN|2|nsubj",
    "watch|watch|VERB|0|ROOT|Tense=Pres",
    "the|the|DET|4|det",
    "crowning|crowning|NOUN|2|dobj",
    "end|end|VERB|2|advcl",
)
FAIR_DAY = (
    "on|on|ADP|3|prep",
    "May|May|PROPN|5|pobj",
    "13|13|NUM|6|nummod",
    ",|,|PUNCT|6|punct",
    "2016|2016|NUM|6|nummod",
)
FAIR = ("The|the|DET|2|det", "fair|fair|NOUN|3|nsubj", "took|take|VERB|0|ROOT|Tense=Past", "place|place|NOUN|3|dobj")
ON_FRIDAY = (
    "The|the|DET|2|det",
    "crowning|crowning|NOUN|3|nsubj",
    "ended|end|VERB|0|ROOT|Tense=Past",
    "on|on|ADP|3|prep",
    "Friday|Friday|PROPN|4|pobj",
)
SPOKE_SATURDAY = ("He|he|PRON|2|nsubj", "spoke|speak|VERB|0|ROOT|Tense=Past", "Saturday|Saturday|PROPN|2|npadvmod")


def _page(*blocks: tuple[BlockRole, tuple[str, ...]]) -> Annotated:
    rows: list[str] = []
    for _, words in blocks:
        rows += ["===", *words] if rows else words
    doc = parsed(*rows)
    roles = [role for role, _ in blocks]
    made = tuple(replace(block, role=role) for block, role in zip(doc.article.blocks, roles, strict=True))
    return replace(doc, article=replace(doc.article, blocks=made))


def _dated(rules: Rules, doc: Annotated) -> str | None:
    return date_article(doc, find(doc, rules), rules).date_published.value


def test_a_picture_whose_sentence_shares_the_event_dates_the_page(rules: Rules) -> None:
    doc = _page(("caption", FAIR + OLD_DAY), ("caption", PARADE + DAY), ("body", ON_FRIDAY), ("body", SPOKE_SATURDAY))

    published = date_article(doc, find(doc, rules), rules).date_published

    assert (published.value, published.day, published.basis) == ("2016-05-07", date(2016, 5, 7), "inferred")
    assert published.receipt is not None
    assert [span.of(doc.text) for span in published.receipt.spans] == ["May 6, 2016", "Friday", "Saturday"]


def test_no_picture_is_younger_than_its_page(rules: Rules) -> None:
    doc = _page(("caption", PARADE + DAY), ("caption", FAIR + FAIR_DAY), ("body", ON_FRIDAY))

    assert _dated(rules, doc) is None


def test_of_two_weeks_that_share_the_event_the_later_counts(rules: Rules) -> None:
    doc = _page(("caption", PARADE + DAY), ("caption", PARADE + FAIR_DAY), ("body", ON_FRIDAY))

    assert _dated(rules, doc) == "2016-05-13"


def test_a_picture_of_another_event_decides_nothing(rules: Rules) -> None:
    doc = _page(("caption", FAIR + DAY), ("body", ON_FRIDAY))

    assert _dated(rules, doc) is None


def test_a_weekday_of_any_week_decides_nothing(rules: Rules) -> None:
    on_a_friday = (*ON_FRIDAY[:4], "a|a|DET|6|det", "Friday|Friday|PROPN|4|pobj")
    doc = _page(("caption", PARADE + DAY), ("body", on_a_friday))

    assert _dated(rules, doc) is None


def test_a_year_that_the_page_looks_back_on_is_no_later_than_the_page(rules: Rules) -> None:
    since = ("It|it|PRON|2|nsubj", "broke|break|VERB|0|ROOT|Tense=Past", "in|in|ADP|2|prep", "2019|2019|NUM|3|pobj")
    doc = _page(("caption", PARADE + DAY), ("body", ON_FRIDAY), ("body", since))

    assert _dated(rules, doc) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param(("today|today|NOUN|4|npadvmod",), "2016-05-06", id="today"),
        pytest.param(("yesterday|yesterday|NOUN|4|npadvmod",), "2016-05-07", id="yesterday"),
        pytest.param(("tomorrow|tomorrow|NOUN|4|npadvmod",), "2016-05-05", id="tomorrow"),
    ],
)
def test_a_date_beside_a_day_word_dates_the_page(rules: Rules, words: tuple[str, ...], day: str) -> None:
    doc = _page(("body", (*ON_FRIDAY[:3], *words, ",|,|PUNCT|3|punct", *DAY[1:])))

    assert _dated(rules, doc) == day


def test_a_day_word_in_a_quotation_dates_what_is_quoted(rules: Rules) -> None:
    quoted = (
        "“|“|PUNCT|0|ROOT",
        "Yesterday|yesterday|NOUN|1|npadvmod",
        ",|,|PUNCT|2|punct",
        *DAY[1:],
        "”|”|PUNCT|1|punct",
    )
    doc = _page(("body", quoted))

    assert _dated(rules, doc) is None


def test_a_date_on_no_weekday_that_is_named_decides_nothing(rules: Rules) -> None:
    doc = _page(("caption", CEREMONY + DAY), ("body", SPOKE_SATURDAY))

    assert date_article(doc, find(doc, rules), rules) == doc.article


def test_a_dateline_with_a_full_date_dates_the_page(rules: Rules) -> None:
    doc = _page(("dateline", ("PARIS|Paris|PROPN|0|ROOT", *DAY)), ("body", SPOKE_SATURDAY))

    assert date_article(doc, find(doc, rules), rules).date_published.value == "2016-05-06"


def test_a_page_that_has_a_date_keeps_it(rules: Rules) -> None:
    doc = parsed(*ON_FRIDAY, "---", *CEREMONY, *DAY, published=date(2017, 3, 15))

    assert date_article(doc, find(doc, rules), rules) is doc.article


def test_a_page_without_any_date_stays_unknown(rules: Rules) -> None:
    doc = parsed(*ON_FRIDAY)

    assert date_article(doc, find(doc, rules), rules).date_published.basis == "unknown"


def test_that_both_say_something_is_no_event_that_two_sentences_share(rules: Rules) -> None:
    said = ("crowds|crowd|NOUN|1|nsubj", "said|say|VERB|1|ROOT", "so|so|ADV|1|advmod")
    told = ("crowds|crowd|NOUN|1|nsubj", "said|say|VERB|1|ROOT", "on|on|ADP|1|prep", "Friday|Friday|PROPN|2|pobj")
    doc = _page(("caption", said + DAY), ("body", told))

    assert _dated(rules, doc) is None
    assert _dated(replace(rules, classes={**rules.classes, "empty_verb": frozenset()}), doc) == "2016-05-06"
