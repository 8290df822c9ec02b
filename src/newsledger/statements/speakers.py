"""Tells when a speaker goes on: "she said A and *added* B", "he said A, *adding* that B"."""

from newsledger.model import Annotated
from newsledger.statements.page import Page
from newsledger.statements.quoted.quotations import MARKS

_NAMING = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"})
_ENUMERATED = frozenset({"appos", "conj"})
#: Words from "have" to its participle in "they *have* time and again *said*", which the parse takes for two clauses.
_PARTED = 4


def goes_on(page: Page, verb: int) -> int | None:
    """Give the cue whose speaker a second one, ``verb``, shares although the parse puts it into what the first says.

    None where the second has a speaker of its own.
    """
    token = page.tokens[verb]
    if verb not in page.speakers or token.deprel not in ("conj", "advcl"):
        return None
    if page.syntax.own_subject(verb) is not None or page.syntax.is_infinitive(verb):
        return None
    said = token.head
    while page.tokens[said].deprel == "conj":
        said = page.tokens[said].head
    first = page.tokens[said].head
    if page.tokens[said].lemma == "have" and verb - said == _PARTED:
        return None
    if page.tokens[said].deprel != "ccomp" or first not in page.speakers or not first < said < verb:
        return None
    return first if _matches(page, first, verb) else None


def _matches(page: Page, first: int, second: int) -> bool:
    """Say whether the two verbs stand side by side: in one tense, or the second as a participle after a comma."""
    if page.tokens[second].deprel == "advcl":
        before = second - 1
        while before > first and page.tokens[before].text in MARKS:
            before -= 1
        return "Aspect=Prog" in page.tokens[second].morph and page.tokens[before].text == ","
    clauses = [page.syntax.clause(verb) for verb in (first, second)]
    tenses = {clause.tense for clause in clauses if clause is not None}
    return len(tenses) == 1 and page.syntax.child(second, "aux") is None


def lost_speaker(page: Page, verb: int) -> range | None:
    """Give the words of a speaker whom the parse puts into what is said.

    They stand between a quotation or a comma and a cue that has no subject: "…,” *the clerk, Ann Lee*, told
    the court", "… 14 people, most of them women, *activists* said".
    """
    if page.syntax.own_subject(verb) is not None or page.syntax.child(verb, "aux", "auxpass", "agent") is not None:
        return None
    start = page.doc.sentence_at(verb).start
    top = verb - 2 if page.tokens[verb - 1].text == "," else verb - 1
    if top <= start or page.tokens[top].upos not in ("NOUN", "PROPN"):
        return None
    quoted = next((index for index in range(top, start - 1, -1) if page.quoted.number[index] >= 0), top)
    named = all(page.tokens[index].upos in _NAMING for index in range(quoted + 1, top))
    if quoted < top and named and page.tokens[quoted + 1].upos != "ADP":
        return range(quoted + 1, top + 1)
    phrase = page.doc.subtree(top)
    closed = start < phrase[0] and phrase[-1] == top == verb - 1 and page.tokens[phrase[0] - 1].text == ","
    return range(phrase[0], verb) if closed and page.tokens[top].deprel in _ENUMERATED else None


def speaker_beside(doc: Annotated, verb: int, content: frozenset[int]) -> int | None:
    """Give the head of the name right before or right behind the cue of a quotation, where the parse gives none.

    "“We had to go,” her aide, *Ann Lee*, said", "“Stay,” shouted a *man*". No word of what is said is it.
    """
    before = verb - 1
    while before > 0 and doc.tokens[before].upos in ("ADV", "AUX", "PART"):
        before -= 1
    if doc.tokens[before].text == "," and doc.tokens[before - 1].upos == "PROPN":
        before -= 1
    if _may_speak(doc, before, verb, content):
        return before
    after = doc.sentence_at(verb).indices
    behind = next((index for index in after if index > verb and doc.tokens[index].upos not in ("ADV", "PART")), verb)
    phrase = [index for index in doc.subtree(doc.tokens[behind].head) if index >= behind] if behind > verb else []
    heads = (index for index in (behind, *phrase) if doc.tokens[index].upos in ("NOUN", "PROPN", "PRON"))
    found = next(heads, None)
    return found if found is not None and _may_speak(doc, found, verb, content) else None


def _may_speak(doc: Annotated, index: int, verb: int, content: frozenset[int]) -> bool:
    token = doc.tokens[index]
    same = doc.sentence_at(index) == doc.sentence_at(verb)
    return same and index not in content and token.upos in ("NOUN", "PROPN", "PRON") and "Case=Acc" not in token.morph
