"""Sets apart what only looks like an expectation: questions, the past, and what might have been."""

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, is_past
from newsledger.outlook.party import statement_of
from newsledger.outlook.rules import Rules
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_ASKING = frozenset({"whether", "if"})
_QUESTION_WORDS = frozenset({"what", "who", "whom", "whose", "which", "how", "when", "where", "why"})
_STATES = frozenset(
    {"be", "have", "seem", "know", "think", "believe", "feel", "want", "need", "like", "contain", "mean"}
)
_EVERYONE = frozenset({"you", "one", "anyone", "everyone", "anybody", "someone"})
# Words that bind at the moment they are said; they count in the past tense too ("vowed to").
_ACTS = frozenset({"promise", "ultimatum", "denied_plan"})


def is_expectation(doc: Annotated, scene: Scene, cue: Cue, window: Window, rules: Rules) -> bool:
    """Say whether a later reader could tick or cross what a cue says."""
    if _is_asked(doc, cue) or _is_closed(doc, cue, rules) or window.is_past(doc.article.date_published.day):
        return False
    if cue.dated:
        return window.is_ahead(doc.article.date_published.day)
    if cue.reading is not None and cue.frame is None:
        return _modal_counts(doc, scene, cue, window, rules)
    return not _is_history(doc, scene, cue, window)


def _is_asked(doc: Annotated, cue: Cue) -> bool:
    """Say whether the clause is a question, real or embedded, or the condition of another."""
    last = doc.sentence_at(cue.content).end - 1
    if doc.tokens[last].text == "?" or doc.tokens[max(last - 1, 0)].text == "?":
        return True
    for verb in (cue.content, cue.verb, cue.word):
        for below in doc.children[verb]:
            token = doc.tokens[below]
            word = token.text.lower()
            if token.deprel == "mark" and word in _ASKING:
                return True
            if word in _QUESTION_WORDS and below < verb and doc.tokens[verb].deprel not in ("relcl", "acl"):
                return doc.tokens[verb].deprel != "ROOT"
    return False


def _is_closed(doc: Annotated, cue: Cue, rules: Rules) -> bool:
    """Say whether the plan is told as done or dropped: "kept her promise to", "gave up plans to"."""
    if cue.frame not in ("noun_to", "noun_of"):
        return False
    for above in ancestors(doc, cue.word):
        if doc.tokens[above].upos in ("VERB", "AUX"):
            return doc.tokens[above].lemma in rules.closers
    return False


def _modal_counts(doc: Annotated, scene: Scene, cue: Cue, window: Window, rules: Rules) -> bool:
    if _is_perfect(doc, cue) or _is_everyones(doc, cue):
        return False
    if cue.reading == "reported":
        return _is_backshifted(doc, scene, cue, window, rules)
    if cue.reading == "possible":
        return _is_possible(doc, cue)
    if cue.reading == "duty":
        said = scene.content.get(cue.content)
        return said is not None and said.attitude in ("decide", "order")
    return True


def _is_perfect(doc: Annotated, cue: Cue) -> bool:
    """Say whether it is "would have", "may have": told of the past."""
    return any(
        doc.tokens[below].deprel == "aux" and doc.tokens[below].lemma == "have" for below in doc.children[cue.content]
    ) and cue.reading in ("reported", "possible")


def _is_everyones(doc: Annotated, cue: Cue) -> bool:
    return cue.party is not None and doc.tokens[cue.party].text.lower() in _EVERYONE


def _is_backshifted(doc: Annotated, scene: Scene, cue: Cue, window: Window, rules: Rules) -> bool:
    """Say whether a "would" is what a past report makes of "will"."""
    if cue.party is not None and doc.tokens[cue.party].lemma in rules.lawlike:
        return False
    if cue.attitude is not None:
        return is_past(doc, cue.attitude)
    said = statement_of(scene, cue)
    if said is None or said.form == "direct":
        return window.is_ahead(doc.article.date_published.day)
    cues = [index for span in said.cue for index in doc.tokens_in(span)]
    return any(is_past(doc, index) for index in cues)


def _is_possible(doc: Annotated, cue: Cue) -> bool:
    """Say whether a "may" or "could" looks ahead and is no state, ability or purpose."""
    token = doc.tokens[cue.content]
    if token.lemma in _STATES and child(doc, cue.content, "auxpass") is None:
        return False
    if token.deprel == "advcl":
        return False
    return not (cue.negated and doc.tokens[cue.word].lemma == "could")


def _is_history(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a plan is only told of the past: "planned to", where no report or date keeps it open."""
    if cue.kind in _ACTS or doc.tokens[cue.word].upos not in ("VERB", "AUX", "ADJ"):
        return False
    verb = cue.word if doc.tokens[cue.word].upos != "ADJ" else doc.tokens[cue.word].head
    if not is_past(doc, verb):
        return False
    return statement_of(scene, cue) is None and not window.is_ahead(doc.article.date_published.day)
