"""Finds all signs that something is to come."""

from newsledger.outlook.cues.calendar import find_dates, to_noun
from newsledger.outlook.cues.cue import Cue
from newsledger.outlook.cues.modals import modal_cues
from newsledger.outlook.cues.prospects import prospect_cues
from newsledger.outlook.scene import Scene


def find_cues(scene: Scene) -> tuple[Cue, ...]:
    """Find what is said to be coming; what says it outright stands before what only a calendar says.

    Several may have the same action; the first that proves to be an expectation counts.
    """
    outright = (to_noun(scene, cue) for cue in _outright(scene))
    return (*outright, *find_dates(scene))


def _outright(scene: Scene) -> list[Cue]:
    """Give the cues of words; a modal before a word such as "hope" adds none of its own."""
    found: list[Cue] = []
    governing: set[int] = set()
    prospects, modals = scene.rules.prospects, scene.rules.modals
    for index, token in enumerate(scene.tokens):
        if token.lemma in prospects and (cues := prospect_cues(scene, index)):
            found.extend(cues)
            governing.update(cue.word for cue in cues if not cue.dated)
    headed: set[int] = set()  # a verb counts once, however many modals stand before it
    known = {cue.content for cue in found} | governing
    for index, word in enumerate(scene.doc.words):
        if word not in modals:
            continue
        token, modal = scene.tokens[index], modals[word]
        if token.head not in headed or token.deprel != "aux":
            headed.add(token.head)
            found.extend(cue for cue in modal_cues(scene, index, modal) if cue.verb not in known)
    return found
