"""Finds places of one text again in another that has the same words and other white space or furniture."""

from collections.abc import Callable

from newsledger.model import Span

#: Characters around a place by which it is found again.
AROUND = (30, 12, 0)
#: Lies before any text: what is not in the other one.
NOWHERE = Span(start=-2, end=-1)


def finder(text: str, new: str) -> Callable[[int, int], Span]:
    """Give what finds a place of ``text`` in ``new``; ``NOWHERE`` for words that are not in it."""
    there = [at for at, letter in enumerate(new) if not letter.isspace()]
    packed = "".join(new[at] for at in there)

    def find(start: int, end: int) -> Span:
        words = _packed(text[start:end])
        for around in AROUND:
            before, after = _packed(text[max(start - around, 0) : start]), _packed(text[end : end + around])
            found = packed.find(before + words + after)
            if found >= 0 and words:
                first = found + len(before)
                return Span(start=there[first], end=there[first + len(words) - 1] + 1)
        return NOWHERE

    return find


def _packed(text: str) -> str:
    return "".join(text.split())
