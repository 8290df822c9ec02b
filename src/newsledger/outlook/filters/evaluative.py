"""Sets apart clauses that only judge: what is tough, what ought to be, what is needed."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, is_first_person
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
        or _is_opinion(scene, cue)
        or _is_empty(scene, cue)
    )


def _is_matter_of_taste(scene: Scene, cue: Cue) -> bool:
    """Say whether it only judges what is to come, with nothing to tick: "it will be tough", "that will matter"."""
    judged = cue.content
    if cue.attitude is not None and scene.syntax.is_infinitive(cue.attitude):
        judged = scene.head(cue.attitude)  # "it is naive to believe that they will come"
    elif scene.child(cue.content, "advcl") is not None:
        return False
    if scene.lemma(judged) in ("matter", "depend", "suffice"):
        return True
    word = scene.child(judged, "acomp", "attr") if scene.lemma(judged) == "be" else None
    if word is None:
        return False
    return scene.is_a(word, "judgement") or any(
        scene.is_a(below, "judgement") for below in scene.children[word] if scene.label(below) == "amod"
    )


def _is_need(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what somebody needs or what something takes: "will need a roof", "it will require effort"."""
    pointing = cue.party is not None and scene.upos(cue.party) in ("PRON", "DET")
    return scene.lemma(cue.content) == "need" or (pointing and scene.lemma(cue.content) == "require")


def _is_course(scene: Scene, cue: Cue) -> bool:
    """Say whether a course is weighed: "attacking him would serve", "would prefer to", "than it would cost"."""
    if scene.child(cue.content, "csubj") is not None:
        return True
    if cue.reading not in ("reported", "possible"):
        return False
    if scene.lemma(cue.content) in ("like", "love", "prefer", "hate"):
        return True
    return any(
        scene.label(below) in ("mark", "prep") and scene.word(below) == "than" for below in scene.children[cue.content]
    )


def _is_opinion(scene: Scene, cue: Cue) -> bool:
    """Say whether a "should" tells what ought to be; only of a course it is a forecast: "prices should ease"."""
    if scene.word(cue.word) != "should":
        return False
    if cue.party is None or cue.word < cue.party or cue.negated or scene.syntax.is_passive(cue.content):
        return True
    return is_agent(scene, cue.party) or not scene.is_a(cue.content, "course")


def _is_empty(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause names no act of its own: "there will be none", "we will see", "and it will be"."""
    thing = scene.child(cue.content, "attr", "dobj")
    if scene.lemma(cue.content) == "see" and is_first_person(scene, cue.party):
        told = scene.child(cue.content, "ccomp")
        if told is not None:
            first = scene.word(scene.first_below(told))  # "we will see what they do"
            return first in ("if", "whether") or first in scene.rules.classes["question"]
        return thing is None and scene.child(cue.content, "xcomp", "dative") is None
    if thing is not None and scene.lemma(thing) in ("none", "half", "third") and not scene.children[thing][1:]:
        return True  # "there will be none"
    if scene.lemma(cue.content) != "be" or scene.child(cue.content, "expl") is not None:
        return False
    beside = {"advcl", "punct", "cc", "conj", *(("npadvmod",) if cue.negated else ())}  # "it will not be next week"
    return beside.issuperset(scene.label(below) for below in scene.children[cue.content] if below > cue.content)
