"""Persons over articles: who is one, who stays apart, and why; every name is ours."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files

import pytest

from happenings import as_sets, shuffled
from newsledger import actors
from newsledger.lexicon import load_lexicon
from newsledger.model import Actor, MadeBy, Mention, Person, PersonNames, Record, Sighting, Span, Story
from newsledger.stories import join_persons, person_keys, sightings_of
from parses import article

#: The spring in which the story of the bridge is told, and another one.
BRIDGE = Story(id="b1", reports=("b1", "b2", "b3"), ties=())
DAY = date(2019, 3, 4)


@pytest.fixture(scope="module")
def names() -> PersonNames:
    loaded = {}
    with as_file(files(actors) / "data") as folder:
        for name, schema in actors.SCHEMAS.items():
            loaded[name] = load_lexicon(folder / f"{name}.en.tsv", schema)
    return actors.Rules.build(loaded).persons


class Offices:
    """Holders of made-up offices."""

    def office_in(self, words: str) -> tuple[str, str] | None:
        return ("FRA", "president") if words in ("the French president", "French president") else None

    def on(self, country: str, office: str, day: date) -> str | None:
        return "Odile Brandt" if (country, office) == ("FRA", "president") and day.year == 2019 else None


class Unlisted(Offices):
    """The same offices, whose holders of that year are not known."""

    def on(self, country: str, office: str, day: date) -> str | None:
        return super().on(country, office, day.replace(year=1919))


def seen(  # noqa: PLR0913 -- the fields of a sighting
    report: str,
    name: str | None,
    country: str | None = None,
    role: str | None = None,
    *,
    day: date = DAY,
    short: tuple[str, ...] = (),
    called: str | None = None,
    former: bool = False,
) -> Sighting:
    return Sighting(
        id=f"{report}/{name or called}",
        report=report,
        day=day,
        name=name,
        short=short,
        country=country,
        role=role,
        former=former,
        called=called,
        spans=(Span(start=0, end=4),),
    )


def joined(persons: Iterable[Person]) -> set[frozenset[str]]:
    return {group for group in as_sets(person.sightings for person in persons) if len(group) > 1}


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        pytest.param([seen("a", "Jan Haverty"), seen("b", "Jan Haverty")], "name/same", id="the-same-whole-name"),
        pytest.param(
            [seen("a", "Jan Haverty", "NOR"), seen("b", "Jan Haverty")], "name/same", id="a-country-told-once"
        ),
        pytest.param([seen("a", "Yusuf Barakhi"), seen("b", "Yousuf Baraqi")], "name/spelling", id="another-spelling"),
        pytest.param([seen("a", "Jan P. Haverty"), seen("b", "Jan Haverty")], "name/spelling", id="middle-initial"),
        pytest.param([seen("a", "Bill Haverty"), seen("b", "William Haverty")], "name/spelling", id="pet-name"),
        pytest.param([seen("b1", "Jan Haverty"), seen("b2", "Haverty")], "name/story", id="surname-in-one-story"),
        pytest.param([seen("b1", "Jan Haverty"), seen("b2", "J. Haverty")], "name/story", id="initial-in-one-story"),
        pytest.param(
            [seen("a", "Jan Haverty", "NOR", "mayor"), seen("z", "Haverty", "NOR", "mayor")],
            "name/office",
            id="surname-with-the-same-office",
        ),
        pytest.param(
            [seen("b1", "Haverty", None, "mayor"), seen("b2", "Haverty")], "name/story", id="no-article-has-it-in-full"
        ),
    ],
)
def test_two_sightings_are_one_person(given: Sequence[Sighting], rule: str, names: PersonNames) -> None:
    persons = join_persons(given, names, stories=[BRIDGE])

    (person,) = persons
    assert [tie.rule for tie in person.ties] == [rule]
    (tie,) = person.ties
    assert {tie.first.finding, tie.second.finding} == {one.id for one in given}
    assert tie.first.spans
    assert tie.second.spans


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([seen("b1", "Jan Haverty"), seen("b2", "Anna Haverty")], id="another-given-name"),
        pytest.param([seen("b1", "Jan Haverty", "NOR"), seen("b2", "Jan Haverty", "CAN")], id="another-country"),
        pytest.param([seen("b1", "Jan Haverty"), seen("b2", "Jan Haverty Jr.")], id="father-and-son"),
        pytest.param([seen("a", "Jan Haverty"), seen("z", "Haverty")], id="surname-elsewhere"),
        pytest.param([seen("a", "Jan Haverty"), seen("z", "J. Haverty")], id="initial-elsewhere"),
        pytest.param([seen("b1", "Jan Haverty", "NOR"), seen("b2", "Haverty", "CAN")], id="surname-of-another-country"),
        pytest.param([seen("b1", "Jan Haverty"), seen("b1", "Haverty")], id="one-article-tells-them-apart"),
        pytest.param([seen("b1", "Skarven"), seen("b2", "Skarven")], id="a-bare-word-that-may-be-a-ship"),
    ],
)
def test_two_sightings_are_two_persons(given: Sequence[Sighting], names: PersonNames) -> None:
    assert len(join_persons(given, names, stories=[BRIDGE])) == len(given)


def test_a_surname_that_two_of_a_story_bear_is_nobodys(names: PersonNames) -> None:
    given = [seen("b1", "Jan Haverty"), seen("b2", "Anna Haverty"), seen("b3", "Haverty")]

    assert joined(join_persons(given, names, stories=[BRIDGE])) == set()


def test_of_two_of_a_story_the_office_tells_whose_surname_it_is(names: PersonNames) -> None:
    given = [
        seen("b1", "Jan Haverty", "NOR", "mayor"),
        seen("b2", "Anna Haverty", "NOR", "minister"),
        seen("b3", "Haverty", "NOR", "minister"),
    ]

    assert joined(join_persons(given, names, stories=[BRIDGE])) == {frozenset({"b2/Anna Haverty", "b3/Haverty"})}


def test_a_name_without_country_is_none_of_two_that_have_one(names: PersonNames) -> None:
    given = [seen("a", "Jan Haverty", "NOR"), seen("c", "Jan Haverty", "CAN"), seen("z", "Jan Haverty")]

    assert joined(join_persons(given, names)) == set()


def test_a_name_without_country_is_that_of_who_is_named_ten_times_as_often(names: PersonNames) -> None:
    given = [
        *(seen(f"r{number}", "Jan Haverty", "NOR") for number in range(10)),
        seen("c", "Jan Haverty", "CAN"),
        seen("z", "Jan Haverty"),
    ]

    assert "z/Jan Haverty" in max(joined(join_persons(given, names)), key=len)
    assert "z/Jan Haverty" not in {one for group in joined(join_persons(given[1:], names)) for one in group}


def test_the_most_used_name_is_one_person_beside_two_longer_ones(names: PersonNames) -> None:
    given = [
        *(seen(f"r{number}", "Maria Ruiz") for number in range(4)),
        seen("x", "Maria Pilar Ruiz"),
        seen("y", "Maria Teresa Ruiz"),
    ]

    assert {f"r{number}/Maria Ruiz" for number in range(4)} <= max(joined(join_persons(given, names)), key=len)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        pytest.param([seen("a", "Odile Brandt", "FRA")], "office/listed", id="whom-a-list-knows"),
        pytest.param([seen("b2", "Lea Moreau", "FRA", "president")], "office/story", id="whom-the-story-names"),
        pytest.param(
            [
                seen("a", "Lea Moreau", "FRA", "president", day=date(2018, 1, 5)),
                seen("z", "Lea Moreau", "FRA", "president", day=date(2020, 1, 5)),
            ],
            "office/days",
            id="who-had-it-before-and-after",
        ),
        pytest.param(
            [seen("a", "Lea Moreau", "FRA", "president", day=date(2019, 2, 5))],
            "office/days",
            id="who-had-it-last-month",
        ),
    ],
)
def test_an_office_in_a_headline_joins_its_holder(given: Sequence[Sighting], rule: str, names: PersonNames) -> None:
    office = seen("b1", None, "FRA", "president", called="the French president")
    holders = Offices() if rule == "office/listed" else Unlisted()

    (person,) = join_persons([*given, office], names, stories=[BRIDGE], holders=holders)

    assert office.id in person.sightings
    assert rule in {tie.rule for tie in person.ties}


@pytest.mark.parametrize(
    ("given", "called"),
    [
        pytest.param([seen("b2", "Lea Moreau", "FRA", "president")], "a future French president", id="not-the-office"),
        pytest.param(
            [seen("b2", "Lea Moreau", "FRA", "president", former=True)], "the French president", id="who-had-it-once"
        ),
        pytest.param(
            [seen("b2", "Lea Moreau", "FRA", "president"), seen("b3", "Odile Roux", "FRA", "president")],
            "the French president",
            id="two-of-the-story",
        ),
        pytest.param(
            [
                seen("a", "Lea Moreau", "FRA", "president", day=date(2018, 1, 5)),
                seen("z", "Odile Roux", "FRA", "president", day=date(2020, 1, 5)),
            ],
            "the French president",
            id="one-before-another-after",
        ),
        pytest.param(
            [seen("a", "Lea Moreau", "FRA", "president", day=date(2017, 1, 5))], "the French president", id="long-ago"
        ),
    ],
)
def test_an_office_joins_nobody_where_its_holder_is_not_sure(
    given: Sequence[Sighting], called: str, names: PersonNames
) -> None:
    office = seen("b1", None, "FRA", "president", called=called)

    persons = join_persons([*given, office], names, stories=[BRIDGE], holders=Unlisted())

    assert all(office.id not in person.sightings for person in persons)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_sightings_changes_nothing(seed: int, names: PersonNames) -> None:
    given = [
        seen("b1", "Jan Haverty", "NOR", "mayor"),
        seen("b2", "Haverty"),
        seen("b3", "J. Haverty", "NOR", "mayor"),
        seen("c", "Jan P. Haverty"),
        seen("d", "Jan Haverty", "CAN"),
        seen("e", "Anna Haverty", day=date(2019, 3, 1)),
        seen("f", None, "FRA", "president", called="French president"),
        seen("g", "Odile Brandt", "FRA", "president", short=("Brandt",)),
    ]

    def told(order: Iterable[Sighting]) -> tuple[Person, ...]:
        return join_persons(order, names, stories=[BRIDGE], holders=Offices())

    assert told(shuffled(given, seed)) == told(given)


def test_who_shares_no_key_changes_nothing(names: PersonNames) -> None:
    given = [seen("b1", "Jan Haverty"), seen("b2", "Haverty")]
    other = seen("b3", "Odile Brandt")

    assert not person_keys(other, names) & {key for one in given for key in person_keys(one, names)}
    assert set(join_persons(given, names, stories=[BRIDGE])) < set(
        join_persons([*given, other], names, stories=[BRIDGE])
    )


def test_spellings_share_a_key_and_an_office_has_one_of_its_own(names: PersonNames) -> None:
    one, two = seen("a", "Yusuf Barakhi"), seen("b", "Yousuf Baraqi", "NOR", "mayor")

    assert person_keys(one, names) < person_keys(two, names)
    assert person_keys(two, names) - person_keys(one, names) == {"office:NOR:mayor"}


def test_a_person_tells_names_country_and_offices_of_all_articles(names: PersonNames) -> None:
    given = [
        seen("a", "Jan Haverty", "NOR", "mayor", day=date(2018, 5, 1), short=("Haverty",)),
        seen("b", "Jan Haverty", None, "mayor", day=date(2019, 5, 1)),
        seen("c", "Jan Haverty", "NOR", "mayor", day=date(2018, 9, 1)),
        seen("d", "Jan Haverty", "NOR", "minister", day=date(2020, 5, 1), former=True),
    ]

    (person,) = join_persons(given, names)

    assert (person.id, person.name, person.country) == (given[0].id, "Jan Haverty", "NOR")
    assert person.names == ("Jan Haverty", "Haverty")
    assert [(one.role, one.country, str(one.first), str(one.last)) for one in person.offices] == [
        ("mayor", None, "2019-05-01", "2019-05-01"),
        ("mayor", "NOR", "2018-05-01", "2018-09-01"),
    ]


def _record(text: str, *found: Actor) -> Record:
    made_by = MadeBy(version="", model="", model_version="", model_sha256="", lexicons={}, user_files={})
    return Record(
        schema_version=2,
        article=replace(article(text, published=DAY), id="r"),
        sentences=(),
        actors=found,
        times=(),
        statements=(),
        events=(),
        expectations=(),
        made_by=made_by,
        digest="",
    )


def _actor(text: str, kind: str, name: str, *mentions: tuple[str, str], **known: str | None) -> Actor:
    return Actor(
        id=name,
        key=name,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=known.get("country"),
        sector=known.get("sector"),
        role=known.get("role"),
        mentions=tuple(
            Mention(start=text.index(words), end=text.index(words) + len(words), form=form, rule="r")  # type: ignore[arg-type]
            for form, words in mentions
        ),
    )


def test_a_record_gives_persons_and_offices_of_a_country_and_nobody_else() -> None:
    text = "French president met ex-mayor Jan Haverty. Mr Haverty and the driver spoke of Norlinjen."
    record = _record(
        text,
        _actor(text, "role", "French president", ("role", "French president"), country="FRA", role="president"),
        _actor(
            text,
            "person",
            "Jan Haverty",
            ("short", "Mr Haverty"),
            ("name", "ex-mayor Jan Haverty"),
            role="mayor",
            sector="ELI",
        ),
        _actor(text, "role", "driver", ("role", "the driver"), role="driver"),
        _actor(text, "organisation", "Norlinjen", ("name", "Norlinjen")),
    )

    office, person = sightings_of(record)

    assert (office.name, office.called, office.country, office.role) == (None, "French president", "FRA", "president")
    assert (person.name, person.short, person.former, person.day) == ("Jan Haverty", ("Haverty",), True, DAY)
    assert person.spans[0].of(text) == "ex-mayor Jan Haverty"


def test_a_name_of_the_lists_stands_for_its_short_form() -> None:
    text = "Moreau left."
    known = _actor(text, "person", "Moreau", ("short", "Moreau"))
    listed = replace(known, mentions=(replace(known.mentions[0], rule="people/Lea Moreau"),))

    (sighting,) = sightings_of(_record(text, listed))

    assert (sighting.name, sighting.short) == ("Lea Moreau", ("Moreau",))


def test_a_whole_name_in_the_text_counts_more_than_a_list() -> None:
    text = "Moreau won. Ada Moreau thanked."
    known = _actor(text, "person", "Ada Moreau", ("short", "Moreau"), ("name", "Ada Moreau"))
    misread = replace(known, mentions=(replace(known.mentions[0], rule="people/Lea Moreau"), known.mentions[1]))

    (sighting,) = sightings_of(_record(text, misread))

    assert sighting.name == "Ada Moreau"
