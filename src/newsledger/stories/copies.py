"""Which reports were made from one text."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from newsledger.model import Copy, CopyKind, Report, SharedPassage, Span
from newsledger.stories.linkage import connected, in_order
from newsledger.stories.sketches import LENGTH, candidates, furnished, furniture, shingles, sketch_of
from newsledger.stories.words import token_places, tokens

#: Half of the shorter text: what "edited" means. Thirty words or less are a dateline and a stock phrase.
_HALF = (0.5, 30)
#: A third of the shorter text, and a hundred words: the long run of an excerpt or of a rewritten agency text.
_THIRD = (1 / 3, 100)
#: A copy shares so much of the shorter and of the longer text; an excerpt so much of the shorter one.
_WHOLE = (0.9, 0.85)
#: What a text is cut out of is a good deal longer.
_LONGER = 0.6
#: Or so much of what is shared lies in one run.
_ONE_RUN = 0.75
_PASSAGES = 5
#: A run of words in a mask.
_RUN = re.compile(rb"\x01+")


def find_copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """Find the pairs of reports that were made from one text.

    Sketches of their word shingles give the candidates; the words that stand in runs of five or more in both decide.
    Quotations count on neither side, nor does what an outlet has on five pages or more: two reports of one press
    conference are no copies of each other.

    Returns:
        The pairs, by the day and id of their reports; the same in whatever order the reports come.
    """
    ordered = in_order(reports)
    texts = {report.id: read_text(report) for report in ordered}
    sketches = {key: sketch_of(text.shingles, text.report.outlet) for key, text in texts.items()}
    common = furniture(sketches.values())
    found = []
    first: Compared | None = None
    for one, other in candidates(sketches, common):  # those of one first text stand together
        if first is None or first.text.report.id != one:
            first = compared(texts[one], common)
        if (copy := compare(first, compared(texts[other], common))) is not None:
            found.append(copy)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Text:
    """A report as it is compared, whatever is furniture in it.

    Of a mask each byte stands for a word, the lowest for the first one, and is 1 or 0: so the words of a text are
    counted, and joined to runs, by a few operations on one number.

    Attributes:
        words: How many there are.
        shingles: The hashes of their runs, in order.
        unquoted: The mask of words that stand in no quotation.
    """

    report: Report
    words: int
    shingles: "array[int]"
    unquoted: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A text with what it is compared by.

    Attributes:
        own: The mask of words that are neither furniture nor quoted.
        count: How many these are.
        runs: The different hashes of its runs.
    """

    text: Text
    own: int
    count: int
    runs: frozenset[int]


def read_text(report: Report) -> Text:
    """Read a report once for all the others that it is held against."""
    words = tokens(report.text)
    unquoted = _mask(not word.quoted for word in words)
    return Text(report, len(words), array("I", shingles(word.word for word in words)), unquoted)


def compared(text: Text, common: Set[tuple[str, int]]) -> Compared:
    """Leave out what is furniture.

    Args:
        text: The text.
        common: The furniture of its outlet, as far as it stands in it: the outlet, and the hash of a shingle.
    """
    own = text.unquoted
    if common and text.report.outlet is not None:
        marked = furnished(sketch_of(text.shingles, text.report.outlet), common, text.words)
        own &= ~_mask(marked)
    return Compared(text, own, own.bit_count(), frozenset(text.shingles))


def compare(first: Compared, second: Compared) -> Copy | None:
    """Say how a report and a later one were made from one text, if they were."""
    short, long = sorted((first, second), key=lambda one: (one.count, one.text.report.id))
    repeated = len(short.text.shingles) - len(short.runs)
    most = LENGTH * (len(short.runs & long.runs) + repeated)
    if not _is_near(most, most / max(1, short.count)):
        return None  # whatever of it is quoted or furniture
    shared = _shared(short, long)
    words, share = _count(short, shared)
    if not _is_near(words, share):
        return None
    runs = _runs(short, shared)
    of_long = _shared(long, short)
    # Lines that one text has together and the other apart are no run.
    longest = min(_longest(runs), _longest(_runs(long, of_long)))
    kind = _kind(share, _count(long, of_long)[1], longest / words)
    return Copy(
        first=first.text.report.id,
        second=second.text.report.id,
        kind=kind,
        words=words,
        share=share,
        passages=_passages(first, second, short, runs),
    )


def group_copies(reports: Iterable[Report], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Give the groups of reports that are one text, by id: each is one independent report, with its copies.

    An excerpt joins nobody: a page that quotes two agency texts at length does not make them one.
    """
    pairs = [(copy.first, copy.second) for copy in copies if copy.kind != "excerpt"]
    return connected([report.id for report in in_order(reports)], pairs)


def _mask(marks: Iterable[bool]) -> int:
    return int.from_bytes(bytes(marks), "little")


def _shared(one: Compared, other: Compared) -> int:
    """Give the mask of the words that stand in a run of five or more that the other text has too."""
    begin = _mask(map(other.runs.__contains__, one.text.shingles))
    mask = begin
    for at in range(1, LENGTH):
        mask |= begin << (8 * at)
    return mask


def _count(one: Compared, shared: int) -> tuple[int, float]:
    words = (one.own & shared).bit_count()
    return words, words / max(1, one.count)


def _is_near(words: int, share: float) -> bool:
    return any(share >= least and words >= enough for least, enough in (_HALF, _THIRD))


def _kind(of_short: float, of_long: float, of_one_run: float) -> CopyKind:
    if of_short >= _WHOLE[0] and of_long >= _WHOLE[1]:
        return "copy"
    is_cut_out = of_short >= _WHOLE[0] and of_long < _LONGER
    return "excerpt" if is_cut_out or of_one_run >= _ONE_RUN else "edited"


def _runs(one: Compared, shared: int) -> list[tuple[int, int]]:
    """Give the stretches of words that are shared and a text's own, by their first and last word."""
    marks = (one.own & shared).to_bytes(one.text.words, "little")
    return [match.span() for match in _RUN.finditer(marks)]


def _longest(runs: Sequence[tuple[int, int]]) -> int:
    return max((end - start for start, end in runs), default=0)


def _passages(
    first: Compared, second: Compared, short: Compared, runs: Sequence[tuple[int, int]]
) -> tuple[SharedPassage, ...]:
    """Give the longest stretches of the shorter text, each with its place in the other one."""
    long = second if short is first else first
    places = {value: at for at, value in reversed(tuple(enumerate(long.text.shingles)))}
    own, others = (token_places(one.text.report.text) for one in (short, long))
    values = short.text.shingles
    found = []
    for start, end in sorted(runs, key=lambda run: (run[0] - run[1], run))[:_PASSAGES]:
        here = next((at for at in range(start, min(end, len(values))) if values[at] in places), None)
        if here is None:
            continue
        there = places[values[here]]
        length = _common_length(_words(short, own[here:end]), _words(long, others[there:]))
        pair = (_span(own[here : here + length]), _span(others[there : there + length]))
        in_first, in_second = pair if short is first else pair[::-1]
        found.append(SharedPassage(first=in_first, second=in_second))
    return tuple(found)


def _words(one: Compared, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    text = one.text.report.text
    return (text[start:end].lower() for start, end in places)


def _common_length(some: Iterable[str], others: Iterable[str]) -> int:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False))
    return max(1, sum(1 for _ in alike))


def _span(places: Sequence[tuple[int, int]]) -> Span:
    return Span(start=places[0][0], end=places[-1][1])
