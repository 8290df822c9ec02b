"""Who the parties of an event are: the slots of its frame, filled from the syntax around its trigger."""

from dataclasses import dataclass

from newsledger.events.frames.parties import (
    Who,
    modifiers,
)
from newsledger.events.frames.syntax import (
    CALENDAR,
    SAYING,
    child,
    clause_subject,
    governing_verb,
    obj,
    owner,
    prepositional,
    recipient_object,
    says_that,
    subject,
    surface_subject,
)
from newsledger.events.rules import LightVerb, Rules
from newsledger.model import Annotated

#: Nouns after a preposition that only tell how: "on the condition that", "on behalf of".
_IDIOMS = frozenset(
    {"account", "basis", "behalf", "condition", "eve", "fact", "favor", "favour", "ground", "hope", "response", "time"}
)
#: Prepositions that lead from what goes on to its parties, and verbs that only say that it does.
_BEHIND_SUBJECT = frozenset({"against", "between", "from", "on", "with"})
_LASTING = """begin build come continue drag erupt escalate fail flare go grow intensify mount open rage remain
    resume start"""
_GOING_ON = frozenset(_LASTING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that may name something done, and the verb that lends it arguments, if any.

    Attributes:
        index: Its token.
        pos: ``verb``, ``noun`` or ``adj``.
        support: Of a noun: the verb.
        light: The light verb's entry.
    """

    index: int
    pos: str
    support: int | None = None
    light: LightVerb | None = None


def trigger_at(doc: Annotated, index: int, pos: str, rules: Rules) -> Trigger:
    """Look at a word and, for a noun, at the light verb that it hangs from or that hangs from it."""
    if pos != "noun":
        return Trigger(index=index, pos=pos)
    lent = light_verb(doc, index, rules)
    if lent is not None:
        return Trigger(index=index, pos=pos, support=lent[0], light=lent[1])
    governed = governing_verb(doc, index)
    return Trigger(index=index, pos=pos, support=None if governed is None else governed[0])


def light_verb(doc: Annotated, index: int, rules: Rules) -> tuple[int, LightVerb] | None:
    """Give the light verb that a noun hangs from ("held talks"), or that hangs from it ("talks held")."""
    governed = governing_verb(doc, index)
    if governed is not None:
        verb, words = governed
        between = [
            doc.tokens[i].lemma for i in doc.children[verb] if doc.tokens[i].deprel in ("prt", "dobj") and i != index
        ]
        keys = (" ".join((doc.tokens[verb].lemma, *middle, *words)) for middle in (between, ()))
        light = next((rules.light_verbs[key] for key in keys if key in rules.light_verbs), None)
        if light is not None:
            return verb, light
    below = child(doc, index, ("acl", "relcl") if governed is None else ("acl",))
    if governed is not None and below is not None and "Tense=Past" not in doc.tokens[below].morph:
        return None  # "criticised the plan to raise …" lends the plan nothing
    light = None if below is None else rules.light_verbs.get(doc.tokens[below].lemma)
    return None if below is None or light is None else (below, light)


def slot(doc: Annotated, trigger: Trigger, name: str, who: Who) -> int | None:
    """Give the head of what fills a slot of a trigger, or None."""
    if name.startswith("prep:"):
        return _after(doc, trigger, name[5:])
    if trigger.pos == "noun":
        return _noun_slot(doc, trigger, name, who)
    if trigger.pos == "adj":
        return _described(doc, trigger.index, who) if name == "subj" else None
    fill = {"subj": subject, "dobj": obj, "iobj": recipient_object, "comp": clause_subject}.get(name)
    found = fill(doc, trigger.index) if fill else None
    token = doc.tokens[trigger.index]
    if name == "subj" and token.deprel == "acl" and found == token.head and not who.at(token.head):
        return owner(doc, token.head)  # "issued a report accusing": who issued it
    if name == "oprd":
        return child(doc, trigger.index, ("oprd",))
    if name == "dobj" and found is None and not says_that(doc, trigger.index):
        return clause_subject(doc, trigger.index)  # "found him guilty", "wants them to go"
    return found


def _after(doc: Annotated, trigger: Trigger, word: str) -> int | None:
    found = prepositional(doc, trigger.index, word)
    found = None if found is not None and doc.tokens[found].lemma in _IDIOMS else found
    if found is None and word != "by" and (agent := prepositional(doc, trigger.index, "by", 0)) is not None:
        found = prepositional(doc, agent, word, 0)  # "an incursion by rebels into the port"
    if found is None and trigger.pos == "noun":
        found = _right_after(doc, trigger.index, word)
    if found is None and trigger.pos == "noun" and word in _BEHIND_SUBJECT:
        found = _behind_verb(doc, trigger.index, word)
    if found is None and trigger.light is not None and trigger.support is not None:
        found = prepositional(doc, trigger.support, word)
    if found is None and trigger.pos == "verb" and word == "for":
        found = _for_whom(doc, trigger.index)
    if found is None and trigger.pos == "verb":
        part = prepositional(doc, trigger.index, "as", 0)  # "deployed as peacekeepers along the border"
        found = None if part is None else prepositional(doc, part, word, 0)
    if found is None and trigger.pos == "verb":
        found = _behind_object(doc, trigger.index, word)
    return None if found == trigger.index else found


def _behind_verb(doc: Annotated, noun: int, word: str) -> int | None:
    """Give the noun after a preposition that the parse hangs from the verb ("pressure is building *on Chad*")."""
    verb = doc.tokens[noun].head
    if doc.tokens[noun].deprel != "nsubj" or doc.tokens[verb].lemma not in _GOING_ON:
        return None
    return prepositional(doc, verb, word, 0)


def _right_after(doc: Annotated, index: int, word: str) -> int | None:
    """Give the noun after a preposition that follows another at once, whatever the parse hangs it from."""
    after = index + 1
    if after >= doc.sentence_at(index).end or doc.tokens[after].text.lower() != word:
        return None
    noun = child(doc, after, ("pobj",))
    return noun if noun is not None and doc.tokens[noun].text not in CALENDAR else None


def _for_whom(doc: Annotated, index: int) -> int | None:
    """Give who is to do what a word makes way for ("gave permission *for the nurses to leave*")."""
    for clause in doc.children[index]:
        if any(doc.tokens[i].deprel == "mark" and doc.tokens[i].lemma == "for" for i in doc.children[clause]):
            return child(doc, clause, ("nsubj", "nsubjpass"))
    return None


def _behind_object(doc: Annotated, index: int, word: str) -> int | None:
    """Give the noun after a preposition of what it is done to ("sanctions imposed on Kenya were lifted")."""
    thing = obj(doc, index)
    if thing is None:
        return None
    places = (thing, *(i for i in doc.children[thing] if doc.tokens[i].deprel == "acl"))
    return next((noun for place in places if (noun := prepositional(doc, place, word, 0)) is not None), None)


def _noun_slot(doc: Annotated, trigger: Trigger, name: str, who: Who) -> int | None:
    if name == "poss":
        return child(doc, trigger.index, ("poss",))
    if name == "mod":
        return next((i for i in modifiers(doc, trigger.index) if who.at(i)), None)
    if name == "comp":
        return clause_subject(doc, trigger.index)
    above = doc.tokens[trigger.index]
    if name == "subj" and trigger.support is not None:
        return surface_subject(doc, trigger.support)
    if name == "subj" and above.deprel == "pobj" and doc.tokens[above.head].head != above.head:
        verb = doc.tokens[above.head].head
        return None if doc.tokens[verb].lemma in SAYING else surface_subject(doc, verb)
    return None


def _described(doc: Annotated, index: int, who: Who) -> int | None:
    """Give what an adjective tells of; of a thing, whose it is ("issued a report critical of the mayor")."""
    token = doc.tokens[index]
    if token.deprel == "amod":
        maker = None if who.at(token.head) else owner(doc, token.head)
        return token.head if maker is None else maker
    return surface_subject(doc, token.head) if token.deprel in ("acomp", "conj") else None
