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
    if hangs_on_outcome(scene, cue) or _has_open_condition(scene, cue):
        return True
    own = is_agent(scene, cue.party) and not scene.is_a(cue.content, "attitude")
    return own and _is_told_now(scene, statement_of(scene, cue))


def hangs_on_outcome(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is how a vote, a case or a bargain may turn out: "a defeat would sink the loan"."""
    open_ = cue.reading in ("reported", "possible") and cue.party is not None
    return open_ and cue.party is not None and scene.upos(cue.party) == "NOUN" and scene.is_a(cue.party, "result")


def _is_told_now(scene: Scene, said: Statement | None) -> bool:
    """Say whether somebody says of himself now what he would do: "says he would repeal it"."""
    if said is None or said.form == "direct":
        return False
    cues = [index for span in said.cue for index in scene.doc.tokens_in(span) if scene.upos(index) == "VERB"]
    past = any(scene.is_past(one) for index in cues for one in (index, *scene.ancestors(index)))
    return bool(cues) and not past and not any(scene.syntax.is_perfect(index) for index in cues)


def _has_open_condition(scene: Scene, cue: Cue) -> bool:
    """Say whether it hangs on what may yet be so: "if she runs, it would", not "if she ran"."""
    for below in scene.children[cue.content]:
        mark = scene.child(below, "mark") if scene.label(below) == "advcl" else None
        if mark is not None and scene.word(mark) in ("if", "unless") and scene.syntax.tense(below) == "present":
            return True
    return False


def is_counterfactual(scene: Scene, cue: Cue) -> bool:
    """Say whether it hangs on what is not so: "would lose if she *were* a man"; the subjunctive tells it."""
    for below in scene.children[cue.content]:
        mark = scene.child(below, "mark") if scene.label(below) == "advcl" else None
        if mark is not None and scene.word(mark) in ("if", "unless") and _is_subjunctive(scene, below):
            return True
    return False


def _is_subjunctive(scene: Scene, verb: int) -> bool:
    """Say whether one person or thing "were": "if she were", not "if they were"."""
    were = next((one for one in (verb, *scene.children[verb]) if scene.word(one) == "were"), None)
    party = scene.child(verb, *SUBJECTS)
    if were is None or party is None:
        return False
    if scene.upos(party) == "PRON":
        return scene.word(party) in ("i", "he", "she", "it")
    several = len(scene.syntax.joined(party)) > 1 or scene.word(party) != scene.lemma(party).lower()
    return scene.upos(party) == "NOUN" and not several
