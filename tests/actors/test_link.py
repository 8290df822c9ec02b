from dataclasses import replace
from datetime import date

import pytest

from newsledger.actors import find_mentions, link
from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Span, Statement
from parses import parsed

ANNA = ("Anna|Anna|PROPN|2|compound", "Haverty|Haverty|PROPN|3|nsubj", "agreed|agree|VERB|0|ROOT", ".|.|PUNCT|3|punct")


def linked(doc: Annotated, rules: Rules, statements: tuple[Statement, ...] = ()) -> dict[str, list[str]]:
    found = link(doc, find_mentions(doc, rules), statements, rules)
    return {actor.name: [mention.span.of(doc.text) for mention in actor.mentions] for actor in found}


def said(source: Span | None, content: Span) -> Statement:
    return Statement(
        id="s",
        source=(source,) if source else (),
        cue=(),
        content=(content,),
        form="direct",
        attitude="report",
        source_actor=None,
        addressee=None,
        said_at=None,
        parent=None,
        block_role="body",
        rule="test",
    )


def test_a_surname_joins_the_full_name(rules: Rules) -> None:
    doc = parsed(*ANNA, "---", "Haverty|Haverty|PROPN|2|nsubj", "left|leave|VERB|0|ROOT")

    assert linked(doc, rules) == {"Anna Haverty": ["Anna Haverty", "Haverty"]}


def test_two_persons_of_one_surname_stay_two(rules: Rules) -> None:
    doc = parsed(
        *ANNA, "---", "Peter|Peter|PROPN|2|compound", "Haverty|Haverty|PROPN|3|nsubj", "left|leave|VERB|0|ROOT"
    )

    assert linked(doc, rules) == {"Anna Haverty": ["Anna Haverty"], "Peter Haverty": ["Peter Haverty"]}


def test_a_country_its_capital_and_its_people_are_one(rules: Rules) -> None:
    doc = parsed(
        "Norway|Norway|PROPN|2|nsubj",
        "agreed|agree|VERB|0|ROOT",
        "---",
        "Oslo|Oslo|PROPN|2|nsubj",
        "agreed|agree|VERB|0|ROOT",
        "---",
        "The|the|DET|2|det",
        "Norwegians|Norwegians|PROPN|3|nsubj|Number=Plur",
        "agreed|agree|VERB|0|ROOT",
    )

    assert linked(doc, rules) == {"Norway": ["Norway", "Oslo", "The Norwegians"]}


def test_the_seat_and_the_administration_are_one_government(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|3|det",
        "White|White|PROPN|3|compound",
        "House|House|PROPN|4|nsubj",
        "agreed|agree|VERB|0|ROOT",
        "---",
        "The|the|DET|2|det",
        "government|government|NOUN|3|nsubj|Number=Sing",
        "agreed|agree|VERB|0|ROOT",
    )

    (actor,) = link(doc, find_mentions(doc, rules), (), rules)

    assert (actor.name, actor.kind, actor.key) == ("White House", "government", "government:USA:government")
    assert len(actor.mentions) == 2


def test_an_apposition_is_a_second_mention(rules: Rules) -> None:
    doc = parsed(
        "Anna|Anna|PROPN|2|compound",
        "Haverty|Haverty|PROPN|7|nsubj",
        ",|,|PUNCT|2|punct",
        "the|the|DET|5|det",
        "mayor|mayor|NOUN|2|appos|Number=Sing",
        ",|,|PUNCT|2|punct",
        "agreed|agree|VERB|0|ROOT",
    )

    assert linked(doc, rules) == {"Anna Haverty": ["Anna Haverty", "the mayor"]}


def test_an_office_joins_its_holder(rules: Rules) -> None:
    doc = parsed(
        "President|President|PROPN|2|compound",
        "Haverty|Haverty|PROPN|3|nsubj",
        "agreed|agree|VERB|0|ROOT",
        "---",
        "The|the|DET|2|det",
        "leader|leader|NOUN|3|nsubj|Number=Sing",
        "left|leave|VERB|0|ROOT",
    )

    assert linked(doc, rules) == {"Haverty": ["President Haverty", "The leader"]}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("She|she|PRON|2|nsubj", {"Anna Haverty": ["Anna Haverty", "She"]}, id="her"),
        pytest.param("He|he|PRON|2|nsubj", {"Anna Haverty": ["Anna Haverty"]}, id="not him"),
        pytest.param("It|it|PRON|2|nsubj", {"Anna Haverty": ["Anna Haverty"]}, id="not it"),
    ],
)
def test_a_pronoun_agrees_in_gender(rules: Rules, word: str, expected: dict[str, list[str]]) -> None:
    assert linked(parsed(*ANNA, "---", word, "left|leave|VERB|0|ROOT"), rules) == expected


def test_an_object_is_not_the_subject_of_its_own_verb(rules: Rules) -> None:
    doc = parsed(
        "Anna|Anna|PROPN|2|compound", "Haverty|Haverty|PROPN|3|nsubj", "saw|see|VERB|0|ROOT", "her|she|PRON|3|dobj"
    )

    assert linked(doc, rules) == {"Anna Haverty": ["Anna Haverty"]}


def test_the_two_leaders_are_both(rules: Rules) -> None:
    doc = parsed(
        "President|President|PROPN|2|compound",
        "Haverty|Haverty|PROPN|6|nsubj",
        "and|and|CCONJ|2|cc",
        "President|President|PROPN|5|compound",
        "Dalby|Dalby|PROPN|2|conj",
        "met|meet|VERB|0|ROOT",
        "---",
        "The|the|DET|3|det",
        "two|two|NUM|3|nummod",
        "leaders|leader|NOUN|4|nsubj|Number=Plur",
        "left|leave|VERB|0|ROOT",
    )

    assert linked(doc, rules) == {
        "Haverty": ["President Haverty", "The two leaders"],
        "Dalby": ["President Dalby", "The two leaders"],
    }


def test_they_are_those_spoken_of_together(rules: Rules) -> None:
    doc = parsed(
        "Norway|Norway|PROPN|4|nsubj",
        "and|and|CCONJ|1|cc",
        "Peru|Peru|PROPN|1|conj",
        "met|meet|VERB|0|ROOT",
        "---",
        "They|they|PRON|2|nsubj",
        "left|leave|VERB|0|ROOT",
    )

    assert linked(doc, rules) == {"Norway": ["Norway", "They"], "Peru": ["Peru", "They"]}


def test_i_in_a_quotation_is_its_speaker(rules: Rules) -> None:
    doc = parsed(
        "“|“|PUNCT|3|punct",
        "I|I|PRON|3|nsubj",
        "agree|agree|VERB|6|ccomp",
        "”|”|PUNCT|3|punct",
        "Haverty|Haverty|PROPN|6|nsubj",
        "said|say|VERB|0|ROOT",
    )
    source = doc.tokens[4].span

    assert linked(doc, rules, (said(source, Span(start=0, end=source.start)),)) == {"Haverty": ["I", "Haverty"]}
    assert linked(doc, rules) == {"Haverty": ["Haverty"]}


def test_he_said_after_a_quotation_goes_on_with_its_speaker(rules: Rules) -> None:
    doc = parsed(
        "Peter|Peter|PROPN|2|compound",
        "Haverty|Haverty|PROPN|3|nsubj",
        "praised|praise|VERB|0|ROOT",
        "Carl|Carl|PROPN|5|compound",
        "Dalby|Dalby|PROPN|3|dobj",
        "---",
        "“|“|PUNCT|2|punct",
        "Fine|fine|ADJ|5|ccomp",
        "”|”|PUNCT|2|punct",
        "Dalby|Dalby|PROPN|5|nsubj",
        "said|say|VERB|0|ROOT",
        "---",
        "He|he|PRON|2|nsubj",
        "added|add|VERB|0|ROOT",
        "more|more|ADJ|2|dobj",
    )
    tokens = doc.tokens
    statements = (said(tokens[8].span, tokens[6].span), said(tokens[10].span, tokens[12].span))

    assert linked(doc, rules, statements)["Carl Dalby"] == ["Carl Dalby", "Dalby", "He"]


def test_a_known_surname_is_whoever_had_an_office_that_day(rules: Rules) -> None:
    doc = parsed("Bush|Bush|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT", published=date(1990, 5, 1))

    (actor,) = link(doc, find_mentions(doc, rules), (), rules)

    assert (actor.key, actor.country, actor.sector) == ("person:USA:george h w bush", "USA", "GOV")


def test_who_nothing_places_is_of_the_setting(rules: Rules) -> None:
    doc = parsed(
        "Police|police|NOUN|2|nsubj|Number=Plur",
        "searched|search|VERB|0|ROOT",
        "Bergen|Bergen|PROPN|2|dobj",
        "---",
        "Oslo|Oslo|PROPN|2|nsubj",
        "agreed|agree|VERB|0|ROOT",
    )

    (police, _) = link(doc, find_mentions(doc, rules), (), rules)

    assert (police.name, police.country_inferred, police.sector) == ("Police", "NOR", "COP")


def test_linking_twice_gives_the_same(rules: Rules) -> None:
    doc = parsed(*ANNA, "---", "She|she|PRON|2|nsubj", "left|leave|VERB|0|ROOT")
    mentions = find_mentions(doc, rules)

    assert link(doc, mentions, (), rules) == link(doc, mentions, (), rules)


def test_two_who_are_only_described_alike_have_ids_of_their_own(rules: Rules) -> None:
    spokesman = ("A|a|DET|2|det", "spokesman|spokesman|NOUN|3|nsubj|Number=Sing", "agreed|agree|VERB|0|ROOT")
    doc = parsed(*spokesman, "---", *spokesman)

    one, other = link(doc, find_mentions(doc, rules), (), rules)

    assert one.key == other.key
    assert one.id != other.id


def test_an_office_named_later_is_its_holder(rules: Rules) -> None:
    doc = parsed(
        "Norwegian|norwegian|ADJ|2|amod",
        "minister|minister|NOUN|3|nsubj|Number=Sing",
        "left|leave|VERB|0|ROOT",
        "---",
        "Norwegian|norwegian|ADJ|2|amod",
        "Minister|Minister|PROPN|4|compound",
        "Anna|Anna|PROPN|4|compound",
        "Haverty|Haverty|PROPN|5|nsubj",
        "left|leave|VERB|0|ROOT",
    )

    assert linked(doc, rules) == {"Anna Haverty": ["Norwegian minister", "Norwegian Minister Anna Haverty"]}


def test_a_name_set_beside_the_body_is_that_of_its_officer(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|2|det",
        "spokeswoman|spokeswoman|NOUN|11|nsubj",
        "for|for|ADP|2|prep",
        "the|the|DET|6|det",
        "European|European|PROPN|6|compound",
        "Commission|Commission|PROPN|3|pobj",
        ",|,|PUNCT|6|punct",
        "Hedda|Hedda|PROPN|9|compound",
        "Ravnsborg|Ravnsborg|PROPN|6|appos",
        ",|,|PUNCT|2|punct",
        "left|leave|VERB|0|ROOT",
    )

    assert linked(doc, rules)["Hedda Ravnsborg"] == ["The spokeswoman", "Hedda Ravnsborg"]


def test_a_name_with_an_office_told_after_it_is_a_persons(rules: Rules) -> None:
    doc = parsed(
        "Sorin|Sorin|PROPN|2|compound",
        "Barkat|Barkat|PROPN|6|nsubj",
        ",|,|PUNCT|2|punct",
        "the|the|DET|5|det",
        "spokesman|spokesman|NOUN|2|appos",
        "left|leave|VERB|0|ROOT",
    )

    (actor,) = link(doc, find_mentions(doc, rules), (), rules)

    assert (actor.name, actor.kind) == ("Sorin Barkat", "person")


def test_what_belongs_to_a_state_is_of_it(rules: Rules) -> None:
    doc = parsed(
        "Norway|Norway|PROPN|2|nsubj",
        "sent|send|VERB|0|ROOT",
        "its|its|PRON|4|poss",
        "soldiers|soldier|NOUN|2|dobj|Number=Plur",
    )

    found = link(doc, find_mentions(doc, rules), (), rules)

    assert {actor.name: actor.country for actor in found} == {"Norway": "NOR", "its soldiers": "NOR"}


def test_a_party_with_another_name_in_it_is_another(rules: Rules) -> None:
    doc = parsed(
        "Harbour|Harbour|PROPN|2|compound",
        "Party|Party|PROPN|3|nsubj",
        "won|win|VERB|0|ROOT",
        "---",
        "The|the|DET|4|det",
        "Social|Social|PROPN|3|compound",
        "Reform|Reform|PROPN|4|compound",
        "party|party|NOUN|5|nsubj",
        "lost|lose|VERB|0|ROOT",
    )

    assert list(linked(doc, rules)) == ["Harbour Party", "Social Reform party"]


def test_the_two_presidents_are_not_a_minister_and_somebody(rules: Rules) -> None:
    doc = parsed(
        "Minister|Minister|PROPN|3|compound",
        "Anna|Anna|PROPN|3|compound",
        "Haverty|Haverty|PROPN|8|nsubj",
        "and|and|CCONJ|3|cc",
        "spokesman|spokesman|NOUN|7|compound",
        "Peter|Peter|PROPN|7|compound",
        "Dalby|Dalby|PROPN|3|conj",
        "met|meet|VERB|0|ROOT",
        "---",
        "The|the|DET|3|det",
        "two|two|NUM|3|nummod",
        "presidents|president|NOUN|4|nsubj|Number=Plur",
        "left|leave|VERB|0|ROOT",
    )

    assert linked(doc, rules)["two presidents"] == ["The two presidents"]


def test_a_known_surname_without_a_day_is_whoever_is_known_by_that_office(rules: Rules) -> None:
    doc = parsed("President|President|PROPN|2|compound", "Obama|Obama|PROPN|3|nsubj", "left|leave|VERB|0|ROOT")

    (actor,) = link(doc, find_mentions(doc, rules), (), rules)

    assert actor.country == "USA"


def test_they_after_a_statement_of_two_are_both(rules: Rules) -> None:
    doc = parsed(
        "Norway|Norway|PROPN|4|nsubj",
        "and|and|CCONJ|1|cc",
        "Kenya|Kenya|PROPN|1|conj",
        "agreed|agree|VERB|0|ROOT",
        "---",
        "They|they|PRON|2|nsubj",
        "said|say|VERB|0|ROOT",
        "yes|yes|INTJ|2|ccomp",
    )
    first = said(Span(start=0, end=16), Span(start=17, end=23))
    second = replace(said(Span(start=24, end=28), Span(start=34, end=37)), form="indirect")

    found = linked(doc, rules, (first, second))

    assert found == {"Norway": ["Norway", "They"], "Kenya": ["Kenya", "They"]}


def named(name: str, verb: str = "left", *, title: str | None = None) -> tuple[str, ...]:
    """Give the rows of a sentence in which somebody of this name leaves."""
    words = name.split()
    last = len(words) + bool(title)
    rows = [f"{title}|{title}|PROPN|{last}|compound"] if title else []
    rows.extend(f"{word}|{word}|PROPN|{last}|compound" for word in words[:-1])
    return (*rows, f"{words[-1]}|{words[-1]}|PROPN|{last + 1}|nsubj", f"{verb}|leave|VERB|0|ROOT")


def test_a_surname_first_told_alone_is_no_bar_to_two_of_that_name(rules: Rules) -> None:
    doc = parsed(
        *named("Haverty"), "---", *named("Anna Haverty"), "---", *named("Peter Haverty"), "---", *named("Haverty")
    )

    assert linked(doc, rules) == {
        "Anna Haverty": ["Haverty", "Anna Haverty", "Haverty"],
        "Peter Haverty": ["Peter Haverty"],
    }


def test_two_surnames_are_a_short_form_too(rules: Rules) -> None:
    doc = parsed(*named("Anna Lindal Haverty"), "---", *named("Lindal Haverty"))

    assert list(linked(doc, rules)) == ["Anna Lindal Haverty"]


def test_a_word_put_before_a_name_makes_nobody_new(rules: Rules) -> None:
    doc = parsed(*named("Anna Haverty"), "---", *named("Crooked Anna Haverty"))

    assert list(linked(doc, rules)) == ["Anna Haverty"]


def test_a_known_surname_is_not_looked_up_where_another_bears_it_in_full(rules: Rules) -> None:
    doc = parsed(*named("Putin"), "---", *named("Anna Putin"), published=date(2016, 2, 1))

    (actor,) = link(doc, find_mentions(doc, rules), (), rules)

    assert (actor.name, actor.country) == ("Anna Putin", None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2016, 2, 1), ["Hillary Clinton", "The former secretary of state"], id="who has left it"),
        pytest.param(date(2005, 2, 1), ["Hillary Clinton"], id="who has not had it yet"),
    ],
)
def test_a_former_office_is_of_whoever_is_known_to_have_left_it(rules: Rules, day: date, expected: list[str]) -> None:
    doc = parsed(
        *named("Hillary Clinton"),
        "---",
        "The|the|DET|3|det",
        "former|former|ADJ|3|amod",
        "secretary|secretary|NOUN|6|nsubj|Number=Sing",
        "of|of|ADP|3|prep",
        "state|state|NOUN|4|pobj",
        "left|leave|VERB|0|ROOT",
        published=day,
    )

    assert linked(doc, rules)["Hillary Clinton"] == expected


def test_his_aides_are_not_hers(rules: Rules) -> None:
    def aides(pronoun: str) -> tuple[str, ...]:
        return (f"{pronoun}|{pronoun}|PRON|2|poss", "aides|aide|NOUN|3|nsubj|Number=Plur", "left|leave|VERB|0|ROOT")

    doc = parsed(
        *named("Anna Haverty"),
        "---",
        *aides("Her"),
        "---",
        *named("Carl Dalby"),
        "---",
        *aides("His"),
        "---",
        *aides("Her"),
    )

    found = linked(doc, rules)

    assert sorted(mentions for name, mentions in found.items() if "aides" in name) == [
        ["Her aides", "Her aides"],
        ["His aides"],
    ]


def test_an_address_before_a_closing_quotation_mark_is_not_the_speaker(rules: Rules) -> None:
    doc = parsed(
        "Mr.|Mr.|PROPN|2|compound",
        "President|President|PROPN|6|nsubj",
        ",|,|PUNCT|2|punct",
        "”|”|PUNCT|2|punct",
        "Senator|Senator|PROPN|6|compound",
        "Haverty|Haverty|PROPN|2|appos",
        "said|say|VERB|2|relcl",
    )

    assert linked(doc, rules)["Haverty"] == ["Senator Haverty"]


def test_an_it_is_not_somebody_where_a_thing_is_nearer(rules: Rules) -> None:
    doc = parsed(
        "Norway|Norway|PROPN|2|nsubj",
        "agreed|agree|VERB|0|ROOT",
        "---",
        "The|the|DET|2|det",
        "bill|bill|NOUN|3|nsubj|Number=Sing",
        "failed|fail|VERB|0|ROOT",
        "because|because|SCONJ|6|mark",
        "it|it|PRON|6|nsubj",
        "confused|confuse|VERB|3|advcl",
        "Chile|Chile|PROPN|6|dobj",
    )

    assert linked(doc, rules) == {"Norway": ["Norway"], "Chile": ["Chile"]}


def test_a_bodys_name_is_a_persons_surname_where_the_person_was_named_in_full(rules: Rules) -> None:
    doc = parsed(*named("Anna Bloomberg"), "---", *named("Bloomberg"))
    alone = parsed(*named("Bloomberg"))

    assert linked(doc, rules) == {"Anna Bloomberg": ["Anna Bloomberg", "Bloomberg"]}
    assert [actor.kind for actor in link(alone, find_mentions(alone, rules), (), rules)] == ["organisation"]


def test_the_two_states_are_somebody_without_being_named(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|3|det",
        "two|two|NUM|3|nummod",
        "states|state|NOUN|4|nsubj|Number=Plur",
        "agreed|agree|VERB|0|ROOT",
    )

    assert list(linked(doc, rules).values()) == [["The two states"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(named("Vladimir Putin"), named("Putin", title="President"), id="full and short"),
        pytest.param(named("Vladimir Putin"), named("Putin", title="Mr."), id="with another title"),
        pytest.param(
            ("Norway|Norway|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT"),
            ("Oslo|Oslo|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT"),
            id="state and capital",
        ),
        pytest.param(
            ("US|US|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT"),
            (
                "The|the|DET|3|det",
                "United|United|PROPN|3|compound",
                "States|States|PROPN|4|nsubj",
                "agreed|agree|VERB|0|ROOT",
            ),
            id="short and full name of a state",
        ),
    ],
)
def test_an_entity_has_one_key_in_any_article(rules: Rules, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    keys: set[str] = set()
    for rows in (one, other):
        doc = parsed(*rows, published=date(2016, 2, 1))
        keys.update(actor.key for actor in link(doc, find_mentions(doc, rules), (), rules))

    assert len(keys) == 1


@pytest.mark.parametrize(
    ("word", "count"), [pytest.param("ministry", 1, id="shorter"), pytest.param("court", 2, id="another body")]
)
def test_a_body_without_a_name_is_called_by_the_last_word_of_its_description(
    rules: Rules, word: str, count: int
) -> None:
    doc = parsed(
        "The|the|DET|3|det", "defence|defence|NOUN|3|compound", "ministry|ministry|NOUN|4|nsubj",
        "agreed|agree|VERB|0|ROOT", "---",
        "The|the|DET|2|det", f"{word}|{word}|NOUN|3|nsubj", "agreed|agree|VERB|0|ROOT",
    )  # fmt: skip

    assert len(link(doc, find_mentions(doc, rules), (), rules)) == count
