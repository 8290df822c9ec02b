"""The room's one way through: a parse to its clauses."""

from newsledger.model import Annotated, Syntax
from newsledger.model.syntax import Grammar
from newsledger.syntax.arrays import Flags, Tree, build_tree
from newsledger.syntax.clauses import Clauses
from newsledger.syntax.functions import Functions, find_functions
from newsledger.syntax.roles.arguments import Decisions
from newsledger.syntax.roles.candidates import find_candidates
from newsledger.syntax.roles.features import Context
from newsledger.syntax.roles.proposals import propose
from newsledger.syntax.rules import Rules


def analyse(doc: Annotated, rules: Rules) -> Syntax:
    """Find the clauses of an article: what each predicate says of whom.

    Verbs, nouns and adjectives are predicates. An article without words has none.
    """
    tree = build_tree(doc)
    functions = find_functions(tree, rules.traits)
    chosen = predicates(tree)
    speaking = chosen & (tree.among("VERB", "AUX") | rules.model.speaks(tree.lemmas))
    context = make_context(tree, functions, speaking)
    pairs, scores = rules.model.judge(context, find_candidates(tree, speaking, context.proposals))
    decided = Decisions(tree, context.proposals, pairs, scores)
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
