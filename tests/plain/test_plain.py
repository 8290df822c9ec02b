"""Plain news sentences of our own, and whether all that they tell is read right, ability by ability."""

import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import pytest

from newsledger import Reader
from newsledger.model import Capture, Record
from plain.judge import complaints
from plain.notation import Plain, load, plain

PUBLISHED = date(2024, 5, 15)
#: Sentences that are fully right, of all; it only rises.
FLOOR = 573


def read_all(reader: Reader, sentences: Sequence[Plain]) -> list[Record]:
    captures = [Capture(data=one.sentence, published=PUBLISHED, kind="text") for one in sentences]
    return [outcome for outcome in reader.read_all(captures) if isinstance(outcome, Record)]


def table(sentences: Sequence[Plain], right: Sequence[bool]) -> str:
    """Write the share that is right by ability, and for both halves."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for one, is_right in zip(sentences, right, strict=True):
        for group in (one.ability, "READ" if one.read else "UNREAD", "ALL"):
            groups[group].append(is_right)
    last = ("READ", "UNREAD", "ALL")
    order = [*sorted(groups.keys() - set(last)), *last]
    return "\n".join(f"{sum(groups[name]):4} of {len(groups[name]):3}  {name}" for name in order)


def test_plain_sentences_are_read_right(reader: Reader) -> None:
    sentences = list(load())

    records = read_all(reader, sentences)
    right = [not complaints(one, record) for one, record in zip(sentences, records, strict=True)]

    sys.stdout.write(f"\n{table(sentences, right)}\n")
    assert sum(right) >= FLOOR


def test_every_ability_has_eleven_sentences() -> None:
    counts: dict[str, int] = defaultdict(int)
    for one in load():
        counts[one.ability] += 1

    assert len(counts) >= 60
    assert min(counts.values()) >= 11


@pytest.mark.parametrize(
    ("expected", "says"),
    [
        pytest.param("ACCUSE happened: Kenya > Uganda", "", id="right"),
        pytest.param("ACCUSE/REJECT happened: * > *", "", id="not-judged"),
        pytest.param("ACCUSE happened: Uganda > Kenya", "not found", id="the-other-way-round"),
        pytest.param("ACCUSE happened: Kenya & Peru > Uganda", "not found", id="a-party-too-few"),
        pytest.param("ACCUSE happened: - > Uganda", "not found", id="somebody-where-nobody-is-wanted"),
        pytest.param("ACCUSE happened: Kenya & Uganda", "not found", id="not-to-each-other"),
        pytest.param("ACCUSE denied: Kenya > Uganda", "not found", id="another-standing"),
        pytest.param("SUPPORT happened: Kenya > Uganda", "not found", id="another-type"),
        pytest.param("ACCUSE happened: Kenya > Uganda [killed=2]", "not found", id="no-such-number"),
        pytest.param("ACCUSE happened: Kenya > *; ACCUSE happened: * > Uganda", "not found", id="one-event-for-two"),
        pytest.param("not ACCUSE", "must not be", id="forbidden"),
        pytest.param("none", "beside", id="nothing-wanted"),
        pytest.param("(ACCUSE planned)", "beside", id="may-be-another"),
        pytest.param("(*)", "", id="other-events-not-judged"),
        pytest.param("(*); says: Kenya | Uganda … Monday", "no Saying", id="nothing-said"),
        pytest.param("(*); expects promise: Kenya | *", "no Outlook", id="nothing-due"),
    ],
)
def test_the_judge_sees_what_is_wrong(reader: Reader, expected: str, says: str) -> None:
    wanted = plain("Kenya condemned Uganda on Monday.", "active", expected, read=True)

    found = complaints(wanted, reader.read_text(wanted.sentence, published=PUBLISHED))

    assert says in " ".join(found)
    assert bool(says) == bool(found)


def test_words_that_are_not_in_the_notation_are_refused() -> None:
    with pytest.raises(ValueError, match="not in the notation"):
        plain("Kenya condemned Uganda.", "active", "Kenya condemned Uganda", read=True)
