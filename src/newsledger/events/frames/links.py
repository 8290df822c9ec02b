"""What a word is linked to over prepositions, light nouns and clauses, beside its own arguments."""

from newsledger.events.rules import Rules
from newsledger.model import Syntax

VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON")
_PARTICLES = ("prt", "prep", "advmod", "dobj")
#: Branches of a verb behind which a noun may stand ("is responsible for the attack").
_BEHIND_VERB = frozenset({"dobj", "nsubjpass", "pobj", "prep", "attr", "conj", "acl", "acomp"})
#: How far arguments are looked for; sentences of a hundred clauses are lists, not syntax.
DEPTH = 6


def prepositional(syntax: Syntax, index: int, word: str, rules: Rules, depth: int = 2) -> int | None:
    """Give the noun after a preposition of a word, also behind its particle or its object."""
    noun = syntax.prepositional(index, word)
    if (
        noun is not None
        and syntax.tokens[noun].text not in rules.classes["calendar"]
        and syntax.tokens[noun].deprel != "pcomp"
    ):
        return noun
    below = (i for i in syntax.children[index] if syntax.tokens[i].deprel in _PARTICLES) if depth else ()
    return next((found for i in below if (found := prepositional(syntax, i, word, rules, depth - 1)) is not None), None)


def clause_subject(syntax: Syntax, index: int) -> int | None:
    """Give the subject of the clause that hangs from a word ("demanded that the mayor resign")."""
    labels = ("ccomp", "xcomp") if syntax.tokens[index].upos in VERBS else ("acl", "ccomp")
    clauses = [below for below in syntax.children[index] if syntax.tokens[below].deprel in labels]
    if not clauses:
        return None
    clause = next((below for below in clauses if below > index), clauses[0])  # "It will not rain, let us hope"
    own = syntax.child(clause, "nsubj", "nsubjpass")
    return own if own is not None else syntax.child(index, "dobj")


def governing_verb(syntax: Syntax, index: int, rules: Rules) -> tuple[int, tuple[str, ...]] | None:
    """Give the verb that a noun hangs from, and the prepositions and nouns between ("on the eve of the vote").

    Returns:
        The verb's index and the lemmas below it down to the noun, or None.
    """
    words: list[str] = []
    for _ in range(4):
        token = syntax.tokens[index]
        above = syntax.tokens[token.head]
        if token.head == index or token.deprel not in _BEHIND_VERB:
            return None
        if token.deprel == "conj" and above.upos in VERBS:
            return None
        index = token.head
        if above.upos in VERBS:
            return index, tuple(reversed(words))
        measure = (words == ["of"] and above.lemma in rules.classes["measure"]) or (
            words == ["in"] and above.upos == "NUM"
        )
        if token.deprel != "conj" and not measure:
            words.append(above.lemma)
        elif token.deprel != "conj":
            words.clear()
    return None


def lost_subject(syntax: Syntax, verb: int) -> int | None:
    """Give the subject that the parse hangs from a participle or clause before its verb.

    "*The navy* patrolling the gulf stopped a boat, arresting ten": of a finite verb without a subject of its own,
    and of the clauses that share it.
    """
    top = verb
    while syntax.tokens[top].deprel in ("conj", "advcl") and syntax.child(top, "mark", "nsubj", "nsubjpass") is None:
        top = syntax.tokens[top].head
    subject = syntax.subject(top)
    own = subject is not None and syntax.tokens[subject].deprel != "csubj"
    if own or "Tense=Past" not in syntax.tokens[top].morph:
        return None
    for below in syntax.children[top]:
        token = syntax.tokens[below]
        if below < top and token.deprel in ("advcl", "ccomp", "csubj") and syntax.child(below, "mark") is None:
            return syntax.child(below, "nsubj")
    return None
