"""Recognises persons whom the lists know, and says what they were on a day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsledger.actors.identity.cast import Entity
from newsledger.actors.rules import Entry, Rules, Term
from newsledger.actors.words import split_words
from newsledger.model import Annotated

# A share of the mentions of states and towns that makes one country the setting of an article.
_SETTING = 0.5
_BODIES_OF_MANY = frozenset({"IGO", "UNO", "EUR"})
# So many years before the first office that a list has, and after the last, a surname alone is still taken for
# the person who had it.
_BEFORE_OFFICE = 3
_AFTER_OFFICE = 15


def recognise(figure: Entity, day: date | None, rules: Rules, countries: frozenset[str] = frozenset()) -> Entry | None:
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
        for entry in _bearers(longest, words, rules)
        if figure.gender in (None, entry.gender) and figure.country in (None, entry.country)
    ]
    chosen = _only_one(fitting, figure, day, rules)
    return chosen if chosen and (not countries or _is_near(chosen, figure, day, rules, countries)) else None


def _bearers(name: str, words: Sequence[str], rules: Rules) -> Iterable[Entry]:
    """Give the people of the lists whom a short name may mean, or a full one that leaves an initial out."""
    short = rules.surnames.get(" ".join(words), ())
    if short or len(words) == 1:
        return short
    return (entry for entry in rules.surnames.get(words[-1], ()) if rules.persons.is_same(name, entry.name))


def _is_near(entry: Entry, figure: Entity, day: date | None, rules: Rules, countries: frozenset[str]) -> bool:
    """Say whether an article may be about a person: it names the country or office, or the office is a world body's."""
    term = term_at(entry.name, day, rules)
    serves_many = entry.sector in _BODIES_OF_MANY or (term is not None and term.sector in _BODIES_OF_MANY)
    return serves_many or entry.country in countries or _is_told(entry, figure, rules)


def _only_one(fitting: Sequence[Entry], figure: Entity, day: date | None, rules: Rules) -> Entry | None:
    """Choose among the bearers of a surname: the one who has an office that day, or the one that the text tells."""
    told = [entry for entry in fitting if _is_told(entry, figure, rules)]
    if day is None:
        chosen = told if len(fitting) > 1 else fitting
    elif len(fitting) > 1:
        terms = {entry.name: term_at(entry.name, day, rules) for entry in fitting}
        chosen = [entry for entry in fitting if (term := terms[entry.name]) and term.sector != "ELI"]
    else:
        chosen = [entry for entry in fitting if entry in told or _was_known(entry, day, rules)]
    return chosen[0] if len(chosen) == 1 else None


def _is_told(entry: Entry, figure: Entity, rules: Rules) -> bool:
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
        written_in: The one of the dateline's town.
    """

    countries: frozenset[str]
    main: str | None
    written_in: str | None

    @classmethod
    def of(cls, doc: Annotated, rules: Rules) -> "Settings":
        """Count the countries of an article."""
        seen = [(index, entry.country) for index, entry in _sightings(doc, rules) if entry.country]
        counts = Counter(country for _, country in seen)
        country, most = counts.most_common(1)[0] if counts else (None, 0)
        main = country if most > _SETTING * counts.total() else None
        written = (country for index, country in seen if doc.role_at(index) == "dateline")
        return cls(frozenset(counts), main, next(written, None))


def _sightings(doc: Annotated, rules: Rules) -> Iterator[tuple[int, Entry]]:
    """Give the states, nationalities, towns and bodies that an article names, and where."""
    words, listed = tuple([token.text for token in doc.tokens]), rules.names.lengths
    end = 0
    for index, word in enumerate(words):
        if index < end or word not in listed or not word[0].isupper():
            continue
        hit = rules.names.match(words, index)
        if hit:
            end, entry = hit
            if _tells_country(entry, rules) and not _is_persons(words, index, rules):
                yield index, entry


def _tells_country(entry: Entry, rules: Rules) -> bool:
    """Say whether a name shows what an article is about; that of an agency or paper shows only who told it."""
    return entry.form != "common" and entry.name not in rules.classes["world_agency"]


def _is_persons(words: Sequence[str], index: int, rules: Rules) -> bool:
    """Say whether the name of a place is a person's first or last name here: "Jackson Holt", "Anna Harwick"."""
    after = words[index + 1 : index + 2]
    if words[index] in rules.given_names and after and after[0][0].isupper():
        return True
    return index > 0 and words[index - 1] in rules.given_names
