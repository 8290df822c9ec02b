"""What a word governs, and who does it: the parse as the other modules of this room ask for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsledger.model import Annotated, Span

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl"})
_ASKING = frozenset({"if", "whether"})

_HAVES = frozenset({"has", "have", "had", "’ve", "'ve"})
_BINOMIALS = frozenset(
    {
        *("again and again", "by and large", "day and night", "first and foremost", "night and day", "now and again"),
        *("now and then", "off and on", "on and off", "out and out", "over and over", "time and again"),
    }
)
_BINOMIAL_WORDS = 3


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


def complements(doc: Annotated, index: int) -> Iterator[Complement]:
    """Give the complements of a word, in text order."""
    for child in doc.children[index]:
        token = doc.tokens[child]
        if token.deprel in _CLAUSES or (token.deprel == "advcl" and _completes(doc, child)):
            yield Complement(frame=_clause_frame(doc, child), top=child)
        elif token.deprel == "dobj":
            yield Complement(frame="object", top=child)
        elif token.deprel in ("oprd", "acomp", "attr"):
            yield Complement(frame="name", top=child)
        elif token.deprel in ("prep", "dative") and token.upos in ("ADP", "SCONJ"):
            below = object_of(doc, child)
            if below is not None:
                yield Complement(frame=token.text.lower(), top=below, link=child)


def child_by(doc: Annotated, index: int, deprels: Iterable[str]) -> int | None:
    """Give the first dependent with one of the labels, or None."""
    for child in doc.children[index]:
        if doc.tokens[child].deprel in deprels:
            return child
    return None


def object_of(doc: Annotated, preposition: int) -> int | None:
    """Give the head of what a preposition governs, None where the parse holds nothing after it."""
    found = child_by(doc, preposition, ("pobj", "pcomp"))
    return found if found is not None else child_by(doc, preposition, ("amod", "acomp", "prep", "advmod"))


def agent(doc: Annotated, index: int) -> int | None:
    """Give whom a passive verb names after "by", None where it names no one."""
    by = child_by(doc, index, ("agent",))
    return None if by is None else child_by(doc, by, ("pobj",))


def is_passive(doc: Annotated, index: int) -> bool:
    """Say whether a verb is passive, with an auxiliary or without ("those accused of …")."""
    if child_by(doc, index, ("auxpass", "agent", *PASSIVE_SUBJECTS)) is not None:
        return True
    token = doc.tokens[index]
    bare = token.deprel in ("acl", "advcl") and "Tense=Past" in token.morph
    return bare and child_by(doc, index, ("aux", "dobj", *SUBJECTS)) is None


def is_infinitive(doc: Annotated, verb: int) -> bool:
    """Say whether a verb stands with "to"."""
    return any(doc.tokens[child].upos == "PART" and doc.tokens[child].deprel == "aux" for child in doc.children[verb])


def parted_have(doc: Annotated, verb: int) -> int | None:
    """Give the "have" that the parse parts from its verb at the "and" of an adverb: they *have* on and off said."""
    if verb < doc.sentence_at(verb).start + _BINOMIAL_WORDS + 1:
        return None
    have, *binomial = (doc.tokens[index].text.lower() for index in range(verb - _BINOMIAL_WORDS - 1, verb))
    return verb - _BINOMIAL_WORDS - 1 if have in _HAVES and " ".join(binomial) in _BINOMIALS else None


def runs(doc: Annotated, indices: Iterable[int]) -> tuple[Span, ...]:
    """Turn tokens into spans: neighbours make one, also where only punctuation lies between them.

    Punctuation at either end is left out, but for quotation marks and brackets.
    """
    spans: list[list[int]] = []
    for index in sorted(indices):
        if spans and all(doc.tokens[between].upos == "PUNCT" for between in range(spans[-1][1] + 1, index)):
            spans[-1][1] = index
        else:
            spans.append([index, index])
    return tuple(span for first, last in spans if (span := _trimmed(doc, first, last)) is not None)


def _trimmed(doc: Annotated, first: int, last: int) -> Span | None:
    while first <= last and doc.tokens[first].text in _EDGES:
        first += 1
    while last >= first and doc.tokens[last].text in _EDGES:
        last -= 1
    if first > last:
        return None
    return Span(start=doc.tokens[first].span.start, end=doc.tokens[last].span.end)


_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "?", "!"})


def _clause_frame(doc: Annotated, top: int) -> str:
    token = doc.tokens[top]
    if is_infinitive(doc, top):
        return "infinitive"
    if token.upos not in ("VERB", "AUX"):
        return "name" if child_by(doc, top, ("mark", *SUBJECTS)) is None else "clause"
    if (
        child_by(doc, top, ("aux", "auxpass")) is None
        and "VerbForm=Part" in token.morph
        and "Aspect=Prog" in token.morph
    ):
        return "gerund"
    return "clause"


def _completes(doc: Annotated, top: int) -> bool:
    """Say whether a clause that the parse takes for an adverbial may be a complement: "asked if …", "begged to …"."""
    return is_infinitive(doc, top) or any(doc.tokens[child].text.lower() in _ASKING for child in doc.children[top])
