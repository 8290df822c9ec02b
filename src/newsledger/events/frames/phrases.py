"""How far the words of a party go: a noun with what tells which one is meant, and those joined to it."""

from newsledger.events.frames.links import NOUNS
from newsledger.events.rules import Rules
from newsledger.model import Span, Syntax

#: Branches of a noun that are not part of its name: clauses, asides and phrases of place or time.
_ASIDES = "relcl acl appos advcl punct prep cc conj preconj parataxis dep case"
_BESIDE = frozenset(_ASIDES.split())
_CLOSING = frozenset({"relcl", "advcl", "punct", "parataxis", "mark"})


def parties(syntax: Syntax, head: int) -> tuple[int, ...]:
    """Give a noun and those joined to it by "and"; in a list the parse takes the second for an aside."""
    found = [head]
    for below in syntax.children[head]:
        token = syntax.tokens[below]
        listed = token.deprel == "appos" and (_has_joined(syntax, head) or _has_joined(syntax, below))
        joined = token.deprel == "conj" and not _is_set_apart(syntax, head)
        if token.upos in NOUNS and (joined or listed):
            found.extend(parties(syntax, below))
    return tuple(found)


def _is_set_apart(syntax: Syntax, head: int) -> bool:
    """Say whether "but" stands after a noun, which joins clauses and no parties."""
    link = syntax.child(head, "cc")
    besides = syntax.child(head, "preconj")  # "not only the port but also the town"
    return link is not None and besides is None and syntax.tokens[link].text.lower() == "but"


def _has_joined(syntax: Syntax, noun: int) -> bool:
    return syntax.child(noun, "conj") is not None


def noun_phrase(syntax: Syntax, head: int) -> Span:
    """Give the words of a noun phrase with the parties joined to it, without clauses and asides."""
    words: list[int] = []
    for noun in parties(syntax, head):
        words.append(noun)
        stack = [noun]
        while stack:
            top = stack.pop()
            for below in syntax.children[top]:
                token = syntax.tokens[below]
                if token.deprel not in _BESIDE or _is_of(syntax, below) or (top != noun and token.deprel == "conj"):
                    words.append(below)
                    stack.append(below)
    return syntax.doc.cover(words)


def _is_of(syntax: Syntax, index: int) -> bool:
    """Say whether a word is an "of" before a noun, not before a deed ("accused the rebels of killing")."""
    token = syntax.tokens[index]
    return token.deprel == "prep" and token.lemma == "of" and syntax.child(index, "pcomp") is None


def full_phrase(syntax: Syntax, head: int, apart: frozenset[int], dated: frozenset[int], rules: Rules) -> Span:
    """Give the words of a noun phrase with what tells which one is meant: "attacks on the port by rebels".

    Args:
        syntax: The article's clauses.
        head: The noun; of several that are joined it is told of the last.
        apart: Tokens that belong to something else; a branch that holds one of them is left off.
        dated: Tokens of time expressions, at which the phrase ends.
        rules: The room's word lists.
    """
    own = noun_phrase(syntax, head)
    words = list(syntax.doc.tokens_in(own))
    for below in syntax.children[max(parties(syntax, head))]:
        token = syntax.tokens[below]
        tells = token.deprel == "acl" or (
            token.deprel == "prep" and token.text.lower() in rules.classes["telling preposition"]
        )
        if not tells or token.span.start < own.end or not apart.isdisjoint(syntax.doc.subtree(below)):
            continue
        branch = _restriction(syntax, below, dated, rules)
        if branch and branch[0] == words[-1] + 1:
            words.extend(branch)
    return syntax.doc.cover(words)


def _restriction(syntax: Syntax, top: int, dated: frozenset[int], rules: Rules) -> list[int]:
    """Give the words of a branch up to the first clause, aside or date."""
    words, last = [], top
    for index in sorted(syntax.doc.subtree(top)):
        token = syntax.tokens[index]
        closes = token.deprel in _CLOSING and token.text != "-"
        dates = token.text in rules.classes["calendar"] or (index in dated and token.deprel != "advmod")
        if index > last + 1 or closes or dates:
            break
        words.append(index)
        last = index
    while words and syntax.tokens[words[-1]].upos not in (*NOUNS, "NUM"):
        words.pop()
    return words
