"""Both ends of "from May to July" have the days from the first to the last."""

from collections.abc import Sequence

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.windows.allowed import Allowed

#: What stands between the two ends of a range.
BETWEEN = frozenset({("to",), ("until",), ("till",), ("through",), ("and",), ("-",), ("–",)})


def join_ranges(doc: Annotated, phrases: Sequence[Phrase], windows: Sequence[Allowed]) -> tuple[Allowed, ...]:
    """Give both ends of "from May to July" the days from the first to the last."""
    joined = list(windows)
    for number in range(len(phrases) - 1):
        left, right = phrases[number], phrases[number + 1]
        between = doc.words[left.last + 1 : right.first]
        before = doc.words[left.first - 1] if left.first else ""
        if (
            before in ("from", "between")
            and between in BETWEEN
            and joined[number].earliest
            and windows[number + 1].latest
        ):
            whole = Allowed(earliest=joined[number].earliest, latest=windows[number + 1].latest)
            if whole.earliest and whole.latest and whole.earliest <= whole.latest:
                joined[number] = joined[number + 1] = whole
    return tuple(joined)
