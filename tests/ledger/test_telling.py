"""Stories and happenings as they are asked for: rows, counts three ways, days, lives, reports side by side."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from happenings import mention, rules, story
from ledger.grouped import AT, article, put
from ledger.test_grouping import golden_ledger
from newsledger import codec
from newsledger.cli import main
from newsledger.errors import StoreError
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.happenings import held
from newsledger.ledger.telling import tell_happening, tell_story
from newsledger.model import WAITING
from newsledger.pipeline import Reader
from newsledger.show import happening_page, story_page
from newsledger.store import HappeningQuestion, StoryQuestion, open_ledger
from newsledger.store.tables import TableStore
from newsledger.stories import happenings

TODAY = "2018-01-01"
#: One agency's text in three papers, and what a fourth has found out by itself.
AGENCY = """The ferry Skarven ran aground off Tunevik on Monday with 212 passengers, the coast guard said.
Lifeboats from Tunevik brought everybody ashore by dark. A tug from Hallsund will pull the Skarven free at high tide.
The owner, Norlinjen, said that a rudder had failed as the Skarven left the sound of Tunevik."""
OWN = """Norlinjen has let the Skarven sail with a rudder that inspectors of Hallsund called worn, letters show.
The ferry ran aground off Tunevik on Monday; all 212 passengers of the Skarven were brought ashore at Tunevik.
A tug of Hallsund waits for the tide beside the Skarven."""


@pytest.fixture
def four(place: Path | str) -> Iterator[TableStore]:
    with open_ledger(place, new=True) as store:
        papers = [article(f"{AGENCY} {letter}", "2019-03-04", f"paper{letter}") for letter in "abc"]
        put(store, [*papers, article(OWN, "2019-03-05", "paperd")])
        yield store


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("golden") / "ledger.db"
    golden_ledger(path, 1).close()
    return path


def newsledger(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--ledger", str(path)])


def test_one_agency_text_in_three_papers_is_one_report(four: TableStore) -> None:
    (row,) = four.ask_stories(StoryQuestion(), limit=9).rows

    assert (row.articles, row.reports, row.copies) == (4, 2, 2)
    assert (row.first_day, row.last_day) == ("2019-03-04", "2019-03-05")


def test_what_is_denied_is_shown_by_the_words_that_deny_it(place: Path | str, reader: Reader) -> None:
    plan = """Kenya to punish Uganda over sugar

Kenya will impose sanctions on Uganda on Monday, President Uhuru Kenyatta said in Nairobi. Kenya accuses Uganda of
smuggling sugar over the border at Busia. The sanctions on Uganda would hit maize and sugar traders in Busia."""
    denial = """Kenya spares Uganda in sugar row

Kenya has not imposed sanctions on Uganda, the government in Nairobi said on Tuesday. Kenya did not impose the
sanctions since Uganda promised to stop the smuggling of sugar over the border at Busia."""
    with open_ledger(place, new=True) as store:
        records = [reader.read_text(plan, published="2019-05-31"), reader.read_text(denial, published="2019-06-11")]
        put(store, records)
        rows = store.ask_happenings(HappeningQuestion(today=TODAY, event_type="SANCTION"), limit=9).rows

    (row,) = [row for row in rows if row.articles == 2]
    assert row.state == "denied"
    assert row.words.sentence.startswith("Kenya has not imposed")


def test_a_story_folds_copies_and_says_why_each_article_is_in_it(four: TableStore) -> None:
    (row,) = four.ask_stories(StoryQuestion(), limit=9).rows

    told = tell_story(four, row.id)

    originals = {member.copy_of for member in told.members}
    assert len(told.members) == 4
    assert originals == {None, row.id}
    assert any("skarven" in (member.why or "") for member in told.members)
    shown = story_page(told, width=100, colour=False, receipts=False)
    assert "2 independent reports in 4 articles" in shown
    assert shown.count("also in paper") == 1


def test_an_id_of_a_story_is_that_of_any_of_its_articles_whatever_came_later(four: TableStore) -> None:
    (before,) = four.ask_stories(StoryQuestion(), limit=9).rows
    earlier = article(f"{OWN} So it was before.", "2019-03-03", "papere")

    put(four, [earlier])

    (after,) = four.ask_stories(StoryQuestion(), limit=9).rows
    assert after.id == earlier.article.id != before.id
    assert four.story(before.id).row == after
    with pytest.raises(StoreError, match="found no story 'x'"):
        four.story("x")


def test_stories_are_found_by_words_and_days_and_paged(four: TableStore) -> None:
    put(four, [article(f"Parliament in Grenholm passed the budget {n}.", f"2019-03-1{n}", "paper") for n in range(5)])
    everyone = StoryQuestion(articles=1)

    assert len(four.ask_stories(StoryQuestion(about="Skarven OR hen"), limit=9).rows) == 1
    assert four.ask_stories(StoryQuestion(since="2019-03-06", until="2019-03-09"), limit=9).rows == ()
    first = four.ask_stories(everyone, limit=1)
    second = four.ask_stories(everyone, limit=9, after=first.after)
    assert [*first.rows, *second.rows] == list(four.ask_stories(everyone, limit=9).rows)


def test_what_was_expected_and_is_over_in_silence_is_overdue_on_the_day_after(path: Path) -> None:
    with open_ledger(path) as store:
        rows = store.ask_happenings(HappeningQuestion(today=TODAY, expected=True, state="overdue"), limit=99).rows
        assert rows
        assert all(row.state == "overdue" and row.due is not None and row.due < TODAY for row in rows)
        assert [row.due for row in rows] == sorted((row.due or "" for row in rows), reverse=True)

        day = rows[-1].due or ""
        there = store.ask_happenings(HappeningQuestion(today=day, expected=True, due=0), limit=99).rows
        assert rows[-1].id in {row.id for row in there}
        assert {row.state for row in there} <= WAITING


def test_counts_of_happenings_are_told_three_ways(path: Path) -> None:
    with open_ledger(path) as store:
        question = HappeningQuestion(today=TODAY)
        rows = store.ask_happenings(question, limit=9999).rows
        counts = store.count_happenings(question, by="type", limit=99).rows

    assert sum(count.happenings for count in counts) == len(rows)
    assert sum(count.reports or 0 for count in counts) == sum(row.reports for row in rows)
    assert sum(count.copies or 0 for count in counts) == sum(row.copies for row in rows)


def test_happenings_are_counted_by_persons_and_not_by_their_keys(tmp_path: Path) -> None:
    golden_ledger(tmp_path / "ledger.db", 1).close()
    with open_ledger(tmp_path / "ledger.db") as store:
        question = HappeningQuestion(today=TODAY)
        before = store.count_happenings(question, by="actor", limit=99).rows
        assert isinstance(store.connection, sqlite3.Connection)
        store.connection.execute("CREATE TEMP TABLE top AS SELECT ? AS key", (before[0].value,))
        store.connection.executescript(
            """
            CREATE TEMP TABLE found AS
                SELECT * FROM chain_parties WHERE role = 'actor' AND key = (SELECT key FROM top);
            INSERT INTO chain_parties SELECT chain, role, key || '?', name, country, sector FROM found;
            BEGIN;
            INSERT INTO persons (head, person, articles) SELECT DISTINCT key, 'made-up', 1 FROM found;
            INSERT INTO person_entities (key, head) SELECT DISTINCT key || '?', key FROM found;
            INSERT INTO person_entities (key, head) SELECT DISTINCT key, key FROM found;
            COMMIT;
            """
        )

        after = store.count_happenings(question, by="actor", limit=99).rows
        rows = store.ask_happenings(question, limit=9999).rows

    assert after == before
    assert [row.actors for row in rows if len(set(row.actors)) < len(row.actors)] == []


def test_a_happening_is_found_by_any_party_of_its_events(path: Path) -> None:
    with open_ledger(path) as store:
        everyone = store.ask_happenings(HappeningQuestion(today=TODAY), limit=9999).rows
        named = next(row for row in everyone if row.actors)
        found = store.ask_happenings(HappeningQuestion(today=TODAY, actor=named.actors[0]), limit=9999).rows

    assert named.id in {row.id for row in found}
    assert len(found) < len(everyone)


def test_a_happening_tells_its_life_and_each_report_in_its_own_words(path: Path) -> None:
    with open_ledger(path) as store:
        row = store.ask_happenings(HappeningQuestion(today=TODAY), limit=1).rows[0]
        told = tell_happening(store, row.id, today=_day(TODAY))
        by_finding = store.connection.execute(
            "SELECT finding FROM chain_findings JOIN chains USING (chain) WHERE id = :id", {"id": row.id}
        ).fetchone()[0]

        assert tell_happening(store, by_finding, today=_day(TODAY)) == told
        assert told.tellings[0].mention.startswith(row.article.id)
        for one in told.tellings:
            text = store.record(one.article.id).article.text
            assert text[one.words.start : one.words.end] == one.words.exact
            assert one.words.exact in one.words.sentence
    assert "life" in happening_page(told, width=100, colour=False, receipts=True)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["stories", "--articles", "1"], id="stories"),
        pytest.param(["events"], id="events"),
        pytest.param(["events", "--mentions"], id="mentions"),
        pytest.param(["events", "--count-by", "month"], id="count"),
        pytest.param(["outlook", "--state", "any"], id="outlook"),
        pytest.param(["outlook", "--today", TODAY, "--overdue"], id="overdue"),
    ],
)
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_each_command_answers_in_each_form(path: Path, command: list[str], form: str) -> None:
    result = newsledger(path, *command, "--limit", "3", "--format", form)

    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) >= 3


def test_one_story_and_one_happening_in_each_form(path: Path) -> None:
    with open_ledger(path) as store:
        row = store.ask_happenings(HappeningQuestion(today=TODAY), limit=1).rows[0]
    for command in (["story", row.story], ["happening", row.id, "--today", TODAY]):
        table, line, csv = (newsledger(path, *command, "--format", form).stdout for form in ("table", "jsonl", "csv"))
        assert command[1] in line
        assert codec.parse(line)
        assert "article_id" in csv.splitlines()[0]
        assert row.article.id in csv
        assert row.article.id in table


def test_a_ledger_that_is_not_grouped_yet_says_so_and_shows_what_each_article_tells(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "ledger.db"
    other.write_bytes(path.read_bytes())
    with open_ledger(other) as store:
        store.connection.execute("INSERT INTO ungrouped SELECT article FROM articles WHERE current = 1 LIMIT 2")

    result = newsledger(other, "events", "--limit", "1", "--format", "jsonl")

    assert "2 articles and stories are not grouped yet" in result.stderr
    assert '"rule"' in result.stdout
    with open_ledger(other) as store:
        list(group_all(store))
        assert store.waiting() == 0


def test_what_is_forgotten_leaves_no_word_in_the_groups(four: TableStore) -> None:
    run = four.begin("forget", at=AT)
    (row,) = four.ask_stories(StoryQuestion(), limit=9).rows
    own = next(member.article.id for member in four.story(row.id).members if "paperd" in (member.article.url or ""))

    four.forget(own, why="asked for", run=run)

    columns = "SELECT features AS words FROM reports UNION ALL SELECT why FROM story_reports"
    assert not any("inspector" in (row["words"] or "") for row in four.connection.execute(columns))
    list(group_all(four))
    assert {(one.articles, one.reports) for one in four.ask_stories(StoryQuestion(), limit=9).rows} == {(3, 1)}


def _day(written: str) -> date:
    return date.fromisoformat(written)


def test_an_act_that_no_list_has_is_told_in_a_word() -> None:
    said = mention("a:1", "frobnicating", "VERB")
    (one,) = happenings([story("a")], [said], [], rules())
    assert one.act == "-frobnicat"

    assert held(one, {said.id: said}).act == "frobnicating"


def test_a_person_whom_others_call_by_title_or_last_name_is_one_party(place: Path | str, reader: Reader) -> None:
    texts = ("President Berg", "the president", "President Karl Berg")
    records = [
        reader.read_text(
            f"The mediator Ada Lund will talk to {whom} on Thursday about a truce with the rebels of the north.\n\n"
            f"The rebels hold the town of Tamra. Lund has been in the capital since last week, her {aide} said.",
            published=f"2021-12-0{day}",
        )
        for day, (whom, aide) in enumerate(zip(texts, ("office", "aide", "driver"), strict=True), start=6)
    ]
    with open_ledger(place, new=True) as store:
        put(store, records)
        rows = store.ask_happenings(HappeningQuestion(today="2021-12-08"), limit=9).rows

    (talks,) = (row for row in rows if row.act == "negotiate")
    assert (talks.articles, talks.actors, talks.recipients) == (3, ("Ada Lund",), ("Karl Berg",))
