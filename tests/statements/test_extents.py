"""Where what is said begins and ends, in one run of the pinned model: a sentence and its statements."""

import pytest

from batches import read_texts
from newsledger import Reader
from newsledger.model import cut

CASES = [
    ("quotation with its subject", "The mayor went on, noting the ferry “makes you want to run.”",
     [("The mayor", "the ferry “makes you want to run.”")]),
    ("quotation with its relative clause", "She admitted “one or two holes” where water comes in.",
     [("She", "“one or two holes” where water comes in")]),
    ("quotation with a reason", "Lee says “the yard has closed” because “the firm has moved.”",
     [("Lee", "“the yard has closed” because “the firm has moved.”")]),
    ("what leads to a cue put in", "In cases of fire, it said, “the door is a trap.”",
     [("it", "In cases of fire | “the door is a trap.”")]),
    ("a cue put in", "If the rain goes on, Lee said in a note, the boats will not be moved.",
     [("Lee", "If the rain goes on | the boats will not be moved")]),
    ("a cue put in a clause", "If she becomes mayor, Lee suggested in a note, women will not be punished.",
     [("Lee", "If she becomes mayor | women will not be punished")]),
    ("the whole sentence of a source behind a comma",
     "The yard was closed by Lee and has new owners, according to a clerk.",
     [("a clerk", "The yard was closed by Lee and has new owners")]),
    ("a semicolon", "These were no slips, Lee noted; the yard had forged its papers.",
     [("Lee", "These were no slips | the yard had forged its papers")]),
    ("the but half", "He said he will go, but beyond that, he does not want to be seen anymore.",
     [("He", "he will go, but beyond that, he does not want to be seen anymore")]),
    ("the outlet's but", "He said that it rained, but the bridge was open.", [("He", "that it rained")]),
    ("has for is", "He's said he gets his ideas from a book.", [("He", "he gets his ideas from a book")]),
    ("analysts found", "Two old clerks, Ann Lee and Bo Ott, found in 2014 that the yard is the best in the world.",
     [("Two old clerks, Ann Lee and Bo Ott", "that the yard is the best in the world")]),
    ("a name that opens with another", "“The yard leaks,” shouted Lee's brother, the cook Bo Ott.",
     [("Lee's brother, the cook Bo Ott", "“The yard leaks,”")]),
    ("a cue below a preposition", 'The tolls "fall in line" with what the old reports predict, says Lee.',
     [("Lee", 'The tolls "fall in line" with what the old reports predict')]),
    ("an object that is the subject of what is said",
     "A report says a red plane engine seized before it crashed in May.",
     [("A report", "a red plane engine seized before it crashed in May")]),
    ("a subject behind a passive cue", "The cook was told her services would no longer be needed.",
     [("", "her services would no longer be needed")]),
    ("a subject of what is shown", "Previous studies have shown dietary salts reduce the risk of falls.",
     [("Previous studies", "dietary salts reduce the risk of falls")]),
    ("an object and its act, a day between", "President Lee announced plans Tuesday to resume full reviews of yards.",
     [("President Lee", "plans | to resume full reviews of yards")]),
    ("all that is said", "All he would say was “I am very glad,” but he added: “It is early.”",
     [("he", "“I am very glad,”"), ("he", "“It is early.”")]),
    ("the quoted but half", "“It is a great sight,” he said, but “it is far from the line.”",
     [("he", "“It is a great sight,” | “it is far from the line.”")]),
    ("a topic with a name in it", "Harbour Lindal oil spill: firm faces questions\n\nThe firm opened in May.", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    texts = [text for _, text, _ in CASES]
    records = read_texts(reader, texts)
    return {
        text: [
            (cut(one.source, record.article.text), " | ".join(span.of(record.article.text) for span in one.content))
            for one in record.statements
        ]
        for text, record in zip(texts, records, strict=True)
    }


@pytest.mark.parametrize(("construction", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_statement_has_its_speaker_and_all_that_is_said_and_no_more(
    construction: str, text: str, expected: list[tuple[str, str]], told: dict[str, list[tuple[str, str]]]
) -> None:
    assert told[text] == expected, construction
