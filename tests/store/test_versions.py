"""What stands in a newer version or reading for what stood in the older one."""

from dataclasses import replace

from newsledger import codec
from newsledger.store import Store
from newsledger.store.versions import compare
from store.conftest import edited, entry_of, golden, without

PAGE = "court-report"


def test_nothing_changes_between_a_record_and_itself() -> None:
    record = golden(PAGE)

    found = compare(record, record)

    assert (found.changes, found.successors) == ((), ())


def test_what_moved_with_the_text_goes_on_under_its_new_id() -> None:
    before = golden(PAGE)
    after = edited(before, "Ex-county treasurer jailed", "Kitui: ex-county treasurer jailed")

    found = compare(before, after)

    now = {one.before: one.after for one in found.successors}
    assert [change for change in found.changes if change.what != "changed"] == []
    for kind in ("actors", "times", "statements", "events", "expectations"):
        pairs = zip(getattr(before, kind), getattr(after, kind), strict=True)
        assert [now[old.id] for old, _ in pairs] == [new.id for new in getattr(after, kind)]


def test_what_only_the_older_one_has_is_gone() -> None:
    record = golden(PAGE)
    event = record.events[0]

    changes = compare(record, without(record, "events", event.id)).changes

    gone = [change for change in changes if change.what == "gone"]
    assert [(change.kind, change.finding, change.rule_before) for change in gone] == [("event", event.id, event.rule)]


def test_what_only_the_newer_one_has_is_added() -> None:
    record = golden(PAGE)
    event = record.events[0]

    changes = compare(without(record, "events", event.id), record).changes

    added = [change for change in changes if change.what == "added"]
    assert [(change.kind, change.finding, change.rule_after) for change in added] == [("event", event.id, event.rule)]


def test_a_better_reader_of_the_same_words_changes_a_finding() -> None:
    before = golden(PAGE)
    event = replace(before.events[0], standing="denied", rule="events.predicate/other")
    after = codec.seal(replace(before, events=(event, *before.events[1:])))

    (change,) = compare(before, after).changes

    assert (change.kind, change.what, change.finding) == ("event", "changed", event.id)
    assert change.fields == ("standing", "rule")
    assert (change.rule_before, change.rule_after) == (before.events[0].rule, "events.predicate/other")


def test_an_event_told_in_another_word_goes_on() -> None:
    before = golden(PAGE)
    event = next(one for one in before.events if one.actor_ids or one.recipient_ids)
    words = event.trigger.of(before.article.text)
    text = before.article.text[: event.trigger.start] + "x" * len(words) + before.article.text[event.trigger.end :]
    sha = codec.text_sha256(text)
    article = replace(before.article, text=text, text_sha256=sha, id=sha[:16])
    other = replace(event, id="another")
    events = tuple(other if one is event else one for one in before.events)
    after = codec.seal(replace(before, article=article, events=events))

    now = {one.before: one.after for one in compare(before, after).successors}

    assert now[event.id] == "another"


def test_an_old_id_leads_to_the_finding_of_now(store: Store, run: int) -> None:
    first = golden(PAGE)
    second = edited(first, "Related stories", "Read more")
    third = edited(second, "In Summary", "The case in short")
    address = "https://one.example/a"
    for record in (first, second, third):
        store.put([entry_of(record, address=address)], run=run)

    assert store.resolve(first.events[0].id) == third.events[0].id
    assert store.resolve(second.statements[0].id) == third.statements[0].id
    assert store.resolve(third.actors[0].id) == third.actors[0].id
    assert store.resolve("unknown") == "unknown"


def test_a_version_from_the_past_leads_to_the_present(store: Store, run: int) -> None:
    newer = golden(PAGE)
    older = edited(newer, "Related stories", "Read more")
    address = "https://one.example/a"
    entries = [entry_of(record, address=address) for record in (newer, older)]
    for entry, day in zip(entries, ("2018-02-10", "2018-02-09"), strict=True):
        assert entry.kept is not None
        store.put([replace(entry, kept=replace(entry.kept, fetched_at=f"{day}T00:00:00+00:00"))], run=run)

    assert list(store.records()) == [newer]
    assert store.resolve(older.events[0].id) == newer.events[0].id
