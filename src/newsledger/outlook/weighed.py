"""Sets apart what is only needed, judged or under way from what somebody is said to be going to do."""

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, has_to, is_copula
from newsledger.outlook.party import is_agent
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_NEEDING = frozenset({"require", "need", "necessitate", "depend"})
_POINTING = frozenset({"it", "this", "that"})
_DEGREES = frozenset({"less", "more", "least", "most", "too", "so", "as", "enough", "better"})
_THOUGHTS = frozenset({None, "forecast"})
_EMPTY = frozenset({"none", "third", "half", "quarter", "lot"})


def is_weighed(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a cue only weighs, needs or describes what nobody is said to be going to do."""
    return (
        _is_need(doc, cue)
        or _is_judged(doc, cue)
        or _is_advice(doc, cue)
        or _is_trait(doc, scene, cue)
        or _is_purpose(doc, cue)
        or _is_under_way(doc, cue, window)
        or _is_empty(doc, scene, cue)
    )


def _is_need(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is what a thing takes: "it is going to require effort"."""
    if cue.party is None or doc.tokens[cue.content].lemma not in _NEEDING:
        return False
    return doc.tokens[cue.party].lemma.lower() in _POINTING


def _is_judged(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is a judgement, or thought under one: "it would be naive to believe that it could"."""
    content = doc.tokens[cue.content]
    pointing = cue.party is not None and doc.tokens[cue.party].lemma.lower() == "it"
    if content.lemma == "be" and pointing and _judges(doc, cue.content):
        return True
    thought = cue.attitude
    if thought is None or cue.kind not in _THOUGHTS or doc.tokens[thought].deprel != "xcomp":
        return False
    return has_to(doc, thought) and is_copula(doc, doc.tokens[thought].head) and _judges(doc, doc.tokens[thought].head)


def _judges(doc: Annotated, copula: int) -> bool:
    """Say whether "be" has a word of judgement and an act that it is passed on: "be naive to believe"."""
    if child(doc, copula, "acomp", "attr") is None:
        return False
    return any(
        doc.tokens[below].deprel in ("xcomp", "ccomp", "advcl", "csubj") and has_to(doc, below)
        for below in doc.children[copula]
    )


def _is_advice(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is "had better" or "would rather", which only look like a "would"."""
    after = doc.tokens[min(cue.word + 1, len(doc.tokens) - 1)]
    return cue.frame is None and after.text.lower() in ("better", "rather") and after.deprel == "advmod"


def _is_trait(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a word describes people, and no one's plan: "anyone willing to serve", "less prepared to"."""
    if cue.frame != "be_to" or cue.kind != "announced_plan" or cue.strength != "conditional":
        return False
    if any(doc.tokens[below].lemma in _DEGREES for below in doc.children[cue.word]):
        return True
    described = doc.tokens[cue.word].deprel in ("amod", "acl", "relcl")
    return described and (cue.party is None or not is_agent(doc, scene, cue.party))


def _is_purpose(doc: Annotated, cue: Cue) -> bool:
    """Say whether a participle gives only what something is for: "a march aimed at ousting"."""
    return cue.kind == "hope" and doc.tokens[cue.word].deprel == "acl" and doc.tokens[cue.word].upos == "VERB"


def _is_under_way(doc: Annotated, cue: Cue, window: Window) -> bool:
    """Say whether it may be so already: "may be gaining", "hopes they are watching"."""
    if window.basis != "none" or not (cue.reading == "possible" or cue.frame == "that"):
        return False
    helped = any(
        doc.tokens[below].deprel == "aux" and doc.tokens[below].lemma == "be" for below in doc.children[cue.content]
    )
    return helped and doc.tokens[cue.content].text.endswith("ing")


def _is_empty(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether the clause names no act of its own: "there will be none", "it will not be next week"."""
    thing = child(doc, cue.content, "attr", "dobj")
    if thing is not None and doc.tokens[thing].lemma in _EMPTY and not doc.children[thing][1:]:
        return True
    if doc.tokens[cue.content].lemma != "be" or not cue.negated:
        return False
    after = [index for index in doc.subtree(cue.content) if index > cue.content and doc.tokens[index].upos != "PUNCT"]
    times = [timex.span for timex in scene.times.get(doc.sentence_of[cue.content], ())]
    return bool(after) and all(any(span.holds(doc.tokens[index].span) for span in times) for index in after)


def is_argued_on(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" goes on from a present inside the same words: "we object because it would"."""
    said = scene.content.get(cue.content)
    if said is None:
        return False
    for index in (cue.content, *ancestors(doc, cue.content)):
        token = doc.tokens[index]
        if not any(span.holds(doc.tokens[token.head].span) for span in said.content):
            return False
        if token.deprel == "advcl":
            return "Tense=Pres|VerbForm=Fin" in doc.tokens[token.head].morph
    return False
