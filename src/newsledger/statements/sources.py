"""Finds who makes a statement: who does what the cue says, or who stands in for it."""

from collections.abc import Collection

from newsledger.model import Annotated, Span
from newsledger.statements.cued import CuedArticle, runs
from newsledger.statements.cues import Cue
from newsledger.statements.speakers import goes_on

_EMPTY = frozenset({"it", "there"})
#: What tells of things as they stand around an act: "left *amid* criticism of the deal".
_AROUND = frozenset({"after", "amid", "despite", "following"})
_REFUSING = frozenset({"deny", "doubt", "reject"})


def source_of(cued: CuedArticle, cue: Cue, content: frozenset[int]) -> int | None:
    """Give the head of a cue's source, None where nobody is named; no word of its content is."""
    if cue.entry.kind == "noun":
        found = _of_noun(cued, cue.head)
    elif cue.entry.kind == "preposition":
        found = _of_preposition(cued, cue)
    elif cue.entry.kind == "adverb":
        found = None
    elif cue.entry.kind == "adjective":
        found = _as_worded(cued, cue.head, cued.syntax.subject(cue.head))
    else:
        first = goes_on(cued, cue.head)
        found = doer(cued, cue.head if first is None else first)
    if found is None or found in content or _says_nothing(cued, cue, found):
        return None
    return found


def _says_nothing(cued: CuedArticle, cue: Cue, source: int) -> bool:
    """Say whether a source is only a place-holder: "*it* seems that …", but not "*it* said that …"."""
    word = cued.tokens[source].text.lower()
    return word in _EMPTY and not (word == "it" and cue.head in cued.speakers)


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


def doer(cued: CuedArticle, verb: int) -> int | None:
    """Give who does what a verb says, own or understood; she who *issued* a letter saying so says it."""
    note = cued.syntax.clause(cued.tokens[verb].head) if cued.tokens[verb].deprel == "acl" else None
    if note is not None and note.governor is not None and "Aspect=Prog" in cued.tokens[verb].morph:
        above = note.governor.token
        verb = above if cued.tokens[above].lemma in cued.words["issuing"] else verb
    found = cued.syntax.agent(verb)
    return _as_worded(cued, verb, cued.syntax.own_subject(verb) if found is None and _has_said(cued, verb) else found)


def _has_said(cued: CuedArticle, verb: int) -> bool:
    """Say whether the parse takes "has" for "is": "*he's said* that it rains", but not "*it's said* that it rains"."""
    auxiliary, own = cued.syntax.child(verb, "auxpass"), cued.syntax.own_subject(verb)
    if auxiliary is None or own is None or cued.tokens[own].text.lower() in _EMPTY:
        return False
    return cued.tokens[auxiliary].text in ("'s", "’s") and cued.syntax.child(verb, "ccomp", "xcomp") is not None


def _as_worded(cued: CuedArticle, index: int, found: int | None) -> int | None:
    """Give the pronoun by which a relative clause calls its noun: "the clerk, *who* went and said …"."""
    for verb in (index, *(governor.token for governor in cued.syntax.governors(index))):
        own = cued.syntax.own_subject(verb)
        if own is not None:
            return own if cued.syntax.antecedent(own) == found else found
    return found


def _of_preposition(cued: CuedArticle, cue: Cue) -> int | None:
    """Give whose words a phrase tells: "according to *police*", "in *her* view", "in *a poll*"."""
    last = cue.anchors[-1]
    found = cued.syntax.child(last, "pobj", "poss")
    return last if found is None and cued.tokens[last].upos in ("NOUN", "PROPN") else found


def _of_noun(cued: CuedArticle, noun: int) -> int | None:
    """Give whose a noun is, or who does what it is part of: "imposed sanctions over accusations that …".

    Who denies reports is not who made them.
    """
    owner = cued.syntax.owner(noun)
    if owner is None:
        owner = cued.syntax.prepositional(noun, "from")
    if owner is not None:
        return owner
    for governor in cued.syntax.governors(noun):
        above = governor.token
        led = cued.tokens[cued.tokens[noun].head].text.lower() if governor.relation == "preposition" else ""
        if governor.relation not in ("object", "preposition", "conjunct", "complement") or led in _AROUND:
            return None
        if cued.tokens[above].upos in ("VERB", "AUX"):
            refusing = above in cued.cues and cued.cues[above][0].entry.attitude in _REFUSING
            return None if refusing else doer(cued, above)
    return None
