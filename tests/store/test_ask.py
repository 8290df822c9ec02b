"""Questions to a store, whatever is behind it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.errors import StoreError
from newsledger.ledger.grouping import group_all
from newsledger.model import Expectation, HappeningRow, Page, PageDate
from newsledger.store import (
    KINDS,
    MEASURES,
    ActorQuestion,
    EventQuestion,
    HappeningQuestion,
    Measure,
    OutlookQuestion,
    SearchQuestion,
    StatementQuestion,
    Store,
    ask_on,
    take_apart,
)
from newsledger.store.questions.paging import cursor as written
from store.conftest import GOLDEN, entry_of, from_golden, golden, reworded

RECORDS = [from_golden(path) for path in GOLDEN]
TEXTS = {record.article.id: record.article.text for record in RECORDS}
HAPPENINGS = [event for record in RECORDS for event in record.events if event.same_as is None]
EVERYTHING = 10_000

Asker = Callable[[int, str | None], Page[Any]]


def askers(store: Store) -> dict[str, Asker]:
    return {
        "search": lambda n, after: store.ask_search(SearchQuestion(words="the"), limit=n, after=after),
        "statements": lambda n, after: store.ask_statements(StatementQuestion(nested=True), limit=n, after=after),
        "about": lambda n, after: store.ask_statements(StatementQuestion(about="government"), limit=n, after=after),
        "events": lambda n, after: store.ask_events(EventQuestion(), limit=n, after=after),
        "events of": lambda n, after: store.ask_events(EventQuestion(actor="GOV"), limit=n, after=after),
        "counts": lambda n, after: store.count_events(EventQuestion(), by="type", limit=n, after=after),
        "months": lambda n, after: store.count_events(EventQuestion(), by="month", limit=n, after=after),
        "outlook": lambda n, after: store.ask_outlook(
            OutlookQuestion(today="2010-01-01", state="any"), limit=n, after=after
        ),
        "overdue": lambda n, after: store.ask_outlook(
            OutlookQuestion(today="2030-01-01", overdue=True), limit=n, after=after
        ),
        "held": lambda n, after: store.ask_outlook(
            OutlookQuestion(today="2010-01-01", holder="GOV"), limit=n, after=after
        ),
        "actors": lambda n, after: store.ask_actors(ActorQuestion(), limit=n, after=after),
    }


@pytest.mark.parametrize(
    "name",
    [
        "search",
        "statements",
        "about",
        "events",
        "events of",
        "counts",
        "months",
        "outlook",
        "overdue",
        "held",
        "actors",
    ],
)
def test_pages_together_are_the_whole_answer(full: Store, name: str) -> None:
    ask = askers(full)[name]

    whole = ask(EVERYTHING, None)
    paged = [
        row for page in ask_on(lambda n, after: ask(min(n, 3), after), limit=None, after=None) for row in page.rows
    ]

    assert whole.after is None
    assert len(whole.rows) > 3
    assert paged == list(whole.rows)


def test_a_page_stays_as_it_was_when_something_newer_is_added(store: Store) -> None:
    run = store.begin("test", at="2026-01-01T00:00:00+00:00")
    store.put([entry_of(golden("court-report"))], run=run)
    question = EventQuestion()
    first = store.ask_events(question, limit=2)
    rest = store.ask_events(question, limit=EVERYTHING, after=first.after)

    store.put([entry_of(golden("live-blog"))], run=run)

    assert store.ask_events(question, limit=EVERYTHING, after=first.after) == rest


@pytest.mark.parametrize("cursor", ["x", "WyJ4Il0", "é", "null", "W10", "MTI"])
def test_a_cursor_that_is_none_is_refused(full: Store, cursor: str) -> None:
    with pytest.raises(ValueError, match="cursor"):
        full.ask_events(EventQuestion(), limit=1, after=cursor)


@pytest.mark.parametrize(
    "place", [("x",), (True,), (1 << 70,), (1.5,), (None,), ({"a": 1},), (1, 2)], ids=lambda place: str(place)[:12]
)
def test_a_cursor_that_leads_nowhere_is_refused_though_its_digest_fits(full: Store, place: Any) -> None:
    with pytest.raises(ValueError, match="cursor"):
        full.ask_events(EventQuestion(), limit=1, after=written(EventQuestion(), place))


@pytest.mark.parametrize("place", [("\ud800", "x"), (1, "x"), ("2019-01-01", 5)])
def test_a_cursor_of_days_that_leads_nowhere_is_refused(full: Store, place: Any) -> None:
    question = OutlookQuestion(today="2019-01-01")

    with pytest.raises(ValueError, match="cursor"):
        full.ask_outlook(question, limit=1, after=written(question, place))


def test_a_cursor_of_another_question_is_refused(full: Store) -> None:
    cursor = full.ask_events(EventQuestion(), limit=1).after

    with pytest.raises(ValueError, match="another question"):
        full.ask_events(EventQuestion(standing="planned"), limit=1, after=cursor)


@pytest.mark.parametrize("name", ["statements", "events", "outlook", "actors", "search", "events of", "about"])
def test_every_row_has_its_receipt(full: Store, name: str) -> None:
    for row in askers(full)[name](EVERYTHING, None).rows:
        words = row.passage if name == "search" else row.words
        text = TEXTS[row.article.id]

        assert text[words.start : words.end] == words.exact
        end = words.sentence_start + len(words.sentence)
        assert text[words.sentence_start : end] == words.sentence
        assert words.sentence_start <= words.start
        assert words.end <= end
        assert words.block


# --- search


def found(store: Store, words: str, **options: Any) -> list[str | None]:
    return [row.article.headline for row in store.ask_search(SearchQuestion(words=words, **options), limit=50).rows]


def test_articles_come_the_newest_first(full: Store) -> None:
    days = [row.article.published for row in full.ask_search(SearchQuestion(words="the"), limit=50).rows]

    assert len(days) == len(RECORDS)
    dated = [day[:10] for day in days if day]
    assert dated == sorted(dated, reverse=True)


def test_accents_and_capitals_make_no_difference(full: Store) -> None:
    assert found(full, "thiare") == found(full, "THIARÉ") != []


def test_menus_are_not_searched(full: Store) -> None:
    record = golden("html-patrols")
    menu = [block for block in record.article.blocks if block.role == "furniture"][-1]
    words = f'"{menu.span.of(record.article.text)}"'

    assert found(full, words) == []


def test_days_and_publishers_narrow_a_search(full: Store) -> None:
    (only,) = found(full, "patrols", publisher="estuary times", since="2019-11-21", until="2019-11-21")

    assert only == golden("html-patrols").article.headline
    assert found(full, "patrols", publisher="Another Paper") == []
    assert found(full, "patrols", since="2019-11-22") == []


def test_hits_are_the_words_that_were_looked_for(full: Store) -> None:
    for row in full.ask_search(SearchQuestion(words="minist*"), limit=50).rows:
        words = {hit.of(TEXTS[row.article.id]).lower()[:6] for hit in row.hits}

        assert words <= {"minist"}
        assert words or "ministry" in str(row)


def refusal(ask: Callable[[], object]) -> str:
    """Ask, and give what is said where that is refused."""
    try:
        ask()
    except (ValueError, StoreError) as error:
        return str(error)
    return ""


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(["a", '"', "(", ")", "*", "NOT", "OR", "and", "-", "headline:", "x y", "é", "\0"])).map(
        " ".join
    )
)
@settings(max_examples=300, deadline=None)
def test_whatever_is_looked_for_is_answered_or_refused(full: Store, words: str) -> None:
    refusals = (
        refusal(lambda: full.ask_search(SearchQuestion(words=words), limit=2)),
        refusal(lambda: full.ask_statements(StatementQuestion(about=words), limit=2)),
    )

    assert not any("cannot be read" in told for told in refusals)


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_whatever_name_is_asked_for_is_known_or_not(full: Store, name: str) -> None:
    assert "cannot be read" not in refusal(lambda: full.ask_events(EventQuestion(actor=name), limit=2))


def test_older_versions_are_searched_when_they_are_wanted(store: Store, run: int) -> None:
    record = golden("court-report")
    changed = reworded(record, "Muthengi", "Mutengah")
    for version in (record, changed):
        store.put([entry_of(version, address="https://one.example/a")], run=run)

    assert store.ask_search(SearchQuestion(words="Muthengi"), limit=9).rows == ()
    (older,) = store.ask_search(SearchQuestion(words="Muthengi", versions=True), limit=9).rows
    assert (older.version, older.current) == (1, False)
    (revision,) = older.revisions
    assert (revision.before, revision.article) == (record.article.id, changed.article.id)
    assert {(edit.deleted, edit.inserted) for edit in revision.edits} == {("Muthengi", "Mutengah")}


@pytest.mark.parametrize("limit", [500, 4])
def test_the_changes_of_an_article_are_told_once_however_many_of_its_versions_are_found(
    store: Store, run: int, limit: int
) -> None:
    record, letters = golden("court-report"), "abcdefghijk"
    for letter in letters:
        version = reworded(record, "Muthengi", f"Muthen{letter}i")
        store.put([entry_of(version, address="https://one.example/a", data=letter.encode())], run=run)

    pages = list(
        ask_on(
            lambda most, after: store.ask_search(
                SearchQuestion(words="court", versions=True), limit=min(most, limit), after=after
            ),
            limit=None,
            after=None,
        )
    )

    rows = [row for page in pages for row in page.rows]
    assert [len(row.revisions) for row in rows] == [len(letters) - 1, *[0] * (len(letters) - 1)]
    assert len(pages) == -(-len(letters) // limit)


# --- names


def test_a_short_name_is_enough(full: Store) -> None:
    by_short = full.ask_statements(StatementQuestion(by="Krastkalns"), limit=50)

    assert by_short.rows
    assert by_short.rows == full.ask_statements(StatementQuestion(by="Andrejs Krastkalns"), limit=50).rows


def test_a_name_with_its_office_is_understood_as_the_text_has_it(full: Store) -> None:
    assert full.ask_actors(ActorQuestion(name="Minister Vizquerra"), limit=5).rows[0].name == "Alonso Vizquerra"


def test_other_spellings_of_the_lists_are_understood(store: Store, run: int) -> None:
    record = golden("agency-report")
    key = "country:PER:peru"
    entry = entry_of(record)
    outcome = take_apart(record, settled={}, aliases={key: ("Perú", "Lima")})
    store.put([replace(entry, outcome=outcome)], run=run)

    assert [row.key for row in store.ask_actors(ActorQuestion(name="Lima"), limit=5).rows] == [key]


def test_a_name_of_several_is_told_and_all_are_shown(full: Store) -> None:
    page = full.ask_events(EventQuestion(actor="government"), limit=EVERYTHING)

    (note,) = page.notes
    assert "actors match 'government'" in note
    assert "country:" not in note


def test_a_name_that_nobody_has_is_an_error_with_near_ones(full: Store) -> None:
    with pytest.raises(StoreError, match=r"nobody .* 'Krastkalnz'; near: Andrejs Krastkalns"):
        full.ask_statements(StatementQuestion(by="Krastkalnz"), limit=5)


# --- statements


def test_statements_are_those_of_the_records(full: Store) -> None:
    rows = full.ask_statements(StatementQuestion(nested=True), limit=EVERYTHING).rows

    assert {row.id for row in rows} == {one.id for record in RECORDS for one in record.statements}


def test_statements_inside_others_come_with_these(full: Store) -> None:
    flat = full.ask_statements(StatementQuestion(), limit=EVERYTHING).rows
    nested = full.ask_statements(StatementQuestion(nested=True), limit=EVERYTHING).rows
    inner = [row for row in nested if row not in flat]

    assert inner
    assert all(row.inside is None for row in flat)
    assert all(row.inside is not None and row.inside.id in {outer.id for outer in nested} for row in inner)


@pytest.mark.parametrize("attitude", ["deny", "promise", "report"])
def test_an_attitude_is_matched(full: Store, attitude: str) -> None:
    rows = full.ask_statements(StatementQuestion(attitude=attitude, nested=True), limit=EVERYTHING).rows
    expected = {one.id for record in RECORDS for one in record.statements if one.attitude == attitude}

    assert {row.id for row in rows} == expected


def test_what_is_said_about_someone_is_found_by_name_and_by_pronoun(full: Store) -> None:
    record = golden("court-report")
    (someone,) = [actor for actor in record.actors if actor.name == "Jackson Muthengi"]
    named = {row.id for row in full.ask_statements(StatementQuestion(about="Muthengi", nested=True), limit=99).rows}
    expected = {
        one.id
        for one in record.statements
        if any(span.start <= m.start and m.end <= span.end for span in one.content for m in someone.mentions)
    }

    assert expected
    assert named >= expected


def test_what_is_said_about_a_thing_is_found_by_its_words(full: Store) -> None:
    rows = full.ask_statements(StatementQuestion(about="water", nested=True), limit=99).rows

    assert all("water" in row.content.lower() for row in rows)


def test_by_and_about_go_together(full: Store) -> None:
    about = full.ask_statements(StatementQuestion(about="government", nested=True), limit=EVERYTHING).rows
    by_whom = next(row for row in about if row.actor)
    both = full.ask_statements(StatementQuestion(by=by_whom.actor, about="government", nested=True), limit=99).rows

    assert both == tuple(row for row in about if row.actor == by_whom.actor)


# --- events


def test_events_are_distinct_happenings(full: Store) -> None:
    rows = full.ask_events(EventQuestion(), limit=EVERYTHING).rows

    assert {row.id for row in rows} == {event.id for event in HAPPENINGS}
    assert sum(row.mentions for row in rows) == sum(len(record.events) for record in RECORDS)


@pytest.mark.parametrize(
    ("options", "fits"),
    [
        pytest.param({"event_type": "CONSULT"}, lambda e: e.event_type == "CONSULT", id="type"),
        pytest.param({"standing": "planned"}, lambda e: e.standing == "planned", id="standing"),
        pytest.param({"mode": "arrest"}, lambda e: e.mode == "arrest", id="mode"),
        pytest.param({"other_kind": "trial"}, lambda e: e.other_kind == "trial", id="other-kind"),
        pytest.param({"country": "PER"}, lambda e: e.place_country == "PER", id="country"),
        pytest.param(
            {"event_type": "CONSULT", "standing": "happened"},
            lambda e: (e.event_type, e.standing) == ("CONSULT", "happened"),
            id="both",
        ),
    ],
)
def test_events_are_chosen_by_what_they_are(full: Store, options: dict[str, Any], fits: Callable[..., bool]) -> None:
    rows = full.ask_events(EventQuestion(**options), limit=EVERYTHING).rows

    assert {row.id for row in rows} == {event.id for event in HAPPENINGS if fits(event)}


def sides(country: str, role: str) -> set[str]:
    """Give the happenings with somebody of a country on a side."""
    chosen = set()
    for record in RECORDS:
        of_country = {actor.id for actor in record.actors if actor.country == country}
        for event in record.events:
            ids = event.actor_ids if role == "actor" or event.reciprocal else event.recipient_ids
            if event.same_as is None and of_country & set(ids):
                chosen.add(event.id)
    return chosen


@pytest.mark.parametrize("country", ["KEN", "PER", "GMB", "KOR"])
def test_a_code_is_everyone_of_a_country(full: Store, country: str) -> None:
    for role in ("actor", "recipient"):
        rows = full.ask_events(
            EventQuestion(
                actor=country if role == "actor" else None, recipient=country if role == "recipient" else None
            ),
            limit=EVERYTHING,
        ).rows

        assert {row.id for row in rows} == sides(country, role)


def test_who_is_only_inferred_to_be_of_a_country_is_shown_when_asked_for(store: Store, run: int) -> None:
    record = golden("agency-report")
    police = replace(
        record.actors[0], id="actor:0", key="role:KEN?:police", name="police", country=None, country_inferred="KEN"
    )
    kenya = replace(police, id="actor:1", key="country:KEN:kenya", name="Kenya", country="KEN", country_inferred=None)
    outcome = take_apart(replace(record, actors=(*record.actors, police, kenya)), settled={}, aliases={})
    store.put([replace(entry_of(record), outcome=outcome)], run=run)

    asked = {
        name: {row.key for row in store.ask_actors(ActorQuestion(name=name), limit=99).rows} for name in ("KEN", "KEN?")
    }
    assert asked == {"KEN": {kenya.key}, "KEN?": {kenya.key, police.key}}


def test_a_reciprocal_event_has_each_party_on_either_side(full: Store) -> None:
    there = full.ask_events(EventQuestion(actor="Peru", recipient="Ecuador"), limit=99).rows
    back = full.ask_events(EventQuestion(actor="Ecuador", recipient="Peru"), limit=99).rows
    shared = [row for row in there if row.reciprocal]

    assert shared
    assert shared == [row for row in back if row.reciprocal]
    alone = full.ask_events(EventQuestion(actor="Peru", recipient="Peru"), limit=99).rows
    assert not [row for row in alone if row.reciprocal]


@pytest.mark.parametrize("by", MEASURES)
@pytest.mark.parametrize("options", [{}, {"standing": "happened"}, {"actor": "GOV"}, {"since": "2018-01-01"}])
def test_counts_are_those_of_the_rows(full: Store, by: Measure, options: dict[str, Any]) -> None:
    rows = full.ask_events(EventQuestion(**options), limit=EVERYTHING).rows
    counts = full.count_events(EventQuestion(**options), by=by, limit=EVERYTHING).rows

    if by in ("actor", "recipient"):
        assert all(1 <= count.happenings <= len(rows) for count in counts)
        return
    field = {"type": "event_type", "standing": "standing", "country": "country"}.get(by, "day")
    letters = {"year": 4, "month": 7}.get(by)
    values = [value and value[:letters] for row in rows if (value := getattr(row, field)) or field == "day"]
    assert {count.value: count.happenings for count in counts} == {one: values.count(one) for one in set(values)}


def test_a_day_is_no_more_exact_than_what_all_possible_days_share(full: Store) -> None:
    rows = full.ask_events(EventQuestion(), limit=EVERYTHING).rows
    windows = [(row.day, row.earliest, row.latest) for row in rows if row.earliest and row.latest]

    assert any(first != last for _, first, last in windows)
    for day, first, last in windows:
        shared = next((first[:size] for size in (10, 7, 4) if first[:size] == last[:size]), None)
        assert day == shared


def test_counts_by_actor_are_those_of_the_records(full: Store) -> None:
    counts = full.count_events(EventQuestion(standing="happened"), by="actor", limit=EVERYTHING).rows
    keys = {actor.id: actor.key for record in RECORDS for actor in record.actors}
    acting = [keys[one] for event in HAPPENINGS if event.standing == "happened" for one in set(event.actor_ids)]

    assert {count.value: count.happenings for count in counts} == {key: acting.count(key) for key in set(acting)}


def test_what_a_version_no_longer_says_is_no_longer_counted(store: Store, run: int) -> None:
    record = golden("court-report")
    changed = reworded(record, "Muthengi", "Mutengah")
    store.put([entry_of(record, address="https://one.example/a")], run=run)

    store.put([entry_of(changed, address="https://one.example/a")], run=run)

    assert store.ask_events(EventQuestion(), limit=9).rows == ()
    assert store.ask_statements(StatementQuestion(about="road", nested=True), limit=9).rows == ()
    assert store.ask_actors(ActorQuestion(), limit=9).rows == ()


# --- outlook

DUE = [one for record in RECORDS for one in record.expectations if one.same_as is None]


def outlook(store: Store, today: str, **options: Any) -> list[tuple[str, str | None]]:
    rows = store.ask_outlook(OutlookQuestion(today=today, **options), limit=EVERYTHING).rows
    return [(row.id, row.state) for row in rows]


def happening(store: Store, finding: str, today: str) -> HappeningRow:
    return store.happening(finding, today=today)[0]


def test_what_is_due_comes_in_its_order_and_what_has_no_date_last(full: Store) -> None:
    rows = full.ask_outlook(OutlookQuestion(today="2010-01-01", state="any", everything=True), limit=EVERYTHING).rows
    dates = [row.due or "9999" for row in rows]

    assert {row.id for row in rows} == {one.id for one in DUE}
    assert dates == sorted(dates)


@pytest.mark.parametrize("today", ["1990-01-01", "2018-03-01", "2030-01-01"])
def test_an_expectation_is_in_the_state_of_its_happening_on_the_day(full: Store, today: str) -> None:
    rows = full.ask_outlook(OutlookQuestion(today=today, state="any", everything=True), limit=EVERYTHING).rows

    told = [happening(full, row.id, today) for row in rows]
    assert [(row.happening, row.state, row.since, row.why) for row in rows] == [
        (one.id, one.state, one.since, one.why) for one in told
    ]


def test_the_board_leaves_out_what_nobody_could_check(full: Store) -> None:
    whole = HappeningQuestion(today="2010-01-01", expected=True, state="any")
    board = {row.id for row in full.ask_happenings(whole, limit=EVERYTHING).rows}

    rows = full.ask_outlook(OutlookQuestion(today="2010-01-01", state="any"), limit=EVERYTHING).rows
    assert rows
    assert {row.happening for row in rows} <= board
    everything = dict(outlook(full, "2010-01-01", state="any", everything=True))
    assert len(everything) > len(rows)


def test_the_calendar_tells_what_is_due_and_what_is_overdue(full: Store) -> None:
    rows = full.ask_outlook(OutlookQuestion(today="1990-01-01"), limit=EVERYTHING).rows
    one = next(row for row in rows if row.due and row.state == "dated")
    assert one.due is not None

    assert (one.id, "dated") in outlook(full, one.due, due=0)
    assert (one.id, "overdue") in outlook(full, "2030-01-01", overdue=True)
    assert (one.id, "overdue") in outlook(full, "2030-01-01", state="overdue")
    assert one.id not in dict(outlook(full, "2030-01-01"))


def test_an_open_window_is_never_overdue(full: Store) -> None:
    overdue = dict(outlook(full, "9999-12-31", overdue=True))

    assert overdue
    assert not overdue.keys() & {one.id for one in DUE if one.latest is None}


def test_what_has_no_date_is_not_due_however_far_one_looks(full: Store) -> None:
    due = dict(outlook(full, "2010-01-01", due=9_999_999))

    assert due
    assert not due.keys() & {one.id for one in DUE if one.latest is None}


@pytest.mark.parametrize("kind", ["promise", "scheduled_event"])
def test_a_kind_is_matched(full: Store, kind: str) -> None:
    assert {one for one, _ in outlook(full, "2010-01-01", kind=kind, state="any", everything=True)} == {
        one.id for one in DUE if one.kind == kind
    }


def test_a_holder_is_matched(full: Store) -> None:
    held = {one for one, _ in outlook(full, "2010-01-01", holder="Rehema Chepkwony", state="any", everything=True)}
    record = golden("court-report")
    (holder,) = [actor.id for actor in record.actors if actor.name == "Rehema Chepkwony"]

    assert held == {one.id for one in record.expectations if holder in one.holder_ids and one.same_as is None}


def test_before_its_article_is_grouped_an_expectation_has_no_state(store: Store, run: int) -> None:
    record = golden("court-report")
    store.put([entry_of(record)], run=run)

    assert outlook(store, "2018-02-10", state="any") == []
    assert {state for _, state in outlook(store, "2018-02-10", state="any", everything=True)} == {None}


def test_what_has_no_words_for_what_would_settle_it_is_no_row(store: Store, run: int) -> None:
    record = golden("court-report")
    one, *others = [due.id for due in record.expectations if due.same_as is None]
    reading = take_apart(record, settled={one: "", **dict.fromkeys(others, "Settled.")})
    store.put([replace(entry_of(record), outcome=reading)], run=run)
    list(group_all(store))

    shown = dict(outlook(store, "2018-02-10", state="any"))
    assert shown
    assert one not in shown
    assert one in dict(outlook(store, "2018-02-10", state="any", everything=True))


# --- actors


def test_actors_are_counted_over_articles(full: Store) -> None:
    rows = full.ask_actors(ActorQuestion(), limit=EVERYTHING).rows
    (court,) = [row for row in rows if row.name == "Jackson Muthengi"]
    record = golden("court-report")
    (actor,) = [actor for actor in record.actors if actor.name == "Jackson Muthengi"]

    assert [row.articles for row in rows] == sorted((row.articles for row in rows), reverse=True)
    assert court.mentions == len(actor.mentions)
    assert court.said == sum(one.source_actor == actor.id for one in record.statements)
    first = [event for event in record.events if event.same_as is None]
    assert court.acted == sum(actor.id in event.actor_ids for event in first)


def test_an_actor_that_is_asked_for_is_shown_with_its_roles_and_others(full: Store) -> None:
    (row,) = full.ask_actors(ActorQuestion(name="Muthengi"), limit=5).rows

    assert [share.name for share in row.roles] == ["treasurer"]
    assert "Beatrice Akoth-Lumumba" in [share.name for share in row.with_whom]


def test_of_two_with_one_key_the_words_of_the_first_in_the_text_are_shown(store: Store, run: int) -> None:
    record = golden("court-report")
    (one,) = [actor for actor in record.actors if actor.name == "Jackson Muthengi"]
    early, late = one.mentions[0], one.mentions[-1]
    apart = [replace(one, id=f"actor:{n}", key="role:-:judge", mentions=(m,)) for n, m in enumerate((early, late))]
    outcome = take_apart(replace(record, actors=(*apart, *record.actors)), settled={})
    store.put([replace(entry_of(record), outcome=outcome)], run=run)

    (row,) = store.ask_actors(ActorQuestion(name="role:-:judge"), limit=5).rows

    assert early.start < late.start
    assert (row.words.start, row.words.end) == (early.start, early.end)


def test_those_without_a_name_are_shown_when_they_are_asked_for(full: Store) -> None:
    kinds = {row.kind for row in full.ask_actors(ActorQuestion(), limit=EVERYTHING).rows}

    assert not kinds & {"group", "role"}
    assert {row.kind for row in full.ask_actors(ActorQuestion(kind="group"), limit=5).rows} == {"group"}


# --- questions that make no sense


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda: EventQuestion(since="2017-13-01"), "from '2017-13-01', expected an ISO day", id="day"),
        pytest.param(lambda: EventQuestion(until="20170101"), "to '20170101'", id="basic-format"),
        pytest.param(lambda: EventQuestion(since="2018-01-01", until="2017-01-01"), "before the last", id="order"),
        pytest.param(lambda: EventQuestion(event_type="CONSLT"), "perhaps CONSULT", id="type"),
        pytest.param(lambda: EventQuestion(standing="done"), "expected one of happened", id="standing"),
        pytest.param(lambda: EventQuestion(country="Peru"), "three capital letters", id="country"),
        pytest.param(lambda: EventQuestion(event_type="AID", other_kind="vote"), "OTHER", id="kind-of-no-other"),
        pytest.param(lambda: EventQuestion(actor=" "), "expected a name", id="nobody"),
        pytest.param(lambda: StatementQuestion(attitude="promis"), "perhaps promise", id="attitude"),
        pytest.param(lambda: OutlookQuestion(today="now"), "today 'now'", id="today"),
        pytest.param(lambda: OutlookQuestion(today="2017-01-01", due=-1), "0 or more", id="due"),
        pytest.param(lambda: OutlookQuestion(today="2017-01-01", due=1, overdue=True), "one of them", id="two"),
        pytest.param(lambda: ActorQuestion(kind="animal"), "expected one of person", id="actor-kind"),
    ],
)
def test_a_question_that_makes_no_sense_cannot_be_made(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


def test_the_kinds_of_expectations_are_those_of_the_record() -> None:
    assert set(KINDS) == set(get_args(get_type_hints(Expectation)["kind"]))


def test_rows_without_a_day_are_left_out_and_counted(store: Store) -> None:
    run = store.begin("test", at="2026-01-01T00:00:00+00:00")
    record = golden("court-report")
    unknown = replace(record, article=replace(record.article, date_published=PageDate()))
    store.put([entry_of(unknown)], run=run)
    undated = sum(event.same_as is None and event.earliest is None for event in record.events)

    for question in (EventQuestion(since="1900-01-01"), EventQuestion(until="2100-01-01")):
        page = store.ask_events(question, limit=EVERYTHING)

        assert page.notes == (f"left out {undated} events of which no day is known",)
        assert all(row.day for row in page.rows)
    found = store.ask_search(SearchQuestion(words="the", since="1900-01-01"), limit=5)
    assert (found.rows, found.notes) == ((), ("left out 1 article of which no day is known",))
    assert store.ask_events(EventQuestion(), limit=EVERYTHING).notes == ()


def test_what_is_less_sure_is_left_out_and_said(full: Store) -> None:
    every = full.ask_events(EventQuestion(), limit=1000)
    sure = full.ask_events(EventQuestion(least=1.0), limit=1000)

    assert every.notes == ()
    assert len(sure.rows) < len(every.rows)
    left = len(every.rows) - len(sure.rows)
    assert sure.notes == (f"{left:,} more events lie below a confidence of 1: --all",)


def test_counts_can_be_weighted(full: Store) -> None:
    rows = full.ask_events(EventQuestion(), limit=1000).rows

    counts = full.count_events(EventQuestion(weighted=True), by="type", limit=100).rows

    expected = sum(one.confidence if one.confidence is not None else 1 for one in rows)
    assert sum(count.expected or 0 for count in counts) == pytest.approx(expected, abs=0.06 * len(counts))
    assert all((count.expected_low or 0) <= (count.expected or 0) <= (count.expected_high or 0) for count in counts)
    assert all(count.expected is None for count in full.count_events(EventQuestion(), by="type", limit=100).rows)


def test_no_confidence_is_over_one() -> None:
    with pytest.raises(ValueError, match="expected a number from 0 to 1"):
        EventQuestion(least=1.5)
