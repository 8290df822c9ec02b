"""Every entry of the room's lists fires on its own example, in one batch with the pinned model."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from batches import annotate_all, read_texts
from events.clauses import analysed
from newsledger import Reader, events
from newsledger.events.standing import judge
from newsledger.lexicon import Lexicon, Row, load_lexicon, marked
from newsledger.model import Annotated, Capture, Record, Span

#: Examples that the pinned model parses otherwise than a reader does, with what it sees.
MISPARSED: Mapping[str, str] = {
    "predicates/forgive debt verb aid": "the lemma of 'forgave' is left as it is",
    "predicates/forgive verb support": "the lemma of 'forgave' is left as it is",
    "predicates/retake verb assault": "the lemma of 'retook' is left as it is",
}


#: An example stands in an article of public affairs, as in life.
_CONTEXT = "\n\nThe prime minister of Norway spoke on Sunday."


@pytest.fixture(scope="module")
def lexicons() -> dict[str, Lexicon]:
    folder = Path(events.__file__).parent / "data"
    return {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in events.SCHEMAS.items()}


def test_predicates_fire_on_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    rows = lexicons["predicates"].rows
    silent = [row.rule for row, record in _read(reader, rows) if not _predicate_fires(row, record)]

    assert [rule for rule in silent if rule not in MISPARSED] == []
    assert len(silent) <= 0.03 * len(rows)


def test_conditions_of_predicates_name_no_word_twice(lexicons: dict[str, Lexicon]) -> None:
    lists = [part.split("=")[-1].split(",") for row in lexicons["predicates"].rows for part in _conditions(row)]

    assert lists
    assert [words for words in lists if len(words) != len(set(words))] == []


def _conditions(row: Row) -> Sequence[str]:
    return [part for part in (row.get("condition") or "").split(";") if part]


def test_nominalizations_fire_on_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    read = _read(reader, lexicons["nominalizations"].rows)
    silent = [row.rule for row, record in read if not any(_is_marked(row, event.trigger) for event in record.events)]

    assert [rule for rule in silent if rule not in MISPARSED] == []


@pytest.mark.parametrize("name", ["light_verbs", "standing_operators", "standing_markers"])
def test_words_of_standing_fire_on_their_examples(reader: Reader, lexicons: dict[str, Lexicon], name: str) -> None:
    rules = reader.rules["events"]
    silent = [row.rule for row, doc in _annotated(reader, lexicons[name].rows) if not _standing_fires(row, doc, rules)]

    assert [rule for rule in silent if rule not in MISPARSED] == []


def test_contexts_fire_on_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    read = _read(reader, lexicons["plover_contexts"].rows)
    silent = [row.rule for row, record in read if not any(row["context"] in event.context for event in record.events)]

    assert [rule for rule in silent if rule not in MISPARSED] == []


def test_word_classes_hold_the_lemma_of_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    annotated = _annotated(reader, lexicons["word_classes"].rows)
    strange = [row.rule for row, doc in annotated if row["word"] not in _marked_lemmas(row, doc)]

    assert [rule for rule in strange if rule not in MISPARSED] == []


def test_relation_words_have_the_part_of_speech_of_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    annotated = _annotated(reader, lexicons["relation_words"].rows)
    strange = [row.rule for row, doc in annotated if row["word"] not in _marked_lemmas(row, doc)]

    assert [rule for rule in strange if rule not in MISPARSED] == []


def _read(reader: Reader, rows: Sequence[Row]) -> Iterator[tuple[Row, Record]]:
    """Give each entry with the record of its example."""
    return zip(rows, read_texts(reader, (marked(row["example"])[0] + _CONTEXT for row in rows)), strict=True)


def _annotated(reader: Reader, rows: Sequence[Row]) -> Iterator[tuple[Row, Annotated]]:
    """Give each entry with the parse of its example."""
    captures = (Capture(data=marked(row["example"])[0], kind="text") for row in rows)
    return zip(rows, annotate_all(reader, captures), strict=True)


def _is_marked(row: Row, words: Span) -> bool:
    _, start, end = marked(row["example"])
    return words.overlaps(Span(start=start, end=end))


def _predicate_fires(row: Row, record: Record) -> bool:
    _, start, end = marked(row["example"])
    found = [event for event in record.events if event.trigger.overlaps(Span(start=start, end=end))]
    return not found if row["type"] == "NONE" else any(event.rule == row.rule for event in found)


def _standing_fires(row: Row, doc: Annotated, rules: events.Rules) -> bool:
    syntax = analysed(doc)
    return any(row.rule in judge(syntax, index, rules).rules for index in range(len(doc.tokens)))


def _marked_lemmas(row: Row, doc: Annotated) -> tuple[str, ...]:
    text, start, end = marked(row["example"])
    lemmas = [doc.tokens[index].lemma.lower() for index in doc.tokens_in(Span(start=start, end=end))]
    return (*lemmas, text[start:end], text[start:end].lower(), " ".join(lemmas))


def test_numerals_are_read_in_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    numerals, rows = reader.rules["events"].numerals, lexicons["numerals"].rows
    read = [(row, doc) for row, doc in _annotated(reader, rows)]

    assert [row.rule for row, doc in read if not {row["word"], f"{row['word']}s"} & set(_marked_lemmas(row, doc))] == []
    assert all(numerals[row["kind"]][row["word"]] == int(row["value"]) for row in rows)
