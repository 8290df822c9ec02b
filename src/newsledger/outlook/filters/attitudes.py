"""Sets apart wishes and plans that somebody has from those that are only brought up, closed or long past."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent
from newsledger.outlook.scene import SUBJECTS, Scene
from newsledger.outlook.window import Window

_NOUN_FRAMES = ("noun_to", "noun_of")


def is_unasserted(scene: Scene, cue: Cue) -> bool:
    """Say whether a wish or plan is only brought up: "it is no sin *to want* to", "blamed *for planning* to"."""
    if cue.frame is None:
        return False
    if scene.upos(cue.word) in ("NOUN", "PROPN") and cue.frame in _NOUN_FRAMES:
        return _is_noun_closed(scene, cue) or _is_means(scene, cue) or _is_topic(scene, cue)
    if _is_missed(scene, cue):
        return True
    before = {scene.word(below) for below in scene.children[cue.word]}
    if not before.isdisjoint(("can", "should")):
        return True  # "buyers can expect to", "should expect to"
    if scene.upos(cue.word) not in ("VERB", "AUX"):
        return False
    if _is_bidden(scene, cue.word):
        return True
    return _is_purpose(scene, cue) or _is_brought_up(scene, cue) or _settles_nothing(scene, cue)


def _is_bidden(scene: Scene, verb: int) -> bool:
    """Say whether the reader is told to: "Consider becoming a member"."""
    bare = "VerbForm=Inf" in scene.tokens[verb].morph
    return bare and scene.label(verb) == "ROOT" and scene.child(verb, *SUBJECTS, "aux") is None


def _is_missed(scene: Scene, cue: Cue) -> bool:
    """Say whether a wish is for what did not come: "would like to have seen", "would have liked to see"."""
    heads = (cue.content, *((cue.word,) if cue.reading == "reported" else ()))
    below = [one for head in heads for one in scene.children[head]]
    return cue.kind == "hope" and any(scene.label(one) == "aux" and scene.lemma(one) == "have" for one in below)


def _is_brought_up(scene: Scene, cue: Cue) -> bool:
    """Say whether a wish or plan is blamed, asked for, thought of or advised, and not told of."""
    label, above = scene.label(cue.word), scene.head(cue.word)
    if label == "pcomp":
        return scene.is_a(above, "bring up")
    if label == "csubj":
        return True  # "expecting him to change is like"
    if cue.kind == "hope" and cue.reading == "possible":
        return True  # "she might want to wait" is advice
    if not scene.syntax.is_infinitive(cue.word):
        return False
    return cue.kind == "hope" or _is_advised(scene, cue)


def _is_advised(scene: Scene, cue: Cue) -> bool:
    """Say whether a copula only recommends a plan: "it is a good time to consider"."""
    above = scene.head(cue.word)
    named = scene.label(cue.word) in ("acl", "relcl") and scene.label(above) == "attr"
    return named and scene.lemma(above) not in scene.rules.prospects


def _settles_nothing(scene: Scene, cue: Cue) -> bool:
    """Say whether only an answer is refused: "declined to say"."""
    refuses = scene.lemma(cue.word) in ("decline", "refuse")
    return refuses and scene.is_a(cue.content, "telling") and scene.is_past(cue.word)


def _is_noun_closed(scene: Scene, cue: Cue) -> bool:
    """Say whether a plan is told as done, dropped or only possible: "kept her promise to", "could sign a deal to"."""
    for above in scene.ancestors(cue.word):
        if scene.upos(above) in ("VERB", "AUX") and above != cue.content:
            clause = scene.syntax.clause(above)
            modal = clause is not None and bool(clause.modals) and clause.tense != "future"
            # "The plan to drain the marsh would cost a million" leaves the plan as it is.
            unreal = (modal or scene.syntax.is_infinitive(above)) and scene.label(cue.word) != "nsubj"
            return unreal or _closes(scene, above)
    return False


def _closes(scene: Scene, verb: int) -> bool:
    """Say whether a verb ends a plan, alone or with its particle: "rejected", "turned down"."""
    particle = scene.child(verb, "prt")
    own = scene.lemma(verb)
    whole = own if particle is None else f"{own} {scene.word(particle)}"
    return own in scene.rules.closers or whole in scene.rules.closers


def _is_means(scene: Scene, cue: Cue) -> bool:
    """Say whether a hope is only what something else is done with: "in the hope of"."""
    inside = scene.label(cue.word) == "pobj" and scene.lemma(scene.head(cue.word)) in ("in", "with")
    return inside and cue.kind == "hope"


def _is_topic(scene: Scene, cue: Cue) -> bool:
    """Say whether a plan is only talked about, or is what a thing is for: "spoke about the plans for", "its aim"."""
    if scene.label(cue.word) == "pobj" and scene.lemma(scene.head(cue.word)) == "about":
        return True
    return cue.kind == "hope" and cue.party is not None and not is_agent(scene, cue.party)


def _is_purpose(scene: Scene, cue: Cue) -> bool:
    """Say whether a participle gives only what something is for: "a march aimed at ousting", "is aimed at"."""
    participle = scene.label(cue.word) == "acl" and scene.tokens[cue.word].text.endswith("ing")
    return participle or (scene.lemma(cue.word) in ("aim", "intend") and scene.syntax.is_passive(cue.word))


def is_old_thought(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it is what somebody thought or wanted once, or what a thing once made sure of.

    "The family thought it would never see the cat again" tells of before; "they said they think it
    will" of what is still to come.
    """
    if window.basis == "stated" and window.is_ahead(scene.published):
        return False
    if cue.kind == "hope" and scene.lemma(cue.word) == "want":
        return scene.is_past(cue.word)
    if cue.attitude is None or not scene.is_past(cue.attitude):
        return False
    said = scene.content.get(cue.attitude)
    if said is not None and said.form == "direct" and cue.kind in ("forecast", "hope"):
        return True  # in his own words: "I hoped it would"
    if cue.reading not in ("reported", "possible"):
        return False
    thinker = scene.child(cue.attitude, *SUBJECTS)
    if thinker is not None and scene.upos(thinker) != "PRON" and not is_agent(scene, thinker):
        return True  # "the storm had ensured that they would not sail"
    return scene.is_a(cue.attitude, "think")
