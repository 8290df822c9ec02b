"""What a store holds, article by article, source by source, run by run."""

from dataclasses import replace

import pytest

from newsledger import codec
from newsledger.errors import StoreError
from newsledger.store import ArticleQuestion, EventQuestion, HappeningQuestion, Measure, OutlookQuestion, Store
from store.conftest import GOLDEN, edited, entry_of, golden

AT = "2026-01-01T00:00:00+00:00"


def test_articles_come_the_newest_first_and_page_by_page(full: Store) -> None:
    whole = full.ask_articles(ArticleQuestion(), limit=100)
    first = full.ask_articles(ArticleQuestion(), limit=3)
    rest = full.ask_articles(ArticleQuestion(), limit=100, after=first.after)

    days = [row.article.published or "" for row in whole.rows]
    assert len(whole.rows) == len(GOLDEN)
    assert days == sorted(days, reverse=True)
    assert (*first.rows, *rest.rows) == whole.rows


def test_articles_of_a_day_and_of_a_publisher_are_those(full: Store) -> None:
    rows = full.ask_articles(ArticleQuestion(), limit=100).rows
    one = next(row for row in rows if row.article.publisher and row.article.published)
    day = (one.article.published or "")[:10]

    that_day = full.ask_articles(ArticleQuestion(since=day, until=day), limit=100).rows
    of_it = full.ask_articles(ArticleQuestion(publisher=one.article.publisher), limit=100).rows
    of_nobody = full.ask_articles(ArticleQuestion(publisher=""), limit=100).rows

    assert one in that_day
    assert {(row.article.published or "")[:10] for row in that_day} == {day}
    assert {row.article.publisher for row in of_it} == {one.article.publisher}
    assert of_nobody == tuple(row for row in rows if row.article.publisher is None)


def test_an_opening_is_cut_at_a_word_from_what_stands_below_the_headline(full: Store) -> None:
    for row in full.ask_articles(ArticleQuestion(), limit=100).rows:
        article = full.record(row.article.id).article
        opening = row.opening.removesuffix(" …")
        assert set(opening.split()) <= set(article.text.split())
        assert article.headline is None or not opening.startswith(article.headline)
        assert len(row.opening) <= 242


def test_an_article_that_was_changed_says_what_was_changed(store: Store) -> None:
    record = golden("court-report")
    address = "https://paper.example/court"
    first = codec.seal(replace(record, article=replace(record.article, url=address, canonical_url=address)))
    second = edited(first, "surrendered his passport", "given up his passport")
    run = store.begin("test", at=AT)
    store.put([entry_of(first, address=address)], run=run)
    assert store.revisions(first.article.id, limit=9) == ()

    store.put([entry_of(second, address=address)], run=run)

    (row,) = store.ask_articles(ArticleQuestion(changed=True), limit=9).rows
    assert (row.article.id, row.versions) == (second.article.id, 2)
    (revision,) = store.revisions(first.article.id, limit=9)
    assert (revision.before, revision.article) == (first.article.id, second.article.id)
    assert [(edit.deleted, edit.inserted) for edit in revision.edits] == [("surrendered", "given up")]
    assert store.outlets()[0].changed == 1
    assert store.revisions(first.article.id, limit=0) == ()


def test_an_article_that_is_not_there_has_no_versions(full: Store) -> None:
    with pytest.raises(StoreError, match="no article"):
        full.revisions("0" * 16, limit=9)


def test_outlets_count_every_article_once(full: Store) -> None:
    outlets = full.outlets()

    assert sum(outlet.articles for outlet in outlets) == len(GOLDEN)
    assert [outlet.articles for outlet in outlets] == sorted((o.articles for o in outlets), reverse=True)
    assert all(outlet.first is None or outlet.first <= (outlet.last or "") for outlet in outlets)


def test_runs_come_the_last_first_with_what_they_took_in(store: Store) -> None:
    one = store.begin("add", at=AT)
    store.put([entry_of(golden("court-report")), entry_of(golden("live-blog"))], run=one)
    store.end(one, at="2026-01-01T00:00:09+00:00")
    two = store.begin("reread", at="2026-01-02T00:00:00+00:00")

    last, first = store.runs(limit=5)

    assert (last.run, last.command, last.ended_at, last.captures) == (two, "reread", None, 0)
    assert (first.run, first.captures, first.failed) == (one, 2, 0)
    assert store.runs(limit=5, below=two) == (first,)
    assert store.runs(limit=5, below=one) == ()


@pytest.mark.parametrize("by", ["year", "month", "day"])
@pytest.mark.parametrize("actor", [None, "GOV"])
def test_events_can_be_asked_for_by_how_much_of_their_day_is_known(full: Store, by: Measure, actor: str | None) -> None:
    letters = {"year": 4, "month": 7, "day": 10}[by]
    rows = full.ask_events(EventQuestion(actor=actor), limit=10_000).rows
    counts = full.count_events(EventQuestion(actor=actor), by=by, limit=10_000).rows

    for count in counts:
        known = "none" if count.value is None else ("=" if len(count.value) < letters else "") + count.value
        question = EventQuestion(actor=actor, known=known)
        found = full.ask_events(question, limit=10_000).rows
        assert found == tuple(row for row in rows if (row.day and row.day[:letters]) == count.value)
        assert len(found) == count.happenings
        assert sum(one.happenings for one in full.count_events(question, by="type", limit=99).rows) == len(found)
    assert counts


def test_events_of_earlier_months_can_be_asked_for(full: Store) -> None:
    rows = full.ask_events(EventQuestion(), limit=10_000).rows

    found = full.ask_events(EventQuestion(known="<2018-02"), limit=10_000).rows

    assert found == tuple(row for row in rows if row.day and len(row.day) >= 7 and row.day[:7] < "2018-02")
    assert found


def test_expectations_can_be_asked_for_by_their_last_day(full: Store) -> None:
    every = full.ask_outlook(OutlookQuestion(today="2010-01-01", state="any"), limit=10_000).rows
    dated = sorted(row.due for row in every if row.due)
    first, last = dated[0], dated[len(dated) // 2]

    some = full.ask_outlook(
        OutlookQuestion(today="2010-01-01", state="any", since=first, until=last), limit=10_000
    ).rows
    undated = full.ask_outlook(OutlookQuestion(today="2010-01-01", state="any", undated=True), limit=10_000).rows

    assert [row.id for row in some] == [row.id for row in every if row.due and first <= row.due <= last]
    assert [row.id for row in undated] == [row.id for row in every if row.due is None]
    assert some
    assert undated


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: EventQuestion(known="2020-13"), "a year, a month, a day or none"),
        (lambda: EventQuestion(known=">2020"), "a year, a month, a day or none"),
        (lambda: HappeningQuestion(today="2020-01-01", undated=True), "nothing that was expected"),
        (lambda: OutlookQuestion(today="2020-01-01", undated=True, until="2020-01-01"), "no last day"),
        (lambda: OutlookQuestion(today="2020-01-01", since="2020-02-01", until="2020-01-01"), "before the last"),
        (lambda: ArticleQuestion(since="2020-1-1"), "ISO day"),
    ],
)
def test_a_question_that_makes_no_sense_cannot_be_made(made: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        made()  # type: ignore[operator]


def test_spots_have_each_event_once_and_lead_back_to_it(full: Store) -> None:
    every = full.ask_events(EventQuestion(), limit=1000).rows

    spots = full.ask_spots(EventQuestion())

    assert sum(spot.happenings for spot in spots) == len(every)
    assert [spot.happenings for spot in spots] == sorted((spot.happenings for spot in spots), reverse=True)
    placed = [spot for spot in spots if spot.latitude is not None and spot.longitude is not None]
    assert len(placed) > 2
    for spot in placed:
        south, west = (spot.latitude or 0) - 0.0005, (spot.longitude or 0) - 0.0005
        there = full.ask_events(EventQuestion(at=(south, west, south + 0.001, west + 0.001)), limit=1000).rows
        assert len(there) == spot.happenings
        assert spot.name in {row.place for row in there}
    nowhere = full.ask_events(EventQuestion(at="none"), limit=1000).rows
    assert len(nowhere) == sum(spot.happenings for spot in spots if spot.latitude is None and spot.country is None)
    lands = [spot for spot in spots if spot.latitude is None and spot.country is not None]
    for spot in lands:
        there = full.ask_events(EventQuestion(at="country", country=spot.country), limit=1000).rows
        assert len(there) == spot.happenings
    assert len(full.ask_events(EventQuestion(at="country"), limit=1000).rows) == sum(one.happenings for one in lands)


def test_spots_are_narrowed_as_events_are_also_by_who_acts(full: Store) -> None:
    question = EventQuestion(actor="PER", standing="happened")
    every = full.ask_events(question, limit=1000).rows

    spots = full.ask_spots(question)

    assert sum(spot.happenings for spot in spots) == len(every) > 0
    lima = next(spot for spot in spots if spot.name is not None)
    box = ((lima.latitude or 0) - 1, (lima.longitude or 0) - 1, (lima.latitude or 0) + 1, (lima.longitude or 0) + 1)
    near = full.ask_events(EventQuestion(actor="PER", standing="happened", at=box), limit=1000).rows
    assert 0 < len(near) < len(every)


@pytest.mark.parametrize(
    "at", [(5.0, 0.0, 4.0, 1.0), (0.0, 5.0, 1.0, 4.0), (0.0, 0.0, float("nan"), 1.0), (0, 0, 1, 999)]
)
def test_what_is_no_part_of_the_world_cannot_be_asked_for(at: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="degrees"):
        EventQuestion(at=at)


def test_what_came_after_a_text_is_what_a_reader_of_then_has_not_seen(store: Store) -> None:
    assert store.last_number() == 0
    run = store.begin("test", at=AT)
    store.put([entry_of(golden("court-report"))], run=run)
    seen = store.last_number()
    store.forget(golden("court-report").article.id, why="a test", run=run)
    store.put([entry_of(golden("interview"))], run=run)

    new = store.ask_articles(ArticleQuestion(beyond=seen), limit=9).rows

    assert [row.article.id for row in new] == [golden("interview").article.id]
    assert store.ask_articles(ArticleQuestion(beyond=store.last_number()), limit=9).rows == ()


@pytest.mark.parametrize("question", [EventQuestion(), EventQuestion(least=0.5), EventQuestion(actor="PER")], ids=str)
def test_a_survey_counts_as_each_count_by_itself_does(full: Store, question: EventQuestion) -> None:
    found = full.survey(question, time="month", limit=5)

    for by in ("type", "standing", "country", "actor", "recipient"):
        alone = full.count_events(question, by=by, limit=5).rows
        told = [(one.value, one.name, one.happenings) for one in found if one.by == by]
        known = [(one.value, one.name, one.happenings) for one in alone]
        # Who acts is on the other side, too, where he acts with others: counted alone he is there with them alone.
        assert told == known or (by == "recipient" and question.actor)
    months: dict[str | None, int] = {}
    for one in found:
        if one.by == "month":
            months[one.value] = months.get(one.value, 0) + one.happenings
    assert months == {one.value: one.happenings for one in full.count_events(question, by="month", limit=999).rows}


@pytest.mark.parametrize("day", ["2011-06-01", "2018-03-15", "2022-01-01"])
def test_what_has_begun_is_what_may_be_on_a_day_or_before(full: Store, day: str) -> None:
    every = full.ask_outlook(OutlookQuestion(today="2018-02-01", state="any"), limit=500).rows
    assert any(row.earliest for row in every)

    rows = full.ask_outlook(OutlookQuestion(today="2018-02-01", state="any", begun=day), limit=500).rows

    assert [row.id for row in rows] == [row.id for row in every if (row.earliest or row.due or "9999") <= day]
    with pytest.raises(ValueError, match="ISO"):
        OutlookQuestion(today="2018-02-01", begun="soon")
