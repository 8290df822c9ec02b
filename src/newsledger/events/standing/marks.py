"""What a word's own clause says of whether it happened: auxiliaries, adverbs, negation, tense."""

from dataclasses import dataclass

from newsledger.events.frames.links import VERBS
from newsledger.events.rules import Marker, Rules
from newsledger.model import Annotated, Standing, Syntax

_CONDITIONS = frozenset({"if", "unless"})
#: Conjunctions that say nothing before a past tense ("before they met").
_BEFORE = frozenset({"before", "until"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found, and the entries that say so."""

    standing: Standing
    present: bool = False
    rules: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is of the present or of what is to come."""
        return self.present or self.standing in ("ongoing", "planned", "hypothetical")


HAPPENED = Judgement(standing="happened")
PLANNED = Judgement(standing="planned")
HYPOTHETICAL = Judgement(standing="hypothetical")


def is_definite(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether a noun is one that is known or somebody's ("the talks", "their talks", "all three talks")."""
    below, known = doc.children[index], rules.classes["definite"] | rules.classes["pointing"]
    return any(doc.tokens[i].text.lower() in known or doc.tokens[i].deprel == "poss" for i in below)


def has_now(syntax: Syntax, index: int) -> bool:
    """Say whether a verb is in the present perfect, whose outcome is of now ("has called for")."""
    clause = syntax.clause(index)
    return clause is not None and clause.tense == "present" and "perfect" in clause.aspect


def own_clause(syntax: Syntax, index: int, rules: Rules) -> Judgement:
    """Judge by the word's own clause: marks first, then tense."""
    found = marked(syntax, index, rules)
    if found is not None:
        return found
    if syntax.tokens[index].upos not in VERBS:
        return HAPPENED
    return _tense(syntax, index, rules)


def marked(syntax: Syntax, index: int, rules: Rules) -> Judgement | None:
    """Judge by the words that mark a word of its clause; None where there are none."""
    marks = _marks(syntax, index, rules)
    said = {mark.standing for mark in marks}
    why = tuple(mark.rule for mark in marks)
    clause = syntax.clause(index)
    if clause is not None and clause.is_negated and clause.form is not None and "denied" not in said:
        return Judgement(standing="denied", rules=why)
    if "denied" in said:
        open_end = any(
            mark.rule.endswith(("may aux", "might aux", "if mark", "should aux", "must aux")) for mark in marks
        )
        return Judgement(standing="hypothetical" if open_end else "denied", rules=why)
    if "planned" in said and _has_condition(syntax.doc, index):
        return Judgement(standing="hypothetical", rules=why)
    for standing in ("alleged", "hypothetical", "planned", "ongoing", "happened"):
        if standing in said:
            return _backshifted(syntax.doc, index, Judgement(standing=standing, rules=why), rules)
    return None


def _has_condition(doc: Annotated, index: int) -> bool:
    clauses = (below for below in doc.children[index] if doc.tokens[below].deprel == "advcl")
    return any(doc.tokens[i].text.lower() in _CONDITIONS for clause in clauses for i in doc.children[clause])


def _marks(syntax: Syntax, index: int, rules: Rules) -> tuple[Marker, ...]:
    found, clause = [], syntax.clause(index)
    for below in syntax.children[index]:
        token = syntax.tokens[below]
        if token.lemma == "not" and clause is not None and below not in clause.negations:
            continue  # "not only"
        if token.deprel == "aux":
            kind = "aux"
        elif token.deprel in ("neg", "advmod", "preconj"):
            kind = "adv"
        elif token.deprel == "mark" and not (token.lemma in _BEFORE and syntax.tense(index) == "past"):
            kind = "mark"
        elif token.deprel in ("det", "amod", "predet", "nmod"):
            kind = "mod"
        else:
            continue
        denied = any(syntax.tokens[i].text.lower() == "no" for i in syntax.children[below])
        marker = rules.markers.get((kind, f"no {token.text.lower()}" if denied else token.text.lower()))
        if marker is not None and not (
            kind == "adv" and marker.standing == "ongoing" and syntax.tense(index) != "present"
        ):
            found.append(marker)
    return tuple(found)


def _backshifted(doc: Annotated, index: int, found: Judgement, rules: Rules) -> Judgement:
    """Read "said it would leave" as the plan that it reports."""
    if "standing_markers/would aux" not in found.rules or doc.tokens[index].deprel not in ("ccomp", "conj"):
        return found
    perfect = any(doc.tokens[i].lemma == "have" and doc.tokens[i].deprel == "aux" for i in doc.children[index])
    if perfect or doc.tokens[_cue(doc, index)].lemma in rules.classes["unplanned"]:
        return found
    return Judgement(standing="planned", rules=found.rules)


def _cue(doc: Annotated, index: int) -> int:
    """Give the verb that a clause is the content of, past those that it is joined to."""
    while doc.tokens[index].deprel == "conj" and doc.tokens[index].head != index:
        index = doc.tokens[index].head
    return doc.tokens[index].head


def _tense(syntax: Syntax, index: int, rules: Rules) -> Judgement:
    token = syntax.tokens[index]
    helpers = [syntax.tokens[i] for i in syntax.children[index] if syntax.tokens[i].deprel in ("aux", "auxpass")]
    if syntax.is_infinitive(index):
        in_headline = token.deprel == "ROOT" and syntax.child(index, "nsubj", "nsubjpass") is not None
        return PLANNED if in_headline else HYPOTHETICAL
    now = any(h.text.lower() in rules.classes["be now"] for h in helpers)
    if token.text.endswith("ing") and (now or any(h.lemma == "have" for h in helpers)):
        return Judgement(standing="ongoing")
    if is_present(syntax, index):
        return Judgement(standing="happened", present=True)
    if token.lemma in rules.classes["state"] and _is_state(syntax, index):
        return Judgement(standing="ongoing")
    bare = not helpers and token.morph == "VerbForm=Inf" and token.deprel == "ROOT"
    return HYPOTHETICAL if bare and is_order(syntax, index) else HAPPENED


def _is_state(syntax: Syntax, index: int) -> bool:
    """Say whether a passive is of the present: "are stationed", "has been held since May"."""
    clause = syntax.clause(index)
    if clause is None or clause.voice != "passive" or clause.tense != "present" or syntax.agent(index) is not None:
        return False
    since = (syntax.tokens[i].lemma == "since" for i in syntax.children[index])
    return clause.aspect == "simple" or any(since)


def is_order(syntax: Syntax, index: int) -> bool:
    """Say whether a bare verb is an order: nobody stands before it ("Air Strikes Kill 12" is none)."""
    before = syntax.doc.sentence_at(index).indices
    nobody = not any(syntax.tokens[i].upos in ("NOUN", "PROPN") for i in before if i < index)
    return nobody and syntax.subject(index) is None


def is_present(syntax: Syntax, index: int) -> bool:
    """Say whether a verb is in the simple present, active and without auxiliaries that say more."""
    clause = syntax.clause(index)
    simple = clause is not None and clause.aspect == "simple" and clause.voice == "active" and not clause.modals
    return simple and syntax.tense(index) == "present"
