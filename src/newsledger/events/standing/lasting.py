"""Whether an act goes on, or is yet to come, by its clause as a whole: attitudes, wars, lawsuits, and dates."""

from newsledger.events.coder import Coded
from newsledger.events.rules import Rules
from newsledger.events.setting.details import When
from newsledger.events.standing.judge import is_before_clause, judge, verbs_above
from newsledger.events.standing.marks import has_now, is_definite
from newsledger.model import Annotated, Standing, Syntax

#: Events that are only named ("the vote") in a clause about the present are still to come.
_CALENDARED = frozenset({"election", "referendum"})
#: Types that, told in the present tense, are attitudes that last rather than deeds.
_ATTITUDES = frozenset({"SUPPORT", "REJECT", "COOPERATE"})
_LASTING = "lasting"
_LIGHT = "light_verbs/"
#: Prepositions that make a state of a noun ("on strike", "in custody").
_STATES = frozenset({"at", "in", "on", "under"})
#: Blocks whose present tense tells of what is done.
_HISTORICAL = ("headline", "caption")


def standing_of(syntax: Syntax, coded: Coded, dated: When, rules: Rules) -> Standing:
    """Say whether it happened, with what its clause and its date tell beside its own words.

    Args:
        syntax: The article's clauses.
        coded: The act.
        dated: When it is said to be.
        rules: The room's word lists.
    """
    standing = coded.judged.standing
    calendared = coded.hit.predicate.other_kind in _CALENDARED and coded.hit.trigger.pos == "noun"
    if calendared and not coded.judged.rules:
        standing = "planned" if is_before_clause(syntax, coded.index, rules) else standing
    elif standing == "happened" and not _is_over(syntax.doc, dated) and _goes_on(syntax, coded, rules):
        standing = "ongoing"
    to_come = (
        _is_to_come(syntax.doc, dated)
        and syntax.tense(coded.index) != "past"
        and not is_named_for(syntax, coded, rules)
    )
    return "planned" if to_come and standing in ("happened", "ongoing") else standing


def is_named_for(syntax: Syntax, coded: Coded, rules: Rules) -> bool:
    """Say whether a clause of the past names an act by its month, which is gone ("rejected a *May* accord")."""
    if coded.hit.trigger.pos != "noun" or is_before_clause(syntax, coded.index, rules):
        return False
    own = (syntax.tokens[i] for i in syntax.children[coded.index])
    return any(token.deprel in ("compound", "nmod") and token.text in rules.classes["calendar"] for token in own)


def _goes_on(syntax: Syntax, coded: Coded, rules: Rules) -> bool:
    """Say whether a clause in the present tense tells of an attitude, or names what lasts until it is ended."""
    if syntax.doc.role_at(coded.index) in _HISTORICAL:
        return False
    lasts = syntax.tokens[coded.index].lemma in rules.classes[_LASTING]
    if coded.judged.present:
        return lasts or coded.hit.predicate.event_type in _ATTITUDES
    told = any(not rule.startswith(_LIGHT) for rule in coded.judged.rules)
    if told or coded.hit.trigger.pos != "noun":
        return False
    others = coded.hit.predicate.others
    known = lasts and is_definite(syntax.doc, coded.index, rules)
    return (known or (others != () and others[0] in _STATES)) and _is_of_now(syntax, coded.index, rules)


def _is_of_now(syntax: Syntax, index: int, rules: Rules) -> bool:
    """Say whether the clause that a noun stands in is told in a present or future tense."""
    verb = next((above for above in verbs_above(syntax, index) if not _is_timeless(syntax, above)), None)
    return verb is not None and (judge(syntax, verb, rules).is_open or has_now(syntax, verb))


def _is_timeless(syntax: Syntax, index: int) -> bool:
    """Say whether a verb has the time of the clause that it hangs from: a participle without auxiliaries."""
    token = syntax.tokens[index]
    return "VerbForm=Part" in token.morph and token.head != index and syntax.child(index, "aux", "auxpass") is None


def _is_over(doc: Annotated, dated: When) -> bool:
    """Say whether its date lies before the article's."""
    published = doc.article.date_published.earliest
    return published is not None and dated.latest is not None and dated.latest < published


def _is_to_come(doc: Annotated, dated: When) -> bool:
    """Say whether it is dated after the article without a mark of the future ("at a summit in May")."""
    published = doc.article.date_published.latest
    return published is not None and dated.earliest is not None and dated.earliest > published
