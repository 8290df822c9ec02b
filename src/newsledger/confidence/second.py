"""Where a second pipeline parses the clause of a finding otherwise: there a head is wrong more often than not."""

from collections.abc import Iterator, Mapping

from newsledger.model import Annotated, Record, Span

#: The reason that a finding's clause is parsed otherwise.
DIFFERS = "second_parse"


def parsed_alike(record: Record, doc: Annotated, other: Annotated) -> Mapping[str, bool]:
    """Say of each finding whether two parses agree on what hangs where in its clause.

    They do where its word has the same head and the same dependents in both, and each party the same head. Words are
    the same that begin at the same place, however the pipelines part them.

    Args:
        record: What was found in the first.
        doc: The first parse.
        other: The second, of the same article.
    """
    first, second = _hangs(doc), _hangs(other)
    below, below_other = _below(first), _below(second)

    def alike(top: Span, parties: tuple[Span | None, ...]) -> bool:
        heads = [_start(doc, span) for span in (top, *parties) if span is not None]
        known = [head for head in heads if head is not None]
        same = all(second.get(head) == first[head] for head in known)
        return same and all(below.get(head) == below_other.get(head) for head in known[:1])

    return {key: alike(top, parties) for key, top, parties in _findings(record)}


def _findings(record: Record) -> Iterator[tuple[str, Span, tuple[Span | None, ...]]]:
    """Give the word of each finding and its parties."""
    yield from ((one.id, one.trigger, (one.actor, one.recipient)) for one in record.events)
    yield from ((one.id, (*one.cue, *one.content)[0], one.source[:1]) for one in record.statements)
    yield from ((one.id, one.action, (one.holder,)) for one in record.expectations)


def _start(doc: Annotated, span: Span) -> int | None:
    head = doc.head_in(span)
    return None if head is None else doc.token_starts[head]


def _hangs(doc: Annotated) -> dict[int, int]:
    """Give where the head of each word begins, by where it begins itself."""
    starts = doc.token_starts
    return {start: starts[token.head] for start, token in zip(starts, doc.tokens, strict=True)}


def _below(hangs: Mapping[int, int]) -> dict[int, frozenset[int]]:
    below: dict[int, set[int]] = {}
    for start, head in hangs.items():
        if start != head:
            below.setdefault(head, set()).add(start)
    return {head: frozenset(found) for head, found in below.items()}
