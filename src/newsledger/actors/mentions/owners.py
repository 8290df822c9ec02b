"""Finds whose somebody is whom a common noun names: a nationality, an owner, a town."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsledger.actors.identity.lands import Lands, lent
from newsledger.actors.mentions.phrases import Phrases
from newsledger.actors.rules import Entry, Role, Rules
from newsledger.model import Annotated, Candidate, Token

_WHOSE = frozenset({"of", "for", "from"})
# Before a nationality: for or against a state, and of another.
_LEANINGS = frozenset({"pro", "anti"})
# A word of more capital letters is one written so, as the first of a lead: "OSTLANDISH police".
_ACRONYM = 4
#: Organs of one state.
OF_STATE = frozenset({"MIL", "GOV", "COP", "LEG", "SPY", "JUD"})


@dataclass(frozen=True, slots=True)
class Owners:
    """Looks around a noun for whose it is.

    Attributes:
        by_head: The names of the article by their heads.
    """

    doc: Annotated
    rules: Rules
    phrases: Phrases
    lands: Lands
    by_head: Mapping[int, Candidate]

    def nation(self, start: int, head: int) -> Entry | None:
        """Find the nationality in a phrase: "Ostland troops", "the U.S. ambassador"."""
        words = tuple(token.text for token in self.doc.tokens[start:head])
        for index, word in enumerate(words):
            if not word[0].isupper() or (words[index - 1 : index] == ("-",) and words[index - 2].lower() in _LEANINGS):
                continue
            index_of = self.rules.capital_names if word.isupper() and len(word) > _ACRONYM else self.rules.names
            hit = index_of.match(words, index)
            if hit and hit[1].country and hit[1].form != "place" and hit[1].kind != "person":
                # "Ostland-Westlandish" people are of the second state, "Ostland-backed" ones of neither.
                is_joined = words[hit[0] : hit[0] + 1] == ("-",) and words[hit[0] + 1 : hit[0] + 2] != ("based",)
                if is_joined:
                    return self.nation(start + hit[0] + 1, head)
                name = " ".join(words[index : hit[0]])
                return self.lands.of_common(hit[1], name, None) if hit[1].form == "common" else hit[1]
        return None

    def nations(self, start: int, head: int) -> list[tuple[int, int, Entry]]:
        """Give the states and alliances that a phrase names before its noun, and where."""
        words = tuple(token.text for token in self.doc.tokens[start:head])
        found: list[tuple[int, int, Entry]] = []
        for index in range(len(words)):
            hit = self.rules.names.match(words, index) if words[index][0].isupper() else None
            if hit and (hit[1].kind == "country" or hit[1].sector == "IGO"):
                found.append((start + index, start + hit[0], hit[1]))
        return found

    def owner(self, head: int, role: Role) -> Candidate | None:
        """Find whose a role is: "the president of Ostland", "Ostland's president"."""
        for child in self._links(head, role):
            if child in self.by_head and self.doc.tokens[child].deprel == "poss":
                return self.by_head[child]
            for below in self.doc.children[child]:
                if below in self.by_head and self.doc.tokens[child].deprel == "prep":
                    return self.by_head[below]
        return None

    def country_of_owner(self, head: int, role: Role, sector: str | None, owner: Candidate | None) -> str | None:
        """Take the country from whoever a role belongs to, or from the place that it is of.

        An organ of the state is of the country that it is in; a scientist or a team of inspectors need not be.
        """
        if role.noun in self.rules.classes["foreign_counterpart"]:
            return None
        if owner:
            return owner.country if role.kind == "organisation" else lent(owner)
        for child in self._links(head, role):
            if self.doc.tokens[child].text.lower() not in _WHOSE and sector not in OF_STATE:
                continue
            for below in (child, *self.doc.children[child]):
                if (entry := self._place_at(below)) is not None:
                    return entry.country
        return None

    def town(self, start: int, head: int) -> str | None:
        """Take the country from a town or province before a noun: "the Harwick governor"."""
        words = tuple(token.text for token in self.doc.tokens[start:head])
        hits = (self.rules.names.match(words, index) for index in range(len(words)) if words[index][0].isupper())
        return next((hit[1].country for hit in hits if hit and hit[1].form in ("place", "capital")), None)

    def _place_at(self, head: int) -> Entry | None:
        """Find the place or state that a whole name is of: not the second half of "New Harwick"."""
        words = tuple(token.text for token in self.doc.tokens[self.phrases.left_edge(head) : head + 1])
        first = next((index for index, word in enumerate(words) if word[0].isupper()), 0)
        hit = self.rules.names.match(words, first)
        return hit[1] if hit and hit[0] == len(words) and hit[1].kind != "person" else None

    def _links(self, head: int, role: Role) -> Iterator[int]:
        """Give the possessors and prepositions that lead from a role to those whose it is."""
        for child in self.doc.children[head]:
            token = self.doc.tokens[child]
            word = token.text.lower()
            is_owners = token.deprel == "prep" and word in self.rules.classes["owner_preposition"]
            is_link = token.deprel == "poss" or is_owners
            if is_link and not (role.noun in self.rules.classes["posted_abroad"] and word in ("to", "in", "at")):
                yield child


def is_plural(token: Token) -> bool:
    """Say whether a noun is in the plural."""
    return "Number=Plur" in token.morph
