"""Where a second pipeline parses the clause of a finding otherwise, the finding is less sure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

import pytest
from click.testing import CliRunner

from newsledger.cli import main
from newsledger.confidence import parsed_alike
from newsledger.errors import ModelError
from newsledger.language import Parser
from newsledger.model import Annotated, Article, Capture, Record, Token, annotate
from newsledger.pipeline import Reader

TEXT = "The mayor met the pilots in Oslo.\n\nThe minister said the quay will open on Friday.\n"
CAPTURE = Capture(data=TEXT, published="2019-03-06", kind="text")
Change = Callable[[int, Token], Token]


@dataclass(frozen=True, slots=True)
class Stub:
    """A second pipeline whose parse is that of the first, changed."""

    parser: Parser
    change: Change

    def annotate(self, article: Article) -> Annotated:
        doc = self.parser.annotate(article)
        return annotate(article, [self.change(*one) for one in enumerate(doc.tokens)], doc.sentences)


def with_second(reader: Reader, change: Change) -> Reader:
    return replace(reader, second=cast("Any", Stub(reader.parser, change)))


def unchanged(_: int, token: Token) -> Token:
    return token


def pilots_elsewhere(_: int, token: Token) -> Token:
    return replace(token, head=1) if token.text == "pilots" else token


def sure(record: Record, text: str) -> tuple[float, tuple[str, ...]]:
    found = next(one for one in record.events if one.trigger.of(record.article.text) == text)
    assert found.confidence is not None
    return found.confidence, found.reasons


@pytest.fixture(scope="module")
def alone(reader: Reader) -> Record:
    return reader.read_capture(CAPTURE)


def test_a_finding_whose_clause_is_parsed_otherwise_is_less_sure(reader: Reader, alone: Record) -> None:
    both = with_second(reader, pilots_elsewhere).read_capture(CAPTURE)

    assert sure(both, "met")[0] < sure(alone, "met")[0]
    assert "-second_parse" in sure(both, "met")[1]
    assert len(sure(both, "met")[1]) <= 3


def test_a_finding_that_is_parsed_alike_is_surer(reader: Reader, alone: Record) -> None:
    both = with_second(reader, unchanged).read_capture(CAPTURE)

    assert sure(both, "met")[0] > sure(alone, "met")[0]
    assert sure(both, "met")[1] == sure(alone, "met")[1]


def test_only_the_clause_of_the_finding_counts(reader: Reader, alone: Record) -> None:
    doc = reader.annotate(CAPTURE)
    other = Stub(reader.parser, pilots_elsewhere).annotate(doc.article)

    alike = parsed_alike(alone, reader.analyse(doc).doc, other)

    assert {one.id for one in alone.events if one.trigger.of(TEXT) == "met"} == {
        finding for finding, same in alike.items() if not same
    }


def test_what_is_found_stays(reader: Reader, alone: Record) -> None:
    both = with_second(reader, pilots_elsewhere).read_capture(CAPTURE)

    assert [replace(one, confidence=None, reasons=()) for one in both.events] == [
        replace(one, confidence=None, reasons=()) for one in alone.events
    ]
    assert both.actors == alone.actors


def test_words_that_the_second_parts_otherwise_are_parsed_otherwise(reader: Reader, alone: Record) -> None:
    doc = reader.annotate(CAPTURE)

    alike = parsed_alike(alone, reader.analyse(doc).doc, annotate(doc.article, (), ()))

    assert alike
    assert not any(alike.values())


def test_a_record_names_its_second_pipeline(reader: Reader) -> None:
    second = Reader.load("en", second=reader.parser.info.name)

    assert second.made_by.user_files == {reader.parser.info.name: reader.parser.info.sha256}
    assert reader.made_by.user_files == {}


def test_a_second_pipeline_that_is_not_installed_is_told() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        Reader.load("en", second="no_such_pipeline")

    told = CliRunner().invoke(main, ["read", "-", "--second", "no_such_pipeline"], input="The mayor met her.")
    assert told.exit_code == 1
    assert "no_such_pipeline" in told.output
