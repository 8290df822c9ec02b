"""What persons judge lies over the rows, stands beside what took over from it, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from newsledger.errors import AbsentError, StoreError
from newsledger.model import Correction, correction_id
from newsledger.store import EventQuestion, OutlookQuestion, StatementQuestion, Store, open_ledger
from newsledger.store.corrections import (
    Judge,
    ReviewQuestion,
    checked,
    corrected,
    laid_over,
    same_or_other,
    scores,
    standing,
    undoing,
)
from newsledger.store.tables.store import TableStore
from store.conftest import GOLDEN, edited, entry_of, from_golden, golden, without

NAMES = ("court-report", "ministry-statement", "seedlike-accra")


def ann(minute: int = 0, why: str | None = None) -> Judge:
    return Judge(by="Ann", at=f"2026-03-02T12:{minute:02}:00.000+00:00", why=why)


def wrong(finding: str, field: str, value: str | None, minute: int = 0) -> Correction:
    return corrected((finding, "event"), "wrong", ann(minute), field=field, value=value)


def whole(finding: str, verdict: Literal["right", "wrong", "not_there"], minute: int = 0) -> Correction:
    return corrected((finding, "event"), verdict, ann(minute))


@pytest.fixture
def kept(store: Store, run: int) -> Store:
    entries = [entry_of(golden(name), address=f"https://paper.example/{name}") for name in NAMES]
    store.put(entries, run=run)
    return store


def first(store: Store) -> str:
    return store.ask_events(EventQuestion(), limit=1).rows[0].id


@pytest.mark.parametrize(
    ("log", "stands"),
    [
        pytest.param(["right"], ["right"], id="one"),
        pytest.param(["right", "not_there"], ["not_there"], id="the-last-word-counts"),
        pytest.param(["not_there", "standing=denied"], ["standing=denied"], id="a-field-outweighs-not-there"),
        pytest.param(["standing=denied", "mode=arrest"], ["standing=denied", "mode=arrest"], id="two-fields"),
        pytest.param(["standing=denied", "standing=planned"], ["standing=planned"], id="one-field-twice"),
        pytest.param(["standing=denied", "right"], ["right"], id="the-whole-outweighs-a-field"),
        pytest.param(["right", "undo 0"], [], id="undone"),
        pytest.param(["right", "not_there", "undo 1"], ["right"], id="what-was-there-before-stands-again"),
        pytest.param(["right", "undo 0", "undo 1"], ["right"], id="an-undoing-is-undone"),
    ],
)
def test_what_stands_does_not_hang_on_the_order_in_which_it_comes(log: list[str], stands: list[str]) -> None:
    made: list[Correction] = []
    for minute, said in enumerate(log):
        name, _, value = said.partition("=")
        if said.startswith("undo"):
            made.append(undoing(made[int(said[-1])], ann(minute)))
        elif value:
            made.append(wrong("e", name, value, minute))
        else:
            made.append(whole("e", "right" if said == "right" else "not_there", minute))

    for order in (made, made[::-1]):
        found = standing(order)
        assert [f"{one.field}={one.value}" if one.field else one.verdict for one in found] == stands


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        pytest.param("colour", "red", "expected one of standing", id="no-such-field"),
        pytest.param("standing", "dreamt", "expected one of happened", id="no-such-standing"),
        pytest.param("day", "Monday", "expected an ISO day", id="no-day"),
        pytest.param("country", "France", "three capital letters", id="no-code"),
        pytest.param("actors", "Ann\x1b[2J", "expected a line", id="steers-a-terminal"),
        pytest.param("actors", "x" * 501, "expected a line", id="too-long"),
    ],
)
def test_what_no_finding_can_be_is_refused(field: str, value: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        wrong("e", field, value)


def test_words_that_are_cut_from_a_text_can_only_be_said_to_be_wrong() -> None:
    assert corrected(("s", "statement"), "wrong", ann(), field="content").field == "content"
    with pytest.raises(ValueError, match="cut from the text"):
        corrected(("s", "statement"), "wrong", ann(), field="content", value="other words")


def test_a_corrected_field_is_shown_with_what_was_there(kept: Store) -> None:
    before = kept.ask_events(EventQuestion(), limit=1).rows[0]
    kept.corrections.keep([wrong(before.id, "standing", "denied"), wrong(before.id, "actors", "A; B", 1)])

    after = kept.ask_events(EventQuestion(), limit=1).rows[0]
    assert (after.id, after.standing, after.actors) == (before.id, "denied", ("A", "B"))
    assert [(one.field, one.was, one.by) for one in after.judged] == [
        ("standing", before.standing, "Ann"),
        ("actors", ", ".join(before.actors), "Ann"),
    ]
    assert kept.ask_events(EventQuestion(corrections=False), limit=1).rows[0] == before


def test_a_day_is_corrected_as_a_whole(kept: Store) -> None:
    row = kept.ask_events(EventQuestion(), limit=1).rows[0]

    over = laid_over(row, [wrong(row.id, "day", "2011-02-03")])

    assert (over.day, over.earliest, over.latest) == ("2011-02-03",) * 3


def test_what_is_not_there_is_left_out_of_rows_and_counts_and_told(kept: Store) -> None:
    everything = EventQuestion(corrections=False)
    before = kept.ask_events(everything, limit=1000).rows
    gone = before[0]
    kept.corrections.keep([whole(gone.id, "not_there")])

    page = kept.ask_events(EventQuestion(), limit=1000)
    assert [row.id for row in page.rows] == [row.id for row in before if row.id != gone.id]
    assert page.notes == ("1 event was judged not there: --no-corrections",)
    assert [row.id for row in kept.ask_events(everything, limit=1000).rows] == [row.id for row in before]
    for by in ("standing", "type", "actor", "recipient", "country", "year"):
        counted = kept.count_events(EventQuestion(), by=by, limit=1000)
        slowly = kept.count_events(EventQuestion(least=0), by=by, limit=1000)
        assert counted.rows == slowly.rows, by
    assert sum(row.happenings for row in kept.count_events(EventQuestion(), by="type", limit=99).rows) == len(page.rows)
    assert sum(spot.happenings for spot in kept.ask_spots(EventQuestion())) == len(page.rows)
    facets = kept.survey(EventQuestion(), time="year", limit=99)
    assert sum(facet.happenings for facet in facets if facet.by == "standing") == len(page.rows)


def test_statements_and_expectations_are_left_out_likewise(kept: Store) -> None:
    said = kept.ask_statements(StatementQuestion(), limit=1).rows[0]
    awaited = OutlookQuestion(today="2018-02-01", state="any", everything=True)
    due = kept.ask_outlook(awaited, limit=1).rows[0]
    kept.corrections.keep(
        [corrected((said.id, "statement"), "not_there", ann()), corrected((due.id, "expectation"), "not_there", ann())]
    )

    for question in (StatementQuestion(), StatementQuestion(about="the")):
        page = kept.ask_statements(question, limit=1000)
        assert said.id not in {row.id for row in page.rows}
    left = kept.ask_outlook(awaited, limit=1000)
    assert due.id not in {row.id for row in left.rows}
    assert left.notes == ("1 expectation was judged not there: --no-corrections",)


def test_keeping_twice_is_once_and_what_is_of_no_finding_is_lost(kept: Store) -> None:
    one, stranger = whole(first(kept), "right"), whole("0" * 16, "right")

    assert [taken.what for taken in kept.corrections.keep([one, stranger])] == ["kept", "lost"]
    assert [taken.what for taken in kept.corrections.keep([one])] == ["known"]
    assert list(kept.corrections.log()) == [one]


def test_a_correction_stands_beside_what_took_over_from_its_finding(make_store: Callable[[], Store], run: int) -> None:
    store, record = make_store(), golden("court-report")
    address = "https://paper.example/court"
    store.put([entry_of(record, address=address)], run=run)
    event = next(one for one in record.events if one.same_as is None)
    store.corrections.keep([wrong(event.id, "standing", "denied")])

    later = edited(record, "surrendered his passport", "given up his passport")
    store.put([entry_of(later, address=address)], run=run)
    now = store.resolve(event.id)

    assert now != event.id
    row = next(row for row in store.ask_events(EventQuestion(), limit=99).rows if row.id == now)
    assert row.standing == "denied"
    assert list(store.corrections.standing([now])) == [now]
    assert list(store.corrections.check()) == []
    # The older text is the newer one again.
    store.put([entry_of(record, address=address)], run=run)
    assert list(store.corrections.check()) == []


def test_a_finding_that_a_reader_loses_and_another_finds_again_keeps_what_was_judged(store: Store, run: int) -> None:
    record = golden("court-report")
    event = next(one for one in record.events if one.same_as is None and not _is_named(record, one.id))
    store.put([entry_of(record)], run=run)
    store.corrections.keep([whole(event.id, "not_there")])
    lost = entry_of(without(record, "events", event.id)).outcome
    again = entry_of(record).outcome

    store.put_rereadings([(record.article.id, lost)], run=run)  # type: ignore[list-item]
    assert list(store.corrections.check()) == []
    store.put_rereadings([(record.article.id, again)], run=run)  # type: ignore[list-item]

    assert event.id not in {row.id for row in store.ask_events(EventQuestion(), limit=99).rows}
    assert list(store.corrections.check()) == []


def _is_named(record: object, event: str) -> bool:
    others = [*record.events, *record.expectations]  # type: ignore[attr-defined]
    return any(event in (getattr(one, "same_as", None), getattr(one, "event", None)) for one in others)


def test_what_is_forgotten_takes_what_was_judged_of_it_along(kept: Store, run: int) -> None:
    record = golden("court-report")
    event = next(one for one in record.events if one.same_as is None)
    made = wrong(event.id, "actors", "Somebody Named")
    kept.corrections.keep([made, undoing(made, ann(1)), whole(first(kept), "right", 2)])

    kept.forget(record.article.id, why="asked for", run=run)
    kept.scrub()

    assert "Somebody Named" not in {one.value for one in kept.corrections.log()}
    assert all(one.finding != event.id for one in kept.corrections.log())
    assert list(kept.corrections.check()) == []


def test_the_log_is_only_added_to(kept: Store) -> None:
    assert isinstance(kept, TableStore)
    kept.corrections.keep([whole(first(kept), "right")])

    with pytest.raises(Exception, match="only added to"):
        kept.connection.execute("UPDATE corrections SET verdict = 'wrong'")


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_log_that_was_tampered_with_is_told(kept: Store) -> None:
    assert isinstance(kept, TableStore)
    made = whole(first(kept), "right")
    kept.corrections.keep([made])
    kept.connection.execute(
        "DROP TRIGGER corrections_stay  -- sqlite\n-- postgres: DROP TRIGGER corrections_stay ON corrections"
    )
    kept.connection.execute("UPDATE corrections SET verdict = 'wrong'")

    assert any(made.id in problem for problem in kept.corrections.check())

    kept.connection.execute("UPDATE corrections SET verdict = 'right', finding = 'nobody'")
    assert any("is not and was not there" in problem for problem in kept.corrections.check())


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)  # what a file alone can do
def test_a_backup_has_what_was_judged(kept: Store, tmp_path: Path) -> None:
    made = whole(first(kept), "not_there")
    kept.corrections.keep([made])

    kept.backup(tmp_path / "copy.db")

    with open_ledger(tmp_path / "copy.db") as copy:
        assert list(copy.corrections.log()) == [made]


def test_persons_are_judged_to_be_one_or_two() -> None:
    one, other = same_or_other(("b", "a"), "other", ann()), same_or_other(("a", "b"), "same", ann(1))

    assert standing([one, other]) == (other,)
    with pytest.raises(ValueError, match="twice"):
        same_or_other(("a", "a"), "same", ann())


def test_precision_has_an_interval() -> None:
    log = [whole(str(number), "right" if number < 8 else "not_there", number) for number in range(10)]

    overall, events = scores(standing(log))

    assert (overall.judged, overall.right, overall.precision) == (10, 8, 0.8)
    # Wilson's, for 8 of 10.
    assert (round(overall.low, 3), round(overall.high, 3)) == (0.49, 0.943)
    assert events.value == "event"
    assert list(scores(())) == []


def test_what_is_worth_a_look_is_what_nobody_judged_the_most_doubtful_first(full: Store) -> None:
    rows = full.corrections.doubtful(ReviewQuestion(), limit=1000).rows

    weights = [row.doubt * row.importance for row in rows]
    assert weights == sorted(weights, reverse=True)
    assert {row.kind for row in rows} == {"event", "statement", "expectation"}
    page = full.corrections.doubtful(ReviewQuestion(kind="event"), limit=2)
    following = full.corrections.doubtful(ReviewQuestion(kind="event"), limit=2, after=page.after)
    assert not {row.id for row in page.rows} & {row.id for row in following.rows}


def test_what_was_judged_is_not_asked_for_again(kept: Store) -> None:
    found = kept.corrections.doubtful(ReviewQuestion(kind="event"), limit=1).rows[0]
    made = whole(found.id, "right")
    kept.corrections.keep([made])

    assert found.id not in {row.id for row in kept.corrections.doubtful(ReviewQuestion(), limit=1000).rows}
    kept.corrections.keep([undoing(made, ann(1))])
    assert kept.corrections.doubtful(ReviewQuestion(kind="event"), limit=1).rows[0] == found


def test_an_id_of_nothing_is_told(kept: Store) -> None:
    with pytest.raises(AbsentError, match="found no correction"):
        kept.corrections.get("none")
    with pytest.raises(AbsentError, match="found no finding"):
        kept.corrections.subject("none")
    assert kept.corrections.subject(first(kept)) == (first(kept), "event")


def test_of_what_is_told_several_times_the_mention_that_lists_show_is_judged(full: Store) -> None:
    told = next(record for record in full.records() if any(one.same_as for one in record.events))
    again = next(one for one in told.events if one.same_as)

    assert full.corrections.subject(again.id) == (again.same_as, "event")


def test_a_correction_that_was_changed_on_its_way_is_not_taken(kept: Store) -> None:
    made = whole(first(kept), "right")

    with pytest.raises(ValueError, match="expected the id of what it says"):
        checked(replace(made, why="because"))
    odd = replace(made, field="standing")
    with pytest.raises(ValueError, match="expected them with 'wrong' only"):
        checked(replace(odd, id=correction_id(odd)))


def test_each_golden_ledger_is_asked_with_and_without_what_was_judged(store: Store, run: int) -> None:
    store.put([entry_of(from_golden(path)) for path in GOLDEN], run=run)
    rows = store.ask_events(EventQuestion(), limit=1000).rows
    store.corrections.keep([whole(row.id, "not_there") for row in rows[::2]])

    assert [row.id for row in store.ask_events(EventQuestion(), limit=1000).rows] == [row.id for row in rows[1::2]]


def test_nothing_is_kept_where_the_database_refuses(kept: Store) -> None:
    one = whole(first(kept), "right")

    with pytest.raises(StoreError):
        kept.corrections.keep([one, replace(one, id="half \ud800")])
    assert list(kept.corrections.log()) == []
