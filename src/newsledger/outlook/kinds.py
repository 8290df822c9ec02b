"""Decides what kind of expectation a clause makes, and how strong it is."""

from newsledger.model import Span
from newsledger.outlook.cues import Cue, weaker
from newsledger.outlook.filters.conditional import is_implied
from newsledger.outlook.party import is_agent, is_first_person, is_looming, is_speaker, statement_of
from newsledger.outlook.rules import Kind, Strength
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_PREDICTIONS = frozenset({"warn", "predict", "fear", "believe", "doubt"})
_DENIABLE = frozenset({"announced_plan", "promise"})


def kind_of(scene: Scene, cue: Cue, window: Window) -> Kind:
    """Say what kind of expectation a cue makes.

    A word such as "vow" or "hope" decides by itself; after a bare "will" it is the verb and who
    says it of whom.
    """
    kind = cue.kind or ("promise" if _is_vowed(scene, cue) else _kind_of_clause(scene, cue, window))
    if kind in ("ultimatum", "promise") and is_looming(scene, cue):
        return "forecast"
    if cue.rule == "prospects/agree to" and cue.party is not None and len(scene.syntax.joined(cue.party)) > 1:
        kind = "promise"  # "Kesh and Orlow agreed to"
    if kind == "announced_plan" and cue.attitude is not None and _is_thing(scene, cue):
        return "forecast"  # "both agree that it will become an issue"
    if kind == "forecast" and cue.attitude is not None and scene.lemma(cue.attitude) == "warn":
        kind = "ultimatum" if is_speaker(scene, cue) else kind  # "warned that he would resign"
    return "denied_plan" if cue.negated and kind in _DENIABLE else kind


def _is_vowed(scene: Scene, cue: Cue) -> bool:
    """Say whether a clause is the content of a vow: "a win, *she vowed*, would bring new schools"."""
    said = statement_of(scene, cue)
    sure = cue.reading in ("future", "reported") and cue.rule.startswith("modals/")
    return sure and said is not None and said.attitude == "promise"


def strength_of(scene: Scene, cue: Cue, kind: Kind, condition: Span | None) -> Strength:
    """Say how firmly an expectation is put."""
    if kind == "hope":
        return "aspirational"
    implied = cue.reading == "reported" and cue.frame is None and is_implied(scene, cue)
    hedged = not _adverbs(scene, cue).isdisjoint(scene.rules.classes["hedge"])
    loose = kind == "ultimatum" or condition is not None or implied or hedged
    return weaker(cue.strength, "conditional") if loose else cue.strength


def _kind_of_clause(scene: Scene, cue: Cue, window: Window) -> Kind:
    polling = cue.party is not None and scene.is_a(cue.party, "crowd") and window.basis == "stated"
    if polling and scene.lemma(cue.content) in ("elect", "vote", "choose", "go"):
        return "scheduled_event"
    if _is_calendar(scene, cue) or _is_set_for_a_day(scene, cue, window):
        return "scheduled_event"
    if cue.rule == "modals/to":
        return "announced_plan"
    guessed = bool(_adverbs(scene, cue) & scene.rules.classes["surely"]) and not is_speaker(scene, cue)
    if guessed or _is_thing(scene, cue) or _is_predicted(scene, cue):
        return "forecast"
    if _comes_about(scene, cue, window) or (cue.reading == "possible" and not is_speaker(scene, cue)):
        return "forecast"
    if cue.reading == "possible":
        return "announced_plan"
    return "promise" if _binds_himself(scene, cue) else "announced_plan"


def _is_set_for_a_day(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a thing is to come on one day: "the tax is set to take effect on May 3", "will open Monday"."""
    one_day = window.earliest is not None and window.earliest == window.latest and window.basis == "stated"
    if not one_day or cue.party is None or is_agent(scene, cue.party) or cue.reading not in (None, "future"):
        return False
    return cue.rule == "prospects/set be_to" or scene.lemma(cue.content) in scene.rules.futurates


def _comes_about(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether the verb names an outcome and no decision; "will be in Orlow on Friday" is one."""
    whose = scene.rules.outcomes.get(scene.lemma(_carried_on(scene, cue.content)))
    agent = cue.party is not None and is_agent(scene, cue.party)
    if scene.lemma(cue.content) == "be" and agent:
        return window.basis != "stated"
    return whose == "any" or (whose == "thing" and not agent)


def _carried_on(scene: Scene, verb: int) -> int:
    """Give what goes on: "face" of "will continue to face"."""
    below = scene.child(verb, "xcomp") if scene.lemma(verb) == "continue" else None
    return verb if below is None else below


def is_ultimatum(scene: Scene, cue: Cue, kind: Kind, condition: Span | None) -> bool:
    """Say whether somebody sets another a day or else: "If nothing changes by Sunday, we will close the road"."""
    acts = cue.frame is None and kind in ("promise", "announced_plan") and not scene.syntax.is_passive(cue.content)
    if condition is None or not acts or cue.party is None or not is_agent(scene, cue.party):
        return False
    words = [scene.word(index) for index in scene.doc.tokens_in(condition)]
    refused = words[0] == "unless" or not {"no", "not", "n't", "nothing"}.isdisjoint(words)
    return refused and not {"by", "before", "until", "within"}.isdisjoint(words)


def _is_predicted(scene: Scene, cue: Cue) -> bool:
    """Say whether somebody warns, fears or thinks it of another."""
    said = scene.content.get(cue.content)
    if scene.label(cue.content) == "ccomp" and scene.lemma(scene.head(cue.content)) == "mean":
        return True  # "that means the list will not be published"
    if said is None or cue.frame is not None:
        return False
    cues = (index for span in said.cue for index in scene.doc.tokens_in(span))
    reckoned = any(scene.lemma(index) in ("suggest", "indicate", "forecast", "project") for index in cues)
    return said.attitude in _PREDICTIONS or (reckoned and not is_speaker(scene, cue))


def _is_calendar(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause holds something that stands on a calendar: "will hold a hearing"."""
    if scene.lemma(cue.content) != "hold":
        return False
    thing = scene.child(cue.content, "dobj", "nsubjpass")
    return thing is not None and scene.lemma(thing) in scene.rules.fixtures


def _is_thing(scene: Scene, cue: Cue) -> bool:
    """Say whether what is to act is no party: "this will", "there will be", "the plan will be good"."""
    if cue.party is None:
        return False
    if scene.is_a(cue.party, "crowd"):
        return True
    if is_agent(scene, cue.party):
        return False
    party = scene.tokens[cue.party]
    pointing = party.upos in ("PRON", "DET") and not scene.syntax.is_passive(cue.content)
    if pointing or cue.reading == "possible":
        return True
    # A review that will look at something is somebody's plan, so is a road that will close or stay shut.
    affects = scene.child(cue.content, "dobj", "ccomp", "xcomp", "dative") is not None
    verb = scene.lemma(cue.content)
    decided = verb in scene.rules.futurates or verb in ("apply", "remain", "stay")
    moves = not decided and not scene.syntax.is_passive(cue.content)
    return (affects or moves or party.upos == "VERB") and not scene.is_a(cue.party, "undertaking")


def _binds_himself(scene: Scene, cue: Cue) -> bool:
    """Say whether somebody speaks of his own acts; a body's "it will" is a plan."""
    if is_first_person(scene, cue.party):
        return True
    if cue.party is None or not is_speaker(scene, cue):
        return False
    return any(scene.kinds.get(one) in ("person", "role") for one in scene.actors.get(cue.party, ()))


def _adverbs(scene: Scene, cue: Cue) -> set[str]:
    return {
        scene.word(below)
        for above in {cue.content, cue.verb}
        for below in scene.doc.subtree(
            above, without=("dobj", "prep", "ccomp", "xcomp", "advcl", "conj", "nsubj", "attr")
        )
        if scene.label(below) == "advmod"
    }
