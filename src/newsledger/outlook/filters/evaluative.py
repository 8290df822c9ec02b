"""Sets apart clauses that only judge: what is tough, what ought to be, what is needed."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window


def is_evaluative(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a clause with a modal judges or asks for something, and tells of nothing to tick or cross."""
    if cue.frame is not None or cue.reading is None:
        return False
    return (
        (window.basis == "none" and _is_matter_of_taste(scene, cue))
        or (window.basis != "stated" and _is_need(scene, cue))
        or _is_course(scene, cue)
        or _is_cut_short(scene, cue, window)
    )


def _is_matter_of_taste(scene: Scene, cue: Cue) -> bool:
    """Say whether it only judges what is to come, with nothing to tick: "it will be tough", "that will matter"."""
    judged = cue.content
    if cue.attitude is not None and scene.syntax.is_infinitive(cue.attitude):
        judged = scene.head(cue.attitude)  # "it is naive to believe that they will come"
    word = scene.child(judged, "acomp", "attr", "oprd")
    if word is None:
        return scene.lemma(judged) in ("matter", "depend", "suffice")
    return scene.is_a(word, "judgement") or any(
        scene.is_a(below, "judgement") for below in scene.children[word] if scene.label(below) == "amod"
    )


def _is_need(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what somebody needs or what something takes: "will need a roof", "will take some time"."""
    verb, thing = scene.lemma(cue.verb), scene.child(cue.verb, "dobj")
    lasts = thing is not None and (scene.lemma(thing) == "time" or scene.is_a(thing, "unit"))
    takes = cue.party is not None and not is_agent(scene, cue.party) and verb == "require"
    return takes or verb == "need" or (lasts and verb == "take")


def _is_course(scene: Scene, cue: Cue) -> bool:
    """Say whether a course is weighed: "attacking him would serve", "would prefer to", "than it would cost"."""
    if scene.child(cue.content, "csubj") is not None or _is_up_to(scene, cue):
        return True
    if cue.reading not in ("reported", "possible"):
        return False
    if scene.lemma(cue.content) in ("like", "love", "prefer", "hate"):
        return True
    return any(
        scene.label(below) in ("mark", "prep") and scene.word(below) == "than" for below in scene.children[cue.content]
    )


def _is_up_to(scene: Scene, cue: Cue) -> bool:
    """Say whether it only tells whose task it is: "it will be *up* to the council to choose"."""
    below = (scene.word(one) for one in scene.children[cue.content] if one > cue.content)
    return scene.lemma(cue.content) == "be" and _is_it(scene, cue) and "up" in below


def _is_cut_short(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether the clause leaves out what comes: "and it will be", "we will see"."""
    after = {scene.label(below) for below in scene.children[cue.content] if below > cue.content}
    if scene.lemma(cue.content) == "see":
        return after <= {"punct", "cc", "conj"}
    if scene.lemma(cue.content) == "happen" and window.basis == "none" and _is_it(scene, cue):
        return True  # "that will happen" names nothing
    thing = scene.child(cue.content, "attr", "dobj")
    alone = thing is not None and not scene.children[thing][1:] and scene.child(thing, "prep") is None
    if thing is not None and alone and scene.lemma(thing) in ("none", "half", "third"):
        return True  # "there will be none"
    if scene.lemma(cue.content) == "be" and any(scene.upos(one) == "NUM" for one in scene.children[cue.content]):
        return window.basis == "none"  # an age: "will be 83"
    if scene.lemma(cue.content) != "be" or scene.child(cue.content, "expl") is not None:
        return False
    return after <= {"advcl", "punct", "cc", "conj", *(("npadvmod",) if cue.negated else ())}


def _is_it(scene: Scene, cue: Cue) -> bool:
    return cue.party is not None and scene.word(cue.party) in ("it", "that", "this", "which")
