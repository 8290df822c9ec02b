"""Decides which mentions are of the same one, and makes the actors."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsledger.actors.identity.cast import Entities, Entity, is_of_others
from newsledger.actors.identity.code import Coder
from newsledger.actors.identity.describe import FORMER_OFFICE, Describer
from newsledger.actors.identity.known import Settings, recognise, term_at
from newsledger.actors.identity.persons import PersonNames
from newsledger.actors.identity.resolve import Resolver
from newsledger.actors.rules import Rules, Term
from newsledger.model import Actor, Annotated, Candidate, Statement


def link(
    doc: Annotated, mentions: tuple[Candidate, ...], statements: tuple[Statement, ...], rules: Rules
) -> tuple[Actor, ...]:
    """Join the mentions of one entity to one actor.

    Names are joined by their words, descriptions by what they say and by apposition, pronouns by
    nearness, grammar and quotation. "I" and "we" in a quotation are its speaker. A pronoun that
    nothing settles is in no actor.

    Returns:
        The actors in the order of their first mention.
    """
    settings = Settings.of(doc, rules)
    linker = _Linker(doc, statements, rules, mentions)
    linker.countries = settings.countries
    # A possessor comes before what is its own: "her" before "her aides".
    for candidate in sorted(mentions, key=lambda candidate: (candidate.span.end, candidate.span.start)):
        linker.take(candidate)
    linker.finish()
    return Coder(doc, rules, settings).actors(sorted(linker.cast, key=lambda figure: figure.first_place))


# How many steps up from a place or body the holder of its office is looked for.
_HIGHEST = 4
# Bodies that have their name of a person: "the Haverty campaign".
_OF_PERSONS = frozenset({"campaign", "camp"})


# Bodies of which an article may name another than the one in its headline.
_OF_MANY = frozenset({"COP", "MIL"})
# Offices that headlines shorten.
_IN_FULL = {"pm": "prime minister"}
_CLOSING = frozenset({"”", "''", '"', "’’"})


class _Linker:
    def __init__(
        self, doc: Annotated, statements: Sequence[Statement], rules: Rules, mentions: Sequence[Candidate]
    ) -> None:
        self.cast = Entities(rules.persons)
        self._persons = rules.persons
        self.countries: frozenset[str] = frozenset()
        self._doc = doc
        self._day = doc.article.date_published.day
        self._rules = rules
        self._bearers = _bearers(mentions, rules.persons)
        self._people = {mention.head for mention in mentions if mention.name and mention.kind in ("person", None)}
        self._resolver = Resolver(doc, self.cast, statements)
        self._describer = Describer(doc, self.cast, rules)
        self._spoken: list[Candidate] = []
        self._open: list[Candidate] = []
        self._lists: dict[int, tuple[Entity, ...]] = {}

    def take(self, candidate: Candidate) -> None:
        """Give a mention to the figure that it names, or to a new one."""
        if candidate.form == "pronoun":
            self._take_pronoun(candidate)
        elif candidate.name:
            self._take_name(candidate, candidate.name)
        else:
            self._take_description(candidate)
        self._note_list(candidate)

    def finish(self) -> None:
        """Settle what had to wait for words further on: "With his usual wit, Brenn …", "I", "we"."""
        self._name_unnamed()
        for candidate in self._open:
            if figures := self._resolver.later_subject(candidate):
                self.cast.join(candidate, figures, "pronoun/later-subject")
        for candidate in self._spoken:
            if figures := self._resolver.speaker(candidate):
                self.cast.join(candidate, figures, "pronoun/speaker")
        for figure in self.cast:
            if figure.country is None and not is_of_others(figure.roles, self._rules):
                figure.country = self._owners_country(figure)

    def _name_unnamed(self) -> None:
        """Join whom the text calls by an office alone with the one person below who has it: "Danish PM quits"."""
        for figure in [one for one in self.cast if one.kind == "role" and not one.plural]:
            offices = {_IN_FULL.get(role, role) for role in figure.roles}
            holders = [one for one in self.cast if one.kind == "person" and not offices.isdisjoint(one.all_roles)]
            if len(holders) == 1 and self._is_heralded(holders[0], figure):
                self.cast.merge(holders[0], figure)

    def _is_heralded(self, holder: Entity, figure: Entity) -> bool:
        """Say whether an office told before is a person's: of the same land, or the headline's, no officer."""
        if holder.first_place < figure.first_place or (holder.country or figure.country) != figure.country:
            return False
        in_headline = all(self._doc.role_at(candidate.head) == "headline" for candidate, _ in figure.mentions)
        return holder.country is not None or (in_headline and _OF_MANY.isdisjoint(figure.sectors))

    def _owners_country(self, figure: Entity) -> str | None:
        """Take the country of whoever a figure without a name belongs to: "his party", "its soldiers"."""
        if figure.names:
            return None
        for candidate, _ in figure.mentions:
            for child in self._doc.children[candidate.head] if candidate.form != "pronoun" else ():
                owners = self.cast.headed(child) if self._doc.tokens[child].deprel == "poss" else ()
                is_one = not any(self._doc.tokens[below].deprel == "conj" for below in self._doc.children[child])
                if is_one and len(owners) == 1 and (figure.kind == "organisation" or not owners[0].is_of_any_land):
                    return owners[0].country
        return None

    def _take_pronoun(self, candidate: Candidate) -> None:
        word = candidate.span.of(self._doc.text).lower()
        if word in self._rules.classes["speaker"] or word in self._rules.classes["speakers"]:
            self._spoken.append(candidate)
        elif found := self._resolver.antecedent(candidate):
            self.cast.join(candidate, *found)
        else:
            self._open.append(candidate)

    def _take_name(self, candidate: Candidate, name: str) -> None:
        beside = self._apposed(candidate)
        nameless = beside[0] if len(beside) == 1 and _can_be_named(beside[0], candidate) else None
        known = self._known(candidate, name)
        if known and nameless:
            self.cast.merge(known, nameless)
        figure = known or nameless
        if figure is None:
            figure = self.cast.new(candidate, candidate.rule)
            if (last := name.rsplit(maxsplit=1)[-1].casefold()) in _OF_PERSONS:
                figure.owner = self._person_called(name.rpartition(" ")[0])
                figure.roles.append(last)
        else:
            self.cast.join(candidate, (figure,), "name" if known else "apposition")
        if figure.kind == "person":
            self._recognise(figure)

    def _recognise(self, figure: Entity) -> None:
        """Look the person up; a surname alone says nothing where the article gives somebody's full name with it."""
        if not any(map(self._persons.is_full, figure.names)) and self._bearers.intersection(
            *map(self._persons.surname_parts, figure.names[:1])
        ):
            return
        entry = recognise(figure, self._day, self._rules, self.countries)
        if entry is None:
            return
        term = term_at(entry.name, self._day, self._rules)
        figure.past_roles = frozenset(
            past.role for past in self._rules.terms.get(entry.name, ()) if self._is_past(past)
        )
        figure.known = entry
        figure.known_role = term.role if term else entry.role
        figure.known_sector = term.sector if term else None
        figure.gender = figure.gender or entry.gender
        figure.country = figure.country or entry.country

    def _is_past(self, term: Term) -> bool:
        return self._day is None or term.since <= self._day.isoformat()

    def _known(self, candidate: Candidate, name: str) -> Entity | None:
        if candidate.kind == "government" and candidate.country:
            return next((figure for figure in self.cast if _is_government(figure, candidate)), None)
        if candidate.kind in ("person", None):
            person = self._known_person(candidate, name)
            if person or candidate.kind == "person":
                return person
        elif person := self._bearer(candidate, name):
            return person
        same = [
            figure
            for figure in self.cast.named(name)
            if figure.kind != "person" and (figure.kind == "country") == (candidate.kind == "country")
        ]
        exact = _last(figure for figure in same if name.casefold() in map(str.casefold, figure.names))
        return exact or (self._known_body(candidate, name) if candidate.kind != "country" else None)

    def _bearer(self, candidate: Candidate, name: str) -> Entity | None:
        """Find who was named in full before with a surname that is a body's or a state's name elsewhere."""
        if candidate.form != "name" or " " in name or candidate.span.of(self._doc.text) != name:
            return None
        people = (figure for figure in self.cast.namesakes(name) if figure.kind == "person")
        return _last(figure for figure in people if any(_ends_with(full, name, self._persons) for full in figure.names))

    def _known_person(self, candidate: Candidate, name: str) -> Entity | None:
        """Find a person by another form of the name; a full name is never another's of the same surname."""
        people = [
            figure
            for figure in self.cast.namesakes(name)
            if figure.kind in ("person", None) and _agree(figure.gender, candidate.gender)
        ]
        if self._persons.is_full(name):
            full = [
                figure
                for figure in people
                if any(self._persons.is_full(other) and self._persons.is_same(name, other) for other in figure.names)
            ]
            return _last(full) or _last(figure for figure in people if _has_only_short(figure, name, self._persons))
        fitting = [figure for figure in people if any(self._persons.may_shorten(name, other) for other in figure.names)]
        return max(fitting, key=lambda figure: _how_usual(figure, candidate, self._persons), default=None)

    def _known_body(self, candidate: Candidate, name: str) -> Entity | None:
        """Find a body by whose it is, a part of its name or its initials."""
        words = name.casefold().split()
        if words[-1] in _OF_PERSONS:
            owner = self._person_called(name.rpartition(" ")[0])
            return next((figure for figure in self.cast if owner and _is_owned(figure, owner, words[-1])), None)
        if not candidate.rule.startswith("organisations/"):
            for figure in self.cast.named(words[-1]):
                if figure.kind not in ("person", "country") and any(
                    _is_part(words, other.casefold().split()) for other in figure.names
                ):
                    return figure
        if name.isupper() and len(name) > 1:
            bodies = (figure for figure in self.cast if figure.kind != "person")
            return next((figure for figure in bodies if name in map(_initials, figure.names)), None)
        return None

    def _person_called(self, name: str) -> Entity | None:
        """Find whose a body is by its name: "Haverty" in "the Haverty campaign"."""
        people = (figure for figure in self.cast.namesakes(name) if figure.kind == "person")
        return _last(
            figure for figure in people if any(self._persons.may_shorten(name, other) for other in figure.names)
        )

    def _apposed(self, candidate: Candidate) -> tuple[Entity, ...]:
        """Give the figure that this phrase stands beside or is said to be: "Brenn, the minister"."""
        token = self._doc.tokens[candidate.head]
        if token.deprel == "appos":
            if self._is_apart(token.head, candidate.head):
                return ()
            return self._holder_above(candidate, token.head) or self.cast.headed(token.head)
        if token.deprel == "attr" and self._doc.tokens[token.head].lemma == "be":
            for child in self._doc.children[token.head]:
                if self._doc.tokens[child].deprel == "nsubj":
                    return self.cast.headed(child)
        return ()

    def _is_apart(self, above: int, head: int) -> bool:
        """Say whether a headline's colon or a quotation mark parts the two: "Ghana: Teachers ready for talks"."""
        between = {token.text for token in self._doc.tokens[above:head]}
        return bool(between & _CLOSING) or (self._doc.role_at(head) == "headline" and ":" in between)

    def _holder_above(self, candidate: Candidate, index: int) -> tuple[Entity, ...]:
        """Find the unnamed holder of an office whose body or place a name stands beside.

        In "the ambassador to Ostland, Jan Brenn" the parse has the name beside the state.
        """
        for _ in range(_HIGHEST):
            figures = self.cast.headed(index)
            if len(figures) == 1 and candidate.name and _can_be_named(figures[0], candidate):
                return figures
            token = self._doc.tokens[index]
            if token.deprel not in ("pobj", "prep"):
                break
            index = token.head
        return ()

    def _take_description(self, candidate: Candidate) -> None:
        beside = self._apposed(candidate)
        owner = self._owner(candidate)
        if self._is_named_beside(candidate):
            self.cast.new(candidate, candidate.rule).owner = owner
        elif len(beside) == 1 and _can_describe(candidate, beside[0]):
            self.cast.join(candidate, beside, "apposition")
            beside[0].owner = beside[0].owner or owner
        elif found := self._describer.find(candidate, owner):
            # A former office is told of one who may have another now.
            is_former = found[1] == FORMER_OFFICE
            self.cast.join(replace(candidate, sector=None) if is_former else candidate, *found)
        elif self._is_new(candidate):
            self.cast.new(candidate, candidate.rule).owner = owner

    def _is_named_beside(self, candidate: Candidate) -> bool:
        """Say whether the name stands right after a description: "the leading candidate, Anna Haverty"."""
        tokens = self._doc.tokens
        beside = (child for child in self._doc.children[candidate.head] if tokens[child].deprel == "appos")
        return candidate.kind == "role" and any(child in self._people and child > candidate.head for child in beside)

    def _is_new(self, candidate: Candidate) -> bool:
        """Say whether a description may be all that is said of someone; "the country" is not."""
        return candidate.kind != "country" or candidate.plural

    def _owner(self, candidate: Candidate) -> Entity | None:
        """Give whose somebody is said to be: "his wife", "Haverty's aides", "the mayor of the town"."""
        tokens = self._doc.tokens
        for child in self._doc.children[candidate.head]:
            if tokens[child].deprel == "poss" and len(owners := self.cast.headed(child)) == 1:
                return owners[0]
        return None

    def _note_list(self, candidate: Candidate) -> None:
        """Remember who is spoken of together, as in "Brenn and Holt", for "they" and "the two"."""
        if self._doc.tokens[candidate.head].deprel != "conj":
            return
        before = self._doc.tokens[candidate.head].head
        listed = self._lists.get(before) or self.cast.headed(before)
        together = tuple(dict.fromkeys((*listed, *self.cast.at(candidate.span))))
        if len(together) > 1:
            self._lists[candidate.head] = together
            self.cast.put_aside(candidate, together)


def _is_owned(figure: Entity, owner: Entity, role: str) -> bool:
    return figure.owner is owner and role in figure.roles


def _last(figures: Iterable[Entity]) -> Entity | None:
    return max(figures, key=lambda figure: figure.last_place, default=None)


def _how_usual(figure: Entity, candidate: Candidate, persons: PersonNames) -> tuple[bool, bool, bool, int, int]:
    """Order the bearers of a short name: by office, surname before given name, who was called so before, who most."""
    words = persons.surname_parts(candidate.name or "")
    return (
        candidate.role is not None and candidate.role in figure.all_roles,
        any(persons.surname_parts(name)[-1:] == words[-1:] for name in figure.names),
        any(not persons.is_full(name) for name in figure.names),
        len(figure.mentions),
        figure.last_place,
    )


def _ends_with(full: str, name: str, persons: PersonNames) -> bool:
    return persons.is_full(full) and full.endswith(" " + name)


def _has_only_short(figure: Entity, name: str, persons: PersonNames) -> bool:
    return not any(map(persons.is_full, figure.names)) and any(
        persons.may_shorten(other, name) for other in figure.names
    )


def _bearers(mentions: Iterable[Candidate], persons: PersonNames) -> frozenset[str]:
    """Give the surnames that the article names somebody by in full."""
    names = (mention.name for mention in mentions if mention.name and mention.kind in ("person", None))
    return frozenset(persons.surname_parts(name)[-1] for name in names if persons.is_full(name))


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _is_government(figure: Entity, candidate: Candidate) -> bool:
    return figure.kind == "government" and figure.country == candidate.country


def _can_be_named(figure: Entity, candidate: Candidate) -> bool:
    """Say whether a figure known by a role may bear this name."""
    if figure.names or figure.plural or not _agree(figure.gender, candidate.gender):
        return False
    if candidate.kind in ("person", None):
        return figure.kind in ("role", "person")
    return figure.kind == candidate.kind or figure.kind in ("organisation", "group")


def _can_describe(candidate: Candidate, figure: Entity) -> bool:
    if candidate.kind in ("role", "person"):
        return figure.kind in ("person", "role", None)
    return figure.kind not in ("person", "role")


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    if len(words) > len(whole):
        words, whole = whole, words
    return bool(words) and list(words) in (list(whole[-len(words) :]), list(whole[: len(words)]))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
