"""Finds what is said: the part of the sentence that a cue governs."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsledger.model import Span
from newsledger.statements.boundaries import around_cue, lost_subject, remarks, with_phrase
from newsledger.statements.cued import CuedArticle, is_begun, runs
from newsledger.statements.cues import Cue
from newsledger.statements.frames import Complement, frames
from newsledger.statements.quoted.quotations import MARKS, OPENING
from newsledger.statements.speakers import goes_on, lost_speaker

_BELOW = frozenset({"advcl", "ccomp", "relcl"})
#: Who goes on as the one spoken of.
_THE_SAME = frozenset({"he", "she", "they"})


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


def content_of(cued: CuedArticle, cue: Cue) -> Content | None:
    """Give the content of a cue by the frames that its entry takes; None where none of them is met.

    Another cue whose speaker is the same is no part of it.
    """
    content = _governed(cued, cue)
    if content is None:
        return None
    tokens = with_phrase(cued, cue, content.tokens) if content.take == "object" else content.tokens
    tokens = tokens - remarks(cued, tokens) or tokens
    if content.take == "clause":
        tokens |= lost_subject(cued, cue, tokens)
    if cue.head in cued.speakers:
        if content.take == "clause":
            tokens |= around_cue(cued, cue, tokens)
            tokens = tokens.union(*(_with_conjunction(cued, index) for index in _again(cued, cue.head)))
        tokens = tokens.difference(lost_speaker(cued, cue.head) or ())
        others = [index for index in tokens if goes_on(cued, index) == cue.head]
        tokens = tokens.difference(*(_with_conjunction(cued, index) for index in others))
    return replace(content, tokens=tokens)


def _again(cued: CuedArticle, cue: int) -> Iterator[int]:
    """Give further clauses that the parse joins to the cue and that are said too.

    "Says that it rains, *but it will stop*", "says that it rains, *but the bridge is open*", "said that he would
    go, *but he does not want to stay*".
    """
    clauses, child = cued.syntax.clauses, cued.syntax.child
    if cue not in clauses or clauses[cue].aspect != "simple":
        return
    present = clauses[cue].tense == "present"
    for below in cued.doc.children[cue]:
        if below < cue or cued.tokens[below].deprel != "conj" or below in cued.speakers or below not in clauses:
            continue
        own = cued.syntax.own_subject(below)
        told = child(below, "mark") is not None or clauses[below].modals
        goes_on = present or (own is not None and cued.tokens[own].text in _THE_SAME)
        if own is not None and (told or (clauses[below].tense == "present" and goes_on)):
            yield below


def _with_conjunction(cued: CuedArticle, verb: int) -> tuple[int, ...]:
    """Give the tokens below a verb, and the "and" that joins it to the one before."""
    tree = cued.doc.subtree(verb)
    before = tree[0] - 1
    return (before, *tree) if before >= 0 and cued.tokens[before].deprel == "cc" else tree


def _governed(cued: CuedArticle, cue: Cue) -> Content | None:
    if cue.entry.kind in ("preposition", "adverb"):
        return _matrix(cued, cue)
    found = frames(cued.syntax, cue)
    for take in cue.entry.takes:
        content = _taken(cued, cue, take, found)
        if content is not None:
            return content
    if "clause" in cue.entry.takes and cue.entry.kind == "verb":
        return _inserted(cued, cue) or _headed(cued, cue)
    return None


def content_spans(cued: CuedArticle, content: Content, given: Container[int]) -> tuple[Span, ...]:
    """Give the words of a content; a quotation that begins in it or right behind it belongs to it as a whole.

    That is no quotation that is ``given`` to another cue.
    """
    spans = list(runs(cued.doc, content.tokens))
    numbers = {cued.quoted.number[index] for index in content.tokens} - {-1}
    behind = _quotation_behind(cued, content)
    if behind is not None and behind not in given:
        numbers.add(behind)
    for number in sorted(numbers):
        for part in cued.quoted.quotations[number].spans:
            spans = _joined(spans, part)
    return tuple(sorted(whole for span in spans if (whole := _balanced(cued, span)) is not None))


def _balanced(cued: CuedArticle, span: Span) -> Span | None:
    """Cut a mark at an edge that opens or closes no quotation; None where nothing else is there."""
    stray = (cued.quoted.number[index] < 0 and cued.tokens[index].text in MARKS for index in cued.doc.tokens_in(span))
    inside = [index for index, cut in zip(cued.doc.tokens_in(span), stray, strict=True) if not cut]
    return cued.doc.cover(inside) if inside else None


def _quotation_behind(cued: CuedArticle, content: Content) -> int | None:
    """Give the quotation that goes on with a content: he accused her of lying "to the whole town"."""
    number = cued.quoted.number
    last = max(content.tokens, default=-1)
    for index in range(last + 1, min(last + 3, len(number))):
        if number[index] >= 0:
            return number[index] if number[index] != number[last] else None
        if cued.tokens[index].text != ":":
            return None
    return None


def _joined(spans: list[Span], part: Span) -> list[Span]:
    touching = [span for span in spans if span.overlaps(part)]
    whole = Span(
        start=min(part.start, *(span.start for span in touching), part.end),
        end=max(part.end, *(span.end for span in touching), part.start),
    )
    return [*(span for span in spans if span not in touching), whole]


def _taken(cued: CuedArticle, cue: Cue, take: str, found: Mapping[str, Sequence[Complement]]) -> Content | None:
    """Give the content that one frame of an entry makes, None where the parse does not hold it."""
    first, _, second = take.rpartition("+")
    them = found.get(second)
    if take == "object+quotation":
        return _called(cued, cue, found.get("object"))
    if not them:
        return _acted_on(cued, cue, take)
    complement = them[0]
    if _only_possible(cued, cue, take, complement):
        return None
    if first:
        return _of_tops(cued, cue, take, _thing(cued, cue, first, complement, found), complement.top)
    if take == "clause":
        return _of_clauses(cued, cue, them)
    tokens = _tree(cued, complement.top, cue)
    if take == "infinitive" and (own := cued.syntax.own_subject(complement.top)) is not None:
        tokens -= _tree(cued, own, cue)
    return Content(tokens=tokens, take=take, link=complement.link)


def _called(cued: CuedArticle, cue: Cue, objects: Sequence[Complement] | None) -> Content | None:
    """Give whom a quotation names, where the parse takes name and named for one: called *the deal "a scam"*."""
    trees = [_tree(cued, one.top, cue) for one in objects or ()]
    opened = (index for tree in trees for index in (*tree, min(tree) - 1))
    if any(cued.tokens[index].text in OPENING for index in opened):
        return Content(tokens=frozenset().union(*trees), take="object+quotation")
    return None


def _only_possible(cued: CuedArticle, cue: Cue, take: str, complement: Complement) -> bool:
    """Say whether an act is only purposed or possible: "*to support* the bill", "they *will warn* of floods"."""
    clause = cued.syntax.clause(cue.head)
    if cue.entry.kind != "verb" or clause is None:
        return False
    if take == "object":
        return (clause.form == "infinitive" and not is_begun(cued, cue.head)) or bool(clause.modals)
    return complement.link is not None and clause.tense == "future"


def _acted_on(cued: CuedArticle, cue: Cue, take: str) -> Content | None:
    """Give the subject of a passive verb: "*the bill* was rejected by the senate"."""
    passive = cued.syntax.is_passive(cue.head)
    if passive and (take == "subject" or (take == "object" and cued.syntax.agent(cue.head) is not None)):
        return _of_tops(cued, cue, "subject", cued.syntax.own_subject(cue.head))
    return None


def _thing(
    cued: CuedArticle, cue: Cue, first: str, complement: Complement, found: Mapping[str, Sequence[Complement]]
) -> int | None:
    """Give the first part of a content in two: "*he* is expected to win", "urged *her* to go"."""
    if first == "subject" or cued.syntax.is_passive(cue.head):
        own = cued.syntax.own_subject(cue.head)
        return cued.tokens[cue.head].head if own is None and cued.tokens[cue.head].deprel == "acl" else own
    objects = found.get("object")
    return objects[0].top if objects else cued.syntax.own_subject(complement.top)


def _of_clauses(cued: CuedArticle, cue: Cue, them: Sequence[Complement]) -> Content | None:
    """Give the content of a verb's clauses; a noun has one, and only with "that" or "whether" before it.

    "Comments he made" tells of the comments, not of what they said.
    """
    top = them[0].top
    if cue.entry.kind == "noun":
        return None if cued.syntax.child(top, "mark") is None else _of_tops(cued, cue, "clause", top)
    head = cued.tokens[top].head
    return _of_tops(cued, cue, "clause", *(one.top for one in them if cued.tokens[one.top].head == head))


def _of_tops(cued: CuedArticle, cue: Cue, take: str, *tops: int | None) -> Content | None:
    """Give the content that several branches make together, None where one of them is missing."""
    trees = [_tree(cued, top, cue) for top in tops if top is not None]
    whole = frozenset().union(*trees)
    return Content(tokens=whole, take=take) if whole and len(trees) == len(tops) else None


def _tree(cued: CuedArticle, top: int, cue: Cue) -> frozenset[int]:
    """Give the tokens below a token, without the cue's own branch where that lies among them."""
    tokens = frozenset(cued.doc.subtree(top))
    return tokens.difference(cue.anchors, cued.doc.subtree(cue.head) if cue.head in tokens else ())


def _inserted(cued: CuedArticle, cue: Cue) -> Content | None:
    """Give the clause into which "…, he said, …" or "as he said" is put."""
    token = cued.tokens[cue.head]
    marked = any(cued.tokens[child].text.lower() == "as" for child in cued.doc.children[cue.head])
    if not (token.deprel == "parataxis" or (token.deprel == "advcl" and marked)):
        return None
    if cued.syntax.own_subject(cue.head) is None:
        return None
    top = token.head
    while cued.tokens[top].deprel in ("aux", "auxpass"):
        top = cued.tokens[top].head
    return _around(cued, top, cue.head)


def _headed(cued: CuedArticle, cue: Cue) -> Content | None:
    """Give what a headline puts before its cue, which the parse takes for a subject: "*Yard to close*, says mayor"."""
    subjects = [child for child in cued.doc.children[cue.head] if cued.tokens[child].deprel in ("nsubj", "csubj")]
    words = cued.doc.subtree(subjects[0]) if len(subjects) > 1 and subjects[0] < cue.head < subjects[1] else ()
    told = any(cued.tokens[index].upos in ("VERB", "AUX") for index in words)
    return Content(tokens=frozenset(words), take="clause") if told and cued.tokens[cue.head - 1].text == "," else None


def _matrix(cued: CuedArticle, cue: Cue) -> Content | None:
    """Give the clause that a phrase such as "according to …" or "reportedly" belongs to."""
    top = cued.tokens[cue.head].head
    while cued.tokens[top].upos not in ("VERB", "AUX") and cued.tokens[top].head != top:
        top = cued.tokens[top].head
    if cue.head and cued.tokens[cue.head - 1].text == ",":
        top = _whole(cued, top)
    content = _around(cued, top, cue.head)
    last = cue.anchors[-1]
    poll = cued.tokens[last].upos == "NOUN" and cued.syntax.child(last, "poss") is None
    if poll and content is not None and min(content.tokens) < cue.head:
        return None  # "ahead in the polls" tells where; only "In a new poll, …" tells what it says
    return content


def _whole(cued: CuedArticle, verb: int) -> int:
    """Give the verb of the sentence for which a source behind a comma stands: "was led by Lee *and has help*, …".

    A clause below goes with the one above it, and a second verb with the one whose subject it has.
    """
    while cued.tokens[verb].head < verb:
        joined = cued.tokens[verb].deprel == "conj" and cued.syntax.own_subject(verb) is None
        if not joined and cued.tokens[verb].deprel not in _BELOW:
            break
        verb = cued.tokens[verb].head
    return verb


def _around(cued: CuedArticle, top: int, inserted: int) -> Content | None:
    tokens = frozenset(cued.doc.subtree(top)) - frozenset(cued.doc.subtree(inserted))
    return Content(tokens=tokens, take="clause") if tokens else None
