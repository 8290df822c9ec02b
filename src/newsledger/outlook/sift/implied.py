"""Finds the "would" that hangs on something to come: a vote, an office, "if she runs"; not "if she ran"."""

from collections.abc import Iterator

from newsledger.model import Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, statement_of
from newsledger.outlook.scene import SUBJECTS, Scene

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


def is_implied(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" foretells what comes of something that is still to be decided.

    "A victory would keep him in the race", "as president she would repeal the law", "says he would
    repeal it"; not "a register would help".
    """
    if cue.reading != "reported" or cue.frame is not None or cue.attitude is not None or cue.party is None:
        return False
    if scene.lemma(cue.content) in _WANTING or scene.child(cue.content, "mark") is not None:
        return hangs_on_outcome(scene, cue) and scene.child(cue.content, "mark") is None
    if hangs_on_outcome(scene, cue):
        return True
    return is_agent(scene, cue.party) and (
        _goes_on_from_now(scene, cue) or _is_of_a_programme(scene, cue) or _is_told_now(scene, statement_of(scene, cue))
    )


def hangs_on_outcome(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is how a vote, a case or a bargain may turn out: "a no would sink the loan"."""
    if cue.party is None or scene.upos(cue.party) != "NOUN":
        return False
    below = {scene.word(one) for one in scene.children[cue.party]}
    ballot = scene.lemma(cue.party) == "vote" and bool(below & {"no", "yes"}) and bool(below & {"a", "the"})
    return (ballot or scene.lemma(cue.party) in _OUTCOMES) and cue.reading in ("reported", "possible")


def _is_of_a_programme(scene: Scene, cue: Cue) -> bool:
    """Say whether the outlet tells what a candidate would do: "Mr. Hale would end the tax"."""
    if cue.party is None or scene.upos(cue.party) != "PROPN" or cue.content in scene.content:
        return False
    if not any(scene.kinds.get(one) == "person" for one in scene.actors.get(cue.party, ())):
        return False
    sentence = scene.doc.sentence_at(cue.content)
    past = any("Tense=Past|VerbForm=Fin" in scene.tokens[one].morph for one in range(sentence.start, sentence.end))
    told = {scene.label(one) for one in scene.children[cue.content]}
    return not past and "dobj" in told and not told & {"advmod", "neg", "advcl", "auxpass"}


def _goes_on_from_now(scene: Scene, cue: Cue) -> bool:
    """Say whether it stands beside what somebody holds now: "opposes the law and would repeal it"."""
    token = scene.tokens[cue.content]
    return token.deprel == "conj" and "Tense=Pres|VerbForm=Fin" in scene.tokens[token.head].morph


def _is_told_now(scene: Scene, said: Statement | None) -> bool:
    """Say whether somebody says of himself now what he would do: "says he would repeal it"."""
    if said is None or said.form == "direct":
        return False
    cues = [index for span in said.cue for index in scene.doc.tokens_in(span) if scene.upos(index) == "VERB"]
    if any(scene.lemma(one) == "have" for index in cues for one in scene.children[index]):
        return False  # "has said that he would"
    return bool(cues) and not any(scene.is_past(one) for index in cues for one in (index, *scene.ancestors(index)))


def is_unreal(scene: Scene, cue: Cue) -> bool:
    """Say whether it hangs on what is only imagined: "if they all left, the town could fall", "if he were alive".

    What a past report has moved back is real: "the union said it would strike if she ran".
    """
    if cue.frame is not None or cue.reading not in ("possible", "reported"):
        return False
    said = statement_of(scene, cue)
    told = cue.attitude is not None or (said is not None and said.form != "direct")
    return any(
        _is_imagined(scene, clause) or (not told and scene.is_past(clause) and scene.child(clause, "auxpass") is None)
        for clause in _conditions(scene, cue)
    )


def hangs_on_what_may_come(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" follows from what may come true: "if Kesh walks out, the talks would collapse"."""
    if cue.frame is not None or cue.reading != "reported" or cue.party is None:
        return False
    return any(_is_open(scene, clause) for clause in _conditions(scene, cue))


def _conditions(scene: Scene, cue: Cue) -> Iterator[int]:
    for verb in {cue.content, cue.verb}:
        for below in scene.children[verb]:
            if scene.label(below) == "advcl" and any(
                scene.label(one) == "mark" and scene.word(one) in ("if", "unless") for one in scene.children[below]
            ):
                yield below


def _is_open(scene: Scene, clause: int) -> bool:
    """Say whether a condition is put in the present, and of somebody or something known."""
    party = scene.child(clause, *SUBJECTS)
    if party is None or scene.word(party) in _ANYBODY:
        return False
    known = is_agent(scene, party) or scene.upos(party) == "NOUN"
    loose = any(scene.word(below) in _ANY for below in scene.children[party])
    return known and not loose and _is_present(scene, clause)


def _is_present(scene: Scene, clause: int) -> bool:
    verbs = (clause, *(below for below in scene.children[clause] if scene.label(below) in ("aux", "auxpass")))
    return any("Tense=Pres|VerbForm=Fin" in scene.tokens[one].morph for one in verbs)


def _is_imagined(scene: Scene, clause: int) -> bool:
    """Say whether the form itself says that it is not so: "if he were", "if she had left"."""
    verbs = (clause, *(below for below in scene.children[clause] if scene.label(below) in ("aux", "auxpass")))
    party = scene.child(clause, *SUBJECTS)
    single = party is not None and _is_single(scene, party)
    words = {scene.word(one) for one in verbs}
    to_come = any(scene.label(below) == "xcomp" for below in scene.children[clause])  # "if she were to leave"
    return single and "were" in words and not to_come


def _is_single(scene: Scene, party: int) -> bool:
    token = scene.tokens[party]
    if token.upos == "PRON":
        return token.text.lower() in ("i", "he", "she", "it", "this", "that")
    return scene.child(party, "conj") is None and token.text.lower() == token.lemma.lower()
