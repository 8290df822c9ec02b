"""Captions and credits."""

import pytest

from newsledger.page import Rules
from newsledger.page.layout.captions import (
    credit_cut,
    credit_start,
    is_caption,
    is_credit,
    names_credit,
    weigh_beside,
)
from newsledger.page.layout.prose import MarkedLine, mark_lines
from newsledger.page.words.line import make_line


def marked(rules: Rules, text: str, *hints: str) -> MarkedLine:
    return mark_lines([make_line(text, 0, hints=frozenset(hints))], rules)[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mayor Anna Holm (L) and lock keeper Per Dahl wait at the gate. (Photo by Ida Berg)", id="credit"),
        pytest.param("Mayor Anna Holm (C) speaks to divers as her deputy looks on.", id="phrases"),
        pytest.param("Anna Holm, left, greets Per Dahl in Bergen on March 3, 2016.", id="left-and-date"),
        pytest.param("File photo: barges in the old lock", id="file-photo"),
        pytest.param("Barges wait for the lock to open in Bergen. REUTERS/Ida Berg", id="slashed"),
        pytest.param("Barges wait for the lock to open in Bergen.Ida Berg / AP", id="joined-by-style"),
        pytest.param("Divers inspect the wall, pictured here from the north.", id="pictured"),
        pytest.param("Anna Holm (25) heads the ball in the last minute of the harbour cup.", id="player"),
        pytest.param("Anna Holm Submitted photo", id="given"),
        pytest.param("FILE - Mayor Anna Holm waits at the gate of the old lock.", id="file"),
        pytest.param("Image: Barges wait at the gate of the old lock in the rain.", id="label"),
        pytest.param("Image caption Barges at the lock", id="image-caption"),
        pytest.param("Symbolbild: eine Schleuse bei Nacht", id="german"),
    ],
)
def test_captions_are_known_by_two_signs(rules: Rules, text: str) -> None:
    assert is_caption(marked(rules, text), rules, at_top=True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mayor Anna Holm told reporters on March 3, 2016, that the lock would close.", id="past"),
        pytest.param("“She looks on from the left,” he said.", id="quotation"),
        pytest.param("The council meets on Monday.", id="present-alone"),
        pytest.param("The party, left, right and centre, wants a vote.", id="politics"),
        pytest.param("Published on March 3, 2016 (AFP)", id="date-line"),
        pytest.param("1/2 tsp ground cloves", id="half-a-spoon"),
        pytest.param("The committee (25) votes on the lock in the last hour.", id="number"),
    ],
)
def test_body_lines_are_no_captions(rules: Rules, text: str) -> None:
    assert not is_caption(marked(rules, text), rules, at_top=False)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Barges wait. (Photos by AFP)", "(Photos by AFP)"),
        ("Barges wait in the lock. Photograph: Ida Berg/Harbour Pictures", "Photograph: Ida Berg/Harbour Pictures"),
        ("Barges wait in the lock | Ida Berg/Getty Images", "Ida Berg/Getty Images"),
        ("Barges wait in the lock. © Ida Berg", "© Ida Berg"),
        ("Barges wait in the lock [AP]", "[AP]"),
        ("Barges wait in the lock on Tuesday. Harbour News photo", "Harbour News photo"),
        ("Barges wait in the lock (built in 1902).", None),
        ("Barges wait. -Screengrab", "-Screengrab"),
        ("Barges wait in Bergen. SEA/Ida Berg/AP | Handout", "SEA/Ida Berg/AP | Handout"),
        ("Barges wait in the lock. (Harbour's Picture Desk/Ida Berg)", "(Harbour's Picture Desk/Ida Berg)"),
        ("Barges wait in Bergen.I. Berg / AP file", "I. Berg / AP file"),
        ("The barge of John F. Kennedy", None),
        ("Barges wait.", None),
        ("(Photo: AFP)", None),
    ],
)
def test_the_credit_that_ends_a_caption_is_cut_off(rules: Rules, text: str, credit: str | None) -> None:
    start = credit_start(text, rules)

    assert (None if start is None else text[start:]) == credit


@pytest.mark.parametrize(
    ("text", "hints", "found"),
    [
        ("Photo: Ida Berg", (), True),
        ("(Photo by Ida Berg)", (), True),
        ("Image copyright Getty Images", (), True),
        ("Ida Berg/Reuters", ("credit", "figure"), True),
        ("Ida Berg/Reuters", ("credit",), True),
        ("Share", ("credit",), False),
        ("Photo finish at the regatta", (), False),
        ("© Ida Berg", (), True),
        ("© 2016 Ida Berg", (), False),
        ("Harbour Pictures, Getty Images/Sea RF", (), True),
        ("Videos Photos", (), False),
        ("Image: Barges wait at the gate of the old lock in the rain.", (), False),
        ("Image: Ida Berg for the Harbour News", (), True),
        ("Ida Berg Submitted photo", (), False),
        ("The photo was taken by a passer-by who did not give her name.", (), False),
    ],
)
def test_a_credit_stands_alone(rules: Rules, text: str, hints: tuple[str, ...], found: bool) -> None:
    assert is_credit(marked(rules, text, *hints), rules) is found


@pytest.mark.parametrize(
    ("before", "text", "after", "found"),
    [
        pytest.param("2 of 6", "Barges wait at the lock in the rain", "Share", True, id="number"),
        pytest.param("Image caption", "Barges wait at the lock in the rain", "Share", True, id="label"),
        pytest.param("Share", "Barges at the lock", "Photo: Ida Berg", True, id="credit"),
        pytest.param(
            "Share", "Barges wait at the lock in the rain", "Barges wait at the lock in the rain", False, id="copy"
        ),
        pytest.param("6", "Barges wait at the lock in the rain", "7", False, id="list"),
        pytest.param("2 of 6", "Facebook Twitter Email", "Share", False, id="buttons"),
        pytest.param("Share", "Barges wait at the lock in the rain", "Tweet", False, id="nothing"),
        pytest.param("Share", "Anna Holm", "Photo: Ida Berg", False, id="name"),
    ],
)
def test_what_stands_beside_a_line_may_make_it_a_caption(
    rules: Rules, before: str, text: str, after: str, found: bool
) -> None:
    around = [marked(rules, line) for line in (before, text, after)]

    assert is_caption(around[1], rules, at_top=False, beside=weigh_beside(around, rules)) is found


@pytest.mark.parametrize("text", ["Image 1 of 9", "2 of 6", "toggle caption"])
def test_a_counter_in_a_captions_markup_is_no_caption(rules: Rules, text: str) -> None:
    assert not is_caption(marked(rules, text, "caption", "figure"), rules, at_top=False)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Barges wait in the rain at the gate of the old lock in Bergen. Ida Berg/AP", "Ida Berg/AP"),
        ("Barges wait at the gate of the old lock. Photo: Ida Berg/AFP", "Photo: Ida Berg/AFP"),
        ("Barges wait. Ida Berg/AP", None),
        ("Barges wait. Photo: Ida Berg/AFP", None),
    ],
)
def test_a_credit_that_is_most_of_its_line_stays_in_the_caption(rules: Rules, text: str, credit: str | None) -> None:
    cut = credit_cut(text, rules)

    assert (None if cut is None else text[cut:]) == credit


@pytest.mark.parametrize("text", ["", " ", "(", "()", "/", "©", ",", "\u2028", "[]"])
def test_brackets_with_nothing_in_them_name_nobody(rules: Rules, text: str) -> None:
    assert not names_credit(text.strip("()[] "), rules) or text == "©"
    assert isinstance(is_credit(marked(rules, text or "()"), rules), bool)
