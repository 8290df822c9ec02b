"""Draws where what is said ends: the outlet explains in its own voice, and an object goes on in its phrase."""

from collections.abc import Iterator

from newsledger.model import Annotated
from newsledger.statements.cues import Cue
from newsledger.statements.quoted.quotations import Quoted

#: What sets a remark off.
_SET_OFF = frozenset({",", "-", "–", "—", "--"})
_BREAKS = frozenset({"-", "–", "—", "--", ";"})
#: Prepositions that complete what is praised, blamed or asked for: "defended the clerk *against the mayor*".
_COMPLETING = frozenset({"against", "as", "at", "for", "to"})
#: Words with which what is said goes on behind its cue.
_LEADING_ON = frozenset(
    {
        *("although", "because", "but", "if", "since", "so", "that", "though", "unless", "until", "whereas"),
        *("which", "while"),
    }
)


def remarks(doc: Annotated, tokens: frozenset[int], quoted: Quoted) -> frozenset[int]:
    """Give the tokens among those of a content with which the outlet explains it, or goes on.

    That is a clause behind a comma that tells more of a thing already known ("he would sell the yard,
    *which was built in 1911*"), and a clause that a dash or semicolon parts from the first.

    Args:
        doc: The parsed article.
        tokens: The tokens of a content.
        quoted: The article's quotations; the words of one are never the outlet's.
    """
    return frozenset(
        below
        for index in tokens
        if quoted.number[index] < 0
        for below in (*_explaining(doc, index), *_parted(doc, index, tokens))
    )


def _explaining(doc: Annotated, index: int) -> tuple[int, ...]:
    token = doc.tokens[index]
    if token.deprel != "relcl" or index < token.head:
        return ()
    clause = doc.subtree(index)
    return clause if clause[0] and doc.tokens[clause[0] - 1].text in _SET_OFF else ()


def _parted(doc: Annotated, index: int, tokens: frozenset[int]) -> Iterator[int]:
    token = doc.tokens[index]
    if token.deprel != "conj" or token.upos not in ("VERB", "AUX"):
        return
    first = doc.subtree(index)[0]
    if any(doc.tokens[before].text in _BREAKS for before in range(max(0, first - 3), first)):
        yield from (below for below in tokens if below >= first)


def with_phrase(doc: Annotated, cue: Cue, tokens: frozenset[int]) -> frozenset[int]:
    """Add to an object the phrases right behind it that the parse hangs from the cue."""
    whole = set(tokens)
    for child in doc.children[cue.head]:
        token = doc.tokens[child]
        if child == max(whole) + 1 and token.deprel == "prep" and token.text.lower() in _COMPLETING:
            whole.update(doc.subtree(child))
    return frozenset(whole)


def behind_cue(doc: Annotated, cue: Cue, tokens: frozenset[int]) -> frozenset[int]:
    """Give the rest of a sentence into which its cue is put: "One left, he said, *while the other stayed*".

    The parse hangs it from the cue.
    """
    if not tokens or max(tokens) > cue.head:
        return frozenset()
    found: set[int] = set()
    for child in doc.children[cue.head]:
        if child < cue.head or doc.tokens[child].deprel not in ("advcl", "conj", "prep", "ccomp"):
            continue
        clause = doc.subtree(child)
        first = clause[0] - 1 if doc.tokens[clause[0] - 1].deprel == "cc" else clause[0]
        if doc.tokens[first - 1].text == "," and doc.tokens[first].text.lower() in _LEADING_ON:
            found.update(range(first, clause[-1] + 1))
    return frozenset(found)
