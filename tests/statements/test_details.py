from collections.abc import Callable

from newsledger.model import Annotated, Span, Statement, Syntax
from newsledger.statements import Rules
from newsledger.statements.contents import Content, content_spans
from newsledger.statements.cued import mark_cues
from newsledger.statements.details import addressee_of, form_of, settled
from newsledger.statements.quoted.colons import find_marked_lines
from newsledger.statements.quoted.quotations import find_quotations
from parses import parsed

Analysed = Callable[[Annotated], Syntax]
Told = Callable[[Annotated], list[tuple[str, str, str]]]
PAST = "Tense=Past|VerbForm=Fin"


def statement(cue: tuple[int, int], content: tuple[int, int]) -> Statement:
    return Statement(
        id="", source=(), cue=(Span(start=cue[0], end=cue[1]),), content=(Span(start=content[0], end=content[1]),),
        form="indirect", attitude="report", source_actor=None, addressee=None, said_at=None, parent=None,
        block_role="body", rule="cues/say verb",
    )  # fmt: skip


def words(doc: Annotated, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(doc.text) for span in spans]


def test_a_parent_is_the_smallest_statement_around_and_ids_differ() -> None:
    text = "a said b said c said d"
    found = [
        (statement((2, 6), (7, 22)), True),
        (statement((9, 13), (14, 22)), True),
        (statement((16, 20), (21, 22)), True),
    ]

    outer, middle, inner = settled(reversed(found), "article", text)

    assert (outer.parent, middle.parent, inner.parent) == (None, outer.id, middle.id)
    assert len({outer.id, middle.id, inner.id}) == 3


def test_a_hope_inside_what_is_said_is_left_out() -> None:
    text = "a said b hopes c"
    found = [(statement((2, 6), (7, 16)), True), (statement((9, 14), (15, 16)), False)]

    assert len(settled(found, "article", text)) == 1


def test_nothing_found_is_settled_as_nothing() -> None:
    assert settled((), "article", "") == ()


def test_whom_something_is_told_is_the_object_or_follows_to(rules: Rules, analysed: Analysed) -> None:
    told = parsed("He|he|PRON|2|nsubj", f"told|tell|VERB|0|ROOT|{PAST}", "voters|voter|NOUN|2|dobj")
    wrote = parsed("He|he|PRON|2|nsubj", f"wrote|write|VERB|0|ROOT|{PAST}", "to|to|ADP|2|prep", "Ann|Ann|PROPN|3|pobj")

    assert [addressee_of(mark_cues(analysed(doc), rules), 1, frozenset()) for doc in (told, wrote)] == [2, 3]


def test_a_content_without_quotation_marks_is_indirect() -> None:
    doc = parsed("Rain|rain|NOUN|2|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}")

    assert form_of(doc, (Span(start=0, end=9),), find_quotations(doc)) == "indirect"


def test_a_mark_that_closes_nothing_is_cut_off_the_content(rules: Rules, analysed: Analysed) -> None:
    doc = parsed("Rain|rain|NOUN|2|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}", "”|”|PUNCT|2|punct")
    content = Content(tokens=frozenset({0, 1, 2}), take="clause")

    assert words(doc, content_spans(mark_cues(analysed(doc), rules), content, ())) == ["Rain fell"]


def test_a_turn_of_a_transcript_needs_capitals_and_a_label_of_the_outlet_is_no_speaker(rules: Rules) -> None:
    rows = ("rain|rain|NOUN|1|dep", "fell|fall|VERB|1|dep", "on|on|ADP|1|dep", "us|we|PRON|1|dep")
    turn, plain, label = (
        parsed(
            "Rain|rain|NOUN|0|ROOT", "===", f"{name}|{name}|PROPN|0|ROOT", ":|:|PUNCT|1|punct", *rows, *rows
        )
        for name in ("LEE", "Lee", "PHOTO")
    )  # fmt: skip

    assert [len(list(find_marked_lines(doc, (), rules))) for doc in (turn, plain, label)] == [1, 0, 0]


def test_questions_and_answers_have_no_speaker_called_q_or_a(rules: Rules) -> None:
    rows = ("rain|rain|NOUN|1|dep", "fell|fall|VERB|1|dep", "on|on|ADP|1|dep", "us|we|PRON|1|dep")
    doc = parsed("Rain|rain|NOUN|0|ROOT", "===", "A|a|PROPN|0|ROOT", ":|:|PUNCT|1|punct", *rows, *rows)

    assert list(find_marked_lines(doc, (), rules)) == []


def test_a_poll_heads_a_headline_and_a_line_of_text_only_says_poll(told: Told) -> None:
    rows = ("Poll|poll|NOUN|4|dep", ":|:|PUNCT|1|punct", "Rain|rain|NOUN|4|nsubj", f"won|win|VERB|0|ROOT|{PAST}")

    assert told(parsed(*rows, role="headline")) == [("Poll", ":", "Rain won")]
    assert told(parsed("Rain|rain|NOUN|0|ROOT", "===", *rows)) == []


def test_speakers_who_come_back_make_a_transcript(told: Told) -> None:
    lines = [
        row
        for name in ("Lee", "Ann Lund", "Lee")
        for row in (
            "===",
            *(f"{word}|{word}|PROPN|0|ROOT" for word in name.split()),
            ":|:|PUNCT|1|punct",
            "Rain|rain|NOUN|1|dep",
        )
    ]

    assert told(parsed("Rain|rain|NOUN|0|ROOT", *lines)) == [
        ("Lee", ":", "Rain"), ("Ann Lund", ":", "Rain"), ("Lee", ":", "Rain")
    ]  # fmt: skip


def test_a_turn_goes_on_to_the_next_one_and_the_last_does_not(told: Told) -> None:
    lines = [
        row
        for words in (("Lee", ":", "Rain"), ("Snow",), ("Ann", ":", "Hail"), ("Lee", ":", "Sun"), ("Wind",))
        for row in ("===", *(f"{word}|{word}|{'PUNCT' if word == ':' else 'PROPN'}|0|ROOT" for word in words))
    ]

    assert told(parsed("Rain|rain|NOUN|0|ROOT", *lines)) == [
        ("Lee", ":", "Rain … Snow"), ("Ann", ":", "Hail"), ("Lee", ":", "Sun")
    ]  # fmt: skip
