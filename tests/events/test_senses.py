"""Senses by what a deed is done to, and by whom: a figure of speech is done to a thing, a visit made by an official."""

import pytest

from newsledger import Reader

_PUBLIC = "\n\nThe prime minister of Norway spoke on Sunday."


def types(reader: Reader, text: str) -> set[str]:
    return {event.event_type for event in reader.read_text(text + _PUBLIC, published="2019-05-06").events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The bank of Norway moved to rescue the country's reputation.", "AID", id="rescued-thing"),
        pytest.param("The report forced a change of mood in Norway's parliament.", "COERCE", id="forced-thing"),
        pytest.param("Fans in Norway demanded a longer sequel.", "REQUEST", id="demanded-by-fans"),
        pytest.param("Norway recognised that Sweden had the older roofs.", "SUPPORT", id="recognised-that"),
        pytest.param("Norway recognizes Sweden has the older roofs.", "SUPPORT", id="recognised-bare-clause"),
        pytest.param("A sculptor from Norway is easy to work with.", "COOPERATE", id="worked-with-nobody"),
        pytest.param(
            "The premier of Norway admitted that the evening had been long.", "CONCEDE", id="admitted-no-wrong"
        ),
        pytest.param("The scholars agreed with the melody of Norway's hymn.", "AGREE", id="agreed-with-thing"),
        pytest.param("The guard outside Norway's embassy was armed with a pistol.", "AID", id="armed-with"),
        pytest.param("The premier of Norway warned that the winter would be long.", "THREATEN", id="warned-of-no-deed"),
        pytest.param("The ministers of Norway went home after the talks.", "COERCE", id="went-home-after"),
        pytest.param("Two reporters went missing weeks after the vote in Norway.", "COERCE", id="went-missing-after"),
        pytest.param("A hiker arrived in Norway on Monday.", "CONSULT", id="arrived-privately"),
        pytest.param("Calls to Norway's ministry were not answered on Monday.", "CONSULT", id="unanswered-calls"),
        pytest.param("The building in Norway was decorated with paper stars.", "SUPPORT", id="decorated-thing"),
        pytest.param("The name of Norway's new ship was not released.", "RETREAT", id="released-thing"),
        pytest.param("The minister of Norway released a document of the king.", "RETREAT", id="released-document"),
        pytest.param("Norway's roofs are flat, as opposed to steep ones.", "REJECT", id="as-opposed-to"),
        pytest.param("The warning from Norway's scholars that the bridge was old.", "THREATEN", id="warning-that"),
        pytest.param("The ministry of Norway established control over prices.", "ASSAULT", id="control-of-prices"),
        pytest.param("The party regained control of the senate of Norway.", "ASSAULT", id="control-of-senate"),
        pytest.param("The party gained control of the senate of Norway.", "ASSAULT", id="gained-control-of-senate"),
        pytest.param("The party seized control of the senate of Norway.", "ASSAULT", id="seized-control-of-senate"),
        pytest.param("The party took control of the senate of Norway.", "ASSAULT", id="took-control-of-senate"),
        pytest.param("Anna Lund bought a newspaper in Norway on Monday.", "OTHER", id="bought-to-read"),
        pytest.param("The mother gave her approval in Norway on Monday.", "OTHER", id="approval-at-home"),
        pytest.param("Norway's statistics office merged its data on Monday.", "OTHER", id="merged-data"),
        pytest.param("The engineer opened the port on the router.", "OTHER", id="opened-port-of-router"),
        pytest.param("The minister moved the cup to the table on Monday.", "OTHER", id="moved-cup"),
        pytest.param("The nurse suspended the leg from a frame on Monday.", "OTHER", id="suspended-leg"),
        pytest.param("Lawmakers in Norway closed in on a deal on Monday.", "ASSAULT", id="closed-in-on-deal"),
        pytest.param("The club traded Tom Baker for John Smith on Monday.", "RETREAT", id="traded-players"),
        pytest.param("The firm has office space. The launch of the app is on Monday.", "OTHER", id="launch-of-app"),
        pytest.param("The priest said that muscle mass declines with age.", "OTHER", id="muscle-mass"),
        pytest.param("There is an opening for the office of treasurer.", "OTHER", id="opening-for-treasurer"),
        pytest.param("The president of Norway returned to parliament on Monday.", "OTHER", id="back-in-parliament"),
        pytest.param("The director departed for a rival on Monday.", "OTHER", id="departed-for-rival"),
    ],
)
def test_what_is_done_to_things_or_by_nobody_public_is_no_deed(reader: Reader, text: str, kind: str) -> None:
    assert kind not in types(reader, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The navy of Norway rescued forty sailors.", "AID", id="rescued-people"),
        pytest.param("The army of Norway forced the rebels to retreat.", "COERCE", id="forced-people"),
        pytest.param("The union demanded a rise from Norway's government.", "REQUEST", id="demanded-by-union"),
        pytest.param("The premier of Norway admitted that he had lied to parliament.", "CONCEDE", id="admitted-wrong"),
        pytest.param("The premier of Norway warned that the army would strike.", "THREATEN", id="warned-of-deed"),
        pytest.param("The president of Norway arrived in Kenya on Monday.", "CONSULT", id="arrived-officially"),
        pytest.param("The rebels released the hostage to Norway's embassy.", "RETREAT", id="released-person"),
    ],
)
def test_what_is_done_to_people_by_public_actors_stays_a_deed(reader: Reader, text: str, kind: str) -> None:
    assert kind in types(reader, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The clerk in Norway faces one count of murder.", "ASSAULT", id="charge"),
        pytest.param("Norway's institute asked how wars begin.", "ASSAULT", id="kind-of-fight"),
        pytest.param("The gardener's trip to Norway was short.", "CONSULT", id="journey"),
        pytest.param("A train derailed in Norway. No one was injured, the mayor said.", "ASSAULT", id="accident"),
        pytest.param("The dentist from Norway fled the scene.", "RETREAT", id="fled-scene"),
        pytest.param("Norway's institute plotted the figures on a chart.", "OTHER", id="plotted-figures"),
    ],
)
def test_words_that_name_a_kind_or_a_charge_are_no_deed(reader: Reader, text: str, kind: str) -> None:
    found = [event.event_type for event in reader.read_text(text + _PUBLIC).events if event.other_kind != "accident"]
    assert kind not in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The war between Norway and Kenya began on Monday.", "ASSAULT", id="war"),
        pytest.param("The president's trip to Norway was short.", "CONSULT", id="journey"),
        pytest.param("A bomb went off in Norway. No one was injured, the mayor said.", "ASSAULT", id="bomb"),
        pytest.param("The banker testified before a committee of Norway's parliament.", "CONSULT", id="committee"),
    ],
)
def test_wars_journeys_and_harm_of_somebody_stay(reader: Reader, text: str, kind: str) -> None:
    assert kind in types(reader, text)


def test_what_a_meeting_is_for_is_no_second_meeting(reader: Reader) -> None:
    record = reader.read_text("The premiers of Norway and Kenya met on Monday to discuss the truce.")

    assert len([event for event in record.events if event.event_type == "CONSULT"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Anna Weber asked Paul Keller to pose for a picture.", id="asked"),
        pytest.param("Anna Weber refused to sell Paul Keller her violin.", id="refused"),
        pytest.param("The singer Anna Weber apologized to Paul Keller for the noise.", id="apologized"),
        pytest.param("The engine refused to obey the crew of Norway's navy.", id="thing-refuses"),
        pytest.param("The song urged Norway's government to dream.", id="thing-urges"),
    ],
)
def test_what_persons_settle_among_themselves_and_what_things_do_is_no_deed(reader: Reader, text: str) -> None:
    assert types(reader, text) == set()


def test_what_persons_ask_of_an_official_stays(reader: Reader) -> None:
    text = "Anna Weber asked Norway's prime minister to resign."

    assert "REQUEST" in types(reader, text)


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        pytest.param("Two suicide car bombs killed ten soldiers of Norway.", 0, id="suicide-car-bombs"),
        pytest.param("Voters in Norway braved suicide bombs.", 0, id="suicide-bombs"),
        pytest.param("The suicide of a banker shook Norway.", 1, id="suicide"),
        pytest.param("Norway opened an inquiry into the suicide of a banker.", 1, id="inquiry-into-it"),
    ],
)
def test_a_death_before_an_attack_says_how_it_is_done(reader: Reader, text: str, deaths: int) -> None:
    events = reader.read_text(text + _PUBLIC, published="2019-05-06").events

    assert sum(event.rule == "predicates/suicide noun death" for event in events) == deaths


def test_who_is_gone_after_is_coerced(reader: Reader) -> None:
    assert "COERCE" in types(reader, "The police of Norway went after the smugglers.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("The final was postponed in March.", ["schedule"], id="game-put-off"),
        pytest.param("The foreign minister returned to Norway on Monday.", ["journey"], id="journey"),
        pytest.param("The foreign minister returned to work on Monday.", [], id="back-to-work"),
        pytest.param("The prime minister of Norway opened the tunnel on Monday.", ["inauguration"], id="opened"),
        pytest.param("The port in Norway closed in December.", [], id="no-closing-in"),
        pytest.param("The court in Norway had two clerks arrested.", [None], id="causative"),
    ],
)
def test_what_is_done_to_what_decides_the_kind(reader: Reader, text: str, kinds: list[str | None]) -> None:
    events = reader.read_text(text + _PUBLIC, published="2019-05-06").events

    assert [event.other_kind for event in events if event.trigger.end < len(text)] == kinds
    assert all(event.standing == "happened" for event in events)


def test_who_wants_to_have_something_done_has_not_done_it(reader: Reader) -> None:
    events = reader.read_text("The premier of Norway wants to have the editor arrested.").events

    assert [event.standing for event in events if event.event_type == "COERCE"] == ["hypothetical"]
