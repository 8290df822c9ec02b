"""Short names for actors, as coders of events write them, get the country and sector that they should."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsledger import Reader, actors
from newsledger.actors.identity.known import holds_office
from newsledger.actors.rules import Rules
from newsledger.lexicon import Lexicon, join_lexicons, load_lexicon
from newsledger.model import Actor, Capture, PageDate
from parses import parsed

_PHRASES = Path(__file__).parent / "data" / "phrases.tsv"
_LEAST = 0.95


def _coded(reader: Reader, phrase: str, day: str) -> Actor | None:
    """Give the actor that a phrase is read as when it acts: the one with the mention that ends last."""
    rules = reader.rules["actors"]
    text = f"{phrase[0].upper()}{phrase[1:]} rejected the offer on Monday."
    doc = reader.annotate(Capture(data=text, kind="text"))
    on = PageDate(earliest=date.fromisoformat(day), latest=date.fromisoformat(day))
    doc = replace(doc, article=replace(doc.article, date_published=on))
    spans = [
        (mention.span, actor)
        for actor in actors.link(doc, actors.find_mentions(doc, rules), (), rules)
        for mention in actor.mentions
        if mention.span.end <= len(phrase)
    ]
    if " for " in phrase:
        return min(spans, key=lambda pair: pair[0])[1] if spans else None
    return max(spans, key=lambda pair: (pair[0].end, -pair[0].start))[1] if spans else None


def test_phrases_get_their_country_and_sector(reader: Reader) -> None:
    rows = [line.split("\t") for line in _PHRASES.read_text("utf-8").splitlines()[3:]]

    found = [(_coded(reader, phrase, day), country, sector) for phrase, country, sector, day in rows]

    for attribute in ("country", "sector"):
        right = sum(
            actor is not None
            and (getattr(actor, attribute) or "-") == {"country": country, "sector": sector}[attribute]
            for actor, country, sector in found
        )
        assert right >= _LEAST * len(rows), attribute


@pytest.mark.parametrize(
    ("day", "sector"), [("1999-05-01", "LEG"), ("2003-05-01", "GOV"), ("2012-03-01", "ELI"), ("1970-05-01", "GOV")]
)
def test_a_person_is_what_he_was_on_the_day(rules: Rules, day: str, sector: str) -> None:
    doc = parsed(
        "John|John|PROPN|2|compound",
        "Ashcroft|Ashcroft|PROPN|3|nsubj",
        "left|leave|VERB|0|ROOT",
        published=date.fromisoformat(day),
    )

    assert [actor.sector for actor in actors.link(doc, actors.find_mentions(doc, rules), (), rules)] == [sector]


def test_an_office_is_held_to_the_end_of_its_last_month(rules: Rules) -> None:
    assert holds_office("Khaleda Zia", date(2014, 1, 31), rules)
    assert not holds_office("Khaleda Zia", date(2014, 2, 1), rules)


def test_a_users_list_wins_over_every_list_of_ours(lists: Mapping[str, Lexicon], tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(
        "# source: ours\n# licence: CC0\nname\tsame_as\tkind\tcountry\tsector\tform\texample\n"
        "Ostrava\t-\torganisation\tCZE\tCVL\tname\t*Ostrava* lost the match.\n"
        "Vladimir Putin\t-\tperson\tPRT\tCVL\tname\t*Vladimir Putin* lost the match.\n",
        encoding="utf-8",
    )
    name = actors.which_list(own)
    joined = join_lexicons(lists[name], [load_lexicon(own, actors.SCHEMAS[name])])

    names = Rules.build({**lists, name: joined}).names

    for words in (("Ostrava",), ("Vladimir", "Putin")):
        hit = names.match(words, 0)
        assert hit
        assert hit[1].rule == f"mine/{' '.join(words)}"


@pytest.mark.parametrize(
    ("before", "noun", "sector"),
    [
        ("Hamas|Hamas|PROPN", "gunmen|gunman|NOUN", "REB"),
        ("masked|masked|ADJ", "gunmen|gunman|NOUN", "UAF"),
        ("opposition|opposition|NOUN", "supporters|supporter|NOUN", "OPP"),
        ("government|government|NOUN", "supporters|supporter|NOUN", "CVL"),
        ("Ostland|Ostland|PROPN", "inspectors|inspector|NOUN", "COP"),
    ],
)
def test_followers_and_armed_men_take_the_sector_of_whom_they_serve(
    rules: Rules, before: str, noun: str, sector: str
) -> None:
    doc = parsed(f"{before}|2|compound", f"{noun}|3|nsubj|Number=Plur", "left|leave|VERB|0|ROOT")

    assert sector in {actor.sector for actor in actors.link(doc, actors.find_mentions(doc, rules), (), rules)}


def test_a_state_that_others_are_for_is_not_theirs(rules: Rules) -> None:
    doc = parsed(
        "pro|pro|ADJ|3|amod",
        "-|-|PUNCT|3|punct",
        "Norwegian|norwegian|ADJ|4|amod",
        "rebels|rebel|NOUN|5|nsubj|Number=Plur",
        "left|leave|VERB|0|ROOT",
    )

    (actor,) = actors.link(doc, actors.find_mentions(doc, rules), (), rules)

    assert (actor.country, actor.sector) == (None, "REB")


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        pytest.param("A police officer was charged with theft on Monday.", None, id="charged"),
        pytest.param("A judge accused of theft resigned on Monday.", None, id="accused-of"),
        pytest.param("A police officer was praised on Monday.", "COP", id="praised"),
        pytest.param("The police officer charged the crowd with a stick on Monday.", "COP", id="a-charge-of-his-own"),
        pytest.param("A minister was charged with theft on Monday.", "GOV", id="a-politician"),
        pytest.param("Shell spokesman Jan Brenn agreed on Monday.", "BUS", id="sector-of-the-body-before"),
    ],
)
def test_who_is_charged_acts_for_no_police_or_court(reader: Reader, text: str, sector: str | None) -> None:
    actors = reader.read_text(text, published="2003-03-01").actors

    assert actors[0].sector == sector
