import pytest

from newsledger.actors import name_sources
from newsledger.model import Actor, Mention, Span, Statement
from parses import parsed


def actor(name: str, *places: tuple[int, int]) -> Actor:
    return Actor(
        id=name,
        key=name,
        name=name,
        kind="person",
        country=None,
        sector=None,
        role=None,
        mentions=tuple(Mention(start=start, end=end, form="name", rule="test") for start, end in places),
    )


def statement(*source: tuple[int, int]) -> Statement:
    return Statement(
        id="s",
        source=tuple(Span(start=start, end=end) for start, end in source),
        cue=(),
        content=(Span(start=50, end=60),),
        form="indirect",
        attitude="report",
        source_actor=None,
        addressee=None,
        said_at=None,
        parent=None,
        block_role="body",
        rule="test",
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param([(0, 5)], "Anna", id="the very words"),
        pytest.param([(0, 20)], "Anna", id="the first of several"),
        pytest.param([(8, 20)], "Norway", id="the outer of two"),
        pytest.param([(3, 5)], "Anna", id="a part of the words"),
        pytest.param([(30, 40)], None, id="nobody there"),
        pytest.param([], None, id="no source"),
        pytest.param([(30, 40), (0, 5)], "Anna", id="the second place"),
    ],
)
def test_a_source_is_the_actor_of_its_words(source: list[tuple[int, int]], expected: str | None) -> None:
    actors = (actor("Anna", (0, 5)), actor("Norway", (8, 20)), actor("Peter", (8, 12)))

    (named,) = name_sources(parsed("Anna|Anna|PROPN|0|ROOT"), (statement(*source),), actors)

    assert named.source_actor == expected


def test_a_relative_pronoun_is_the_one_that_its_clause_hangs_from() -> None:
    doc = parsed(
        "Anna|Anna|PROPN|7|nsubj",
        ",|,|PUNCT|1|punct",
        "who|who|PRON|4|nsubj",
        "said|say|VERB|1|relcl",
        "so|so|ADV|4|advmod",
        ",|,|PUNCT|1|punct",
        "left|leave|VERB|0|ROOT",
    )

    (named,) = name_sources(doc, (statement((6, 9)),), (actor("Anna", (0, 4)),))

    assert named.source_actor == "Anna"


@pytest.mark.parametrize(
    ("owner", "expected"),
    [pytest.param("Anna|Anna|PROPN", None, id="named"), pytest.param("Her|her|PRON", "Anna", id="pronoun")],
)
def test_a_person_to_whom_the_source_belongs_is_not_who_speaks(owner: str, expected: str | None) -> None:
    word = owner.split("|", maxsplit=1)[0]
    doc = parsed(f"{owner}|2|poss", "action|action|NOUN|3|nsubj", "says|say|VERB|0|ROOT")

    (named,) = name_sources(doc, (statement((0, len(word) + 7)),), (actor("Anna", (0, len(word))),))

    assert named.source_actor == expected
