"""Finds who makes a statement: who does what the cue says, or who stands in for it."""

from collections.abc import Collection

from newsledger.model import Annotated, Span
from newsledger.statements.cues import Cue
from newsledger.statements.page import Page, runs
from newsledger.statements.speakers import goes_on

_EMPTY = frozenset({"it", "there"})
#: What tells of things as they stand around an act: "left *amid* criticism of the deal".
_AROUND = frozenset({"after", "amid", "despite", "following"})
_REFUSING = frozenset({"deny", "doubt", "reject"})


def source_of(page: Page, cue: Cue, content: frozenset[int]) -> int | None:
    """Give the head of a cue's source, None where nobody is named; no word of its content is."""
    if cue.entry.kind == "noun":
        found = _of_noun(page, cue.head)
    elif cue.entry.kind == "preposition":
        found = _of_preposition(page, cue)
    elif cue.entry.kind == "adverb":
        found = None
    elif cue.entry.kind == "adjective":
        found = _as_worded(page, cue.head, page.syntax.subject(cue.head))
    else:
        first = goes_on(page, cue.head)
        found = doer(page, cue.head if first is None else first)
    if found is None or found in content or _says_nothing(page, cue, found):
        return None
    return found


def _says_nothing(page: Page, cue: Cue, source: int) -> bool:
    """Say whether a source is only a place-holder: "*it* seems that …", but not "*it* said that …"."""
    word = page.tokens[source].text.lower()
    speaks = word == "it" and cue.head in page.speakers and not page.syntax.is_passive(cue.head)
    return word in _EMPTY and not speaks


def source_span(doc: Annotated, head: int, cue: int | None = None, without: Collection[int] = ()) -> Span:
    """Give the words of a source: its noun phrase with titles and appositions.

    A clause or day that a comma sets off is none of them: "the minister, Ann Lee, *on Monday*".

    Args:
        doc: The parsed article.
        head: The head of the source.
        cue: The head of its cue; in "a note *saying* that …" what hangs from it is no part of the source.
        without: Tokens that are no part of it, such as those of the content.
    """
    indices = set(doc.subtree(head, without=("advcl",))).difference(
        without, (doc.tokens[index].head for index in without if doc.tokens[index].deprel == "pobj")
    )
    if cue is not None and cue != head and cue in indices:
        indices.difference_update(doc.subtree(cue))
    for child in doc.children[head]:
        later = doc.tokens[child].deprel == "relcl" or doc.tokens[child].text == "on"
        if later and doc.tokens[doc.first_below[child] - 1].text == ",":
            indices.difference_update(doc.subtree(child))
    own = (index for index in indices if doc.tokens[index].deprel != "case" or doc.tokens[index].head != head)
    spans = runs(doc, own)
    return next((span for span in spans if span.holds(doc.tokens[head].span)), doc.tokens[head].span)


def doer(page: Page, verb: int) -> int | None:
    """Give who does what a verb says, own or understood; she who *issued* a letter saying so says it."""
    note = page.syntax.clause(page.tokens[verb].head) if page.tokens[verb].deprel == "acl" else None
    if note is not None and note.governor is not None and "Aspect=Prog" in page.tokens[verb].morph:
        above = note.governor.token
        verb = above if page.tokens[above].lemma in page.words["issuing"] else verb
    found = page.syntax.agent(verb)
    return _as_worded(page, verb, page.syntax.own_subject(verb) if found is None and _has_said(page, verb) else found)


def _has_said(page: Page, verb: int) -> bool:
    """Say whether the parse takes "has" for "is": "*he's said* that it rains", but not "*it's said* that it rains"."""
    auxiliary, own = page.syntax.child(verb, "auxpass"), page.syntax.own_subject(verb)
    if auxiliary is None or own is None or page.tokens[own].text.lower() in _EMPTY:
        return False
    return page.tokens[auxiliary].text in ("'s", "’s") and page.syntax.child(verb, "ccomp", "xcomp") is not None


def _as_worded(page: Page, index: int, found: int | None) -> int | None:
    """Give the pronoun by which a relative clause calls its noun: "the clerk, *who* went and said …"."""
    for verb in (index, *(governor.token for governor in page.syntax.governors(index))):
        own = page.syntax.own_subject(verb)
        if own is not None:
            return own if page.syntax.antecedent(own) == found else found
    return found


def _of_preposition(page: Page, cue: Cue) -> int | None:
    """Give whose words a phrase tells: "according to *police*", "in *her* view", "in *a poll*"."""
    last = cue.anchors[-1]
    found = page.syntax.child(last, "pobj", "poss")
    return last if found is None and page.tokens[last].upos in ("NOUN", "PROPN") else found


def _of_noun(page: Page, noun: int) -> int | None:
    """Give whose a noun is, or who does what it is part of: "imposed sanctions over accusations that …".

    Who denies reports is not who made them.
    """
    owner = page.syntax.owner(noun)
    if owner is None:
        owner = page.syntax.prepositional(noun, "from")
    if owner is not None:
        return owner
    for governor in page.syntax.governors(noun):
        above = governor.token
        led = page.tokens[page.tokens[noun].head].text.lower() if governor.relation == "preposition" else ""
        if governor.relation not in ("object", "preposition", "conjunct", "complement") or led in _AROUND:
            return None
        if page.tokens[above].upos in ("VERB", "AUX"):
            refusing = above in page.cues and page.cues[above][0].entry.attitude in _REFUSING
            return None if refusing else doer(page, above)
    return None
