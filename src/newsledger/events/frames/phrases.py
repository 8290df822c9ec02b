"""How far the words of a party go: a noun with what tells which one is meant, and those joined to it."""

from newsledger.events.frames.syntax import BEFORE_NOUN, CALENDAR, NOUNS, SAYING, child
from newsledger.model import Annotated, Span

#: Branches of a noun that are not part of its name: clauses, asides and phrases of place or time.
_ASIDES = "relcl acl appos advcl punct prep cc conj parataxis dep case"
_BESIDE = frozenset(_ASIDES.split())
#: Prepositions after a noun that tell which one is meant.
_TELLING = """about across against along among around at between by for from in inside into near of on outside over
    to towards under with within"""
_WHICH = frozenset(_TELLING.split())
_CLOSING = frozenset({"relcl", "advcl", "punct", "parataxis", "mark"})
#: What is voiced beside backing for somebody ("expressed support for Chad and *concern* over …").
_VOICED = frozenset(
    {"anger", "concern", "confidence", "criticism", "hope", "optimism", "outrage", "regret", "sympathy"}
)
_SAYINGS = frozenset({"briefing", "interview", "letter", "message", "post", "report", "speech", "statement", "tweet"})


def parties(doc: Annotated, head: int) -> tuple[int, ...]:
    """Give a noun and those joined to it by "and"; in a list the parse takes the second for an aside."""
    found = [head]
    for below in (*doc.children[head], *_listed_on(doc, head)):
        token = doc.tokens[below]
        listed = token.deprel == "appos" and (_has_joined(doc, head) or _has_joined(doc, below))
        joined = token.deprel == "conj" and not _is_set_apart(doc, head)
        if token.upos in NOUNS and (joined or listed) and token.lemma not in _VOICED and not _speaks(doc, below):
            found.extend(parties(doc, below))
    return tuple(found)


def _is_set_apart(doc: Annotated, head: int) -> bool:
    """Say whether "but" stands after a noun, which joins clauses and no parties."""
    link = child(doc, head, ("cc",))
    return link is not None and doc.tokens[link].text.lower() == "but"


def _listed_on(doc: Annotated, head: int) -> tuple[int, ...]:
    """Give the names that the parse joins to the verb where they go on a list ("arrested were A; and B")."""
    token = doc.tokens[head]
    if token.deprel not in ("nsubjpass", "dobj") or head < token.head:
        return ()
    joined = (i for i in doc.children[token.head] if i > head and doc.tokens[i].deprel == "conj")
    return tuple(i for i in joined if doc.tokens[i].upos == "PROPN")


def _speaks(doc: Annotated, noun: int) -> bool:
    """Say whether a noun before a verb without a subject is that subject ("killed ten people, activists said")."""
    verb = noun + 1
    if verb >= len(doc.tokens) or doc.tokens[verb].upos != "VERB" or "VerbForm=Fin" not in doc.tokens[verb].morph:
        return False
    if child(doc, verb, ("nsubj", "nsubjpass")) is not None:
        return False
    return doc.tokens[verb].lemma in SAYING or child(doc, verb, ("ccomp",)) is not None


def _has_joined(doc: Annotated, noun: int) -> bool:
    return child(doc, noun, ("conj",)) is not None


def cut_off(doc: Annotated, head: int) -> int | None:
    """Give the second of two that the parse took for the subject of what follows ("talks between A *and B* failed")."""
    link = child(doc, head, ("cc",))
    if link is None or child(doc, head, ("conj",)) is not None or link + 1 >= doc.sentence_at(head).end:
        return None
    noun = link + 1
    while doc.tokens[noun].deprel in BEFORE_NOUN and doc.tokens[noun].head > noun:
        noun = doc.tokens[noun].head
    return noun if doc.tokens[noun].deprel in ("nsubj", "nsubjpass") else None


def noun_phrase(doc: Annotated, head: int) -> Span:
    """Give the words of a noun phrase with the parties joined to it, without clauses and asides."""
    words: list[int] = []
    for noun in parties(doc, head):
        words.append(noun)
        stack = [noun]
        while stack:
            top = stack.pop()
            for below in doc.children[top]:
                token = doc.tokens[below]
                if token.deprel not in _BESIDE or _is_of(doc, below) or (top != noun and token.deprel == "conj"):
                    words.append(below)
                    stack.append(below)
    return doc.cover(words)


def _is_of(doc: Annotated, index: int) -> bool:
    """Say whether a word is an "of" before a noun, not before a deed ("accused the rebels of killing")."""
    token = doc.tokens[index]
    return token.deprel == "prep" and token.lemma == "of" and child(doc, index, ("pcomp",)) is None


def full_phrase(doc: Annotated, head: int, apart: frozenset[int], dated: frozenset[int]) -> Span:
    """Give the words of a noun phrase with what tells which one is meant: "attacks on the port by rebels".

    Args:
        doc: The parsed article.
        head: The noun; of several that are joined it is told of the last.
        apart: Tokens that belong to something else; a branch that holds one of them is left off.
        dated: Tokens of time expressions, at which the phrase ends.
    """
    own = noun_phrase(doc, head)
    words = list(doc.tokens_in(own))
    for below in doc.children[max(parties(doc, head))]:
        token = doc.tokens[below]
        tells = token.deprel == "acl" or (token.deprel == "prep" and token.text.lower() in _WHICH)
        if not tells or token.span.start < own.end or not apart.isdisjoint(doc.subtree(below)):
            continue
        branch = _restriction(doc, below, dated)
        if branch and branch[0] == words[-1] + 1:
            words.extend(branch)
    return doc.cover(words)


def _restriction(doc: Annotated, top: int, dated: frozenset[int]) -> list[int]:
    """Give the words of a branch up to the first clause, aside or date; none where it tells where it was said."""
    noun = child(doc, top, ("pobj",))
    if noun is not None and doc.tokens[noun].lemma in _SAYINGS:
        return []
    words, last = [], top
    for index in sorted(doc.subtree(top)):
        token = doc.tokens[index]
        closes = token.deprel in _CLOSING and token.text != "-"
        dates = token.text in CALENDAR or (index in dated and token.deprel != "advmod")
        if index > last + 1 or closes or dates:
            break
        words.append(index)
        last = index
    while words and doc.tokens[words[-1]].upos not in (*NOUNS, "NUM"):
        words.pop()
    return words
