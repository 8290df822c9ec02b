"""Answers as tables, JSON and CSV: what is wrapped, marked, and kept from the terminal."""

import csv
import io
import json
from dataclasses import replace

import pytest

from newsledger.model import Count, Done, Due, Edit, Found, Origin, Outer, Passage, Revision, Said, Span, StoryRow
from newsledger.show import csv_head, csv_line, json_line, table
from newsledger.show.answers.grid import Column, grid

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

    assert "20 Jan 2017 happened sank Anna (Riga) “The ferry “Anna” *sank*.”, says the owner · told 2" in shown
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
        state="open",
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
    assert "not to: “The ferry “Anna” *sank*.”" in shown
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
    shown = grid([Column(title="A"), Column(title="B", share=1)], [["東京", "x"], ["ab", "y"]], width=40, colour=False)

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


def test_an_article_without_a_headline_goes_by_its_address() -> None:
    row = replace(EVENT, article=replace(ARTICLE, headline=None))

    assert "https://paper.example/a" in " ".join(table([row], width=160, colour=False).split())


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

    assert "https://paper.example/a" in table([row], width=120, colour=False)


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

    assert shown[1].startswith(f"{told}  ")


@pytest.mark.parametrize(("published", "told"), [("2018-01", "(Jan 2018)"), ("2018", "(2018)")])
def test_a_page_known_to_the_month_is_not_its_first_day(published: str, told: str) -> None:
    row = replace(EVENT, day="2018-01-01", earliest=None, latest=None, article=replace(ARTICLE, published=published))

    assert table([row], width=120, colour=False).splitlines()[1].startswith(told)
