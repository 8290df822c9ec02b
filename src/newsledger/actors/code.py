"""Makes an actor of a figure: its name, key, country, sector and role."""

import unicodedata
from collections import Counter

from newsledger.actors.cast import Figure
from newsledger.actors.rules import Entry, Rules
from newsledger.model import Actor, ActorKind, Annotated, Mention, content_id

_ARTICLES = ("the ", "a ", "an ", "this ", "that ", "these ", "those ")


def make_actor(figure: Figure, doc: Annotated, rules: Rules) -> Actor:
    """Turn a figure into an actor, with the codes that its words and the lists give it."""
    known = _listed(figure, rules)
    name = _name(figure, doc)
    kind: ActorKind = figure.kind or ("person" if " " in name else "organisation")
    country = figure.country or (known.country if known else None)
    key = ":".join((kind, country or "-", _normalised(known.name if known else name)))
    return Actor(
        id=content_id("actor", doc.article.id, key),
        key=key,
        name=name,
        kind=kind,
        country=country,
        sector=_sector(figure, known, doc),
        role=figure.roles[0] if figure.roles else None,
        mentions=tuple(
            Mention(start=candidate.span.start, end=candidate.span.end, form=candidate.form, rule=rule)
            for candidate, rule in sorted(figure.mentions, key=lambda mention: mention[0].span)
        ),
    )


def _name(figure: Figure, doc: Annotated) -> str:
    """Give the fullest name; for a figure without one, its first description."""
    if figure.names:
        return max(figure.names, key=len)
    described = next((candidate for candidate, _ in figure.mentions if candidate.form != "pronoun"), None)
    words = (described or figure.mentions[0][0]).span.of(doc.text)
    words = " ".join(words.split())
    for article in _ARTICLES:
        if words.lower().startswith(article):
            return words[len(article) :]
    return words


def _listed(figure: Figure, rules: Rules) -> Entry | None:
    """Find the person of the lists that a figure is, where it can only be one."""
    if figure.kind != "person" or not figure.names:
        return None
    longest = max(figure.names, key=len)
    words = longest.split()
    for form in (words, [word for word in words if not (len(word) == 2 and word[1] == ".")]):
        hit = rules.names.match(form, 0)
        if hit and hit[0] == len(form) and hit[1].kind == "person":
            return hit[1]
    if len(words) > 1:
        return None
    entries = rules.surnames.get(longest, ())
    fitting = [
        entry for entry in entries if figure.gender in (None, entry.gender) and figure.country in (None, entry.country)
    ]
    return fitting[0] if len({entry.country for entry in fitting}) == 1 and len(fitting) == 1 else None


def _sector(figure: Figure, known: Entry | None, doc: Annotated) -> str | None:
    if figure.kind == "country":
        return "GOV"
    if figure.sectors:
        return Counter(figure.sectors).most_common(1)[0][0]
    if known is None:
        return None
    day = doc.article.date_published.day
    if known.until and day and day.isoformat() > known.until:
        return "ELI"
    if known.since and day and day.isoformat() < known.since:
        return None
    return known.sector


def _normalised(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(letter for letter in folded if not unicodedata.combining(letter)).split())
