"""Finds whom a speaker calls on by saying what somebody must do ("the rebels must leave, the envoy said")."""

from collections.abc import Iterator, Mapping

from newsledger.events.coder import Coded
from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import Trigger
from newsledger.events.frames.parties import Party, Who
from newsledger.events.frames.phrases import noun_phrase
from newsledger.events.frames.predicates import Match
from newsledger.events.standing import HAPPENED
from newsledger.model import Link, Statement, Syntax

_MUST = Predicate(rule="obligation/must", pos="verb", event_type="REQUEST", cameo="100")


def find_obligations(
    syntax: Syntax, statements: Mapping[int, Statement], who: Who
) -> Iterator[tuple[Coded, Statement]]:
    """Find each named party who must do something by the words of another.

    Args:
        syntax: The article's clauses.
        statements: For each token inside what is said, the smallest statement that holds it.
        who: Which actors stand where.

    Yields:
        A demand by the speaker, with the statement that makes it.
    """
    for index, statement in statements.items():
        if syntax.tokens[index].lemma != "must" or syntax.tokens[index].upos != "AUX" or statement.source_actor is None:
            continue
        verb = syntax.tokens[index].head
        obliged = _obliged(syntax, verb, who)
        if obliged is None or statement.source_actor in obliged.ids:
            continue
        head = syntax.doc.head_in(statement.source[0]) if statement.source else None
        if head is None:
            continue
        speaker = Party(head=head, span=statement.source[0], ids=(statement.source_actor,))
        hit = Match(predicate=_MUST, trigger=Trigger(index=index, pos="verb"), words=(index,))
        yield Coded(hit=hit, actor=speaker, recipient=obliged, judged=HAPPENED, governor=None), statement


def _obliged(syntax: Syntax, verb: int, who: Who) -> Party | None:
    """Give who has to do it: a name or a role."""
    if any(syntax.tokens[i].lemma == "have" and syntax.tokens[i].deprel == "aux" for i in syntax.children[verb]):
        return None  # "must have known" is a guess
    head = syntax.child(verb, "nsubj")
    ids = () if head is None or syntax.tokens[head].upos == "PRON" else who.heads.get(head, ())
    return Party(head=head, span=noun_phrase(syntax, head), ids=ids) if head is not None and ids else None


def source_link(statement: Statement) -> Link:
    """Say that the actor is whoever the words are of."""
    return Link(role="actor", kind="statement_source", spans=statement.source)
