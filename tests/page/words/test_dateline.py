"""Datelines."""

import pytest

from newsledger.page import Rules
from newsledger.page.words.dateline import read_dateline


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        pytest.param("MOSCOW (Reuters) -", "Reuters", id="reuters"),
        pytest.param("NAIROBI, Kenya (AP) _", "Associated Press", id="underscore"),
        pytest.param("CANBERRA, Australia (AP)_", "Associated Press", id="close"),
        pytest.param("WASHINGTON, Jan. 5 —", None, id="day"),
        pytest.param("NICOSIA, August 8 (Xinhua) --", "Xinhua", id="xinhua"),
        pytest.param("LIMA, June 14 2019 (Harbour Press Agency) -", "Harbour Press Agency", id="unlisted-agency"),
        pytest.param("New York (AFP) –", "Agence France-Presse", id="small-letters-with-agency"),
        pytest.param("INDEPENDENCE, MO. (AP)--", "Associated Press", id="state"),
        pytest.param("RIO DE JANEIRO —", None, id="three-words"),
        pytest.param("O'SMACH, Cambodia (AP)_", "Associated Press", id="apostrophe"),
        pytest.param("(Reuters) -", "Reuters", id="agency-alone"),
        pytest.param("PARIS (Reuters/AFP) -", "Reuters", id="two-agencies"),
        pytest.param("KABUL (Reuters):", "Reuters", id="colon-after-agency"),
        pytest.param("AFP -", "Agence France-Presse", id="agency-without-brackets"),
        pytest.param("OSLO (AP) ?", "Associated Press", id="dash-lost-in-encoding"),
        pytest.param(", OSLO, Aug 2 (AP) –", "Associated Press", id="place-lost-before-its-comma"),
    ],
)
def test_a_dateline_is_read(rules: Rules, dateline: str, agency: str | None) -> None:
    found = read_dateline(f"{dateline} The ferry left.", rules.agencies, rules.months)

    assert found is not None
    assert (f"{dateline} The ferry left."[: found.end], found.agency) == (dateline, agency)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry — an old one — left.", id="dash-in-sentence"),
        pytest.param("He left (for Oslo) - and came back.", id="bracket-in-sentence"),
        pytest.param("Anna Holm - the mayor - left.", id="name"),
        pytest.param("UN - which one?", id="two-letters"),
        pytest.param("HOLM: I have a question.", id="speaker"),
        pytest.param("AP: Do you have a question?", id="agency-that-asks"),
        pytest.param("", id="empty"),
        pytest.param("—", id="dash"),
        pytest.param("A long line of words before any dash at all stands here and goes on and on and on - x", id="far"),
    ],
)
def test_other_beginnings_are_no_datelines(rules: Rules, text: str) -> None:
    assert read_dateline(text, rules.agencies, rules.months) is None
