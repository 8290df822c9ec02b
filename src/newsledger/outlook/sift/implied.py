"""Finds the "would" that hangs on something to come: a vote that may be won, an office that may be reached."""

from newsledger.model import Annotated, Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, is_past
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
_OFFICES = frozenset(
    {"president", "governor", "mayor", "senator", "premier", "chancellor", "minister", "nominee", "leader", "speaker"}
    | {"king", "chairman", "chairwoman", "commander"}
)
_WANTING = frozenset(
    {"like", "love", "prefer", "think", "say", "argue", "hope", "rather", "be", "have", "want", "need"}
)


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
        _is_for_office(doc, cue)
        or _goes_on_from_now(doc, cue)
        or _is_of_a_programme(doc, scene, cue)
        or _is_told_now(doc, statement_of(scene, cue))
    )


def hangs_on_outcome(doc: Annotated, cue: Cue) -> bool:
    """Say whether the subject is how a vote, a case or a bargain may turn out: "a no would sink the loan"."""
    if cue.party is None or doc.tokens[cue.party].upos != "NOUN":
        return False
    return doc.tokens[cue.party].lemma in _OUTCOMES and cue.reading in ("reported", "possible")


def _is_for_office(doc: Annotated, cue: Cue) -> bool:
    """Say whether somebody would do it in an office: "would, as president, repeal the law", "if elected"."""
    for index in doc.subtree(cue.content):
        token = doc.tokens[index]
        if token.lemma == "elect" and doc.tokens[max(index - 1, 0)].text.lower() == "if":
            return True
        if token.deprel == "pobj" and token.lemma.lower() in _OFFICES and doc.tokens[token.head].text.lower() == "as":
            return True
    return False


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
