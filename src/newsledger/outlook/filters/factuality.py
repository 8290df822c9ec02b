"""Says whether a cue makes an expectation: something that is held to come, and not only might, did or should."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.filters.attitudes import is_old_thought, is_unasserted
from newsledger.outlook.filters.conditional import is_counterfactual, is_implied
from newsledger.outlook.filters.evaluative import is_evaluative
from newsledger.outlook.filters.generic import is_generic, is_object_relative, is_of_anybody, is_restrictive
from newsledger.outlook.filters.history import is_history, is_told_in_past, is_told_long_ago, is_told_then
from newsledger.outlook.filters.questions import is_asked
from newsledger.outlook.party import is_agent, is_first_person, statement_of
from newsledger.outlook.scene import SUBJECTS, Scene
from newsledger.outlook.window import Window, is_past_going

_NOUN_FRAMES = ("object", "toward", "noun_of", "new_subject")


def is_expectation(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a later reader could tick or cross what a cue says."""
    if is_asked(scene, cue) or is_of_anybody(scene, cue):
        return False
    if cue.denied:
        return cue.party is not None and is_agent(scene, cue.party)
    if not _is_act(scene, cue) or _is_only_told(scene, cue, window):
        return False
    if cue.dated:
        return _is_booked(scene, cue, window)
    if cue.reading is not None and cue.frame is None:
        return _modal_counts(scene, cue, window)
    return not is_history(scene, cue, window)


def _is_only_told(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it is only judged, described or remembered, a turn of speech, or dates a photograph."""
    return (
        (cue.dated and scene.doc.role_at(cue.word) == "caption")
        or (cue.kind == "hope" and cue.negated and not scene.syntax.is_negated(cue.content))
        or is_told_long_ago(scene, cue, window)
        or is_old_thought(scene, cue, window)
        or is_unasserted(scene, cue)
        or is_generic(scene, cue, window)
        or is_evaluative(scene, cue, window)
        or _is_routine(scene, cue)
    )


def _is_act(scene: Scene, cue: Cue) -> bool:
    """Say whether a noun that is the action names something done or coming about: "plans a *ban*", not "a list"."""
    if cue.frame not in _NOUN_FRAMES or scene.upos(cue.content) != "NOUN":
        return True
    return scene.lemma(cue.content) in scene.rules.acts or cue.content in scene.events


def _is_routine(scene: Scene, cue: Cue) -> bool:
    """Say whether it is a turn of speech that announces nothing: "I want to thank"."""
    routines = scene.rules.routines.get(scene.lemma(cue.content), ())
    if not routines:
        return False
    first_person = is_first_person(scene, cue.party)
    below = {scene.lemma(index) for index in scene.doc.subtree(cue.content)}
    return any((first_person or not one.first_person) and below.issuperset(one.words) for one in routines)


def _is_booked(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether the day is to come, and it is a hearing or somebody's act; not "the year leaves them poorer"."""
    if cue.kind is None and cue.frame is None and (cue.party is None or not is_agent(scene, cue.party)):
        return False
    going_on = cue.rule.startswith("futurates/") and scene.tokens[cue.content].text.endswith("ing")
    if going_on and not window.opens_after(scene.published):
        return False  # "is running this week" may be so already
    if not cue.act and scene.is_past(cue.word) and window.latest is not None and window.latest == scene.published:
        return False  # "held its caucus Tuesday", in Tuesday's paper
    return window.is_ahead(scene.published)


def _modal_counts(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether what stands after a modal is to come: by what the modal means here."""
    if _is_misread(scene, cue) or (cue.reading != "future" and scene.syntax.is_perfect(cue.content)):
        return False  # "would have", "may have": told of the past
    if window.basis != "stated" and is_object_relative(scene, cue.content):
        return False  # "the fines that BP would pay"
    if cue.reading == "reported" or is_past_going(scene, cue):
        return _is_backshifted(scene, cue, window)
    if cue.reading == "possible":
        return _is_possible(scene, cue, window)
    if cue.reading == "duty":
        said = scene.content.get(cue.content)
        if said is not None:
            return said.attitude in ("decide", "order")
        agent = cue.party is not None and is_agent(scene, cue.party)
        return agent and window.basis == "stated" and window.is_ahead(scene.published)
    return True


def _is_misread(scene: Scene, cue: Cue) -> bool:
    """Say whether a modal is a name, a noun or "had": "*Will* Hale", "a good *will* gift", "she'd left"."""
    word = scene.tokens[cue.word]
    if word.text.lower() in ("'d", "’d"):
        return "Tense=Past" in scene.tokens[cue.content].morph
    if word.text.lower() == "to" or word.deprel != "aux":
        return False
    opens = cue.word == scene.doc.sentence_at(cue.word).start
    return opens or scene.upos(max(cue.word - 1, 0)) in ("DET", "ADJ")


def _is_backshifted(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a "would" is what a past report makes of "will", and its day has not passed."""
    lawlike = cue.party is not None and scene.lemma(cue.party) in scene.rules.lawlike
    spelt_out = lawlike and scene.lemma(cue.content) not in scene.rules.futurates and window.basis != "stated"
    if spelt_out or window.is_past(scene.published) or is_counterfactual(scene, cue):
        return False  # "the pact would let", but "a pact that would take effect at noon"
    if is_implied(scene, cue):
        return True
    said = statement_of(scene, cue)
    if cue.attitude is not None:
        return cue.kind == "hope" or is_told_then(scene, cue.attitude)
    if said is not None and said.form != "direct":
        return is_told_in_past(scene, said)
    agent = cue.party is not None and is_agent(scene, cue.party)
    return (window.basis == "stated" or agent) and window.is_ahead(scene.published)


def _is_possible(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a "may" or "could" looks ahead and is no state, ability, purpose or talk of a risk."""
    token = scene.tokens[cue.content]
    if scene.is_a(cue.content, "perceive") or (window.basis == "none" and _is_under_way(scene, cue)):
        return False
    if _is_able(scene, cue) or _was_found(scene, cue):
        return False
    if token.deprel in ("acl", "ccomp") and scene.upos(token.head) == "NOUN":
        return cue.attitude is not None
    if window.basis == "stated":
        return True
    must = scene.lemma(cue.content) == "have" and scene.child(cue.content, "xcomp") is not None  # "may have to"
    state = scene.is_a(cue.content, "state") and not must and not scene.syntax.is_passive(cue.content)
    if state or is_restrictive(scene, cue.content):
        return False
    return token.deprel != "advcl" and not (cue.negated and scene.word(cue.word) == "could")


def _is_able(scene: Scene, cue: Cue) -> bool:
    """Say whether it goes on from an ability: "spoke two languages and could dance"."""
    if scene.label(cue.content) != "conj" or scene.child(cue.content, *SUBJECTS) is not None:
        return False
    return scene.word(cue.word) == "could" and scene.is_past(scene.head(cue.content))


def _was_found(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what turned out to be possible: "it proved that they could win", "saw that they could"."""
    above = scene.head(cue.content)
    if scene.label(cue.content) != "ccomp" or not scene.is_past(above):
        return False
    return statement_of(scene, cue) is None or scene.lemma(above) in ("know", "see", "realise", "realize")


def _is_under_way(scene: Scene, cue: Cue) -> bool:
    """Say whether it may be so already: "may be gaining"."""
    clause = scene.syntax.clause(cue.content)
    return clause is not None and clause.aspect == "progressive"
