"""Near-copies are found by what they share, and by nothing that many texts share."""

from collections.abc import Iterable

import pytest

from happenings import BUDGET, FERRY_NORTH, FERRY_SOUTH, report, shuffled
from newsledger.model import Report
from newsledger.stories import find_copies, group_copies
from newsledger.stories.sketches import candidates, furniture, shingles, sketch_of
from newsledger.stories.words import spelled

QUOTED = (
    '"We have waited nine winters for this road and we shall wait for no tenth one, whatever the council says, because'
    ' our children walk to school along the river and the river does not wait for anybody," said Mayor Olin Strand.'
)
MENU = "Home News Weather Sport Letters Crosswords Archive Contact us about this page and read the rules of our house"


def kinds(reports: Iterable[Report]) -> dict[tuple[str, str], str]:
    return {(copy.first, copy.second): copy.kind for copy in find_copies(reports)}


def test_a_text_with_one_word_changed_is_a_copy() -> None:
    first, second = report("a", FERRY_NORTH), report("b", FERRY_NORTH.replace("before dark", "before nightfall"))

    assert kinds([first, second]) == {("a", "b"): "copy"}


def test_a_paragraph_inside_a_longer_text_is_an_excerpt() -> None:
    first, second = report("a", f"{BUDGET}\n{FERRY_SOUTH}\n{FERRY_SOUTH.upper()[:200]}"), report("b", FERRY_SOUTH)

    assert kinds([first, second]) == {("a", "b"): "excerpt"}


def test_half_of_an_agency_text_with_words_of_ones_own_between_is_edited() -> None:
    lines = FERRY_NORTH.split("\n")
    own = "People on the pier clapped as the last boat came in, a teacher who had watched it told this paper."
    first = report("a", FERRY_NORTH)
    second = report("b", "\n".join((lines[0], own, lines[1], own[:50], f"{lines[2]} {own[20:70]}", own[10:60])))

    assert kinds([first, second]) == {("a", "b"): "edited"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(FERRY_NORTH, FERRY_SOUTH, id="two-ferries-in-like-words"),
        pytest.param(
            f"The road was opened on Friday. {QUOTED} Snow lay on the pass above the village until noon.",
            f"A bridge is still missing in the north, and money too. {QUOTED} The council meets again in spring.",
            id="one-quotation",
        ),
        pytest.param(
            f"TUNEVIK, March 4 (Nordpress) - {BUDGET}",
            f"TUNEVIK, March 4 (Nordpress) - {FERRY_SOUTH}",
            id="one-dateline",
        ),
    ],
)
def test_what_is_no_copy(first: str, second: str) -> None:
    assert find_copies([report("a", first), report("b", second)]) == ()


def test_the_furniture_of_an_outlet_makes_no_copy() -> None:
    own = [
        f"The {word} was sold yesterday for {number} crowns to a man from the hills, who will keep it in his barn."
        for number, word in enumerate(("mill", "boat", "organ", "clock", "plough", "bell"), 310)
    ]
    pages = [report(str(number), f"{MENU}\n{text}", outlet="paper.example") for number, text in enumerate(own)]

    assert find_copies([page for page in pages if page.outlet]) == find_copies(pages)
    assert all(
        MENU[5:40] not in page.text[p.first.start : p.first.end]
        for page in pages
        for c in find_copies(pages)
        for p in c.passages
    )


def test_each_passage_has_the_same_words_on_both_sides() -> None:
    first, second = report("a", f"{BUDGET}\n{FERRY_SOUTH}"), report("b", FERRY_SOUTH)

    (copy,) = find_copies([first, second])

    assert copy.passages
    for passage in copy.passages:
        assert passage.first.of(first.text) == passage.second.of(second.text)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reports_changes_nothing(seed: int) -> None:
    given = [
        report("a", FERRY_NORTH),
        report("b", FERRY_NORTH, "2019-03-05"),
        report("c", FERRY_SOUTH),
        report("d", f"{BUDGET} {FERRY_NORTH}"),
    ]

    assert find_copies(shuffled(given, seed)) == find_copies(given)


def test_forty_papers_with_one_text_are_one_group_and_few_pairs() -> None:
    papers = [report(f"{number:02}", FERRY_NORTH, outlet=f"paper{number}.example") for number in range(40)]

    copies = find_copies(papers)

    assert len(group_copies(papers, copies)) == 1
    assert len(copies) <= 40 * 8


def test_an_excerpt_joins_no_group() -> None:
    papers = [report("a", f"{BUDGET}\n{FERRY_SOUTH}\n{FERRY_NORTH}"), report("b", FERRY_SOUTH), report("c", BUDGET)]

    assert group_copies(papers, find_copies(papers)) == (("a",), ("b",), ("c",))


def test_texts_without_a_shingle_in_common_are_no_candidates() -> None:
    sketches = {key: sketch_of(shingles(spelled(text)), None) for key, text in (("a", FERRY_NORTH), ("b", BUDGET))}

    assert candidates(sketches, furniture(sketches.values())) == ()
