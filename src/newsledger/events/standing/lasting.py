"""Whether an act goes on, or is yet to come, by its clause as a whole: attitudes, wars, lawsuits, and dates."""

from newsledger.events.coder import Coded
from newsledger.events.frames.syntax import CALENDAR, DEPTH, VERBS, child
from newsledger.events.rules import Rules
from newsledger.events.setting.details import When
from newsledger.events.standing.judge import is_before_clause, judge
from newsledger.events.standing.marks import has_now, is_definite, is_of_past
from newsledger.model import Annotated, Standing

#: Events that are only named ("the vote") in a clause about the present are still to come.
_CALENDARED = frozenset({"election", "referendum"})
#: Types that, told in the present tense, are attitudes that last rather than deeds.
_ATTITUDES = frozenset({"SUPPORT", "REJECT", "COOPERATE", "OTHER"})
_LASTING = "lasting"
_LIGHT = "light_verbs/"
#: Prepositions that make a state of a noun ("on strike", "in custody").
_STATES = frozenset({"at", "in", "on", "under"})
#: Blocks whose present tense tells of what is done.
_HISTORICAL = ("headline", "caption")


def standing_of(doc: Annotated, coded: Coded, dated: When, rules: Rules) -> Standing:
    """Say whether it happened, with what its clause and its date tell beside its own words.

    Args:
        doc: The parsed article.
        coded: The act.
        dated: When it is said to be.
        rules: The room's word lists.
    """
    standing = coded.judged.standing
    if _is_calendared(coded) and not coded.judged.rules:
        standing = "planned" if is_before_clause(doc, coded.index, rules) else standing
    elif standing == "happened" and not _is_over(doc, dated) and _goes_on(doc, coded, rules):
        standing = "ongoing"
    to_come = _is_to_come(doc, dated) and not is_of_past(doc, coded.index) and not is_named_for(doc, coded, rules)
    return "planned" if to_come and standing in ("happened", "ongoing") else standing


def is_named_for(doc: Annotated, coded: Coded, rules: Rules) -> bool:
    """Say whether a clause of the past names an act by its month, which is gone ("rejected a *May* accord")."""
    if coded.hit.trigger.pos != "noun" or is_before_clause(doc, coded.index, rules):
        return False
    own = (doc.tokens[i] for i in doc.children[coded.index])
    return any(token.deprel in ("compound", "nmod") and token.text in CALENDAR for token in own)


def _is_calendared(coded: Coded) -> bool:
    return coded.hit.predicate.other_kind in _CALENDARED and coded.hit.trigger.pos == "noun"


def _goes_on(doc: Annotated, coded: Coded, rules: Rules) -> bool:
    """Say whether a clause in the present tense tells of an attitude, or names what lasts until it is ended."""
    if doc.role_at(coded.index) in _HISTORICAL:
        return False
    lasts = doc.tokens[coded.index].lemma in rules.classes[_LASTING]
    if coded.judged.present:
        return lasts or coded.hit.predicate.event_type in _ATTITUDES
    told = any(not rule.startswith(_LIGHT) for rule in coded.judged.rules)
    if told or coded.hit.trigger.pos != "noun":
        return False
    others = coded.hit.predicate.others
    known = lasts and is_definite(doc, coded.index)
    return (known or (others != () and others[0] in _STATES)) and _is_of_now(doc, coded.index, rules)


def _is_of_now(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether the clause that a noun stands in is told in a present or future tense."""
    for _ in range(DEPTH):
        above = doc.tokens[index].head
        if above == index:
            return False
        index = above
        if doc.tokens[index].upos in VERBS and not _is_timeless(doc, index):
            outer = judge(doc, index, rules)
            return outer.present or outer.standing in ("ongoing", "planned", "hypothetical") or has_now(doc, index)
    return False


def _is_timeless(doc: Annotated, index: int) -> bool:
    """Say whether a verb has the time of the clause that it hangs from: a participle without auxiliaries."""
    token = doc.tokens[index]
    return "VerbForm=Part" in token.morph and token.head != index and child(doc, index, ("aux", "auxpass")) is None


def _is_over(doc: Annotated, dated: When) -> bool:
    """Say whether its date lies before the article's."""
    published = doc.article.date_published.earliest
    return published is not None and dated.latest is not None and dated.latest < published


def _is_to_come(doc: Annotated, dated: When) -> bool:
    """Say whether it is dated after the article without a mark of the future ("at a summit in May")."""
    published = doc.article.date_published.latest
    return published is not None and dated.earliest is not None and dated.earliest > published
