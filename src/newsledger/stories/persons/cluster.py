"""The sightings that are one person so far, and who may be added to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsledger.model import Evidence, PersonNames, PersonRule, PersonTie, Sighting


@dataclass(slots=True, eq=False)
class Cluster:
    """One person while it is being put together.

    Attributes:
        sure: Those whose whole name says who they are: what others are held against.
        added: Those who were joined by less than that, with their ties.
    """

    sure: list[Sighting] = field(default_factory=list)
    added: list[Sighting] = field(default_factory=list)
    ties: list[PersonTie] = field(default_factory=list)

    @property
    def names(self) -> Mapping[str, Sighting]:
        """The whole names, each with the first who has it."""
        found: dict[str, Sighting] = {}
        for one in self.sure:
            found.setdefault(one.name or "", one)
        return found

    def add(self, sighting: Sighting, other: Sighting, rule: PersonRule) -> None:
        """Join a sighting by what it has in common with one of the person's."""
        self.added.append(sighting)
        self.ties.append(tie(sighting, other, rule))


def tie(sighting: Sighting, other: Sighting, rule: PersonRule) -> PersonTie:
    """Say why two sightings are one person, with the words of both."""
    return PersonTie(rule=rule, first=_receipt(other), second=_receipt(sighting))


def agree(sighting: Sighting, others: Iterable[Sighting]) -> bool:
    """Say whether somebody may be one with others: of no other country, and not told apart from them in an article."""
    return all(
        (None in (sighting.country, one.country) or sighting.country == one.country)
        and (sighting.report != one.report or sighting.name == one.name)
        for one in others
    )


def fits(sighting: Sighting, cluster: Cluster, names: PersonNames) -> bool:
    """Say whether a short or unsure name may be that of a person."""
    name = sighting.name or ""
    if not agree(sighting, cluster.sure):
        return False
    if names.is_full(name):
        return all(names.is_same(name, known) for known in cluster.names)
    last = names.surname_parts(name)
    return any(
        names.may_shorten(name, one.name or "")
        and (last == names.surname_parts(one.name or "")[-1:] or name in one.short)
        for one in cluster.sure
    )


def _receipt(sighting: Sighting) -> Evidence:
    return Evidence(article=sighting.report, finding=sighting.id, spans=sighting.spans)
