"""The persons of one article, as they are held against those of others."""

from collections.abc import Iterable, Iterator

from newsledger.model import Actor, PersonNames, Record, Sighting, Span

#: Names of lists in the rules of mentions: "people/Anna Haverty".
_LISTED = "people/"
_NAMES = ("name", "short")
_RECEIPTS = 3


def sightings_of(record: Record) -> tuple[Sighting, ...]:
    """Give the persons of a record, and those whom it calls by the office of a country alone, in the text's order."""
    return tuple(
        sighting
        for actor in record.actors
        if actor.kind in ("person", "role") and (sighting := _sighting(actor, record)) is not None
    )


def person_keys(sighting: Sighting, names: PersonNames) -> frozenset[str]:
    """Give the keys under which persons are held against each other.

    Those who are named in full depend on those alone whose surname has the same key; a surname, initials or an office
    depend on the persons who have their key, be it of a short form.
    """
    written = (*([sighting.name] if sighting.name else []), *sighting.short)
    office = {f"office:{sighting.country}:{sighting.role}"} if sighting.role and sighting.country else set()
    return frozenset({f"name:{names.surname_key(name)}" for name in written} | office)


def _sighting(actor: Actor, record: Record) -> Sighting | None:
    spans = tuple(_by_length(actor))
    named = actor.kind == "person" and bool(spans)
    if not named and (actor.kind != "role" or not actor.country or not actor.role):
        return None
    text, name = record.article.text, _name(actor) if named else None
    return Sighting(
        id=actor.id,
        report=record.article.id,
        day=record.article.date_published.earliest,
        name=name,
        short=tuple(dict.fromkeys(_short_forms(actor, text))) if named else (),
        country=actor.country,
        role=actor.role,
        former=actor.sector == "ELI",
        called=None if named else actor.mentions[0].span.of(text),
        spans=(spans or tuple(mention.span for mention in actor.mentions))[:_RECEIPTS],
    )


def _name(actor: Actor) -> str:
    """Give the whole name: the longest in the text, or for a bare surname that of the list where it is known there.

    A list that took a surname for another bearer's than the whole name of the text is not believed.
    """
    listed = [one.rule.removeprefix(_LISTED) for one in actor.mentions if one.rule.startswith(_LISTED)]
    return listed[0] if listed and " " not in actor.name else actor.name


def _by_length(actor: Actor) -> Iterable[Span]:
    """Give where a person is named: whole names first, each by its place."""
    named = [mention for mention in actor.mentions if mention.form in _NAMES]
    return (mention.span for mention in sorted(named, key=lambda one: (one.form != "name", one.start)))


def _short_forms(actor: Actor, text: str) -> Iterator[str]:
    for mention in actor.mentions:
        if mention.form == "short":
            yield mention.span.of(text).split()[-1]
