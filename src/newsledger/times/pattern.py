"""The grammar: patterns over the classes of words, written in ``patterns.en.tsv``."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsledger.errors import LexiconError
from newsledger.lexicon import Row

#: The letter of a word that has no class.
NO_CLASS = "."
#: Names for several classes at once.
FAMILIES = {
    "DAYNUM": ("DAY", "ORDNUM", "ORDINAL", "SECOND"),
    "DATEMONTH": ("MONTH", "MONTHSHORT"),
    "NTH": ("ORDNUM", "ORDINAL", "SECOND"),
    "HOUR": ("DAY", "NUMWORD", "CLOCK", "DECIMAL"),
    "PLAIN": ("DAY", "NUM", "NUMWORD", "DECIMAL", "YEAR", "HALF", "FRACTION"),
}
#: Names for words in a row: "twenty-five", "two and a half", "half a", "several".
SEQUENCES = {
    "AMOUNT": "(HALF A? | A | PLAIN (DASH/AND/A/NUMWORD* PLAIN)? | VAGUE)",
    "FIGURES": "(PLAIN (DASH/AND/A/NUMWORD* PLAIN)? | VAGUE)",
    "MONTHDAY": "DATEMONTH DAY DASH/AND",
    "TODAYMONTH": "DASH/AND DAY DATEMONTH",
    "TOYEARERA": "TO/AND/DASH NUM/DAY/YEAR ERA",
    "YEARWORDS": "NUMWORD DASH/AND/NUMWORD* NUMWORD",
}
# "Any number" has a bound, so that a text of nothing but numbers costs no more than another.
_OFTEN = {"*": "{0,6}", "+": "{1,6}"}
_LOOKS = {"!": "(?!", "&": "(?=", "~": "(?<!", "<": "(?<="}
# One element of a pattern, as in "(month:MONTH", "year:YEAR?)?" or "!OLD": opening brackets, a look ahead (! none,
# & one) or back (~ none, < one), the part's name, its classes, how often they may stand there. Not "month=MONTH".
_ELEMENT = re.compile(
    r"""(?P<open>\(*)(?P<look>[!&~<])?(?:(?P<name>[a-z]+):)?(?P<kind>[A-Z]+(?:/[A-Z]+)*)(?P<often>[?+*]?)
    (?P<close>(?:\)[?+*]?)*)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern.

    Attributes:
        name: Its key in the lexicon.
        build: Which reading gives it its value.
        regex: Over class letters, one group for each named part.
    """

    name: str
    build: str
    rule: str
    regex: re.Pattern[str]


#: Classes that make no time by themselves, so that words of nothing else are passed over.
IDLE = frozenset(
    [
        "A",
        "AND",
        "APPROX",
        "COMMA",
        "DASH",
        "DAY",
        "DAYPAIR",
        "DECIMAL",
        "EARLIER",
        "EDGE",
        "ENDED",
        "EVERY",
        "FISCAL",
        "FRACTION",
        "FROM",
        "HALF",
        "IN",
        "LATER",
        "MOD",
        "NUM",
        "OF",
        "OLD",
        "OR",
        "ORDINAL",
        "POSSESSIVE",
        "QUOTE",
        "SECOND",
        "SO",
        "THE",
        "TIMES",
        "TO",
        "VAGUE",
    ]
)


def letters(kinds: Collection[str]) -> dict[str, str]:
    """Give each class its letter, from a part of Unicode that no text or regex syntax uses."""
    return {kind: chr(0xE000 + number) for number, kind in enumerate(sorted(kinds))}


def build_patterns(rows: Sequence[Row], kinds: Collection[str]) -> tuple[tuple[Pattern, ...], re.Pattern[str]]:
    """Compile the patterns, and one regex that tries all of them at once.

    Returns:
        The patterns in the order in which they are tried, and a regex whose last group (``p3``) is
        the number of the pattern that matched.

    Raises:
        LexiconError: A pattern is badly written.
    """
    by_kind = letters(kinds)
    ordered = sorted(rows, key=lambda row: (int(row["order"]), row["name"]))
    patterns = tuple(
        Pattern(
            name=row["name"],
            build=row["build"],
            rule=row.rule,
            regex=re.compile(_regex(row, row["pattern"], by_kind, named=True)),
        )
        for row in ordered
    )
    whole = "|".join(
        f"(?P<p{number}>{_regex(row, row['pattern'], by_kind, named=False)})" for number, row in enumerate(ordered)
    )
    return patterns, re.compile(whole)


def _regex(row: Row, pattern: str, by_kind: dict[str, str], *, named: bool) -> str:
    return "".join(_element(part, row, by_kind, named=named) for part in pattern.split())


def _element(part: str, row: Row, by_kind: dict[str, str], *, named: bool) -> str:
    if part == "|":
        return part
    match = _ELEMENT.fullmatch(part)
    if match is None:
        raise LexiconError(f"{row.lexicon}:{row.line}: the pattern's part {part!r} is badly written", line=row.line)
    often = _OFTEN.get(match["often"], match["often"])
    if match["kind"] in SEQUENCES:
        body = f"(?:{_regex(row, SEQUENCES[match['kind']], by_kind, named=False)}){often}"
    else:
        body = f"[{''.join(_members(match['kind'].split('/'), row, by_kind))}]{often}"
    if match["look"]:
        body = f"{_LOOKS[match['look']]}{body})"
    elif match["name"] and named:
        body = f"(?P<{match['name']}>{body})"
    return match["open"].replace("(", "(?:") + body + match["close"]


def _members(names: Iterable[str], row: Row, by_kind: dict[str, str]) -> Iterator[str]:
    for name in names:
        for kind in FAMILIES.get(name, (name,)):
            if kind not in by_kind:
                raise LexiconError(f"{row.lexicon}:{row.line}: the pattern names an unknown class {kind!r}")
            yield by_kind[kind]
