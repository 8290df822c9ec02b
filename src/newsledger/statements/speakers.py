"""Tells when a speaker goes on: "she said A and *added* B", "he said A, *adding* that B"."""

from newsledger.model import Annotated
from newsledger.statements.cued import CuedArticle

#: Words from "have" to its participle in "they *have* time and again *said*", which the parse takes for two clauses.
_PARTED = 4
_NAMING = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"})


def goes_on(cued: CuedArticle, verb: int) -> int | None:
    """Give the cue whose speaker a second one, ``verb``, shares although the parse puts it into what the first says.

    None where the second has a speaker of its own.
    """
    token = cued.tokens[verb]
    if verb not in cued.speakers or token.deprel not in ("conj", "advcl"):
        return None
    if cued.syntax.own_subject(verb) is not None or cued.syntax.is_infinitive(verb):
        return None
    said = token.head
    while cued.tokens[said].deprel == "conj":
        said = cued.tokens[said].head
    first = cued.tokens[said].head
    if cued.tokens[said].lemma == "have" and verb - said == _PARTED:
        return None
    if cued.tokens[said].deprel != "ccomp" or first not in cued.speakers or not first < said < verb:
        return None
    return first if _matches(cued, first, verb) else None


def _matches(cued: CuedArticle, first: int, second: int) -> bool:
    """Say whether the two verbs stand side by side: in one tense, or the second as a participle."""
    if cued.tokens[second].deprel == "advcl":
        return "Aspect=Prog" in cued.tokens[second].morph
    clauses = [cued.syntax.clause(verb) for verb in (first, second)]
    tenses = {clause.tense for clause in clauses if clause is not None}
    return len(tenses) == 1 and cued.syntax.child(second, "aux") is None


def lost_speaker(cued: CuedArticle, verb: int) -> range | None:
    """Give the words of a speaker whom the parse loses: they stand right before a cue that has no subject.

    "…,” *the clerk, Ann Lee*, told the court", "in Lima, *Ann Lee, the mayor*, said that …", "*two clerks* found
    in May that …".
    """
    if _has_subject(cued, verb) or _is_participle(cued, verb):
        return None
    start = cued.doc.sentence_at(verb).start
    last = _word_before(cued, verb)
    if not start <= last < verb or cued.tokens[last].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    quoted = next((index for index in range(last, start - 1, -1) if cued.quoted.number[index] >= 0), last)
    named = all(cued.tokens[index].upos in _NAMING for index in range(quoted + 1, last))
    if quoted < last and named and cued.tokens[quoted + 1].upos != "ADP":
        return range(quoted + 1, last + 1)
    head = _head_of_name(cued, last)
    return range(cued.doc.first_below[head], last + 1) if cued.quoted.number[head] < 0 else None


def _has_subject(cued: CuedArticle, verb: int) -> bool:
    """Say whether a verb has a subject, or needs none: it is passive, an infinitive or has an auxiliary before it."""
    syntax = cued.syntax
    return syntax.own_subject(verb) is not None or syntax.child(verb, "aux", "auxpass", "agent") is not None


def _is_participle(cued: CuedArticle, verb: int) -> bool:
    """Say whether a verb describes a noun: "the man *named* Ott", but not "two clerks *found* in May that …"."""
    if cued.tokens[verb].deprel not in ("acl", "amod", "advcl"):
        return False
    return "Aspect=Perf" not in cued.tokens[verb].morph or cued.syntax.child(verb, "ccomp") is None


def _word_before(cued: CuedArticle, verb: int) -> int:
    """Give the last word of what may be a name before a verb: adverbs, a comma and what stands in brackets are none."""
    before = verb - 1
    while before > 0 and cued.tokens[before].upos == "ADV":
        before -= 1
    return before - 1 if cued.tokens[before].text == "," else before


def _head_of_name(cued: CuedArticle, last: int) -> int:
    """Give the head of the name that ends in a word, through its apposition, "and" and "of"."""
    head, tokens = last, cued.tokens
    while True:
        above = tokens[head].head
        joined = tokens[head].deprel == "conj" and tokens[cued.doc.first_below[head] - 1].deprel == "cc"
        led = tokens[head].deprel == "pobj" and tokens[above].text in ("of", "for")
        if not (joined or led or tokens[head].deprel == "appos") or above > last:
            return head
        head = tokens[above].head if led else above


def speaker_behind(doc: Annotated, verb: int, content: frozenset[int]) -> int | None:
    """Give the head of the name right behind a cue that the parse gives no speaker: "“Stay,” shouted a *man*"."""
    after = doc.sentence_at(verb).indices
    behind = next((index for index in after if index > verb and doc.tokens[index].upos not in ("ADV", "PART")), verb)
    phrase = [index for index in doc.subtree(doc.tokens[behind].head) if index >= behind] if behind > verb else []
    heads = (index for index in (behind, *phrase) if doc.tokens[index].upos in ("NOUN", "PROPN", "PRON"))
    found = _named(doc, next(heads, None))
    return None if found in content else found


def _named(doc: Annotated, first: int | None) -> int | None:
    """Give the head of a name by a word that opens it: shouted *Lee*'s brother, *port* clerk Ann Ott."""
    while first is not None and doc.tokens[first].deprel in ("poss", "compound") and doc.tokens[first].head > first:
        first = doc.tokens[first].head
    return first
