"""Turns words that belong together into spans of the text."""

from collections.abc import Iterable

from newsledger.model import Annotated, Span

_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "?", "!"})


def runs(doc: Annotated, indices: Iterable[int]) -> tuple[Span, ...]:
    """Turn tokens into spans: neighbours make one, also where only punctuation lies between them.

    Punctuation at either end is left out, but for quotation marks and brackets.
    """
    spans: list[list[int]] = []
    for index in sorted(indices):
        if spans and all(doc.tokens[between].upos == "PUNCT" for between in range(spans[-1][1] + 1, index)):
            spans[-1][1] = index
        else:
            spans.append([index, index])
    return tuple(span for first, last in spans if (span := _trimmed(doc, first, last)) is not None)


def _trimmed(doc: Annotated, first: int, last: int) -> Span | None:
    inside = [index for index in range(first, last + 1) if doc.tokens[index].text not in _EDGES]
    return doc.cover(inside) if inside else None
