"""Whether it happened: tense, modality, negation, condition, and the words that it hangs from."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.events.frames.arguments import light_verb
from newsledger.events.frames.syntax import DEPTH, VERBS, child, is_infinitive, is_past, joined_verb, surface_subject
from newsledger.events.rules import Marker, Operator, Outcome, Rules
from newsledger.model import Annotated, Standing

_DONE = ("happened", "ongoing", "alleged")
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_CONDITIONS = frozenset({"if", "unless"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
#: Prepositions that set what follows them in the future.
_BEFORE = frozenset({"before", "ahead", "until", "pending"})
_BEFORE_NOUN = ("compound", "nmod", "amod")
#: Nouns that only measure or prolong what follows them: what is said of them is said of it.
_MEASURING = """amount batch billion delivery dozen end expansion extension form hundred increase kind lot million
    number package part pledge provision renewal resumption return round series start sum thousand total use wave
    year"""
_MEASURES = frozenset(_MEASURING.split())
_CLAUSES = ("xcomp", "ccomp", "acl", "oprd", "pcomp", "advcl")
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found, and the entries that say so."""

    standing: Standing
    present: bool = False
    rules: tuple[str, ...] = ()


HAPPENED = Judgement(standing="happened")
_PLANNED = Judgement(standing="planned")
_HYPOTHETICAL = Judgement(standing="hypothetical")


def judge(doc: Annotated, index: int, rules: Rules, depth: int = DEPTH) -> Judgement:
    """Say whether what a word names happened, from its own clause and from what that hangs from.

    Args:
        doc: The parsed article.
        index: The word's token.
        rules: The room's word lists.
        depth: How many clauses up to look.
    """
    own = _own(doc, index, rules)
    around = _around(doc, index, rules, depth - 1) if depth else None
    return _together(own, around)


def governor(doc: Annotated, index: int, rules: Rules) -> int | None:
    """Give the light verb or operator that a word hangs from, or None."""
    if doc.tokens[index].upos not in VERBS and (lent := light_verb(doc, index, rules)) is not None:
        return lent[0]
    found = operator_above(doc, index, rules)
    return None if found is None else found[1]


def is_before_clause(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether the clause that a noun stands in is about the present or what is to come."""
    for _ in range(DEPTH):
        above = doc.tokens[index].head
        if above == index:
            return False
        index = above
        if doc.tokens[index].upos in VERBS:
            outer = judge(doc, index, rules)
            return outer.present or outer.standing in ("ongoing", "planned", "hypothetical")
    return False


def operator_above(doc: Annotated, index: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the operator that a word hangs from as a clause or a noun, and its token."""
    token = doc.tokens[index]
    if token.head == index:
        return None
    if token.deprel in ("nsubj", "nsubjpass"):
        return _said_of_subject(doc, token.head, rules)
    if token.deprel in _BEFORE_NOUN:
        return _modified(doc, token.head, rules)
    named = token.deprel == "oprd" and token.upos not in VERBS  # "called it a lie"
    if named or (token.deprel == "advcl" and not is_infinitive(doc, index)):
        return None
    # "the rumour that they fired", "a way to end it"
    told = token.deprel == "relcl" and (child(doc, index, ("mark",)) is not None or is_infinitive(doc, index))
    slot = "comp" if told or token.deprel in _CLAUSES else "obj"
    for above, words in _governors(doc, index):
        top = doc.tokens[above]
        key = (top.lemma + words, _POS.get(top.upos, ""), slot)
        operator = rules.operators.get(key)
        if operator is None or (operator.standing == "open" and is_definite(doc, index)):
            continue
        if top.lemma != "be" or is_infinitive(doc, index):
            return operator, above
    return None


def _said_of_subject(doc: Annotated, verb: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give what a verb says of its subject: itself ("continue"), or what it is ("is false", "is without basis")."""
    for below in doc.children[verb]:
        token = doc.tokens[below]
        if token.deprel not in ("acomp", "attr", "prep"):
            continue
        noun = child(doc, below, ("pobj",)) if token.deprel == "prep" else None
        words = token.lemma if noun is None else f"{token.lemma} {doc.tokens[noun].lemma}"
        if (operator := rules.operators.get((words, "adj", "subj"))) is not None:
            return operator, verb
    found = rules.operators.get((doc.tokens[verb].lemma, "verb", "subj"))
    return (found, verb) if found else None


def _modified(doc: Annotated, noun: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the noun of a wish or plan that a word stands before ("a ceasefire proposal", "ceasefire talks")."""
    lemma = doc.tokens[noun].lemma
    keys = ((lemma, "noun", "comp"), *((lemma + after, "noun", "obj") for after in (" for", " of", " on")))
    found = next((rules.operators[key] for key in keys if key in rules.operators), None)
    return (found, noun) if found else None


def _governors(doc: Annotated, index: int) -> Iterator[tuple[int, str]]:
    """Give what a word may hang from by meaning, the likeliest first, with the preposition between.

    The parse hangs "to free" in "a call to free the men" from the verb, "of" in "accused the men of"
    from the men, and "to" in "it is vital to" from "is": the noun, the verb and the adjective come up here.
    """
    token = doc.tokens[index]
    above, words = token.head, ""
    if doc.tokens[above].upos == "ADP" and token.deprel in ("pobj", "pcomp"):
        words = " " + doc.tokens[above].lemma
        above = doc.tokens[above].head
    top = doc.tokens[above]
    if top.upos in VERBS:
        thing = child(doc, above, ("dobj", "acomp", "attr", "oprd"))
        if thing is not None and thing < index:
            yield thing, words
        particle = child(doc, above, ("prt",))
        if particle is not None:
            yield above, " " + doc.tokens[particle].lemma
    if is_infinitive(doc, index):
        yield above, " to"
    yield above, words
    if top.upos == "NOUN" and words and doc.tokens[top.head].upos in VERBS:
        yield top.head, words


def _around(doc: Annotated, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge by what the word hangs from; None where that says nothing of it."""
    verbal = doc.tokens[index].upos in VERBS
    lent = None if verbal else light_verb(doc, index, rules)
    if lent is not None:
        verb, light = lent
        return _under(light.standing, judge(doc, verb, rules, depth), light.rule)
    found = operator_above(doc, index, rules)
    if found is not None:
        operator, above = found
        outer = judge(doc, above, rules, depth)
        if outer.standing == "denied" and operator.object_control and operator.standing == "hypothetical":
            return Judgement(standing="hypothetical", rules=(operator.rule, *outer.rules))  # "will not ask him to go"
        return _under(_effect(doc, operator, above), outer, operator.rule)
    return (_clause_around if verbal else _noun_around)(doc, index, rules, depth)


def _effect(doc: Annotated, operator: Operator, index: int) -> Outcome:
    """Give what an operator makes of what hangs from it, by its tense where that decides."""
    if operator.standing == "open":
        return "hypothetical"
    if operator.standing == "forced":
        return "same" if is_past(doc, index) else "hypothetical"
    return operator.standing


def _clause_around(doc: Annotated, index: int, rules: Rules, depth: int) -> Judgement | None:
    token = doc.tokens[index]
    above = token.head
    if above == index:
        return None
    purpose = is_infinitive(doc, index)
    if token.deprel in ("advcl", "xcomp", "acl") and purpose:
        return _HYPOTHETICAL
    if token.deprel == "advcl" and _is_present(doc, index) and (outer := judge(doc, above, rules, depth)).rules:
        return outer  # "will leave after they meet", "may leave when they meet"
    own_time = "Tense=P" in token.morph and "VerbForm=Fin" in token.morph
    if token.deprel == "conj" and not own_time and child(doc, index, ("nsubj", "nsubjpass", "aux")) is None:
        return judge(doc, above, rules, depth)
    if token.deprel == "conj":
        return _around(doc, above, rules, depth) if depth and joined_verb(doc, index) == above else None
    if token.deprel in ("xcomp", "advcl", "pcomp") and not own_time and child(doc, index, ("mark", "aux")) is None:
        verb = doc.tokens[above].head if token.deprel == "pcomp" else above
        return judge(doc, verb, rules, depth) if doc.tokens[verb].upos in VERBS else None
    return None


def _noun_around(doc: Annotated, index: int, rules: Rules, depth: int) -> Judgement | None:
    token = doc.tokens[index]
    if token.deprel == "conj" and token.head != index:
        return _around(doc, token.head, rules, depth) if depth else None
    if token.deprel == "pobj" and doc.tokens[doc.tokens[token.head].head].lemma in _MEASURES:
        measured = _marked(doc, doc.tokens[token.head].head, rules)
        if measured is not None:
            return measured  # "the next round of talks"
    if token.deprel == "pobj":
        preposition = doc.tokens[token.head]
        if preposition.lemma in _BEFORE or doc.tokens[preposition.head].lemma in _BEFORE:
            return _PLANNED
    if token.deprel == "attr":
        return judge(doc, token.head, rules, depth)
    return None if is_definite(doc, index) else _unreal_clause(doc, index, rules, depth)


def is_definite(doc: Annotated, index: int) -> bool:
    """Say whether a noun is one that is known or somebody's ("the talks", "their talks")."""
    below = doc.children[index]
    return any(doc.tokens[i].text.lower() in _DEFINITE or doc.tokens[i].deprel == "poss" for i in below)


def _unreal_clause(doc: Annotated, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge an indefinite noun by its clause where that is not told as real ("could lead to a war")."""
    for _ in range(DEPTH):
        above = doc.tokens[index].head
        if above == index or doc.tokens[index].deprel in ("relcl", "acl", "appos"):
            return None
        measured = doc.tokens[index].lemma in _MEASURES
        if measured and (found := operator_above(doc, index, rules)) is not None:
            return _under(_effect(doc, *found), judge(doc, found[1], rules, depth), found[0].rule)
        if doc.tokens[above].upos in VERBS:
            outer = judge(doc, above, rules, depth)
            return outer if outer.standing in ("planned", "hypothetical") and outer.rules else None
        index = above
    return None


def _under(effect: Outcome, outer: Judgement, rule: str) -> Judgement:
    """Put together what an operator says and whether the operator's own act happened."""
    why = (rule, *outer.rules)
    if effect == "alleged" and outer.standing == "denied":
        return Judgement(standing="denied", rules=why)  # "denied the allegation that they fired"
    if effect == "same":
        return Judgement(standing=outer.standing, present=outer.present, rules=why)
    if outer.standing == "alleged" and effect in ("planned", "hypothetical"):
        return Judgement(standing="alleged", rules=why)
    if outer.standing in _DONE or effect in ("happened", "alleged"):
        return Judgement(standing=effect, rules=why)
    if outer.standing == "denied":
        denied = effect in ("planned", "hypothetical", "ongoing")
        return Judgement(standing="denied" if denied else "hypothetical", rules=why)
    if outer.standing == "hypothetical" or effect == "ongoing":
        return Judgement(standing=outer.standing, rules=why)
    return Judgement(standing=effect, rules=why)


def _together(own: Judgement, around: Judgement | None) -> Judgement:
    """Put a clause's own marks and what it hangs from together."""
    if around is None:
        return own
    why = (*own.rules, *around.rules)
    if own.standing == "denied":
        standing: Standing = "hypothetical" if around.standing == "hypothetical" else "denied"
        return Judgement(standing=standing, rules=why)
    if own.standing in ("planned", "hypothetical", "alleged") and own.rules:
        return Judgement(standing="denied" if around.standing == "denied" else own.standing, rules=why)
    if own.standing == "ongoing" and around.standing == "happened":
        return Judgement(standing="ongoing", rules=why)
    return Judgement(standing=around.standing, present=around.present, rules=why)


def _own(doc: Annotated, index: int, rules: Rules) -> Judgement:
    """Judge by the word's own clause: marks first, then tense."""
    marked = _marked(doc, index, rules)
    if marked is not None:
        return marked
    return _tense(doc, index) if doc.tokens[index].upos in VERBS else HAPPENED


def _marked(doc: Annotated, index: int, rules: Rules) -> Judgement | None:
    marks = _marks(doc, index, rules)
    said = {mark.standing for mark in marks}
    why = tuple(mark.rule for mark in marks)
    if doc.tokens[index].upos in VERBS and _nobody(doc, index):
        return Judgement(standing="denied", rules=why)
    if "denied" in said:
        open_end = any(
            mark.rule.endswith(("may aux", "might aux", "if mark", "should aux", "must aux")) for mark in marks
        )
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
        if marker is not None:
            found.append(marker)
    return tuple(found)


def _negated(doc: Annotated, index: int) -> str:
    return "no " if any(doc.tokens[i].text.lower() == "no" for i in doc.children[index]) else ""


def _backshifted(doc: Annotated, index: int, found: Judgement) -> Judgement:
    """Read "said it would leave" as the plan that it reports."""
    if "standing_markers/would aux" not in found.rules or doc.tokens[index].deprel not in ("ccomp", "conj"):
        return found
    perfect = any(doc.tokens[i].lemma == "have" and doc.tokens[i].deprel == "aux" for i in doc.children[index])
    return found if perfect else Judgement(standing="planned", rules=found.rules)


def _nobody(doc: Annotated, index: int) -> bool:
    who = child(doc, index, ("nsubj", "nsubjpass"))
    if who is None:
        return False
    words = (doc.tokens[who].text.lower(), *(doc.tokens[i].text.lower() for i in doc.children[who]))
    return not _NOBODY.isdisjoint(words[:2])


def _tense(doc: Annotated, index: int) -> Judgement:
    token = doc.tokens[index]
    helpers = [doc.tokens[i] for i in doc.children[index] if doc.tokens[i].deprel in ("aux", "auxpass")]
    if is_infinitive(doc, index):
        in_headline = doc.role_at(index) == "headline" and token.deprel == "ROOT"
        return _PLANNED if in_headline else _HYPOTHETICAL
    now = any(h.text.lower() in ("is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m") for h in helpers)
    if token.text.endswith("ing") and (now or any(h.lemma == "have" for h in helpers)):
        return Judgement(standing="ongoing")
    if _is_present(doc, index):
        return Judgement(standing="happened", present=True)
    bare = not helpers and token.morph == "VerbForm=Inf" and token.deprel == "ROOT"
    return _HYPOTHETICAL if bare and _is_order(doc, index) else HAPPENED


def _is_order(doc: Annotated, index: int) -> bool:
    """Say whether a bare verb is an order: nobody stands before it ("Air Strikes Kill 12" is none)."""
    before = doc.sentence_at(index).indices
    nobody = not any(doc.tokens[i].upos in ("NOUN", "PROPN") for i in before if i < index)
    return nobody and surface_subject(doc, index) is None


def _is_present(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    return "Tense=Pres" in token.morph and "VerbForm=Fin" in token.morph
