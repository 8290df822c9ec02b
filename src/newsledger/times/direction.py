"""Whether the words around a time look back or ahead."""

from newsledger.model import Annotated
from newsledger.times.find import Phrase
from newsledger.times.rules import Rules

_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "should", "must", "would"})
_LIMITS = frozenset({"by", "until", "till", "through"})
_TOWARDS = frozenset({"of", "for", "to", "until", "till", "by", "before", "through"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_OPENERS = frozenset({"after", "before", "when", "once", "until", "if", "unless"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How far up the tree the verb is looked for.
_CLIMBS = 6

Direction = tuple[bool | None, str | None]
_NOTHING: Direction = (None, None)


def looks_ahead(doc: Annotated, phrase: Phrase, rules: Rules) -> Direction:
    """Say whether a time lies ahead, by the verb that it hangs from.

    Returns:
        True, False, or None where nothing tells; and the lexicon row that decided, if one did.
    """
    index = doc.head_in(phrase.span)
    if index is None:
        return _NOTHING
    before = doc.tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.upos == "ADJ" and before.lemma in rules.futures:
        return True, rules.futures[before.lemma].rule
    for _ in range(_CLIMBS):
        head = doc.tokens[index].head
        if head == index:
            break
        if doc.tokens[index].deprel == "poss" and doc.tokens[head].deprel not in _SUBJECTS:
            return _NOTHING
        found = _by_head(doc, index, head, rules)
        if found[0] is not None:
            return found
        index = head
    return (True, None) if before is not None and before.text.lower() in _LIMITS else _NOTHING


def _by_head(doc: Annotated, child: int, head: int, rules: Rules) -> Direction:
    token = doc.tokens[head]
    cue = rules.futures.get(token.lemma)
    if cue is not None and _FITS[cue.how](doc, child, head):
        return True, cue.rule
    if token.upos not in ("VERB", "AUX"):
        return _NOTHING
    if _is_calendar_entry(doc, child, head):
        return True, None
    return _by_complement(doc, head, rules) or _by_verb(doc, head, rules)


def _is_calendar_entry(doc: Annotated, child: int, verb: int) -> bool:
    """Say whether a plain "is" sets a day for a thing: "the vote is on Monday", "the hearing is Monday"."""
    if doc.tokens[verb].lemma != "be" or not _is_present(doc, child, verb) or doc.tokens[verb].deprel == "aux":
        return False
    if doc.tokens[child].text.lower() != "on" and doc.tokens[child].deprel not in ("attr", "npadvmod"):
        return False
    others = (below for below in doc.children[verb] if below != child)
    said = [doc.tokens[below].deprel for below in others]
    subject = next((below for below in doc.children[verb] if doc.tokens[below].deprel in _SUBJECTS), None)
    return subject is not None and doc.tokens[subject].upos == "NOUN" and not {"attr", "acomp", "neg"} & set(said)


def _by_complement(doc: Annotated, verb: int, rules: Rules) -> Direction | None:
    """Look at what a form of "be" says: "she is due in town on Friday"."""
    if doc.tokens[verb].lemma != "be" or "Tense=Past" in doc.tokens[verb].morph:
        return None
    for child in doc.children[verb]:
        cue = rules.futures.get(doc.tokens[child].lemma)
        if cue is not None and doc.tokens[child].upos == "ADJ":
            return True, cue.rule
    return None


def _plans(doc: Annotated, child: int, head: int) -> bool:
    """Tell "plans to leave on Friday" and "is due Friday" from "agreed on Friday" and "a record set on Friday"."""
    token, below = doc.tokens[head], doc.tokens[child]
    if below.deprel in _CLAUSES and "Tense=Past" not in below.morph:
        return True
    if _sets_limit(doc, child, head):
        return True
    helpers = {doc.tokens[i].text.lower() for i in doc.children[head] if doc.tokens[i].deprel in ("aux", "auxpass")}
    if token.upos == "VERB":
        return bool(helpers & {"is", "are", "be", "'s", "’s"}) or (
            below.deprel == "dobj" and "Tense=Pres" in token.morph
        )
    return token.upos == "ADJ" and "Tense=Past" not in doc.tokens[token.head].morph


def _is_present(doc: Annotated, child: int, head: int) -> bool:  # noqa: ARG001 -- the tests share one signature
    """Tell "opens on Friday" from "opened on Friday"."""
    return "Tense=Pres" in doc.tokens[head].morph and "VerbForm=Fin" in doc.tokens[head].morph


def _sets_limit(doc: Annotated, child: int, head: int) -> bool:  # noqa: ARG001
    """Tell "postponed until Friday" from "postponed it on Friday"."""
    return doc.tokens[child].upos in ("ADP", "SCONJ", "PART") and doc.tokens[child].text.lower() in _TOWARDS


def _is_verb(doc: Annotated, child: int, head: int) -> bool:  # noqa: ARG001
    """Take "scheduled a hearing Friday" in any tense."""
    return doc.tokens[head].upos == "VERB"


#: How a word looks ahead, by its column in ``futures.en.tsv``.
_FITS = {"plan": _plans, "present": _is_present, "limit": _sets_limit, "always": _is_verb}


def _by_verb(doc: Annotated, verb: int, rules: Rules) -> Direction:
    token = doc.tokens[verb]
    helpers = [doc.tokens[child] for child in doc.children[verb] if doc.tokens[child].deprel in ("aux", "auxpass")]
    forms = {helper.text.lower() for helper in helpers}
    if forms & _MODALS:
        return not any(helper.lemma == "have" for helper in helpers), None
    if "to" in forms:
        if token.deprel == "ROOT":
            return True, None  # a headline's "Hale to visit Orlow on Friday"
        governor = doc.tokens[token.head]
        cue = rules.futures.get(governor.lemma)
        if cue is not None and cue.how == "plan":
            return True, cue.rule
        return (True, None) if governor.lemma in ("be", "go") and token.deprel == "xcomp" else _NOTHING
    if "Tense=Pres" in token.morph and _opens_clause(doc, verb):
        return True, None  # "after it comes into force on Tuesday"
    if "Tense=Past" in token.morph or any("Tense=Past" in h.morph or h.lemma == "have" for h in helpers):
        return False, None
    return _NOTHING


def _opens_clause(doc: Annotated, verb: int) -> bool:
    return any(
        doc.tokens[child].text.lower() in _OPENERS and doc.tokens[child].deprel in ("mark", "advmod")
        for child in doc.children[verb]
    )
