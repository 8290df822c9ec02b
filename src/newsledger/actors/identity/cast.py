"""The figures of an article while they are being put together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from newsledger.actors.identity.persons import PersonNames, sound
from newsledger.actors.rules import Entry, Rules
from newsledger.model import ActorKind, Candidate, Span

# How far back a description or pronoun may look, counted in mentions.
_MEMORY = 60
#: A company's directors and a university's scientists may be of any country.
OF_ANY_LAND = frozenset({"BUS", "EDU"})


@dataclass(slots=True, eq=False)
class Entity:
    """One entity: what is known of it so far, and the words that name it.

    Attributes:
        names: Its names in the order of the text, without titles.
        roles: Nouns that the text has called it by.
        owner: Whose it is, where it is known as somebody's: "his wife", "the Haverty campaign".
        known: The person of the lists that it is.
        known_role: The office that this person had on the article's day.
        known_sector: Its sector.
        past_roles: The offices that this person had by the article's day.
    """

    kind: ActorKind | None
    country: str | None
    gender: Literal["m", "f", "n"] | None
    plural: bool
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    mentions: list[tuple[Candidate, str]] = field(default_factory=list)
    owner: "Entity | None" = None
    known: Entry | None = None
    known_role: str | None = None
    known_sector: str | None = None
    past_roles: frozenset[str] = frozenset()
    _unsure: set[str] = field(default_factory=set)

    @property
    def all_roles(self) -> tuple[str, ...]:
        """What the text calls it, and what the lists know it to be."""
        return (*self.roles, self.known_role) if self.known_role else tuple(self.roles)

    @property
    def is_of_any_land(self) -> bool:
        """Whether those who are its own may be of any country: a company, a university."""
        return self.kind == "organisation" and not OF_ANY_LAND.isdisjoint(self.sectors)

    @property
    def first_place(self) -> int:
        """Where it is first mentioned."""
        return min(candidate.span.start for candidate, _ in self.mentions)

    @property
    def last_place(self) -> int:
        """Where it was last mentioned."""
        return self.mentions[-1][0].span.start

    def learn(self, candidate: Candidate, rule: str, persons: PersonNames) -> None:
        """Take a mention in, with what its words say."""
        self.mentions.append((candidate, rule))
        if candidate.name and candidate.name not in self.names:
            self._take_name(candidate.name, persons, is_sure=candidate.kind is not None)
        if candidate.role and candidate.role not in self.roles:
            self.roles.append(candidate.role)
        if candidate.sector:
            self.sectors.append(candidate.sector)
        self.country = self.country or candidate.country
        if candidate.kind is not None and self.kind in (None, "role"):
            self.kind = candidate.kind
        if self.names and self.kind == "role":
            self.kind = "person"
        if candidate.form != "pronoun" or self.gender is None:
            self.gender = self.gender or candidate.gender

    def _take_name(self, name: str, persons: PersonNames, *, is_sure: bool) -> None:
        """Add a name, but not one that only puts a word before the person's own: "Crooked Anna Haverty"."""
        if not is_sure and any(persons.is_full(known) and name.endswith(" " + known) for known in self.names):
            return
        if is_sure and persons.is_full(name):
            longer = [known for known in self.names if known in self._unsure and known.endswith(" " + name)]
            self.names = [known for known in self.names if known not in longer]
        if not is_sure:
            self._unsure.add(name)
        self.names.append(name)


def is_of_others(roles: Iterable[str], rules: Rules) -> bool:
    """Say whether somebody is called by what he is to others, who may be of another country: "its allies"."""
    abroad, beside = rules.classes["foreign_counterpart"], rules.classes["associate"]
    return any(role in abroad or role in beside for role in roles)


class Entities:
    """All figures of an article, findable by the words that name them."""

    def __init__(self, persons: PersonNames) -> None:
        self._persons = persons
        self._figures: list[Entity] = []
        self._by_span: dict[Span, tuple[Entity, ...]] = {}
        self._by_head: dict[int, tuple[Entity, ...]] = {}
        self._by_name: dict[str, dict[Entity, None]] = {}
        self._by_sound: dict[str, dict[Entity, None]] = {}
        self._recent: list[tuple[Candidate, tuple[Entity, ...]]] = []

    def __iter__(self) -> Iterator[Entity]:
        """Give the figures that have mentions, in the order of their first."""
        return (figure for figure in self._figures if figure.mentions)

    def new(self, candidate: Candidate, rule: str) -> Entity:
        """Add a figure that nobody has spoken of before."""
        figure = Entity(kind=candidate.kind, country=None, gender=None, plural=candidate.plural)
        self._figures.append(figure)
        self.join(candidate, (figure,), rule)
        return figure

    def join(self, candidate: Candidate, figures: tuple[Entity, ...], rule: str) -> None:
        """Give a mention to one figure, or to several that its words stand for together."""
        for figure in figures:
            if len(figures) == 1:
                figure.learn(candidate, rule, self._persons)
            else:
                figure.mentions.append((candidate, rule))
        self._by_span[candidate.span] = figures
        self._by_head[candidate.head] = figures
        if candidate.name and len(figures) == 1:
            self._index(candidate.name, figures[0])
        self._recent.append((candidate, figures))

    def put_aside(self, candidate: Candidate, figures: tuple[Entity, ...]) -> None:
        """Remember that several figures were spoken of together, so that "they" finds them."""
        self._recent.append((candidate, figures))

    def merge(self, kept: Entity, other: Entity) -> None:
        """Make two figures one."""
        if kept is other:
            return
        for candidate, rule in other.mentions:
            kept.learn(candidate, rule, self._persons)
        other.mentions.clear()
        for figure in self._figures:
            if figure.owner is other:
                figure.owner = kept
        self._replace(other, kept)

    def named(self, word: str) -> Iterable[Entity]:
        """Give the figures that have this name, or this word in their name."""
        return [figure for figure in self._by_name.get(word.casefold(), ()) if figure.mentions]

    def namesakes(self, name: str) -> Iterable[Entity]:
        """Give the figures one of whose names has the first or last word of this one, or another spelling of it."""
        words = self._persons.surname_parts(name)
        sounds = dict.fromkeys(map(sound, (words[-1], words[0]))) if words else {}
        known = dict.fromkeys(figure for part in sounds for figure in self._by_sound.get(part, ()))
        return [figure for figure in known if figure.mentions]

    def at(self, span: Span) -> tuple[Entity, ...]:
        """Give the figures that exactly these words name."""
        return self._by_span.get(span, ())

    def headed(self, index: int) -> tuple[Entity, ...]:
        """Give the figures of the mention whose head is this token."""
        return self._by_head.get(index, ())

    def recent(self) -> Iterator[tuple[Candidate, tuple[Entity, ...]]]:
        """Give the latest mentions, the last one first."""
        return reversed(self._recent[-_MEMORY:])

    def _index(self, name: str, figure: Entity) -> None:
        for word in {name.casefold(), *name.casefold().split()}:
            self._by_name.setdefault(word, {})[figure] = None
        for word in self._persons.surname_parts(name):
            self._by_sound.setdefault(sound(word), {})[figure] = None

    def _replace(self, old: Entity, new: Entity) -> None:
        def swapped(figures: tuple[Entity, ...]) -> tuple[Entity, ...]:
            return tuple(dict.fromkeys(new if figure is old else figure for figure in figures))

        for candidate, _ in new.mentions:
            self._by_span[candidate.span] = swapped(self._by_span.get(candidate.span, (new,)))
            self._by_head[candidate.head] = swapped(self._by_head.get(candidate.head, (new,)))
            if candidate.name:
                self._index(candidate.name, new)
        tail = len(self._recent) - _MEMORY
        for number in range(max(0, tail), len(self._recent)):
            candidate, figures = self._recent[number]
            self._recent[number] = (candidate, swapped(figures))
