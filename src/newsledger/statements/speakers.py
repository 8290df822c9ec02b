"""Tells when a speaker goes on: "she said A and *added* B", "he said A, *adding* that B"."""

from collections.abc import Mapping

from newsledger.model import Annotated
from newsledger.statements.cues import Cue
from newsledger.statements.quoted.quotations import MARKS, Quoted
from newsledger.statements.syntax import PASSIVE_SUBJECTS, SUBJECTS, child_by, is_infinitive, parted_have

_NAMING = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"})
_OPENING_NAME = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_ENUMERATED = frozenset({"appos", "conj"})
_TENSES = ("Tense=Past", "Tense=Pres")


def goes_on(doc: Annotated, verb: int, speaking: Mapping[int, Cue]) -> int | None:
    """Give the cue whose speaker a second cue shares although the parse puts it into what the first one says.

    Args:
        doc: The parsed article.
        verb: The second cue.
        speaking: Cues that first of all take a quotation, by their head.

    Returns:
        The head of the first cue, or None where the second has a speaker of its own.
    """
    token = doc.tokens[verb]
    if verb not in speaking or child_by(doc, verb, (*SUBJECTS, *PASSIVE_SUBJECTS)) is not None:
        return None
    if parted_have(doc, verb) is not None or _has_only_object(doc, verb, speaking[verb]):
        return None
    if token.deprel not in ("conj", "advcl") or is_infinitive(doc, verb):
        return None
    said = token.head
    while doc.tokens[said].deprel == "conj":
        said = doc.tokens[said].head
    first = doc.tokens[said].head
    if doc.tokens[said].deprel != "ccomp" or first not in speaking or not first < said < verb:
        return None
    return first if _matches(doc, first, verb) else None


def _has_only_object(doc: Annotated, verb: int, cue: Cue) -> bool:
    """Say whether nothing is told but what somebody did: "said they had rioted and *urged* violence"."""
    clauses = child_by(doc, verb, ("ccomp", "xcomp", "dative"))
    return "object" in cue.entry.takes and clauses is None and child_by(doc, verb, ("dobj",)) is not None


def lost_speaker(doc: Annotated, verb: int, quoted: Quoted) -> range | None:
    """Give the words of a speaker whom the parse puts into what is said.

    They stand between a quotation or a comma and a cue that has no subject: "…,” *the clerk, Ann Lee*, told
    the court", "… 14 people, most of them women, *activists* said".
    """
    if child_by(doc, verb, (*SUBJECTS, *PASSIVE_SUBJECTS, "aux", "auxpass", "agent")) is not None:
        return None
    return _behind_quotation(doc, verb, quoted) or _behind_comma(doc, verb)


def _behind_quotation(doc: Annotated, verb: int, quoted: Quoted) -> range | None:
    first = verb
    while (
        first > doc.sentence_at(verb).start and quoted.number[first - 1] < 0 and doc.tokens[first - 1].upos in _NAMING
    ):
        first -= 1
    if first == verb or quoted.number[first - 1] < 0 or doc.tokens[first].upos not in _OPENING_NAME:
        return None
    last = verb - 1 if doc.tokens[verb - 1].text != "," else verb - 2
    return range(first, last + 1) or None


def _behind_comma(doc: Annotated, verb: int) -> range | None:
    top, start = verb - 1, doc.sentence_at(verb).start
    if top <= start or doc.tokens[top].upos not in ("NOUN", "PROPN") or doc.tokens[top].deprel not in _ENUMERATED:
        return None
    phrase = doc.subtree(top)
    closed = start < phrase[0] and phrase[-1] == top and doc.tokens[phrase[0] - 1].text == ","
    return range(phrase[0], verb) if closed else None


def speaker_beside(doc: Annotated, verb: int, content: frozenset[int]) -> int | None:
    """Give the head of the name right before or right behind the cue of a quotation, where the parse gives none.

    "“We had to go,” her aide, *Ann Lee*, said", "“Stay,” shouted a *man*".

    Args:
        doc: The parsed article.
        verb: The cue.
        content: The tokens of what is said.
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


def _matches(doc: Annotated, first: int, second: int) -> bool:
    """Say whether the two verbs stand side by side: in one tense, or the second as a participle after a comma."""
    if doc.tokens[second].deprel == "advcl":
        before = second - 1
        while before > first and doc.tokens[before].text in MARKS:
            before -= 1
        return "Aspect=Prog" in doc.tokens[second].morph and doc.tokens[before].text == ","
    tenses = [tuple(tense in doc.tokens[verb].morph for tense in _TENSES) for verb in (first, second)]
    return tenses[0] == tenses[1] and child_by(doc, second, ("aux",)) is None
