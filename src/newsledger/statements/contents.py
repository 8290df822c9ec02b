"""Finds what is said: the part of the sentence that a cue governs."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsledger.model import Span
from newsledger.statements.boundaries import around_cue, behind_cue, remarks, with_phrase
from newsledger.statements.cues import Cue
from newsledger.statements.frames import Complement, frames
from newsledger.statements.page import Page, light_verb_above, runs
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


def content_of(page: Page, cue: Cue) -> Content | None:
    """Give the content of a cue by the frames that its entry takes; None where none of them is met.

    Another cue whose speaker is the same is no part of it.
    """
    content = _governed(page, cue)
    if content is None:
        return None
    tokens = with_phrase(page, cue, content.tokens) if content.take == "object" else content.tokens
    tokens = tokens - remarks(page, tokens) or tokens
    if cue.head in page.speakers:
        if content.take == "clause":
            tokens |= behind_cue(page, cue, tokens) | around_cue(page, cue, tokens)
            tokens = tokens.union(*(_with_conjunction(page, index) for index in _again(page, cue.head)))
        tokens = tokens.difference(lost_speaker(page, cue.head) or ())
        others = [index for index in tokens if goes_on(page, index) == cue.head]
        tokens = tokens.difference(*(_with_conjunction(page, index) for index in others))
    return replace(content, tokens=tokens)


def _again(page: Page, cue: int) -> Iterator[int]:
    """Give further clauses that the parse joins to the cue and that are said too.

    "Says that it rains, *but it will stop*", "says that it rains, *but the bridge is open*", "said that he would
    go, *but he does not want to stay*".
    """
    clauses, child = page.syntax.clauses, page.syntax.child
    if cue not in clauses or clauses[cue].aspect != "simple":
        return
    present = clauses[cue].tense == "present"
    for below in page.doc.children[cue]:
        if below < cue or page.tokens[below].deprel != "conj" or below in page.speakers or below not in clauses:
            continue
        own = page.syntax.own_subject(below)
        told = child(below, "mark") is not None or clauses[below].modals
        goes_on = present or (own is not None and page.tokens[own].text in _THE_SAME)
        if own is not None and (told or (clauses[below].tense == "present" and goes_on)):
            yield below


def _with_conjunction(page: Page, verb: int) -> tuple[int, ...]:
    """Give the tokens below a verb, and the "and" that joins it to the one before."""
    tree = page.doc.subtree(verb)
    before = tree[0] - 1
    return (before, *tree) if before >= 0 and page.tokens[before].deprel == "cc" else tree


def _governed(page: Page, cue: Cue) -> Content | None:
    if cue.entry.kind in ("preposition", "adverb"):
        return _matrix(page, cue)
    found = frames(page.syntax, cue)
    for take in cue.entry.takes:
        content = _taken(page, cue, take, found)
        if content is not None:
            return content
    if "clause" in cue.entry.takes and cue.entry.kind == "verb":
        return _inserted(page, cue) or _headed(page, cue)
    return None


def content_spans(page: Page, content: Content, given: Container[int]) -> tuple[Span, ...]:
    """Give the words of a content; a quotation that begins in it or right behind it belongs to it as a whole.

    That is no quotation that is ``given`` to another cue.
    """
    spans = list(runs(page.doc, content.tokens))
    numbers = {page.quoted.number[index] for index in content.tokens} - {-1}
    behind = _quotation_behind(page, content)
    if behind is not None and behind not in given:
        numbers.add(behind)
    for number in sorted(numbers):
        for part in page.quoted.quotations[number].spans:
            spans = _joined(spans, part)
    return tuple(sorted(whole for span in spans if (whole := _balanced(page, span)) is not None))


def _balanced(page: Page, span: Span) -> Span | None:
    """Cut a mark at an edge that opens or closes no quotation; None where nothing else is there."""
    stray = (page.quoted.number[index] < 0 and page.tokens[index].text in MARKS for index in page.doc.tokens_in(span))
    inside = [index for index, cut in zip(page.doc.tokens_in(span), stray, strict=True) if not cut]
    return page.doc.cover(inside) if inside else None


def _quotation_behind(page: Page, content: Content) -> int | None:
    """Give the quotation that goes on with a content: he accused her of lying "to the whole town"."""
    number = page.quoted.number
    last = max(content.tokens, default=-1)
    for index in range(last + 1, min(last + 3, len(number))):
        if number[index] >= 0:
            return number[index] if number[index] != number[last] else None
        if page.tokens[index].text != ":":
            return None
    return None


def _joined(spans: list[Span], part: Span) -> list[Span]:
    touching = [span for span in spans if span.overlaps(part)]
    whole = Span(
        start=min(part.start, *(span.start for span in touching), part.end),
        end=max(part.end, *(span.end for span in touching), part.start),
    )
    return [*(span for span in spans if span not in touching), whole]


def _taken(page: Page, cue: Cue, take: str, found: Mapping[str, Sequence[Complement]]) -> Content | None:
    """Give the content that one frame of an entry makes, None where the parse does not hold it."""
    first, _, second = take.rpartition("+")
    them = found.get(second)
    if take == "object+quotation":
        return _called(page, cue, found.get("object"))
    if not them:
        return _acted_on(page, cue, take)
    complement = them[0]
    if _only_possible(page, cue, take, complement):
        return None
    if take == "subject+infinitive" and complement.top < cue.head:
        return _of_tops(page, cue, "clause", complement.top)  # a headline: "Mayor to close yard, says Lee"
    if first:
        return _of_tops(page, cue, take, _thing(page, cue, first, complement, found), complement.top)
    if take == "clause":
        return _of_clauses(page, cue, them)
    tokens = _tree(page, complement.top, cue)
    if take == "infinitive" and (own := page.syntax.own_subject(complement.top)) is not None:
        tokens -= _tree(page, own, cue)
    return Content(tokens=tokens, take=take, link=complement.link)


def _called(page: Page, cue: Cue, objects: Sequence[Complement] | None) -> Content | None:
    """Give whom a quotation names, where the parse takes name and named for one: called *the deal "a scam"*."""
    if not objects or page.syntax.is_passive(cue.head):
        return None
    trees = [_tree(page, one.top, cue) for one in objects if page.tokens[one.top].head == cue.head]
    tokens = frozenset().union(*trees)
    behind = page.tokens[min(max(tokens) + 1, len(page.tokens) - 1)].text
    opened = [index for tree in trees for index in (*tree, min(tree) - 1)]
    if behind in OPENING or any(page.tokens[index].text in OPENING for index in opened):
        return Content(tokens=tokens, take="object+quotation")
    return None


def _only_possible(page: Page, cue: Cue, take: str, complement: Complement) -> bool:
    """Say whether an act is only purposed or possible: "*to support* the bill", "they *will warn* of floods"."""
    clause = page.syntax.clause(cue.head)
    if cue.entry.kind != "verb" or clause is None:
        return False
    if take == "object":
        light = light_verb_above(page, cue.head)
        begun = light is not None and page.tokens[light].lemma in page.words["undertaken"]
        return (clause.form == "infinitive" and not begun) or bool(clause.modals)
    return complement.link is not None and clause.tense == "future"


def _acted_on(page: Page, cue: Cue, take: str) -> Content | None:
    """Give the subject of a passive verb: "*the bill* was rejected by the senate"."""
    passive = page.syntax.is_passive(cue.head)
    if passive and (take == "subject" or (take == "object" and page.syntax.agent(cue.head) is not None)):
        return _of_tops(page, cue, "subject", page.syntax.own_subject(cue.head))
    return None


def _thing(
    page: Page, cue: Cue, first: str, complement: Complement, found: Mapping[str, Sequence[Complement]]
) -> int | None:
    """Give the first part of a content in two: "*he* is expected to win", "urged *her* to go"."""
    if first == "subject" or (cue.entry.kind == "verb" and page.syntax.is_passive(cue.head)):
        own = page.syntax.own_subject(cue.head)
        return page.tokens[cue.head].head if own is None and page.tokens[cue.head].deprel == "acl" else own
    objects = found.get("object")
    return objects[0].top if objects else page.syntax.own_subject(complement.top)


def _of_clauses(page: Page, cue: Cue, them: Sequence[Complement]) -> Content | None:
    """Give the content of a verb's clauses; a noun has one, and only with "that" or "whether" before it.

    "Comments he made" tells of the comments, not of what they said.
    """
    top = them[0].top
    if cue.entry.kind == "noun":
        return None if page.syntax.child(top, "mark") is None else _of_tops(page, cue, "clause", top)
    head = page.tokens[top].head
    return _of_tops(page, cue, "clause", *(one.top for one in them if page.tokens[one.top].head == head))


def _of_tops(page: Page, cue: Cue, take: str, *tops: int | None) -> Content | None:
    """Give the content that several branches make together, None where one of them is missing."""
    trees = [_tree(page, top, cue) for top in tops if top is not None]
    whole = frozenset().union(*trees)
    return Content(tokens=whole, take=take) if whole and len(trees) == len(tops) else None


def _tree(page: Page, top: int, cue: Cue) -> frozenset[int]:
    """Give the tokens below a token, without the cue's own branch where that lies among them."""
    tokens = frozenset(page.doc.subtree(top))
    return tokens.difference(cue.anchors, page.doc.subtree(cue.head) if cue.head in tokens else ())


def _inserted(page: Page, cue: Cue) -> Content | None:
    """Give the clause into which "…, he said, …" or "as he said" is put."""
    token = page.tokens[cue.head]
    marked = any(page.tokens[child].text.lower() == "as" for child in page.doc.children[cue.head])
    if not (token.deprel == "parataxis" or (token.deprel == "advcl" and marked)):
        return None
    if page.syntax.own_subject(cue.head) is None or light_verb_above(page, cue.head) is not None:
        return None
    top = token.head
    while page.tokens[top].deprel in ("aux", "auxpass"):
        top = page.tokens[top].head
    return _around(page, top, cue.head)


def _headed(page: Page, cue: Cue) -> Content | None:
    """Give what a headline puts before its cue, which the parse takes for a subject: "*Yard to close*, says mayor"."""
    subjects = [child for child in page.doc.children[cue.head] if page.tokens[child].deprel in ("nsubj", "csubj")]
    words = page.doc.subtree(subjects[0]) if len(subjects) > 1 and subjects[0] < cue.head < subjects[1] else ()
    told = any(page.tokens[index].upos in ("VERB", "AUX") for index in words)
    return Content(tokens=frozenset(words), take="clause") if told and page.tokens[cue.head - 1].text == "," else None


def _matrix(page: Page, cue: Cue) -> Content | None:
    """Give the clause that a phrase such as "according to …" or "reportedly" belongs to."""
    top = page.tokens[cue.head].head
    while page.tokens[top].upos not in ("VERB", "AUX") and page.tokens[top].head != top:
        top = page.tokens[top].head
    if cue.head and page.tokens[cue.head - 1].text == ",":
        top = _whole(page, top)
    content = _around(page, top, cue.head)
    last = cue.anchors[-1]
    poll = page.tokens[last].upos == "NOUN" and page.syntax.child(last, "poss") is None
    if poll and content is not None and min(content.tokens) < cue.head:
        return None  # "ahead in the polls" tells where; only "In a new poll, …" tells what it says
    return content


def _whole(page: Page, verb: int) -> int:
    """Give the verb of the sentence for which a source behind a comma stands: "was led by Lee *and has help*, …".

    A clause below goes with the one above it, and a second verb with the one whose subject it has.
    """
    while page.tokens[verb].head < verb:
        joined = page.tokens[verb].deprel == "conj" and page.syntax.own_subject(verb) is None
        if not joined and page.tokens[verb].deprel not in _BELOW:
            break
        verb = page.tokens[verb].head
    return verb


def _around(page: Page, top: int, inserted: int) -> Content | None:
    tokens = frozenset(page.doc.subtree(top)) - frozenset(page.doc.subtree(inserted))
    return Content(tokens=tokens, take="clause") if tokens else None
