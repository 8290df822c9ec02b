"""Sets apart clauses that look ahead and hold nothing: cut off words, shares of a poll, ages, turns with "only"."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, source, statement_of
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_SHARES = frozenset({"percent", "%", "per", "half", "third", "quarter", "fifth", "majority", "plurality"})
_CHOOSING = frozenset(
    {"vote", "support", "back", "choose", "elect", "prefer", "pick", "favor", "favour", "oppose", "consider", "cast"}
    | {"reelect", "endorse", "abstain", "like", "want"}
)
# What no reader of later papers could tick or cross, as each would judge it for himself.
_TASTE = frozenset(
    {"tough", "hard", "difficult", "easy", "important", "critical", "crucial", "interesting", "key", "vital"}
    | {"great", "good", "bad", "nice", "fine", "fair", "fun", "sad", "exciting", "fascinating", "helpful", "useful"}
    | {"challenging", "tricky", "painful", "awkward", "ugly", "messy", "memorable", "special", "wonderful"}
    | {"fantastic", "tremendous", "incredible", "beautiful", "terrible", "awful", "horrible", "proud", "essential"}
    | {"amazing", "sorry", "grateful", "worth", "okay", "ok"}
)
_TASTES = frozenset(
    {"challenge", "pleasure", "honor", "honour", "shame", "matter", "joy", "test", "privilege", "reminder", "treat"}
)
_HANGING = frozenset({"matter", "depend", "suffice"})


def is_hollow(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a clause with a sign of the future tells nobody anything that may come."""
    if _is_polled(scene, cue) or _is_your_thought(scene, cue):
        return True
    if cue.frame is not None or cue.reading is None:
        return False
    if window.basis == "none" and _is_matter_of_taste(scene, cue):
        return True
    return _is_course(scene, cue, window)


def _is_polled(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what a share of those asked mean to do: "47 percent say they will support Hale"."""
    if _is_share(scene, cue.party) and scene.lemma(cue.content) in _CHOOSING:
        return True
    told = source(scene, statement_of(scene, cue))[0]
    head = None if told is None else scene.doc.head_in(told)
    return _is_share(scene, head) or (head is not None and scene.lemma(head) == "respondent")


def _is_share(scene: Scene, index: int | None) -> bool:
    """Say whether a noun is a part of many: "47 percent", "six in 10", "a third of voters"."""
    if index is None:
        return False
    token = scene.tokens[index]
    below = {scene.word(one) for one in scene.children[index]}
    if token.upos == "NUM":
        return "in" in below or token.text == "%"
    return token.lemma in _SHARES or token.text == "%"


def _is_your_thought(scene: Scene, cue: Cue) -> bool:
    """Say whether another is asked for his thought: "don't you think that they will leave"."""
    thinker = None if cue.attitude is None else scene.syntax.subject(cue.attitude)
    return thinker is not None and scene.word(thinker) == "you"


def _is_matter_of_taste(scene: Scene, cue: Cue) -> bool:
    """Say whether it only judges what is to come, with nothing to tick: "it will be tough", "that will matter"."""
    if cue.attitude is not None or scene.child(cue.content, "advcl") is not None:
        return False
    if scene.lemma(cue.content) in _HANGING:
        return True
    if scene.lemma(cue.content) != "be":
        return False
    word = scene.child(cue.content, "acomp", "attr")
    if word is None:
        return False
    praised = any(scene.lemma(below) in _TASTE for below in scene.children[word] if scene.label(below) == "amod")
    return praised or scene.lemma(word) in _TASTE or scene.lemma(word) in _TASTES


def _is_course(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it weighs a course, or tells what somebody was left to do: "he could only shrug"."""
    if window.basis != "none":
        return False
    if cue.reading == "future":
        act = scene.child(cue.content, "csubj")
        return act is not None and scene.tokens[act].text.endswith("ing")
    only = scene.word(min(cue.word + 1, len(scene.tokens) - 1)) == "only"
    left = scene.word(cue.word) == "could" and only and cue.content not in scene.content
    return left and cue.party is not None and is_agent(scene, cue.party)
