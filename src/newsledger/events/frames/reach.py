"""To whom something is done where no slot of its frame says so: who stands in what it is about."""

from collections.abc import Callable

from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import Trigger, slot
from newsledger.events.frames.parties import Party, Who, described_at, is_own
from newsledger.events.frames.phrases import noun_phrase
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Syntax

#: Types that several do to each other where nobody else is named.
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Acts whose object may be such an act itself, done by its owner ("repeated Kenya's support for Chad").
GIVEN = frozenset({"AGREE", "AID", "COOPERATE", "SUPPORT"})
#: Acts that may be aimed at an act or a thing that is nobody's ("rejected the decision").
_AT_THINGS = frozenset({"ACCUSE", "CONCEDE", "PROTEST", "REJECT", "SANCTION", "SUPPORT"})
#: How deep is looked, and by what branches.
_REACH = 5
_BRANCHES = """dobj prep pobj ccomp xcomp acl pcomp compound poss nmod amod dative nsubj nsubjpass
    agent"""
_ABOUT = frozenset(_BRANCHES.split())
#: The same with relative clauses, whose own subject is no recipient ("an attack in which gunmen stormed the port").
_ABOUT_CLAUSE = (_ABOUT | {"relcl"}) - {"nsubj"}


def farther(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, actor: Party | None, who: Who, rules: Rules
) -> Party | None:
    """Give the nearest actor in what a deed is about, else the act or thing that it is about."""
    if actor is None or (predicate.event_type in TOGETHER and len(actor.ids) > 1):
        return None  # several who agree do so with each other
    given = syntax.child(trigger.index, "dobj") if predicate.event_type == "AID" else None
    gifts = frozenset() if given is None or "dobj" in predicate.recipient else frozenset({given})
    if predicate.event_type == "AGREE":  # "offered to send *troops* to Chad"
        below = (i for i in syntax.doc.subtree(trigger.index) if syntax.tokens[i].deprel == "dobj")
        gifts = frozenset(i for i in below if syntax.tokens[i].lemma in rules.classes["troops"])
    return (
        _within_reach(syntax, trigger, actor, who, _leads(syntax.doc, rules, _ABOUT), gifts)
        or _thing(syntax, trigger, predicate, actor, who, rules)
        or _within_reach(syntax, trigger, actor, who, _leads(syntax.doc, rules, _ABOUT_CLAUSE), gifts)
    )


def _thing(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, actor: Party, who: Who, rules: Rules
) -> Party | None:
    """Give the act or thing that a deed is about where it is nobody's ("condemned the bombing")."""
    if predicate.event_type not in _AT_THINGS:
        return None
    names = (name for name in predicate.recipient if name not in ("mod", "poss"))
    if predicate.event_type == "CONCEDE":  # who gives in does so to somebody, who lifts a ban lifts it from a thing
        names = (name for name in names if name in ("prep:on", "prep:against", "prep:in", "prep:of"))
    heads = (slot(syntax, trigger, name, who, rules) for name in names)
    found = next((head for head in heads if head is not None and head not in (trigger.index, actor.head)), None)
    partner = None if found is None else syntax.prepositional(found, "with")
    return None if found is None else described_at(syntax, found if partner is None else partner, who, rules)


def _within_reach(
    syntax: Syntax, trigger: Trigger, actor: Party, who: Who, leads: Callable[[int], bool], gifts: frozenset[int]
) -> Party | None:
    """Give the nearest actor below a deed, layer by layer: "rejected an appeal filed by *the miners*".

    What is given is passed over, never those to whom ("sent an envoy to *the rebels*").
    """
    layer = [trigger.index if trigger.support is None or trigger.pos == "verb" else trigger.support]
    start = min(layer[0], trigger.index)
    for _ in range(_REACH):
        layer = [
            below
            for above in layer
            for below in syntax.children[above]
            if below > start and below != actor.head and leads(below)
        ]
        for index in layer:
            ids = () if index in gifts else who.heads.get(index, ())
            if not ids or set(ids) & set(actor.ids) or index in who.dated or syntax.tokens[index].upos == "PRON":
                continue
            if not is_own(syntax, index, actor.ids, who):
                return Party(head=index, span=noun_phrase(syntax, index), ids=ids, by="nearest actor below the deed")
    return None


def _leads(doc: Annotated, rules: Rules, labels: frozenset[str]) -> Callable[[int], bool]:
    """Make the test of words that lead to what a deed is about: not when, as what, nor whose gift it is."""

    def leads(index: int) -> bool:
        token = doc.tokens[index]
        if token.deprel == "prep":
            return token.deprel in labels and token.text.lower() not in rules.classes["aside preposition"]
        gives = token.deprel in ("poss", "compound", "amod", "nmod") and is_act(doc, token.head, GIVEN, rules)
        return token.deprel in labels and not gives

    return leads


def is_act(doc: Annotated, noun: int, types: frozenset[str], rules: Rules) -> bool:
    """Say whether a noun names an act of one of the types."""
    return any(entry.event_type in types for entry in rules.predicates["noun"].get(doc.tokens[noun].lemma, ()))
