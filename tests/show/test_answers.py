"""Answers as tables, JSON and CSV: what is wrapped, marked, and kept from the terminal."""

import csv
import io
import json
from dataclasses import replace

import pytest

from newsledger.model import (
    Count,
    Done,
    Due,
    Edit,
    Field,
    Found,
    HappeningRow,
    HappeningTold,
    Origin,
    Outer,
    Passage,
    Revision,
    Said,
    Span,
    StoryRow,
    Told,
)
from newsledger.show import csv_head, csv_line, happening_page, json_line, table
from newsledger.show.answers.grid import Column, grid
from newsledger.show.telling.columns import columns
from newsledger.show.telling.line import happening_line

ARTICLE = Origin(
    id="00ff00ff00ff00ff",
    url="https://paper.example/a",
    headline="Ferry sinks",
    publisher="The Harbour Post",
    published="2017-01-21",
)
WORDS = Passage(start=24, end=28, exact="sank", sentence="The ferry “Anna” sank.", sentence_start=7, block="body ¶2")
EVENT = Done(
    id="1",
    day="2017-01-20",
    earliest="2017-01-20",
    latest="2017-01-20",
    standing="happened",
    event_type="OTHER",
    other_kind="disaster",
    mode=None,
    context=("sea", "weather"),
    actors=("Anna",),
    recipients=(),
    reciprocal=False,
    place="Riga",
    country="LVA",
    mentions=2,
    reported_by="the owner",
    cameo=None,
    goldstein=None,
    quad=None,
    rule="r",
    article=ARTICLE,
    words=WORDS,
)
SAID = Said(
    id="2",
    day="2017-01-21",
    who="the owner",
    actor=None,
    country=None,
    sector=None,
    attitude="deny",
    form="indirect",
    cue="denied",
    content="that it was old",
    content_at=(Span(start=1, end=2), Span(start=4, end=6)),
    addressee=None,
    inside=Outer(id="3", who="Berg", attitude="report", content="the owner denied that it was old"),
    rule="r",
    article=ARTICLE,
    words=WORDS,
)


def test_an_event_is_shown_with_its_words_and_receipt() -> None:
    shown = " ".join(table([EVENT], width=120, colour=False).split())

    assert (
        "20 Jan 2017 happened sank · Anna · in Riga · says the owner · told 2 times 1 “The ferry “Anna” *sank*.”"
        in shown
    )
    assert "article 00ff00ff00ff00ff · body ¶2, 24–28" in shown


def test_the_day_of_a_report_is_no_day_of_the_event() -> None:
    row = replace(EVENT, earliest=None, latest=None, day="2017-01-21")

    assert "(21 Jan 2017)" in table([row], width=120, colour=False)
    assert "not dated" in table([replace(row, day=None)], width=120, colour=False)


def test_the_words_are_marked_where_they_stand_and_not_where_they_stand_first() -> None:
    words = Passage(start=8, end=10, exact="so", sentence="So so, so.", sentence_start=1, block="body")

    assert "So so, *so*." in table([replace(EVENT, words=words)], width=120, colour=False)


def test_a_statement_inside_another_is_shown_with_it() -> None:
    shown = " ".join(table([SAID], width=200, colour=False).split())

    assert "inside what Berg says (report): “the owner denied that it was old”" in shown


def test_what_a_version_changed_is_shown() -> None:
    edit = Edit(
        context="At least",
        deleted="12",
        deleted_at=Span(start=9, end=11),
        inserted="14",
        inserted_at=Span(start=9, end=11),
    )
    revision = Revision(version=2, article="b", before="a", at="2017-01-22T10:00:00+00:00", edits=(edit,))
    row = Found(article=ARTICLE, version=1, current=False, passage=WORDS, hits=(), revisions=(revision,))

    shown = table([row], width=100, colour=False)

    assert "version 1, older" in shown
    assert "version 2, 22 Jan 2017: 1 change" in shown
    assert "… At least [gone: 12] [new: 14]" in shown


def test_bold_and_dim_letters_are_for_terminals_that_want_them() -> None:
    assert "\x1b[1msank\x1b[22m" in table([EVENT], width=120, colour=True)
    assert "\x1b" not in table([EVENT], width=120, colour=False)


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\r", "\x07", "\u202e", "\ue001", "\u200b"])
def test_a_page_cannot_steer_the_terminal(hostile: str) -> None:
    article = replace(ARTICLE, headline=f"A{hostile}B", publisher=hostile, url=hostile)
    row = replace(EVENT, article=article, actors=(hostile + "C",), place=hostile)

    assert hostile not in table([row], width=120, colour=False)


@pytest.mark.parametrize("width", [10, 40, 80, 200])
def test_an_expectation_without_a_date_is_shown(width: int) -> None:
    row = Due(
        id="4",
        happening=None,
        state=None,
        kind="hope",
        earliest=None,
        due=None,
        holder=None,
        negated=True,
        strength="aspirational",
        condition="if it rains",
        window=None,
        settled=None,
        since=None,
        why=None,
        day=None,
        rule="r",
        article=ARTICLE,
        words=WORDS,
    )

    shown = " ".join(table([row], width=width, colour=False).split())

    assert "no date" not in shown
    assert "nobody named" not in shown
    assert "hope · aspirational · not to come" in shown
    assert "“The ferry “Anna” *sank*.”" in shown
    assert "on condition: “if it rains”" in shown


def test_numbers_stand_below_each_other() -> None:
    rows = [
        Count(value="a", name="a", happenings=12345, mentions=7),
        Count(value=None, name="b", happenings=1, mentions=1),
    ]

    assert table(rows, width=80, colour=False) == (
        "Happenings  Mentions  What\n    12,345         7  a\n         1         1  b\n"
    )


def test_wide_letters_take_two_columns() -> None:
    shown = grid(
        [Column(title="A"), Column(title="B", words=True)], [["東京", "x"], ["ab", "y"]], width=40, colour=False
    )

    assert shown == "A     B\n東京  x\nab    y\n"


def test_nothing_is_an_empty_table() -> None:
    assert table([], width=80, colour=False) == ""


def test_csv_is_flat_and_json_nested() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_head(Said) + csv_line(SAID)))

    assert row["article_url"] == "https://paper.example/a"
    assert row["inside_who"] == "Berg"
    assert json.loads(row["content_at"]) == [{"start": 1, "end": 2}, {"start": 4, "end": 6}]
    assert json.loads(json_line(SAID))["inside"]["who"] == "Berg"


def test_csv_of_what_is_not_there_is_empty() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_head(Said) + csv_line(replace(SAID, inside=None, day=None))))

    assert (row["inside_who"], row["day"]) == ("", "")
    (event,) = csv.DictReader(io.StringIO(csv_head(Done) + csv_line(EVENT)))
    assert (event["context"], event["reciprocal"]) == ("sea; weather", "false")


HOSTILE = "=1+1 \x1b[31m\x9b2J\u202eevil\0"


def test_json_escapes_what_steers_a_terminal_and_keeps_every_letter() -> None:
    line = json_line(replace(EVENT, reported_by=HOSTILE))

    assert line.isprintable()
    assert json.loads(line)["reported_by"] == HOSTILE


def test_a_cell_of_csv_is_no_formula_and_steers_nothing() -> None:
    line = csv_line(replace(EVENT, reported_by=HOSTILE))

    assert "'=1+1 [31m2Jevil" in next(csv.reader([line]))
    assert line.rstrip("\n").isprintable()


def test_a_code_of_an_event_stands_in_its_receipt() -> None:
    shown = " ".join(table([EVENT], width=120, colour=False).split())

    assert "OTHER disaster · Ferry sinks · The Harbour Post" in shown


def test_the_receipt_of_an_article_without_a_headline_has_its_address_once() -> None:
    row = replace(EVENT, article=replace(ARTICLE, headline=None))

    assert "· paper.example/a ·" not in " ".join(table([row], width=160, colour=False).split())
    assert table([row], width=160, colour=False).count("https://paper.example/a") == 1


def test_a_story_without_a_headline_goes_by_its_address() -> None:
    row = StoryRow(
        id="a1",
        first_day="2018-01-01",
        last_day="2018-01-02",
        articles=2,
        reports=2,
        copies=0,
        happenings=3,
        article=replace(ARTICLE, headline=None),
    )

    shown = table([row], width=120, colour=False, receipts=False)

    assert "  paper.example/a  2 reports · 3 happenings" in shown


@pytest.mark.parametrize(
    ("earliest", "latest", "told"),
    [
        ("2018-01-01", "2018-01-31", "Jan 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-01-03", "2018-01-03", "3 Jan 2018"),
    ],
)
def test_a_month_is_no_day(earliest: str, latest: str, told: str) -> None:
    shown = table([replace(EVENT, earliest=earliest, latest=latest)], width=120, colour=False).splitlines()

    assert shown[3].startswith(f"{told}  ")


@pytest.mark.parametrize(("published", "told"), [("2018-01", "(Jan 2018)"), ("2018", "(2018)")])
def test_a_page_known_to_the_month_is_not_its_first_day(published: str, told: str) -> None:
    row = replace(EVENT, day="2018-01-01", earliest=None, latest=None, article=replace(ARTICLE, published=published))

    assert table([row], width=120, colour=False).splitlines()[3].startswith(told)


def happening(state: str | None, **fields: object) -> HappeningRow:
    row = HappeningRow(
        id="00ff00ff00ff00ff:000024-28",
        story="00ff00ff00ff00ff",
        act="sink",
        state=state,
        since=None,
        why=None,
        earliest=None,
        due=None,
        day="2017-01-21",
        actors=("Anna",),
        recipients=(),
        event_type="OTHER",
        other_kind="disaster",
        mode=None,
        place=None,
        country=None,
        mentions=1,
        articles=1,
        reports=1,
        copies=0,
        confidence=None,
        article=ARTICLE,
        words=WORDS,
    )
    return replace(row, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "sentence", "act", "told"),
    [
        pytest.param(
            "planned", "Anna will meet Carl in May.", "meet Carl in May", "Anna to meet Carl in May", id="is-to"
        ),
        pytest.param("planned", "A hearing of Carl is set.", "hearing", "Anna hearing Carl", id="noun"),
        pytest.param("happened", "Anna did what would help Carl.", "help Carl", "Anna help Carl", id="done"),
        pytest.param(
            "overdue", "Anna wants to warn the others.", "warn the others", "Anna to warn the others Carl", id="else"
        ),
    ],
)
def test_what_is_to_come_is_told_as_a_clause_and_names_nobody_twice(
    state: str, sentence: str, act: str, told: str
) -> None:
    start = sentence.index(act)
    words = Passage(start=start, end=start + len(act), exact=act, sentence=sentence, sentence_start=0, block="body ¶1")
    line = happening_line(happening(state, words=words, recipients=("Carl",)))

    assert " ".join(filter(None, (line.who, line.act, line.whom))) == told


def test_rows_are_summed_up_by_state_what_must_be_looked_at_first() -> None:
    rows = [happening(state) for state in ("planned", "overdue", "planned", "overdue", None)]

    def first_line(*, ends: tuple[bool, bool]) -> str:
        return table(rows, width=80, colour=False, receipts=False, ends=ends).splitlines()[0]

    assert first_line(ends=(True, True)) == "2 overdue · 2 planned"
    assert first_line(ends=(True, False)) == "the first 5: 2 overdue · 2 planned"
    assert first_line(ends=(False, False)) == "the next 5: 2 overdue · 2 planned"


def test_a_row_is_a_line_without_codes_and_with_an_id_that_opens_it() -> None:
    *_, row = table([happening("overdue")], width=80, colour=False, receipts=False).splitlines()

    assert row == "(21 Jan 2017)  overdue  sank · Anna  “The ferry “Anna” *sank*.”  00ff00ff:24"


def test_the_act_of_a_row_is_its_own_words_and_a_clause_is_told_by_the_quotation_alone() -> None:
    sentence = "Anna will meet Carl in May."
    clause = Passage(start=10, end=26, exact="meet Carl in May", sentence=sentence, sentence_start=0, block="body ¶1")
    due = happening("planned", act="negotiate", words=clause, recipients=("Carl",))

    *_, done = table([happening("happened", act="commit")], width=80, colour=False, receipts=False).splitlines()
    *_, to_come = table([due], width=80, colour=False, receipts=False).splitlines()

    assert "  sank · Anna  “The" in done
    assert "  Anna  “Anna will *meet Carl in May*." in to_come


def test_what_is_told_otherwise_has_days_and_names_as_people_write_them() -> None:
    def field(name: str, *values: str) -> Field:
        first, *others = (Told(value=value, reports=("1",), day=None) for value in values)
        return Field(name=name, answer=first, others=tuple(others))

    fields = (field("days", "2017-01-20", "2017-01-20/2017-01-26"), field("parties", "anna", "the owner"))
    told = HappeningTold(happening=happening("happened"), steps=(), fields=fields, tellings=())

    shown = happening_page(told, width=100, colour=False, receipts=False)

    assert "20 Jan 2017 (1 report); 20 – 26 Jan 2017 (1 report)" in shown
    assert "Anna (1 report); the owner (1 report)" in shown


def test_a_long_row_is_cut_and_says_so() -> None:
    sentence = "The owner of the line told the court that " * 3 + "the ferry sank in the night"
    start = sentence.index("sank")
    words = Passage(start=start, end=start + 4, exact="sank", sentence=sentence, sentence_start=0, block="body")

    *_, row = table([happening("happened", words=words)], width=80, colour=False, receipts=False).splitlines()

    assert len(row) <= 80
    assert "“…that the ferry *sank*" in row
    assert "…  00ff00ff:24" in row


@pytest.mark.parametrize(("state", "code"), [("overdue", 31), ("happened", 32), ("moved", 33), ("planned", 34)])
def test_states_have_colours_where_they_are_wanted(state: str, code: int) -> None:
    shown = table([happening(state)], width=80, colour=True, receipts=False)

    assert shown.count(f"\x1b[{code}m") == 2
    assert "\x1b" not in table([happening(state)], width=80, colour=False, receipts=False)


@pytest.mark.parametrize(
    "name", ["北京市人民政府" * 6, "Ньюфаундленд " * 9, "e\u0301" * 60, "\x1b[31m\u202e" * 40 + "X"]
)
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("receipts", [False, True])
def test_no_line_is_wider_than_the_screen(name: str, width: int, receipts: bool) -> None:
    article = replace(ARTICLE, headline=name, publisher=name, url=None)
    row = happening("happened", actors=(name,), article=article)

    shown = table([row], width=width, colour=False, receipts=receipts)

    assert "\x1b" not in shown
    assert max(columns(line) for line in shown.splitlines() if " " in line.strip()) <= width


def test_since_a_month_is_not_since_its_first_day() -> None:
    rows = [happening("under_way", earliest="2018-01-01"), happening("under_way", earliest="2018-01-03")]

    first, second = table(rows, width=80, colour=False, receipts=False).splitlines()[3:]

    assert first.startswith("from Jan 2018 ")
    assert second.startswith("from 3 Jan 2018 ")
