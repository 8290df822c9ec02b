"""Finds the "would" that hangs on something to come: a vote, an office, "if she runs"; not "if she ran"."""

from collections.abc import Iterator

from newsledger.model import Annotated, Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, is_past, own_subject
from newsledger.outlook.party import is_agent, statement_of
from newsledger.outlook.scene import Scene

# How a vote, a case or a bargain that is under way may turn out.
_OUTCOMES = frozenset(
    {"victory", "win", "loss", "defeat", "approval", "rejection", "passage", "failure", "ruling", "verdict", "veto"}
    | {
        "conviction",
        "acquittal",
        "ratification",
        "withdrawal",
        "exit",
        "default",
        "no",
        "yes",
        "nomination",
        "deadlock",
    }
)
_WANTING = frozenset(
    {"like", "love", "prefer", "think", "say", "argue", "hope", "rather", "be", "have", "want", "need"}
)
_ANY = frozenset({"a", "an", "any", "every"})
_ANYBODY = frozenset({"you", "one", "someone", "anyone", "somebody", "anybody", "everyone", "nobody"})


def is_implied(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" foretells what comes of something that is still to be decided.

    "A victory would keep him in the race", "as president she would repeal the law", "says he would
    repeal it"; not "a register would help".
    """
    if cue.reading != "reported" or cue.frame is not None or cue.attitude is not None or cue.party is None:
        return False
    if doc.tokens[cue.content].lemma in _WANTING or child(doc, cue.content, "mark") is not None:
        return hangs_on_outcome(doc, cue) and child(doc, cue.content, "mark") is None
    if hangs_on_outcome(doc, cue):
        return True
    return is_agent(doc, scene, cue.party) and (
        _goes_on_from_now(doc, cue)
        or _is_of_a_programme(doc, scene, cue)
        or _is_told_now(doc, statement_of(scene, cue))
    )


def hangs_on_outcome(doc: Annotated, cue: Cue) -> bool:
    """Say whether the subject is how a vote, a case or a bargain may turn out: "a no would sink the loan"."""
    if cue.party is None or doc.tokens[cue.party].upos != "NOUN":
        return False
    below = {doc.tokens[one].text.lower() for one in doc.children[cue.party]}
    ballot = doc.tokens[cue.party].lemma == "vote" and bool(below & {"no", "yes"}) and bool(below & {"a", "the"})
    return (ballot or doc.tokens[cue.party].lemma in _OUTCOMES) and cue.reading in ("reported", "possible")


def _is_of_a_programme(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether the outlet tells what a candidate would do: "Mr. Hale would end the tax"."""
    if cue.party is None or doc.tokens[cue.party].upos != "PROPN" or cue.content in scene.content:
        return False
    if not any(scene.kinds.get(one) == "person" for one in scene.actors.get(cue.party, ())):
        return False
    sentence = doc.sentence_at(cue.content)
    past = any("Tense=Past|VerbForm=Fin" in doc.tokens[one].morph for one in range(sentence.start, sentence.end))
    told = {doc.tokens[one].deprel for one in doc.children[cue.content]}
    return not past and "dobj" in told and not told & {"advmod", "neg", "advcl", "auxpass"}


def _goes_on_from_now(doc: Annotated, cue: Cue) -> bool:
    """Say whether it stands beside what somebody holds now: "opposes the law and would repeal it"."""
    token = doc.tokens[cue.content]
    return token.deprel == "conj" and "Tense=Pres|VerbForm=Fin" in doc.tokens[token.head].morph


def _is_told_now(doc: Annotated, said: Statement | None) -> bool:
    """Say whether somebody says of himself now what he would do: "says he would repeal it"."""
    if said is None or said.form == "direct":
        return False
    cues = [index for span in said.cue for index in doc.tokens_in(span) if doc.tokens[index].upos == "VERB"]
    if any(doc.tokens[one].lemma == "have" for index in cues for one in doc.children[index]):
        return False  # "has said that he would"
    return bool(cues) and not any(is_past(doc, one) for index in cues for one in (index, *ancestors(doc, index)))


def is_unreal(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether it hangs on what is only imagined: "if they all left, the town could fall", "if he were alive".

    What a past report has moved back is real: "the union said it would strike if she ran".
    """
    if cue.frame is not None or cue.reading not in ("possible", "reported"):
        return False
    said = statement_of(scene, cue)
    told = cue.attitude is not None or (said is not None and said.form != "direct")
    return any(
        _is_imagined(doc, clause) or (not told and is_past(doc, clause) and child(doc, clause, "auxpass") is None)
        for clause in _conditions(doc, cue)
    )


def hangs_on_what_may_come(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" follows from what may come true: "if Kesh walks out, the talks would collapse"."""
    if cue.frame is not None or cue.reading != "reported" or cue.party is None:
        return False
    return any(_is_open(doc, scene, clause) for clause in _conditions(doc, cue))


def _conditions(doc: Annotated, cue: Cue) -> Iterator[int]:
    for verb in {cue.content, cue.verb}:
        for below in doc.children[verb]:
            if doc.tokens[below].deprel == "advcl" and any(
                doc.tokens[one].deprel == "mark" and doc.tokens[one].text.lower() in ("if", "unless")
                for one in doc.children[below]
            ):
                yield below


def _is_open(doc: Annotated, scene: Scene, clause: int) -> bool:
    """Say whether a condition is put in the present, and of somebody or something known."""
    party = own_subject(doc, clause)
    if party is None or doc.tokens[party].text.lower() in _ANYBODY:
        return False
    known = is_agent(doc, scene, party) or doc.tokens[party].upos == "NOUN"
    loose = any(doc.tokens[below].text.lower() in _ANY for below in doc.children[party])
    return known and not loose and _is_present(doc, clause)


def _is_present(doc: Annotated, clause: int) -> bool:
    verbs = (clause, *(below for below in doc.children[clause] if doc.tokens[below].deprel in ("aux", "auxpass")))
    return any("Tense=Pres|VerbForm=Fin" in doc.tokens[one].morph for one in verbs)


def _is_imagined(doc: Annotated, clause: int) -> bool:
    """Say whether the form itself says that it is not so: "if he were", "if she had left"."""
    verbs = (clause, *(below for below in doc.children[clause] if doc.tokens[below].deprel in ("aux", "auxpass")))
    party = own_subject(doc, clause)
    single = party is not None and _is_single(doc, party)
    words = {doc.tokens[one].text.lower() for one in verbs}
    to_come = any(doc.tokens[below].deprel == "xcomp" for below in doc.children[clause])  # "if she were to leave"
    return single and "were" in words and not to_come


def _is_single(doc: Annotated, party: int) -> bool:
    token = doc.tokens[party]
    if token.upos == "PRON":
        return token.text.lower() in ("i", "he", "she", "it", "this", "that")
    return child(doc, party, "conj") is None and token.text.lower() == token.lemma.lower()
