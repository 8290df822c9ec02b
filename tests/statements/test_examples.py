"""Every entry fires on its own example, in one run of the pinned model."""

import re
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from batches import annotate_all, read_texts
from newsledger import Reader
from newsledger.lexicon import Row, load_lexicon, marked
from newsledger.model import ATTITUDES, Annotated, Capture, Record, Span
from newsledger.statements import SCHEMAS

#: Entries whose example the model misparses; each says how.
MISPARSED = {
    "cues/blog verb": "gives it the lemma 'blogge'",
    "cues/charge noun": "takes the that-clause for a relative clause",
    "cues/denial noun": "hangs the that-clause from 'printed'",
    "cues/insinuation noun": "takes the that-clause for a relative clause",
    "cues/knowledge noun": "takes 'help' for a verb",
    "cues/make plain verb": "hangs the that-clause from 'made' as an adverbial",
    "cues/order noun": "takes the that-clause for a relative clause",
    "cues/understanding noun": "hangs the that-clause from 'signed'",
}


def rows(name: str = "cues") -> Iterator[Row]:
    with as_file(files("newsledger.statements") / "data" / f"{name}.en.tsv") as path:
        yield from load_lexicon(path, SCHEMAS[name]).rows


def fires(row: Row, record: Record) -> bool:
    _, start, end = marked(row["example"])
    marks = Span(start=start, end=end)
    return any(
        statement.rule == row.rule and any(span.overlaps(marks) for span in statement.cue)
        for statement in record.statements
    )


def test_every_entry_fires_on_its_own_example_unless_the_model_misparses_it(reader: Reader) -> None:
    read = read_texts(reader, (marked(row["example"])[0] for row in rows()))
    silent = {row.rule for row, record in zip(rows(), read, strict=True) if not fires(row, record)}

    assert silent == set(MISPARSED)


def test_a_word_class_holds_the_word_that_its_example_marks(reader: Reader) -> None:
    classes = list(rows("word_classes"))
    captures = (Capture(data=marked(row["example"])[0], kind="text") for row in classes)
    read = zip(classes, annotate_all(reader, captures), strict=True)

    assert [row.key for row, doc in read if row["word"] not in _marked_words(row, doc)] == []


def _marked_words(row: Row, doc: Annotated) -> set[str]:
    _, start, end = marked(row["example"])
    tokens = [doc.tokens[index] for index in doc.tokens_in(Span(start=start, end=end))]
    return {word for token in tokens for word in (token.text, token.text.lower(), token.lemma)}


def test_at_most_three_examples_in_a_hundred_are_misparsed() -> None:
    assert len(MISPARSED) <= 0.03 * len(list(rows()))


@pytest.mark.parametrize("row", list(rows())[::97], ids=lambda row: row.key)
def test_an_example_is_a_whole_sentence(row: Row) -> None:
    text, _, _ = marked(row["example"])

    assert text[-1] in '.!?"'


def test_a_headline_that_opens_with_a_label_is_nobodys_and_one_that_opens_with_a_document_is_its_own(
    reader: Reader,
) -> None:
    told: dict[str, set[str]] = {"label": set(), "document": set()}
    for row in rows("lines"):
        text, _, end = marked(row["example"])
        statements = reader.read_text(f"{text}\n\nThe port lies in the north of the old town.").statements
        if any(span.start == 0 and span.end >= end for one in statements for span in one.source):
            told[row["kind"]].add(row["word"])

    assert told == {"label": set(), "document": {row["word"] for row in rows("lines") if row["kind"] == "document"}}


def test_every_attitude_is_told_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "statements.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == ATTITUDES
