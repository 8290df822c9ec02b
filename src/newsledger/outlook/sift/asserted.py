"""Sets apart wishes and plans that somebody has from those that are only brought up."""

from collections.abc import Callable, Mapping
from datetime import date

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

# "criticised for considering": what stands after these is brought up against somebody, or only talked of.
_BROUGHT_UP = frozenset({"for", "of", "from", "without", "about", "against", "despite", "before", "than"})
_ASKING_FOR = frozenset({"request", "ask", "urge", "call", "demand", "fail", "force", "press", "pressure", "appeal"})
_SEEMING = frozenset({"seem", "appear", "continue", "say", "claim", "know", "report"})
_LOOKING = frozenset({"for", "at", "into", "on", "in", "through", "around", "over"})
_TELLING = frozenset(
    {"say", "comment", "answer", "discuss", "elaborate", "identify", "name", "specify", "confirm", "disclose", "tell"}
    | {"reveal", "explain", "speculate", "talk", "speak", "acknowledge", "admit", "rule", "provide", "give"}
)
_MONTH = 31


def is_unasserted(scene: Scene, cue: Cue) -> bool:
    """Say whether a wish or plan is only brought up: "it is no sin *to want* to", "blamed *for planning* to"."""
    word = scene.tokens[cue.word]
    if cue.frame is None or word.upos not in ("VERB", "AUX"):
        return False
    if word.deprel == "pcomp":
        return scene.lemma(word.head) in _BROUGHT_UP
    if word.lemma in _OWN_RULES:
        return _OWN_RULES[word.lemma](scene, cue)
    if cue.kind == "hope" and cue.reading == "possible":
        return True  # "she might want to wait" is advice
    if word.deprel in ("acl", "xcomp") and scene.lemma(word.head) in _ASKING_FOR:
        return scene.syntax.is_infinitive(cue.word)
    if cue.kind == "hope" and scene.syntax.is_infinitive(cue.word):
        return scene.lemma(word.head) not in _SEEMING
    return False


def _looks_for(scene: Scene, cue: Cue) -> bool:
    """Say whether somebody looks for another to do it: "is looking for a deputy to lead it"."""
    return cue.frame == "to" and any(
        scene.lemma(below) in _LOOKING and below < cue.content for below in scene.children[cue.word]
    )


def _stands_by(scene: Scene, cue: Cue) -> bool:
    """Say whether "stand" or "mean" has its own sense: "stands together to face it", "I mean, to be fair"."""
    return scene.lemma(cue.word + 1) != "to"


def _proposes_a_thing(scene: Scene, cue: Cue) -> bool:
    """Say whether the infinitive is what a proposal is for: "proposed a fund to help them"."""
    return cue.frame == "to" and scene.child(cue.word, "dobj") is not None


def _chooses_another(scene: Scene, cue: Cue) -> bool:
    """Say whether somebody is chosen and not an act: "would choose Hale to be governor"."""
    return cue.frame == "to" and scene.child(cue.word, "dobj") is not None


def _will_not_tell(scene: Scene, cue: Cue) -> bool:
    """Say whether only an answer is refused: "declined to comment"."""
    return scene.lemma(cue.content) in _TELLING and scene.is_past(cue.word)


def _only_votes(scene: Scene, cue: Cue) -> bool:
    """Say whether a vote decides nothing: "two members voted to"."""
    return not _is_body(scene, cue.party)


_OWN_RULES: Mapping[str, Callable[[Scene, Cue], bool]] = {
    "look": _looks_for,
    "mean": _stands_by,
    "stand": _stands_by,
    "propose": _proposes_a_thing,
    "choose": _chooses_another,
    "decline": _will_not_tell,
    "refuse": _will_not_tell,
    "vote": _only_votes,
}


def _is_body(scene: Scene, party: int | None) -> bool:
    """Say whether a vote decides: "the council voted to", not "two members voted to"."""
    if party is None:
        return False
    token = scene.tokens[party]
    return token.lemma.lower() in scene.rules.parties and token.text.lower() == token.lemma.lower()


def is_booked(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether what a calendar dates lies ahead, and is something or somebody's act that can stand on one."""
    return _lies_ahead(scene, cue, window) and _can_be_booked(scene, cue)


def _lies_ahead(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether the day is to come; what is going on may be so for the rest of the week, and is no plan."""
    published = scene.published
    going_on = (
        cue.frame is None and scene.tokens[cue.content].text.endswith("ing") and cue.rule.startswith("futurates/")
    )
    going_on = going_on or cue.rule == "futurates/present"
    if going_on and not _is_for_a_day(window, published):
        return False
    if not cue.act and scene.is_past(cue.word) and window.latest is not None and window.latest == published:
        return False  # "held its caucus Tuesday", in Tuesday's paper
    return window.is_ahead(published)


def _is_for_a_day(window: Window, published: date | None) -> bool:
    """Say whether a window opens after publication and is short, as plans for a day or a month are."""
    if published is None or window.earliest is None or window.latest is None or window.earliest <= published:
        return False
    return (window.latest - window.earliest).days <= _MONTH


def _can_be_booked(scene: Scene, cue: Cue) -> bool:
    """Say whether it can stand on a calendar: a hearing, or somebody's act; not "the year leaves them poorer"."""
    if cue.kind is not None or cue.frame is not None:
        return True
    return cue.party is not None and is_agent(scene, cue.party)
