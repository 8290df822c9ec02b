"""What there is in a ledger, told shortly, for whoever makes a page of each thing."""

from dataclasses import replace
from pathlib import Path

from newsledger import codec
from newsledger.ledger.grouping import group_all
from newsledger.store import ArticleQuestion, HappeningQuestion, Store, StoryQuestion, open_ledger
from store.conftest import edited, entry_of, golden

AT = "2026-01-01T00:00:00+00:00"


def test_articles_come_as_they_are_listed_with_the_digests_of_their_records(full: Store) -> None:
    listed = full.ask_articles(ArticleQuestion(), limit=100).rows
    told = list(full.contents.articles())

    assert [one.id for one in told] == [row.article.id for row in listed]
    assert {one.digest for one in told} == {full.record(one.id).digest for one in told}


def test_whom_an_article_has_is_told_by_the_keys_of_its_record(full: Store) -> None:
    heads = full.contents.heads()
    found = {(article, key) for article, key in full.contents.cast()}

    assert found == {
        (one.id, heads.get(actor.key, actor.key))
        for one in full.contents.articles()
        for actor in full.record(one.id).actors
    }


def test_a_story_and_its_happenings_are_told_with_what_they_rest_on(store: Store) -> None:
    court = golden("court-report")
    other = replace(court.article, url="https://other.example/1", canonical_url=None, publisher="Other Paper")
    run = store.begin("test", at=AT)
    store.put([entry_of(court, address="https://paper.example/1")], run=run)
    twin = edited(codec.seal(replace(court, article=other)), "surrendered his passport", "given up his passport")
    store.put([entry_of(twin, address="https://other.example/1")], run=run)
    for _ in group_all(store):
        pass

    [story] = store.ask_stories(StoryQuestion(), limit=9).rows
    members = list(store.contents.members())
    chains = list(store.contents.chains())
    mentions = list(store.contents.mentions())

    assert {one for one, _, _ in members} == {story.id}
    assert {one for _, one, _ in members} == {member.article.id for member in store.story(story.id).members}
    assert len(chains) == len(store.story(story.id).chains)
    rows = store.ask_happenings(HappeningQuestion(today="2026-01-01", everything=True), limit=999).rows
    shared = {row.id for row in rows if row.articles > 1}
    assert shared <= {one.id for one in chains if one.is_shared}
    assert {one.id for one in chains if one.is_shared} == {one for one, _, _ in mentions}
    assert {article for one, article, _ in mentions if one in shared} == {article for _, article, _ in members}


def test_within_a_moment_nothing_is_seen_of_what_another_adds(place: Path | str) -> None:
    path = place
    with open_ledger(path, new=True) as first, open_ledger(path) as second:
        with first.contents.moment():
            assert list(first.contents.articles()) == []
            run = second.begin("test", at=AT)
            second.put([entry_of(golden("court-report"), address="https://paper.example/1")], run=run)
            assert first.ask_articles(ArticleQuestion(), limit=9).rows == ()
            assert first.outlets() == ()

        assert len(list(first.contents.articles())) == 1
