"""Filters candidates: constructions in which a cue with a content tells of nothing that anybody says."""

from newsledger.model import Statement
from newsledger.statements.contents import Content
from newsledger.statements.cued import CuedArticle, is_begun, light_verb_above
from newsledger.statements.cues import Cue

_WITHHOLDING = frozenset({"avoid", "without"})
#: What an infinitive hangs from that is only asked for: "did not answer a *request* to comment", "*has yet* to …".
_AWAITING = frozenset({"decline", "have", "refuse", "request"})
_NEVER_DENIED = frozenset({"add", "comment"})
_ASKED = frozenset({"if", "whether"})
_BELIEFS = frozenset({"believe", "know"})
#: "'s" is that of "let's".
_READER = frozenset({"you", "'s", "’s"})
#: What is only told of a content where somebody holds it: "*known for* its boats", "*vowed* to go".
_HELD = frozenset({"for", "infinitive", "object", "object+for", "object+name", "object+with", "subject+name"})
#: What gives a name where no one is said to: "*known* as", "*listed* as"; who is *described* as, is so by somebody.
_NAMING = frozenset({"identify", "know", "list"})
_TOLD_OF = frozenset({"about", "clause", "on"})
#: What narrows a word down to some: "people *in Lima*", "*these* people".
_NARROWING = frozenset({"det", "amod", "prep", "poss"})


def tells_nothing(cued: CuedArticle, cue: Cue, content: Content, statement: Statement) -> bool:
    """Say whether what looks like a statement tells of nothing said, believed, meant or decreed."""
    filters = (
        is_act,
        is_set_phrase,
        is_hypothesis,
        is_of_nobody,
        is_purpose,
        is_description,
        is_open,
        is_addressed_to_reader,
        has_no_holder,
        is_attitude_to_kind,
        is_held_by_no_one_in_particular,
        is_pronoun_alone,
    )
    return (
        is_irrealis(cued, cue, content)
        or is_withheld(cued, cue, content)
        or any(one(cued, cue, content, statement) for one in filters)
    )


def is_act(cued: CuedArticle, _: Cue, content: Content, statement: Statement) -> bool:
    """Say whether a cue tells of an act and of nothing said: "those *who back* the bill", "a note *that* says …"."""
    relatives = cued.words["relative"]
    if len(content.tokens) == 1 and cued.says(min(content.tokens), "relative"):
        return True
    told_of = statement.source[0].of(cued.doc.text).lower() if statement.source else None
    if told_of == "that" and content.take != "quotation":
        return True
    return told_of in relatives and content.take in ("object", "object+name")


def is_set_phrase(cued: CuedArticle, cue: Cue, _: Content, __: Statement) -> bool:
    """Say whether a cue is only part of a set phrase: "to *make sure* that it holds", "*in order* that it holds"."""
    above = cued.tokens[cued.tokens[cue.head].head].lemma
    return (cue.entry.kind == "adjective" and above == "make") or (cue.entry.head == "order" and above == "in")


def is_hypothesis(cued: CuedArticle, cue: Cue, _: Content, __: Statement) -> bool:
    """Say whether a belief stands under a condition or question: "*if* he thinks that it rains, …"."""
    if cue.entry.kind != "verb" or cue.entry.attitude not in _BELIEFS:
        return False
    below = cued.doc.children[cue.head]
    return any(cued.tokens[child].text.lower() in _ASKED for child in below)


def is_purpose(cued: CuedArticle, cue: Cue, content: Content, statement: Statement) -> bool:
    """Say whether an infinitive only tells what for: "booms *meant to hold* it", "it was petty *to say* that …"."""
    if cue.entry.kind != "verb" or (cue.head in cued.quoting and statement.form != "indirect"):
        return False
    if content.take == "infinitive" and cued.tokens[cue.head].deprel == "acl":
        return True
    if not cued.syntax.is_infinitive(cue.head) or light_verb_above(cued, cue.head) is not None:
        return False
    return not statement.source or statement.source[0].of(cued.doc.text).lower() == "it"


def is_description(cued: CuedArticle, cue: Cue, content: Content, _: Statement) -> bool:
    """Say whether a clause only describes the object of its cue: "boasts a lead *which* they call a wall".

    "That" is a relative where it is the subject; else the parse may have missed a conjunction.
    """
    if cue.entry.kind != "verb" or content.take != "clause":
        return False
    top = next((index for index in sorted(content.tokens) if cued.tokens[index].head not in content.tokens), None)
    if top is None or cued.tokens[top].deprel != "relcl":
        return False
    relatives = [child for child in cued.doc.children[top] if cued.says(child, "relative")]
    subject = cued.syntax.child(top, "nsubj", "nsubjpass")
    words = {child: cued.tokens[child].text.lower() for child in relatives}
    return any(word == "which" or (word == "that" and child == subject) for child, word in words.items())


def is_open(cued: CuedArticle, cue: Cue, _: Content, statement: Statement) -> bool:
    """Say whether a passive without an agent tells what may or will be said: "it *can be seen* as a failure"."""
    clause = cued.syntax.clause(cue.head)
    if statement.source or clause is None or cue.entry.kind != "verb" or not cued.syntax.is_passive(cue.head):
        return False
    may = any(cued.tokens[modal].lemma != "be" for modal in clause.modals)  # "is expected to" is said today
    return may and statement.form == "indirect"


def is_of_nobody(cued: CuedArticle, _: Cue, __: Content, statement: Statement) -> bool:
    """Say whether it is told that nobody says it: "*no one* can say how long it lasts", "*nobody* knew why"."""
    head = cued.doc.head_in(statement.source[0]) if statement.source else None
    if head is None:
        return False
    none = any(cued.tokens[child].text.lower() == "no" for child in cued.doc.children[head])
    return cued.tokens[head].lemma.lower() == "nobody" or (cued.tokens[head].lemma == "one" and none)


def is_addressed_to_reader(cued: CuedArticle, cue: Cue, _: Content, statement: Statement) -> bool:
    """Say whether the outlet speaks to its reader: "as *you* know", "*imagine* that it rains", "*let's* say …"."""
    clause = cued.syntax.clause(cue.head)
    if not statement.source:
        return clause is not None and clause.form == "bare"
    return statement.source[0].of(cued.doc.text).lower() in _READER


def has_no_holder(cued: CuedArticle, cue: Cue, content: Content, statement: Statement) -> bool:
    """Say whether nobody holds what is said: "a film *called* Rain", "*known as* Rain", "it *seems* that …".

    Where a clause or a forecast tells what it is, and a noun or a passive reports it, it is a statement whoever
    makes it: "*fears* that the dam will burst", "it is *feared* that it will burst".
    """
    if statement.source:
        return False
    if content.take == "clause" and cue.entry.kind == "verb":
        return not any(cued.syntax.is_passive(anchor) for anchor in cue.anchors) and statement.form == "indirect"
    if cue.entry.kind == "noun":
        return content.take != "clause"
    return content.take in _HELD or (cue.entry.head in _NAMING and content.take.endswith("as"))


def is_attitude_to_kind(cued: CuedArticle, cue: Cue, content: Content, _: Statement) -> bool:
    """Say whether a noun or adjective takes a stand to nothing in particular: "*demand* for energy", "*sure* of it".

    It tells of something said where a clause or a name completes it: "her *criticism* of the Senate".
    """
    if cue.entry.kind not in ("noun", "adjective") or content.take in ("clause", "infinitive", "quotation"):
        return False
    return not any(cued.tokens[index].upos == "PROPN" or cued.quoted.number[index] >= 0 for index in content.tokens)


def is_held_by_no_one_in_particular(cued: CuedArticle, cue: Cue, _: Content, statement: Statement) -> bool:
    """Say whether a belief is that of a season or of anyone: "the *year* saw …", "*everyone* who knows that …"."""
    head = cued.doc.head_in(statement.source[0]) if statement.source else None
    if head is None:
        return False
    if cued.says(head, "question") or (cue.head not in cued.speakers and cued.tokens[head].lemma in cued.words["time"]):
        return True
    if cued.says(head, "relative"):
        return cued.says(_described(cued, head), "indefinite")
    alone = not any(cued.tokens[child].deprel in _NARROWING for child in cued.doc.children[head])
    return alone and cue.head not in cued.speakers and cued.says(head, "indefinite")


def _described(cued: CuedArticle, relative: int) -> int:
    """Give the word that the clause of a relative pronoun describes."""
    top = relative
    while cued.tokens[top].deprel != "relcl" and cued.tokens[top].head != top:
        top = cued.tokens[top].head
    return cued.tokens[top].head


def is_irrealis(cued: CuedArticle, cue: Cue, content: Content) -> bool:
    """Say whether a belief is only wished or possible: "to *know* what it costs", "they *may think* that it rains"."""
    clause = cued.syntax.clause(cue.head)
    if clause is None or cue.entry.kind != "verb" or content.take not in _TOLD_OF or cue.head in cued.quoting:
        return False
    return bool(clause.modals) or (clause.form == "infinitive" and not is_begun(cued, cue.head))


def is_withheld(cued: CuedArticle, cue: Cue, content: Content) -> bool:
    """Say whether something is told of as not said: "*avoided* commenting", "*without* saying why", "did *not* add".

    Who has no *comment* says nothing, and who is asked for one has not said it.
    """
    above, clause = cued.tokens[cue.head].head, cued.syntax.clause(cue.head)
    if cued.tokens[above].lemma in _WITHHOLDING and cued.tokens[cue.head].deprel in ("xcomp", "pcomp"):
        return True
    if cue.entry.head == "comment" and cue.entry.kind == "verb" and cued.tokens[above].lemma in _AWAITING:
        return cued.syntax.is_infinitive(cue.head)
    if cue.entry.head == "decline" and {cued.tokens[index].lemma for index in content.tokens} == {"to", "comment"}:
        return True
    return cue.entry.head in _NEVER_DENIED and clause is not None and clause.is_negated


def is_pronoun_alone(cued: CuedArticle, _: Cue, content: Content, __: Statement) -> bool:
    """Say whether nothing is told but about whom: "he *savaged* her"."""
    return content.take == "object" and len(content.tokens) == 1 and cued.says(next(iter(content.tokens)), "person")
