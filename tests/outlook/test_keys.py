"""Which articles are worth looking through, and that nothing is missed by leaving out the others."""

from datetime import date

import pytest

from newsledger import Reader
from newsledger.model import Record
from newsledger.outlook import follow, may_tell, need, offer
from newsledger.outlook.life.document import content_words

PROMISES = (
    "Governor Paul Hale promised on Wednesday to resign by the end of May.",
    "Uganda and Kenya will hold talks in Nairobi on April 12, the two governments said.",
    "The Supreme Court of Kenya will rule on the appeal on April 2.",
    "The army will withdraw its troops from Sabel by the end of May, it said.",
)
REPORTS = (
    "Governor Paul Hale resigned on Monday.",
    "Mr. Hale resigned on Monday, his office said.",
    "The Ugandan government and Kenya held talks in Nairobi on Friday.",
    "Kenya's Supreme Court ruled on the appeal on Tuesday.",
    "The army withdrew its troops from Sabel on Monday.",
    "The bakers of Lusk held their fair on Sunday.",
    "Peru signed a treaty with Chile on Monday.",
)
TODAY = date(2019, 6, 30)


@pytest.fixture(scope="module")
def promises(reader: Reader) -> list[Record]:
    return [reader.read_text(text, published="2019-03-06") for text in PROMISES]


@pytest.fixture(scope="module")
def reports(reader: Reader) -> list[Record]:
    return [reader.read_text(text, published="2019-05-21") for text in REPORTS]


def test_a_report_that_may_not_tell_changes_nothing(promises: list[Record], reports: list[Record]) -> None:
    for promise in promises:
        for expectation in promise.expectations:
            wanted = need(expectation, promise)

            near = [report for report in reports if may_tell(wanted, offer(report))]

            assert follow(expectation, promise, near, TODAY) == follow(expectation, promise, reports, TODAY)


@pytest.mark.parametrize(
    ("promise", "report", "shared"),
    [
        pytest.param(0, 0, True, id="same-name"),
        pytest.param(0, 1, True, id="surname"),
        pytest.param(1, 2, True, id="government-for-its-state"),
        pytest.param(2, 3, True, id="body-named-in-another-way"),
        pytest.param(0, 5, False, id="strangers"),
        pytest.param(1, 6, False, id="other-states"),
    ],
)
def test_who_may_be_the_same_has_a_key_in_common(
    promises: list[Record], reports: list[Record], promise: int, report: int, *, shared: bool
) -> None:
    wanted = need(promises[promise].expectations[0], promises[promise])

    told = offer(reports[report]).keys

    assert any(told & party for party in wanted.parties) is shared


def test_words_that_tell_nothing_of_a_matter_are_data() -> None:
    assert content_words("The talks of Friday will be about two treaties") == {"talk", "treaty"}
