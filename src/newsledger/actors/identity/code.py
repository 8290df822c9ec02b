"""Makes an actor of a figure: its name, key, country, sector and role."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from newsledger.actors.identity.cast import Entity, is_of_others
from newsledger.actors.identity.known import Settings, holds_office
from newsledger.actors.identity.persons import parts
from newsledger.actors.rules import Rules
from newsledger.actors.words import split_words
from newsledger.model import Actor, ActorKind, Annotated, Candidate, Mention, content_id

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
# Organs of a state: a paper calls its own country's by no land.
_ORGANS = frozenset({"GOV", "LEG", "JUD", "COP"})
# Whose acts would be the state's, of those who may be charged with a crime of their own.
_UNIFORMED = frozenset({"COP", "JUD"})
_OF_TWO = frozenset({"two", "both"})
# The longest "of …" that goes into the name of somebody without one.
_LONGEST_COMPLEMENT = 8


class Coder:
    """Gives the figures of one article their codes."""

    def __init__(self, doc: Annotated, rules: Rules, settings: Settings) -> None:
        self._doc = doc
        self._rules = rules
        self._day = doc.article.date_published.day
        self._settings = settings

    def actors(self, figures: Iterable[Entity]) -> tuple[Actor, ...]:
        """Turn figures into actors, with the codes that their words and the lists give them.

        Two that turn out to be the same by name are one. Two that are only described alike stay two, and
        the later one's id counts them.
        """
        made: dict[tuple[str, int], Actor] = {}
        alike: Counter[str] = Counter()
        for figure in figures:
            actor = self._actor(figure)
            first = made.get((actor.key, 0))
            if first is None:
                made[actor.key, 0] = actor
            elif figure.names or actor.kind == "government":
                mentions = sorted({*first.mentions, *actor.mentions}, key=lambda mention: mention.span)
                made[actor.key, 0] = replace(first, mentions=tuple(mentions))
            else:
                alike[actor.key] += 1
                number = alike[actor.key]
                made[actor.key, number] = replace(
                    actor, id=content_id("actor", self._doc.article.id, actor.key, str(number))
                )
        return tuple(made.values())

    def _actor(self, figure: Entity) -> Actor:
        name = self._name(figure)
        kind: ActorKind = figure.kind or self._guessed_kind(figure)
        sector = self._sector(figure)
        country = figure.country or self._country_of_dateline(figure, sector)
        inferred = None if country else self._inferred_country(figure, sector)
        key = actor_key(kind, country or (inferred and f"{inferred}?"), self._shared_name(figure, name))
        return Actor(
            id=content_id("actor", self._doc.article.id, key),
            key=key,
            name=name,
            kind=kind,
            country=country,
            country_inferred=inferred,
            sector=sector,
            role=figure.roles[0] if figure.roles else None,
            mentions=tuple(
                Mention(start=candidate.span.start, end=candidate.span.end, form=candidate.form, rule=rule)
                for candidate, rule in sorted(figure.mentions, key=lambda mention: mention[0].span)
            ),
        )

    def _country_of_dateline(self, figure: Entity, sector: str | None) -> str | None:
        """Give an organ of the state that is named without a land that of the town where the article was written."""
        is_organ = sector in _ORGANS and figure.kind in ("organisation", "government")
        return self._settings.written_in if is_organ and self._may_be_domestic(figure) else None

    def _inferred_country(self, figure: Entity, sector: str | None) -> str | None:
        """Give officials and parties of which nothing says where they belong the country that the article is about."""
        return self._settings.main if sector in (*_ORGANS, "PTY") and self._may_be_domestic(figure) else None

    def _may_be_domestic(self, figure: Entity) -> bool:
        return not (figure.kind == "country" or _is_listed_body(figure) or self._is_of_world(figure))

    def _is_of_world(self, figure: Entity) -> bool:
        """Say whether a figure is of many countries or of another one: "world leaders", "diplomats", "its allies"."""
        if figure.names:
            return False
        goes_between = figure.plural and self._rules.classes["go_between"].intersection(figure.roles)
        if goes_between or is_of_others(figure.roles, self._rules):
            return True
        told = [candidate for candidate, _ in figure.mentions if candidate.form != "pronoun"]
        words = {
            word
            for candidate in told
            if not (candidate.role or "").startswith("foreign")
            for word in self._described(candidate).lower().split()
        }
        # "The two presidents" and "the ministers of both countries" are of two, "governments must learn" is of any.
        if figure.plural and (words & _OF_TWO or (figure.kind == "government" and len(words) == 1)):
            return True
        return bool(words & self._rules.classes["of_world"]) or any(map(self._has_alliance, told))

    def _has_alliance(self, candidate: Candidate) -> bool:
        """Say whether a description names several states or a body of many: "NATO troops"."""
        words = split_words(self._described(candidate))
        hits = [hit[1] for start in range(len(words)) if (hit := self._rules.names.match(words, start))]
        countries = {entry.country for entry in hits if entry.kind == "country"}
        return len(countries) > 1 or any(entry.sector == "IGO" and entry.country is None for entry in hits)

    def _guessed_kind(self, figure: Entity) -> ActorKind:
        """Take an unknown name for a person's, unless "the" stands before it."""
        spoken = (candidate.span.of(self._doc.text).lower() for candidate, _ in figure.mentions)
        return "organisation" if any(words.startswith("the ") for words in spoken) else "person"

    def _name(self, figure: Entity) -> str:
        """Give the fullest name; for a figure without one, its first description, with whose it is and what follows."""
        if figure.names:
            return max(figure.names, key=len)
        described = next((candidate for candidate, _ in figure.mentions if candidate.form != "pronoun"), None)
        words = self._described(described or figure.mentions[0][0])
        first, _, rest = words.partition(" ")
        owner = figure.owner if first.lower() in _POSSESSIVES else None
        if rest and owner and owner.kind == "person" and owner.names:
            return f"{max(owner.names, key=len)}'s {rest}"
        return words

    def _described(self, candidate: Candidate) -> str:
        end = candidate.span.end
        for child in self._doc.children[candidate.head]:
            if self._doc.tokens[child].deprel == "prep" and self._doc.tokens[child].text.lower() in ("of", "for"):
                below = self._doc.subtree(child, without=("relcl", "acl", "appos"))
                if len(below) <= _LONGEST_COMPLEMENT and below[-1] - below[0] < len(below):
                    end = max(end, self._doc.tokens[below[-1]].span.end)
        words = self._doc.text[candidate.span.start : end].split()
        is_determined = len(words) > 1 and words[0].lower() in self._rules.classes["determiner"]
        return " ".join(words[1:] if is_determined else words)

    def _shared_name(self, figure: Entity, name: str) -> str:
        """Give the name by which an entity is the same in any article, however this one calls it."""
        if figure.known:
            return figure.known.name
        if figure.kind == "government" and figure.country:
            return "government"
        return name

    def _sector(self, figure: Entity) -> str | None:
        sector = self._sector_told(figure)
        return None if sector in _UNIFORMED and self._is_accused(figure) else sector

    def _is_accused(self, figure: Entity) -> bool:
        """Say whether one person is charged with a crime, and acts for no police or court: "an officer was charged"."""
        if figure.plural or figure.kind not in ("person", "role"):
            return False
        return any(self._is_charged(candidate.head) for candidate, _ in figure.mentions)

    def _is_charged(self, head: int) -> bool:
        tokens, accused = self._doc.tokens, self._rules.classes["accused"]
        token = tokens[head]
        below = (tokens[child] for child in self._doc.children[head] if child > head)
        told = any(one.lemma in accused and one.deprel == "acl" and "VerbForm=Part" in one.morph for one in below)
        return told or (token.deprel == "nsubjpass" and tokens[token.head].lemma in accused)

    def _sector_told(self, figure: Entity) -> str | None:
        if figure.kind == "country":
            return "GOV"
        if figure.known and holds_office(figure.known.name, self._day, self._rules):
            return figure.known_sector
        if "ELI" in figure.sectors and figure.kind == "person":
            return "ELI"
        if figure.known_sector and not self._has_another_office(figure):
            return figure.known_sector
        if figure.sectors:
            return Counter(figure.sectors).most_common(1)[0][0]
        return figure.known.sector if figure.known else None

    def _has_another_office(self, figure: Entity) -> bool:
        """Say whether the text gives a person whose office is over one that the lists do not know of.

        "President" before the name of one who was president only honours.
        """
        if not figure.known:
            return False
        had = {term.role for term in self._rules.terms.get(figure.known.name, ())} & self._rules.classes["honour"]
        told = [
            hit[1]
            for role in figure.roles
            if role not in had and (hit := self._rules.roles.match(split_words(role), 0))
        ]
        return any(role.use == "office" and role.sector not in (None, "ELI") for role in told)


def _is_listed_body(figure: Entity) -> bool:
    """Say whether a list has this body, which knows better whose it is."""
    return figure.kind != "person" and any(mention.rule.startswith("organisations/") for mention, _ in figure.mentions)


def actor_key(kind: ActorKind, country: str | None, name: str) -> str:
    """Give what is the same for the same entity in any article."""
    return ":".join((kind, country or "-", _normalised(name)))


def _normalised(name: str) -> str:
    """Write a name as in a key: without capitals, accents, hyphens and full stops."""
    return " ".join(parts(name)) or name.casefold()
