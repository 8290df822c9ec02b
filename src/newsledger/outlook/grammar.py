"""Questions to the parse that several finders of the room ask."""

from collections.abc import Iterable, Iterator

from newsledger.model import Annotated, Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PHRASE_CUTS = ("relcl", "appos", "acl", "parataxis", "advcl", "cc", "preconj")
_QUOTES = frozenset({'"', "``", "''", "`", "'"})
# Where a participle stands without its "be": "the bill due to pass", "looks set to pass".
_BARE = frozenset({"acl", "amod", "relcl", "acomp", "oprd"})
_NEGATIVE = frozenset({"no", "neither", "nobody", "none", "nothing", "nor"})
# A chain of heads longer than this is no clause that a person wrote.
_LONGEST_CLIMB = 12


def child(doc: Annotated, index: int, *deprels: str) -> int | None:
    """Give the first dependent of ``index`` with one of the labels."""
    for below in doc.children[index]:
        if doc.tokens[below].deprel in deprels:
            return below
    return None


def has_to(doc: Annotated, index: int) -> bool:
    """Say whether the verb at ``index`` is a "to" infinitive."""
    helpers = (doc.tokens[below] for below in doc.children[index] if doc.tokens[below].deprel == "aux")
    return any(helper.lemma in ("to", "na") for helper in helpers)


def is_copula(doc: Annotated, index: int) -> bool:
    """Say whether a token is a form of "be" that stands by itself, "it’s" with its apostrophe too."""
    token = doc.tokens[index]
    return token.lemma == "be" or (token.text in ("’s", "'s", "’re") and token.upos in ("VERB", "AUX"))


def is_passive(doc: Annotated, index: int) -> bool:
    """Say whether the verb at ``index`` has a passive auxiliary, or is a bare participle after a noun."""
    token = doc.tokens[index]
    if token.upos == "ADJ" or child(doc, index, "auxpass", "nsubjpass") is not None:
        return True
    bare = token.deprel in _BARE and child(doc, index, "nsubj", "aux") is None
    return bare and "Tense=Past" in token.morph


def is_past(doc: Annotated, index: int) -> bool:
    """Say whether the clause of the verb at ``index`` is told in the past tense."""
    if "Tense=Past|VerbForm=Fin" in doc.tokens[index].morph:
        return True
    return any(
        doc.tokens[below].deprel in ("aux", "auxpass")
        and doc.tokens[below].text.lower() in ("was", "were", "had", "did")
        for below in doc.children[index]
    )


def is_negated(doc: Annotated, index: int) -> bool:
    """Say whether the word at ``index`` is denied: "not", "never", "no", or a subject such as "nobody"."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        if (
            token.deprel == "neg"
            or (token.text.lower() == "longer" and _has_no(doc, below))
            or (token.deprel in ("det", "preconj", "advmod") and token.lemma in _NEGATIVE)
        ):
            return True
        named = child(doc, below, "det") is not None  # "a no would sink the loan"
        if token.deprel in _SUBJECTS and ((token.lemma in _NEGATIVE and not named) or _has_no(doc, below)):
            return True
    return False


def _has_no(doc: Annotated, index: int) -> bool:
    below = [doc.tokens[one].text.lower() for one in doc.children[index]]
    return any(word in ("no", "neither") for word in below) and not {"a", "the"} & set(below)  # "a no vote"


def subject(doc: Annotated, index: int) -> int | None:
    """Give the token that the verb at ``index`` says something of, through control and coordination.

    A relative pronoun gives the noun that it stands for; an infinitive takes the subject of the
    verb above it.
    """
    for _ in range(_LONGEST_CLIMB):
        found = own_subject(doc, index)
        if found is not None:
            return _antecedent(doc, found, index)
        token = doc.tokens[index]
        if token.deprel in ("acl", "relcl") and doc.tokens[token.head].upos in ("NOUN", "PROPN", "PRON"):
            return token.head
        if token.head == index or token.deprel not in (
            "xcomp",
            "conj",
            "advcl",
            "acomp",
            "pcomp",
            "prep",
            "ccomp",
            "oprd",
        ):
            return None
        index = token.head
        if token.deprel == "prep" and (other := child(doc, index, "dobj")) is not None:
            return other
    return None


def own_subject(doc: Annotated, verb: int) -> int | None:
    """Give the subject that hangs from a verb itself, the nearest where the parser hung two there."""
    found = [below for below in doc.children[verb] if doc.tokens[below].deprel in _SUBJECTS]
    before = [below for below in found if below < verb]
    return before[-1] if before else next(iter(found), None)


def _antecedent(doc: Annotated, pronoun: int, verb: int) -> int:
    """Give the noun that a relative pronoun stands for, the token itself where it is none."""
    if doc.tokens[pronoun].text.lower() not in _RELATIVES:
        return pronoun
    for _ in range(_LONGEST_CLIMB):
        token = doc.tokens[verb]
        if token.deprel == "relcl":
            return token.head
        if token.head == verb:
            break
        verb = token.head
    return pronoun


def noun_phrase(doc: Annotated, index: int) -> Span:
    """Give the full noun phrase of a noun, without clauses and insertions that hang from it."""
    return doc.cover(trim(doc, contiguous(doc.subtree(index, without=_PHRASE_CUTS), index)))


def contiguous(indices: Iterable[int], around: int) -> tuple[int, ...]:
    """Keep of ``indices`` the unbroken run that holds ``around``."""
    known = set(indices)
    first = last = around
    while first - 1 in known:
        first -= 1
    while last + 1 in known:
        last += 1
    return tuple(range(first, last + 1))


def trim(doc: Annotated, indices: tuple[int, ...]) -> tuple[int, ...]:
    """Take punctuation, quotation marks and "and" from both ends; one token always stays."""
    first, last = 0, len(indices) - 1
    while first < last and _is_edge(doc, indices[first]):
        first += 1
    while last > first and _is_edge(doc, indices[last]):
        last -= 1
    return indices[first : last + 1]


def _is_edge(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    return token.upos in ("PUNCT", "CCONJ", "SPACE") or token.text in _QUOTES


def ancestors(doc: Annotated, index: int) -> Iterator[int]:
    """Walk from the head of ``index`` up to the root, at most a clause-like number of steps."""
    for _ in range(_LONGEST_CLIMB):
        head = doc.tokens[index].head
        if head == index:
            return
        index = head
        yield index


def alike(doc: Annotated, index: int) -> Iterator[int]:
    """Walk over the bare verbs that are coordinated with the verb at ``index``, itself first.

    "will raise the tax and cut the grant" gives both; a verb with its own subject or auxiliary
    stands for itself.
    """
    yield index
    last = index
    for _ in range(_LONGEST_CLIMB):
        following = child(doc, last, "conj")
        if following is None or doc.tokens[following].upos not in ("VERB", "AUX"):
            return
        if child(doc, following, "aux", *_SUBJECTS) is not None and not _only_to(doc, following):
            return
        if _form(doc, following) != _form(doc, index):
            return
        yield following
        last = following


def _only_to(doc: Annotated, index: int) -> bool:
    """Say whether the only auxiliary of a verb is "to", and it has no subject of its own."""
    helpers = [below for below in doc.children[index] if doc.tokens[below].deprel in ("aux", *_SUBJECTS)]
    return all(doc.tokens[below].lemma == "to" for below in helpers)


def _form(doc: Annotated, index: int) -> str:
    morph = doc.tokens[index].morph
    return next((name for name in ("VerbForm=Inf", "VerbForm=Part", "VerbForm=Fin") if name in morph), "VerbForm=Inf")
