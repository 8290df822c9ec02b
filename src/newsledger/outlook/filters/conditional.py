"""Finds what a "would" or "could" hangs on: a vote, an office, "if she runs"; not "if she ran"."""

from newsledger.model import Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, statement_of
from newsledger.outlook.scene import SUBJECTS, Scene


def is_implied(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" foretells what comes of something that is still to be decided.

    "A victory would keep him in the race", "if Kesh walks out, the talks would collapse", "says he
    would repeal it"; not "a register would help".
    """
    if cue.reading != "reported" or cue.frame is not None or cue.attitude is not None or cue.party is None:
        return False
    if scene.child(cue.content, "mark") is not None:
        return False
    own = is_agent(scene, cue.party) and not scene.is_a(cue.content, "attitude")
    return own and _is_told_now(scene, statement_of(scene, cue))


def _is_told_now(scene: Scene, said: Statement | None) -> bool:
    """Say whether somebody says of himself now what he would do: "says he would repeal it"."""
    if said is None or said.form == "direct":
        return False
    cues = [index for span in said.cue for index in scene.doc.tokens_in(span) if scene.upos(index) == "VERB"]
    past = any(scene.is_past(one) for index in cues for one in (index, *scene.ancestors(index)))
    return bool(cues) and not past and not any(scene.syntax.is_perfect(index) for index in cues)


def is_counterfactual(scene: Scene, cue: Cue) -> bool:
    """Say whether it hangs on what is not so: "would lose if she *were* a man"; the subjunctive tells it."""
    for below in scene.children[cue.content]:
        mark = scene.child(below, "mark") if scene.label(below) == "advcl" else None
        if mark is not None and scene.word(mark) in ("if", "unless") and _is_subjunctive(scene, below):
            return True
    return False


def _is_subjunctive(scene: Scene, verb: int) -> bool:
    """Say whether "were" stands with one person: "if she were", not "if they were"."""
    were = next((one for one in (verb, *scene.children[verb]) if scene.word(one) == "were"), None)
    party = scene.child(verb, *SUBJECTS)
    return were is not None and party is not None and scene.word(party) in ("i", "he", "she", "it")
