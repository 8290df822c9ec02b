import re
from dataclasses import replace
from datetime import date

import pytest

from newsledger.model import PageDate, Receipt, Record, Span
from newsledger.show import actor_listing, listing
from newsledger.show.telling.columns import columns
from show.sample import MEETING, RECORD


@pytest.fixture
def record() -> Record:
    return RECORD


def test_a_listing_shows_head_statements_events_and_what_is_due(record: Record) -> None:
    assert listing(record, width=200) == (
        "Berg to meet Lund\n"
        "6 Mar 2019, as given\n"
        "1 statement · 0 events · 1 expectation\n"
        "\n"
        "Who said what\n"
        "─────────────\n"
        "Anna Berg · said\n"
        "    “We will meet Carl Lund on Friday.”  [body, 16–51]\n"
        "\n"
        "What is due\n"
        "───────────\n"
        "promise · meet Carl Lund · Anna Berg · due on 8 Mar 2019  [CONSULT · body, 25–39]\n"
        "    when: “Friday”\n"
        "    Settled when it is reported that Anna Berg met Carl Lund. Due on 8 Mar 2019.\n"
        "\n"
        "Who is in it\n"
        "────────────\n"
        "Anna Berg · person · 1 mention\n"
        "Carl Lund · person · 1 mention\n"
    )


def test_without_receipts_each_finding_has_a_line_and_no_code(record: Record) -> None:
    minister = replace(record.actors[0], country="NOR", sector="GOV", role="minister")

    assert listing(replace(record, actors=(minister,)), width=200, receipts=False) == (
        "Berg to meet Lund\n"
        "6 Mar 2019, as given\n"
        "1 statement · 0 events · 1 expectation\n"
        "\n"
        "Who said what\n"
        "─────────────\n"
        "Anna Berg · said  “We will meet Carl Lund on Friday.”\n"
        "\n"
        "What is due\n"
        "───────────\n"
        "promise · meet Carl Lund · Anna Berg · due on 8 Mar 2019\n"
        "\n"
        "Who is in it\n"
        "────────────\n"
        "Anna Berg · person · minister · 1 mention\n"
    )


def test_a_standing_has_its_colour(record: Record) -> None:
    shown = listing(replace(record, expectations=()), colour=True)

    assert "\x1b[34mplanned\x1b[39m · meet" in shown


def test_wide_letters_are_broken_where_the_screen_ends(record: Record) -> None:
    wide = replace(record, article=replace(record.article, headline="東京都庁前" * 12))

    lines = listing(wide, width=40, receipts=False).splitlines()

    assert "".join("".join(lines[:4]).split()).startswith("東京都庁前" * 12)
    assert max(map(columns, lines)) <= 40


def test_what_nothing_else_tells_is_told_as_an_event(record: Record) -> None:
    shown = listing(replace(record, expectations=()), width=200)

    assert "1 statement · 1 event (1 planned) · 0 expectations\n" in shown
    assert (
        "What happened, and what did not\n"
        "───────────────────────────────\n"
        "planned · meet · Anna Berg → Carl Lund · 8 Mar 2019 · says Anna Berg  [CONSULT · body, 25–29]\n"
    ) in shown


def test_who_is_in_it_shows_each_mention_and_its_rule(record: Record) -> None:
    minister = replace(record.actors[0], country="NOR", sector="GOV", role="minister")

    assert actor_listing(replace(record, actors=(minister,)), width=200) == (
        "Berg to meet Lund\n"
        "\n"
        "Anna Berg · person · NOR GOV · minister · 1 mention\n"
        "    person::anna berg\n"
        "    “Anna Berg” · name · r  [body, 0–9]\n"
    )


def test_long_lines_are_wrapped_and_no_word_is_cut(record: Record) -> None:
    lines = listing(record, width=40).splitlines()

    assert max(map(len, lines)) <= 40
    assert "".join(listing(record, width=40).split()) == "".join(listing(record, width=200).split())


def test_a_receipt_stays_in_one_piece(record: Record) -> None:
    lines = listing(record, width=44).splitlines()

    assert "      [body, 16–51]" in lines


def test_control_characters_of_a_page_do_not_reach_the_terminal(record: Record) -> None:
    hostile = replace(record, article=replace(record.article, headline="Berg\x1b[2J to meet\x07 Lund"))

    assert listing(hostile).startswith("Berg[2J to meet Lund\n")


def test_colour_changes_no_word(record: Record) -> None:
    coloured = listing(record, width=200, colour=True)

    assert coloured.startswith("\x1b[1mBerg to meet Lund\x1b[0m\n")
    assert re.sub(r"\x1b\[\dm", "", coloured) == listing(record, width=200)


def test_a_second_mention_is_told_with_the_first_and_counted_once(record: Record) -> None:
    again = replace(record, events=(MEETING, replace(MEETING, id="again", same_as="met")), expectations=())

    shown = listing(again, width=200)

    assert "1 event (1 planned)" in shown
    assert shown.count("planned · meet") == 1
    assert "says Anna Berg · told 2 times  [CONSULT" in shown


def test_an_inferred_date_is_shown_with_the_words_it_rests_on(record: Record) -> None:
    inferred = PageDate(
        value="2019-03-06",
        earliest=date(2019, 3, 6),
        latest=date(2019, 3, 6),
        basis="inferred",
        receipt=Receipt(spans=(Span(start=43, end=49),)),
    )

    shown = listing(replace(record, article=replace(record.article, date_published=inferred)))

    assert "6 Mar 2019, inferred from “Friday”" in shown


def test_a_page_in_a_language_without_a_model_says_so(record: Record) -> None:
    french = replace(record, article=replace(record.article, language="fr"), sentences=(), statements=(), events=())

    assert "In the language “fr”, for which findings need a model: the page alone was read." in listing(
        french, width=200
    )
    assert "findings need a model" not in listing(record, width=200)


def test_a_stub_is_told_to_be_one(record: Record) -> None:
    stub = replace(record, article=replace(record.article, complete=False))

    assert "Not the whole article: it is cut off, or behind a wall." in listing(stub, width=200)
