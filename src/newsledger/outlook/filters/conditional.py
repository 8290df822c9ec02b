"""Finds what a "would" or "could" hangs on: a vote, an office, "if she runs"; not "if she ran"."""

from collections.abc import Iterator

from newsledger.model import Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, statement_of
from newsledger.outlook.scene import Scene


def is_implied(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" foretells what comes of something that is still to be decided.

    "A victory would keep him in the race", "if Kesh walks out, the talks would collapse", "says he
    would repeal it"; not "a register would help".
    """
    if cue.reading != "reported" or cue.frame is not None or cue.attitude is not None or cue.party is None:
        return False
    if scene.child(cue.content, "mark") is not None:
        return False
    if hangs_on_outcome(scene, cue) or any(scene.tense(clause) == "present" for clause in conditions(scene, cue)):
        return True
    own = is_agent(scene, cue.party) and not scene.is_a(cue.content, "attitude")
    return own and _is_told_now(scene, statement_of(scene, cue))


def hangs_on_outcome(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is how a vote, a case or a bargain may turn out: "a no would sink the loan"."""
    if cue.party is None or scene.upos(cue.party) != "NOUN" or cue.reading not in ("reported", "possible"):
        return False
    below = {scene.word(one) for one in scene.children[cue.party]}
    ballot = scene.lemma(cue.party) == "vote" and bool(below & {"no", "yes"}) and bool(below & {"a", "the"})
    return ballot or scene.is_a(cue.party, "result")


def _is_told_now(scene: Scene, said: Statement | None) -> bool:
    """Say whether somebody says of himself now what he would do: "says he would repeal it"."""
    if said is None or said.form == "direct":
        return False
    cues = [index for span in said.cue for index in scene.doc.tokens_in(span) if scene.upos(index) == "VERB"]
    past = any(scene.is_past(one) for index in cues for one in (index, *scene.ancestors(index)))
    return bool(cues) and not past and not any(scene.is_perfect(index) for index in cues)


def is_unreal(scene: Scene, cue: Cue) -> bool:
    """Say whether it hangs on what is only imagined: "if they all left, the town could fall".

    What a past report has moved back is real: "the union said it would strike if she ran".
    """
    if cue.frame is not None or cue.attitude is not None or cue.reading not in ("possible", "reported"):
        return False
    said = statement_of(scene, cue)
    told = said is not None and said.form != "direct"
    return not told and any(
        scene.is_past(clause) and not scene.syntax.is_passive(clause) for clause in conditions(scene, cue)
    )


def is_supposed(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause stands in a condition: "if he wants to resign"."""
    for verb in (cue.verb, *scene.ancestors(cue.verb)):
        marks = (scene.word(below) for below in scene.children[verb] if scene.label(below) == "mark" and below < verb)
        if any(scene.rules.conditions.get(mark, ("",))[0] == "condition" for mark in marks):
            return True
        if scene.label(verb) not in ("xcomp", "conj", "ccomp", "acomp", "aux", "dobj", "acl"):
            return False
    return False


def conditions(scene: Scene, cue: Cue) -> Iterator[int]:
    """Give the verbs of the "if" clauses that hang from a cue's clause."""
    for verb in {cue.content, cue.verb}:
        for below in scene.children[verb]:
            mark = scene.child(below, "mark") if scene.label(below) == "advcl" else None
            if mark is not None and scene.word(mark) in ("if", "unless"):
                yield below
