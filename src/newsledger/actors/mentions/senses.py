"""Tells a noun for someone from the same word for a thing, an event or a part of the body."""

from collections.abc import Set
from dataclasses import dataclass

from newsledger.actors.mentions.phrases import Phrases, first_of_list
from newsledger.actors.rules import Role, Rules
from newsledger.model import Annotated

# Nouns for bodies that are more often events: "in this year's campaign", "at the convention".
_EVENTS = frozenset({"campaign", "caucus", "convention", "mission", "operation", "party congress"})
# Parts of the body, things and powers, unless it is said whose or over what: "his head", "head of the bank".
_NEEDING_AN_OFFICE = frozenset({"head"})
# Nouns that with "of" and what is nobody name a cause, an owner or an example: "a source of worry".
_OF_THINGS = frozenset(
    {"agent", "architect", "author", "critic", "engine", "enemy", "father", "friend", "guardian", "mother", "parent"}
    | {"power", "sector", "side", "source", "victim", "master", "pioneer", "veteran", "fan", "body", "school"}
)
_POWERS = frozenset({"authority", "power", "leadership", "command", "opposition", "resistance"})
# Ships and aircraft that have the name of a trade, and what is done with them.
_CRAFT = frozenset({"bomber", "fighter", "carrier", "destroyer", "cruiser", "hunter", "raider"})
_WITH_CRAFT = frozenset(
    {"build", "buy", "crash", "deliver", "deploy", "down", "fly", "intercept", "launch", "sail", "scramble", "sell"}
    | {"send", "shoot", "sink", "station", "use"}
)
# What is wanted need not be there: "the party needs a leader".
_WISHES = frozenset(
    {"choose", "deserve", "elect", "expect", "imagine", "look", "need", "pick", "prefer", "require", "search", "seek"}
    | {"select", "want"}
)
# What there is of an office before anybody has it: "the appointment of a judge".
_OF_SOME = frozenset(
    {"appointment", "choice", "duty", "election", "idea", "job", "lack", "likelihood", "need", "nomination", "position"}
    | {"possibility", "post", "prospect", "qualification", "qualities", "role", "selection", "sort", "kind", "type"}
)
_MODALS = frozenset({"would", "could", "should", "might", "must", "can", "may", "wouldn", "couldn", "shouldn", "ca"})
_IFS = frozenset({"if", "unless", "whether", "whenever", "until"})
# With these a modal is only polite, or the news itself: "an aide would not say", "a judge could rule on Monday".
_WORDS = frozenset(
    {"comment", "confirm", "decline", "discuss", "elaborate", "explain", "identify", "reach", "recall", "rule", "say"}
    | {"specify", "speak"}
)


@dataclass(frozen=True, slots=True)
class Senses:
    """Judges the nouns of an article by what stands around them."""

    doc: Annotated
    rules: Rules
    phrases: Phrases

    def is_someone(self, head: int, role: Role, known: Set[str]) -> bool:
        """Say whether a noun of the list of roles names somebody here.

        Args:
            head: The noun's token.
            role: What the list says of it.
            known: Last words of the nouns that have named somebody before.
        """
        noun = role.noun or ""
        if noun in _EVENTS:
            return noun in known or self._is_body(head)
        if noun == "side" and "Number=Sing" in self.doc.tokens[head].morph:
            return self.phrases.does_a_deed(head)
        if noun in _NEEDING_AN_OFFICE:
            return self._has_office(head)
        if noun in _CRAFT and self._is_craft(head):
            return False
        return not self._is_of_a_thing(head, noun) and not self._is_only_thought_of(head)

    def _is_body(self, head: int) -> bool:
        """Say whether a word for an event stands for those who hold it: their own, or one that does something."""
        if self.phrases.is_subject(head) or "Number=Plur" in self.doc.tokens[head].morph:
            return self.phrases.does_a_deed(head)
        return any(self._is_holder(child) for child in self.doc.children[head] if child < head)

    def _is_holder(self, child: int) -> bool:
        """Say whether this is somebody whose the campaign is, and no time or land: "Haverty's", "her"."""
        token = self.doc.tokens[child]
        if token.deprel not in ("poss", "compound", "nmod"):
            return False
        if token.upos == "PRON":
            return token.text.lower() != "its"
        first = self.phrases.left_edge(child)
        hit = self.rules.names.match(tuple(part.text for part in self.doc.tokens[first : child + 1]), 0)
        return token.upos == "PROPN" and (hit is None or hit[1].kind == "person")

    def _has_office(self, head: int) -> bool:
        tokens = self.doc.tokens
        for child in self.doc.children[head]:
            word = tokens[child].text.lower()
            if word == "of" or tokens[child].deprel in ("compound", "nmod"):
                return True
            if tokens[child].deprel == "poss":
                return tokens[child].upos != "PRON"
        return tokens[head].deprel == "appos" or self.phrases.does_a_deed(head)

    def _is_craft(self, head: int) -> bool:
        tokens = self.doc.tokens
        token = tokens[first_of_list(self.doc, head)]
        is_object = token.deprel in ("dobj", "nsubjpass") and tokens[token.head].lemma in _WITH_CRAFT
        return is_object or (token.deprel in ("nsubj", "dobj") and tokens[token.head].lemma in ("crash", "fly"))

    def _is_of_a_thing(self, head: int, noun: str) -> bool:
        """Say whether "of" or "to" makes a power, a cause or an example of the noun."""
        tokens = self.doc.tokens
        if noun in ("opposition", "resistance") and self._is_attitude(head):
            return True
        if noun in _POWERS and any(tokens[child].deprel in ("acl", "relcl") for child in self.doc.children[head]):
            return noun != "opposition"
        if noun not in _OF_THINGS and noun not in _POWERS:
            return False
        for child in self.doc.children[head]:
            if tokens[child].text.lower() in ("of", "to") and tokens[child].deprel == "prep":
                return any(self._is_nobody(below) for below in self.doc.children[child])
        return False

    def _is_attitude(self, head: int) -> bool:
        """Say whether opposition is what somebody shows: "opposition to the plan", "faces fierce opposition"."""
        tokens = self.doc.tokens
        children = self.doc.children[head]
        if any(tokens[child].text.lower() in ("to", "from") for child in children):
            return True
        before = [tokens[child] for child in children if child < head]
        is_bare = not any(token.deprel in ("det", "poss") or token.text[0].isupper() for token in before)
        return is_bare and not self.phrases.is_subject(head)

    def _is_nobody(self, index: int) -> bool:
        token = self.doc.tokens[index]
        if token.deprel not in ("pobj", "pcomp"):
            return False
        return token.upos in ("NOUN", "VERB") and not self.rules.roles.match((token.lemma.lower(),), 0)

    def _is_only_thought_of(self, head: int) -> bool:
        """Say whether one of a kind need not be anybody: "we need a leader", "a judge must", "if a mayor"."""
        tokens = self.doc.tokens
        if not any(tokens[child].text.lower() in ("a", "an") for child in self.doc.children[head] if child < head):
            return False
        token = tokens[first_of_list(self.doc, head)]
        above = tokens[token.head]
        if token.deprel == "pobj" and above.text.lower() in ("for", "of"):
            return tokens[above.head].lemma in (_WISHES if above.text.lower() == "for" else _OF_SOME)
        if token.deprel == "dobj":
            return above.lemma in _WISHES or (above.lemma == "have" and "VerbForm=Inf" in above.morph)
        return token.deprel == "nsubj" and self._is_of_any(token.head)

    def _is_of_any(self, verb: int) -> bool:
        """Say whether a verb tells of what anybody of a kind would do."""
        tokens = self.doc.tokens
        if tokens[verb].lemma in _WORDS:
            return False
        beside = {tokens[child].text.lower() for child in self.doc.children[verb] if child < verb}
        return bool(beside & _MODALS) or bool(beside & _IFS)
