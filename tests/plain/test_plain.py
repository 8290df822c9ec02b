"""Plain news sentences of our own, and whether all that they tell is read right, ability by ability."""

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import pytest

from newsledger import Reader
from newsledger.model import Capture, Record
from plain.judge import complaints
from plain.notation import Plain, load, load_news, plain

PUBLISHED = date(2024, 5, 15)
#: Sentences that are fully right, of both halves of plain.tsv; it only rises.
FLOOR = 578
#: Likewise of held.tsv.
HELD_FLOOR = 204
#: Likewise of news.tsv.
NEWS_FLOOR = 144


def read_all(reader: Reader, sentences: Sequence[Plain]) -> list[Record]:
    captures = [Capture(data=one.sentence, published=PUBLISHED, kind="text") for one in sentences]
    return [outcome for outcome in reader.read_all(captures) if isinstance(outcome, Record)]


def table(sentences: Sequence[Plain], right: Sequence[bool]) -> str:
    """Write the share that is right by ability, and for each half."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for one, is_right in zip(sentences, right, strict=True):
        for group in _groups(one):
            groups[group].append(is_right)
    last = [name for name in ("READ", "UNREAD", "ALL", "HELD") if name in groups]
    order = [*sorted(groups.keys() - set(last)), *last]
    return "\n".join(f"{sum(groups[name]):4} of {len(groups[name]):3}  {name}" for name in order)


def _groups(one: Plain) -> tuple[str, ...]:
    """Name the lines that a sentence counts for; by ability nobody is told what is held, lest rules be fitted."""
    return ("HELD",) if one.half == "held" else (one.ability, one.half.upper(), "ALL")


def count_right(sentences: Sequence[Plain], right: Sequence[bool], *, held: bool) -> int:
    return sum(is_right for one, is_right in zip(sentences, right, strict=True) if (one.half == "held") == held)


def test_plain_sentences_are_read_right(reader: Reader) -> None:
    sentences = list(load())

    records = read_all(reader, sentences)
    right = [not complaints(one, record) for one, record in zip(sentences, records, strict=True)]
    # Counted before they are compared: pytest shows the operands, and a list would tell which held ones fail.
    known, held = (count_right(sentences, right, held=held) for held in (False, True))

    sys.stdout.write(f"\n{table(sentences, right)}\n")
    assert known >= FLOOR
    assert held >= HELD_FLOOR


def test_of_the_held_half_the_table_shows_one_share() -> None:
    read, unread, held, other = (
        plain("Kenya condemned Uganda.", "active", "none", half=half) for half in ("read", "unread", "held", "held")
    )

    shown = table([read, unread, held, other], [True, False, True, False])

    assert [line.split() for line in shown.splitlines()] == [
        ["1", "of", "2", "active"],
        ["1", "of", "1", "READ"],
        ["0", "of", "1", "UNREAD"],
        ["1", "of", "2", "ALL"],
        ["1", "of", "2", "HELD"],
    ]


def test_held_sentences_are_counted_apart() -> None:
    sentences = [plain("Kenya condemned Uganda.", "active", "none", half=half) for half in ("read", "held", "held")]

    right = [True, True, True]

    assert count_right(sentences, right, held=False) == 1
    assert count_right(sentences, right, held=True) == 2


def test_news_sentences_are_read_right(reader: Reader) -> None:
    sentences = list(load_news())

    records = read_all(reader, sentences)
    right = [not complaints(one, record) for one, record in zip(sentences, records, strict=True)]

    sys.stdout.write(f"\n{table(sentences, right)}\n")
    assert sum(right) >= NEWS_FLOOR


def test_every_ability_has_eleven_sentences() -> None:
    counts = Counter(one.ability for one in load() if one.half != "held")

    assert len(counts) >= 60
    assert min(counts.values()) >= 11


def test_every_ability_has_six_held_sentences() -> None:
    known = {one.ability for one in load() if one.half != "held"}

    assert Counter(one.ability for one in load() if one.half == "held") == dict.fromkeys(known, 6)


def test_no_sentence_stands_there_twice() -> None:
    counts = Counter(one.sentence for one in load())

    assert {sentence for sentence, count in counts.items() if count > 1} == set()


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
    wanted = plain("Kenya condemned Uganda on Monday.", "active", expected, half="read")

    found = complaints(wanted, reader.read_text(wanted.sentence, published=PUBLISHED))

    assert says in " ".join(found)
    assert bool(says) == bool(found)


def test_words_that_are_not_in_the_notation_are_refused() -> None:
    with pytest.raises(ValueError, match="not in the notation"):
        plain("Kenya condemned Uganda.", "active", "Kenya condemned Uganda", half="read")
