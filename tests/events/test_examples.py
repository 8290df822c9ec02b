"""Every entry of the room's lists fires on its own example, in one batch with the pinned model."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from newsledger import Reader, events
from newsledger.events.standing import judge
from newsledger.lexicon import Lexicon, Row, load_lexicon, marked
from newsledger.model import Annotated, Capture, Span

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
    silent = [row.rule for row in lexicons["predicates"].rows if not _predicate_fires(reader, row)]

    assert [rule for rule in silent if rule not in MISPARSED] == []
    assert len(silent) <= 0.03 * len(lexicons["predicates"].rows)


@pytest.mark.parametrize("name", ["light_verbs", "standing_operators", "standing_markers"])
def test_words_of_standing_fire_on_their_examples(reader: Reader, lexicons: dict[str, Lexicon], name: str) -> None:
    silent = [row.rule for row in lexicons[name].rows if not _standing_fires(reader, row)]

    assert [rule for rule in silent if rule not in MISPARSED] == []


def test_contexts_fire_on_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    silent = [row.rule for row in lexicons["plover_contexts"].rows if not _context_fires(reader, row)]

    assert [rule for rule in silent if rule not in MISPARSED] == []


def test_word_classes_hold_the_lemma_of_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    strange = [row.rule for row in lexicons["word_classes"].rows if row["word"] not in _marked_lemmas(reader, row)]

    assert [rule for rule in strange if rule not in MISPARSED] == []


def test_relation_words_have_the_part_of_speech_of_their_examples(reader: Reader, lexicons: dict[str, Lexicon]) -> None:
    strange = [row.rule for row in lexicons["relation_words"].rows if row["word"] not in _marked_lemmas(reader, row)]

    assert [rule for rule in strange if rule not in MISPARSED] == []


def _predicate_fires(reader: Reader, row: Row) -> bool:
    text, start, end = marked(row["example"])
    found = [
        event
        for event in reader.read_text(text + _CONTEXT).events
        if event.trigger.overlaps(Span(start=start, end=end))
    ]
    return not found if row["type"] == "NONE" else any(event.rule == row.rule for event in found)


def _standing_fires(reader: Reader, row: Row) -> bool:
    doc = _annotated(reader, row)
    return any(row.rule in judge(doc, index, reader.rules["events"]).rules for index in range(len(doc.tokens)))


def _context_fires(reader: Reader, row: Row) -> bool:
    text, _, _ = marked(row["example"])
    return any(row["context"] in event.context for event in reader.read_text(text + _CONTEXT).events)


def _marked_lemmas(reader: Reader, row: Row) -> Iterator[str]:
    doc = _annotated(reader, row)
    text, start, end = marked(row["example"])
    lemmas = [doc.tokens[index].lemma.lower() for index in doc.tokens_in(Span(start=start, end=end))]
    return iter((*lemmas, text[start:end].lower(), " ".join(lemmas)))


def _annotated(reader: Reader, row: Row) -> Annotated:
    return reader.annotate(Capture(data=marked(row["example"])[0], kind="text"))
