"""Short names for actors, as coders of events write them, get the country and sector that they should."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsledger import Reader, actors
from newsledger.actors.known import holds_office
from newsledger.actors.rules import Rules
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
