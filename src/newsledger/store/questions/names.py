"""Names as people write them, and codes as they are written. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsledger.store.folding import fold

#: PLOVER's codes for what an actor is.
SECTORS = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL"}
    | {"EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
)
_CODES = re.compile(r"(?P<country>[A-Z]{3})?(?P<likely>\?)?[ :/-]?(?P<sector>[A-Z]{3})?")
_KEY = re.compile(r"(person|country|government|organisation|group|role):(-|[A-Z]{3}\??):.+")
_NEAR = 0.7
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who is asked for, as far as the words tell.

    Attributes:
        key: An actor's key, written out.
        country: A code of a country, if the ledger has anyone of it.
        sector: A code of a sector.
        likely: Those are asked for, too, whose country is only inferred.
        forms: The folded name in the ways in which it may be known, the most likely first.
    """

    key: str | None
    country: str | None
    sector: str | None
    forms: tuple[str, ...]
    likely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An actor that a name may mean."""

    key: str
    name: str
    kind: str
    country: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Whom a question is about: keys of actors, or everyone of a country or a sector."""

    keys: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None


def read_name(written: str) -> Asked:
    """Take a name apart.

    ``RUS`` is a country, ``RUS?`` also those of whom this is only inferred, ``GOV`` a sector, ``RUS GOV``
    both; ``Lavrov, Sergei`` is ``Sergei Lavrov``, and ``Donald J. Trump`` may be known without his J.
    """
    bare = " ".join(written.split())
    if _KEY.fullmatch(bare):
        return Asked(key=bare, country=None, sector=None, forms=())
    country, sector = _codes(bare)
    last, comma, first = bare.partition(",")
    names = [bare, f"{first} {last}"] if comma and first.strip() else [bare]
    forms = [fold(name).removeprefix("the ") for name in names]
    forms += [" ".join(_without_initials(form.split())) for form in forms]
    return Asked(
        key=None,
        country=country,
        sector=sector,
        forms=tuple(dict.fromkeys(form for form in forms if form)),
        likely=country is not None and bare[len(country) :].startswith("?"),
    )


def _codes(bare: str) -> tuple[str | None, str | None]:
    match = _CODES.fullmatch(bare)
    if match is None:
        return None, None
    country, sector = match["country"], match["sector"]
    if country in SECTORS and sector is None:
        return None, country
    return (country, sector) if sector is None or sector in SECTORS else (None, None)


def _without_initials(words: list[str]) -> list[str]:
    return [word for number, word in enumerate(words) if len(word) > 1 or number in (0, len(words) - 1)]


def holds_words(spelling: str, form: str) -> bool:
    """Say whether a spelling has all words of a name, in any order: "foreign minister sergei lavrov", "lavrov"."""
    return set(form.split()) <= set(spelling.split())


def near(form: str, spellings: Iterable[str]) -> tuple[str, ...]:
    """Give the spellings most like a name that nobody has."""
    matcher = SequenceMatcher(b=form, autojunk=False)
    likeness: dict[str, float] = {}
    for spelling in set(spellings):
        matcher.set_seq1(spelling)
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR:
            likeness[spelling] = matcher.ratio()
    best = sorted(likeness, key=lambda spelling: (-likeness[spelling], spelling))
    return tuple(spelling for spelling in best if likeness[spelling] >= _NEAR)[:_SHOWN]


def told(written: str, matches: tuple[Match, ...]) -> str | None:
    """Say that a name is several actors'; None where it is one's."""
    if len(matches) < 2:
        return None
    shown = [f"{match.name} ({match.key})" for match in matches[:_SHOWN]]
    more = f" and {len(matches) - _SHOWN} more" if len(matches) > _SHOWN else ""
    names = ", ".join(shown) + more
    return f"{len(matches)} actors match {written!r}: {names}; all are shown, narrow with one of these keys"
