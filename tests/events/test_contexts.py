"""What an event is about, on sentences whose contexts were written down before the coder read them."""

from pathlib import Path

from newsledger import Reader
from newsledger.lexicon import marked
from newsledger.model import Span

ROWS = [line.split("\t") for line in (Path(__file__).parent / "contexts.tsv").read_text("utf-8").splitlines()[3:]]
#: Of the contexts given, how many are wanted, and of those wanted, how many are given.
LEAST_RIGHT, LEAST_GIVEN = 0.93, 0.93


def test_nearly_all_contexts_are_given_and_hardly_any_other(reader: Reader) -> None:
    wanted = [set() if listed == "-" else set(listed.split(",")) for listed, _ in ROWS]

    given = [contexts(reader, sentence) for _, sentence in ROWS]

    right = sum(len(one & other) for one, other in zip(wanted, given, strict=True))
    assert len(ROWS) >= 60
    assert right >= LEAST_RIGHT * sum(map(len, given))
    assert right >= LEAST_GIVEN * sum(map(len, wanted))


def test_who_reports_an_event_and_what_else_is_done_are_not_what_it_is_about(reader: Reader) -> None:
    assert contexts(reader, "The village was *attacked*, a human rights group said.") == set()
    assert contexts(reader, "The premier *fought* for human rights.") <= {"human_rights"}
    assert contexts(reader, "The premier left for the summit, and the king *visited* Peru.") == set()
    assert "diplomatic" in contexts(reader, "The king *visited* Peru for a summit.")


def test_in_two_words_with_a_context_neither_counts_alone(reader: Reader) -> None:
    assert contexts(reader, "The two kingdoms *ended* their trade war.") == {"economic"}
    assert contexts(reader, "The two kingdoms *ended* their war.") == {"military"}


def contexts(reader: Reader, example: str) -> set[str]:
    text, start, end = marked(example)
    events = reader.read_text(text, published="2017-03-01").events
    return {one for event in events if event.trigger.overlaps(Span(start=start, end=end)) for one in event.context}
