"""The room's one way through: a parse to its clauses."""

from newsledger.model import Annotated, Syntax
from newsledger.model.syntax import Grammar
from newsledger.syntax.arguments import rule_arguments
from newsledger.syntax.arrays import Flags, Tree, build_tree
from newsledger.syntax.clauses import make_clauses, read_wording
from newsledger.syntax.functions import Functions, find_functions
from newsledger.syntax.proposals import propose
from newsledger.syntax.rules import Rules


def analyse(doc: Annotated, rules: Rules) -> Syntax:
    """Find the clauses of an article: what each predicate says of whom.

    Verbs, nouns and adjectives are predicates. An article without words has none.
    """
    tree = build_tree(doc)
    functions = find_functions(tree, rules)
    chosen = predicates(tree)
    arguments = rule_arguments(tree, propose(tree, functions, chosen))
    wording = read_wording(doc, tree, functions)
    made = make_clauses(tree, functions, wording, chosen, arguments)
    return Syntax(doc=doc, clauses={clause.head: clause for clause in made}, grammar=_grammar(functions))


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
