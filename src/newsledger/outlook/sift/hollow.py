"""Sets apart clauses that look ahead and hold nothing: cut off words, shares of a poll, ages, turns with "only"."""

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import child, subject
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


def is_hollow(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a clause with a sign of the future tells nobody anything that may come."""
    if _is_polled(doc, scene, cue) or _is_your_thought(doc, cue):
        return True
    if cue.frame is not None or cue.reading is None:
        return False
    if window.basis == "none" and _is_matter_of_taste(doc, cue):
        return True
    return _is_course(doc, scene, cue, window)


def _is_polled(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether it is what a share of those asked mean to do: "47 percent say they will support Hale"."""
    if _is_share(doc, cue.party) and doc.tokens[cue.content].lemma in _CHOOSING:
        return True
    told = source(doc, scene, statement_of(scene, cue))[0]
    head = None if told is None else doc.head_in(told)
    return _is_share(doc, head) or (head is not None and doc.tokens[head].lemma == "respondent")


def _is_share(doc: Annotated, index: int | None) -> bool:
    """Say whether a noun is a part of many: "47 percent", "six in 10", "a third of voters"."""
    if index is None:
        return False
    token = doc.tokens[index]
    below = {doc.tokens[one].text.lower() for one in doc.children[index]}
    if token.upos == "NUM":
        return "in" in below or token.text == "%"
    return token.lemma in _SHARES or token.text == "%"


def _is_your_thought(doc: Annotated, cue: Cue) -> bool:
    """Say whether another is asked for his thought: "don't you think that they will leave"."""
    thinker = None if cue.attitude is None else subject(doc, cue.attitude)
    return thinker is not None and doc.tokens[thinker].text.lower() == "you"


def _is_matter_of_taste(doc: Annotated, cue: Cue) -> bool:
    """Say whether it only judges what is to come, with nothing to tick: "it will be tough", "that will matter"."""
    if cue.attitude is not None or child(doc, cue.content, "advcl") is not None:
        return False
    if doc.tokens[cue.content].lemma in _HANGING:
        return True
    if doc.tokens[cue.content].lemma != "be":
        return False
    word = child(doc, cue.content, "acomp", "attr")
    if word is None:
        return False
    praised = any(
        doc.tokens[below].lemma in _TASTE for below in doc.children[word] if doc.tokens[below].deprel == "amod"
    )
    return praised or doc.tokens[word].lemma in _TASTE or doc.tokens[word].lemma in _TASTES


def _is_course(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it weighs a course, or tells what somebody was left to do: "he could only shrug"."""
    if window.basis != "none":
        return False
    if cue.reading == "future":
        act = child(doc, cue.content, "csubj")
        return act is not None and doc.tokens[act].text.endswith("ing")
    only = doc.tokens[min(cue.word + 1, len(doc.tokens) - 1)].text.lower() == "only"
    left = doc.tokens[cue.word].text.lower() == "could" and only and cue.content not in scene.content
    return left and cue.party is not None and is_agent(doc, scene, cue.party)
