"""Sets apart what only looks like an expectation: questions, the past, and what might have been."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, is_first_person, statement_of
from newsledger.outlook.scene import Scene
from newsledger.outlook.sift.asked import is_asked, is_supposed
from newsledger.outlook.sift.asserted import is_booked
from newsledger.outlook.sift.described import is_described, is_old_ability, is_old_thought
from newsledger.outlook.sift.history import is_history, is_told_in_past, is_told_long_ago, is_told_then
from newsledger.outlook.sift.hollow import is_hollow
from newsledger.outlook.sift.implied import hangs_on_outcome, hangs_on_what_may_come, is_implied, is_unreal
from newsledger.outlook.sift.weighed import is_weighed
from newsledger.outlook.window import Window

_NOUN_FRAMES = frozenset({"object", "toward", "noun_of", "new_subject"})
_STATES = frozenset(
    {
        "be",
        "have",
        "seem",
        "know",
        "think",
        "believe",
        "feel",
        "want",
        "need",
        "like",
        "contain",
        "mean",
        "sound",
        "look",
        "appear",
        "disagree",
        "differ",
    }
)
_UNREAL = frozenset({"to", "must", "should", "could", "would", "may", "might"})
_SUCH = frozenset({"such", "that", "either", "any", "no"})
#: What is only put forward, and may never be: a deal that is made "could raise a million".
_DRAFTS = frozenset(
    {"proposal", "plan", "bill", "measure", "initiative", "amendment", "draft", "legislation", "scheme", "idea"}
)
_PERCEIVING = frozenset(
    {"see", "hear", "imagine", "tell", "attribute", "blame", "trace", "interpret", "construe", "describe", "regard"}
)
_EVERYONE = frozenset(
    {"you", "your", "one", "anyone", "everyone", "anybody", "someone", "nothing", "nobody", "those"}
    | {"anything", "something", "whoever", "whatever", "whichever", "everybody", "somebody", "everything"}
)


def is_expectation(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a later reader could tick or cross what a cue says."""
    if is_asked(scene, cue) or is_supposed(scene, cue) or _is_nobodys(scene, cue, window):
        return False
    if cue.denied:
        return cue.party is not None and is_agent(scene, cue.party)
    if _is_only_told(scene, cue, window) or _is_told_off(scene, cue):
        return False
    if (cue.kind == "hope" and cue.negated) or not _is_act(scene, cue):
        return False
    if cue.dated:
        return is_booked(scene, cue, window)
    if cue.reading is not None and cue.frame is None:
        return _modal_counts(scene, cue, window)
    return not is_history(scene, cue, window)


def _is_only_told(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it is only weighed, described or remembered, or dates a photograph."""
    if cue.dated and scene.doc.role_at(cue.word) == "caption":
        return True
    return (
        is_described(scene, cue, window)
        or is_old_thought(scene, cue, window)
        or is_old_ability(scene, cue)
        or is_weighed(scene, cue, window)
        or is_hollow(scene, cue, window)
        or is_unreal(scene, cue)
    )


def _is_told_off(scene: Scene, cue: Cue) -> bool:
    """Say whether the words around it close it, leave it open or make it a turn of speech."""
    return _is_closed(scene, cue) or _is_routine(scene, cue)


def _is_nobodys(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it holds of anybody, or lies so far back that nobody holds to it."""
    return _is_everyones(scene, cue) or (not cue.denied and is_told_long_ago(scene, cue, window))


def _is_act(scene: Scene, cue: Cue) -> bool:
    """Say whether a noun that is the action names something done or coming about: "plans a *ban*", not "a list"."""
    if cue.frame not in _NOUN_FRAMES or scene.upos(cue.content) != "NOUN":
        return True
    return scene.lemma(cue.content) in scene.rules.acts or cue.content in scene.events


def _is_closed(scene: Scene, cue: Cue) -> bool:
    """Say whether a plan is told as done, dropped or only possible: "kept her promise to", "could sign a deal to"."""
    if cue.frame not in ("noun_to", "noun_of"):
        return cue.frame is not None and scene.label(cue.word) == "acl" and scene.tokens[cue.word].text.endswith("ing")
    for above in scene.ancestors(cue.word):
        if scene.upos(above) in ("VERB", "AUX") and above != cue.content:
            helpers = {scene.lemma(below) for below in scene.children[above] if scene.label(below) == "aux"}
            # "The plan to drain the marsh would cost a million" leaves the plan as it is.
            unreal = bool(helpers & _UNREAL) and scene.label(cue.word) != "nsubj"
            return unreal or scene.lemma(above) in scene.rules.closers
    return False


def _is_routine(scene: Scene, cue: Cue) -> bool:
    """Say whether it is a turn of speech that announces nothing: "I want to thank"."""
    routines = scene.rules.routines.get(scene.lemma(cue.content), ())
    if not routines:
        return False
    first_person = is_first_person(scene, cue.party)
    below = {scene.lemma(index) for index in scene.doc.subtree(cue.content)}
    return any((first_person or not one.first_person) and below.issuperset(one.words) for one in routines)


def _modal_counts(scene: Scene, cue: Cue, window: Window) -> bool:
    if _is_perfect(scene, cue):
        return False
    if cue.reading == "reported" or _is_past_going(scene, cue):
        return _is_backshifted(scene, cue, window)
    if cue.reading == "possible":
        return _is_possible(scene, cue, window) and not _is_argued(scene, cue)
    if cue.reading == "duty":
        said = scene.content.get(cue.content)
        ordered = said is not None and said.attitude in ("decide", "order")
        ahead = window.is_ahead(scene.published)
        due = said is None and window.basis == "stated" and cue.party is not None and is_agent(scene, cue.party)
        return ordered or (ahead and due)
    return True


def _is_perfect(scene: Scene, cue: Cue) -> bool:
    """Say whether it is "would have", "may have": told of the past."""
    return any(
        scene.label(below) == "aux" and scene.lemma(below) == "have" for below in scene.children[cue.content]
    ) and cue.reading in ("reported", "possible", "duty")


def _is_everyones(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is anybody, or a course that nobody is said to plan: "such a step could"."""
    if cue.party is None:
        return False
    party = cue.party
    if scene.upos(party) in ("VERB", "AUX"):
        party = next((one for one in scene.children[party] if scene.label(one) == "nsubj"), party)
    who = scene.word(party)
    below = {scene.lemma(one) for one in scene.children[cue.party]}
    counted = who == "one" and bool(below - {"no"})  # "only one", "one of them"
    if (who in _EVERYONE and not counted) or (who in ("who", "what", "which") and scene.label(cue.verb) != "relcl"):
        return True
    if cue.frame not in (None, "be_to") or cue.reading not in ("possible", "reported"):
        return False
    if who == "some" and not below:
        return True  # "some may recall"
    return not hangs_on_outcome(scene, cue) and any(
        scene.label(below) in ("det", "amod", "predet") and scene.word(below) in _SUCH
        for below in scene.children[cue.party]
    )


def _is_backshifted(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a "would" is what a past report makes of "will", and its day has not passed."""
    published = scene.published
    if window.is_past(published):
        return False
    spelt_out = cue.party is not None and scene.lemma(cue.party) in scene.rules.lawlike
    if spelt_out and scene.lemma(cue.content) not in scene.rules.futurates and window.basis != "stated":
        return False  # "the pact would let", but "a pact that would take effect at noon"
    if is_implied(scene, cue) or hangs_on_what_may_come(scene, cue):
        return True
    said = statement_of(scene, cue)
    if cue.attitude is not None:
        return cue.kind == "hope" or is_told_then(scene, cue.attitude)
    stated = window.basis == "stated" and window.is_ahead(published)
    if _is_reason(scene, cue):
        return False
    if said is not None and said.form != "direct":
        return is_told_in_past(scene, said)
    agent = cue.party is not None and is_agent(scene, cue.party)
    return stated or (agent and window.is_ahead(published))


def _hangs_on_something(scene: Scene, cue: Cue) -> bool:
    """Say whether an "if" keeps open what was said before: "had said that she would resign if she lost"."""
    clauses = (below for below in scene.children[cue.content] if scene.label(below) == "advcl")
    return any(scene.word(one) in ("if", "unless") for clause in clauses for one in scene.children[clause])


def _is_reason(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" gives the reason of a deed that is done: "was fired because he would not lie"."""
    token = scene.tokens[cue.content]
    mark = scene.child(cue.content, "mark")
    reasoned = token.deprel == "advcl" and mark is not None and scene.word(mark) in ("because", "since")
    return reasoned and scene.is_past(token.head)


def _is_past_going(scene: Scene, cue: Cue) -> bool:
    """Say whether it is "was going to" or "was to", which like "would" is open only as a report."""
    if scene.word(cue.word) == "going":
        return scene.is_past(cue.word)
    return scene.lemma(cue.word) == "to" and scene.is_past(scene.head(cue.content))


def _is_argued(scene: Scene, cue: Cue) -> bool:
    """Say whether it weighs a course that nobody is said to take: "the proposal could make things worse"."""
    if cue.party is None or scene.child(cue.content, "dobj", "ccomp") is None:
        return False
    party = scene.tokens[cue.party]
    return party.lemma in _DRAFTS or (party.upos in ("PRON", "DET") and not is_agent(scene, cue.party))


def _is_possible(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a "may" or "could" looks ahead and is no state, ability, purpose or talk of a risk."""
    token = scene.tokens[cue.content]
    what = scene.child(cue.content, "attr") if scene.child(cue.content, "expl") is not None else None
    exists = what is not None and (what in scene.events or scene.lemma(what) in scene.rules.acts)
    comes = exists or scene.child(cue.content, "auxpass") is not None  # "there could be a strike"
    comes = comes or (token.lemma == "be" and _is_foretold(scene, cue))
    comes = comes or (
        token.lemma == "have"
        and (to := scene.child(cue.content, "xcomp")) is not None
        and scene.syntax.is_infinitive(to)
    )
    dated = window.basis == "stated"
    if token.lemma in _PERCEIVING or (token.lemma in _STATES and not comes and not dated):
        return False
    aside = token.deprel == "advcl"
    if not dated and (aside or (cue.negated and scene.lemma(cue.word) == "could")):
        return False
    if token.deprel == "ccomp" and scene.is_past(token.head) and statement_of(scene, cue) is None:
        return False  # "it proved that they could win"
    under_noun = token.deprel in ("acl", "ccomp") and scene.upos(token.head) == "NOUN"
    return not under_noun or scene.label(cue.word) != "aux" or not cue.rule.startswith("modals/")


def _is_foretold(scene: Scene, cue: Cue) -> bool:
    """Say whether what may be is warned of or hangs on something: "it could be close if it rains"."""
    said = scene.content.get(cue.content)
    return _hangs_on_something(scene, cue) or (said is not None and said.attitude in ("warn", "predict", "fear"))
