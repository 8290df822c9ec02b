"""Recognises persons whom the lists know, and says what they were on a day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.actors.cast import Figure
from newsledger.actors.rules import Entry, Rules, Term
from newsledger.actors.words import split_words
from newsledger.model import Annotated

# A share of the mentions of states and towns that makes one country the setting of an article.
_SETTING = 0.5


def recognise(figure: Figure, day: date | None, rules: Rules) -> Entry | None:
    """Find the person of the lists that a figure is, where it can only be one.

    A surname alone is the one of its bearers who had an office that day, if there is one such; where no day
    is known, the one who is known by the office that the text gives.
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
    if len(fitting) > 1 and day is None:
        fitting = [entry for entry in fitting if entry.role in figure.roles]
    elif len(fitting) > 1:
        fitting = [entry for entry in fitting if term_at(entry.name, day, rules) is not None]
    if len(fitting) > 1:
        fitting = [entry for entry in fitting if _is_in_office(term_at(entry.name, day, rules))]
    return fitting[0] if len(fitting) == 1 else None


def term_at(name: str, day: date | None, rules: Rules) -> Term | None:
    """Give the office that a person held, or had last left, on a day; None where that is not known."""
    if day is None:
        return None
    iso = day.isoformat()
    return next(
        (term for term in rules.terms.get(name, ()) if term.since <= iso and (term.until is None or iso <= term.until)),
        None,
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """The countries that an article names by their states, nationalities and towns.

    Attributes:
        main: The one that most of these are of, in which the article is set.
    """

    countries: frozenset[str]
    main: str | None

    @classmethod
    def of(cls, doc: Annotated, rules: Rules) -> "Settings":
        """Count the countries of an article."""
        counts: Counter[str] = Counter()
        words = tuple(token.text for token in doc.tokens)
        end = 0
        for index, word in enumerate(words):
            if index < end or not word[0].isupper():
                continue
            hit = rules.names.match(words, index)
            if hit:
                end = hit[0]
                if hit[1].country and hit[1].form != "common" and not _is_given_name(words, index, rules):
                    counts[hit[1].country] += 1
        if not counts:
            return cls(frozenset(), None)
        country, most = counts.most_common(1)[0]
        return cls(frozenset(counts), country if most > _SETTING * counts.total() else None)


def _is_given_name(words: Sequence[str], index: int, rules: Rules) -> bool:
    """Say whether the name of a place is a person's first name here: "Jackson Holt"."""
    return words[index] in rules.given_names and index + 1 < len(words) and words[index + 1][0].isupper()


def _is_in_office(term: Term | None) -> bool:
    return term is not None and term.sector in ("GOV", "PTY", "LEG", "IGO")
