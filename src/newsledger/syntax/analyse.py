"""The room's one way through: a parse to its clauses."""

from collections.abc import Collection

from newsledger.model import Annotated, Syntax
from newsledger.model.syntax import Grammar
from newsledger.syntax.arrays import Flags, Tree, build_tree
from newsledger.syntax.clauses import Clauses
from newsledger.syntax.functions import Functions, find_functions
from newsledger.syntax.roles.arguments import Decisions
from newsledger.syntax.roles.batches import Batches
from newsledger.syntax.roles.candidates import find_candidates
from newsledger.syntax.roles.features import Context
from newsledger.syntax.roles.proposals import propose
from newsledger.syntax.rules import Rules


def analyse(doc: Annotated, rules: Rules, likely: Collection[int] | None = None) -> Syntax:
    """Find the clauses of an article: what each predicate says of whom.

    Verbs, nouns and adjectives are predicates. An article without words has none.

    Args:
        doc: The parsed article.
        rules: The room's rules.
        likely: Tokens whose arguments will be asked for. These are then judged together when one is, and all
            others not before one of them is; without it all are judged at once.
    """
    tree = build_tree(doc)
    functions = find_functions(tree, rules.traits)
    chosen = predicates(tree)
    speaking = chosen & (tree.among("VERB", "AUX") | rules.model.speaks(tree.lemmas))

    def judge(batch: Flags) -> Decisions:
        context = make_context(tree, functions, batch)
        pairs, scores = rules.model.judge(context, find_candidates(tree, batch, context.proposals))
        return Decisions(tree, context.proposals, pairs, scores)

    decided = judge(speaking) if likely is None else Batches(speaking, likely, judge)
    return Syntax(doc=doc, clauses=Clauses(doc, tree, functions, chosen, decided.of), grammar=_grammar(functions))


def make_context(tree: Tree, functions: Functions, chosen: Flags) -> Context:
    """Bring together what the features of the chosen predicates are made of."""
    return Context(tree=tree, functions=functions, proposals=propose(tree, functions, chosen))


def predicates(tree: Tree) -> Flags:
    """Say which tokens may be predicates: verbs that are no auxiliaries, nouns, adjectives."""
    helping = tree.has("aux", "auxpass")
    return (tree.among("VERB", "AUX") & ~helping) | tree.among("NOUN", "ADJ")


def _grammar(functions: Functions) -> Grammar:
    return Grammar(
        subjects=tuple(functions.subjects.tolist()),
        agents=tuple(functions.agents.tolist()),
        objects=tuple(functions.objects.tolist()),
        recipients=tuple(functions.recipients.tolist()),
        antecedents=tuple(functions.antecedents.tolist()),
        owners=tuple(functions.owners.tolist()),
    )
