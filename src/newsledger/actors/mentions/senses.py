"""Tells a noun for someone from the same word for a thing, an event or a part of the body."""

from collections.abc import Set
from dataclasses import dataclass

from newsledger.actors.mentions.phrases import Phrases, first_of_list
from newsledger.actors.rules import Role, Rules
from newsledger.model import Annotated

# Parts of the body, things and powers, unless it is said whose or over what: "his head", "head of the bank".
_NEEDING_AN_OFFICE = frozenset({"head"})


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
        if noun in self.rules.classes["event_or_body"]:
            return noun in known or self._is_body(head)
        if noun == "side" and "Number=Sing" in self.doc.tokens[head].morph:
            return self.phrases.does_a_deed(head)
        if noun in _NEEDING_AN_OFFICE:
            return self._has_office(head)
        if noun == "body" and self._is_of_flesh(head):
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

    def _is_of_flesh(self, head: int) -> bool:
        """Tell "her body" and "the body of one of the men" from "its governing body" and "the body of judges"."""
        tokens = self.doc.tokens
        owners = {tokens[child].text.lower() for child in self.doc.children[head] if tokens[child].deprel == "poss"}
        ofs = (child for child in self.doc.children[head] if tokens[child].text.lower() == "of")
        of_whom = [tokens[below] for child in ofs for below in self.doc.children[child]]
        return bool(owners & {"his", "her", "my", "your"}) or any(
            "Number=Sing" in token.morph or token.upos == "NUM" for token in of_whom
        )

    def _is_of_a_thing(self, head: int, noun: str) -> bool:
        """Say whether "of" or "to" makes a power, a cause or an example of the noun."""
        tokens = self.doc.tokens
        if noun in ("opposition", "resistance") and self._is_attitude(head):
            return True
        is_power = noun in self.rules.classes["power"]
        if is_power and any(tokens[child].deprel in ("acl", "relcl") for child in self.doc.children[head]):
            return noun != "opposition"
        if not is_power and noun not in self.rules.classes["of_things"]:
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
            governors = self.rules.classes["wish" if above.text.lower() == "for" else "office_to_fill"]
            return tokens[above.head].lemma in governors
        if token.deprel == "dobj":
            return above.lemma in self.rules.classes["wish"] or (
                above.lemma == "have" and "VerbForm=Inf" in above.morph
            )
        return token.deprel == "nsubj" and self._is_of_any(token.head)

    def _is_of_any(self, verb: int) -> bool:
        """Say whether a verb tells of what anybody of a kind would do."""
        tokens = self.doc.tokens
        if tokens[verb].lemma in self.rules.classes["said_with_modal"]:
            return False
        beside = {tokens[child].text.lower() for child in self.doc.children[verb] if child < verb}
        return bool(beside & self.rules.classes["modal"]) or bool(beside & self.rules.classes["condition"])
