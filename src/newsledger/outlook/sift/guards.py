"""Sets apart what only looks like an expectation: questions, the past, and what might have been."""

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, has_to, is_past
from newsledger.outlook.party import is_agent, is_first_person, statement_of
from newsledger.outlook.rules import Rules
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


def is_expectation(doc: Annotated, scene: Scene, cue: Cue, window: Window, rules: Rules) -> bool:
    """Say whether a later reader could tick or cross what a cue says."""
    if is_asked(doc, scene, cue) or is_supposed(doc, cue, rules) or _is_nobodys(doc, scene, cue, window):
        return False
    if cue.denied:
        return cue.party is not None and is_agent(doc, scene, cue.party)
    if _is_only_told(doc, scene, cue, window) or _is_told_off(doc, cue, rules):
        return False
    if (cue.kind == "hope" and cue.negated) or not _is_act(doc, scene, cue, rules):
        return False
    if cue.dated:
        return is_booked(doc, scene, cue, window)
    if cue.reading is not None and cue.frame is None:
        return _modal_counts(doc, scene, cue, window, rules)
    return not is_history(doc, scene, cue, window)


def _is_only_told(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it is only weighed, described or remembered, or dates a photograph."""
    if cue.dated and doc.role_at(cue.word) == "caption":
        return True
    return (
        is_described(doc, scene, cue, window)
        or is_old_thought(doc, scene, cue, window)
        or is_old_ability(doc, scene, cue)
        or is_weighed(doc, scene, cue, window)
        or is_hollow(doc, scene, cue, window)
        or is_unreal(doc, scene, cue)
    )


def _is_told_off(doc: Annotated, cue: Cue, rules: Rules) -> bool:
    """Say whether the words around it close it, leave it open or make it a turn of speech."""
    return _is_closed(doc, cue, rules) or _is_routine(doc, cue, rules)


def _is_nobodys(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it holds of anybody, or lies so far back that nobody holds to it."""
    return _is_everyones(doc, cue) or (not cue.denied and is_told_long_ago(doc, scene, cue, window))


def _is_act(doc: Annotated, scene: Scene, cue: Cue, rules: Rules) -> bool:
    """Say whether a noun that is the action names something done or coming about: "plans a *ban*", not "a list"."""
    if cue.frame not in _NOUN_FRAMES or doc.tokens[cue.content].upos != "NOUN":
        return True
    return doc.tokens[cue.content].lemma in rules.acts or cue.content in scene.events


def _is_closed(doc: Annotated, cue: Cue, rules: Rules) -> bool:
    """Say whether a plan is told as done, dropped or only possible: "kept her promise to", "could sign a deal to"."""
    if cue.frame not in ("noun_to", "noun_of"):
        return (
            cue.frame is not None and doc.tokens[cue.word].deprel == "acl" and doc.tokens[cue.word].text.endswith("ing")
        )
    for above in ancestors(doc, cue.word):
        if doc.tokens[above].upos in ("VERB", "AUX") and above != cue.content:
            helpers = {doc.tokens[below].lemma for below in doc.children[above] if doc.tokens[below].deprel == "aux"}
            # "The plan to drain the marsh would cost a million" leaves the plan as it is.
            unreal = bool(helpers & _UNREAL) and doc.tokens[cue.word].deprel != "nsubj"
            return unreal or doc.tokens[above].lemma in rules.closers
    return False


def _is_routine(doc: Annotated, cue: Cue, rules: Rules) -> bool:
    """Say whether it is a turn of speech that announces nothing: "I want to thank"."""
    routines = rules.routines.get(doc.tokens[cue.content].lemma, ())
    if not routines:
        return False
    first_person = is_first_person(doc, cue.party)
    below = {doc.tokens[index].lemma for index in doc.subtree(cue.content)}
    return any((first_person or not one.first_person) and below.issuperset(one.words) for one in routines)


def _modal_counts(doc: Annotated, scene: Scene, cue: Cue, window: Window, rules: Rules) -> bool:
    if _is_perfect(doc, cue):
        return False
    if cue.reading == "reported" or _is_past_going(doc, cue):
        return _is_backshifted(doc, scene, cue, window, rules)
    if cue.reading == "possible":
        return _is_possible(doc, scene, cue, rules, window) and not _is_argued(doc, scene, cue)
    if cue.reading == "duty":
        said = scene.content.get(cue.content)
        ordered = said is not None and said.attitude in ("decide", "order")
        ahead = window.is_ahead(doc.article.date_published.day)
        due = said is None and window.basis == "stated" and cue.party is not None and is_agent(doc, scene, cue.party)
        return ordered or (ahead and due)
    return True


def _is_perfect(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is "would have", "may have": told of the past."""
    return any(
        doc.tokens[below].deprel == "aux" and doc.tokens[below].lemma == "have" for below in doc.children[cue.content]
    ) and cue.reading in ("reported", "possible", "duty")


def _is_everyones(doc: Annotated, cue: Cue) -> bool:
    """Say whether the subject is anybody, or a course that nobody is said to plan: "such a step could"."""
    if cue.party is None:
        return False
    party = cue.party
    if doc.tokens[party].upos in ("VERB", "AUX"):
        party = next((one for one in doc.children[party] if doc.tokens[one].deprel == "nsubj"), party)
    who = doc.tokens[party].text.lower()
    below = {doc.tokens[one].lemma for one in doc.children[cue.party]}
    counted = who == "one" and bool(below - {"no"})  # "only one", "one of them"
    if (who in _EVERYONE and not counted) or (
        who in ("who", "what", "which") and doc.tokens[cue.verb].deprel != "relcl"
    ):
        return True
    if cue.frame not in (None, "be_to") or cue.reading not in ("possible", "reported"):
        return False
    if who == "some" and not below:
        return True  # "some may recall"
    return not hangs_on_outcome(doc, cue) and any(
        doc.tokens[below].deprel in ("det", "amod", "predet") and doc.tokens[below].text.lower() in _SUCH
        for below in doc.children[cue.party]
    )


def _is_backshifted(doc: Annotated, scene: Scene, cue: Cue, window: Window, rules: Rules) -> bool:
    """Say whether a "would" is what a past report makes of "will", and its day has not passed."""
    published = doc.article.date_published.day
    if window.is_past(published):
        return False
    spelt_out = cue.party is not None and doc.tokens[cue.party].lemma in rules.lawlike
    if spelt_out and doc.tokens[cue.content].lemma not in rules.futurates and window.basis != "stated":
        return False  # "the pact would let", but "a pact that would take effect at noon"
    if is_implied(doc, scene, cue) or hangs_on_what_may_come(doc, scene, cue):
        return True
    said = statement_of(scene, cue)
    if cue.attitude is not None:
        return cue.kind == "hope" or is_told_then(doc, cue.attitude)
    stated = window.basis == "stated" and window.is_ahead(published)
    if _is_reason(doc, cue):
        return False
    if said is not None and said.form != "direct":
        return is_told_in_past(doc, said)
    agent = cue.party is not None and is_agent(doc, scene, cue.party)
    return stated or (agent and window.is_ahead(published))


def _hangs_on_something(doc: Annotated, cue: Cue) -> bool:
    """Say whether an "if" keeps open what was said before: "had said that she would resign if she lost"."""
    clauses = (below for below in doc.children[cue.content] if doc.tokens[below].deprel == "advcl")
    return any(doc.tokens[one].text.lower() in ("if", "unless") for clause in clauses for one in doc.children[clause])


def _is_reason(doc: Annotated, cue: Cue) -> bool:
    """Say whether a "would" gives the reason of a deed that is done: "was fired because he would not lie"."""
    token = doc.tokens[cue.content]
    mark = child(doc, cue.content, "mark")
    reasoned = token.deprel == "advcl" and mark is not None and doc.tokens[mark].text.lower() in ("because", "since")
    return reasoned and is_past(doc, token.head)


def _is_past_going(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is "was going to" or "was to", which like "would" is open only as a report."""
    if doc.tokens[cue.word].text.lower() == "going":
        return is_past(doc, cue.word)
    return doc.tokens[cue.word].lemma == "to" and is_past(doc, doc.tokens[cue.content].head)


def _is_argued(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether it weighs a course that nobody is said to take: "the proposal could make things worse"."""
    if cue.party is None or child(doc, cue.content, "dobj", "ccomp") is None:
        return False
    party = doc.tokens[cue.party]
    return party.lemma in _DRAFTS or (party.upos in ("PRON", "DET") and not is_agent(doc, scene, cue.party))


def _is_possible(doc: Annotated, scene: Scene, cue: Cue, rules: Rules, window: Window) -> bool:
    """Say whether a "may" or "could" looks ahead and is no state, ability, purpose or talk of a risk."""
    token = doc.tokens[cue.content]
    what = child(doc, cue.content, "attr") if child(doc, cue.content, "expl") is not None else None
    exists = what is not None and (what in scene.events or doc.tokens[what].lemma in rules.acts)
    comes = exists or child(doc, cue.content, "auxpass") is not None  # "there could be a strike"
    comes = comes or (token.lemma == "be" and _is_foretold(doc, scene, cue))
    comes = comes or (
        token.lemma == "have" and (to := child(doc, cue.content, "xcomp")) is not None and has_to(doc, to)
    )
    dated = window.basis == "stated"
    if token.lemma in _PERCEIVING or (token.lemma in _STATES and not comes and not dated):
        return False
    aside = token.deprel == "advcl"
    if not dated and (aside or (cue.negated and doc.tokens[cue.word].lemma == "could")):
        return False
    if token.deprel == "ccomp" and is_past(doc, token.head) and statement_of(scene, cue) is None:
        return False  # "it proved that they could win"
    under_noun = token.deprel in ("acl", "ccomp") and doc.tokens[token.head].upos == "NOUN"
    return not under_noun or doc.tokens[cue.word].deprel != "aux" or not cue.rule.startswith("modals/")


def _is_foretold(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether what may be is warned of or hangs on something: "it could be close if it rains"."""
    said = scene.content.get(cue.content)
    return _hangs_on_something(doc, cue) or (said is not None and said.attitude in ("warn", "predict", "fear"))
