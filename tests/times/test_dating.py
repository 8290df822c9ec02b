from dataclasses import replace
from datetime import date

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


def test_the_full_date_whose_sentence_shares_the_event_dates_the_page(rules: Rules) -> None:
    doc = _page(
        ("caption", CEREMONY + DAY), ("caption", FAIR + FAIR_DAY), ("body", ON_FRIDAY), ("body", SPOKE_SATURDAY)
    )

    published = date_article(doc, find(doc, rules), rules).date_published

    assert (published.value, published.day, published.basis) == ("2016-05-07", date(2016, 5, 7), "inferred")
    assert published.receipt is not None
    assert [span.of(doc.text) for span in published.receipt.spans] == ["May 6, 2016", "Friday", "Saturday"]


def test_where_no_sentence_shares_the_event_the_latest_date_counts(rules: Rules) -> None:
    doc = _page(("caption", FAIR + DAY), ("caption", FAIR + FAIR_DAY), ("body", ON_FRIDAY))

    assert date_article(doc, find(doc, rules), rules).date_published.value == "2016-05-13"


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
