"""What a word's own clause says of whether it happened: auxiliaries, adverbs, negation, tense."""

from dataclasses import dataclass

from newsledger.events.frames.syntax import CALENDAR, VERBS, child, is_infinitive, is_past, surface_subject
from newsledger.events.rules import Marker, Rules
from newsledger.model import Annotated, Standing

_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_CONDITIONS = frozenset({"if", "unless"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "all", "both"})
#: Auxiliaries of the present and of the past.
_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"})
_HAS = frozenset({"has", "have", "'s", "'ve", "’s", "’ve"})
_INVERTED = frozenset({"had", "were"})
_WAS = frozenset({"was", "were", "had", "did"})
#: Conjunctions that say nothing before a past tense ("before they met").
_BEFORE = frozenset({"before", "until"})
#: "not until", "not before": later than the day that follows, yet it comes.
_LATER = frozenset({"until", "till", "before"})
_DAYS = """day night morning noon afternoon evening midnight week weekend fortnight month year spring summer autumn
    fall winter tomorrow today tonight hour"""
_UNITS = frozenset(_DAYS.split())
#: Verbs whose clause with "would" tells no plan of anybody's ("means that it would leave").
_UNPLANNED = frozenset(
    {"argue", "believe", "doubt", "fear", "feel", "mean", "suggest", "think", "warn", "wonder", "worry"}
)
#: Words of a class for states that a passive tells of ("is stationed").
_STATES = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found, and the entries that say so."""

    standing: Standing
    present: bool = False
    rules: tuple[str, ...] = ()


HAPPENED = Judgement(standing="happened")
PLANNED = Judgement(standing="planned")
HYPOTHETICAL = Judgement(standing="hypothetical")


def is_definite(doc: Annotated, index: int) -> bool:
    """Say whether a noun is one that is known or somebody's ("the talks", "their talks", "all three talks")."""
    below = doc.children[index]
    return any(doc.tokens[i].text.lower() in _DEFINITE or doc.tokens[i].deprel == "poss" for i in below)


def is_of_past(doc: Annotated, index: int) -> bool:
    """Say whether a verb is told in a past tense, passive or active."""
    return is_past(doc, index) or bool(_WAS & _helpers(doc, index))


def _is_now(doc: Annotated, index: int) -> bool:
    """Say whether a verb is in the present tense."""
    return is_present(doc, index) or bool(_NOW & _helpers(doc, index))


def has_now(doc: Annotated, index: int) -> bool:
    """Say whether a verb is in the present perfect, whose outcome is of now ("has called for")."""
    return bool(_HAS & _helpers(doc, index))


def _helpers(doc: Annotated, index: int) -> frozenset[str]:
    below = (doc.tokens[i] for i in doc.children[index])
    return frozenset(token.text.lower() for token in below if token.deprel in ("aux", "auxpass"))


def own_clause(doc: Annotated, index: int, rules: Rules) -> Judgement:
    """Judge by the word's own clause: marks first, then tense."""
    found = marked(doc, index, rules)
    if found is not None:
        return found
    if doc.tokens[index].upos not in VERBS:
        return HAPPENED
    return HYPOTHETICAL if _is_inverted(doc, index) else _tense(doc, index, rules)


def _is_inverted(doc: Annotated, index: int) -> bool:
    """Say whether a clause opens with its auxiliary, as a condition or question ("*Had* they attacked, we …")."""
    who = child(doc, index, ("nsubj", "nsubjpass"))
    first = min(doc.subtree(index), default=index)
    return who is not None and first < who < index and doc.tokens[first].text.lower() in _INVERTED


def marked(doc: Annotated, index: int, rules: Rules) -> Judgement | None:
    """Judge by the words that mark a word of its clause; None where there are none."""
    marks = _marks(doc, index, rules)
    said = {mark.standing for mark in marks}
    why = tuple(mark.rule for mark in marks)
    if doc.tokens[index].upos in VERBS and _nobody(doc, index):
        return Judgement(standing="denied", rules=why)
    if "denied" in said:
        open_end = any(
            mark.rule.endswith(("may aux", "might aux", "if mark", "should aux", "must aux")) for mark in marks
        )
        if not open_end and _comes_later(doc, index):
            return Judgement(standing="happened" if is_of_past(doc, index) else "planned", rules=why)
        return Judgement(standing="hypothetical" if open_end else "denied", rules=why)
    if "planned" in said and _has_condition(doc, index):
        return Judgement(standing="hypothetical", rules=why)
    for standing in ("alleged", "hypothetical", "planned", "ongoing", "happened"):
        if standing in said:
            return _backshifted(doc, index, Judgement(standing=standing, rules=why))
    return None


def _has_condition(doc: Annotated, index: int) -> bool:
    clauses = (below for below in doc.children[index] if doc.tokens[below].deprel == "advcl")
    return any(doc.tokens[i].text.lower() in _CONDITIONS for clause in clauses for i in doc.children[clause])


def _marks(doc: Annotated, index: int, rules: Rules) -> tuple[Marker, ...]:
    found = []
    for below in doc.children[index]:
        token = doc.tokens[below]
        if token.deprel == "aux":
            kind = "aux"
        elif token.deprel in ("neg", "advmod", "preconj"):
            kind = "adv"
        elif token.deprel == "mark" and not (token.lemma in _BEFORE and is_past(doc, index)):
            kind = "mark"
        elif token.deprel in ("det", "amod", "predet", "nmod"):
            kind = "mod"
        else:
            continue
        word = token.text.lower()
        marker = rules.markers.get((kind, _negated(doc, below) + word))
        if marker is not None and not (kind == "adv" and marker.standing == "ongoing" and not _is_now(doc, index)):
            found.append(marker)
    return tuple(found)


def _comes_later(doc: Annotated, index: int) -> bool:
    """Say whether what is not done is only done later: "will not be released until Monday"."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        noun = child(doc, below, ("pobj",)) if token.deprel == "prep" and token.lemma in _LATER else None
        if noun is not None and any(_is_time(doc, i) for i in doc.subtree(noun)):
            return True
    return False


def _is_time(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    return token.text in CALENDAR or token.lemma in _UNITS or token.text.isdigit()


def _negated(doc: Annotated, index: int) -> str:
    return "no " if any(doc.tokens[i].text.lower() == "no" for i in doc.children[index]) else ""


def _backshifted(doc: Annotated, index: int, found: Judgement) -> Judgement:
    """Read "said it would leave" as the plan that it reports."""
    if "standing_markers/would aux" not in found.rules or doc.tokens[index].deprel not in ("ccomp", "conj"):
        return found
    perfect = any(doc.tokens[i].lemma == "have" and doc.tokens[i].deprel == "aux" for i in doc.children[index])
    if perfect or doc.tokens[_cue(doc, index)].lemma in _UNPLANNED:
        return found
    return Judgement(standing="planned", rules=found.rules)


def _cue(doc: Annotated, index: int) -> int:
    """Give the verb that a clause is the content of, past those that it is joined to."""
    while doc.tokens[index].deprel == "conj" and doc.tokens[index].head != index:
        index = doc.tokens[index].head
    return doc.tokens[index].head


def _nobody(doc: Annotated, index: int) -> bool:
    who = child(doc, index, ("nsubj", "nsubjpass"))
    if who is None:
        return False
    words = (doc.tokens[who].text.lower(), *(doc.tokens[i].text.lower() for i in doc.children[who]))
    return not _NOBODY.isdisjoint(words[:2])


def _tense(doc: Annotated, index: int, rules: Rules) -> Judgement:
    token = doc.tokens[index]
    helpers = [doc.tokens[i] for i in doc.children[index] if doc.tokens[i].deprel in ("aux", "auxpass")]
    if is_infinitive(doc, index):
        in_headline = doc.role_at(index) == "headline" and token.deprel == "ROOT"
        return PLANNED if in_headline else HYPOTHETICAL
    now = any(h.text.lower() in _NOW for h in helpers)
    if token.text.endswith("ing") and (now or any(h.lemma == "have" for h in helpers)):
        return Judgement(standing="ongoing")
    if is_present(doc, index):
        return Judgement(standing="happened", present=True)
    if token.lemma in rules.classes[_STATES] and _is_state(doc, index):
        return Judgement(standing="ongoing")
    bare = not helpers and token.morph == "VerbForm=Inf" and token.deprel == "ROOT"
    return HYPOTHETICAL if bare and _is_order(doc, index) else HAPPENED


def _is_state(doc: Annotated, index: int) -> bool:
    """Say whether a passive is of the present: "are stationed", "has been held since May"."""
    if child(doc, index, ("auxpass",)) is None or child(doc, index, ("agent",)) is not None:
        return False
    helpers = _helpers(doc, index)
    if _NOW & helpers and "been" not in helpers and "being" not in helpers:
        return True
    since = (doc.tokens[i].lemma for i in doc.children[index] if doc.tokens[i].deprel in ("prep", "advcl", "advmod"))
    return bool(_HAS & helpers) and "since" in since


def _is_order(doc: Annotated, index: int) -> bool:
    """Say whether a bare verb is an order: nobody stands before it ("Air Strikes Kill 12" is none)."""
    before = doc.sentence_at(index).indices
    nobody = not any(doc.tokens[i].upos in ("NOUN", "PROPN") for i in before if i < index)
    return nobody and surface_subject(doc, index) is None


def is_present(doc: Annotated, index: int) -> bool:
    """Say whether a verb is finite and in the present tense."""
    token = doc.tokens[index]
    return "Tense=Pres" in token.morph and "VerbForm=Fin" in token.morph
