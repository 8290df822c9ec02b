"""Each filter has a construction that is no statement, and one beside it that is."""

import pytest

from batches import read_texts
from newsledger import Reader
from newsledger.model import cut

CASES = [
    ("act", "Those who ordered the attack fled.", "The general ordered the attack.", ["the attack"]),
    ("addressed to the reader", "As you know, the port is closed.", "They know that the port is closed.",
     ["that the port is closed"]),
    ("naming", "She owns a boat called Hope.", "He called the boat a wreck.", ["the boat a wreck"]),
    ("noun of nobody", "The condemnation of Peru was swift.", "Her condemnation of Peru was swift.", ["Peru"]),
    ("stand to a kind", "The tenants were angry about the rent.", "The tenants were angry about Mr. Lee.",
     ["Mr. Lee"]),
    ("plan of a noun", "Her proposal to build a tunnel was dropped.", "Her proposal for Peru was dropped.", ["Peru"]),
    ("told of by a clause", "The clerk who supports the bill is ill.", "The clerk supports the bill.", ["the bill"]),
    ("a note told of", "A note that suggested that it rained was lost.", "The clerk suggested that it rained.",
     ["that it rained"]),
    ("active without a subject", "It seems that it rained.", "It was shown that it rained.",
     ["that it rained"]),
    ("clause of nobody", "An offer to sing came late.", "There are fears that the dam will burst.",
     ["that the dam will burst"]),
    ("irrealis", "They came to know what the boat would cost.", "They know what the boat would cost.",
     ["what the boat would cost"]),
    ("pronoun alone", "The mayor savaged her on Monday.", "The mayor savaged the plan on Monday.", ["the plan"]),
    ("call on", "The bishop called on Mr. Lee on Monday.", "The bishop called on Mr. Lee to resign.",
     ["Mr. Lee to resign"]),
    ("attack", "The rebels launched an attack on the port.", "The mayor attacked the plan.", ["the plan"]),
    ("avoided", "He avoided commenting on the strike.", "He commented on the strike.", ["the strike"]),
    ("did not add", "The mayor did not add that it rained.", "The mayor added that it rained.", ["that it rained"]),
    ("interest", "The bank is interested in the mill.", "The bank says it wants the mill.", ["it wants the mill"]),
    ("confidence", "Confidence in the bank is low.", "She has confidence that the bank will hold.",
     ["that the bank will hold"]),
    ("undergone", "The captain was charged with theft.", "Police charged the captain with theft.",
     ["the captain … theft"]),
    ("known for", "The port is known for its boats.", "They know that the port has boats.",
     ["that the port has boats"]),
    ("season", "The year saw the port grow.", "He saw that the port was closed.", ["that the port was closed"]),
    ("anyone", "It was news to everyone who believed that the port was open.",
     "It was news to the clerk, who believed that the port was open.", ["that the port was open"]),
    ("the reader's wish", "Want to know where the boats lie?", "They know where the boats lie.",
     ["where the boats lie"]),
    ("amid", "The minister resigned amid criticism of the Lima plan.",
     "The minister resigned with criticism of the Lima plan.", ["the Lima plan"]),
    ("people", "That is why people believe that the port is open.",
     "That is why people in Lima believe that the port is open.", ["that the port is open"]),
    ("hard to know", "It is hard to understand why the boat sank.", "She tried to understand why the boat sank.",
     ["why the boat sank"]),
    ("seems", "The truce seems to hold.", "The truce is expected to hold.", ["The truce … to hold"]),
    ("known as", "The boat is known as Hope.", "The boat is described as a wreck.", ["The boat … a wreck"]),
    ("make sure", "The law makes sure that the port is open.", "The clerk is sure that the port is open.",
     ["that the port is open"]),
    ("in order", "The clerk moved the boat in order that they could see the port.",
     "They ignored the order that all boats return.", []),
    ("condition", "The rink will close if he thinks that it rains.", "He thinks that it rains if the rink closes.",
     ["that it rains if the rink closes"]),
    ("no one", "No one knew why the boat sank.", "One clerk knew why the boat sank.", ["why the boat sank"]),
    ("let's", "Let's say that the port is closed.", "We say that the port is closed.", ["that the port is closed"]),
    ("no comment", "Lee did not respond to requests to comment on the strike.", "Lee went on to comment on the strike.",
     ["the strike"]),
    ("declined", "The bank declined to comment.", "The bank declined to name the buyer.", ["to name the buyer"]),
    ("meant to", "Waves are pushing water over the booms meant to hold the oil.", "They meant to hold the oil.",
     ["to hold the oil"]),
    ("described", "She boasts a lead which her backers call a wall.", "She boasts that her lead is long.",
     ["that her lead is long"]),
    ("can be seen as", "The vote can be seen as a failure.", "The vote was seen as a failure.",
     ["The vote … a failure"]),
    ("to persuade", "It costs a lot to persuade them to vote.", "Lee tries to persuade them to vote.",
     ["them to vote"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def contents(reader: Reader) -> dict[str, list[str]]:
    texts = [text for _, first, second, _ in CASES for text in (first, second)]
    records = read_texts(reader, texts)
    return {
        text: [cut(one.content, record.article.text) for one in record.statements]
        for text, record in zip(texts, records, strict=True)
    }


@pytest.mark.parametrize(("construction", "none", "one", "content"), CASES, ids=[case[0] for case in CASES])
def test_a_construction_that_tells_nothing_is_no_statement_and_its_neighbour_is(
    construction: str, none: str, one: str, content: list[str], contents: dict[str, list[str]]
) -> None:
    assert contents[none] == [], construction
    assert contents[one] == content


def test_what_somebody_decides_to_find_out_is_no_belief_of_its_own(reader: Reader) -> None:
    (record,) = read_texts(reader, ["She decided to find out why the boat sank."])

    assert [one.attitude for one in record.statements] == ["decide"]


def test_what_a_source_says_is_told_once_though_it_is_said_to_be_reported(reader: Reader) -> None:
    text = "Tests of the wall reportedly showed the leak may have been caused by a root, legal sources earlier said."
    (record,) = read_texts(reader, [text])

    assert [cut(one.source, record.article.text) for one in record.statements] == ["legal sources"]
