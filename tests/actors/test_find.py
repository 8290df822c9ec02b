from dataclasses import replace

import pytest

from newsledger.actors import find_mentions
from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Candidate
from parses import parsed


def words(doc: Annotated, rules: Rules) -> list[str]:
    return [mention.span.of(doc.text) for mention in find_mentions(doc, rules)]


def only(doc: Annotated, rules: Rules) -> Candidate:
    (mention,) = find_mentions(doc, rules)
    return mention


def test_a_title_before_a_name_belongs_to_it(rules: Rules) -> None:
    doc = parsed(
        "Norwegian|norwegian|ADJ|3|amod",
        "Foreign|Foreign|PROPN|3|compound",
        "Minister|Minister|PROPN|5|compound",
        "Anna|Anna|PROPN|5|compound",
        "Haverty|Haverty|PROPN|6|nsubj",
        "left|leave|VERB|0|ROOT",
    )

    mention = only(doc, rules)

    assert mention.span.of(doc.text) == "Norwegian Foreign Minister Anna Haverty"
    assert (mention.kind, mention.name, mention.country) == ("person", "Anna Haverty", "NOR")
    assert (mention.role, mention.sector, mention.gender) == ("foreign minister", "GOV", "f")


def test_a_title_in_small_letters_belongs_to_the_name_too(rules: Rules) -> None:
    doc = parsed(
        "Police|police|NOUN|2|compound",
        "spokesman|spokesman|NOUN|3|compound",
        "Dalby|Dalby|PROPN|4|nsubj",
        "left|leave|VERB|0|ROOT",
    )

    mention = only(doc, rules)

    assert mention.span.of(doc.text) == "Police spokesman Dalby"
    assert (mention.kind, mention.gender) == ("person", "m")


def test_a_former_office_is_said(rules: Rules) -> None:
    doc = parsed(
        "former|former|ADJ|2|amod",
        "President|President|PROPN|3|compound",
        "Dalby|Dalby|PROPN|4|nsubj",
        "left|leave|VERB|0|ROOT",
    )

    assert only(doc, rules).sector == "ELI"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(("Norway|Norway|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT"), ["Norway"], id="a state that acts"),
        pytest.param(
            ("They|they|PRON|2|nsubj", "live|live|VERB|0|ROOT", "in|in|ADP|2|prep", "Norway|Norway|PROPN|3|pobj"),
            ["They"],
            id="a land that is lived in",
        ),
        pytest.param(
            (
                "Talks|talk|NOUN|0|ROOT",
                "between|between|ADP|1|prep",
                "Oslo|Oslo|PROPN|2|pobj",
                "and|and|CCONJ|3|cc",
                "Lima|Lima|PROPN|3|conj",
            ),
            ["Oslo", "Lima"],
            id="capitals that talk",
        ),
        pytest.param(
            ("Talks|talk|NOUN|0|ROOT", "in|in|ADP|1|prep", "Oslo|Oslo|PROPN|2|pobj"), [], id="a capital as a place"
        ),
        pytest.param(
            (
                "Protests|protest|NOUN|0|ROOT",
                "in|in|ADP|1|prep",
                "Bergen|Bergen|PROPN|2|pobj",
                ",|,|PUNCT|3|punct",
                "Norway|Norway|PROPN|3|appos",
            ),
            [],
            id="a land that tells where a town is",
        ),
        pytest.param(
            (
                "The|the|DET|2|det",
                "coast|coast|NOUN|0|ROOT",
                "of|of|ADP|2|prep",
                "Norway|Norway|PROPN|3|pobj",
            ),
            [],
            id="a coast",
        ),
        pytest.param(
            ("The|the|DET|2|det", "French|french|ADJ|3|nsubj", "agreed|agree|VERB|0|ROOT"),
            ["The French"],
            id="an adjective for its people",
        ),
    ],
)
def test_a_state_is_told_from_its_land(rules: Rules, rows: tuple[str, ...], expected: list[str]) -> None:
    assert words(parsed(*rows), rules) == expected


def test_people_without_an_article_are_not_their_state(rules: Rules) -> None:
    doc = parsed("Norwegians|Norwegians|PROPN|2|nsubj|Number=Plur", "agreed|agree|VERB|0|ROOT")

    mention = only(doc, rules)

    assert (mention.kind, mention.name, mention.sector) == ("group", "Norwegians", "CVL")


def test_an_unknown_body_is_known_by_its_last_word(rules: Rules) -> None:
    doc = parsed(
        "the|the|DET|3|det",
        "Harwick|Harwick|PROPN|3|compound",
        "Foundation|Foundation|PROPN|4|nsubj",
        "agreed|agree|VERB|0|ROOT",
    )

    mention = only(doc, rules)

    assert (mention.name, mention.kind, mention.sector) == ("Harwick Foundation", "organisation", "NGO")
    assert mention.rule == "endings/Foundation"


def test_the_outlet_itself_is_no_mention(rules: Rules) -> None:
    doc = parsed("Interfax|Interfax|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT")
    silenced = replace(doc, article=replace(doc.article, publisher="Interfax"))

    assert words(doc, rules) == ["Interfax"]
    assert words(silenced, rules) == []


def test_an_agency_in_a_credit_is_no_mention(rules: Rules) -> None:
    doc = parsed(
        "LIMA|LIMA|PROPN|0|ROOT",
        "(|(|PUNCT|3|punct",
        "Interfax|Interfax|PROPN|1|appos",
        "~)|)|PUNCT|3|punct",
    )

    assert words(doc, rules) == []


def test_a_dateline_has_no_names(rules: Rules) -> None:
    doc = parsed("Norway|Norway|PROPN|2|nsubj", "agreed|agree|VERB|0|ROOT", role="dateline")

    assert words(doc, rules) == []


def test_a_given_name_wins_over_the_place_of_its_spelling(rules: Rules) -> None:
    doc = parsed("Jordan|Jordan|PROPN|2|compound", "Haverty|Haverty|PROPN|3|nsubj", "agreed|agree|VERB|0|ROOT")

    mention = only(doc, rules)

    assert (mention.name, mention.kind) == ("Jordan Haverty", "person")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(("It|it|PRON|2|nsubj", "is|be|AUX|0|ROOT", "clear|clear|ADJ|2|acomp"), [], id="it is clear"),
        pytest.param(("It|it|PRON|2|nsubj", "rained|rain|VERB|0|ROOT"), [], id="weather"),
        pytest.param(("It|it|PRON|2|nsubj", "agreed|agree|VERB|0|ROOT"), ["It"], id="a body"),
        pytest.param(("You|you|PRON|2|nsubj", "agreed|agree|VERB|0|ROOT"), [], id="you"),
    ],
)
def test_it_is_a_mention_where_it_stands_for_something(
    rules: Rules, rows: tuple[str, ...], expected: list[str]
) -> None:
    assert words(parsed(*rows), rules) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ("the|the|DET|2|det", "minister|minister|NOUN|3|nsubj|Number=Sing", "left|leave|VERB|0|ROOT"),
            ["the minister"],
            id="an office",
        ),
        pytest.param(
            ("no|no|DET|2|det", "minister|minister|NOUN|3|nsubj|Number=Sing", "left|leave|VERB|0|ROOT"),
            [],
            id="nobody",
        ),
        pytest.param(
            (
                "She|she|PRON|2|nsubj",
                "ran|run|VERB|0|ROOT",
                "as|as|ADP|2|prep",
                "mayor|mayor|NOUN|3|pobj|Number=Sing",
            ),
            ["She"],
            id="a capacity",
        ),
        pytest.param(
            ("women|woman|NOUN|2|nsubj|Number=Plur", "marched|march|VERB|0|ROOT"), ["women"], id="people who act"
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                "saw|see|VERB|0|ROOT",
                "women|woman|NOUN|2|dobj|Number=Plur",
            ),
            ["They"],
            id="people who are only seen",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                "killed|kill|VERB|0|ROOT",
                "40|40|NUM|4|nummod",
                "soldiers|soldier|NOUN|2|dobj|Number=Plur",
            ),
            ["They"],
            id="a number that is only hit",
        ),
    ],
)
def test_a_noun_is_a_mention_where_it_means_somebody(rules: Rules, rows: tuple[str, ...], expected: list[str]) -> None:
    assert words(parsed(*rows), rules) == expected


def test_a_function_takes_the_sector_of_its_body(rules: Rules) -> None:
    doc = parsed(
        "a|a|DET|3|det",
        "police|police|NOUN|3|compound",
        "official|official|NOUN|4|nsubj|Number=Sing",
        "left|leave|VERB|0|ROOT",
    )

    assert only(doc, rules).sector == "COP"


def test_no_words_have_no_mentions(rules: Rules) -> None:
    assert find_mentions(parsed(",|,|PUNCT|0|ROOT"), rules) == ()


def test_a_headline_in_capital_letters_names_known_people(rules: Rules) -> None:
    doc = parsed("PUTIN|PUTIN|PROPN|2|nsubj", "MEETS|meet|VERB|0|ROOT", "MERKEL|MERKEL|PROPN|2|dobj", role="headline")

    assert [mention.name for mention in find_mentions(doc, rules)] == ["Putin", "Merkel"]


def test_a_headline_in_title_case_gives_a_name_no_words_before_it(rules: Rules) -> None:
    doc = parsed(
        "Dalby|Dalby|PROPN|2|nsubj",
        "Warns|Warns|PROPN|4|compound",
        "European|European|PROPN|4|compound",
        "Union|Union|PROPN|0|ROOT",
        "Over|over|ADP|4|prep",
        "Sanctions|sanction|NOUN|5|pobj",
        role="headline",
    )

    assert words(doc, rules) == ["European Union"]


def test_a_given_name_of_two_syllables_is_kept_whole(rules: Rules) -> None:
    doc = parsed(
        "Seo|Seo|PROPN|2|compound",
        "Min|Min|PROPN|5|nsubj",
        "~-|-|PROPN|5|nsubj",
        "~jun|jun|PROPN|5|nsubj",
        "left|leave|VERB|0|ROOT",
    )

    mention = only(doc, rules)

    assert (mention.span.of(doc.text), mention.name, mention.kind) == ("Seo Min-jun", "Seo Min-jun", "person")


def test_a_word_backed_by_a_name_is_no_part_of_it(rules: Rules) -> None:
    doc = parsed(
        "Anna|Anna|PROPN|2|compound",
        "Haverty|Haverty|PROPN|4|npadvmod",
        "~-|-|PUNCT|4|punct",
        "~led|lead|VERB|5|amod",
        "bridges|bridge|NOUN|6|nsubj",
        "fell|fall|VERB|0|ROOT",
    )

    assert "Anna Haverty-led" not in words(doc, rules)


def test_a_title_in_the_plural_is_that_of_each_name_after_it(rules: Rules) -> None:
    doc = parsed(
        "Defence|Defence|PROPN|2|compound",
        "Ministers|Ministers|PROPN|4|compound",
        "Anna|Anna|PROPN|4|compound",
        "Haverty|Haverty|PROPN|8|nsubj",
        "and|and|CCONJ|4|cc",
        "Peter|Peter|PROPN|7|compound",
        "Dalby|Dalby|PROPN|4|conj",
        "left|leave|VERB|0|ROOT",
    )

    mentions = find_mentions(doc, rules)

    assert [mention.span.of(doc.text) for mention in mentions] == ["Anna Haverty", "Peter Dalby"]
    assert {mention.role for mention in mentions} == {"defence minister"}


@pytest.mark.parametrize(
    ("country", "expected"),
    [("Kenya", ("High Court", "KEN")), ("Britain", ("High Court", "GBR"))],
    ids=["another country's", "the listed country's"],
)
def test_a_name_of_many_countries_bodies_is_of_the_one_in_the_text(
    rules: Rules, country: str, expected: tuple[str, str]
) -> None:
    doc = parsed(
        "The|the|DET|3|det",
        "High|High|PROPN|3|compound",
        "Court|Court|PROPN|4|nsubj",
        "met|meet|VERB|0|ROOT",
        "in|in|ADP|4|prep",
        f"{country}|{country}|PROPN|5|pobj",
    )

    mention = only(doc, rules)

    assert (mention.name, mention.country) == expected


def test_a_body_of_a_town_is_named_with_it(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|2|det",
        "Chamber|Chamber|PROPN|7|nsubj",
        "of|of|ADP|2|prep",
        "Commerce|Commerce|PROPN|3|pobj",
        "of|of|ADP|4|prep",
        "Guayaquil|Guayaquil|PROPN|5|pobj",
        "met|meet|VERB|0|ROOT",
    )

    mention = only(doc, rules)

    assert (mention.name, mention.country) == ("Chamber of Commerce of Guayaquil", "ECU")


def test_a_body_has_the_country_whose_it_is(rules: Rules) -> None:
    doc = parsed(
        "Norway|Norway|PROPN|4|poss",
        "'s|'s|PART|1|case",
        "Harbour|Harbour|PROPN|4|compound",
        "Ministry|Ministry|PROPN|5|nsubj",
        "met|meet|VERB|0|ROOT",
    )

    assert {mention.country for mention in find_mentions(doc, rules)} == {"NOR"}


@pytest.mark.parametrize(
    "rows",
    [
        ("(|(|PUNCT|2|punct", "L|L|PROPN|0|ROOT", "~)|)|PUNCT|2|punct"),
        ("Turnout|Turnout|PROPN|2|nsubj", "fell|fall|VERB|0|ROOT"),
        ("Hurricane|Hurricane|PROPN|2|compound", "Matthew|Matthew|PROPN|3|nsubj", "came|come|VERB|0|ROOT"),
        (
            "Harry|Harry|PROPN|3|compound",
            "Dalby|Dalby|PROPN|3|compound",
            "Library|Library|PROPN|4|nsubj",
            "burned|burn|VERB|0|ROOT",
        ),
    ],
    ids=["a letter for a place in a photo", "a first word used nowhere else", "a storm", "a building"],
)
def test_a_capital_letter_alone_makes_no_actor(rules: Rules, rows: tuple[str, ...]) -> None:
    assert words(parsed(*rows), rules) == []


@pytest.mark.parametrize(
    "rows",
    [
        (
            "It|it|PRON|3|nsubj",
            "is|be|AUX|3|aux",
            "going|go|VERB|0|ROOT",
            "to|to|PART|5|aux",
            "require|require|VERB|3|xcomp",
            "time|time|NOUN|5|dobj",
        ),
        ("It|it|PRON|2|nsubj", "is|be|AUX|0|ROOT", "a|a|DET|4|det", "risk|risk|NOUN|2|attr"),
        ("It|it|PRON|2|nsubj", "is|be|AUX|0|ROOT", "useless|useless|ADJ|2|acomp"),
    ],
    ids=["a need", "a thing", "a quality of things"],
)
def test_an_it_that_means_nobody_is_no_mention(rules: Rules, rows: tuple[str, ...]) -> None:
    assert words(parsed(*rows), rules) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("It|it|PRON|2|nsubj", "is|be|AUX|0|ROOT", "ready|ready|ADJ|2|acomp"),
    ],
    ids=["a state of mind"],
)
def test_an_it_that_means_somebody_is_a_mention(rules: Rules, rows: tuple[str, ...]) -> None:
    assert "It" in words(parsed(*rows), rules)


def test_people_who_are_only_the_object_of_a_wish_are_no_mention(rules: Rules) -> None:
    doc = parsed(
        "Efforts|effort|NOUN|0|ROOT|Number=Plur",
        "to|to|PART|3|aux",
        "fight|fight|VERB|1|acl|VerbForm=Inf",
        "smugglers|smuggler|NOUN|3|dobj|Number=Plur",
    )

    assert words(doc, rules) == []


def test_an_ambassador_is_not_of_the_country_that_he_is_in(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|2|det",
        "ambassador|ambassador|NOUN|5|nsubj",
        "to|to|ADP|2|prep",
        "Norway|Norway|PROPN|3|pobj",
        "left|leave|VERB|0|ROOT",
    )

    assert find_mentions(doc, rules)[0].country is None


def test_a_number_before_a_hyphen_is_no_part_of_a_name(rules: Rules) -> None:
    doc = parsed("2|2|NUM|3|nummod", "~-|-|PUNCT|3|punct", "~Norway|Norway|PROPN|4|nsubj", "agreed|agree|VERB|0|ROOT")

    assert words(doc, rules) == ["Norway"]


def test_a_word_for_someone_in_the_name_of_a_body_is_no_title(rules: Rules) -> None:
    doc = parsed("Criminal|Criminal|PROPN|2|compound", "Court|Court|PROPN|3|nsubj", "ruled|rule|VERB|0|ROOT")

    mention = only(doc, rules)

    assert (mention.name, mention.kind) == ("Criminal Court", "organisation")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("wrote|write|VERB|0|ROOT", "on|on|ADP|1|prep", "Twitter|Twitter|PROPN|2|pobj"), []),
        (("Twitter|Twitter|PROPN|2|nsubj", "sued|sue|VERB|0|ROOT"), ["Twitter"]),
    ],
    ids=["where", "who"],
)
def test_a_platform_is_an_actor_where_it_acts(rules: Rules, rows: tuple[str, ...], expected: list[str]) -> None:
    assert words(parsed(*rows), rules) == expected
