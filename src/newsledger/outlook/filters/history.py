"""Sets apart plans and words that lie in the past from those that a past report keeps open."""

from newsledger.model import Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_looming, statement_of
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_YEAR = 365


def is_history(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a plan is only told of the past: "planned to", where no report or date keeps it open."""
    if _is_done(scene, cue, window):
        return True
    if cue.act or scene.upos(cue.word) not in ("VERB", "AUX", "ADJ"):
        return False
    verb = cue.word if scene.upos(cue.word) != "ADJ" else scene.head(cue.word)
    if scene.syntax.is_perfect(verb) and (cue.kind == "denied_plan" or cue.strength == "conditional"):
        return True
    if cue.frame == "be_to" and any(scene.word(below) in ("to", "had") for below in scene.children[verb]):
        return True
    # A headline's "Prices expected to fall" is no past, whatever the parser takes it for.
    if not scene.is_past(verb) or scene.doc.role_at(verb) == "headline" or window.is_ahead(scene.published):
        return False
    if window.is_past(scene.published):
        return True
    said = scene.content.get(cue.word)
    # "Hale seemed certain to leave": the seeming itself reports nothing.
    return said is None or scene.cue.get(verb) is said or not is_told_in_past(scene, said)


def _is_done(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a threat or refusal was a deed: "was rude, refusing to leave", not "she refuses to leave"."""
    if cue.kind == "ultimatum" and is_looming(scene, cue) and scene.is_past(cue.word):
        return True  # "the flood threatened to reach the mill"
    refuses = cue.frame == "to" and scene.lemma(cue.word) in ("refuse", "decline")
    open_ = scene.syntax.is_perfect(cue.word) or window.is_ahead(scene.published)
    return refuses and not open_ and is_told_then(scene, cue.word)


def is_told_long_ago(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it was said or planned a year ago or more, and not for a day to come: "in a 2014 interview"."""
    if scene.published is None or window.is_ahead(scene.published):
        return False
    said = statement_of(scene, cue)
    for timex in scene.times.get(scene.doc.sentence_of[cue.content], ()):
        head = scene.doc.head_in(timex.span)
        recent = timex.latest is None or (scene.published - timex.latest).days < _YEAR
        if recent or head is None or head in scene.doc.subtree(cue.content):
            continue
        if cue.frame is not None and cue.word in scene.ancestors(head):
            return True
        inside = said is None or any(span.holds(timex.span) for span in said.content)
        if said is not None and not inside and is_told_in_past(scene, said) and not _is_perfect(scene, said):
            return True
    return False


def _is_perfect(scene: Scene, said: Statement) -> bool:
    """Say whether a report has no day of its own: "has said", not "said in 2014"."""
    return any(scene.syntax.is_perfect(one) for span in said.cue for one in scene.doc.tokens_in(span))


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
