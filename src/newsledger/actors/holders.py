"""Who held which office of a country on a day, as the lists know it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from newsledger.actors.rules import Rules, Term
from newsledger.actors.words import split_words

#: So often must the lists tell of one holder after another in a country, and in so small a share of these cases may the
#: first one's term go on: an office that is split, or one that a rival claims.
_FOLLOWED, _TOGETHER = 7, 1 / 12


#: Stands around the names of a land and an office, and says nothing.
_SILENT = frozenset({"the", "'s", "’s", "of"})


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """The dated offices of the lists that one person of a country has at a time.

    Attributes:
        terms: Who had an office of a country, and how long.
        lands: Countries by their names and adjectives.
        offices: Offices by their words without those that say nothing.
    """

    terms: Mapping[tuple[str, str], Sequence[tuple[str, Term]]]
    lands: Mapping[tuple[str, ...], str]
    offices: Mapping[tuple[str, ...], str]

    @classmethod
    def build(cls, rules: Rules) -> "OfficeHolders":
        """Take the offices out of the room's lists."""
        people = {entry.name: entry.country for entry in rules.names.by_words.values() if entry.kind == "person"}
        terms: dict[tuple[str, str], list[tuple[str, Term]]] = defaultdict(list)
        for name, of_person in rules.terms.items():
            for term in of_person:
                if (country := people.get(name)) and term.sector != "ELI":
                    terms[country, term.role].append((name, term))
        for held in terms.values():
            held.sort(key=lambda row: (row[1].since, row[0]))
        single = _single(terms)
        lands = {
            words: entry.country
            for words, entry in rules.names.by_words.items()
            if entry.country and entry.rule.startswith("countries/")
        }
        offices = {tuple(_telling(role)): role for role in single}
        return cls({key: held for key, held in terms.items() if key[1] in single}, lands, offices)

    def office_in(self, words: str) -> tuple[str, str] | None:
        """Give the country and the office that words name, where they say nothing else.

        "The French president", "France's president", "president of France", and no "future French president".
        """
        said = _telling(words)
        for cut in range(1, len(said)):
            for land, office in ((said[:cut], said[cut:]), (said[cut:], said[:cut])):
                country, role = self.lands.get(land), self.offices.get(tuple(word.lower() for word in office))
                if country and role and (country, role) in self.terms:
                    return country, role
        return None

    def on(self, country: str, office: str, day: date) -> str | None:
        """Give the name of who held an office on a day; None where nobody is known, or more than one."""
        iso = day.isoformat()
        held = self.terms.get((country, office), ())
        found = {name for name, term in held if term.since <= iso and _lasts(term, iso)}
        return found.pop() if len(found) == 1 else None


def _telling(words: str) -> tuple[str, ...]:
    return tuple(word for word in split_words(words) if word.lower() not in _SILENT)


def _single(terms: Mapping[tuple[str, str], Sequence[tuple[str, Term]]]) -> frozenset[str]:
    followed: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for (_, role), held in terms.items():
        others = [(one, two) for (name, one), (other, two) in pairwise(held) if name != other]
        followed[role] += len(others)
        together[role] += sum(_lasts_past(one, two.since) for one, two in others)
    return frozenset(role for role, of in followed.items() if of >= _FOLLOWED and together[role] <= _TOGETHER * of)


def _lasts(term: Term, iso: str) -> bool:
    return term.until is None or iso[: len(term.until)] <= term.until


def _lasts_past(term: Term, since: str) -> bool:
    """Say whether a term goes on when the next one begins: not only on the day on which it is handed over."""
    return term.until is None or term.until > since
