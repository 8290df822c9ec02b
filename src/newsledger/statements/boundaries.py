"""Draws where what is said ends: the outlet explains in its own voice, and an object goes on in its phrase."""

from newsledger.model import Annotated
from newsledger.statements.cued import CuedArticle
from newsledger.statements.cues import Cue

#: What sets a remark off.
_SET_OFF = frozenset({",", "-", "–", "—", "--"})


def remarks(cued: CuedArticle, tokens: frozenset[int]) -> frozenset[int]:
    """Give the tokens among those of a content with which the outlet explains it.

    That is a clause behind a comma that tells more of a thing already known ("he would sell the yard,
    *which was built in 1911*"). The words of a quotation are never the outlet's.
    """
    return frozenset(
        below for index in tokens if cued.quoted.number[index] < 0 for below in _explaining(cued.doc, index)
    )


def _explaining(doc: Annotated, index: int) -> tuple[int, ...]:
    token = doc.tokens[index]
    if token.deprel != "relcl" or index < token.head:
        return ()
    clause = doc.subtree(index)
    return clause if clause[0] and doc.tokens[clause[0] - 1].text in _SET_OFF else ()


def with_phrase(cued: CuedArticle, cue: Cue, tokens: frozenset[int]) -> frozenset[int]:
    """Add to an object what hangs from the cue: "defended him *against* her", "announced plans Monday *to go*"."""
    whole = set(tokens)
    for child in cued.doc.children[cue.head]:
        if child == max(whole) + 1 and cued.tokens[child].deprel == "prep" and cued.says(child, "completing"):
            whole.update(cued.doc.subtree(child))
    for child in cued.doc.children[cue.head]:
        if child > max(tokens) and cued.tokens[child].deprel == "xcomp":
            whole.update(cued.doc.subtree(child))
    return frozenset(whole)


def lost_subject(cued: CuedArticle, cue: Cue, tokens: frozenset[int]) -> frozenset[int]:
    """Give the subject of a content where the parse holds it for the cue's object: "says *a plane engine* seized".

    It stands right between the two. What describes an object alone is no content either: "showed *a boat* built here".
    """
    first = min(tokens, default=0)
    thing = cued.syntax.child(cue.head, "dobj")
    top = next((index for index in sorted(tokens) if cued.tokens[index].head not in tokens), None)
    if thing is None or top is None or not cue.head < thing < first or cued.syntax.own_subject(top) is not None:
        return frozenset()
    between = [index for index in range(cued.doc.first_below[thing], first) if cued.tokens[index].upos != "PUNCT"]
    return frozenset(between) if set(between) <= set(cued.doc.subtree(thing)) else frozenset()


def around_cue(cued: CuedArticle, cue: Cue, tokens: frozenset[int]) -> frozenset[int]:
    """Give the sentence into which its cue is put, where the parse holds the cue for a part of what is said.

    "If it rains, she said in May, *the boats stay*", "the boats leak, she said; *the yard had lied*". Where it holds
    the cue for the root, the clause before it belongs to what stands behind a comma: "*If it rains*, she said, …".
    """
    head, own = cue.head, cued.syntax.own_subject(cue.head)
    first = cued.doc.first_below[head]
    if own is None or not first < cued.doc.first_below[own] <= own < head:
        return frozenset()
    before = cued.doc.first_below[own] - 1
    if cued.tokens[before].text not in _SET_OFF:
        return frozenset()
    top, last = cued.tokens[head].head, cued.doc.subtree(head)[-1]
    if cued.tokens[head].deprel == "ccomp" and top > head:
        return frozenset(index for index in cued.doc.subtree(top) if index < before or index > last)
    behind = min((index for index in tokens if cued.tokens[index].upos != "PUNCT"), default=head)
    put_in = behind > head and cued.tokens[behind - 1].text == ","
    clauses = (child for child in cued.doc.children[head] if child < before and cued.tokens[child].deprel == "advcl")
    return frozenset(index for child in clauses for index in cued.doc.subtree(child)) if put_in else frozenset()


def with_sentence(cued: CuedArticle, cue: int, quoted: frozenset[int]) -> frozenset[int]:
    """Add to a quotation the words of its own sentence that stand outside the marks.

    Behind the cue that is the clause or object of which it is the head: "said *the ferry* “sinks”", "“a few holes”
    *where water comes in*". Before it, what leads to a cue that is put in: "*In May*, she said, “we go”".
    """
    whole = set(quoted)
    for child in cued.doc.children[cue]:
        if child > cue and child in quoted and cued.tokens[child].deprel in ("ccomp", "dobj"):
            whole.update(cued.doc.subtree(child))
    above = cued.tokens[cue].head
    if cued.tokens[cue].deprel == "parataxis" and above in quoted and above > cue:
        whole.update(index for index in cued.doc.subtree(above) if index < cued.doc.first_below[cue])
    return frozenset(whole)
