"""Finds what is said: the part of the sentence that a cue governs."""

from dataclasses import dataclass

from newsledger.model import Annotated, Span
from newsledger.statements.cues import Cue, light_verb_above
from newsledger.statements.quotations import Quoted
from newsledger.statements.syntax import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    Complement,
    child_by,
    complements,
    is_passive,
    runs,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a cue governs.

    Attributes:
        tokens: All its tokens.
        link: The preposition that leads from the cue to it, or None.
    """

    tokens: frozenset[int]
    link: int | None = None


def content_of(doc: Annotated, cue: Cue) -> Content | None:
    """Give the content of a cue by the frames that its entry takes; None where none of them is met."""
    if cue.entry.kind in ("preposition", "adverb"):
        return _matrix(doc, cue)
    found = _frames(doc, cue)
    for take in cue.entry.takes:
        content = _taken(doc, cue, take, found)
        if content is not None:
            return content
    if "clause" in cue.entry.takes and cue.entry.kind == "verb":
        return _inserted(doc, cue)
    return None


def content_spans(doc: Annotated, content: Content, quoted: Quoted) -> tuple[Span, ...]:
    """Give the words of a content; a quotation that begins in it belongs to it as a whole."""
    spans = list(runs(doc, content.tokens))
    for number in sorted({quoted.number[index] for index in content.tokens} - {-1}):
        for part in quoted.quotations[number].spans:
            spans = _joined(spans, part) if any(part.overlaps(span) for span in spans) else [*spans, part]
    return tuple(sorted(spans))


def _joined(spans: list[Span], part: Span) -> list[Span]:
    touching = [span for span in spans if span.overlaps(part)]
    whole = Span(
        start=min(part.start, *(span.start for span in touching)),
        end=max(part.end, *(span.end for span in touching)),
    )
    return [span for span in spans if span not in touching] + [whole]


def _frames(doc: Annotated, cue: Cue) -> dict[str, Complement]:
    found: dict[str, Complement] = {}
    for anchor in reversed(cue.anchors):
        for complement in complements(doc, anchor):
            if complement.top not in cue.anchors:
                found.setdefault(complement.frame, complement)
    return found


def _taken(doc: Annotated, cue: Cue, take: str, found: dict[str, Complement]) -> Content | None:
    """Give the content that one frame of an entry makes, None where the parse does not hold it."""
    first, _, second = take.rpartition("+")
    complement = found.get(second)
    passive = cue.entry.kind == "verb" and is_passive(doc, cue.head)
    if complement is None:
        return _passive_object(doc, cue) if take == "object" and passive else None
    if take == "object" and complement.top == child_by(doc, cue.head, SUBJECTS):
        return None
    tokens = _tree(doc, complement.top, cue)
    if first == "subject" or (first == "object" and passive):
        raised = _raised(doc, cue)
        return None if raised is None else Content(tokens=tokens | _tree(doc, raised, cue))
    if first == "object":
        own = child_by(doc, complement.top, SUBJECTS)
        if own is None and "object" not in found:
            return None
        return Content(tokens=tokens | (_tree(doc, found["object"].top, cue) if "object" in found else frozenset()))
    if take == "infinitive" and (own := child_by(doc, complement.top, SUBJECTS)) is not None:
        tokens -= _tree(doc, own, cue)
    return Content(tokens=tokens, link=complement.link)


def _passive_object(doc: Annotated, cue: Cue) -> Content | None:
    top = child_by(doc, cue.head, PASSIVE_SUBJECTS)
    return None if top is None else Content(tokens=_tree(doc, top, cue))


def _raised(doc: Annotated, cue: Cue) -> int | None:
    """Give the subject that belongs to the content: "*he* is expected to win"."""
    return child_by(doc, cue.head, (*SUBJECTS, *PASSIVE_SUBJECTS))


def _tree(doc: Annotated, top: int, cue: Cue) -> frozenset[int]:
    """Give the tokens below a token, without the cue's own branch where that lies among them."""
    tokens = frozenset(doc.subtree(top))
    return tokens - frozenset(doc.subtree(cue.head)) if cue.head in tokens else tokens


def _inserted(doc: Annotated, cue: Cue) -> Content | None:
    """Give the clause into which "…, he said, …" or "as he said" is put."""
    head = cue.head
    token = doc.tokens[head]
    marked = any(doc.tokens[child].text.lower() == "as" for child in doc.children[head])
    if not (token.deprel == "parataxis" or (token.deprel == "advcl" and marked)):
        return None
    if child_by(doc, head, SUBJECTS) is None or light_verb_above(doc, head) is not None:
        return None
    return _around(doc, token.head, head)


def _matrix(doc: Annotated, cue: Cue) -> Content | None:
    """Give the clause that a phrase such as "according to …" or "reportedly" belongs to."""
    top = doc.tokens[cue.head].head
    while doc.tokens[top].upos not in ("VERB", "AUX") and doc.tokens[top].head != top:
        top = doc.tokens[top].head
    return _around(doc, top, cue.head)


def _around(doc: Annotated, top: int, inserted: int) -> Content | None:
    tokens = frozenset(doc.subtree(top)) - frozenset(doc.subtree(inserted))
    return Content(tokens=tokens) if tokens else None
