"""Finds who makes a statement: the subject of the cue, or who stands in for it."""

from collections.abc import Collection, Container, Mapping

from newsledger.model import Annotated, Span
from newsledger.statements.cues import Cue, quoted_as
from newsledger.statements.quoted.quotations import MARKS
from newsledger.statements.speakers import goes_on
from newsledger.statements.syntax import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    agent,
    child_by,
    is_infinitive,
    is_passive,
    parted_have,
    runs,
)

_EMPTY = frozenset({"it", "there"})
#: Whose object is the doer's own words.
_ISSUING = frozenset(
    {
        *("air", "broadcast", "circulate", "deliver", "distribute", "draft", "email", "give", "issue"),
        *("make", "message", "organise", "organize", "pass", "pen", "post", "print", "publish", "put"),
        *("release", "run", "send", "sign", "submit", "text", "tweet", "write"),
    }
)


def source_of(
    doc: Annotated, cue: Cue, content: frozenset[int], speaking: Mapping[int, Cue], refusing: Container[int]
) -> int | None:
    """Give the head of a cue's source, None where nobody is named.

    Args:
        doc: The parsed article.
        cue: The cue.
        content: The tokens of its content, which are never its source.
        speaking: All cues that first of all take a quotation, by their head.
        refusing: Cues of denial or doubt; who denies reports is not who made them.
    """
    if cue.entry.kind == "noun":
        found = _of_noun(doc, cue.head, refusing)
    elif cue.entry.kind == "preposition":
        found = _of_preposition(doc, cue)
    elif cue.entry.kind == "adverb":
        found = None
    elif cue.entry.kind == "adjective":
        found = _of_adjective(doc, cue.head)
    else:
        first = goes_on(doc, cue.head, speaking)
        found = doer(doc, cue.head if first is None else first)
    if found is None or found in content or _says_nothing(doc, cue, found):
        return None
    return found


def _says_nothing(doc: Annotated, cue: Cue, source: int) -> bool:
    """Say whether a source is only a place-holder: "*it* seems that …", but not "*it* said that …"."""
    word = doc.tokens[source].text.lower()
    speaks = word == "it" and cue.entry.kind == "verb" and cue.entry.takes[0] == "quotation"
    return word in _EMPTY and not (speaks and not is_passive(doc, cue.head))


def source_span(
    doc: Annotated, head: int, days: Container[int] = (), cue: int | None = None, without: Collection[int] = ()
) -> Span:
    """Give the words of a source: its noun phrase with titles and appositions.

    Args:
        doc: The parsed article.
        head: Its head.
        days: Heads of dates; "the minister, Ann Lee, *on Monday*" says when and not who.
        cue: The head of its cue; in "a note *saying* that …" what hangs from it is no part of the source.
        without: Tokens that are no part of it, such as those of the content.
    """
    indices = set(doc.subtree(head, without=("advcl",))).difference(
        without, (doc.tokens[index].head for index in without if doc.tokens[index].deprel == "pobj")
    )
    if cue is not None and cue != head and cue in indices:
        indices.difference_update(doc.subtree(cue))
    for child in doc.subtree(head)[1:]:
        if _says_when(doc, child, head, days):
            indices.difference_update(doc.subtree(child))
    for child in doc.children[head]:
        if doc.tokens[child].deprel == "relcl" and doc.tokens[min(doc.subtree(child)) - 1].text == ",":
            indices.difference_update(doc.subtree(child))
    own = (index for index in indices if doc.tokens[index].deprel != "case" or doc.tokens[index].head != head)
    spans = runs(doc, own)
    return next((span for span in spans if span.holds(doc.tokens[head].span)), doc.tokens[head].span)


def _says_when(doc: Annotated, index: int, head: int, days: Container[int]) -> bool:
    """Say whether a branch is a day set off by a comma."""
    if index <= head or doc.tokens[index - 1].text != ",":
        return False
    token = doc.tokens[index]
    return any(child in days for child in ((index, *doc.children[index]) if token.deprel == "prep" else (index,)))


def doer(doc: Annotated, verb: int, depth: int = 8) -> int | None:
    """Give who does what a verb says: its subject, or the one that it shares with the verb above."""
    own = _subject(doc, verb, SUBJECTS)
    if own is not None:
        return own
    if is_passive(doc, verb):
        return agent(doc, verb)
    asked = _of_remark(doc, verb)
    if asked is not None:
        return asked
    have = parted_have(doc, verb)
    if have is not None and (found := child_by(doc, have, SUBJECTS)) is not None:
        return found
    quoting = quoted_as(doc, verb)
    if quoting is not None:
        return child_by(doc, quoting, (*PASSIVE_SUBJECTS, "dobj"))
    return _borrowed(doc, verb, depth) if depth else None


def _of_remark(doc: Annotated, verb: int) -> int | None:
    """Give the subject that the parse hangs from a remark behind it: "*the minister*, asked about it, replied"."""
    for child in doc.children[verb]:
        subject = child_by(doc, child, SUBJECTS) if doc.tokens[child].deprel == "advcl" and child < verb else None
        if subject is not None and doc.tokens[subject + 1].text == "," and subject + 1 < child:
            return subject
    return None


def _subject(doc: Annotated, verb: int, labels: Container[str]) -> int | None:
    """Give the subject nearest to a verb; of two, the first is a quotation: "“One,” *she* said"."""
    own = (child for child in doc.children[verb] if doc.tokens[child].deprel in labels)
    return min(own, key=lambda child: abs(child - verb), default=None)


def _borrowed(doc: Annotated, verb: int, depth: int) -> int | None:
    token = doc.tokens[verb]
    above = token.head
    if above == verb:
        return None
    if token.deprel in ("acl", "relcl"):
        return _of_described(doc, verb, depth)
    if token.deprel == "xcomp":
        controlled = child_by(doc, above, ("dobj", "dative"))
        if controlled is not None and controlled < verb:
            return controlled
    if doc.tokens[above].upos in ("VERB", "AUX"):
        found = _subject(doc, above, (*SUBJECTS, *PASSIVE_SUBJECTS))
        return found if found is not None else doer(doc, above, depth - 1)
    if token.deprel in ("pcomp", "conj", "advcl", "xcomp"):
        return _borrowed(doc, above, depth - 1) if doc.tokens[above].upos == "ADP" else doer(doc, above, depth - 1)
    return None


def _of_described(doc: Annotated, verb: int, depth: int) -> int | None:
    """Give who does what a clause tells of the noun above it: "her *plan* to go", "a *letter* saying …"."""
    above = doc.tokens[verb].head
    if is_infinitive(doc, verb):
        return _of_noun(doc, above, ())
    if _is_set_off(doc, verb):
        return _above_noun(doc, verb, depth)
    writer = writer_of(doc, verb)
    return above if writer is None else doer(doc, writer, depth - 1)


def _is_set_off(doc: Annotated, verb: int) -> bool:
    """Say whether a participle stands behind a comma: "he spoke to the town, *telling* it to stay"."""
    before = verb - 1
    while before > 0 and (doc.tokens[before].upos == "ADV" or doc.tokens[before].text in MARKS):
        before -= 1
    return before > 0 and doc.tokens[before].text == "," and "Aspect=Prog" in doc.tokens[verb].morph


def _above_noun(doc: Annotated, verb: int, depth: int) -> int | None:
    """Give who does what the sentence tells that a participle is set off from."""
    top = doc.tokens[verb].head
    while doc.tokens[top].upos not in ("VERB", "AUX") and doc.tokens[top].head != top:
        top = doc.tokens[top].head
    return doer(doc, top, depth - 1) if doc.tokens[top].upos in ("VERB", "AUX") else top


def writer_of(doc: Annotated, verb: int) -> int | None:
    """Give the verb with whose object another one goes on: she *sent* a letter saying that it rained.

    None where the object itself says it: "he read a letter saying that …".
    """
    token = doc.tokens[verb]
    thing = doc.tokens[token.head]
    above = thing.head
    if token.deprel != "acl" or "Aspect=Prog" not in token.morph or thing.deprel not in ("dobj", "pobj"):
        return None
    if doc.tokens[above].upos == "ADP":
        above = doc.tokens[above].head
    return above if doc.tokens[above].upos == "VERB" and doc.tokens[above].lemma in _ISSUING else None


def _of_preposition(doc: Annotated, cue: Cue) -> int | None:
    """Give whose words a phrase tells: "according to *police*", "in *her* view", "in *a poll*"."""
    last = cue.anchors[-1]
    found = child_by(doc, last, ("pobj", "poss"))
    return last if found is None and doc.tokens[last].upos in ("NOUN", "PROPN") else found


def _of_adjective(doc: Annotated, adjective: int) -> int | None:
    """Give whom an adjective describes: "*he* was adamant", "*he* was disappointed", "*voters* eager to …"."""
    for index in (adjective, doc.tokens[adjective].head):
        found = child_by(doc, index, (*SUBJECTS, *PASSIVE_SUBJECTS))
        if found is not None:
            return found
    token = doc.tokens[adjective]
    return token.head if token.deprel in ("amod", "acl") and token.head < adjective else doer(doc, token.head)


def _of_noun(doc: Annotated, noun: int, refusing: Container[int]) -> int | None:
    owner = child_by(doc, noun, ("poss",))
    if owner is not None:
        return owner
    for child in doc.children[noun]:
        token = doc.tokens[child]
        if token.deprel == "prep" and token.text.lower() in ("by", "from"):
            return child_by(doc, child, ("pobj",))
    return _governor(doc, noun, refusing)


def _governor(doc: Annotated, noun: int, refusing: Container[int]) -> int | None:
    """Give who does what the noun is part of: "imposed sanctions over accusations that …"."""
    token = doc.tokens[noun]
    while token.head != noun and token.deprel in ("dobj", "pobj", "prep", "conj", "attr", "pcomp"):
        noun = token.head
        token = doc.tokens[noun]
        if token.upos in ("VERB", "AUX"):
            return None if noun in refusing else doer(doc, noun)
    return None
