"""Tells a noun for someone from the same word for a thing, an event or a part of the body."""

from collections.abc import Set
from dataclasses import dataclass

from newsledger.actors.phrases import Phrases, first_of_list
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
        if noun in _NEEDING_AN_OFFICE:
            return self._has_office(head)
        if noun in _CRAFT and self._is_craft(head):
            return False
        return not self._is_of_a_thing(head, noun) and not self._is_only_wished(head)

    def _is_body(self, head: int) -> bool:
        """Say whether a word for an event stands for those who hold it: their own, or one that does something."""
        if self.phrases.is_subject(head):
            return self.phrases.does_a_deed(head)
        return any(self._is_holder(child) for child in self.doc.children[head] if child < head)

    def _is_holder(self, child: int) -> bool:
        """Say whether this is somebody whose the campaign is, and no time or land: "Haverty's", "her"."""
        token = self.doc.tokens[child]
        if token.deprel not in ("poss", "compound", "nmod"):
            return False
        if token.upos == "PRON":
            return token.text.lower() != "its"
        hit = self.rules.names.match((token.text,), 0)
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
        if noun == "opposition" and any(
            tokens[child].text.lower() in ("to", "from") for child in self.doc.children[head]
        ):
            return True
        if noun in _POWERS and any(tokens[child].deprel in ("acl", "relcl") for child in self.doc.children[head]):
            return noun != "opposition"
        if noun not in _OF_THINGS and noun not in _POWERS:
            return False
        for child in self.doc.children[head]:
            if tokens[child].text.lower() in ("of", "to") and tokens[child].deprel == "prep":
                return any(self._is_nobody(below) for below in self.doc.children[child])
        return False

    def _is_nobody(self, index: int) -> bool:
        token = self.doc.tokens[index]
        if token.deprel not in ("pobj", "pcomp"):
            return False
        return token.upos in ("NOUN", "VERB") and not self.rules.roles.match((token.lemma.lower(),), 0)

    def _is_only_wished(self, head: int) -> bool:
        """Say whether one of a kind is only looked for: "we need a leader", "the search for a president"."""
        tokens = self.doc.tokens
        if not any(tokens[child].text.lower() in ("a", "an") for child in self.doc.children[head] if child < head):
            return False
        token = tokens[first_of_list(self.doc, head)]
        if token.deprel == "pobj" and tokens[token.head].text.lower() == "for":
            return tokens[tokens[token.head].head].lemma in _WISHES
        return token.deprel == "dobj" and tokens[token.head].lemma in _WISHES
