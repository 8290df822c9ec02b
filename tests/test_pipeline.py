import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import newsledger
from newsledger import Capture, Failure, Reader, Record, codec
from newsledger.errors import LexiconError

TEXT = (
    "Ministers in Orlow will meet rebel leaders on Friday, the government said on Tuesday.\n\n"
    "“We hope that the talks bring peace,” said Foreign Minister Ada Brenn. She denied that troops had crossed "
    "the border.\n\nThousands protested against the plan in the capital."
)


def test_a_text_becomes_a_record_with_every_kind_of_finding(reader: Reader) -> None:
    record = reader.read_text(TEXT, published="2019-03-06")

    assert record.article.date_published.day == date(2019, 3, 6)
    assert record.actors
    assert record.times
    assert record.statements
    assert record.events
    assert record.expectations


def test_a_clean_text_is_kept_to_its_last_character(reader: Reader) -> None:
    assert reader.read_text(TEXT + "\n \n").article.text == TEXT + "\n \n"


def test_reading_twice_is_equal(reader: Reader) -> None:
    assert reader.read_text(TEXT) == reader.read_text(TEXT)


def test_a_batch_of_one_and_of_sixty_four_give_the_same_record(reader: Reader) -> None:
    others = [Capture(data=f"Envoy number {n} left for the talks.", kind="text") for n in range(63)]
    capture = Capture(data=TEXT, kind="text", published="2019-03-06")

    alone = list(reader.read_all([capture]))
    among = list(reader.read_all([*others[:30], capture, *others[30:]]))

    assert alone[0] == among[30]


def test_a_bad_page_is_a_failure_and_the_batch_goes_on(reader: Reader) -> None:
    pages = [Capture(data=b"", url="empty.html"), Capture(data=TEXT, kind="text")]

    bad, good = reader.read_all(pages)

    assert isinstance(bad, Failure)
    assert (bad.url, bad.room) == ("empty.html", "page")
    assert isinstance(good, Record)


def test_a_fault_of_ours_is_a_failure_too_and_is_logged(reader: Reader, caplog: pytest.LogCaptureFixture) -> None:
    broken = replace(reader, rules={})

    (outcome,) = broken.read_all([Capture(data=TEXT, kind="text")])

    assert isinstance(outcome, Failure)
    assert "please report it" in outcome.reason
    assert "KeyError" in caplog.text


def test_a_record_survives_json_and_pickle(reader: Reader) -> None:
    record = reader.read_text(TEXT, published="2019-03-06")

    assert codec.from_json(codec.to_json(record)) == record
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 -- our own bytes


def test_the_same_findings_have_the_same_ids_under_another_standing_of_the_text_around(reader: Reader) -> None:
    record = reader.read_text(TEXT, published="2019-03-06")
    longer = reader.read_text(TEXT, published="2020-01-01")

    assert [event.id for event in record.events] == [event.id for event in longer.events]


def test_findings_name_only_what_the_record_holds(reader: Reader) -> None:
    record = reader.read_text(TEXT, published="2019-03-06")
    actors, times = {a.id for a in record.actors}, {t.id for t in record.times}
    statements, events = {s.id for s in record.statements}, {e.id for e in record.events}

    for statement in record.statements:
        assert {statement.source_actor} <= actors | {None}
        assert {statement.said_at} <= times | {None}
        assert {statement.parent} <= statements | {None}
    for event in record.events:
        assert {*event.actor_ids, *event.recipient_ids} <= actors
        assert {event.reported_by} <= statements | {None}
        assert set(event.times) <= times
        assert {event.same_as} <= events | {None}
    for expectation in record.expectations:
        assert set(expectation.holder_ids) <= actors
        assert {expectation.event} <= events | {None}
        assert {expectation.statement} <= statements | {None}


def test_a_relation_is_what_the_first_does_to_the_second(reader: Reader) -> None:
    text = "The Orlow government condemned the Kesh rebels."

    assert reader.relation(text, actor=(0, 20), recipient=(31, 46)) == "ACCUSE"


@pytest.mark.parametrize("span", [(5, 5), (-1, 4), (0, 99)])
def test_a_relation_of_a_span_outside_the_text_is_refused(reader: Reader, span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="expected one inside"):
        reader.relation("The mayor left.", actor=span, recipient=(0, 3))


def test_an_article_in_another_language_has_no_findings(reader: Reader) -> None:
    text = (
        "Der Minister hat am Dienstag in Berlin gesagt, dass die Regierung nicht mit den Rebellen verhandeln werde. "
        "Die Opposition kritisierte die Entscheidung und forderte eine Sondersitzung des Parlaments."
    )

    record = reader.read(text, media_type="text/plain")

    assert record.article.language == "de"
    assert not record.statements
    assert not record.events


def test_the_first_call_loads_a_reader_and_the_next_ones_share_it(reader: Reader) -> None:
    assert newsledger.read_text(TEXT) == reader.read_text(TEXT)
    assert newsledger.read(TEXT.encode(), media_type="text/plain", published=date(2019, 3, 6)).statements


def test_a_language_without_word_lists_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 'en'"):
        Reader.load("fr")


def test_a_word_list_of_an_unknown_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "spells.en.tsv"
    path.touch()

    with pytest.raises(LexiconError, match="no lexicon has this name"):
        Reader.load("en", lexicons=[path])
