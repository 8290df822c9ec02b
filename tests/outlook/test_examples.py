"""Every entry of the room's lists fires on its own example, in one run of the pinned model."""

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import as_file, files

from batches import annotate_all, read_texts
from newsledger import Reader
from newsledger.lexicon import Row, load_lexicon, marked
from newsledger.model import Annotated, Capture, Expectation, Record, Span
from newsledger.outlook import SCHEMAS

#: Entries whose example the model misparses; each says how.
MISPARSED: Mapping[str, str] = {"futurates/vote": "takes 'votes' for a noun"}

Found = tuple[Expectation, ...]


def rows() -> Iterator[Row]:
    yield from (row for name in SCHEMAS if name != "word_classes" for row in rows_of(name))


def rows_of(name: str) -> tuple[Row, ...]:
    with as_file(files("newsledger.outlook") / "data" / f"{name}.en.tsv") as path:
        return load_lexicon(path, SCHEMAS[name]).rows


def made_here(row: Row, found: Found, mark: Span) -> bool:
    """The entry made a finding, and the marked words are its action, or the cue close before it."""
    return any(one.rule == row.rule and mark.start <= one.action.end for one in found)


def made_action(row: Row, found: Found, mark: Span) -> bool:
    return any(one.rule == row.rule and one.action.overlaps(mark) for one in found)


def foretold(_: Row, found: Found, mark: Span) -> bool:
    return any(one.kind == "forecast" and one.action.overlaps(mark) for one in found)


def on_the_calendar(_: Row, found: Found, mark: Span) -> bool:
    return any(one.kind == "scheduled_event" and one.action.overlaps(mark) for one in found)


def parted(row: Row, found: Found, mark: Span) -> bool:
    if row["use"] == "condition":
        return any(one.condition is not None and one.condition.overlaps(mark) for one in found)
    return any(one.condition is None and not one.action.overlaps(mark) for one in found)


def kept_out(_: Row, found: Found, mark: Span) -> bool:
    return not any(one.action.end > mark.start for one in found)


def brought_up(_: Row, found: Found, mark: Span) -> bool:
    return any(one.action.overlaps(mark) for one in found)


def decided(_: Row, found: Found, mark: Span) -> bool:
    return any(one.kind == "announced_plan" and one.holder is not None and one.holder.overlaps(mark) for one in found)


TESTS: Mapping[str, Callable[[Row, Found, Span], bool]] = {
    "modals": made_here,
    "prospects": made_action,
    "outcomes": foretold,
    "acts": brought_up,
    "fixtures": on_the_calendar,
    "futurates": made_action,
    "conditions": parted,
    "closers": kept_out,
    "lawlike": kept_out,
    "parties": decided,
    "routines": kept_out,
}


def fires(row: Row, record: Record) -> bool:
    _, start, end = marked(row["example"])
    return TESTS[row.lexicon](row, record.expectations, Span(start=start, end=end))


def test_every_entry_fires_on_its_own_example_unless_the_model_misparses_it(reader: Reader) -> None:
    read = read_texts(reader, (marked(row["example"])[0] for row in rows()), published="2019-03-06")
    silent = {row.rule for row, record in zip(rows(), read, strict=True) if not fires(row, record)}

    assert silent == set(MISPARSED)


def test_at_most_three_examples_in_a_hundred_are_misparsed() -> None:
    assert len(MISPARSED) <= 0.03 * len(list(rows()))


def test_word_classes_hold_a_word_of_their_examples(reader: Reader) -> None:
    classes = rows_of("word_classes")
    captures = (Capture(data=marked(row["example"])[0], kind="text") for row in classes)
    read = annotate_all(reader, captures)

    strange = [row.rule for row, doc in zip(classes, read, strict=True) if row["word"] not in words_marked(row, doc)]

    assert strange == []


def words_marked(row: Row, doc: Annotated) -> set[str]:
    _, start, end = marked(row["example"])
    inside = [doc.tokens[index] for index in doc.tokens_in(Span(start=start, end=end))]
    return {word for token in inside for word in (token.lemma, token.text.lower())}
