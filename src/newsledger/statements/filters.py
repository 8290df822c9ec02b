"""Filters candidates: constructions in which a cue with a content tells of nothing that anybody says."""

from newsledger.model import Statement
from newsledger.statements.contents import Content
from newsledger.statements.cues import Cue
from newsledger.statements.page import Page, light_verb_above

_REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves"})
_WITHHOLDING = frozenset({"avoid", "without"})
#: What is only told of a content where somebody holds it: "*known for* its boats", "*vowed* to go".
_HELD = frozenset({"for", "infinitive", "object", "object+for", "object+name", "object+with", "subject+name"})
_TOLD_OF = frozenset({"about", "clause", "on"})
#: What narrows a word down to some: "people *in Lima*", "*these* people".
_NARROWING = frozenset({"det", "amod", "prep", "poss"})


def tells_nothing(page: Page, cue: Cue, content: Content, statement: Statement) -> bool:
    """Say whether what looks like a statement tells of nothing said, believed, meant or decreed."""
    filters = (
        is_act,
        is_addressed_to_reader,
        has_no_holder,
        is_attitude_to_kind,
        is_held_by_no_one_in_particular,
        is_pronoun_alone,
    )
    return (
        is_irrealis(page, cue, content)
        or is_withheld(page, cue)
        or any(one(page, cue, content, statement) for one in filters)
    )


def is_act(page: Page, _: Cue, content: Content, statement: Statement) -> bool:
    """Say whether a cue tells of an act and of nothing said: "those *who back* the bill", "a note *that* says …"."""
    words = [page.tokens[index].text.lower() for index in sorted(content.tokens)]
    relatives, alone = page.words["relative"], len(words) == 1
    if alone and words[0] in relatives:
        return True
    told_of = statement.source[0].of(page.doc.text).lower() if statement.source else None
    if told_of == "that" and content.take != "quotation":
        return True
    return told_of in relatives and content.take in ("object", "object+name")


def is_addressed_to_reader(page: Page, cue: Cue, _: Content, statement: Statement) -> bool:
    """Say whether the outlet speaks to its reader: "as *you* know", "*imagine* that it rains"."""
    clause = page.syntax.clause(cue.head)
    if not statement.source:
        return clause is not None and clause.form == "bare" and cue.entry.kind == "verb"
    return statement.source[0].of(page.doc.text).lower() == "you"


def has_no_holder(page: Page, cue: Cue, content: Content, statement: Statement) -> bool:
    """Say whether nobody holds what is said: "a film *called* Rain", "*critics* of a dam", "it *seems* that …".

    Where a clause or a forecast tells what it is, and a noun or a passive reports it, it is a statement whoever
    makes it: "*fears* that the dam will burst", "it is *feared* that it will burst".
    """
    if statement.source:
        return False
    if content.take == "clause" and cue.entry.kind == "verb":
        return not any(page.syntax.is_passive(anchor) for anchor in cue.anchors) and statement.form == "indirect"
    if cue.entry.kind == "noun":
        return content.take != "clause"
    return content.take in _HELD


def is_attitude_to_kind(page: Page, cue: Cue, content: Content, _: Statement) -> bool:
    """Say whether a noun or adjective takes a stand to nothing in particular: "*demand* for energy", "*sure* of it".

    It tells of something said where a clause or a name completes it: "her *criticism* of the Senate".
    """
    if cue.entry.kind not in ("noun", "adjective") or content.take in ("clause", "infinitive", "quotation"):
        return False
    return not any(page.tokens[index].upos == "PROPN" or page.quoted.number[index] >= 0 for index in content.tokens)


def is_held_by_no_one_in_particular(page: Page, cue: Cue, _: Content, statement: Statement) -> bool:
    """Say whether a belief is that of a season or of anyone: "the *year* saw …", "*everyone* who knows that …"."""
    head = page.doc.head_in(statement.source[0]) if statement.source else None
    if head is None:
        return False
    if page.says(head, "question") or (cue.head not in page.speakers and page.tokens[head].lemma in page.words["time"]):
        return True
    if page.says(head, "relative"):
        return page.says(_described(page, head), "indefinite")
    alone = not any(page.tokens[child].deprel in _NARROWING for child in page.doc.children[head])
    return alone and cue.head not in page.speakers and page.says(head, "indefinite")


def _described(page: Page, relative: int) -> int:
    """Give the word that the clause of a relative pronoun describes; the pronoun where the parse has none."""
    top = relative
    while page.tokens[top].deprel != "relcl" and page.tokens[top].head != top:
        top = page.tokens[top].head
    return page.tokens[top].head if page.tokens[top].deprel == "relcl" else relative


def is_irrealis(page: Page, cue: Cue, content: Content) -> bool:
    """Say whether a belief is only wished or possible: "to *know* what it costs", "they *may think* that it rains"."""
    clause = page.syntax.clause(cue.head)
    if clause is None or cue.entry.kind != "verb" or content.take not in _TOLD_OF or cue.head in page.quoting:
        return False
    return bool(clause.modals) or (clause.form == "infinitive" and not _is_begun(page, cue))


def _is_begun(page: Page, cue: Cue) -> bool:
    """Say whether an infinitive is under way: "*went on to learn* that …", not "*decided to learn* why …".

    *She* who wants to know asks; "*want to know* …?" does not.
    """
    light = light_verb_above(page, cue.head)
    if light is None:
        return False
    asks = page.tokens[light].lemma == "want" and cue.entry.head == "know"
    return (asks and page.syntax.own_subject(light) is not None) or page.tokens[light].lemma in page.words["undertaken"]


def is_withheld(page: Page, cue: Cue) -> bool:
    """Say whether something is told of as not said: "*avoided* commenting", "*without* saying why", "did *not* add"."""
    above, clause = page.tokens[cue.head].head, page.syntax.clause(cue.head)
    if page.tokens[above].lemma in _WITHHOLDING and page.tokens[cue.head].deprel in ("xcomp", "pcomp"):
        return True
    return cue.entry.head == "add" and clause is not None and clause.is_negated


def is_pronoun_alone(page: Page, _: Cue, content: Content, __: Statement) -> bool:
    """Say whether nothing is told but about whom: "he *savaged* her"."""
    if content.take != "object" or len(content.tokens) != 1:
        return False
    word = page.tokens[next(iter(content.tokens))].text.lower()
    return word in page.words["person"] or word in _REFLEXIVES
