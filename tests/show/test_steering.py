"""No letter of a page steers the screen that shows it, whatever the form."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.show import csv_of, escaped, html_page, json_line, listing, plain, shown, timeml
from newsledger.show.telling import steering
from parses import article
from show.sample import RECORD, TEXT

STEERS = ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u061c", "\u200b", "\u200f", "\u2028", "\u202e", "\u2066", "\ufeff"]
STEERS += ["\u2060", "\ufff9", "\ufffe", "\uffff", "\U000e0041"]


@pytest.mark.parametrize("letter", STEERS, ids=ascii)
def test_no_view_of_a_page_holds_what_steers_a_screen(letter: str) -> None:
    hostile = replace(
        RECORD,
        article=replace(article(TEXT + letter), headline=f"Berg{letter}", url=f"https://paper.example/{letter}"),
        actors=tuple(replace(actor, name=f"{letter}{actor.name}") for actor in RECORD.actors),
    )

    assert letter not in html_page(hostile)
    assert letter not in listing(hostile)
    assert letter not in timeml(hostile)


@pytest.mark.parametrize("letter", STEERS, ids=ascii)
def test_json_keeps_the_letter_and_shows_it_by_its_number(letter: str) -> None:
    written = escaped(json.dumps({"words": f"a{letter}b"}, ensure_ascii=False))

    assert letter not in written
    assert json.loads(written) == {"words": f"a{letter}b"}


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_letters_come_back_from_escaped_json(words: str) -> None:
    assert json.loads(escaped(json.dumps(words, ensure_ascii=False))) == words


@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "\ufeff", "\u200b", " \u200b\u00a0", "\n"], ids=ascii)
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
def test_no_cell_is_a_formula_whatever_stands_before_its_sign(before: str, sign: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_of([f"{before}{sign}1+1"]), newline=""))

    assert cell.startswith("'")


@pytest.mark.parametrize("before", ["\t", "\r"], ids=ascii)
def test_a_cell_that_begins_with_a_tab_or_a_return_is_defused(before: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_of([f"{before}cmd"]), newline=""))

    assert cell.startswith("'")


def test_persian_and_pictures_keep_their_joiners() -> None:
    assert plain("می\u200cخواهم 👨\u200d👩") == "می\u200cخواهم 👨\u200d👩"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://anna:secret@paper.example/a", "https://paper.example/a"),
        ("https://anna:s@cret@paper.example", "https://paper.example"),
        ("ftp://anna@paper.example/x", "ftp://paper.example/x"),
        ("https://paper.example/@anna?to=a@b.example", "https://paper.example/@anna?to=a@b.example"),
        ('{"url":"https://paper.example","by":"a@b.example"}', '{"url":"https://paper.example","by":"a@b.example"}'),
    ],
)
def test_a_password_in_an_address_is_never_shown(address: str, told: str) -> None:
    assert steering.masked(address) == told
    assert shown(address) == told
    assert plain(address) == told


def test_a_password_in_an_address_is_on_no_page_and_in_no_row() -> None:
    locked = replace(RECORD, article=replace(RECORD.article, url="https://anna:secret@paper.example/a"))

    assert "secret" not in html_page(locked)
    assert "secret" not in json_line(locked.article)


def test_an_end_of_line_in_json_ends_an_address() -> None:
    words = "https://paper.example\nanna@paper.example"

    assert json.loads(json_line({"words": words})) == {"words": words}
