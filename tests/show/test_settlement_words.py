"""Every entry of the lists of settling sentences fires on its own example."""

import re
from dataclasses import replace

import pytest

from newsledger.model import Actor, ActorKind, Expectation, Mention, Record, Span
from newsledger.show.lists import rows_of
from newsledger.show.settlement import doing, report
from newsledger.show.settlement.names import in_sentence, is_plural
from newsledger.show.settlement.verbs import base_of, gerund, past
from show.sample import BERG, DUE, LUND, RECORD

WORDS, FORMS = rows_of("settlement_words"), rows_of("verb_forms")
#: What stands around the name in the examples of each kind.
WHO = {
    "determiner": ("", " agreed."),
    "common": ("", " agreed."),
    "body": ("Envoys met the ", "."),
    "firm": ("Envoys met ", " in the harbour."),
}
#: After these an act begins; before a noun, or where one of the others begins it, there is none.
ACTS, NOUNS = {"before_verb", "between"}, {"before_noun", "not_verb"}


@pytest.mark.parametrize("rows", [WORDS, FORMS], ids=["words", "forms"])
def test_the_entries_are_sorted_and_each_marks_its_word_once(rows: tuple[tuple[str, ...], ...]) -> None:
    keys = [row[:2] for row in rows]

    assert keys == sorted(set(keys))
    for row in rows:
        marked = re.findall(r"\*(.+?)\*", row[-1])
        assert [word.lower() for word in marked] == [row[0] if len(row) == 3 else row[2]]


@pytest.mark.parametrize(("verb", "kind", "form", "_"), FORMS)
def test_a_verb_has_the_form_of_its_example(verb: str, kind: str, form: str, _: str) -> None:
    made = {"past": past(verb, plural=False), "doubling": gerund(verb), "present": base_of(form)}[kind]

    assert made == (verb if kind == "present" else form)


@pytest.mark.parametrize(("_", "kind", "example"), [row for row in WORDS if row[1] in WHO])
def test_who_is_named_stands_in_a_sentence_as_the_list_says(_: str, kind: str, example: str) -> None:
    text = example.replace("*", "")
    before, after = WHO[kind]
    name = text.removeprefix(before).removesuffix(after)
    actor, record = _named(name, text)

    wanted = {"body": f"the {name}", "firm": name}.get(kind, name[:1].lower() + name[1:])
    assert in_sentence(actor, record).removeprefix("the " if kind == "common" else "") == wanted


@pytest.mark.parametrize(("word", "kind", "_"), [row for row in WORDS if row[1] in ("plural", "singular")])
def test_a_name_is_one_or_many_as_the_list_says(word: str, kind: str, _: str) -> None:
    of: ActorKind = "organisation" if kind == "plural" else "group"

    assert is_plural((replace(BERG, name=word, kind=of),)) == (kind == "plural")


@pytest.mark.parametrize(("word", "kind", "example"), [row for row in WORDS if row[1] in ACTS | NOUNS])
def test_a_word_tells_a_verb_from_a_noun(word: str, kind: str, example: str) -> None:
    begins = kind == "not_verb"
    behind = example.rpartition("*")[2].strip(" .")
    act = "meet Carl Lund" if "meet Carl Lund" in behind else behind
    rest = act if kind in ACTS else f"{word} {behind}" if begins else behind
    due, record = _expected(example, rest)
    if kind in ACTS:
        due = replace(due, kind="scheduled_event")  # else every action may be a verb

    assert bool(doing(due, record)[1]) == (kind in ACTS)


@pytest.mark.parametrize(("_", "kind", "example"), [row for row in WORDS if row[1] in ("asking", "known")])
def test_a_word_tells_how_a_noun_is_told(_: str, kind: str, example: str) -> None:
    due, record = _expected(example, "talks" if kind == "known" else example.replace("*", "")[example.index("*") : -1])

    told = report(replace(due, rule="fixtures/talks"), record)

    assert told == ("the talks took place" if kind == "known" else "")


def _named(name: str, text: str) -> tuple[Actor, Record]:
    start = text.index(name)
    mention = Mention(start=start, end=start + len(name), form="name", rule="r")
    record = replace(RECORD, article=replace(RECORD.article, text=text), sentences=(Span(start=0, end=len(text)),))
    return replace(BERG, name=name, kind="organisation", mentions=(mention,)), record


def _expected(example: str, action: str) -> tuple[Expectation, Record]:
    text = example.replace("*", "")
    start = text.index(action)
    record = replace(
        RECORD,
        article=replace(RECORD.article, text=text),
        sentences=(Span(start=0, end=len(text)),),
        actors=(replace(BERG, mentions=()), replace(LUND, mentions=())),
    )
    settled_by = replace(DUE.settled_by, actor_ids=("berg",), recipient_ids=(), event_type=None)
    span = Span(start=start, end=start + len(action))
    return replace(DUE, action=span, window=(), settled_by=settled_by), record
