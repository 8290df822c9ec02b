"""Whether the words around a time look back or ahead."""

from newsledger.model import Annotated
from newsledger.times.find import Phrase
from newsledger.times.rules import Rules

_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "should", "must", "would"})
_CLIMBS = 8


def looks_ahead(doc: Annotated, phrase: Phrase, rules: Rules) -> tuple[bool | None, str | None]:
    """Say whether a time lies ahead, by the verb that it hangs from.

    Returns:
        True, False, or None where nothing tells; and the lexicon row that decided, if one did.
    """
    index = doc.head_in(phrase.span)
    if index is None:
        return None, None
    for _ in range(_CLIMBS):
        head = doc.tokens[index].head
        cue = rules.futures.get(doc.tokens[head].lemma)
        if cue is not None and _faces_forward(doc, head):
            return True, cue
        if doc.tokens[head].upos in ("VERB", "AUX"):
            found = _by_verb(doc, head, rules)
            if found[0] is not None:
                return found
        if head == index:
            break
        index = head
    return None, None


def _faces_forward(doc: Annotated, index: int) -> bool:
    """Tell "plans to", "is due" and "was scheduled for" from a plan that was carried out."""
    return doc.tokens[index].upos != "VERB" or bool(doc.children[index])


def _by_verb(doc: Annotated, verb: int, rules: Rules) -> tuple[bool | None, str | None]:
    token = doc.tokens[verb]
    helpers = [doc.tokens[child] for child in doc.children[verb] if doc.tokens[child].deprel in ("aux", "auxpass")]
    forms = {helper.text.lower() for helper in helpers}
    if forms & _MODALS:
        return not any(helper.lemma == "have" for helper in helpers), None
    if "to" in forms:
        governor = doc.tokens[token.head]
        cue = rules.futures.get(governor.lemma)
        if cue is not None or governor.lemma in ("be", "go"):
            return True, cue
        return None, None
    if "Tense=Past" in token.morph or any("Tense=Past" in h.morph or h.lemma == "have" for h in helpers):
        return False, None
    return None, None
