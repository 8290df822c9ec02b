"""Sets apart what a clause only describes: what may be so, what anybody may do, what was only meant to be."""

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, has_to, is_past, own_subject
from newsledger.outlook.party import is_agent, is_first_person
from newsledger.outlook.scene import Scene
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


def is_described(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a clause tells what a thing is like, or is meant for, and not what is to come of it."""
    if cue.frame == "to" and doc.tokens[cue.word].lemma == "stand" and has_to(doc, cue.word):
        return True  # "asked them to stand to honour the dead"
    if _is_meant_so(doc, cue):
        return True
    if cue.reading == "possible" and cue.frame is None and _is_only_possible(doc, cue, window):
        return True
    if window.basis == "stated":
        return False
    return _is_for_readers(doc, scene, cue) or _is_need(doc, cue) or _is_supposed_so(doc, cue)


def _is_only_possible(doc: Annotated, cue: Cue, window: Window) -> bool:
    """Say whether "may" or "could" tells what is so, or what somebody is able to do."""
    if any(doc.tokens[one].text.lower() in _IN_THEORY for one in doc.children[cue.content]):
        return True
    after = [doc.tokens[one].lemma for one in doc.subtree(cue.content) if one > cue.word][:2]
    if after == ["as", "well"] or doc.tokens[cue.content].lemma in _SIGHTS:
        return True  # "might as well be gone", "more might exist"
    thing = child(doc, cue.content, "dobj")
    if thing is not None and doc.tokens[thing].lemma == _SO_ALREADY.get(doc.tokens[cue.content].lemma):
        return True
    if window.basis == "stated":
        return False
    return _is_relative(doc, cue.content) or any(
        doc.tokens[above].text.lower() == "given" for above in ancestors(doc, cue.content)
    )


def _is_relative(doc: Annotated, verb: int) -> bool:
    """Say whether a clause tells one thing from others: "people who could be hurt", "a step that she could take".

    What only adds something, after a comma, tells more: "the bill, which could pass".
    """
    if doc.tokens[verb].deprel != "relcl":
        return False
    first = doc.subtree(verb)[0]
    own = own_subject(doc, verb)
    by_another = own is not None and doc.tokens[own].text.lower() not in _RELATIVES
    return by_another or doc.tokens[first - 1].text != ","


def _is_for_readers(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether the outlet gives advice to those who read it: "your friends will love it"."""
    said = scene.content.get(cue.content)
    if said is not None and said.source:
        return False
    if is_first_person(doc, cue.party):
        return doc.tokens[cue.content].lemma in _SHOWING  # "in this guide, we'll explore"
    if cue.party is not None and is_agent(doc, scene, cue.party):
        return False
    sentence = doc.sentence_at(cue.content)
    return any(
        doc.tokens[one].text.lower() in _READER and one not in scene.content
        for one in range(sentence.start, sentence.end)
    )


def _is_supposed_so(doc: Annotated, cue: Cue) -> bool:
    """Say whether a "would" tells what a course would do, or what somebody used to do: "that would make it worse"."""
    if cue.reading != "reported" or cue.frame is not None:
        return False
    if cue.party is not None and doc.tokens[cue.party].text.lower() in ("that", "this"):
        return True
    opens = (doc.tokens[one].text.lower() for one in doc.children[cue.content] if one < cue.content)
    return doc.tokens[cue.content].deprel == "advcl" and not {"when", "whenever"}.isdisjoint(opens)


def _is_need(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is what somebody needs: "the club will need a new roof"."""
    return cue.frame is None and cue.reading == "future" and doc.tokens[cue.content].lemma == "need"


def _is_meant_so(doc: Annotated, cue: Cue) -> bool:
    """Say whether a hope is only what something else is done with: "in the hope of", "with the aim to"."""
    noun = doc.tokens[cue.word]
    if cue.kind == "hope" and any(doc.tokens[below].text.lower() in ("any", "can") for below in doc.children[cue.word]):
        return True  # "any hope of winning", "buyers can look forward to"
    if cue.frame not in ("noun_to", "noun_of") or noun.deprel != "pobj":
        return False
    through = doc.tokens[noun.head].lemma in _PURPOSES
    return through and (cue.kind == "hope" or noun.lemma in _MEANT)


def is_old_ability(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a "could" stands with a day long past: "could still draw crowds in 1992"."""
    published = doc.article.date_published.day
    if published is None or cue.frame is not None or doc.tokens[cue.word].text.lower() != "could":
        return False
    below = set(doc.subtree(cue.content))
    return any(
        timex.latest is not None and (published - timex.latest).days > _LONG and doc.head_in(timex.span) in below
        for timex in scene.times.get(doc.sentence_of[cue.content], ())
    )


def is_old_thought(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it is what somebody thought or wanted once, or what a thing once made sure of.

    "The family thought it would never see the cat again" tells of before; "they said they think it
    will" of what is still to come.
    """
    if window.basis == "stated" and window.is_ahead(doc.article.date_published.day):
        return False
    if cue.kind == "hope" and doc.tokens[cue.word].lemma == "want":
        return is_past(doc, cue.word)
    if cue.reading == "reported" and cue.attitude is None and _is_found_out(doc, cue.content):
        return True
    if _is_told_of_then(doc, scene, cue):
        return True
    if cue.attitude is None or cue.reading not in ("reported", "possible") or doc.tokens[cue.attitude].upos != "VERB":
        return False
    if not is_past(doc, cue.attitude):
        return False
    thinker = own_subject(doc, cue.attitude)
    if thinker is not None and doc.tokens[thinker].upos != "PRON" and not is_agent(doc, scene, thinker):
        return True  # "the storm had ensured that they would not sail"
    return doc.tokens[cue.attitude].lemma in _THINKING


def _is_told_of_then(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a speaker tells, in his own words, what was hoped or foretold once: "I hoped it would"."""
    if cue.attitude is None or cue.kind not in ("forecast", "hope") or not is_past(doc, cue.attitude):
        return False
    said = scene.content.get(cue.attitude)
    return said is not None and said.form == "direct"


def _is_found_out(doc: Annotated, verb: int) -> bool:
    """Say whether it is what somebody saw coming once: "realized the race would go on", "it became clear he would"."""
    above = doc.tokens[verb].head
    if doc.tokens[verb].deprel != "ccomp":
        return False
    if doc.tokens[above].lemma in _PLAIN:
        return is_past(doc, doc.tokens[above].head)
    return doc.tokens[above].lemma in _FINDING and is_past(doc, above)
