"""What a governor makes of the act below it, on sentences of our own and the pinned model."""

import pytest

from newsledger import Reader


@pytest.mark.parametrize(
    ("sentence", "event_type", "expected"),
    [
        ("Parliament voted to reject the treaty with Norway.", "REJECT", "happened"),
        ("Parliament voted to send troops to Norway.", "MOBILIZE", "planned"),
        ("Kenya deserves sanctions, the envoy said.", "SANCTION", "hypothetical"),
        ("The king stressed the importance of talks with the rebels.", "CONSULT", "hypothetical"),
        ("Japan is serious about meeting North Korea.", "CONSULT", "hypothetical"),
        ("Chile is open to talks with Peru.", "CONSULT", "hypothetical"),
        ("Serbia took steps to end its war with Kosovo.", "RETREAT", "hypothetical"),
        ("The minister went on trial for the murder of two nurses in Chad.", "ASSAULT", "alleged"),
        ("Two officers were cleared of the murder of a nurse in Chad.", "ASSAULT", "denied"),
        ("The general was acquitted of the murder of a nurse in Chad.", "ASSAULT", "denied"),
        ("The court found the general guilty of murder in Chad.", "ASSAULT", "happened"),
        ("The court found the general not guilty of murder in Chad.", "ASSAULT", "denied"),
        ("Amnesty charged that soldiers of Chad had tortured prisoners.", "ASSAULT", "alleged"),
        ("Turkey hikes interest rates.", "OTHER", "happened"),
        ("Serbian president to visit Peru", "CONSULT", "planned"),
        ("The European Union weighs sanctions on Chad.", "SANCTION", "hypothetical"),
        ("An attack on the port by rebels of Chad was foiled by the police.", "ASSAULT", "denied"),
        ("A strike by doctors of Kenya was averted on Monday.", "PROTEST", "denied"),
        ("The planned rebel attack on Chad was thwarted by the army.", "ASSAULT", "denied"),
        ("The visit of the Iranian president to Chad was put off.", "CONSULT", "planned"),
        ("The Iranian president put off a visit to Chad.", "CONSULT", "planned"),
        ("Sanctions on Mali were demanded by Chad.", "SANCTION", "hypothetical"),
        ("A raid on Mali supported by Norway began.", "ASSAULT", "happened"),
        ("The war between Chad and Mali was opposed by many.", "ASSAULT", "happened"),
        ("Chad justified the arrest of the envoy of Mali.", "COERCE", "happened"),
        ("Norway lifted the ban on protests in Oslo.", "PROTEST", "hypothetical"),
        ("Norway regretted the cancellation of talks with Chad.", "CONSULT", "denied"),
        ("The prime minister of Norway vetoed sanctions on Chad.", "SANCTION", "denied"),
    ],
)
def test_a_governor_decides_whether_it_happened(reader: Reader, sentence: str, event_type: str, expected: str) -> None:
    events = reader.read_text(sentence).events

    assert [event.standing for event in events if event.event_type == event_type] == [expected]


@pytest.mark.parametrize("headline", ["Vote postponed in Kenya", "Rebel attack on Kenya put off"])
def test_a_headline_leaves_out_the_auxiliary_of_what_undoes_an_act(reader: Reader, headline: str) -> None:
    record = reader.read_text(f"{headline}\n\nNAIROBI, 4 May - The prime minister of Norway spoke on Sunday.")

    assert [event.standing for event in record.events if event.block_role == "headline"] == ["planned"]


@pytest.mark.parametrize("verb", ["lifts", "postpones", "scraps"])
def test_what_a_headline_undoes_is_no_deed_of_it(reader: Reader, verb: str) -> None:
    record = reader.read_text(f"Ghana {verb} ban on rallies\n\nACCRA, 4 May - The prime minister of Norway spoke.")
    found = [event.event_type for event in record.events if event.block_role == "headline"]

    assert "CONCEDE" in found
    assert "COERCE" not in found


@pytest.mark.parametrize("verb", ["retracted", "struck down", "quashed"])
def test_a_ban_that_is_taken_back_is_no_ban(reader: Reader, verb: str) -> None:
    events = reader.read_text(f"The government of Norway {verb} the ban on the newspaper.").events

    assert [event.event_type for event in events] == ["CONCEDE"]


@pytest.mark.parametrize("noun", ["verdict", "invitation"])
def test_what_somebody_said_was_said_though_it_is_rejected(reader: Reader, noun: str) -> None:
    record = reader.read_text(f"Chad rejected the {noun} of Mali.")

    assert {event.standing for event in record.events} == {"happened"}


@pytest.mark.parametrize("noun", ["a pact", "an accord", "a treaty"])
def test_what_is_agreed_on_is_one_agreement(reader: Reader, noun: str) -> None:
    events = reader.read_text(f"Chile agreed on {noun} with Peru.").events

    assert [(event.event_type, event.standing) for event in events] == [("AGREE", "happened")]


def test_who_carries_out_a_series_of_strikes_is_their_actor(reader: Reader) -> None:
    record = reader.read_text("The army carried out a series of air strikes on Chad.")

    assert [event.actor.of(record.article.text) for event in record.events if event.actor] == ["The army"]
