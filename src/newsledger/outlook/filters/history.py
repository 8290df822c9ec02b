"""Sets apart plans and words that lie in the past from those that a past report keeps open."""

from datetime import date

from newsledger.model import Statement, Timex
from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_looming
from newsledger.outlook.scene import VERBAL, Scene
from newsledger.outlook.window import Window

_YEAR = 365


def is_history(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a plan is only told of the past: "planned to", where no report or date keeps it open."""
    # "Agreed to alter the ledger in 2011"; a bare month of late may be misdated.
    if _is_done(scene, cue, window) or _is_unsaid(scene, cue) or _is_old(scene, window.latest):
        return True
    if cue.act:
        return False
    verb = cue.word if scene.upos(cue.word) != "ADJ" else scene.head(cue.word)
    if scene.syntax.is_perfect(verb) and (cue.kind == "denied_plan" or cue.strength == "conditional"):
        return True
    if cue.frame == "be_to" and any(scene.word(below) in ("to", "had") for below in scene.children[verb]):
        return True
    # A headline's "Prices expected to fall" is no past, whatever the parser takes it for.
    if not scene.is_past(verb) or scene.doc.role_at(verb) == "headline" or window.is_ahead(scene.published):
        return False
    said = scene.content.get(cue.word)
    return said is None or not is_told_in_past(scene, said)


def _is_done(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a threat or refusal was a deed: "was rude, refusing to leave", not "she refuses to leave"."""
    if cue.kind == "ultimatum" and is_looming(scene, cue) and scene.is_past(cue.word):
        return True  # "the flood threatened to reach the mill"
    refuses = cue.frame == "to" and scene.lemma(cue.word) in ("refuse", "decline")
    open_ = scene.syntax.is_perfect(cue.word) or window.is_ahead(scene.published)
    return refuses and not open_ and is_told_then(scene, cue.word)


def _is_unsaid(scene: Scene, cue: Cue) -> bool:
    """Say whether only the saying is denied, which denies no plan: "did not announce a date", "never threatened to"."""
    said = cue.act and cue.frame is not None and scene.upos(cue.word) == "VERB" and cue.reading is None
    return said and not cue.rule.startswith("prospects/rule") and scene.syntax.is_negated(cue.word)


def is_told_long_ago(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it was said or planned a year ago or more, and not for a day to come: "in a 2014 interview"."""
    if scene.published is None or window.is_ahead(scene.published):
        return False
    times = scene.times.get(scene.doc.sentence_of[cue.content], ())
    return any(_is_old(scene, timex.latest) and _dates_saying(scene, cue, timex) for timex in times) or _is_narrated(
        scene, cue
    )


def _is_old(scene: Scene, day: date | None) -> bool:
    return scene.published is not None and day is not None and (scene.published - day).days >= _YEAR


def _dates_saying(scene: Scene, cue: Cue, timex: Timex) -> bool:
    """Say whether a time dates the verb that tells of a plan, or one around it: "in 2014 they fought cuts planned"."""
    head = scene.doc.head_in(timex.span)
    if head is None or head in scene.doc.subtree(cue.content):
        return False
    above = [one for one in scene.ancestors(head) if scene.upos(one) in VERBAL]
    if cue.frame is not None and cue.word in scene.ancestors(head):
        return True
    told = bool(above) and scene.is_past(above[0]) and not scene.syntax.is_perfect(above[0])
    return told and above[0] in scene.ancestors(cue.content)


def _is_narrated(scene: Scene, cue: Cue) -> bool:
    """Say whether a past clause goes on from a day of long ago: "By 1820 most had left. The rest agreed to pay"."""
    told = next((one for one in (cue.word, *scene.ancestors(cue.word)) if scene.upos(one) in VERBAL), None)
    said = scene.content.get(cue.content)
    if told is None or not scene.is_past(told) or (said is not None and scene.cue.get(cue.word) is not said):
        return False
    inside = scene.doc.subtree(cue.content)
    number = scene.doc.sentence_of[cue.content]
    block = scene.doc.sentences[number].block
    while number >= 0 and scene.doc.sentences[number].block == block:
        times = (timex for timex in scene.times.get(number, ()) if scene.doc.head_in(timex.span) not in inside)
        dated = [timex for timex in times if timex.latest is not None]
        if dated:
            return all(_is_old(scene, timex.latest) for timex in dated)
        number -= 1
    return False


def is_told_in_past(scene: Scene, said: Statement) -> bool:
    """Say whether a statement is reported in the past and not in its own words, so that its tenses are moved back."""
    if said.form == "direct":
        return False
    cues = [index for span in said.cue for index in scene.doc.tokens_in(span)]
    if not any(scene.upos(index) in ("VERB", "AUX") for index in cues):
        return True  # "according to aides" has no tense
    return any(is_told_then(scene, index) for index in cues)


def is_told_then(scene: Scene, verb: int) -> bool:
    """Say whether a verb is in the past or perfect, or a participle of a clause that is: "left, vowing that"."""
    if scene.is_past(verb) or scene.syntax.is_perfect(verb):
        return True
    if "VerbForm=Fin" in scene.tokens[verb].morph or scene.child(verb, "aux") is not None:
        return False
    return any(scene.upos(above) == "VERB" and scene.is_past(above) for above in scene.ancestors(verb))
