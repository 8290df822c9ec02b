"""One finding, one sentence: over all golden records, and over any odd text."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.model import Record, SettledBy, Span
from newsledger.show import actor_listing, annotations, html_page, listing, settlement, summary, timeml
from newsledger.show.lists import rows_of
from newsledger.show.reader.notes import notes_once
from newsledger.show.telling.counts import numbers
from newsledger.show.telling.findings import expectations_told, named, told_event, told_expectation, told_statement
from newsledger.show.telling.once import told_by
from newsledger.show.telling.words import act_of, is_well_formed, party_of
from parses import article
from show.sample import DUE, MEETING, RECORD, SAID
from store.conftest import from_golden

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.json"))
# Written anew here, so that it also catches what the code that tidies words overlooks.
_DOUBLED = re.compile(
    r"\b(the|an?|of|to|in|on|for|with|by|at|from) (?:the|an?|of) (?:the|an?)\b|\b(the|an?|of|to) \2\b"
)
_ENDS = re.compile(r"(?:\b(?:the|an?|of|to|and|or|with|by)|(?:^|\s)['’]s)$", re.IGNORECASE)
_STRAY = re.compile(r"\s[,;:]|^[,;:.)\]]|[(\[“]$|\bnobody named\b|No date is given|“\s*”")


def records() -> list[Record]:
    return [from_golden(page) for page in PAGES]


def sentences(record: Record) -> list[str]:
    told = [told_event(record, event) for event in record.events]
    told += [one for due in record.expectations if (one := told_expectation(record, due)) is not None]
    told += [told_statement(record, statement) for statement in record.statements]
    parts = [part for one in told for part in (one.act, *one.parties.split(" → ")) if part]
    return [*parts, *(said.rstrip(".") for due in record.expectations if (said := settlement(due, record)))]


@pytest.mark.parametrize("record", records(), ids=[page.stem for page in PAGES])
def test_every_sentence_of_a_golden_record_has_the_shape_of_one(record: Record) -> None:
    wrong = [one for one in sentences(record) if _DOUBLED.search(one) or _ENDS.search(one) or _STRAY.search(one)]

    assert wrong == []


@pytest.mark.parametrize("record", records(), ids=[page.stem for page in PAGES])
def test_every_event_has_an_act_and_no_code_that_the_text_does_not_have(record: Record) -> None:
    told = [told_event(record, event) for event in record.events]

    assert all(one.act for one in told)
    capitals = {word for one in told for word in re.findall(r"\b[A-Z]{4,}\b", f"{one.act} {one.parties}")}
    assert [word for word in capitals if word not in record.article.text] == []


@pytest.mark.parametrize("record", records(), ids=[page.stem for page in PAGES])
def test_every_expectation_that_is_told_has_an_act_and_somebody_or_something_that_does_it(record: Record) -> None:
    told = [one for due in expectations_told(record) if (one := told_expectation(record, due)) is not None]

    assert all(one.act for one in told)
    nouns = [due for due in expectations_told(record) if due.kind == "scheduled_event"]
    assert len([one for one in told if not one.parties and " " not in one.act]) <= len(nouns)


@pytest.mark.parametrize("record", records(), ids=[page.stem for page in PAGES])
def test_every_view_counts_the_same(record: Record) -> None:
    notes = notes_once(record)
    statements, events, expectations = numbers(record)

    for kind, number in (("statement", statements), ("event", events), ("expectation", expectations)):
        assert sum(note.kind == kind for note in notes) == number
        assert f"{number} {kind}" in summary(record)
        assert len(re.findall(f'<li id="f-\\w+" class="{kind}"', html_page(record))) == number
    assert events <= sum(event.same_as is None for event in record.events)


def test_one_thing_is_told_once() -> None:
    saying = replace(MEETING, id="saying", trigger=SAID.cue[0], standing="happened")
    other = replace(MEETING, id="other", trigger=Span(start=0, end=4), standing="denied")
    record = replace(RECORD, events=(saying, MEETING, other))

    assert told_by(record) == {"saying": "said", "met": "due"}
    assert [note.finding for note in notes_once(record)] == ["other", "said", "due"]
    assert numbers(record) == (1, 1, 1)
    assert "1 event (1 denied)" in summary(record)


@pytest.mark.parametrize(("word", "kind", "example"), rows_of("loose_ends"))
def test_a_loose_end_is_taken_off_its_own_example(word: str, kind: str, example: str) -> None:
    assert example.count("*") == 2
    hanging = example.replace("*", "").rstrip(".")

    assert hanging.endswith(word)
    if kind == "measure":
        assert party_of(word, is_name=True) == ""
    else:
        assert act_of(hanging) == hanging.removesuffix(f" {word}")
        assert not is_well_formed(hanging)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("'s", ""),
        ("days", ""),
        ("India: FO", ""),
        ("Orlow's", "Orlow"),
        ("(Berg", "Berg"),
        ("the the port", "the port"),
        ("— ,", ""),
        ("Berg and", "Berg"),
        ("Orlow Inc.", "Orlow Inc."),
    ],
)
def test_who_has_a_part_is_named_without_what_the_cut_left(words: str, party: str) -> None:
    assert party_of(words, is_name=False) == party


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said: “It will take some time.”",
        "Anna Berg said: “We will do that.”",
        "Anna Berg spoke of such a meeting.",
    ],
)
def test_what_names_no_act_is_not_told_as_expected(text: str) -> None:
    acts = {"It will": "take some time", "We will": "do that", "spoke of": "such a meeting"}
    act = next(act for act in acts.values() if act in text)
    start = text.index(act)
    due = replace(
        DUE, action=Span(start=start, end=start + len(act)), window=(), settled_by=SettledBy(actor_ids=("berg",))
    )
    record = replace(RECORD, article=article(text), sentences=(Span(start=0, end=len(text)),), expectations=(due,))

    assert told_expectation(record, due) is None
    assert numbers(record)[2] == 0


def test_what_only_this_is_to_do_is_not_told_as_expected() -> None:
    text = "Anna Berg said this will change."
    due = replace(DUE, action=Span(start=25, end=31), window=(), event=None, settled_by=SettledBy())
    record = replace(RECORD, article=article(text), sentences=(Span(start=0, end=len(text)),), expectations=(due,))

    assert told_expectation(record, due) is None


def test_nobody_is_named_where_nobody_is() -> None:
    alone = replace(MEETING, actor=None, actor_ids=(), reported_by=None)
    quoted = replace(SAID, source=(), source_actor=None)
    record = replace(RECORD, statements=(quoted,), events=(alone,), expectations=())

    assert "nobody" not in listing(record) + html_page(record)
    assert "planned · meet → Carl Lund" in listing(record)
    assert named(record, None, ()) == ""


@pytest.mark.parametrize(
    "words", ["Russia will [...].", "Putin will [sic].", "Oslo will (", "Oslo will “”", "It will …"]
)
def test_an_act_of_brackets_alone_raises_nothing(words: str) -> None:
    for rule in ("r", "fixtures/talks"):
        due = replace(DUE, action=Span(start=words.index("will") + 5, end=len(words)), window=(), rule=rule)
        settlement(due, replace(RECORD, article=article(words), sentences=(), expectations=(due,)))


PIECES = [*"[](){}“”\"'‘’.,;:-–—… \n*<>&0é", "the", " of ", "'s", "Berg", "will ", "\u202e", "\ud800"]
ODD = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    text=ODD, name=ODD | st.just(""), cuts=st.lists(st.integers(0, 400), min_size=12, max_size=12), rule=st.booleans()
)
def test_no_view_raises_on_any_record(text: str, name: str, cuts: list[int], rule: bool) -> None:
    spans = [
        Span(
            start=min(a, b) % len(text), end=min(a, b) % len(text) + 1 + max(a, b) % (len(text) - min(a, b) % len(text))
        )
        for a, b in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    record = replace(
        RECORD,
        article=replace(article(text), headline=name),
        sentences=(spans[0],),
        actors=tuple(replace(actor, name=name) for actor in RECORD.actors),
        statements=(replace(SAID, source=(spans[1],), cue=(spans[2],), content=(spans[3],)),),
        events=(replace(MEETING, trigger=spans[4], actor=spans[5], recipient=spans[0]),),
        expectations=(
            replace(DUE, action=spans[4], holder=spans[5], window=(spans[2],), rule="fixtures/talks" if rule else "r"),
        ),
    )

    for view in (listing, html_page, summary, actor_listing, annotations, timeml):
        view(record)
