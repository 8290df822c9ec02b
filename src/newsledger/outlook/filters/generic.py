"""Sets apart generic and habitual clauses: what holds of anybody, at any time, or of a kind of thing."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.filters.passage import is_general_truth, is_instruction
from newsledger.outlook.party import is_agent, is_first_person, source, statement_of
from newsledger.outlook.scene import SUBJECTS, Scene
from newsledger.outlook.window import Window

_ARTICLES = ("a", "an", "any")


def is_generic(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a cue holds of whoever or whatever comes, and of nothing that a later paper could tell of."""
    if _is_trait(scene, cue) or _is_indefinite(scene, cue) or _is_polled(scene, cue):
        return True
    if is_instruction(scene, cue) or is_general_truth(scene, cue):
        return True
    return window.basis != "stated" and (_is_habit(scene, cue) or _is_notice(scene, cue))


def is_of_anybody(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is anybody, or a course that nobody is said to plan: "such a step could"."""
    if cue.party is None:
        return False
    who = scene.word(cue.party)
    below = {scene.lemma(one) for one in scene.children[cue.party]}
    counted = who == "one" and bool(below - {"no"})  # "only one", "one of them"
    if who in scene.rules.classes["anybody"] and not counted:
        return True
    if cue.reading == "possible" and not below and who in ("some", "many", "others"):
        return True
    if cue.frame not in (None, "be_to") or cue.reading not in ("possible", "reported"):
        return False
    return not below.isdisjoint(scene.rules.classes["indefinite"])


def _is_trait(scene: Scene, cue: Cue) -> bool:
    """Say whether a word describes people, and no one's plan: "anyone willing to serve", "less likely to"."""
    label = scene.label(cue.word)
    if label == "relcl" and (cue.kind == "hope" or (cue.frame == "to" and is_restrictive(scene, cue.word))):
        return _is_anybodys(scene, scene.head(cue.word))
    described = label in ("acl", "relcl", "amod") or scene.label(scene.head(cue.word)) == "relcl"
    if cue.frame != "be_to" or cue.strength != "conditional":
        return False
    if any(scene.is_a(below, "degree") for below in scene.children[cue.word]):
        return True
    if label == "amod" or cue.party is None:
        return described  # "the only candidate ready to serve"
    return described and not is_agent(scene, cue.party)


def _is_anybodys(scene: Scene, noun: int) -> bool:
    """Say whether a noun stands for whoever is like that: "a man who wants", "candidates who want"."""
    article = scene.child(noun, "det", "poss", "nummod")
    if article is not None:
        return scene.lemma(article) in _ARTICLES
    return scene.upos(noun) == "NOUN" and scene.child(noun, "compound", "appos") is None


def _is_indefinite(scene: Scene, cue: Cue) -> bool:
    """Say whether it holds of whatever comes: "*a* register would help the port", "*that* could split the party"."""
    if cue.frame is not None or cue.reading not in ("reported", "possible"):
        return False
    if cue.party is None or cue.attitude is not None:
        return False
    thing = scene.child(cue.content, "dobj", "ccomp")
    if scene.word(cue.party) in ("that", "this"):
        return thing is not None or cue.reading == "reported"
    said = statement_of(scene, cue)
    if said is not None and said.attitude == "promise":
        return False  # "a seat on the board, she vowed, would give them a say"
    article = scene.child(cue.party, "det")
    if cue.reading == "possible" or article is None or thing is None:
        return False
    return scene.lemma(article) in _ARTICLES and scene.upos(cue.party) == "NOUN"


def _is_polled(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what a share of those asked mean to do: "47 percent say they will support Hale"."""
    told = source(scene, statement_of(scene, cue))[0]
    asked = None if told is None else scene.doc.head_in(told)
    chooses = cue.frame is not None or scene.lemma(cue.content) in ("vote", "support", "back")
    own = cue.party if chooses else None  # "half of the loan would be paid" asks nobody
    return any(scene.is_a(one, "share") for one in (own, asked) if one is not None)


def _is_habit(scene: Scene, cue: Cue) -> bool:
    """Say whether it holds at all times or of each: "will always listen", "every king will be forgotten"."""
    article = None if cue.party is None else scene.child(cue.party, "det")
    if cue.frame is not None or (article is not None and scene.lemma(article) in ("every", "any", "each")):
        return cue.frame is None
    return any(scene.label(one) == "advmod" and scene.is_a(one, "habit") for one in scene.children[cue.verb])


def _is_notice(scene: Scene, cue: Cue) -> bool:
    """Say whether the outlet tells what it may do at any time: "we may earn a commission"."""
    own = cue.content not in scene.content and is_first_person(scene, cue.party)
    return own and cue.frame is None and cue.reading == "possible"


def is_restrictive(scene: Scene, verb: int) -> bool:
    """Say whether a clause tells one thing from others: "people who could be hurt", "a step that she could take".

    What only adds something, after a comma, tells more: "the bill, which could pass".
    """
    return scene.label(verb) == "relcl" and scene.tokens[scene.doc.first_below[verb] - 1].text != ","


def is_object_relative(scene: Scene, verb: int) -> bool:
    """Say whether a clause describes a thing by what another does with it: "the fines that *BP* will pay"."""
    own = scene.child(verb, *SUBJECTS) if scene.label(verb) == "relcl" else None
    first = scene.doc.first_below[verb]
    if own is None or scene.upos(first) == "ADP" or scene.word(first) in ("when", "where"):
        return False  # "on Tuesday, when eleven towns will vote", "a pact by which they will"
    return scene.syntax.antecedent(own) == own
