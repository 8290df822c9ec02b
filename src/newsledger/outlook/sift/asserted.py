"""Sets apart wishes and plans that somebody has from those that are only brought up."""

from collections.abc import Callable, Mapping
from datetime import date

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import child, has_to, is_copula, is_past
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
_FORTNIGHT = 14
_MONTH = 31
_UNITS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade"})


def is_unasserted(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a wish or plan is only brought up: "it is no sin *to want* to", "blamed *for planning* to"."""
    word = doc.tokens[cue.word]
    if cue.frame is not None and (_is_measured(doc, cue.word) or _is_wished_ready(doc, cue.word)):
        return True
    if cue.frame is None or word.upos not in ("VERB", "AUX"):
        return False
    if word.deprel == "pcomp":
        return doc.tokens[word.head].lemma in _BROUGHT_UP
    if word.lemma in _OWN_RULES:
        return _OWN_RULES[word.lemma](doc, scene, cue)
    if cue.kind == "hope" and cue.reading == "possible":
        return True  # "she might want to wait" is advice
    if word.deprel in ("acl", "xcomp") and doc.tokens[word.head].lemma in _ASKING_FOR:
        return has_to(doc, cue.word)
    if cue.kind == "hope" and has_to(doc, cue.word):
        return doc.tokens[word.head].lemma not in _SEEMING
    return _is_lasting(doc, cue)


def _looks_for(doc: Annotated, _: Scene, cue: Cue) -> bool:
    """Say whether somebody looks for another to do it: "is looking for a deputy to lead it"."""
    return cue.frame == "to" and any(
        doc.tokens[below].lemma in _LOOKING and below < cue.content for below in doc.children[cue.word]
    )


def _stands_by(doc: Annotated, _: Scene, cue: Cue) -> bool:
    """Say whether "stand" or "mean" has its own sense: "stands together to face it", "I mean, to be fair"."""
    return doc.tokens[cue.word + 1].lemma != "to"


def _proposes_a_thing(doc: Annotated, _: Scene, cue: Cue) -> bool:
    """Say whether the infinitive is what a proposal is for: "proposed a fund to help them"."""
    return cue.frame == "to" and child(doc, cue.word, "dobj") is not None


def _chooses_another(doc: Annotated, _: Scene, cue: Cue) -> bool:
    """Say whether somebody is chosen and not an act: "would choose Hale to be governor"."""
    return cue.frame == "to" and child(doc, cue.word, "dobj") is not None


def _will_not_tell(doc: Annotated, _: Scene, cue: Cue) -> bool:
    """Say whether only an answer is refused: "declined to comment"."""
    return doc.tokens[cue.content].lemma in _TELLING and is_past(doc, cue.word)


def _only_votes(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a vote decides nothing: "two members voted to"."""
    return not _is_body(doc, scene, cue.party)


_OWN_RULES: Mapping[str, Callable[[Annotated, Scene, Cue], bool]] = {
    "look": _looks_for,
    "mean": _stands_by,
    "stand": _stands_by,
    "propose": _proposes_a_thing,
    "choose": _chooses_another,
    "decline": _will_not_tell,
    "refuse": _will_not_tell,
    "vote": _only_votes,
}


def _is_measured(doc: Annotated, word: int) -> bool:
    """Say whether a word stands in a comparison: "more than many are willing to"."""
    clause = doc.tokens[word].head if doc.tokens[word].upos == "ADJ" else word
    return any(
        doc.tokens[below].deprel in ("mark", "prep") and doc.tokens[below].text.lower() == "than" and below < word
        for below in doc.children[clause]
    )


def _is_wished_ready(doc: Annotated, word: int) -> bool:
    """Say whether "ready" or "willing" is only asked for or waited for: "must be ready to", "when he is ready to"."""
    clause = doc.tokens[word].head
    if doc.tokens[word].upos != "ADJ" or not is_copula(doc, clause):
        return False
    below = {doc.tokens[one].text.lower() for one in doc.children[clause] if one < word}
    return bool(below & {"must", "should", "whenever", "when"})


def _is_body(doc: Annotated, scene: Scene, party: int | None) -> bool:
    """Say whether a vote decides: "the council voted to", not "two members voted to"."""
    if party is None:
        return False
    token = doc.tokens[party]
    return token.lemma.lower() in scene.parties and token.text.lower() == token.lemma.lower()


def _is_lasting(doc: Annotated, cue: Cue) -> bool:
    """Say whether a choice is told as a course of long standing: "for months it has opted to wait"."""
    helped = any(doc.tokens[one].deprel == "aux" and doc.tokens[one].lemma == "have" for one in doc.children[cue.word])
    if not helped or doc.tokens[cue.word].lemma not in ("opt", "choose"):
        return False
    if doc.tokens[cue.word].lemma == "choose":
        return True  # "have chosen to leave flowers"
    return any(_lasts(doc, below) for below in doc.children[cue.word])


def _lasts(doc: Annotated, index: int) -> bool:
    """Say whether words tell how long or how often: "for months", "since May", "always"."""
    token = doc.tokens[index]
    if token.deprel == "prep" and token.lemma == "for":
        time = child(doc, index, "pobj")
        return time is not None and doc.tokens[time].lemma in _UNITS and doc.tokens[time].upos == "NOUN"
    return token.lemma in ("since", "always", "long", "often", "never") and token.deprel in ("prep", "advmod", "neg")


def is_booked(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether what a calendar dates lies ahead, and is something or somebody's act that can stand on one."""
    return _lies_ahead(doc, cue, window) and _can_be_booked(doc, scene, cue)


def _lies_ahead(doc: Annotated, cue: Cue, window: Window) -> bool:
    """Say whether the day is to come; what is going on may be so for the rest of the week, and is no plan."""
    published = doc.article.date_published.day
    going_on = cue.frame is None and doc.tokens[cue.content].text.endswith("ing") and cue.rule.startswith("futurates/")
    going_on = going_on or cue.rule == "futurates/present"
    if going_on and not _is_for_a_day(window, published):
        return False
    if cue.rule.startswith("futurates/") and _is_long_since(window, published):
        return False
    if not cue.act and is_past(doc, cue.word) and window.latest is not None and window.latest == published:
        return False  # "held its caucus Tuesday", in Tuesday's paper
    return window.is_ahead(published)


def _is_long_since(window: Window, published: date | None) -> bool:
    """Say whether a window is open already and stays so for long, as with "teams play two games this year"."""
    if published is None or window.earliest is None or window.latest is None or window.earliest > published:
        return False
    return (window.latest - window.earliest).days > _FORTNIGHT


def _is_for_a_day(window: Window, published: date | None) -> bool:
    """Say whether a window opens after publication and is short, as plans for a day or a month are."""
    if published is None or window.earliest is None or window.latest is None or window.earliest <= published:
        return False
    return (window.latest - window.earliest).days <= _MONTH


def _can_be_booked(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether it can stand on a calendar: a hearing, or somebody's act; not "the year leaves them poorer"."""
    if cue.kind is not None or cue.frame is not None:
        return True
    return cue.party is not None and is_agent(doc, scene, cue.party)
