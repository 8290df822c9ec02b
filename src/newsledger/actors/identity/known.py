"""Recognises persons whom the lists know, and says what they were on a day."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsledger.actors.identity.cast import Figure
from newsledger.actors.rules import Entry, Rules, Term
from newsledger.actors.words import split_words
from newsledger.model import Annotated

# A share of the mentions of states and towns that makes one country the setting of an article.
_SETTING = 0.5
# In letters: where an article is set in no one country, one named further off tells nothing.
_NEAR = 400
# Those who tell the news of every country.
_AGENCIES = frozenset(
    {"Agence France-Presse", "Associated Press", "Bloomberg", "Deutsche Presse-Agentur", "Reuters", "Xinhua"}
    | {"United Press International", "BBC", "Al Jazeera"}
)
_BODIES_OF_MANY = frozenset({"IGO", "UNO", "EUR"})
# So many years before the first office that a list has, and after the last, a surname alone is still taken for
# the person who had it.
_BEFORE_OFFICE = 3
_AFTER_OFFICE = 15


def recognise(figure: Figure, day: date | None, rules: Rules, countries: frozenset[str] = frozenset()) -> Entry | None:
    """Find the person of the lists that a figure is, where it can only be one.

    A surname alone is the one of its bearers who had an office that day, if there is one such; where no day
    is known, the one who is known by the office that the text gives.

    Args:
        figure: Who is looked for.
        day: The article's day.
        rules: The room's lists.
        countries: Those that the article names; where it names any, it speaks by surname alone only of people of
            these, or of those whom it calls by their office.
    """
    longest = max(figure.names, key=len, default="")
    words = split_words(longest)
    if not words:
        return None
    for form in (words, tuple(word for word in words if not (len(word) == 2 and word[1] == "."))):
        hit = rules.names.match(form, 0) if form else None
        if hit and hit[0] == len(form) and hit[1].kind == "person":
            return hit[1]
    fitting = [
        entry
        for entry in rules.surnames.get(" ".join(words), ())
        if figure.gender in (None, entry.gender) and figure.country in (None, entry.country)
    ]
    chosen = _only_one(fitting, figure, day, rules)
    return chosen if chosen and (not countries or _is_near(chosen, figure, day, rules, countries)) else None


def _is_near(entry: Entry, figure: Figure, day: date | None, rules: Rules, countries: frozenset[str]) -> bool:
    """Say whether an article may be about a person: it names the country or office, or the office is a world body's."""
    term = term_at(entry.name, day, rules)
    serves_many = entry.sector in _BODIES_OF_MANY or (term is not None and term.sector in _BODIES_OF_MANY)
    return serves_many or entry.country in countries or _is_told(entry, figure, rules)


def _only_one(fitting: Sequence[Entry], figure: Figure, day: date | None, rules: Rules) -> Entry | None:
    """Choose among the bearers of a surname: the one who has an office that day, or the one that the text tells."""
    told = [entry for entry in fitting if _is_told(entry, figure, rules)]
    if day is None:
        chosen = told if len(fitting) > 1 else fitting
    elif len(fitting) > 1:
        terms = {entry.name: term_at(entry.name, day, rules) for entry in fitting}
        chosen = [entry for entry in fitting if (term := terms[entry.name]) and term.sector != "ELI"]
        if len(chosen) != 1:
            chosen = [entry for entry in chosen or fitting if entry in told]
    else:
        chosen = [entry for entry in fitting if entry in told or _was_known(entry, day, rules)]
    return chosen[0] if len(chosen) == 1 else None


def _is_told(entry: Entry, figure: Figure, rules: Rules) -> bool:
    """Say whether the text calls somebody by an office that a person had at any time."""
    return entry.role in figure.roles or any(term.role in figure.roles for term in rules.terms.get(entry.name, ()))


def _was_known(entry: Entry, day: date, rules: Rules) -> bool:
    """Say whether a surname alone may mean a person on a day: not before the first office, nor long after the last."""
    terms = rules.terms.get(entry.name, ())
    return not terms or (
        terms[0].since[:4] <= str(day.year + _BEFORE_OFFICE)
        and (terms[-1].until or "9")[:4] >= str(day.year - _AFTER_OFFICE)
    )


def term_at(name: str, day: date | None, rules: Rules) -> Term | None:
    """Give the office that a person held on a day, of several the last to begin.

    Returns:
        The office; one that is over has the sector of those who were something once. None where the
        person had no office yet, or none that is known.
    """
    if day is None:
        return None
    iso = day.isoformat()
    begun = [term for term in rules.terms.get(name, ()) if term.since <= iso]
    if not begun:
        return None
    held = [term for term in begun if _lasts(term, iso)]
    return held[-1] if held else replace(begun[-1], sector="ELI")


def holds_office(name: str, day: date | None, rules: Rules) -> bool:
    """Say whether the lists know an office or candidacy that a person had on a day."""
    return day is not None and any(
        term.since <= day.isoformat() and _lasts(term, day.isoformat()) for term in rules.terms.get(name, ())
    )


def _lasts(term: Term, iso: str) -> bool:
    return term.until is None or iso[: len(term.until)] <= term.until


@dataclass(frozen=True, slots=True)
class Settings:
    """The countries that an article names by their states, nationalities and towns.

    Attributes:
        main: The one that most of these are of, in which the article is set.
        named: The countries of which it names more than towns.
    """

    countries: frozenset[str]
    main: str | None
    named: frozenset[str]
    _sightings: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, doc: Annotated, rules: Rules) -> "Settings":
        """Count the countries of an article."""
        words = tuple(token.text for token in doc.tokens)
        seen: list[tuple[int, str]] = []
        named: set[str] = set()
        end = 0
        for index, word in enumerate(words):
            if index < end or not word[0].isupper():
                continue
            hit = rules.names.match(words, index)
            if hit:
                end, entry = hit
                if _tells_country(entry) and entry.country and not _is_given_name(words, index, rules):
                    seen.append((doc.tokens[index].span.start, entry.country))
                    if entry.form != "place":
                        named.add(entry.country)
        counts = Counter(country for _, country in seen)
        country, most = counts.most_common(1)[0] if counts else (None, 0)
        main = country if most > _SETTING * counts.total() else None
        return cls(frozenset(counts), main, frozenset(named), tuple(seen))

    def at(self, place: int) -> str | None:
        """Give the country that an article is set in, or else the last one named near a place in its text."""
        if self.main or not self._sightings:
            return self.main
        number = bisect_left(self._sightings, (place, ""))
        seen, country = self._sightings[max(0, number - 1)]
        return country if abs(place - seen) <= _NEAR else None


def _tells_country(entry: Entry) -> bool:
    """Say whether a name shows what an article is about; that of an agency or paper shows only who told it."""
    return entry.form != "common" and entry.name not in _AGENCIES


def _is_given_name(words: Sequence[str], index: int, rules: Rules) -> bool:
    """Say whether the name of a place is a person's first name here: "Jackson Holt"."""
    return words[index] in rules.given_names and index + 1 < len(words) and words[index + 1][0].isupper()
