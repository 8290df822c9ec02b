"""The grammar: patterns over the classes of words, written in ``patterns.en.tsv``."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsledger.errors import LexiconError
from newsledger.lexicon import Row

#: The letter of a word that has no class.
NO_CLASS = "."
#: Names for several classes at once.
FAMILIES = {
    "COUNT": ("DAY", "NUM", "NUMWORD", "DECIMAL"),
    "DATEMONTH": ("MONTH", "MONTHSHORT"),
    "HOUR": ("DAY", "NUMWORD", "CLOCK", "DECIMAL"),
    "PLAIN": ("DAY", "NUM", "NUMWORD", "DECIMAL", "YEAR", "HALF", "FRACTION"),
}
#: Names for words in a row: "twenty-five", "two and a half", "half a", "several".
SEQUENCES = {
    "AMOUNT": "(HALF A? | A | VAGUE? (COUNT OR/TO/DASH)? PLAIN (DASH/AND/A/NUMWORD* PLAIN)? (DASH PLUS)? | VAGUE)",
    "FIGURES": "(VAGUE? (COUNT OR/TO/DASH)? PLAIN (DASH/AND/A/NUMWORD* PLAIN)? (DASH PLUS)? | VAGUE)",
    "MONTHDAY": "DATEMONTH DAY DASH/AND/TO",
    "DAYNUM": "(NUMWORD DASH? ORDINAL | DAY/ORDNUM/ORDINAL/SECOND)",
    "EVERYDAYAND": "EVERY WEEKDAY AND",
    "MONTHDAYCOMMA": "DATEMONTH DAY COMMA",
    "MONTHDAYS": "DATEMONTH DAY COMMA DAY AND",
    "NTH": "(NUMWORD DASH? ORDINAL | ORDNUM/ORDINAL/SECOND)",
    "NTHAND": "ORDNUM/ORDINAL/SECOND AND/OR/TO",
    "TOYEARERA": "TO/AND/DASH NUM/DAY/YEAR ERA",
    "YEARWORDS": "NUMWORD DASH/AND/NUMWORD* NUMWORD",
}
#: Parts of a pattern that many have, written as one word: "early", "mid-", "the end of", "end-".
PIECES = {
    "CLOCKDAY": "(dayref:DAYREF | (COMMA? wd:WEEKDAY)? (COMMA? month:MONTH day:DAYNUM (COMMA? year:YEAR)?)?)",
    "PARTLY": "(THE? (mod:MOD (DASH | IN)? | edge:EDGE (OF THE? | DASH)))?",
}
# "Any number" has a bound, so that a text of nothing but numbers costs no more than another.
_OFTEN = {"*": "{0,6}", "+": "{1,6}"}
_LOOKS = {"!": "(?!", "&": "(?=", "~": "(?<!", "<": "(?<="}
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_OPENING = re.compile(r"([&!]?)\(")
_LOOKS_AHEAD = {"": ":", "&": "=", "!": "!"}
# One element of a pattern, as in "(month:MONTH", "year:YEAR?)?", "!OLD" or "&(AND NTH)": opening brackets, a look
# ahead (! none, & one) or back (~ none, < one), the part's name, its classes, how often they may stand there. Not
# "month=MONTH".
_ELEMENT = re.compile(
    r"""(?P<open>(?:[&!]?\()*)(?P<look>[!&~<])?(?:(?P<name>[a-z]+):)?(?P<kind>[A-Z]+(?:/[A-Z]+)*)(?P<often>[?+*]?)
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
    """
    A AFTER AND APPROX COMMA DASH DAY DAYPAIR DECIMAL EARLIER EDGE ENDED EVERY FISCAL FRACTION FROM HALF
    IN LATER MOD NUM OF OLD OR ORDINAL POSSESSIVE SECOND SO THE TIMES TO VAGUE
    """.split()  # noqa: SIM905 -- names in a paragraph, not a line each
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
            regex=re.compile(_numbered(_regex(row, row["pattern"], by_kind, named=True))),
        )
        for row in ordered
    )
    # The number's group stands empty at the end: a pattern that begins with a class is then passed over at once
    # where another one stands, which re does not see through a group that opens first.
    whole = "|".join(
        f"(?:{_regex(row, row['pattern'], by_kind, named=False)})(?P<p{number}>)" for number, row in enumerate(ordered)
    )
    return patterns, re.compile(whole)


def _numbered(regex: str) -> str:
    """Tell apart the parts of one name: ``told`` and ``told_2``, of which only one stands in a phrase."""
    seen: Counter[str] = Counter()

    def renamed(group: re.Match[str]) -> str:
        seen[group[1]] += 1
        return f"(?P<{group[1]}_{seen[group[1]]}>" if seen[group[1]] > 1 else group[0]

    return _GROUP.sub(renamed, regex)


def _regex(row: Row, pattern: str, by_kind: dict[str, str], *, named: bool) -> str:
    whole = " ".join(PIECES.get(part, part) for part in pattern.split())
    return "".join(_element(part, row, by_kind, named=named) for part in whole.split())


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
    return _OPENING.sub(lambda opening: f"(?{_LOOKS_AHEAD[opening[1]]}", match["open"]) + body + match["close"]


def _members(names: Iterable[str], row: Row, by_kind: dict[str, str]) -> Iterator[str]:
    for name in names:
        for kind in FAMILIES.get(name, (name,)):
            if kind not in by_kind:
                raise LexiconError(f"{row.lexicon}:{row.line}: the pattern names an unknown class {kind!r}")
            yield by_kind[kind]
