"""Where it was: phrases of place in an event's own clause, and in the clauses that tell of one scene with it."""

from collections.abc import Iterator
from itertools import chain

from newsledger.events.coder import Coded
from newsledger.events.frames.arguments import Trigger
from newsledger.events.frames.links import NOUNS, VERBS
from newsledger.events.frames.parties import Who
from newsledger.events.frames.phrases import noun_phrase
from newsledger.events.rules import Rules
from newsledger.model import Span, Syntax

#: Types of acts that are done with the body, where those are who do it and suffer it.
_BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "OTHER", "PROTEST"})
#: Types of acts that say something of another one.
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: Types of what people come together for ("gathered in Oslo *to demand*").
_GATHERED_FOR = frozenset({"CONSULT", "PROTEST", "REQUEST"})
#: Types of acts that are at a place which the name of a town before their noun may tell ("the *Oslo* talks").
_NAMED_BY_TOWN = frozenset({"ASSAULT", "CONSULT", "PROTEST"})
#: Prepositions before a deed in which another one is done ("killed *in* a raid"), and conjunctions of one moment.
_WITHIN = frozenset({"amid", "during", "in"})
_AT_ONCE = frozenset({"as", "when"})
#: Prepositions before what a deed is done to.
_UPON = frozenset({"against", "at", "on"})
#: So many clauses a scene is followed: from one clause there is a way to the next and back, without an end.
_STEPS = 3
#: Kinds of actors who are no places, though something may be said to be done "in" or "at" them.
_NO_PLACES = frozenset({"group", "organisation", "person", "role"})


def place(syntax: Syntax, coded: Coded, who: Who, rules: Rules) -> Span | None:
    """Give the words of place of a trigger's own clause ("in Oslo", "in the northern city of Mosul").

    The parse may hang them from what the deed is done to ("killed 12 people in Mosul"), or from the deed that
    is the subject ("The raid in Mosul killed 12 people"). What is said of another act is not where that was
    ("condemned the raid in Mosul").
    """
    trigger = coded.hit.trigger
    found = (
        noun
        for index in _clause_words(syntax, trigger)
        if not _is_spoken_of(syntax, coded, index)
        for noun in _phrases(syntax, index, rules)
        if _is_named(syntax, noun, who, rules)
    )
    return _span(syntax, next(found, None))


def narrowed(syntax: Syntax, coded: Coded, own: Span | None, who: Who, rules: Rules) -> Span | None:
    """Give the place of an event: its own, unless that is a whole land and its scene tells of a place."""
    if own is not None and not rules.gazetteer.is_land(own.of(syntax.doc.text)):
        return own
    return _scene(syntax, coded, who, rules) or own


def _scene(syntax: Syntax, coded: Coded, who: Who, rules: Rules) -> Span | None:
    """Give the place of an event that its own clause leaves to what it is done to, or to the clauses around it.

    "Shelled Oslo"; "struck a convoy in Oslo, *killing* ten"; "the *attack* took place in Oslo"; "in Oslo, where ten
    were *killed*".

    Args:
        syntax: The article's clauses.
        coded: The event's trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists.
    """
    trigger, kind = coded.hit.trigger, coded.hit.predicate.event_type
    if kind is None:
        return None
    if kind == "ASSAULT" and coded.recipient is not None and _is_town(syntax, coded.recipient.head, rules):
        return coded.recipient.span
    finder = _Scene(syntax, kind, who, rules)
    return _span(syntax, finder.of_noun(trigger.index) if trigger.pos == "noun" else finder.of(trigger.index))


def place_name(syntax: Syntax, noun: int, rules: Rules) -> int | None:
    """Give the name in a phrase of place: its head, or what it is a city of or is called."""
    token = syntax.tokens[noun]
    if token.upos == "PROPN":
        return noun
    inner = syntax.prepositional(noun, "of")
    if token.lemma in rules.classes["ground part"] and inner is not None:
        return place_name(syntax, inner, rules)
    if token.lemma not in rules.classes["settlement"]:
        return None
    beside = (inner if inner is not None else syntax.child(noun, "appos"), syntax.child(noun, "compound", "nmod"))
    return next((one for one in beside if one is not None and syntax.tokens[one].upos == "PROPN"), None)


class _Scene:
    """Looks for the place of a verb or noun over clauses that tell of one scene."""

    def __init__(self, syntax: Syntax, kind: str, who: Who, rules: Rules) -> None:
        self.syntax, self.kind, self.who, self.rules = syntax, kind, who, rules

    def of(self, verb: int, steps: int = _STEPS) -> int | None:
        """Give the noun of a place of a verb: its own, or that of a clause of the same scene."""
        own = self._own(verb)
        own = self._of_deed_above(verb) if own is None else own
        if own is not None or steps == 0:
            return own
        return next((found for other in self._beside(verb) if (found := self.of(other, steps - 1)) is not None), None)

    def _of_deed_above(self, verb: int) -> int | None:
        """Give that of the deed in which a verb's was done: "an attack in Oslo, in which ten were *killed*"."""
        token = self.syntax.tokens[verb]
        noun = token.head
        if token.deprel != "relcl" or self.syntax.tokens[noun].lemma not in self.rules.predicates["noun"]:
            return None
        own = self._first(_phrases(self.syntax, noun, self.rules))
        return self._of_target(noun) if own is None else own

    def of_noun(self, noun: int) -> int | None:
        """Give that of an act that a noun names: of what it is joined to, or of the verb whose clause it is part of."""
        syntax, token = self.syntax, self.syntax.tokens[noun]
        for look in (self._town_before, self._of_participle, self._of_joined, self._of_target):
            if (found := look(noun)) is not None:
                return found
        above = token.head
        if token.deprel in ("nsubj", "nsubjpass"):
            return self.of(above) if self._tells_of_subject(above) or self._is_bodily(above) else None
        if token.deprel == "dobj" and syntax.tokens[above].deprel == "advcl" and self._goes_on(above, alone=True):
            return self.of(syntax.tokens[above].head)  # "triggering a *shootout*"
        if token.deprel != "pobj" or syntax.tokens[above].text.lower() not in _WITHIN:
            return None
        verb = syntax.tokens[above].head
        if syntax.tokens[verb].deprel in ("dobj", "nsubjpass"):  # "killed ten in a *raid*"
            verb = syntax.tokens[verb].head
        return self.of(verb) if self._is_bodily(verb) else None

    def _of_participle(self, noun: int) -> int | None:
        """Give that of what was done with an act: "talks *held* in Oslo"."""
        below = self.syntax.child(noun, "acl")
        if below is None or "Tense=Past" not in self.syntax.tokens[below].morph:
            return None
        return self._first(_phrases(self.syntax, below, self.rules))

    def _of_joined(self, noun: int) -> int | None:
        """Give that of the last of several acts: "clashes and *shelling* in Oslo"."""
        joined = self.syntax.child(noun, "conj")
        if joined is None or self.syntax.tokens[joined].upos != "NOUN":
            return None
        found = self._first(_phrases(self.syntax, joined, self.rules))
        return self._of_joined(joined) if found is None else found

    def _of_target(self, noun: int) -> int | None:
        """Give that of what an act is done to: "an attack on a *base* in Oslo"."""
        targets = self._targets(noun)
        return self._first(one for thing in targets for one in _phrases(self.syntax, thing, self.rules, inside=True))

    def _targets(self, noun: int) -> Iterator[int]:
        for below in self.syntax.children[noun]:
            thing = self.syntax.child(below, "pobj") if self.syntax.tokens[below].text.lower() in _UPON else None
            if thing is not None:
                yield thing

    def _first(self, nouns: Iterator[int]) -> int | None:
        return next((noun for noun in nouns if _is_named(self.syntax, noun, self.who, self.rules)), None)

    def _own(self, verb: int) -> int | None:
        found = (noun for index in self._words_of(verb) for noun in _phrases(self.syntax, index, self.rules))
        above = self._antecedent(verb)
        return self._first(chain(found, () if above is None else (above,)))

    def _words_of(self, verb: int) -> Iterator[int]:
        """Give a verb and the nouns below it from which the parse may hang its place."""
        yield verb
        if self.kind not in _BODILY:
            return
        thing, deed = self.syntax.object(verb), self.syntax.subject(verb)
        if deed is not None and self.syntax.tokens[deed].upos == "NOUN":
            yield from self._targets(deed)  # "an attack on a *base* in Oslo killed ten"
        if thing is not None and self.syntax.tokens[thing].upos in ("NOUN", "NUM"):
            yield thing
        for below in self.syntax.children[verb]:
            noun = self.syntax.child(below, "pobj") if self.syntax.tokens[below].deprel == "prep" else None
            if noun is not None and self.syntax.tokens[noun].upos == "NOUN":
                yield noun

    def _antecedent(self, verb: int) -> int | None:
        """Give the noun that "where" stands for ("a town *where* ten were killed")."""
        token = self.syntax.tokens[verb]
        adverbs = (self.syntax.tokens[i].lemma for i in self.syntax.children[verb])
        noun = token.head
        if token.deprel != "relcl" or "where" not in adverbs:
            return None
        preposition = self.syntax.tokens[noun].head
        if self.syntax.tokens[noun].deprel != "pobj" or self.syntax.tokens[preposition].lemma != "of":
            return noun
        city = self.syntax.tokens[preposition].head  # "south of Oslo, where": the parse may mean what is south of it
        return noun if self.syntax.tokens[city].lemma in self.rules.classes["settlement"] else None

    def _beside(self, verb: int) -> Iterator[int]:
        """Give the verbs whose clauses tell of one scene with that of a verb."""
        syntax, token = self.syntax, self.syntax.tokens[verb]
        above = token.head
        alone = syntax.child(verb, "nsubj", "nsubjpass", "mark", "aux") is None
        if above != verb and syntax.tokens[above].upos in VERBS and self._goes_on(verb, alone=alone):
            yield above
        for below in syntax.children[verb] if self.kind in _BODILY else ():
            at_once = self._is_at_once(below) and self._is_bodily(below)
            if syntax.tokens[below].upos in VERBS and (at_once or self._is_of_same(verb, below)):
                yield below

    def _is_of_same(self, verb: int, below: int) -> bool:
        """Say whether a verb below another tells of the same scene: "killed two and *wounded* four in Oslo"."""
        if not self._is_bodily(verb) or not self._is_bodily(below):
            return False
        token = self.syntax.tokens[below]
        if token.deprel == "conj":
            both = {self.syntax.tokens[verb].lemma, token.lemma} <= self._hurting
            return both or self.syntax.child(below, "nsubj", "nsubjpass") is None
        alone = self.syntax.child(below, "nsubj", "nsubjpass", "mark", "aux") is None
        return token.deprel == "advcl" and alone and token.text.endswith("ing")

    @property
    def _hurting(self) -> frozenset[str]:
        return self.rules.classes["counted:killed"] | self.rules.classes["counted:injured"]

    def _goes_on(self, verb: int, *, alone: bool) -> bool:
        """Say whether a verb goes on from the clause above it, in the same scene."""
        token = self.syntax.tokens[verb]
        if token.deprel == "advcl" and self.syntax.is_infinitive(verb):
            return self.kind in _GATHERED_FOR
        if self.kind not in _BODILY or not self._is_bodily(token.head):
            return False
        return (token.deprel in ("advcl", "conj") and alone) or self._is_at_once(verb)

    def _is_at_once(self, verb: int) -> bool:
        """Say whether a clause is of the moment of the one above it ("killed *when* a bomb exploded")."""
        token = self.syntax.tokens[verb]
        above = self.syntax.tokens[token.head].lemma
        if self.kind == "OTHER" and not {above, token.lemma} & self._hurting:
            return False  # "hired as she prepared for a show in Oslo"
        marks = (i for i in self.syntax.children[verb] if self.syntax.tokens[i].deprel in ("mark", "advmod"))
        return token.deprel == "advcl" and any(self.syntax.tokens[i].text.lower() in _AT_ONCE for i in marks)

    def _tells_of_subject(self, verb: int) -> bool:
        """Say whether a verb says of its subject that it took place, began or went on."""
        operator = self.rules.operators.get((self.syntax.tokens[verb].lemma, "verb", "subj"))
        return operator is not None and operator.standing in ("same", "happened", "ongoing")

    def _is_bodily(self, index: int) -> bool:
        """Say whether a verb has a sense of an act done with the body."""
        entries = self.rules.predicates["verb"].get(self.syntax.tokens[index].lemma, ())
        return any(entry.event_type in _BODILY for entry in entries)

    def _town_before(self, noun: int) -> int | None:
        """Give the town by which a noun names where its act is ("the *Oslo* talks"), if it is nobody's name."""
        before = self.syntax.child(noun, "compound", "nmod")
        if self.kind not in _NAMED_BY_TOWN or before is None or self.syntax.tokens[before].upos != "PROPN":
            return None
        return before if _is_town(self.syntax, before, self.rules) and not self.who.at(before) else None


def _is_town(syntax: Syntax, noun: int, rules: Rules) -> bool:
    """Say whether a noun is a town, by its kind and name or because the whole world knows it."""
    if syntax.tokens[noun].upos != "PROPN":
        return place_name(syntax, noun, rules) is not None
    found = rules.gazetteer.find(syntax.tokens[noun].text)
    return found is not None and found.latitude is not None


def _span(syntax: Syntax, noun: int | None) -> Span | None:
    """Give the words of a place, with the name that stands behind its kind ("the Polish capital *Warsaw*")."""
    if noun is None:
        return None
    own, name = noun_phrase(syntax, noun), syntax.child(noun, "appos")
    if syntax.tokens[noun].upos == "PROPN" or name != syntax.doc.tokens_in(own).stop:
        return own
    return syntax.doc.cover([*syntax.doc.tokens_in(own), name])


def _clause_words(syntax: Syntax, trigger: Trigger) -> Iterator[int]:
    yield trigger.index
    if trigger.support is not None:
        yield trigger.support
    verb = trigger.index if trigger.pos == "verb" else trigger.support
    if verb is None:
        return
    for noun in (syntax.object(verb), syntax.subject(verb)):
        if noun is not None and syntax.tokens[noun].upos == "NOUN":
            yield noun


def _is_spoken_of(syntax: Syntax, coded: Coded, index: int) -> bool:
    """Say whether a word is what an act of saying is about, which has a place of its own."""
    trigger = coded.hit.trigger
    verb = trigger.index if trigger.pos == "verb" else trigger.support
    about = verb is not None and index == syntax.object(verb) and index != trigger.index
    return about and coded.hit.predicate.event_type in _SAID


def _phrases(syntax: Syntax, index: int, rules: Rules, *, inside: bool = False) -> Iterator[int]:
    """Give the nouns behind prepositions of place of a word, and of those places ("near a *base* in *Oslo*")."""
    for below in syntax.children[index]:
        token = syntax.tokens[below]
        if token.deprel != "prep":
            continue
        noun = syntax.child(below, "pobj")
        on = noun is not None and token.lemma == "on" and syntax.tokens[noun].lemma in rules.classes["ground part"]
        if on or token.text.lower() in rules.classes["place preposition"]:
            if noun is not None and syntax.tokens[noun].upos in NOUNS:
                yield noun
                yield from _phrases(syntax, noun, rules, inside=True)
        elif token.lemma == "of" and noun is not None and inside:
            yield from _phrases(syntax, noun, rules)  # "at the gate of a *base* in *Oslo*"
        elif token.lemma == "include":
            yield from _phrases(syntax, below, rules)  # "in several towns, including in *Oslo*"


def _is_named(syntax: Syntax, noun: int, who: Who, rules: Rules) -> bool:
    """Say whether a noun is a place by name, and nobody's."""
    name = place_name(syntax, noun, rules)
    if name is None or noun in who.dated or name in who.dated:
        return False
    words = (name, *(i for i in syntax.children[name] if syntax.tokens[i].deprel == "compound"))
    if any(syntax.tokens[i].text.lower() in rules.classes["no place"] for i in words):
        return False
    return not any(who.kinds[own] in _NO_PLACES for own in who.at(name))
