"""Finds what is said: the part of the sentence that a cue governs."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsledger.model import Annotated, Span
from newsledger.statements.boundaries import behind_cue, remarks, with_phrase
from newsledger.statements.cues import Cue, light_verb_above
from newsledger.statements.quoted.quotations import MARKS, OPENING, Quoted
from newsledger.statements.speakers import goes_on, lost_speaker
from newsledger.statements.syntax import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    Complement,
    agent,
    child_by,
    complements,
    is_infinitive,
    is_passive,
    object_of,
    runs,
)

#: Modals of a clause that stands under "said that …" without saying so.
_REPORTED = frozenset({"could", "may", "might", "must", "shall", "should", "will", "would"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
#: Verbs whose infinitive is done: "*went on* to praise the cook".
_UNDERTAKEN = frozenset({"appear", "begin", "continue", "go", "proceed", "seem", "start", "try"})
_BEFORE_AND_BEHIND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a cue governs.

    Attributes:
        tokens: All its tokens.
        take: What the cue's entry takes, such as ``clause``.
        link: The preposition that leads from the cue to it, or None.
    """

    tokens: frozenset[int]
    take: str
    link: int | None = None


def content_of(doc: Annotated, cue: Cue, speaking: Mapping[int, Cue], quoted: Quoted) -> Content | None:
    """Give the content of a cue by the frames that its entry takes; None where none of them is met.

    Args:
        doc: The parsed article.
        cue: The cue.
        speaking: All cues that first of all take a quotation, by their head; one of them whose
            speaker goes on is no part of the content.
        quoted: The quotations of the article.
    """
    content = _governed(doc, cue)
    if content is None:
        return None
    whole = with_phrase(doc, cue, content.tokens) if content.take == "object" else content.tokens
    content = replace(content, tokens=whole - remarks(doc, whole, quoted) or whole)
    if cue.head not in speaking:
        return content
    if content.take == "clause":
        content = replace(content, tokens=content.tokens | behind_cue(doc, cue, content.tokens))
    speaker = lost_speaker(doc, cue.head, quoted)
    if speaker is not None:
        content = replace(content, tokens=content.tokens.difference(speaker))
    elif content.take == "clause":
        content = replace(content, tokens=content.tokens.union(*_second_clause(doc, cue.head, speaking)))
    others = [index for index in content.tokens if goes_on(doc, index, speaking) == cue.head]
    return replace(content, tokens=content.tokens.difference(*(_with_conjunction(doc, index) for index in others)))


def _second_clause(doc: Annotated, cue: int, speaking: Mapping[int, Cue]) -> Iterator[tuple[int, ...]]:
    """Give the second half of what is said where the parse hangs it from the cue: says that A, *but B*.

    It has a subject of its own, no cue, and either its verb agrees with a cue in the present or a modal
    tells that it is reported.
    """
    first = child_by(doc, cue, ("ccomp",))
    second = child_by(doc, cue, ("conj",))
    if first is None or second is None or not cue < first < second or second in speaking:
        return
    if child_by(doc, second, (*SUBJECTS, *PASSIVE_SUBJECTS)) is None:
        return
    again = child_by(doc, second, ("mark",)) is not None
    if again or _is_reported(doc, cue, first, second):
        yield _with_conjunction(doc, second)


def _is_reported(doc: Annotated, cue: int, first: int, second: int) -> bool:
    """Say whether the second clause goes with the first and not with the cue, by its tense or modal."""
    if child_by(doc, first, ("mark",)) is None:
        return not _is_present(doc, cue) and _is_present(doc, first) and _is_present(doc, second)
    modal = any(doc.tokens[child].lemma in _REPORTED for child in doc.children[second])
    return modal or all(_is_present(doc, verb) for verb in (cue, second))


def _is_present(doc: Annotated, verb: int) -> bool:
    auxiliary = child_by(doc, verb, ("aux", "auxpass"))
    return "Tense=Pres" in doc.tokens[verb if auxiliary is None else auxiliary].morph


def _with_conjunction(doc: Annotated, verb: int) -> tuple[int, ...]:
    """Give the tokens below a verb, and the "and" that joins it to the one before."""
    tree = doc.subtree(verb)
    before = tree[0] - 1
    return (before, *tree) if before >= 0 and doc.tokens[before].deprel == "cc" else tree


def _governed(doc: Annotated, cue: Cue) -> Content | None:
    if cue.entry.kind in ("preposition", "adverb"):
        return _matrix(doc, cue)
    frames = _frames(doc, cue)
    for take in cue.entry.takes:
        content = _taken(doc, cue, take, frames)
        if content is not None:
            return content
    if "clause" in cue.entry.takes and cue.entry.kind == "verb":
        return _inserted(doc, cue) or _headed(doc, cue)
    return None


def content_spans(doc: Annotated, content: Content, quoted: Quoted, given: Container[int]) -> tuple[Span, ...]:
    """Give the words of a content; a quotation that begins in it or right behind it belongs to it as a whole.

    Args:
        doc: The parsed article.
        content: The content.
        quoted: The quotations of the article.
        given: Those that belong to another cue.
    """
    spans = list(runs(doc, content.tokens))
    numbers = {quoted.number[index] for index in content.tokens} - {-1}
    behind = _quotation_behind(doc, content, quoted)
    if behind is not None and behind not in given:
        numbers.add(behind)
    for number in sorted(numbers):
        for part in quoted.quotations[number].spans:
            spans = _joined(spans, part)
    return tuple(sorted(whole for span in spans if (whole := _balanced(doc, span, quoted)) is not None))


def _balanced(doc: Annotated, span: Span, quoted: Quoted) -> Span | None:
    """Cut a mark at an edge that opens or closes no quotation; None where nothing else is there."""
    inside = list(doc.tokens_in(span))
    while inside and _is_stray(doc, inside[-1], quoted):
        inside.pop()
    while inside and _is_stray(doc, inside[0], quoted):
        inside.pop(0)
    return doc.cover(inside) if inside else None


def _is_stray(doc: Annotated, index: int, quoted: Quoted) -> bool:
    return quoted.number[index] < 0 and doc.tokens[index].text in MARKS


def _quotation_behind(doc: Annotated, content: Content, quoted: Quoted) -> int | None:
    """Give the quotation that goes on with a content: he accused her of lying "to the whole town"."""
    last = max(content.tokens, default=-1)
    for index in range(last + 1, min(last + 3, len(doc.tokens))):
        if quoted.number[index] >= 0:
            return quoted.number[index] if quoted.number[index] != quoted.number[last] else None
        if doc.tokens[index].text != ":":
            return None
    return None


def _joined(spans: list[Span], part: Span) -> list[Span]:
    touching = [span for span in spans if span.overlaps(part)]
    whole = Span(
        start=min(part.start, *(span.start for span in touching), part.end),
        end=max(part.end, *(span.end for span in touching), part.start),
    )
    return [*(span for span in spans if span not in touching), whole]


def _frames(doc: Annotated, cue: Cue) -> Mapping[str, Sequence[Complement]]:
    """Give the complements of all words of a cue by their frame, those of its last word first.

    Where the sentence runs on behind the cue, a complement before it is the parse's mistake.
    """
    found: defaultdict[str, list[Complement]] = defaultdict(list)
    for complement in _complements(doc, cue):
        if complement.top not in cue.anchors:
            found[complement.frame].append(complement)
    if cue.head + 1 < len(doc.tokens) and doc.tokens[cue.head + 1].upos != "PUNCT":
        for frame, them in found.items():
            found[frame] = [complement for complement in them if complement.top > cue.head] or them
    for complement in list(complements(doc, found["object"][0].top)) if found["object"] else ():
        found[complement.frame].append(complement)
    return found


def _complements(doc: Annotated, cue: Cue) -> Iterator[Complement]:
    for anchor in reversed(cue.anchors):
        if doc.tokens[anchor].upos in ("ADP", "SCONJ") and (top := object_of(doc, anchor)) is not None:
            yield Complement(frame="object", top=top)
        yield from complements(doc, anchor)
    token = doc.tokens[cue.head]
    if cue.entry.kind == "adjective" and token.deprel == "acomp":
        yield from complements(doc, token.head)


def _taken(doc: Annotated, cue: Cue, take: str, frames: Mapping[str, Sequence[Complement]]) -> Content | None:
    """Give the content that one frame of an entry makes, None where the parse does not hold it."""
    first, _, second = take.rpartition("+")
    them = frames.get(second)
    if take == "object+quotation":
        return _called(doc, cue, frames.get("object"))
    if not them:
        return _acted_on(doc, cue, take)
    complement = them[0]
    if _only_possible(doc, cue, take, complement):
        return None
    if first:
        return _of_tops(doc, cue, take, _thing(doc, cue, first, complement, frames), complement.top)
    if take == "clause":
        return _of_clauses(doc, cue, them)
    tokens = _tree(doc, complement.top, cue)
    if take == "infinitive" and (own := child_by(doc, complement.top, SUBJECTS)) is not None:
        tokens -= _tree(doc, own, cue)
    return Content(tokens=tokens, take=take, link=complement.link)


def _called(doc: Annotated, cue: Cue, objects: Sequence[Complement] | None) -> Content | None:
    """Give whom a quotation names, where the parse takes name and named for one: called *the deal "a scam"*."""
    if not objects or is_passive(doc, cue.head):
        return None
    trees = [_tree(doc, one.top, cue) for one in objects if doc.tokens[one.top].head == cue.head]
    tokens = frozenset().union(*trees)
    behind = doc.tokens[min(max(tokens) + 1, len(doc.tokens) - 1)].text
    opened = [index for tree in trees for index in (*tree, min(tree) - 1)]
    if behind in OPENING or any(doc.tokens[index].text in OPENING for index in opened):
        return Content(tokens=tokens, take="object+quotation")
    return None


def _only_possible(doc: Annotated, cue: Cue, take: str, complement: Complement) -> bool:
    """Say whether an act is only purposed or possible: "*to support* the bill", "they *will warn* of floods"."""
    if cue.entry.kind != "verb":
        return False
    modals = {doc.tokens[child].lemma for child in doc.children[cue.head]} & _MODALS
    if take == "object":
        light = light_verb_above(doc, cue.head)
        begun = light is not None and doc.tokens[light].lemma in _UNDERTAKEN
        return (is_infinitive(doc, cue.head) and not begun) or bool(modals)
    return complement.link is not None and "will" in modals


def _acted_on(doc: Annotated, cue: Cue, take: str) -> Content | None:
    """Give the subject of a passive verb: "*the bill* was rejected by the senate"."""
    if take == "subject" or (take == "object" and agent(doc, cue.head) is not None):
        return _of_tops(doc, cue, "subject", child_by(doc, cue.head, PASSIVE_SUBJECTS))
    return None


def _thing(
    doc: Annotated, cue: Cue, first: str, complement: Complement, frames: Mapping[str, Sequence[Complement]]
) -> int | None:
    """Give the first part of a content in two: "*he* is expected to win", "urged *her* to go"."""
    if first == "subject" or (cue.entry.kind == "verb" and is_passive(doc, cue.head)):
        own = child_by(doc, cue.head, (*SUBJECTS, *PASSIVE_SUBJECTS))
        return doc.tokens[cue.head].head if own is None and doc.tokens[cue.head].deprel == "acl" else own
    objects = frames.get("object")
    return objects[0].top if objects else child_by(doc, complement.top, SUBJECTS)


def _of_clauses(doc: Annotated, cue: Cue, them: Sequence[Complement]) -> Content | None:
    """Give the content of a verb's clauses; a noun has one, and only with "that" or "whether" before it.

    "Comments he made" tells of the comments, not of what they said.
    """
    top = them[0].top
    if cue.entry.kind == "noun" and child_by(doc, top, ("mark",)) is None:
        return None
    head = doc.tokens[top].head
    tops = [one.top for one in them if doc.tokens[one.top].head == head and cue.entry.kind != "noun"]
    return _of_tops(doc, cue, "clause", *(tops or [top]))


def _of_tops(doc: Annotated, cue: Cue, take: str, *tops: int | None) -> Content | None:
    """Give the content that several branches make together, None where one of them is missing."""
    whole: frozenset[int] = frozenset()
    for top in tops:
        if top is None:
            return None
        whole |= _tree(doc, top, cue)
    return Content(tokens=whole, take=take) if whole else None


def _tree(doc: Annotated, top: int, cue: Cue) -> frozenset[int]:
    """Give the tokens below a token, without the cue's own branch where that lies among them."""
    tokens = frozenset(doc.subtree(top)).difference(cue.anchors)
    return tokens - frozenset(doc.subtree(cue.head)) if cue.head in doc.subtree(top) else tokens


def _inserted(doc: Annotated, cue: Cue) -> Content | None:
    """Give the clause into which "…, he said, …" or "as he said" is put."""
    head = cue.head
    token = doc.tokens[head]
    marked = any(doc.tokens[child].text.lower() == "as" for child in doc.children[head])
    if not (token.deprel == "parataxis" or (token.deprel == "advcl" and marked)):
        return None
    if child_by(doc, head, SUBJECTS) is None or light_verb_above(doc, head) is not None:
        return None
    top = token.head
    while doc.tokens[top].deprel in ("aux", "auxpass"):
        top = doc.tokens[top].head
    return _around(doc, top, head)


def _headed(doc: Annotated, cue: Cue) -> Content | None:
    """Give what a headline puts before its cue, which the parse takes for a subject: "*Yard to close*, says mayor"."""
    subjects = [child for child in doc.children[cue.head] if doc.tokens[child].deprel in SUBJECTS]
    if len(subjects) != _BEFORE_AND_BEHIND or not subjects[0] < cue.head < subjects[1]:
        return None
    words = doc.subtree(subjects[0])
    told = any(doc.tokens[index].upos in ("VERB", "AUX") for index in words)
    return Content(tokens=frozenset(words), take="clause") if told and doc.tokens[cue.head - 1].text == "," else None


def _matrix(doc: Annotated, cue: Cue) -> Content | None:
    """Give the clause that a phrase such as "according to …" or "reportedly" belongs to."""
    top = doc.tokens[cue.head].head
    while doc.tokens[top].upos not in ("VERB", "AUX") and doc.tokens[top].head != top:
        top = doc.tokens[top].head
    content = _around(doc, top, cue.head)
    if _names_a_poll(doc, cue) and content is not None and min(content.tokens) < cue.head:
        return None  # "ahead in the polls" tells where; only "In a new poll, …" tells what it says
    return content


def _names_a_poll(doc: Annotated, cue: Cue) -> bool:
    last = cue.anchors[-1]
    return doc.tokens[last].upos == "NOUN" and child_by(doc, last, ("poss",)) is None


def _around(doc: Annotated, top: int, inserted: int) -> Content | None:
    tokens = frozenset(doc.subtree(top)) - frozenset(doc.subtree(inserted))
    return Content(tokens=tokens, take="clause") if tokens else None
