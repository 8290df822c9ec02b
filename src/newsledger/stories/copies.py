"""Which reports were made from one text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsledger.model import Copy, CopyKind, Report, SharedPassage, Span
from newsledger.stories.linkage import connected, in_order
from newsledger.stories.sketches import LENGTH, Sketch, candidates, furnished, furniture, shingles, sketch
from newsledger.stories.words import Token, tokens

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


def find_copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """Find the pairs of reports that were made from one text.

    Sketches of their word shingles give the candidates; the words that stand in runs of five or more in both decide.
    Quotations count on neither side, nor does what an outlet has on five pages or more: two reports of one press
    conference are no copies of each other.

    Returns:
        The pairs, by the day and id of their reports; the same in whatever order the reports come.
    """
    ordered = in_order(reports)
    by_id = {report.id: report for report in ordered}
    sketches = {report.id: sketch(tokens(report.text), report.outlet) for report in ordered}
    common = furniture(sketches.values())
    found = []
    first: _Text | None = None
    for one, other in candidates(sketches, common):  # those of one first text stand together
        if first is None or first.id != one:
            first = _read(by_id[one], sketches[one], common)
        if (copy := _compare(first, _read(by_id[other], sketches[other], common))) is not None:
            found.append(copy)
    return tuple(found)


def compare(first: Report, second: Report, common: frozenset[tuple[str, int]]) -> Copy | None:
    """Say how two reports were made from one text, if they were.

    Args:
        first: A report.
        second: A later one.
        common: Furniture of their outlets, as far as it stands in them: the outlet, and the hash of a shingle.
    """
    one, other = (_read(report, sketch(tokens(report.text), report.outlet), common) for report in (first, second))
    return _compare(one, other)


def group_copies(reports: Iterable[Report], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Give the groups of reports that are one text, by id: each is one independent report, with its copies.

    An excerpt joins nobody: a page that quotes two agency texts at length does not make them one.
    """
    pairs = [(copy.first, copy.second) for copy in copies if copy.kind != "excerpt"]
    return connected([report.id for report in in_order(reports)], pairs)


@dataclass(frozen=True, slots=True)
class _Text:
    """A report as it is compared: ``own`` says of each word that it is neither furniture nor quoted."""

    id: str
    words: tuple[Token, ...]
    own: tuple[bool, ...]
    shingles: tuple[int, ...]


def _read(report: Report, kept: Sketch, common: frozenset[tuple[str, int]]) -> _Text:
    words = tokens(report.text)
    marked = furnished(kept, common, len(words))
    own = tuple(not (word.quoted or is_common) for word, is_common in zip(words, marked, strict=True))
    return _Text(report.id, words, own, shingles(words))


def _compare(first: _Text, second: _Text) -> Copy | None:
    short, long = sorted((first, second), key=lambda text: (sum(text.own), text.id))
    shared, of_long = _shared(short, long), _shared(long, short)
    words, share = _count(short, shared)
    runs = _runs(shared, short.own)
    if not _is_near(words, share):
        return None
    # Lines that one text has together and the other apart are no run.
    longest = min(_longest(runs), _longest(_runs(of_long, long.own)))
    kind = _kind(share, _count(long, of_long)[1], longest / words)
    return Copy(
        first=first.id,
        second=second.id,
        kind=kind,
        words=words,
        share=share,
        passages=_passages(first, second, short, runs),
    )


def _shared(text: _Text, other: _Text) -> tuple[bool, ...]:
    """Say of each word whether it stands in a run of five or more that the other text has too."""
    there = frozenset(other.shingles)
    marked = [False] * len(text.words)
    for at, value in enumerate(text.shingles):
        if value in there:
            marked[at : at + LENGTH] = [True] * LENGTH
    return tuple(marked)


def _count(text: _Text, shared: Sequence[bool]) -> tuple[int, float]:
    words = sum(own and both for own, both in zip(text.own, shared, strict=True))
    return words, words / max(1, sum(text.own))


def _is_near(words: int, share: float) -> bool:
    return any(share >= least and words >= enough for least, enough in (_HALF, _THIRD))


def _kind(of_short: float, of_long: float, of_one_run: float) -> CopyKind:
    if of_short >= _WHOLE[0] and of_long >= _WHOLE[1]:
        return "copy"
    is_cut_out = of_short >= _WHOLE[0] and of_long < _LONGER
    return "excerpt" if is_cut_out or of_one_run >= _ONE_RUN else "edited"


def _runs(shared: Sequence[bool], own: Sequence[bool]) -> list[tuple[int, int]]:
    """Give the stretches of words that are shared and a text's own, by their first and last word."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, both in enumerate([*map(all, zip(shared, own, strict=True)), False]):
        if both and start is None:
            start = at
        elif not both and start is not None:
            runs.append((start, at))
            start = None
    return runs


def _longest(runs: Sequence[tuple[int, int]]) -> int:
    return max((end - start for start, end in runs), default=0)


def _passages(first: _Text, second: _Text, short: _Text, runs: Sequence[tuple[int, int]]) -> tuple[SharedPassage, ...]:
    """Give the longest stretches of the shorter text, each with its place in the other one."""
    long = second if short is first else first
    places = {value: at for at, value in reversed(tuple(enumerate(long.shingles)))}
    found = []
    for start, end in sorted(runs, key=lambda run: (run[0] - run[1], run))[:_PASSAGES]:
        here = next((at for at in range(start, min(end, len(short.shingles))) if short.shingles[at] in places), None)
        if here is None:
            continue
        there = places[short.shingles[here]]
        length = _common_length(short, here, end, long, there)
        pair = (_span(short, here, here + length), _span(long, there, there + length))
        in_first, in_second = pair if short is first else pair[::-1]
        found.append(SharedPassage(first=in_first, second=in_second))
    return tuple(found)


def _common_length(short: _Text, here: int, end: int, long: _Text, there: int) -> int:
    length = 0
    while here + length < end and there + length < len(long.words):
        if short.words[here + length].word != long.words[there + length].word:
            break
        length += 1
    return max(1, length)


def _span(text: _Text, start: int, end: int) -> Span:
    return Span(start=text.words[start].start, end=text.words[end - 1].end)
