"""Whether it happened: tense, modality, negation, condition, and the words that it hangs from."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from newsledger.events.frames.arguments import light_verb
from newsledger.events.frames.links import DEPTH, VERBS, governing_verb
from newsledger.events.rules import Operator, Outcome, Rules
from newsledger.events.standing.marks import (
    HAPPENED,
    HYPOTHETICAL,
    Judgement,
    is_definite,
    is_present,
    marked,
    own_clause,
)
from newsledger.events.standing.operators import operator_above
from newsledger.model import Annotated, Standing, Syntax

_DONE = ("happened", "ongoing", "alleged")
#: Prepositions before what is talked of.
_ABOUT = frozenset({"about", "on", "over"})
#: Types of what has a date set for it, so that "before the talks" may mean talks to come even in a tale of the past.
_SET = frozenset({"CONSULT", "OTHER"})
#: Kinds of what befalls people.
_BEFALLING = frozenset({"accident", "crime", "death", "disaster"})
#: Verbs that answer what somebody else has said or ruled.
_ANSWERS = frozenset({"deny", "refuse", "reject"})
#: Where words of an entry stand that are no preposition ("*made good* on", "*backed away* from").
_WITH_VERB = ("prt", "acomp", "oprd", "advmod")


def judge(syntax: Syntax, index: int, rules: Rules, depth: int = DEPTH) -> Judgement:
    """Say whether what a word names happened, from its own clause and from what that hangs from.

    Args:
        syntax: The article's clauses.
        index: The word's token.
        rules: The room's word lists.
        depth: How many clauses up to look.
    """
    around = _around(syntax, index, rules, depth - 1) if (depth) else None
    return _together(own_clause(syntax, index, rules), around)


def is_before_clause(syntax: Syntax, index: int, rules: Rules) -> bool:
    """Say whether the clause that a noun stands in is about the present or what is to come."""
    verb = next(verbs_above(syntax, index), None)
    return verb is not None and judge(syntax, verb, rules).is_open


def verbs_above(syntax: Syntax, index: int) -> Iterator[int]:
    """Walk up over the verbs in whose clauses a word stands."""
    return (above for above in islice(syntax.doc.ancestors(index), DEPTH) if syntax.tokens[above].upos in VERBS)


def _around(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge by what the word hangs from; None where that says nothing of it."""
    verbal = syntax.tokens[index].upos in VERBS
    lent = None if verbal else light_verb(syntax, index, rules)
    if lent is not None:
        verb, light = lent
        # "Negotiated the January accord"
        opened: Outcome = "same" if is_definite(syntax.doc, index, rules) else "hypothetical"
        effect = opened if light.standing == "open" else light.standing
        if _only_answers(syntax, verb, index, rules):
            effect = "happened"
        return _under(effect, judge(syntax, verb, rules, depth), light.rule)
    found = operator_above(syntax, index, rules)
    if found is not None:
        operator, above = found
        outer = judge(syntax, above, rules, depth)
        if (kept := _kept(syntax, above, rules, depth)) is not None:
            return replace(kept, rules=(operator.rule, *kept.rules))
        if outer.standing == "denied" and operator.object_control and operator.standing == "hypothetical":
            return Judgement(standing="hypothetical", rules=(operator.rule, *outer.rules))  # "will not ask him to go"
        return _under(_effect(syntax, operator, above), outer, operator.rule)
    return (_clause_around if verbal else _noun_around)(syntax, index, rules, depth)


def _only_answers(syntax: Syntax, verb: int, noun: int, rules: Rules) -> bool:
    """Say whether a verb answers what somebody else has said or ruled, which is done ("rejected the verdict")."""
    return syntax.tokens[verb].lemma in _ANSWERS and syntax.tokens[noun].lemma in rules.classes["uttered"]


def _kept(syntax: Syntax, noun: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge what is promised or threatened by what became of the promise ("broke its promise to leave")."""
    governed = governing_verb(syntax, noun, rules) if syntax.tokens[noun].upos == "NOUN" and depth else None
    if governed is None:
        return None
    verb, words = governed
    parts = [syntax.tokens[i].lemma for i in syntax.children[verb] if syntax.tokens[i].deprel in _WITH_VERB]
    keys = (" ".join((syntax.tokens[verb].lemma, *middle, *words)) for middle in (parts, ()))
    found = next((rules.operators[key, "verb", "vow"] for key in keys if (key, "verb", "vow") in rules.operators), None)
    outer = None if found is None else judge(syntax, verb, rules, depth)
    if found is None or outer is None or outer.standing not in _DONE:
        return None
    return _under(_effect(syntax, found, verb), outer, found.rule)


def _effect(syntax: Syntax, operator: Operator, index: int) -> Outcome:
    """Give what an operator makes of what hangs from it, by its tense where that decides."""
    if operator.standing == "open":
        return "hypothetical"
    if operator.standing == "forced":
        verb = syntax.tokens[index].head if syntax.tokens[index].upos == "ADJ" else index
        return "same" if syntax.tense(verb) == "past" else "hypothetical"
    return operator.standing


def _clause_around(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    token = syntax.tokens[index]
    above = token.head
    if above == index:
        return None
    if token.deprel in ("advcl", "xcomp", "acl") and syntax.is_infinitive(index):
        return HYPOTHETICAL  # a purpose
    if token.deprel == "conj":
        return _joined_around(syntax, index, rules, depth)
    if token.deprel == "pcomp" and (found := _after_preposition(syntax, index, rules)) is not None:
        return found
    about = syntax.tokens[above]
    if token.deprel == "pcomp" and about.lemma in _ABOUT and syntax.tokens[about.head].upos == "NOUN":
        return HYPOTHETICAL  # "differences over forming a government"
    if token.deprel == "acl" and syntax.tokens[above].deprel == "dobj" and not is_definite(syntax.doc, above, rules):
        return _unreal_clause(syntax, above, rules, depth)  # "if he does not sign a paper agreeing to go"
    return _beside(syntax, index, rules, depth)


def _joined_around(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge a clause after "and" by the one that it goes on from."""
    above = syntax.tokens[index].head
    if not _has_own_time(syntax.doc, index) and syntax.child(index, "nsubj", "nsubjpass", "aux") is None:
        return judge(syntax, above, rules, depth)
    # "told him to pay and left": no infinitive before a past
    leaves = syntax.tense(index) == "past" and syntax.is_infinitive(above)
    return _around(syntax, above, rules, depth) if depth and not leaves else None


def _beside(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge a clause that is in the time of the one above it: "will leave after they meet", "left, meeting nobody"."""
    token = syntax.tokens[index]
    if token.deprel == "advcl" and is_present(syntax, index):
        beside = rules.classes["beside conjunction"]
        marks = (syntax.tokens[i] for i in syntax.children[index] if syntax.tokens[i].deprel == "mark")
        outer = judge(syntax, token.head, rules, depth) if beside.isdisjoint(i.text.lower() for i in marks) else None
        return outer if outer is not None and outer.rules else None
    timeless = not _has_own_time(syntax.doc, index) and syntax.child(index, "mark", "aux") is None
    if token.deprel not in ("xcomp", "advcl", "pcomp") or not timeless:
        return None
    verb = syntax.tokens[token.head].head if token.deprel == "pcomp" else token.head
    return judge(syntax, verb, rules, depth) if syntax.tokens[verb].upos in VERBS else None


def _has_own_time(doc: Annotated, index: int) -> bool:
    morph = doc.tokens[index].morph
    return "Tense=P" in morph and "VerbForm=Fin" in morph


def _noun_around(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    token = syntax.tokens[index]
    if token.deprel == "conj" and token.head != index:
        return _around(syntax, token.head, rules, depth) if depth else None
    if token.deprel in ("acomp", "attr"):
        return _told_of_subject(syntax, index, rules, depth)
    found = (_of_phrase if token.deprel == "pobj" else _to_have_effect)(syntax, index, rules)
    if found is not None:
        return found
    return None if is_definite(syntax.doc, index, rules) else _unreal_clause(syntax, index, rules, depth)


def _of_phrase(syntax: Syntax, index: int, rules: Rules) -> Judgement | None:
    """Judge a noun behind a preposition by that and by what it hangs from."""
    above = syntax.tokens[syntax.tokens[index].head].head
    measured = marked(syntax, above, rules) if syntax.tokens[above].lemma in rules.classes["measure"] else None
    if measured is not None:
        return measured  # "the next round of talks"
    found = _after_preposition(syntax, index, rules)
    if found is not None:
        return found
    verb = syntax.tokens[above]
    tip = verb.lemma == "lead" and syntax.tokens[verb.head].lemma in rules.classes["tip"]
    return HYPOTHETICAL if tip else None  # "information leading to an arrest"


def _to_have_effect(syntax: Syntax, index: int, rules: Rules) -> Judgement | None:
    """Judge what is to have an effect: "the launch *will* mark his third", "the closure *would* cost many jobs"."""
    token = syntax.tokens[index]
    clause = syntax.clause(token.head)
    if token.deprel != "nsubj" or clause is None or clause.voice != "active" or clause.is_negated:
        return None
    modal = any(syntax.tokens[i].lemma in ("will", "would") for i in syntax.children[token.head])
    if not modal or _befalls(token.lemma, rules):
        return None
    own = own_clause(syntax, token.head, rules)
    return own if own.standing in ("planned", "hypothetical") and own.rules else None


def _befalls(noun: str, rules: Rules) -> bool:
    """Say whether a noun is for what nobody sets a date for, and so is over when it is told ("the spill")."""
    entries = rules.predicates["noun"].get(noun, ())
    return any(entry.event_type == "ASSAULT" or entry.other_kind in _BEFALLING for entry in entries)


def _told_of_subject(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge what somebody or something is said to be; an adjective only where it is not ("was *not* willing")."""
    outer = judge(syntax, syntax.tokens[index].head, rules, depth)
    unreal = outer.standing in ("denied", "hypothetical", "planned") and outer.rules
    return outer if unreal or syntax.tokens[index].deprel == "attr" else None


def _after_preposition(syntax: Syntax, index: int, rules: Rules) -> Judgement | None:
    """Judge by a preposition before a noun or a clause: "ahead of the talks", "without talks", "instead of meeting"."""
    preposition = syntax.tokens[index].head
    places = (preposition, syntax.tokens[preposition].head, *syntax.children[preposition])
    slot = "comp" if syntax.tokens[index].upos in VERBS else "obj"
    keys = ((syntax.tokens[i].lemma, "prep", slot) for i in places if i < index)
    found = next((rules.operators[key] for key in keys if key in rules.operators), None)
    if found is None:
        return None
    if found.standing == "planned" and is_definite(syntax.doc, index, rules) and _is_told_as_past(syntax, index, rules):
        return None
    return _under(_effect(syntax, found, index), HAPPENED, found.rule)


def _is_told_as_past(syntax: Syntax, index: int, rules: Rules) -> bool:
    """Say whether a noun for what nobody sets a date for stands in a clause of the past ("fled before the attack")."""
    entries = rules.predicates["noun"].get(syntax.tokens[index].lemma, ())
    dated = any(entry.event_type in _SET for entry in entries)
    return not dated and not is_before_clause(syntax, index, rules)


def _unreal_clause(syntax: Syntax, index: int, rules: Rules, depth: int) -> Judgement | None:
    """Judge an indefinite noun by its clause where that is not told as real ("could lead to a war")."""
    for _ in range(DEPTH):
        above = syntax.tokens[index].head
        if above == index or syntax.tokens[index].deprel in ("relcl", "acl", "appos"):
            return None
        if syntax.tokens[above].upos in VERBS:
            outer = judge(syntax, above, rules, depth)
            return outer if outer.standing in ("planned", "hypothetical") and outer.rules else None
        index = above
    return None


def _under(effect: Outcome, outer: Judgement, rule: str) -> Judgement:
    """Put together what an operator says and whether the operator's own act happened."""
    present = outer.present and effect == "same"
    return Judgement(standing=_outcome(effect, outer), present=present, rules=(rule, *outer.rules))


def _outcome(effect: Outcome, outer: Judgement) -> Standing:
    if effect == "same":
        return outer.standing
    if effect == "ended" or effect == "lasts":  # noqa: PLR1714 -- mypy narrows a literal by == alone
        over = outer.standing in _DONE if effect == "ended" else outer.standing == "happened" and not outer.present
        return "happened" if over else "ongoing"
    if outer.standing == "denied":
        return _of_denied(effect)
    if outer.standing == "alleged" and effect in ("planned", "hypothetical"):
        return "alleged"
    if effect == "ongoing" and outer.standing == "hypothetical":
        asked = outer.rules != () and outer.rules[0].startswith("standing_operators")
        return "ongoing" if asked else "hypothetical"  # "urged them to keep talking", "they may keep talking"
    if effect == "ongoing":
        return "planned" if outer.standing == "planned" else "ongoing"
    return "hypothetical" if outer.standing == "hypothetical" and effect not in ("happened", "alleged") else effect


def _of_denied(effect: Outcome) -> Standing:
    """Say what is of that whose operator is denied: "did not regret firing", "did not refuse to fire"."""
    if effect == "happened":
        return "happened"
    return "hypothetical" if effect == "denied" else "denied"  # also "denied the allegation that they fired"


def _together(own: Judgement, around: Judgement | None) -> Judgement:
    """Put a clause's own marks and what it hangs from together."""
    if around is None:
        return own
    why = (*own.rules, *around.rules)
    if own.standing == "denied":
        standing: Standing = "hypothetical" if around.standing == "hypothetical" else "denied"
        return Judgement(standing=standing, rules=why)
    if own.standing == "planned" and own.rules and around.standing == "hypothetical" and around.rules:
        return Judgement(standing="hypothetical", rules=why)  # "hopes that they will meet"
    if own.standing in ("planned", "hypothetical", "alleged") and own.rules:
        return Judgement(standing="denied" if around.standing == "denied" else own.standing, rules=why)
    if own.standing == "ongoing" and around.standing == "happened":
        return Judgement(standing="ongoing", rules=why)
    return Judgement(standing=around.standing, present=around.present, rules=why)
