"""Finds who is named by a common noun: offices, functions, bodies, groups."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from newsledger.actors.identity.lands import Lands, lent
from newsledger.actors.mentions.owners import OF_STATE, Owners, is_plural
from newsledger.actors.mentions.phrases import Phrases, span_between, whole_of
from newsledger.actors.mentions.senses import Senses
from newsledger.actors.mentions.shapes import Names
from newsledger.actors.rules import Entry, Role, Rules
from newsledger.model import ActorKind, Annotated, Candidate, MentionForm

#: Parts of speech of what the list of roles may have: the parse takes some of it for verbs.
_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_INDEFINITE = frozenset({"a", "an", "one"})
# What is compared to people, or in them: "talks like Ostlanders", "in Ostland families".
_WITHIN_OR_WITHOUT = ("into", "without")
_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_COUNTS = frozenset({"NUM", "DET", "PRON", "ADJ"})
_FOLLOWED = frozenset({"OPP", "PTY", "REB", "PRM", "LAB", "EDU", "NGO", "REL"})
_ARMIES = frozenset({"REB", "PRM", "CRM"})
# What every state has its own of, when two are named with one noun.
_ORGANS = OF_STATE | {"IGO"}


class NounFinder:
    """Reads the common nouns of an article that the list of roles has."""

    def __init__(self, doc: Annotated, rules: Rules, phrases: Phrases, names: Names) -> None:
        self._doc = doc
        self._rules = rules
        self._phrases = phrases
        self._senses = Senses(doc, rules, phrases)
        self._by_head = {name.head: name for name in names.found}
        self._lemmas = names.nouns
        self._loud = names.loud
        self._owners = Owners(doc, rules, phrases, Lands(doc, rules), self._by_head)
        self._inside = names.taken | self._titles(names.found)

    def find(self) -> Iterator[Candidate]:
        """Give the descriptions in text order: "the foreign minister", "police", "14 voters", "his party"."""
        end = 0
        known: set[str] = set()
        listed = self._rules.roles.lengths  # by their first words, which saves most of the looking up
        for index, token in enumerate(self._doc.tokens):
            if index < end or self._lemmas[index] not in listed or token.upos not in _LISTED:
                continue
            hit = self._rules.roles.match(self._lemmas, index)
            if not hit:
                continue
            end = hit[0]
            head = self._head(index, end)
            if head in self._inside or not self._is_mention(head, hit[1]):
                continue
            if self._senses.is_someone(head, hit[1], known):
                known.add((hit[1].noun or "").rpartition(" ")[-1])
                yield from self._by_nations(self._candidate(head, (index, end), hit[1]))

    def _head(self, start: int, end: int) -> int:
        """Give the noun that a listed phrase is about: "secretary" in "secretary of state"."""
        for index in range(start + 1, end):
            if self._lemmas[index] in ("of", "in"):
                return index - 2 if self._lemmas[index - 1] == "-" else index - 1
        return end - 1

    def _titles(self, names: Sequence[Candidate]) -> frozenset[int]:
        """Give the tokens that belong to names, but for possessives before them ("the king's aide Cole")."""
        inside: set[int] = set()
        for name in names:
            tokens = self._doc.tokens_in(name.span)
            owners = (number + 1 for number in tokens if self._doc.tokens[number].text in ("'s", "’s"))
            inside.update(range(max(owners, default=tokens.start), tokens.stop))
        return frozenset(inside)

    def _is_mention(self, head: int, role: Role) -> bool:
        token = self._doc.tokens[head]
        before = self._words_before(head)
        if (
            self._phrases.is_modifier(head)
            or token.upos in ("ADJ", "VERB")
            or before & self._rules.classes["unreal"]
            or self._is_of_title(head, role)
        ):
            return False
        plural = is_plural(token)
        noun = role.noun or ""
        if noun.endswith("s") and " " not in noun and not plural and not token.text.lower().endswith("s"):
            return False
        preposition = self._phrases.preposition(head) or ""
        if role.use in ("body", "thing"):
            return self._is_body(head, role, before, preposition)
        if role.use == "class":
            return self._is_member_of_class(head, role, before, plural=plural)
        return self._is_person(head, before, preposition, plural=plural)

    def _is_of_title(self, head: int, role: Role) -> bool:
        """Say whether a function with a capital letter ends the title of a work: "Harwick Apprentice"."""
        sentence = self._doc.sentence_at(head)
        if role.use not in ("function", "class", "kin") or head - 1 <= sentence.start:
            return False
        token, before = self._doc.tokens[head], self._doc.tokens[head - 1]
        if self._doc.sentence_of[head] in self._loud or not (token.upos == before.upos == "PROPN"):
            return False
        is_known = self._rules.names.match((before.text,), 0) or self._rules.roles.match((before.text.lower(),), 0)
        return token.text.istitle() and before.text.istitle() and not is_known and head - 1 not in self._by_head

    def _is_member_of_class(self, head: int, role: Role, before: frozenset[str], *, plural: bool) -> bool:
        """Take people of no function where they act, where one is known, or where they are a nation."""
        if self._owners.nation(self._phrases.left_edge(head), head):
            preposition = self._phrases.preposition(head)
            return preposition not in self._rules.classes["compared"] and preposition not in _WITHIN_OR_WITHOUT
        if self._phrases.is_subject(head):
            verb = self._doc.tokens[self._doc.tokens[whole_of(self._doc, head, self._rules)].head].lemma
            acts = self._doc.tokens[head].deprel != "nsubjpass" and verb not in self._rules.classes["befalls"]
            return acts and not (role.noun == "people" and "many" in before)
        is_pointed_at = role.kind == "role" and not plural and bool(before & self._rules.classes["pointing"])
        return is_pointed_at and role.noun != "people"

    def _is_person(self, head: int, before: frozenset[str], preposition: str, *, plural: bool) -> bool:
        token = self._doc.tokens[head]
        relation = self._doc.tokens[whole_of(self._doc, head, self._rules)].deprel
        if preposition == "as" or (relation == "attr" and "the" not in before):
            return False
        definite = bool(before & self._rules.classes["pointing"]) or self._has_owner(head)
        if plural:
            counted = any(self._doc.tokens[child].deprel == "nummod" for child in self._doc.children[head])
            named = self._owners.nation(self._phrases.left_edge(head), head)
            if definite or named is not None or self._phrases.is_subject(head):
                return True
            if counted and not (self._is_of_state(head) and preposition in self._rules.classes["beside_many"]):
                return False
            return not (self._is_only_wanted(head) or self._is_only_there(head, preposition))
        if not before & _INDEFINITE and not definite:
            return token.deprel == "appos" or self._phrases.is_subject(head)
        if definite or token.deprel in ("appos", "nsubj", "nsubjpass", "conj"):
            return True
        return preposition in self._rules.classes["beside_one"] if token.deprel == "pobj" else token.deprel == "dobj"

    def _is_of_state(self, head: int) -> bool:
        """Say whether people have a part in what a state does, and are somebody in any number: "from 20 MPs"."""
        hit = self._rules.roles.match((self._lemmas[head],), 0)
        return hit is not None and hit[1].sector in ("GOV", "LEG", "MIL", "COP", "JUD")

    def _is_only_there(self, head: int, preposition: str) -> bool:
        """Say whether people of a kind are only where something points: "aimed at voters", but "a raid on miners"."""
        if not preposition or preposition in self._rules.classes["beside_many"]:
            return False
        index = self._doc.tokens[whole_of(self._doc, head, self._rules)].head
        above = self._doc.tokens[self._doc.tokens[index].head]
        turned_on = above.upos == "NOUN" or above.lemma in self._rules.classes["turns_on_people"]
        return not (preposition == "on" and turned_on)

    def _is_only_wanted(self, head: int) -> bool:
        """Say whether people of a kind are only the object of something that need not happen: "to fight gangs"."""
        token = self._doc.tokens[head]
        verb = self._doc.tokens[token.head]
        unreal = "VerbForm=Inf" in verb.morph or "VerbForm=Ger" in verb.morph
        return token.deprel == "dobj" and unreal and not self._rules.has_context("told", verb.lemma)

    def _is_body(self, head: int, role: Role, before: frozenset[str], preposition: str) -> bool:
        token = self._doc.tokens[head]
        pointing = self._rules.classes["pointing"]
        if preposition in self._rules.classes["at_work"] and not (preposition == "to" and before & pointing):
            return False
        if token.deprel == "attr" and (role.use == "thing" or "the" not in before):
            return False
        definite = bool(before & pointing) or self._has_owner(head)
        if role.use == "thing":
            is_told = bool(before & _INDEFINITE) or is_plural(token)
            is_known = definite or (is_told and self._owners.nation(self._phrases.left_edge(head), head) is not None)
            return (is_known and not self._is_one_of(head)) or self._phrases.is_subject(head)
        bare = not before and role.kind in ("organisation", "government")
        return definite or not bare or self._phrases.is_subject(head)

    def _is_one_of(self, head: int) -> bool:
        """Say whether a phrase is only a set that something is taken from: "one of the leading nations"."""
        token = self._doc.tokens[head]
        above = self._doc.tokens[token.head]
        return token.deprel == "pobj" and above.text.lower() == "of" and self._doc.tokens[above.head].upos in _COUNTS

    def _words_before(self, head: int) -> frozenset[str]:
        return frozenset(self._doc.tokens[child].text.lower() for child in self._doc.children[head] if child < head)

    def _has_owner(self, head: int) -> bool:
        return any(self._doc.tokens[child].deprel == "poss" for child in self._doc.children[head])

    def _candidate(self, head: int, words: tuple[int, int], role: Role) -> Candidate:
        plural = is_plural(self._doc.tokens[head])
        start = min(words[0], self._phrases.left_edge(head))
        is_others = role.noun in self._rules.classes["foreign_counterpart"] and self._has_owner(head)
        nation = None if is_others else self._owners.nation(start, head)
        owner = self._owners.owner(head, role)
        kind: ActorKind = "group" if plural and role.kind in ("role", "person") else role.kind
        form: MentionForm = "definite" if role.use in ("thing", "kin", "class") else "role"
        sector = self._sector(start, head, role, owner)
        if nation and role.noun == "people":
            sector = "CVL"
        return Candidate(
            span=span_between(self._doc, start, words[1]),
            head=head,
            form="demonym" if nation and plural else form,
            kind=kind,
            name=None,
            country=(nation.country if kind == "organisation" else lent(nation))
            if nation
            else self._owners.country_of_owner(head, role, sector, owner) or self._owners.town(start, head),
            sector=sector,
            role=role.noun,
            plural=plural,
            gender="n" if role.use in ("body", "thing") else role.gender,
            rule=nation.rule if nation and plural else role.rule,
        )

    def _by_nations(self, candidate: Candidate) -> Iterator[Candidate]:
        """Part the organs of several states: "Ostland and Westland troops"; other people of several are of none."""
        tokens = self._doc.tokens_in(candidate.span)
        nations = self._owners.nations(tokens.start, candidate.head)
        if len({entry.name for _, _, entry in nations}) < 2 or not self._are_listed(nations):
            yield candidate
            return
        has_owner = any(self._doc.tokens[start].deprel == "poss" for start, _, _ in nations)
        if candidate.sector not in _ORGANS or has_owner:
            yield replace(candidate, country=None)
            return
        for number, (start, end, entry) in enumerate(nations):
            is_last = number == len(nations) - 1
            first = start if number else tokens.start
            yield replace(
                candidate,
                span=span_between(self._doc, first, tokens.stop if is_last else end),
                head=candidate.head if is_last else end - 1,
                country=entry.country,
                sector="GOV" if entry.kind == "country" and candidate.sector == "IGO" else candidate.sector,
                form="demonym",
            )

    def _are_listed(self, nations: Sequence[tuple[int, int, Entry]]) -> bool:
        """Say whether nothing but commas and "and" stands between the names."""
        return all(
            self._doc.tokens[index].text in (",", "and", "&")
            for (_, end, _), (start, _, _) in pairwise(nations)
            for index in range(end, start)
        )

    def _sector(self, start: int, head: int, role: Role, owner: Candidate | None) -> str | None:
        if role.use == "office" and any(word in self._rules.classes["former"] for word in self._lemmas[start:head]):
            return "ELI"
        lenders = _lenders(role, self._rules)
        if lenders is not None and not lenders:
            return role.sector
        for index in range(start, head):
            sector = self._sector_of_body(index, head)
            if sector and (lenders is None or sector in lenders):
                return sector
        if owner and owner.kind in ("organisation", "government", "group"):
            return owner.sector if lenders is None or owner.sector in lenders else role.sector
        return role.sector or ("GOV" if owner and owner.kind == "country" else None)

    def _sector_of_body(self, start: int, head: int) -> str | None:
        """Give the sector of the body that a modifier names, which may have several words: "White House"."""
        words = tuple(token.text for token in self._doc.tokens[start:head])
        name = self._rules.names.match(words, 0)
        if name and name[1].kind in ("organisation", "government", "group"):
            return name[1].sector
        if self._doc.tokens[start].deprel not in _MODIFIERS:
            return None
        hit = self._rules.roles.match(self._lemmas[start:head], 0)
        return hit[1].sector if hit else None


def _lenders(role: Role, rules: Rules) -> frozenset[str] | None:
    """Say from bodies of which sectors a role takes its own: None where from any, none where it has its own."""
    if role.noun in rules.classes["borrows_sector"]:
        return None
    if role.noun in rules.classes["follower"]:
        return _FOLLOWED
    return _ARMIES if role.noun in rules.classes["armed"] else frozenset()
