"""Decides what kind of expectation a clause makes, and how strong it is."""

from newsledger.model import Span
from newsledger.outlook.cues import Cue, weaker
from newsledger.outlook.party import is_agent, is_first_person, is_looming, is_speaker, source, statement_of
from newsledger.outlook.rules import Kind, Strength
from newsledger.outlook.scene import Scene
from newsledger.outlook.sift.implied import is_implied
from newsledger.outlook.window import Window

_PREDICTING = frozenset(
    {"certainly", "surely", "inevitably", "undoubtedly", "definitely", "probably", "likely", "perhaps"} | {"maybe"}
)
_PREDICTIONS = frozenset({"warn", "predict", "fear", "believe", "doubt"})
#: What they will do is for nobody to announce.
_CROWDS = frozenset({"people", "voter", "public", "majority", "consumer", "investor", "resident", "fan", "everybody"})
_SPOKESMEN = frozenset({"official", "spokesman", "spokeswoman", "spokesperson", "officer", "aide", "ministry"})
#: What parties do together rather than attend.
_TALKS = frozenset({"talk", "negotiation", "call"})
#: What somebody carries out, so that what they will do is his plan.
_UNDERTAKINGS = frozenset(
    {"review", "inquiry", "investigation", "probe", "audit", "hearing", "mission", "trial", "census", "survey", "tour"}
    | {"drill", "exercise", "inspection", "project", "program", "programme", "operation", "search", "conference", "ad"}
    | {"session", "workshop", "exhibition", "ceremony", "campaign", "policy", "law", "rule", "reform", "scheme"}
)
_DEADLINES = frozenset({"by", "before", "until", "within"})
_NEGATIVES = frozenset({"no", "not", "n't", "n’t", "nothing", "nobody", "never", "unless", "fail", "refuse", "reject"})
_HEDGES = frozenset({"probably", "likely", "perhaps", "possibly", "maybe"})
_SET_BY_ONESELF = frozenset({"promise", "denied_plan", "forecast", "announced_plan"})
_DENIABLE = frozenset({"announced_plan", "promise"})


def kind_of(scene: Scene, cue: Cue, window: Window) -> Kind:
    """Say what kind of expectation a cue makes.

    A word such as "vow" or "hope" decides by itself; after a bare "will" it is the verb and who
    says it of whom.
    """
    kind = cue.kind or _kind_of_clause(scene, cue, window)
    if kind in ("ultimatum", "promise") and is_looming(scene, cue):
        return "forecast"
    if cue.rule == "prospects/agree to" and _are_several(scene, cue.party):
        kind = "promise"
    if kind == "announced_plan" and cue.attitude is not None and _is_outcome(scene, cue, window):
        return "forecast"
    if kind == "forecast" and _warns_of_own_act(scene, cue):
        return "ultimatum"
    return "denied_plan" if cue.negated and kind in _DENIABLE else kind


def strength_of(scene: Scene, cue: Cue, kind: Kind, condition: Span | None) -> Strength:
    """Say how firmly an expectation is put."""
    if kind == "hope":
        return "aspirational"
    strength = cue.strength
    implied = cue.reading == "reported" and cue.frame is None and _hangs_on(scene, cue)
    if kind == "ultimatum" or condition is not None or implied or _adverbs(scene, cue) & _HEDGES:
        strength = weaker(strength, "conditional")
    return strength


def _hangs_on(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" hangs on a condition that goes without saying: "opposes the law and would repeal it"."""
    if is_implied(scene, cue):
        return True
    token = scene.tokens[cue.content]
    if token.deprel == "conj":
        return "Tense=Pres|VerbForm=Fin" in scene.tokens[token.head].morph
    above = (scene.tokens[below] for verb in scene.ancestors(cue.content) for below in scene.children[verb])
    return token.deprel == "relcl" and any(one.deprel == "aux" and one.text.lower() == "would" for one in above)


def _kind_of_clause(scene: Scene, cue: Cue, window: Window) -> Kind:
    if _is_calendar(scene, cue) or _is_polling(scene, cue, window):
        return "scheduled_event"
    if cue.rule == "modals/to":
        return "announced_plan"
    if _adverbs(scene, cue) & _PREDICTING or _is_thing(scene, cue) or _is_predicted(scene, cue):
        return "forecast"
    if _comes_about(scene, cue, window):
        return "forecast"
    if cue.reading == "possible":
        own = is_speaker(scene, cue) or _speaks_for_a_side(scene, cue)
        return "announced_plan" if own else "forecast"
    return "promise" if _binds_himself(scene, cue) else "announced_plan"


def _comes_about(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether the verb names an outcome and no decision; "will be in Orlow on Friday" is one."""
    whose = scene.rules.outcomes.get(scene.lemma(cue.content))
    agent = cue.party is not None and is_agent(scene, cue.party)
    if scene.lemma(cue.content) == "be" and agent:
        return window.basis != "stated"
    if _is_taken_on(scene, cue):
        return False
    if any(scene.label(below) == "aux" and scene.lemma(below) == "have" for below in scene.children[cue.content]):
        return True  # "by May she will have won a majority"
    return whose == "any" or (whose == "thing" and not agent)


def _is_taken_on(scene: Scene, cue: Cue) -> bool:
    """Say whether it is decided and does not only come about: "will succeed Hale", "we will get it out"."""
    if scene.child(cue.content, "dobj") is None:
        return False
    return scene.lemma(cue.content) == "succeed" or (
        scene.lemma(cue.content) == "get" and scene.child(cue.content, "prt") is not None
    )


def _are_several(scene: Scene, party: int | None) -> bool:
    """Say whether parties agree with each other: "Kesh and Orlow", "the two sides"."""
    if party is None:
        return False
    below = {scene.word(one) for one in scene.children[party]}
    return scene.child(party, "conj") is not None or bool(below & {"two", "three", "both"})


def _is_outcome(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether what is agreed or announced is no act: "both agree that it will become an issue"."""
    return _is_thing(scene, cue) or _comes_about(scene, cue, window)


def _warns_of_own_act(scene: Scene, cue: Cue) -> bool:
    """Say whether somebody warns of what he himself will do: "warned that he would resign"."""
    warned = cue.attitude is not None and scene.lemma(cue.attitude) == "warn"
    return warned and is_speaker(scene, cue)


def is_ultimatum(scene: Scene, cue: Cue, kind: Kind, condition: Span | None) -> bool:
    """Say whether a speaker sets another a day or else: "If nothing changes by Sunday, we will close the road".

    That nothing and nobody will pass is as much his own act: "no truck will pass".
    """
    if condition is None or cue.frame is not None or kind not in _SET_BY_ONESELF:
        return False
    words = [scene.tokens[index] for index in scene.doc.tokens_in(condition)]
    due = any(word.text.lower() in _DEADLINES for word in words)
    if not due or not any(word.lemma.lower() in _NEGATIVES for word in words):
        return False
    if is_first_person(scene, cue.party):
        return scene.rules.outcomes.get(scene.lemma(cue.content)) is None
    if kind == "announced_plan":
        return _strikes_back(scene, cue)
    said = statement_of(scene, cue)
    article = None if cue.party is None else scene.child(cue.party, "det")
    barred = article is not None and scene.lemma(article) == "no"
    return barred and said is not None and said.form == "direct"


def _strikes_back(scene: Scene, cue: Cue) -> bool:
    """Say whether a party itself is to act where it does not get its way: "the union will strike unless"."""
    passive = scene.child(cue.content, "auxpass") is not None
    agent = cue.party is not None and is_agent(scene, cue.party)
    return agent and not passive and scene.lemma(cue.content) not in scene.rules.outcomes


def _is_predicted(scene: Scene, cue: Cue) -> bool:
    """Say whether somebody warns, fears or thinks it of another."""
    said = scene.content.get(cue.content)
    token = scene.tokens[cue.content]
    if token.deprel == "ccomp" and scene.lemma(token.head) == "mean":
        return True  # "that means the list will not be published"
    return said is not None and said.attitude in _PREDICTIONS and cue.frame is None


def _is_calendar(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause holds something that stands on a calendar: "will hold a hearing"."""
    if scene.lemma(cue.content) not in ("hold", "cast", "conduct", "stage", "convene", "schedule"):
        return False
    thing = scene.child(cue.content, "dobj", "nsubjpass")
    return thing is not None and scene.lemma(thing) in scene.rules.fixtures and scene.lemma(thing) not in _TALKS


def _is_polling(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a day is named on which people vote: "voters will elect an assembly on Sunday"."""
    if (
        cue.party is None
        or window.basis != "stated"
        or scene.lemma(cue.content) not in ("elect", "vote", "choose", "go")
    ):
        return False
    party = scene.tokens[cue.party]
    return party.lemma in _CROWDS


def _is_thing(scene: Scene, cue: Cue) -> bool:
    """Say whether what is to act is no party: "this will", "there will be", "the plan will be good"."""
    if cue.party is None:
        return False
    if scene.lemma(cue.party) in _CROWDS:
        return True
    if is_agent(scene, cue.party):
        return False
    party = scene.tokens[cue.party]
    if party.upos in ("PRON", "DET") or cue.reading == "possible":
        return True
    # A review that will look at something is somebody's plan; a storm that will hit something is not.
    affects = scene.child(cue.content, "dobj", "ccomp", "xcomp", "dative") is not None
    return (affects or party.upos == "VERB") and party.lemma not in _UNDERTAKINGS


def _speaks_for_a_side(scene: Scene, cue: Cue) -> bool:
    """Say whether the speaker tells what his side may do: "officials say that troops could leave"."""
    span = source(scene, statement_of(scene, cue))[0]
    head = None if span is None else scene.doc.head_in(span)
    return head is not None and scene.lemma(head) in _SPOKESMEN


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
