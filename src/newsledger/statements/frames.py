"""The complements of a cue by their frames: what an entry of the lexicon may take for its content."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.model import Syntax
from newsledger.statements.cues import Cue

_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl"})
_FRAMES = {"dobj": "object", "oprd": "name", "acomp": "name", "attr": "name"}
_ASKING = frozenset({"if", "whether"})
_GOVERNED = ("pobj", "pcomp")
#: What the parse holds behind a preposition that governs no noun: "rated as *poor*".
_LOOSE = ("amod", "acomp", "prep", "advmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """A part that completes a word.

    Attributes:
        frame: ``clause`` (finite), ``infinitive``, ``gerund``, ``object``, ``name`` (what something is
            called or held to be), or a preposition.
        top: The head of its words; it stands for its whole subtree.
        link: The preposition's token, or None.
    """

    frame: str
    top: int
    link: int | None = None


def frames(syntax: Syntax, cue: Cue) -> Mapping[str, Sequence[Complement]]:
    """Give the complements of all words of a cue by their frame, those of its last word first.

    Where the sentence runs on behind the cue, a complement before it is the parse's mistake.
    """
    tokens = syntax.doc.tokens
    found: defaultdict[str, list[Complement]] = defaultdict(list)
    for complement in _of_anchors(syntax, cue):
        if complement.top not in cue.anchors:
            found[complement.frame].append(complement)
    if cue.head + 1 < len(tokens) and tokens[cue.head + 1].upos != "PUNCT":
        for frame, them in found.items():
            found[frame] = [complement for complement in them if complement.top > cue.head] or them
    for complement in list(_complements(syntax, found["object"][0].top)) if found["object"] else ():
        found[complement.frame].append(complement)
    return found


def _of_anchors(syntax: Syntax, cue: Cue) -> Iterator[Complement]:
    tokens = syntax.doc.tokens
    for anchor in reversed(cue.anchors):
        if tokens[anchor].upos in ("ADP", "SCONJ") and (top := _governed(syntax, anchor)) is not None:
            yield Complement(frame="object", top=top)
        yield from _complements(syntax, anchor)
    if cue.entry.kind == "adjective" and tokens[cue.head].deprel == "acomp":
        yield from _complements(syntax, tokens[cue.head].head)


def _complements(syntax: Syntax, index: int) -> Iterator[Complement]:
    """Give the complements of a word, in text order."""
    for child in syntax.doc.children[index]:
        token = syntax.doc.tokens[child]
        if token.deprel in _CLAUSES or (token.deprel == "advcl" and _completes(syntax, child)):
            yield Complement(frame=_clause_frame(syntax, child), top=child)
        elif token.deprel in _FRAMES:
            yield Complement(frame=_FRAMES[token.deprel], top=child)
        elif token.deprel in ("prep", "dative") and token.upos in ("ADP", "SCONJ"):
            below = _governed(syntax, child)
            if below is not None:
                yield Complement(frame=token.text.lower(), top=below, link=child)


def _governed(syntax: Syntax, preposition: int) -> int | None:
    found = syntax.child(preposition, *_GOVERNED)
    return found if found is not None else syntax.child(preposition, *_LOOSE)


def _completes(syntax: Syntax, top: int) -> bool:
    """Say whether a clause that the parse takes for an adverbial may be a complement: "asked if …", "begged to …"."""
    asked = (syntax.doc.tokens[child].text.lower() in _ASKING for child in syntax.doc.children[top])
    return syntax.is_infinitive(top) or any(asked)


def _clause_frame(syntax: Syntax, top: int) -> str:
    clause = syntax.clause(top)
    if syntax.is_infinitive(top):
        return "infinitive"
    if clause is None or clause.form is None:
        return "name" if syntax.child(top, "mark") is None and syntax.own_subject(top) is None else "clause"
    return "gerund" if clause.form != "finite" and "Aspect=Prog" in syntax.doc.tokens[top].morph else "clause"
