"""SQLite answers a page by a walk along an index that ends with the page: no table is read through or sorted."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsledger.store import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    OutlookQuestion,
    SearchQuestion,
    StatementQuestion,
    Store,
    open_ledger,
)
from newsledger.store.tables import TableStore
from store.conftest import GOLDEN, entry_of, from_golden

TODAY = "2018-02-01"
QUESTIONS: dict[str, Callable[[Store], object]] = {
    "search": lambda store: store.ask_search(SearchQuestion(words="minister"), limit=3),
    "search days": lambda store: store.ask_search(SearchQuestion(words="the", since="2011-01-01"), limit=3),
    "articles that were changed": lambda store: store.ask_articles(ArticleQuestion(changed=True), limit=3),
    "statements": lambda store: store.ask_statements(StatementQuestion(), limit=3),
    "statements by": lambda store: store.ask_statements(StatementQuestion(by="Muthengi"), limit=3),
    "statements by code": lambda store: store.ask_statements(StatementQuestion(by="KEN"), limit=3),
    "statements by sector": lambda store: store.ask_statements(StatementQuestion(by="GOV"), limit=3),
    "statements of attitude": lambda store: store.ask_statements(StatementQuestion(attitude="deny"), limit=3),
    "events": lambda store: store.ask_events(EventQuestion(), limit=3),
    "events of type": lambda store: store.ask_events(EventQuestion(event_type="CONSULT"), limit=3),
    "events of standing": lambda store: store.ask_events(EventQuestion(standing="planned"), limit=3),
    "events of mode": lambda store: store.ask_events(EventQuestion(mode="arrest"), limit=3),
    "events in country": lambda store: store.ask_events(EventQuestion(country="PER"), limit=3),
    "events by": lambda store: store.ask_events(EventQuestion(actor="Muthengi"), limit=3),
    "events by code": lambda store: store.ask_events(EventQuestion(actor="PER", recipient="ECU"), limit=3),
    "outlook": lambda store: store.ask_outlook(OutlookQuestion(today=TODAY), limit=3),
    "outlook overdue": lambda store: store.ask_outlook(OutlookQuestion(today=TODAY, overdue=True), limit=3),
    "outlook any": lambda store: store.ask_outlook(OutlookQuestion(today=TODAY, state="any"), limit=3),
    "outlook of": lambda store: store.ask_outlook(OutlookQuestion(today=TODAY, holder="Dennis Ouko"), limit=3),
    "outlook of code": lambda store: store.ask_outlook(OutlookQuestion(today=TODAY, holder="KEN"), limit=3),
    "actors": lambda store: store.ask_actors(ActorQuestion(), limit=3),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TableStore]:
    with open_ledger(tmp_path_factory.mktemp("plans") / Path("ledger.db"), new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        store.put([entry_of(from_golden(path)) for path in GOLDEN], run=run)
        yield store


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_page_is_found_without_reading_through_or_sorting(ledger: TableStore, name: str) -> None:
    asked: list[str] = []
    assert isinstance(ledger.connection, sqlite3.Connection)
    ledger.connection.set_trace_callback(asked.append)
    QUESTIONS[name](ledger)
    ledger.connection.set_trace_callback(None)

    # Text indexes are asked by statements of their own, whose names begin with "--"; a name has few bearers to sort.
    selects = [sql for sql in asked if sql.startswith("SELECT") and "FROM spellings" not in sql]
    steps = [row["detail"] for sql in selects for row in ledger.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    through = [step for step in steps if step.startswith("SCAN") and " USING " not in step and " VIRTUAL " not in step]

    assert selects
    # What a query has cut short itself is read through.
    assert [
        step
        for step in through
        if not step.startswith(("SCAN (subquery", "SCAN CONSTANT", "SCAN sums", "SCAN counted"))
    ] == []
    assert [step for step in steps if step == "USE TEMP B-TREE FOR ORDER BY"] == []
