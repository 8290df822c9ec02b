"""Every class of words decides something: without it a line is read otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from classes import classes_asked, without
from newsledger import page
from newsledger.lexicon import load_lexicon, marked
from newsledger.model import Capture
from newsledger.page import Rules, read_article
from newsledger.page.facts.authors import split_authors
from newsledger.page.layout.byline import is_cue, is_desk, is_name, is_organisation
from newsledger.page.layout.captions import is_caption, names_credit
from newsledger.page.layout.prose import mark_lines
from newsledger.page.layout.sections import find_sections, section_names
from newsledger.page.words.address import canonical_address
from newsledger.page.words.line import make_line, read_lines
from page.conftest import DATA
from page.pages import BODY, paragraphs, read_dump, read_html

HEADLINE = "Old lock closes for two years"


def _day(rules: Rules, line: str, *, url: str | None = None, body: tuple[str, ...] = BODY) -> date | None:
    return read_dump(rules, HEADLINE, line, *body, url=url).date_published.day


def _day_in(rules: Rules, language: str) -> date | None:
    body = f"<h1>{HEADLINE}</h1><p>Published 5/3/2016</p>{paragraphs(*BODY[1:])}"
    data = f"<html lang='{language}'><body>{body}</body></html>"
    return read_article(Capture(data=data), rules).date_published.day


def _is_whole(rules: Rules, key: str, told: str) -> bool | None:
    head = f'<meta name="{key}" itemprop="{key}" content="{told}">'
    return read_html(rules, f"<article><h1>{HEADLINE}</h1>{paragraphs(*BODY[:2])}</article>", head=head).complete


def _sections(rules: Rules, *above: str) -> list[str]:
    texts = [*above, HEADLINE, "By Anna Holm"]
    lines = mark_lines(read_lines("\n".join(texts)), rules)
    return [texts[number] for number in sorted(find_sections(lines, len(above), len(above), rules))]


def _publisher(rules: Rules) -> str | None:
    return read_dump(rules, HEADLINE, *BODY, "Copyright 2017 Team Harbour").publisher


#: Of each class something that is read with it, and what is read.
CASES: dict[str, tuple[Callable[[Rules], object], object]] = {
    "address_word": (
        lambda rules: _day(rules, "https://harbour.example/2016/03/05/lock-closes.html.php"),
        date(2016, 3, 5),
    ),
    "author_particle": (lambda rules: split_authors("Anna zu Holm", rules), ("Anna zu Holm",)),
    "byline_cue": (lambda rules: is_cue(mark_lines([make_line("Reporter", 0)], rules)[0], rules), True),
    "caption_label": (
        lambda rules: is_caption(
            mark_lines([make_line("Image: the old barges wait at the gate for the lock to open", 0)], rules)[0],
            rules,
            at_top=True,
        ),
        True,
    ),
    "day_first_domain": (lambda rules: _day(rules, "Published 5/3/2016", url="https://harbour.no/a"), date(2016, 3, 5)),
    "day_first_english": (lambda rules: _day_in(rules, "en-GB"), date(2016, 3, 5)),
    "day_first_zone": (lambda rules: _day(rules, "Published 5/3/2016 9:20 BST"), date(2016, 3, 5)),
    "desk": (lambda rules: is_desk("Harbour Desk", rules), True),
    "doubtful_cue": (lambda rules: split_authors("Di Marco", rules), ("Di Marco",)),
    "free_of_charge": (lambda rules: _is_whole(rules, "isAccessibleForFree", "true"), True),
    "free_tier": (lambda rules: _is_whole(rules, "article:content_tier", "free"), True),
    "given_picture": (
        lambda rules: is_caption(mark_lines([make_line("Anna Holm Submitted photo", 0)], rules)[0], rules, at_top=True),
        True,
    ),
    "home": (lambda rules: _sections(rules, "Log in", f"Home Harbour {HEADLINE}"), [f"Home Harbour {HEADLINE}"]),
    "locked_tier": (lambda rules: _is_whole(rules, "article:content_tier", "locked"), False),
    "month_first_zone": (lambda rules: _day(rules, "Published 5/3/2016 9:20 EST", body=BODY[1:]), date(2016, 5, 3)),
    "name_particle": (lambda rules: is_name("Anna van Holm", rules), True),
    "no_name": (lambda rules: is_name("Summary Holm", rules), False),
    "no_publisher": (_publisher, None),
    "no_section": (
        lambda rules: (
            read_html(
                rules,
                f"<article><h1>{HEADLINE}</h1>{paragraphs(*BODY)}</article>",
                head='<meta property="article:section" content="Uncategorized">',
            ).section
        ),
        (),
    ),
    "not_free": (lambda rules: _is_whole(rules, "isAccessibleForFree", "false"), False),
    "other_week": (
        lambda rules: _day(rules, "Published 5/3/2016", body=("Every Saturday the council meets at noon.", *BODY[1:])),
        None,
    ),
    "outlet": (lambda rules: is_organisation("The Old Harbour Magazine", rules), True),
    "path_label": (lambda rules: section_names("You are here: News / Norway", rules), ("News", "Norway")),
    "picture": (lambda rules: names_credit("Harbour picture", rules), True),
    "publisher_cue": (
        lambda rules: read_dump(rules, HEADLINE, *BODY, "(c) 2017 Harbour News").publisher,
        "Harbour News",
    ),
    "second_level": (
        lambda rules: canonical_address("https://m.harbour.co.uk/lock", rules.addresses),
        "https://www.harbour.co.uk/lock",
    ),
    "year_first_language": (lambda rules: _day_in(rules, "en"), None),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_class_decides(rules: Rules, name: str) -> None:
    asked, expected = CASES[name]
    addresses = replace(rules.addresses, second_levels=frozenset())
    blind = replace(rules, classes=without(rules.classes, name))
    blind = replace(blind, addresses=addresses) if name == "second_level" else blind

    assert asked(rules) == expected
    assert asked(blind) != expected


def test_every_class_is_asked_for_is_there_and_has_its_case(rules: Rules) -> None:
    assert rules.classes.keys() == classes_asked(page) == CASES.keys()


def test_word_classes_mark_their_word() -> None:
    for row in load_lexicon(DATA / "word_classes.en.tsv", page.SCHEMAS["word_classes"]).rows:
        text, start, end = marked(row["example"])

        assert text[start:end].casefold() == row["word"].casefold(), row.rule
