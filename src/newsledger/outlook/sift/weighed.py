"""Sets apart what is only needed, judged or under way from what somebody is said to be going to do."""

from collections.abc import Iterator

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import child, has_to, is_copula, is_passive, own_subject
from newsledger.outlook.party import is_agent, is_first_person
from newsledger.outlook.scene import Scene
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


def is_weighed(doc: Annotated, scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether a cue only weighs, needs or describes what nobody is said to be going to do."""
    return (
        _is_need(doc, scene, cue)
        or _is_judged(doc, cue)
        or _is_advice(doc, cue)
        or _is_trait(doc, scene, cue)
        or _is_generic(doc, cue)
        or _is_thought_of(doc, cue)
        or _is_purpose(doc, cue)
        or _is_under_way(doc, cue, window)
        or _is_empty(doc, scene, cue)
        or _is_misread(doc, cue)
        or is_unasserted(doc, scene, cue)
        or _is_habit(doc, cue, window)
        or _is_opinion(doc, scene, cue)
    )


def _is_need(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether it is what a thing takes or means: "it is going to require effort", "what it means to lead"."""
    if cue.party is None:
        return False
    needing = doc.tokens[cue.content].lemma in _NEEDING or doc.tokens[cue.word].lemma == "mean"
    if not needing and not _takes_effort(doc, cue.content):
        return False
    if cue.reading == "possible" and not is_agent(doc, scene, cue.party):
        return True  # "such answers may require a warning"
    return doc.tokens[cue.party].lemma.lower() in _POINTING


def _takes_effort(doc: Annotated, verb: int) -> bool:
    """Say whether "take" asks for a thing and not for a time: "it will take more than money"."""
    thing = child(doc, verb, "dobj")
    return doc.tokens[verb].lemma == "take" and thing is not None and doc.tokens[thing].lemma not in _TIMES


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
    """Say whether it is "had better" or "he'd left", which only look like a "would"."""
    if cue.frame is None and _is_had(doc, cue):
        return True
    after = doc.tokens[min(cue.word + 1, len(doc.tokens) - 1)]
    return cue.frame is None and after.text.lower() in ("better", "rather") and after.deprel == "advmod"


def _is_had(doc: Annotated, cue: Cue) -> bool:
    """Say whether a short "'d" before a participle is "had": "she'd been offered", "he'd seen"."""
    if doc.tokens[cue.word].text.lower() not in ("'d", "’d"):
        return False
    helper = child(doc, cue.content, "auxpass")
    if helper is not None:
        return doc.tokens[helper].text.lower() == "been"
    token = doc.tokens[cue.content]
    return "Tense=Past" in token.morph and not token.text.endswith("ing")


def _is_trait(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a word describes people, and no one's plan: "anyone willing to serve", "less likely to"."""
    if cue.kind == "hope" and doc.tokens[cue.word].deprel == "relcl":
        return _is_anybodys(doc, doc.tokens[cue.word].head)
    if cue.frame != "be_to" or cue.strength != "conditional" or cue.kind not in _ASCRIBED:
        return False
    degrees = _DEGREES if cue.kind == "announced_plan" else _COMPARED
    if any(doc.tokens[below].lemma in degrees or doc.tokens[below].text in degrees for below in doc.children[cue.word]):
        return True
    described = doc.tokens[cue.word].deprel in ("amod", "acl", "relcl")
    if cue.party is None:
        return described
    article = child(doc, cue.party, "det")
    someone = article is not None and doc.tokens[article].lemma in _ARTICLES
    return (described or doc.tokens[doc.tokens[cue.word].head].deprel == "relcl") and (
        someone or not is_agent(doc, scene, cue.party)
    )


def _is_anybodys(doc: Annotated, noun: int) -> bool:
    """Say whether a noun stands for whoever is like that: "a man who wants", "candidates who want"."""
    article = child(doc, noun, "det", "poss", "nummod")
    if article is not None:
        return doc.tokens[article].lemma in _ARTICLES
    return doc.tokens[noun].upos == "NOUN" and child(doc, noun, "compound", "appos") is None


def _is_generic(doc: Annotated, cue: Cue) -> bool:
    """Say whether it holds of whatever comes: "the best job that we will *ever* have", "*a* register would help"."""
    if cue.reading in ("reported", "possible") and cue.frame is None and _is_course(doc, cue):
        return True
    described = cue.frame is None and doc.tokens[cue.content].deprel == "relcl"
    if described and any(
        doc.tokens[below].lemma == "ever" and below < cue.content
        for below in (*doc.children[cue.content], *doc.children[cue.word])
    ):
        return True
    if cue.reading == "possible" and doc.tokens[cue.content].deprel == "relcl":
        return doc.tokens[doc.tokens[cue.content].head].lemma in _WAYS  # "one way she could gain"
    if cue.reading != "reported" or cue.frame is not None or cue.party is None or cue.attitude is not None:
        return False
    if hangs_on_outcome(doc, cue):
        return False
    article = child(doc, cue.party, "det")
    return (
        article is not None
        and doc.tokens[article].lemma in _ARTICLES
        and doc.tokens[cue.party].upos == "NOUN"
        and _acts_on(doc, cue)
    )


def _is_course(doc: Annotated, cue: Cue) -> bool:
    """Say whether the subject is a course that is weighed, or the clause a standard: "attacking him would serve"."""
    if child(doc, cue.content, "csubj") is not None or doc.tokens[cue.content].lemma in _PREFERRING:
        return True
    marks = [doc.tokens[below] for below in doc.children[cue.content] if doc.tokens[below].deprel in ("mark", "prep")]
    return any(mark.text.lower() == "than" for mark in marks)


def _acts_on(doc: Annotated, cue: Cue) -> bool:
    thing = child(doc, cue.content, "dobj")
    dated = thing is not None and doc.tokens[thing].lemma in ("effect", "place")  # "a pact that would take effect"
    return child(doc, cue.content, "auxpass") is None and thing is not None and not dated


def _is_thought_of(doc: Annotated, cue: Cue) -> bool:
    """Say whether a danger or chance is only what something else is about: "because of fears that it could"."""
    if cue.attitude is None or cue.kind != "forecast" or cue.frame is not None:
        return False
    thought = doc.tokens[cue.attitude]
    if thought.deprel == "pcomp":
        return own_subject(doc, cue.attitude) is None  # "with the aide predicting that" says it
    expected = thought.lemma in ("expectation", "forecast", "prediction") and cue.reading == "future"
    return thought.upos == "NOUN" and thought.deprel == "pobj" and not expected


def _is_purpose(doc: Annotated, cue: Cue) -> bool:
    """Say whether a participle gives only what something is for: "a march aimed at ousting", "is aimed at"."""
    word = doc.tokens[cue.word]
    meant = is_passive(doc, cue.word) or (word.text in ("aimed", "intended") and word.deprel in _DESCRIBING)
    if word.lemma in ("aim", "intend") and meant:
        return True
    return (
        cue.kind == "hope" and doc.tokens[cue.word].deprel in ("acl", "pcomp") and doc.tokens[cue.word].upos == "VERB"
    )


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
    if doc.tokens[cue.content].lemma == "see" and is_first_person(doc, cue.party):
        told = child(doc, cue.content, "ccomp")
        if told is not None and doc.tokens[doc.subtree(told)[0]].lemma in _OPEN_WORDS:
            return True  # "we will see what they do"
        return thing is None and child(doc, cue.content, "ccomp", "xcomp", "dative") is None  # "we will see"
    if thing is not None and doc.tokens[thing].lemma in _EMPTY and not doc.children[thing][1:]:
        return True
    if doc.tokens[cue.content].lemma == "be" and not any(below > cue.content for below in _told_of(doc, cue.content)):
        return child(doc, cue.content, "expl") is None  # "they said it would, and it will be"
    if doc.tokens[cue.content].lemma != "be" or not cue.negated:
        return False
    after = [index for index in doc.subtree(cue.content) if index > cue.content and doc.tokens[index].upos != "PUNCT"]
    times = [timex.span for timex in scene.times.get(doc.sentence_of[cue.content], ())]
    return bool(after) and all(any(span.holds(doc.tokens[index].span) for span in times) for index in after)


def _told_of(doc: Annotated, copula: int) -> Iterator[int]:
    """Give what "be" says of its subject; a clause of time or reason says nothing of it."""
    return (one for one in doc.children[copula] if doc.tokens[one].deprel not in ("advcl", "punct", "cc", "conj"))


def _is_misread(doc: Annotated, cue: Cue) -> bool:
    """Say whether a modal is a name or a noun: "*Will* Hale", "as *Will* wrote", "a good *will* gift"."""
    if cue.rule not in _MODALS:
        return False
    first = doc.sentence_at(cue.word).start
    if doc.text[doc.tokens[cue.word].span.end : doc.tokens[cue.word].span.end + 1] == "-":
        return True  # "his would-be heir"
    opens = cue.word == first or (cue.word == first + 1 and doc.tokens[first].upos == "PUNCT")
    before = doc.tokens[max(cue.word - 1, 0)]
    named = doc.tokens[cue.word].text.istitle() and doc.tokens[cue.content].text.islower()
    noun = doc.tokens[cue.content].upos == "NOUN" and before.upos in ("DET", "ADJ")  # "a good will gift"
    return opens or named or noun or (before.upos in ("DET", "ADJ") and before.head in (cue.content, cue.word))


def _is_habit(doc: Annotated, cue: Cue, window: Window) -> bool:
    """Say whether it holds of everybody at all times: "will always listen", "if you raise taxes, people will leave"."""
    if cue.frame is not None or window.basis == "stated":
        return False
    below = doc.children[cue.verb]
    sentence = doc.sentence_at(cue.content)
    if not is_first_person(doc, cue.party) and any(
        _is_of_anyone(doc, one) for one in range(sentence.start, sentence.end)
    ):
        return True
    return any(doc.tokens[one].deprel == "advmod" and doc.tokens[one].text.lower() in _HABITS for one in below)


def _is_of_anyone(doc: Annotated, clause: int) -> bool:
    """Say whether a condition is put to anybody: "if you", "when one"."""
    if doc.tokens[clause].deprel != "advcl" or child(doc, clause, "mark", "advmod") is None:
        return False
    party = child(doc, clause, "nsubj")
    return party is not None and doc.tokens[party].text.lower() in ("you", "one", "someone", "anyone")


def _is_opinion(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether a "should" tells what ought to be; only of a course it is a forecast: "prices should ease"."""
    if cue.frame is not None or doc.tokens[cue.word].text.lower() != "should":
        return False
    if cue.party is None or cue.word < cue.party or cue.negated or child(doc, cue.content, "auxpass") is not None:
        return True
    return is_agent(doc, scene, cue.party) or doc.tokens[cue.content].lemma not in _COURSES
