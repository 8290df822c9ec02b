"""An act with what surrounds it: its sentence's words, and who or what stands on its two sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newsledger.events.coder import Coded
from newsledger.events.frames.parties import Party, Who
from newsledger.events.rules import Rules
from newsledger.model import Sentence, Syntax

#: Kinds of actors that are public, whatever their sector, and sectors of people who are not by themselves.
BODIES = frozenset({"country", "government", "organisation"})
_PRIVATE = frozenset({None, "CVL", "BUS", "CRM", "LAB"})
_PERSONS = frozenset({"person", "role"})


@dataclass(frozen=True, kw_only=True)
class Act:
    """A trigger with its parties, in its article.

    Attributes:
        words: The words of its sentence.
    """

    syntax: Syntax
    coded: Coded
    who: Who
    rules: Rules
    words: frozenset[str]

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence that it stands in."""
        return self.syntax.doc.sentence_at(self.coded.index)

    @property
    def event_type(self) -> str | None:
        """Its type."""
        return self.coded.hit.predicate.event_type

    @property
    def is_verb(self) -> bool:
        """Whether its trigger is a verb."""
        return self.coded.hit.trigger.pos == "verb"

    @property
    def parties(self) -> tuple[Party, ...]:
        """Its parties that are known."""
        return tuple(party for party in (self.coded.actor, self.coded.recipient) if party is not None)

    @property
    def ids(self) -> frozenset[str]:
        """The actors who are its parties."""
        return frozenset(own for party in self.parties for own in party.ids)

    @cached_property
    def doers(self) -> frozenset[int]:
        """The heads of those who do it, also where they are nobody's name."""
        heads = {self.coded.actor.head} if self.coded.actor else set()
        if self._verb is not None and (head := self.syntax.agent(self._verb)) is not None:
            heads.add(head)
        return frozenset(heads - self.who.dated)  # "paid by the end of March"

    @cached_property
    def others(self) -> frozenset[int]:
        """Likewise of those to whom it is done."""
        heads = {self.coded.recipient.head} if self.coded.recipient else set()
        if self._verb is not None and (head := self.syntax.object(self._verb)) is not None:
            heads.add(head)
        return frozenset(heads)

    @property
    def _verb(self) -> int | None:
        trigger = self.coded.hit.trigger
        return trigger.support if trigger.pos == "noun" else trigger.index

    def lemmas(self, heads: frozenset[int]) -> frozenset[str]:
        """Give the words for some of those beside it."""
        return frozenset(self._lemmas(heads))

    def _lemmas(self, heads: frozenset[int]) -> Iterator[str]:
        for head in heads:
            yield self.syntax.tokens[head].lemma.lower()
            if self.syntax.tokens[head].upos == "PROPN":
                yield (
                    self.syntax.tokens[head].text.lower().removesuffix("s")
                )  # "Wildfires" that heads a sentence keeps it

    def is_word(self, index: int, words: frozenset[str]) -> bool:
        """Say whether a token is one of some words."""
        return self.syntax.tokens[index].lemma in words or self.syntax.doc.words[index] in words

    def holds_word(self, words: frozenset[str]) -> bool:
        """Say whether one of some words stands in its sentence."""
        return any(self.is_word(index, words) for index in self.sentence.indices)

    def holds_violence(self) -> bool:
        """Say whether its sentence tells of bombs or gunmen; a verb may be a figure of speech ("attacked on foot")."""
        return self.is_beside_violence() or (
            not self.is_verb and self.is_word(self.coded.index, self.rules.classes["violence"])
        )

    def is_beside_violence(self) -> bool:
        """Say whether another word of its sentence tells of bombs or gunmen."""
        words = self.rules.classes["violence"]
        if self.words.isdisjoint(words):
            return False
        return any(self.is_word(index, words) for index in self.sentence.indices if index != self.coded.index)

    def named(self) -> frozenset[str]:
        """Give the actors whom its sentence names."""
        return frozenset(own for index in self.sentence.indices for own in self.who.at(index))

    def has_public_party(self) -> bool:
        """Say whether one of its parties is more than some person."""
        return any(self._is_public(party, own) for party in self.parties for own in party.ids)

    def _is_public(self, party: Party, actor: str) -> bool:
        """Say whether a party is more than some person; a club is none."""
        club = self.is_club(party) and self.who.sectors.get(actor) in _PRIVATE
        return not club and has_office(self.who, actor)

    def is_club(self, party: Party) -> bool:
        """Say whether a party is a club that plays."""
        token = self.syntax.tokens[party.head]
        return token.text[0].isupper() and token.text.lower() in self.rules.classes["club"]


def has_office(who: Who, actor: str) -> bool:
    """Say whether an actor is more than some person: a body, a country, or somebody with an office."""
    if who.kinds[actor] in BODIES or who.sectors.get(actor) not in _PRIVATE:
        return True
    return actor in who.countries and who.kinds[actor] not in _PERSONS


def is_somebody(who: Who, actor: str) -> bool:
    """Say whether an actor has a name or a country, or is a body."""
    return who.kinds[actor] in (*BODIES, "person") or actor in who.countries
