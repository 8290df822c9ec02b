import pytest

from newsledger import Reader
from newsledger.events import Rules
from newsledger.events.setting.details import number_value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("nearly 10,000", 10_000, id="comma"),
        pytest.param("2.5 million", 2_500_000, id="scale"),
        pytest.param("three dozen", 36, id="dozen"),
        pytest.param("twenty five", 25, id="words"),
        pytest.param("several", None, id="no-number"),
        pytest.param("mid-1990s", None, id="letters"),
        pytest.param("€ 300 m", 300_000_000, id="short-scale"),
        pytest.param("200 to 300", 200, id="range"),
        pytest.param("between 40 and 50", 40, id="between"),
    ],
)
def test_a_number_is_read_from_its_words(rules: Rules, words: str, expected: int | None) -> None:
    assert number_value(words.split(), rules.numerals) == expected


@pytest.mark.parametrize(
    ("sentence", "what", "value", "bound", "words"),
    [
        pytest.param("Police arrested 40 strikers.", "arrested", 40, "exact", "40", id="exact"),
        pytest.param(
            "Some 200 to 300 miners demonstrated.", "participants", 200, "at_least", "Some 200 to 300", id="range"
        ),
        pytest.param(
            "Between 40 and 50 rebels were killed.", "killed", 40, "at_least", "Between 40 and 50", id="between"
        ),
        pytest.param("Nearly 10,000 marched.", "participants", 10_000, "about", "Nearly 10,000", id="about"),
        pytest.param("The army killed up to 30 rebels.", "killed", 30, "at_most", "up to 30", id="up-to"),
        pytest.param(
            "No fewer than 15 soldiers were injured.", "injured", 15, "at_least", "No fewer than 15", id="no-fewer"
        ),
        pytest.param("A crowd of 5,000 protested.", "participants", 5000, "exact", "5,000", id="crowd-of"),
        pytest.param("The raid killed a family of seven.", "killed", 7, "exact", "seven", id="family-of"),
        pytest.param("As many as 20 civilians died.", "killed", 20, "at_most", "As many as 20", id="as-many-as"),
        pytest.param(
            "Hundreds of thousands of people took to the streets.",
            "participants",
            100_000,
            "at_least",
            "Hundreds of thousands",
            id="hundreds-of-thousands",
        ),
        pytest.param("A ferry with 340 people sank, killing 18.", "killed", 18, "exact", "18", id="toll-of-a-ferry"),
        pytest.param("The earthquake left 62 people dead.", "killed", 62, "exact", "62", id="toll-left-dead"),
        pytest.param("A stampede injured 80 fans.", "injured", 80, "exact", "80", id="toll-of-a-noun"),
        pytest.param("Nine men were killed when a shaft collapsed.", "killed", 9, "exact", "Nine", id="toll-above"),
        pytest.param("The fighting claimed 18 lives.", "killed", 18, "exact", "18", id="lives"),
        pytest.param(
            "The court fined the bank $1.5 million.", "amount", 1_500_000, "exact", "$1.5 million", id="money"
        ),
        pytest.param("Norway pledged €300m for the refugees.", "amount", 300_000_000, "exact", "€300m", id="short"),
    ],
)
def test_an_event_has_its_number_with_its_words(
    reader: Reader, sentence: str, what: str, value: int, bound: str, words: str
) -> None:
    text = f"{sentence} The prime minister of Norway spoke."

    numbers = [number for event in reader.read_text(text).events for number in event.numbers]

    assert [(one.what, one.value, one.bound, one.span.of(text)) for one in numbers] == [(what, value, bound, words)]


def test_a_number_of_something_else_is_no_number_of_the_event(reader: Reader) -> None:
    record = reader.read_text("Police arrested a miner of 40 years. The prime minister met three envoys.")

    assert [event.numbers for event in record.events] == [(), ()]


@pytest.mark.parametrize(
    ("sentence", "trigger", "year"),
    [
        pytest.param("In 1994 the army shelled the town, killing ten guards.", "killing", 1994, id="participle"),
        pytest.param("The premier condemned the 1994 raid, which killed ten guards.", "killed", 1994, id="relative"),
        pytest.param("In 1994 the army shelled the town and killed ten guards.", "killed", 1994, id="joined"),
        pytest.param("The army shelled the town in 1994 and holds it, killing deserters.", "killing", None, id="other"),
        pytest.param("In 1994 the army shelled the town that rebels attacked.", "attacked", None, id="own-subject"),
    ],
)
def test_a_verb_that_goes_on_from_a_clause_has_its_time(
    reader: Reader, sentence: str, trigger: str, year: int | None
) -> None:
    text = f"{sentence} The prime minister of Norway spoke."

    dated = [event.earliest for event in reader.read_text(text).events if event.trigger.of(text) == trigger]

    assert [day and day.year for day in dated] == [year]
