import pytest

from newsledger.model import Span
from newsledger.show.reader.marks import Mark, MarkKind, segments

TEXT = "abcdefghij"


def mark(finding: str, start: int, end: int, kind: MarkKind = "content") -> Mark:
    return Mark(finding=finding, kind=kind, span=Span(start=start, end=end))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], [("abcdefghij", ())], id="none"),
        pytest.param([mark("x", 2, 4)], [("ab", ()), ("cd", ("x",)), ("efghij", ())], id="one"),
        pytest.param(
            [mark("x", 0, 6), mark("y", 2, 4)],
            [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("x",)), ("ghij", ())],
            id="nested",
        ),
        pytest.param(
            [mark("x", 0, 4), mark("y", 2, 6)],
            [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",)), ("ghij", ())],
            id="crossing",
        ),
        pytest.param([mark("x", 0, 10), mark("y", 0, 10)], [("abcdefghij", ("x", "y"))], id="same"),
        pytest.param(
            [mark("x", 0, 2), mark("y", 2, 4)], [("ab", ("x",)), ("cd", ("y",)), ("efghij", ())], id="touching"
        ),
    ],
)
def test_marks_are_split_where_any_begins_or_ends(
    marks: list[Mark], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = segments(TEXT, Span(start=0, end=10), marks)

    assert [(segment.words, segment.findings) for segment in found] == expected


def test_a_mark_that_goes_beyond_the_stretch_is_cut_to_it() -> None:
    found = segments(TEXT, Span(start=3, end=6), [mark("x", 0, 4), mark("y", 5, 9), mark("z", 7, 9)])

    assert [(segment.words, segment.findings, segment.end) for segment in found] == [
        ("d", ("x",), 4),
        ("e", (), 5),
        ("f", ("y",), 6),
    ]


def test_a_segment_tells_each_kind_once() -> None:
    (found,) = segments("ab", Span(start=0, end=2), [mark("x", 0, 2), mark("y", 0, 2), mark("z", 0, 2, "cue")])

    assert found.kinds == ("content", "cue")
