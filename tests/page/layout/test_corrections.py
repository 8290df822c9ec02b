"""Corrections in many wordings."""

import pytest

from newsledger.page import Rules
from page.pages import BODY, of_role, read_dump

HEADLINE = "Old lock closes for two years"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The wall was built in 1902, not in 1920 as we wrote.",
        "CORRECTION (21 January): The wall was built in 1902, not in 1920.",
        "Clarification, 21 January 2017: The canal is open to barges only.",
        "This article was amended on 21 January 2017. An earlier version gave the wrong year.",
        "This article has been updated to include a comment by the pilots.",
        "This story has been corrected to show that the wall was built in 1902.",
        "An earlier version of this article gave the wrong year for the wall.",
        "A caption on an earlier version of this article named the wrong lock.",
        "The headline of this article has been changed to give the right year.",
        "Update: The council has since made its decision public.",
        "Because of an editing error, we gave the wrong year for the wall.",
        "Following publication, the council gave us the right year of the wall.",
        "In einer früheren Version dieses Artikels stand ein falsches Baujahr.",
        "Anmerkung der Redaktion: Die Mauer wurde 1902 gebaut, nicht 1920.",
        "Cet article a été modifié le 21 janvier pour corriger une date.",
        "Rectificatif : le mur a été construit en 1902 et non en 1920.",
        "Fe de errores: el muro se construyó en 1902 y no en 1920.",
        "Una versión anterior de este artículo daba un año equivocado.",
        "Correção: o muro foi construído em 1902, e não em 1920.",
        "Questo articolo è stato aggiornato con le parole del sindaco.",
        "Dit artikel is aangepast omdat er een fout jaartal in stond.",
        "Rättelse: Muren byggdes 1902 och inte 1920 som vi skrev.",
        "Oikaisu: Muuri rakennettiin vuonna 1902 eikä 1920.",
        "Sprostowanie: mur zbudowano w 1902 roku, a nie w 1920.",
        "Исправление: стена построена в 1902 году, а не в 1920.",
    ],
)
def test_a_note_at_either_end_is_a_correction(rules: Rules, note: str) -> None:
    assert of_role(read_dump(rules, HEADLINE, *BODY, note, "Share this article"), "correction") == [note]
    assert of_role(read_dump(rules, HEADLINE, note, *BODY), "correction") == [note]


def test_a_heading_names_the_note_below_it(rules: Rules) -> None:
    note = "The wall was built in 1902, not in 1920 as we wrote on Friday."

    article = read_dump(rules, HEADLINE, *BODY, "Corrections and clarifications", note)

    assert of_role(article, "correction") == ["Corrections and clarifications", note]


@pytest.mark.parametrize(
    "line",
    [
        "The correction of the river took the council forty years and two loans.",
        "An update of the plans will be shown to the public in the spring.",
        "The ministry said that an earlier version of the plan had been cheaper.",
        "We have updated the plans, the council’s engineer said on Monday.",
        "Updates on the lock will follow when the council has met again.",
    ],
)
def test_what_the_article_tells_is_no_correction(rules: Rules, line: str) -> None:
    article = read_dump(rules, HEADLINE, BODY[0], BODY[1], line, *[f"{BODY[2][:-1]} {n}." for n in range(5)])

    assert of_role(article, "correction") == []
