"""Sets apart what a clause only describes: what may be so, what anybody may do, what was only meant to be."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, is_first_person
from newsledger.outlook.scene import SUBJECTS, Scene
from newsledger.outlook.window import Window

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_READER = frozenset({"you", "your", "yours", "yourself"})
_LONG = 180
_SHOWING = frozenset(
    {"explore", "walk", "look", "discuss", "examine", "cover", "explain", "show", "learn", "review", "see", "decipher"}
    | {"uncover", "dive", "cook", "describe", "outline", "delve", "demonstrate", "illustrate", "introduce"}
)
_IN_THEORY = frozenset(
    {"barely", "hardly", "scarcely", "conceivably", "theoretically", "technically", "hypothetically"}
)
_PURPOSES = frozenset({"in", "with"})
_MEANT = frozenset({"bid", "attempt", "effort"})
_THINKING = frozenset({"think", "believe", "figure", "assume", "suppose", "imagine", "guess"})
_FINDING = frozenset(
    {"realize", "realise", "know", "find", "discover", "see", "sense", "notice", "understand", "forget"}
)
_PLAIN = frozenset({"clear", "apparent", "obvious", "evident", "plain"})
_SIGHTS = frozenset({"sense", "smell", "notice", "glimpse", "exist", "vary", "range", "depend"})
#: The words of what is so already, by their verb: "might make sense".
_SO_ALREADY = {"make": "sense", "have": "reason"}


def is_described(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a clause tells what a thing is like, or is meant for, and not what is to come of it."""
    if cue.frame == "to" and scene.lemma(cue.word) == "stand" and scene.syntax.is_infinitive(cue.word):
        return True  # "asked them to stand to honour the dead"
    if _is_meant_so(scene, cue):
        return True
    if cue.reading == "possible" and cue.frame is None and _is_only_possible(scene, cue, window):
        return True
    if window.basis == "stated":
        return False
    return _is_for_readers(scene, cue) or _is_need(scene, cue) or _is_supposed_so(scene, cue)


def _is_only_possible(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether "may" or "could" tells what is so, or what somebody is able to do."""
    if any(scene.word(one) in _IN_THEORY for one in scene.children[cue.content]):
        return True
    after = [scene.lemma(one) for one in scene.doc.subtree(cue.content) if one > cue.word][:2]
    if after == ["as", "well"] or scene.lemma(cue.content) in _SIGHTS:
        return True  # "might as well be gone", "more might exist"
    thing = scene.child(cue.content, "dobj")
    if thing is not None and scene.lemma(thing) == _SO_ALREADY.get(scene.lemma(cue.content)):
        return True
    if window.basis == "stated":
        return False
    return _is_relative(scene, cue.content) or any(
        scene.word(above) == "given" for above in scene.ancestors(cue.content)
    )


def _is_relative(scene: Scene, verb: int) -> bool:
    """Say whether a clause tells one thing from others: "people who could be hurt", "a step that she could take".

    What only adds something, after a comma, tells more: "the bill, which could pass".
    """
    if scene.label(verb) != "relcl":
        return False
    first = scene.doc.subtree(verb)[0]
    own = scene.child(verb, *SUBJECTS)
    by_another = own is not None and scene.word(own) not in _RELATIVES
    return by_another or scene.tokens[first - 1].text != ","


def _is_for_readers(scene: Scene, cue: Cue) -> bool:
    """Say whether the outlet gives advice to those who read it: "your friends will love it"."""
    said = scene.content.get(cue.content)
    if said is not None and said.source:
        return False
    if is_first_person(scene, cue.party):
        return scene.lemma(cue.content) in _SHOWING  # "in this guide, we'll explore"
    if cue.party is not None and is_agent(scene, cue.party):
        return False
    sentence = scene.doc.sentence_at(cue.content)
    return any(scene.word(one) in _READER and one not in scene.content for one in range(sentence.start, sentence.end))


def _is_supposed_so(scene: Scene, cue: Cue) -> bool:
    """Say whether a "would" tells what a course would do, or what somebody used to do: "that would make it worse"."""
    if cue.reading != "reported" or cue.frame is not None:
        return False
    if cue.party is not None and scene.word(cue.party) in ("that", "this"):
        return True
    opens = (scene.word(one) for one in scene.children[cue.content] if one < cue.content)
    return scene.label(cue.content) == "advcl" and not {"when", "whenever"}.isdisjoint(opens)


def _is_need(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what somebody needs: "the club will need a new roof"."""
    return cue.frame is None and cue.reading == "future" and scene.lemma(cue.content) == "need"


def _is_meant_so(scene: Scene, cue: Cue) -> bool:
    """Say whether a hope is only what something else is done with: "in the hope of", "with the aim to"."""
    noun = scene.tokens[cue.word]
    if cue.kind == "hope" and any(scene.word(below) in ("any", "can") for below in scene.children[cue.word]):
        return True  # "any hope of winning", "buyers can look forward to"
    if cue.frame not in ("noun_to", "noun_of") or noun.deprel != "pobj":
        return False
    through = scene.lemma(noun.head) in _PURPOSES
    return through and (cue.kind == "hope" or noun.lemma in _MEANT)


def is_old_ability(scene: Scene, cue: Cue) -> bool:
    """Say whether a "could" stands with a day long past: "could still draw crowds in 1992"."""
    published = scene.published
    if published is None or cue.frame is not None or scene.word(cue.word) != "could":
        return False
    below = set(scene.doc.subtree(cue.content))
    return any(
        timex.latest is not None and (published - timex.latest).days > _LONG and scene.doc.head_in(timex.span) in below
        for timex in scene.times.get(scene.doc.sentence_of[cue.content], ())
    )


def is_old_thought(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it is what somebody thought or wanted once, or what a thing once made sure of.

    "The family thought it would never see the cat again" tells of before; "they said they think it
    will" of what is still to come.
    """
    if window.basis == "stated" and window.is_ahead(scene.published):
        return False
    if cue.kind == "hope" and scene.lemma(cue.word) == "want":
        return scene.is_past(cue.word)
    if cue.reading == "reported" and cue.attitude is None and _is_found_out(scene, cue.content):
        return True
    if _is_told_of_then(scene, cue):
        return True
    if cue.attitude is None or cue.reading not in ("reported", "possible") or scene.upos(cue.attitude) != "VERB":
        return False
    if not scene.is_past(cue.attitude):
        return False
    thinker = scene.child(cue.attitude, *SUBJECTS)
    if thinker is not None and scene.upos(thinker) != "PRON" and not is_agent(scene, thinker):
        return True  # "the storm had ensured that they would not sail"
    return scene.lemma(cue.attitude) in _THINKING


def _is_told_of_then(scene: Scene, cue: Cue) -> bool:
    """Say whether a speaker tells, in his own words, what was hoped or foretold once: "I hoped it would"."""
    if cue.attitude is None or cue.kind not in ("forecast", "hope") or not scene.is_past(cue.attitude):
        return False
    said = scene.content.get(cue.attitude)
    return said is not None and said.form == "direct"


def _is_found_out(scene: Scene, verb: int) -> bool:
    """Say whether it is what somebody saw coming once: "realized the race would go on", "it became clear he would"."""
    above = scene.head(verb)
    if scene.label(verb) != "ccomp":
        return False
    if scene.lemma(above) in _PLAIN:
        return scene.is_past(scene.head(above))
    return scene.lemma(above) in _FINDING and scene.is_past(above)
