"""What the record wants to know of a statement beside who and what: form, day, addressee, parent, id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from newsledger.model import Annotated, Span, Statement, Timex, cut, finding_ids
from newsledger.statements.cued import CuedArticle
from newsledger.statements.quoted.quotations import Quoted

_DIRECT_SHARE = 0.9
#: Words between a verb and the time that says when it is done.
_CARRIERS = frozenset({"pobj", "prep", "npadvmod", "advmod", "pcomp", "nummod", "amod", "compound"})


def form_of(doc: Annotated, content: Sequence[Span], quoted: Quoted) -> Literal["direct", "indirect", "mixed"]:
    """Say how much of a content stands between quotation marks: nearly all, some or nothing."""
    words = [
        quoted.number[index] >= 0
        for span in content
        for index in doc.tokens_in(span)
        if doc.tokens[index].upos not in ("PUNCT", "SPACE")
    ]
    if not any(words):
        return "indirect"
    return "direct" if sum(words) >= _DIRECT_SHARE * len(words) else "mixed"


def times_by_verb(doc: Annotated, times: Sequence[Timex]) -> Mapping[int, Timex]:
    """Give for each verb the first time that hangs from it: "said … *on Saturday*"."""
    found: dict[int, Timex] = {}
    for time in times:
        index = doc.head_in(time.span)
        while index is not None and doc.tokens[index].head != index and doc.tokens[index].deprel in _CARRIERS:
            index = doc.tokens[index].head
        if index is not None and doc.tokens[index].upos in ("VERB", "AUX"):
            found.setdefault(index, time)
    return found


def addressee_of(cued: CuedArticle, cue: int, content: frozenset[int]) -> int | None:
    """Give the head of those to whom something is said: "told *the BBC*", "wrote to *his sister*"."""
    for child in cued.doc.children[cue]:
        token = cued.tokens[child]
        if child in content or cued.says(child, "nobody"):
            continue
        if token.deprel in ("dative", "prep") and token.text.lower() == "to":
            return cued.syntax.child(child, "pobj")
        described = token.upos == "NOUN" and cued.syntax.child(child, "relcl", "acl") is None
        if token.deprel == "dative" or (token.deprel == "dobj" and (described or token.upos in ("PROPN", "PRON"))):
            return child
    return None


def settled(found: Iterable[tuple[Statement, bool]], article_id: str, text: str) -> tuple[Statement, ...]:
    """Give statements, each with whether it tells of words said, their order by cue, their ids and their parents.

    Inside what somebody says only what another one says is a statement of its own; that she
    supports a bill is part of what he says of her.
    """
    ordered = sorted(found, key=lambda pair: _place(pair[0]))
    inside = _parents([statement for statement, _ in ordered])
    kept = [statement for place, (statement, said) in enumerate(ordered) if said or place not in inside]
    ids = finding_ids(
        "statement",
        article_id,
        [[cut(role, text) for role in (statement.source, statement.cue, statement.content)] for statement in kept],
    )
    parents = _parents(kept)
    return tuple(
        replace(statement, id=ids[place], parent=ids[parents[place]] if place in parents else None)
        for place, statement in enumerate(kept)
    )


def _place(statement: Statement) -> tuple[Span, Span]:
    return (statement.cue or statement.content)[0], statement.content[0]


def _parents(statements: Sequence[Statement]) -> Mapping[int, int]:
    """Find for each place in a list that of the smallest statement around it.

    One sweep from left to right, with those still open on a stack.
    """
    parents: dict[int, int] = {}
    opened: list[int] = []
    by_start = sorted(range(len(statements)), key=lambda place: _outermost_first(statements[place]))
    for place in by_start:
        inner = statements[place]
        while opened and statements[opened[-1]].content[-1].end <= inner.content[0].start:
            opened.pop()
        parent = next((outer for outer in reversed(opened) if _inside(inner, statements[outer])), None)
        if parent is not None:
            parents[place] = parent
        opened.append(place)
    return parents


def _outermost_first(statement: Statement) -> tuple[int, int, bool, tuple[Span, Span]]:
    """Give the order of statements; of two with one extent that is outer whose cue stands outside."""
    start, end = statement.content[0].start, statement.content[-1].end
    return start, -end, any(start <= cue.start < end for cue in statement.cue), _place(statement)


def _inside(inner: Statement, outer: Statement) -> bool:
    return all(any(part.holds(span) for part in outer.content) for span in (*inner.cue, *inner.content))
