"""The sightings that are one person so far, and who may be added to them."""

from collections import defaultdict
from dataclasses import dataclass, field

from newsledger.model import Evidence, PersonNames, PersonRule, PersonTie, Sighting

#: A country and an office of it.
Held = tuple[str, str]


@dataclass(slots=True, eq=False)
class Cluster:
    """One person while it is being put together, and what others are held against.

    Attributes:
        sure: Those who are what others are held against.
        added: Those who were joined by less than a whole name.
        names: The names, each with the first who has it; those in ``shorts`` are parts of them.
        by_story: The first of each story.
        by_office: The first with each office of a country.
    """

    sure: list[Sighting] = field(default_factory=list)
    added: list[Sighting] = field(default_factory=list)
    ties: list[PersonTie] = field(default_factory=list)
    names: dict[str, Sighting] = field(default_factory=dict)
    shorts: set[str] = field(default_factory=set)
    by_story: dict[str, Sighting] = field(default_factory=dict)
    by_office: dict[Held, Sighting] = field(default_factory=dict)
    _countries: set[str] = field(default_factory=set)
    _in_report: defaultdict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))

    def hold(self, sighting: Sighting, story: str | None) -> None:
        """Take a sighting in as one that others are held against."""
        self.sure.append(sighting)
        self.names.setdefault(sighting.name or "", sighting)
        self.shorts.update(sighting.short)
        self._in_report[sighting.report].add(sighting.name)
        if story is not None:
            self.by_story.setdefault(story, sighting)
        if sighting.country:
            self._countries.add(sighting.country)
        if office := office_of(sighting):
            self.by_office.setdefault(office, sighting)

    def add(self, sighting: Sighting, other: Sighting, rule: PersonRule) -> None:
        """Join a sighting by what it has in common with one of the person's."""
        self.added.append(sighting)
        self.tie(sighting, other, rule)

    def tie(self, sighting: Sighting, other: Sighting, rule: PersonRule) -> None:
        """Say why two sightings are one person, with the words of both."""
        self.ties.append(PersonTie(rule=rule, first=_receipt(other), second=_receipt(sighting)))

    def agrees(self, sighting: Sighting) -> bool:
        """Say whether somebody may be this person: of no other country, and not told apart from it in an article."""
        here = self._in_report.get(sighting.report, set())
        return (not sighting.country or self._countries <= {sighting.country}) and here <= {sighting.name}

    def may_be_named(self, name: str, names: PersonNames) -> bool:
        """Say whether a name may be this person's: a whole one beside each of its names, or a short form of one."""
        if names.is_full(name):
            return all(names.is_same(name, known) for known in self.names)
        last = names.surname_parts(name)
        return any(
            names.may_shorten(name, known) and (last == names.surname_parts(known)[-1:] or name in self.shorts)
            for known in self.names
        )

    def written_same(self, name: str, names: PersonNames) -> Sighting | None:
        """Give the first whose name is a name letter for letter, but for capitals and accents."""
        parts = names.surname_parts(name)
        same = (known for known in self.names if names.surname_parts(known) == parts and names.is_same(known, name))
        return next((self.names[known] for known in same), None)


def office_of(sighting: Sighting) -> Held | None:
    """Give the office with its country, where both are told."""
    return (sighting.country, sighting.role) if sighting.role and sighting.country else None


def _receipt(sighting: Sighting) -> Evidence:
    return Evidence(article=sighting.report, finding=sighting.id, spans=sighting.spans)
