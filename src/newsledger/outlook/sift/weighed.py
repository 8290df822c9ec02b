"""Sets apart what is only needed, judged or under way from what somebody is said to be going to do."""

from collections.abc import Iterator

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, is_first_person
from newsledger.outlook.scene import SUBJECTS, Scene
from newsledger.outlook.sift.asserted import is_unasserted
from newsledger.outlook.sift.implied import hangs_on_outcome
from newsledger.outlook.window import Window

_COURSES = frozenset(
    {
        "ease",
        "rise",
        "fall",
        "improve",
        "recover",
        "grow",
        "drop",
        "decline",
        "shrink",
        "slow",
        "climb",
        "rebound",
        "last",
    }
    | {"help", "boost", "continue", "return", "arrive", "reach", "stabilize", "stabilise", "abate", "subside", "pass"}
    | {"keep", "bring", "reduce", "raise", "lower", "speed", "create", "generate", "save", "cost", "produce", "yield"}
)
_NEEDING = frozenset({"require", "need", "necessitate", "depend"})
_POINTING = frozenset({"it", "this", "that"})
_DEGREES = frozenset({"less", "more", "least", "most", "too", "so", "as", "enough", "better"})
_COMPARED = frozenset({"less", "more", "least", "as"})
_ASCRIBED = frozenset({"announced_plan", "forecast"})
_TIMES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "time"}
    | {"effect", "place", "part", "office", "power", "control", "action"}
)
_WAYS = frozenset(
    {
        "way",
        "area",
        "place",
        "thing",
        "reason",
        "kind",
        "sort",
        "method",
        "path",
        "point",
        "argument",
        "case",
        "question",
        "charge",
    }
)
_OPEN_WORDS = frozenset({"what", "how", "if", "whether", "who", "where", "when"})
_ARTICLES = frozenset({"a", "an", "any"})
_THOUGHTS = frozenset({None, "forecast"})
_EMPTY = frozenset({"none", "third", "half", "quarter", "lot"})
_MODALS = frozenset({"modals/will", "modals/would", "modals/may", "modals/might", "modals/could", "modals/should"})
_PREFERRING = frozenset({"like", "love", "prefer", "hate"})
_DESCRIBING = frozenset({"xcomp", "acl", "oprd", "acomp", "amod", "advcl"})
_HABITS = frozenset(
    {"always", "usually", "often", "typically", "sometimes", "invariably", "generally", "occasionally"}
    | {"normally", "ordinarily", "regularly", "routinely"}
)


def is_weighed(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a cue only weighs, needs or describes what nobody is said to be going to do."""
    return (
        _is_need(scene, cue)
        or _is_judged(scene, cue)
        or _is_advice(scene, cue)
        or _is_trait(scene, cue)
        or _is_generic(scene, cue)
        or _is_thought_of(scene, cue)
        or _is_purpose(scene, cue)
        or _is_under_way(scene, cue, window)
        or _is_empty(scene, cue)
        or _is_misread(scene, cue)
        or is_unasserted(scene, cue)
        or _is_habit(scene, cue, window)
        or _is_opinion(scene, cue)
    )


def _is_need(scene: Scene, cue: Cue) -> bool:
    """Say whether it is what a thing takes or means: "it is going to require effort", "what it means to lead"."""
    if cue.party is None:
        return False
    needing = scene.lemma(cue.content) in _NEEDING or scene.lemma(cue.word) == "mean"
    if not needing and not _takes_effort(scene, cue.content):
        return False
    if cue.reading == "possible" and not is_agent(scene, cue.party):
        return True  # "such answers may require a warning"
    return scene.lemma(cue.party).lower() in _POINTING


def _takes_effort(scene: Scene, verb: int) -> bool:
    """Say whether "take" asks for a thing and not for a time: "it will take more than money"."""
    thing = scene.child(verb, "dobj")
    return scene.lemma(verb) == "take" and thing is not None and scene.lemma(thing) not in _TIMES


def _is_judged(scene: Scene, cue: Cue) -> bool:
    """Say whether it is a judgement, or thought under one: "it would be naive to believe that it could"."""
    content = scene.tokens[cue.content]
    pointing = cue.party is not None and scene.lemma(cue.party).lower() == "it"
    if content.lemma == "be" and pointing and _judges(scene, cue.content):
        return True
    thought = cue.attitude
    if thought is None or cue.kind not in _THOUGHTS or scene.label(thought) != "xcomp":
        return False
    return scene.syntax.is_infinitive(thought) and _judges(scene, scene.head(thought))


def _judges(scene: Scene, copula: int) -> bool:
    """Say whether "be" has a word of judgement and an act that it is passed on: "be naive to believe"."""
    if scene.child(copula, "acomp", "attr") is None:
        return False
    return any(
        scene.label(below) in ("xcomp", "ccomp", "advcl", "csubj") and scene.syntax.is_infinitive(below)
        for below in scene.children[copula]
    )


def _is_advice(scene: Scene, cue: Cue) -> bool:
    """Say whether it is "had better" or "he'd left", which only look like a "would"."""
    if cue.frame is None and _is_had(scene, cue):
        return True
    after = scene.tokens[min(cue.word + 1, len(scene.tokens) - 1)]
    return cue.frame is None and after.text.lower() in ("better", "rather") and after.deprel == "advmod"


def _is_had(scene: Scene, cue: Cue) -> bool:
    """Say whether a short "'d" before a participle is "had": "she'd been offered", "he'd seen"."""
    if scene.word(cue.word) not in ("'d", "’d"):
        return False
    helper = scene.child(cue.content, "auxpass")
    if helper is not None:
        return scene.word(helper) == "been"
    token = scene.tokens[cue.content]
    return "Tense=Past" in token.morph and not token.text.endswith("ing")


def _is_trait(scene: Scene, cue: Cue) -> bool:
    """Say whether a word describes people, and no one's plan: "anyone willing to serve", "less likely to"."""
    if cue.kind == "hope" and scene.label(cue.word) == "relcl":
        return _is_anybodys(scene, scene.head(cue.word))
    if cue.frame != "be_to" or cue.strength != "conditional" or cue.kind not in _ASCRIBED:
        return False
    degrees = _DEGREES if cue.kind == "announced_plan" else _COMPARED
    if any(scene.lemma(below) in degrees or scene.tokens[below].text in degrees for below in scene.children[cue.word]):
        return True
    described = scene.label(cue.word) in ("acl", "relcl") or scene.label(scene.head(cue.word)) == "relcl"
    if scene.label(cue.word) == "amod":
        return True  # "the only candidate ready to serve"
    if cue.party is None:
        return described
    article = scene.child(cue.party, "det")
    someone = article is not None and scene.lemma(article) in _ARTICLES
    return described and (someone or not is_agent(scene, cue.party))


def _is_anybodys(scene: Scene, noun: int) -> bool:
    """Say whether a noun stands for whoever is like that: "a man who wants", "candidates who want"."""
    article = scene.child(noun, "det", "poss", "nummod")
    if article is not None:
        return scene.lemma(article) in _ARTICLES
    return scene.upos(noun) == "NOUN" and scene.child(noun, "compound", "appos") is None


def _is_generic(scene: Scene, cue: Cue) -> bool:
    """Say whether it holds of whatever comes: "the best job that we will *ever* have", "*a* register would help"."""
    if cue.reading in ("reported", "possible") and cue.frame is None and _is_course(scene, cue):
        return True
    described = cue.frame is None and scene.label(cue.content) == "relcl"
    if described and any(
        scene.lemma(below) == "ever" and below < cue.content
        for below in (*scene.children[cue.content], *scene.children[cue.word])
    ):
        return True
    if cue.reading == "possible" and scene.label(cue.content) == "relcl":
        return scene.lemma(scene.head(cue.content)) in _WAYS  # "one way she could gain"
    if cue.reading != "reported" or cue.frame is not None or cue.party is None or cue.attitude is not None:
        return False
    if hangs_on_outcome(scene, cue):
        return False
    article = scene.child(cue.party, "det")
    return (
        article is not None
        and scene.lemma(article) in _ARTICLES
        and scene.upos(cue.party) == "NOUN"
        and _acts_on(scene, cue)
    )


def _is_course(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is a course that is weighed, or the clause a standard: "attacking him would serve"."""
    if scene.child(cue.content, "csubj") is not None or scene.lemma(cue.content) in _PREFERRING:
        return True
    marks = [scene.tokens[below] for below in scene.children[cue.content] if scene.label(below) in ("mark", "prep")]
    return any(mark.text.lower() == "than" for mark in marks)


def _acts_on(scene: Scene, cue: Cue) -> bool:
    thing = scene.child(cue.content, "dobj")
    dated = thing is not None and scene.lemma(thing) in ("effect", "place")  # "a pact that would take effect"
    return scene.child(cue.content, "auxpass") is None and thing is not None and not dated


def _is_thought_of(scene: Scene, cue: Cue) -> bool:
    """Say whether a danger or chance is only what something else is about: "because of fears that it could"."""
    if cue.attitude is None or cue.kind != "forecast" or cue.frame is not None:
        return False
    thought = scene.tokens[cue.attitude]
    if thought.deprel == "pcomp":
        return scene.child(cue.attitude, *SUBJECTS) is None  # "with the aide predicting that" says it
    expected = thought.lemma in ("expectation", "forecast", "prediction") and cue.reading == "future"
    return thought.upos == "NOUN" and thought.deprel == "pobj" and not expected


def _is_purpose(scene: Scene, cue: Cue) -> bool:
    """Say whether a participle gives only what something is for: "a march aimed at ousting", "is aimed at"."""
    word = scene.tokens[cue.word]
    meant = scene.is_passive(cue.word) or (word.text in ("aimed", "intended") and word.deprel in _DESCRIBING)
    if word.lemma in ("aim", "intend") and meant:
        return True
    return cue.kind == "hope" and scene.label(cue.word) in ("acl", "pcomp") and scene.upos(cue.word) == "VERB"


def _is_under_way(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it may be so already: "may be gaining", "hopes they are watching"."""
    if window.basis != "none" or not (cue.reading == "possible" or cue.frame == "that"):
        return False
    helped = any(scene.label(below) == "aux" and scene.lemma(below) == "be" for below in scene.children[cue.content])
    return helped and scene.tokens[cue.content].text.endswith("ing")


def _is_empty(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause names no act of its own: "there will be none", "it will not be next week"."""
    thing = scene.child(cue.content, "attr", "dobj")
    if scene.lemma(cue.content) == "see" and is_first_person(scene, cue.party):
        told = scene.child(cue.content, "ccomp")
        if told is not None and scene.lemma(scene.doc.subtree(told)[0]) in _OPEN_WORDS:
            return True  # "we will see what they do"
        return thing is None and scene.child(cue.content, "ccomp", "xcomp", "dative") is None  # "we will see"
    if thing is not None and scene.lemma(thing) in _EMPTY and not scene.children[thing][1:]:
        return True
    if scene.lemma(cue.content) == "be" and not any(below > cue.content for below in _told_of(scene, cue.content)):
        return scene.child(cue.content, "expl") is None  # "they said it would, and it will be"
    if scene.lemma(cue.content) != "be" or not cue.negated:
        return False
    after = [index for index in scene.doc.subtree(cue.content) if index > cue.content and scene.upos(index) != "PUNCT"]
    times = [timex.span for timex in scene.times.get(scene.doc.sentence_of[cue.content], ())]
    return bool(after) and all(any(span.holds(scene.tokens[index].span) for span in times) for index in after)


def _told_of(scene: Scene, copula: int) -> Iterator[int]:
    """Give what "be" says of its subject; a clause of time or reason says nothing of it."""
    return (one for one in scene.children[copula] if scene.label(one) not in ("advcl", "punct", "cc", "conj"))


def _is_misread(scene: Scene, cue: Cue) -> bool:
    """Say whether a modal is a name or a noun: "*Will* Hale", "as *Will* wrote", "a good *will* gift"."""
    if cue.rule not in _MODALS:
        return False
    first = scene.doc.sentence_at(cue.word).start
    if scene.doc.text[scene.tokens[cue.word].span.end : scene.tokens[cue.word].span.end + 1] == "-":
        return True  # "his would-be heir"
    opens = cue.word == first or (cue.word == first + 1 and scene.upos(first) == "PUNCT")
    before = scene.tokens[max(cue.word - 1, 0)]
    named = scene.tokens[cue.word].text.istitle() and scene.tokens[cue.content].text.islower()
    noun = scene.upos(cue.content) == "NOUN" and before.upos in ("DET", "ADJ")  # "a good will gift"
    return opens or named or noun or (before.upos in ("DET", "ADJ") and before.head in (cue.content, cue.word))


def _is_habit(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether it holds of everybody at all times: "will always listen", "if you raise taxes, people will leave"."""
    if cue.frame is not None or window.basis == "stated":
        return False
    below = scene.children[cue.verb]
    sentence = scene.doc.sentence_at(cue.content)
    if not is_first_person(scene, cue.party) and any(
        _is_of_anyone(scene, one) for one in range(sentence.start, sentence.end)
    ):
        return True
    return any(scene.label(one) == "advmod" and scene.word(one) in _HABITS for one in below)


def _is_of_anyone(scene: Scene, clause: int) -> bool:
    """Say whether a condition is put to anybody: "if you", "when one"."""
    if scene.label(clause) != "advcl" or scene.child(clause, "mark", "advmod") is None:
        return False
    party = scene.child(clause, "nsubj")
    return party is not None and scene.word(party) in ("you", "one", "someone", "anyone")


def _is_opinion(scene: Scene, cue: Cue) -> bool:
    """Say whether a "should" tells what ought to be; only of a course it is a forecast: "prices should ease"."""
    if cue.frame is not None or scene.word(cue.word) != "should":
        return False
    if cue.party is None or cue.word < cue.party or cue.negated or scene.child(cue.content, "auxpass") is not None:
        return True
    return is_agent(scene, cue.party) or scene.lemma(cue.content) not in _COURSES
