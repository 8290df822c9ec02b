"""Sets apart plans and words that lie in the past from those that a past report keeps open."""

from newsledger.model import Annotated, Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, is_past
from newsledger.outlook.party import is_first_person, is_looming, statement_of
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_YEAR = 365


def is_history(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a plan is only told of the past: "planned to", where no report or date keeps it open."""
    if _is_long_past(doc, scene, cue):
        return True
    if cue.act or doc.tokens[cue.word].upos not in ("VERB", "AUX", "ADJ"):
        return False
    verb = cue.word if doc.tokens[cue.word].upos != "ADJ" else doc.tokens[cue.word].head
    if _is_perfect_tense(doc, verb) and (cue.kind == "denied_plan" or cue.strength == "conditional"):
        return True
    if cue.frame == "be_to" and any(doc.tokens[below].text.lower() in ("to", "had") for below in doc.children[verb]):
        return True
    if is_first_person(doc, cue.party) and is_past(doc, verb) and cue.reading is None:
        return True  # in his own words: "I was not meaning to"
    # A headline's "Prices expected to fall" is no past, whatever the parser takes it for.
    if not is_past(doc, verb) or doc.role_at(verb) == "headline" or window.is_ahead(doc.article.date_published.day):
        return False
    if window.is_past(doc.article.date_published.day):
        return True
    said = scene.content.get(cue.word)
    # "Hale seemed certain to leave": the seeming itself reports nothing.
    return said is None or scene.cue.get(verb) is said or not is_told_in_past(doc, said)


def is_told_long_ago(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it was said or planned a year ago or more, and not for a day to come: "in a 2014 interview"."""
    published = doc.article.date_published.day
    if published is None or window.is_ahead(published):
        return False
    said = statement_of(scene, cue)
    for timex in scene.times.get(doc.sentence_of[cue.content], ()):
        if timex.latest is None or (published - timex.latest).days < _YEAR:
            continue
        head = doc.head_in(timex.span)
        if head is None or head in doc.subtree(cue.content):
            continue
        inside = said is not None and any(span.holds(timex.span) for span in said.content)
        own = cue.frame is not None and cue.word in ancestors(doc, head)
        if own or (said is not None and not inside and _is_told_on_a_day(doc, said)):
            return True
    return False


def is_told_in_past(doc: Annotated, said: Statement) -> bool:
    """Say whether a statement is reported in the past and not in its own words, so that its tenses are moved back."""
    if said.form == "direct":
        return False
    cues = [index for span in said.cue for index in doc.tokens_in(span)]
    if not any(doc.tokens[index].upos in ("VERB", "AUX") for index in cues):
        return True  # "according to aides" has no tense
    return any(is_told_then(doc, index) for index in cues)


def is_told_then(doc: Annotated, verb: int) -> bool:
    """Say whether a verb is in the past, or a participle or noun of a clause that is: "left, vowing that"."""
    if is_past(doc, verb):
        return True
    if _is_perfect_tense(doc, verb):
        return True  # "has said that it would"
    if "VerbForm=Fin" in doc.tokens[verb].morph or child(doc, verb, "aux") is not None:
        return False
    return any(doc.tokens[above].upos == "VERB" and is_past(doc, above) for above in ancestors(doc, verb))


def _is_told_on_a_day(doc: Annotated, said: Statement) -> bool:
    """Say whether a report has a day in the past: "said in 2014", not "has said"."""
    cues = [index for span in said.cue for index in doc.tokens_in(span)]
    has = any(_is_perfect_tense(doc, index) and not is_past(doc, index) for index in cues)
    return is_told_in_past(doc, said) and not has


def _is_long_past(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a word that binds lies behind what the report tells, or never fell: "could have chosen to"."""
    if cue.reading in ("possible", "reported") and _is_perfect_tense(doc, cue.word):
        return True
    if cue.kind == "denied_plan" and doc.tokens[cue.word].deprel == "pcomp":
        return True  # "blamed him for refusing to"
    if cue.act and cue.kind == "announced_plan" and cue.frame == "to":
        return False
    if cue.kind != "ultimatum":
        return False
    return is_looming(doc, scene, cue) and is_past(doc, cue.word)


def _is_perfect_tense(doc: Annotated, verb: int) -> bool:
    return any(
        doc.tokens[below].deprel == "aux" and doc.tokens[below].lemma in ("have", "’ve", "'ve")
        for below in doc.children[verb]
    )
