"""What is less sure is folded and counted, never dropped in silence; a receipt says how sure a finding is, and why."""

from dataclasses import replace

from newsledger.model import Record
from newsledger.show import html_page, listing
from newsledger.show.sure import how_sure, less_sure
from show.sample import RECORD


def weighed(confidence: float) -> Record:
    told = {"confidence": confidence, "reasons": ("+actor.linked", "-clause_modal")}
    return replace(
        RECORD,
        events=tuple(replace(one, **told) for one in RECORD.events),  # type: ignore[arg-type]
        statements=tuple(replace(one, **told) for one in RECORD.statements),  # type: ignore[arg-type]
        expectations=tuple(replace(one, **told) for one in RECORD.expectations),  # type: ignore[arg-type]
    )


def test_a_receipt_says_how_sure_and_why() -> None:
    assert how_sure(0.62, ("+actor.linked", "-clause_modal")) == "0.62 +actor linked −clause modal"
    assert how_sure(None, ()) == ""
    assert "0.62 +actor linked −clause modal" in listing(weighed(0.62), width=300)


def test_what_is_less_sure_is_left_out_and_counted() -> None:
    floors = {"events": 0.7, "statements": 0.7, "expectations": 0.7}

    shown = listing(weighed(0.62), width=300, floors=floors)  # type: ignore[arg-type]

    assert "less sure: --all" in shown
    assert "0.62" not in shown
    assert "less sure" not in listing(weighed(0.62), width=300)


def test_what_is_less_sure_is_folded_on_a_page_and_is_still_there() -> None:
    page = html_page(replace(weighed(0.62), expectations=()), {"events": 0.7})

    assert page.count("less sure</summary>") == 1
    assert page.count(" data-unsure") == 1
    assert "less sure</summary>" not in html_page(weighed(0.62))


def test_a_record_that_nobody_weighed_is_shown_whole() -> None:
    assert "less sure" not in listing(RECORD, floors={"events": 0.9, "statements": 0.9, "expectations": 0.9})


def test_one_is_one() -> None:
    assert less_sure(1, "event") == "1 more event is less sure: --all"
    assert less_sure(2, "event") == "2 more events are less sure: --all"
