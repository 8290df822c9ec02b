"""Whose an actor is when no list says it: the setting, an owner, several states, or nobody's."""

import pytest

from newsledger import Reader
from newsledger.actors.mentions.runs import is_short_for


def countries(reader: Reader, text: str, *, published: str = "2003-03-01") -> dict[str, str | None]:
    return {actor.name: actor.country for actor in reader.read_text(text, published=published).actors}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("Norway was calm. The mayor resigned.", "mayor", None, id="not-from-the-setting"),
        pytest.param(
            "Norway was calm. Chile closed its ports. Peru waited.\n\nThe army marched in Norway.",
            "army",
            None,
            id="not-the-last-land-named",
        ),
        pytest.param(
            "Minister leaves\n\nLYON, France (Reuters) - Police said that talks went on in Norway and Chile.",
            "Police",
            "FRA",
            id="organs-of-the-datelines-place",
        ),
        pytest.param("Norway was calm. Diplomats left in haste.", "Diplomats", None, id="go-betweens"),
        pytest.param("BP chief Anna Haverty resigned.", "Anna Haverty", None, id="a-companys-director"),
        pytest.param("BP's chairman, Anna Haverty, resigned.", "Anna Haverty", None, id="a-companys-chairman"),
        pytest.param("Researchers at Oxford University agreed.", "Researchers", None, id="a-universitys-people"),
        pytest.param("Scotland Yard detective Anna Haverty resigned.", "Anna Haverty", "GBR", id="a-polices-people"),
        pytest.param("The U.S. Senate met. A Georgia judge ruled.", "Georgia judge", "USA", id="of-a-part-of-another"),
        pytest.param("Russia and Georgia signed a truce.", "Georgia", "GEO", id="a-state-with-a-namesake"),
        pytest.param(
            "Tbilisi and the U.S. Senate met. A Georgia judge ruled.", "Georgia judge", "GEO", id="of-the-land-named"
        ),
        pytest.param("Norway was calm. NTV said so.", "NTV", None, id="an-outlet-of-two-lands"),
        pytest.param("Senator Anna Haverty, D-Ohio, agreed.", "Anna Haverty", "USA", id="a-partys-tag"),
        pytest.param("Senator Anna Haverty (R-Texas) agreed.", "Anna Haverty", "USA", id="a-tag-in-brackets"),
        pytest.param("Lyon prosecutor Anna Haverty agreed.", "Anna Haverty", "FRA", id="a-town-before-an-organ"),
        pytest.param("Lyon actress Anna Haverty agreed.", "Anna Haverty", None, id="a-town-before-no-organ"),
        pytest.param("Los Angeles County Sheriff Jan Brenn agreed.", "Jan Brenn", "USA", id="a-county"),
        pytest.param("Vancouver police Const. Jan Brenn agreed.", "Jan Brenn", "CAN", id="a-rank-of-a-towns-police"),
        pytest.param("A CHILEAN police officer resigned.", "CHILEAN police officer", "CHL", id="in-capital-letters"),
        pytest.param(
            "It is over. Supreme Court Justice Jan Brenn of Brazil agreed.", "Jan Brenn", "BRA", id="of-a-land-told"
        ),
        pytest.param("Norway was calm. World leaders praised the plan.", "World leaders", None, id="of-the-world"),
        pytest.param("Norway was calm. NATO troops marched north.", "NATO troops", None, id="of-an-alliance"),
        pytest.param("Norway asked its allies for help. Its allies agreed.", "its allies", None, id="others"),
        pytest.param("The lorry driver was killed near Lyon.", "lorry driver", None, id="not-where-it-befell-him"),
        pytest.param("A Chilean-Norwegian judge ruled.", "Chilean-Norwegian judge", "NOR", id="the-second-of-two"),
        pytest.param("A Chilean-backed militia fled.", "Chilean-backed militia", None, id="backed-by-another"),
        pytest.param("A Spanish-language station said so.", "Spanish-language station", None, id="a-language"),
        pytest.param("A Chile-based group protested.", "Chile-based group", "CHL", id="based-in-a-land"),
        pytest.param("Chile's Asian allies agreed.", "Chile's Asian allies", None, id="its-allies"),
        pytest.param("Scientists in Peru warned of floods.", "Scientists", None, id="where-somebody-is"),
        pytest.param("The governor in Lyon resigned.", "governor", "FRA", id="where-an-organ-is"),
        pytest.param("The people of New York voted.", "people of New York", "USA", id="the-whole-name-of-a-town"),
        pytest.param("The people of York voted.", "people of York", "GBR", id="half-of-that-name-is-another"),
        pytest.param("The president left. George Bush flew home.", "George Bush", "USA", id="without-the-initial"),
        pytest.param("The Lyon mayor resigned.", "Lyon mayor", "FRA", id="a-town-before-an-office"),
        pytest.param("Norway was calm. The Lindal Society protested.", "Lindal Society", None, id="unlisted-body"),
        pytest.param("Peru was calm. Amnesty International protested.", "Amnesty International", None, id="listed"),
        pytest.param(
            "The Society of Norwegian Bakers protested in Peru.", "Society of Norwegian Bakers", "NOR", id="in-its-name"
        ),
        pytest.param("Norwegian and Chilean traders met.", "Norwegian and Chilean traders", None, id="mixed"),
    ],
)
def test_the_country_of_an_actor(reader: Reader, text: str, name: str, country: str | None) -> None:
    found = countries(reader, text)

    assert found[name] == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("Norway was calm. The mayor resigned.", "mayor", "NOR", id="officials"),
        pytest.param("Norway was calm, Reuters said. The mayor resigned.", "mayor", "NOR", id="not-the-agencys"),
        pytest.param("The police said in Lyon that talks went on.", "police", "FRA", id="organs-of-the-place"),
        pytest.param("Norway was calm. The Interior Ministry said so.", "Interior Ministry", "NOR", id="named-organ"),
        pytest.param("Norway was calm. The two mayors met.", "two mayors", None, id="two-of-a-kind"),
        pytest.param("Norway was calm. Elsewhere, governments fell.", "governments", None, id="governments-of-all"),
        pytest.param("Norway was calm. Soldiers marched.", "Soldiers", None, id="soldiers"),
        pytest.param("Norway was calm. Settlers burned cars.", "Settlers", None, id="settlers"),
        pytest.param("Norway was calm. The opposition protested.", "opposition", None, id="opposition"),
        pytest.param("Norway was calm. Students marched.", "Students", None, id="students"),
        pytest.param("Norway was calm. Anna Harwick said so. Harwick left.", "Anna Harwick", None, id="private-person"),
        pytest.param("Norway was calm. The U.N. spokesman spoke.", "U.N. spokesman", None, id="of-a-world-body"),
    ],
)
def test_the_setting_is_only_inferred_and_for_organs_alone(
    reader: Reader, text: str, name: str, country: str | None
) -> None:
    actors = {actor.name: actor for actor in reader.read_text(text, published="2003-03-01").actors}

    assert actors[name].country is None
    assert actors[name].country_inferred == country
    assert actors[name].key.split(":")[1] == (f"{country}?" if country else "-")


def test_organs_of_two_states_are_two_with_a_mention_each(reader: Reader) -> None:
    record = reader.read_text("The Norwegian and Chilean armies attacked the rebels.")

    assert [
        (actor.name, actor.country, [mention.span.of(record.article.text) for mention in actor.mentions])
        for actor in record.actors[:2]
    ] == [("Norwegian", "NOR", ["The Norwegian"]), ("Chilean armies", "CHL", ["Chilean armies"])]


def test_a_known_surname_is_no_one_of_a_country_that_the_article_does_not_name(reader: Reader) -> None:
    near = reader.read_text("Germany was calm. Merkel left the hall.", published="2010-03-01")
    far = reader.read_text("Peru was calm. Merkel left the hall.", published="2010-03-01")

    assert [actor.name for actor in near.actors if actor.key.endswith("angela merkel")] == ["Merkel"]
    assert not any(actor.key.endswith("angela merkel") for actor in far.actors)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Seo Min-jun said no.", "Seo Min Jun said no.", id="hyphen"),
        pytest.param("José Haverty said no.", "Jose Haverty said no.", id="accent"),
        pytest.param("Ali al-Haverty said no.", "Ali Al Haverty said no.", id="particle"),
    ],
)
def test_spellings_of_a_name_share_a_key(reader: Reader, one: str, other: str) -> None:
    keys = [reader.read_text(text).actors[0].key for text in (one, other)]

    assert keys[0] == keys[1]


def test_somebodys_wife_has_his_name_in_hers(reader: Reader) -> None:
    names = [actor.name for actor in reader.read_text("Carl Lind left. His wife told police everything.").actors]

    assert "Carl Lind's wife" in names


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        pytest.param("The Lindal Union of Bakers (LUB) struck. LUB said so.", "LUB", id="initials"),
    ],
)
def test_letters_in_brackets_are_the_body_before_them(reader: Reader, text: str, acronym: str) -> None:
    record = reader.read_text(text)

    holders = [
        actor
        for actor in record.actors
        if any(mention.span.of(record.article.text) == acronym for mention in actor.mentions)
    ]
    assert len(holders) == 1
    assert len(holders[0].mentions) == 3


@pytest.mark.parametrize(
    ("acronym", "words", "fits"),
    [
        ("UNSMIL", "United Nations Support Mission in Libya", True),
        ("AMISOM", "African Union Mission in Somalia", True),
        ("LUB", "Bakers of the Lindal Union", False),
        ("EU", "Europe", False),
        ("", "", False),
    ],
)
def test_what_letters_are_short_for(acronym: str, words: str, fits: bool) -> None:
    assert is_short_for(acronym, words.split()) is fits


def test_the_drivers_are_the_lorry_drivers_of_before(reader: Reader) -> None:
    joined = reader.read_text("Lorry drivers struck. The drivers blamed the mayor.")
    apart = reader.read_text("Lorry drivers struck. The bus drivers blamed the mayor.")

    assert [len(actor.mentions) for actor in joined.actors] == [2, 1]
    assert [len(actor.mentions) for actor in apart.actors] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param(
            "Kenyan finance minister quits\n\nFinance minister Anna Haverty quit on Monday.",
            "Anna Haverty",
            "KEN",
            id="the-one-holder",
        ),
        pytest.param(
            "Manila mayor quits\n\nMayor Jan Brenn quit on Monday and Mayor Anna Haverty praised him.",
            "Jan Brenn",
            None,
            id="two-holders",
        ),
        pytest.param(
            "Kenyan finance minister quits\n\nNorwegian finance minister Anna Haverty praised him on Monday.",
            "Anna Haverty",
            "NOR",
            id="a-holder-of-another-land",
        ),
        pytest.param(
            "Chilean police officer charged\n\nPolice officer Anna Haverty said on Monday that the case was old.",
            "Anna Haverty",
            None,
            id="one-of-many-officers",
        ),
    ],
)
def test_an_office_in_the_headline_joins_its_one_holder(
    reader: Reader, text: str, name: str, country: str | None
) -> None:
    found = countries(reader, text)

    assert found[name] == country
    assert len([actor for actor in found if actor.endswith(("minister", "mayor", "officer"))]) == (country != "KEN")
