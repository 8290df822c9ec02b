"""Find the words that say when, before anything is known of the days that they mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsledger.model import Annotated, Span
from newsledger.times.pattern import Pattern
from newsledger.times.rules import Rules
from newsledger.times.scan import Scan, Word, scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that say when, not yet resolved.

    Attributes:
        build: Which reading gives them a value.
        parts: The words by the names that the pattern gives them.
        first: Index of the first token.
        last: Index of the last token.
        rule: The pattern and the lexicon rows that made it, joined by ``+``.
    """

    span: Span
    build: str
    parts: Mapping[str, tuple[Word, ...]]
    first: int
    last: int
    rule: str

    def value(self, name: str) -> str | None:
        """Give what the first word of a part stands for, None where there is no such part."""
        words = self.parts.get(name)
        return words[0].value if words else None

    def words(self, name: str) -> tuple[Word, ...]:
        """Give all words of a part."""
        return self.parts.get(name, ())


def find(doc: Annotated, rules: Rules) -> tuple[Phrase, ...]:
    """Find the time expressions of a text.

    Returns:
        The expressions in text order; none overlaps another.
    """
    seen = scan(doc, rules)
    found = []
    for stretch in rules.classed.finditer(seen.letters):
        if rules.live.search(seen.letters, *stretch.span()) is None:
            continue
        for match in rules.grammar.finditer(seen.letters, *stretch.span()):
            pattern = rules.patterns[int((match.lastgroup or "p0")[1:])]
            phrase = _phrase(pattern, seen, match.start())
            check = _CHECKS.get(pattern.build)
            if phrase is not None and (check is None or check(doc, phrase)):
                found.append(phrase)
    return tuple(found)


def _phrase(pattern: Pattern, seen: Scan, start: int) -> Phrase | None:
    match = pattern.regex.match(seen.letters, start)
    if match is None:
        return None
    words = [word for word in seen.words[match.start() : match.end()] if word is not None]
    parts = {
        name: tuple(word for word in seen.words[match.start(name) : match.end(name)] if word is not None)
        for name, text in match.groupdict().items()
        if text
    }
    rules = [word.rule for word in words if word.rule]
    return Phrase(
        span=Span(start=words[0].span.start, end=words[-1].span.end),
        build=pattern.build,
        parts=parts,
        first=words[0].first,
        last=words[-1].last,
        rule="+".join((pattern.rule, *rules)),
    )


def _is_year(doc: Annotated, phrase: Phrase) -> bool:
    """Tell a year from another number of four figures: not "1990 points", "$1990", "flight 1990"."""
    number = int(phrase.words("year")[0].text)
    before = _word_before(doc, phrase)
    if before in _NO_YEAR_BEFORE or not (1400 if before not in _YEAR_CERTAINLY else 1000) <= number <= 2100:
        return False
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if after is not None and after.text.lower() in _NO_YEAR_AFTER:
        return False
    if before in _YEAR_BEFORE or _is_in_span_of_years(doc, phrase) or phrase.parts.keys() & {"mod", "edge"}:
        return True
    if not 1900 <= number <= 2059:
        return False
    token = doc.tokens[phrase.first]
    head = doc.tokens[token.head]
    counts = token.deprel == "nummod" and head.upos == "NOUN" and head.text.endswith("s") and token.head > phrase.last
    return not counts or before in ("the", "its", "their", "his", "her", "'s", "’s", "our")


def _is_in_span_of_years(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "1603-1625" and "(1603" from a lone number."""
    around = [doc.tokens[phrase.first - 2 : phrase.first], doc.tokens[phrase.last + 1 : phrase.last + 3]]
    before = [token.text for token in around[0]] if phrase.first > 1 else []
    after = [token.text for token in around[1]]
    if before[-1:] == ["("] and after[:1] in ([")"], ["-"], ["–"]):
        return True
    return any(
        len(pair) == 2 and pair[0] in ("-", "–") and len(pair[1]) == 4 and pair[1].isdecimal()
        for pair in (before[::-1], after)
    )


_YEAR_CERTAINLY = frozenset({"in", "since", "by", "until", "till"})
_NO_YEAR_BEFORE = frozenset(
    {"$", "£", "€", "¥", "#", "no.", "number", "flight", "room", "page", "route", "about", "nearly", "some"}
)
_NO_YEAR_AFTER = frozenset(
    [
        "%",
        "percent",
        "points",
        "people",
        "feet",
        "meters",
        "metres",
        "miles",
        "kilometers",
        "kilometres",
        "km",
        "pounds",
        "tons",
        "tonnes",
        "dollars",
        "euros",
        "years",
        "year",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "hp",
        "rpm",
        "mph",
        "square",
        "gmt",
        "million",
        "billion",
    ]
)
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "during",
        "before",
        "after",
        "from",
        "to",
        "through",
        "between",
        "mid",
        "early",
        "late",
    ]
)


def _is_length(doc: Annotated, phrase: Phrase) -> bool:
    """Tell a length of time from a rate ("$5 a year") and an age ("30 years old", "aged 30 years")."""
    after = [token.text.lower() for token in doc.tokens[phrase.last + 1 : phrase.last + 3]]
    if after[:1] == ["old"] or after == ["-", "old"] or after[:1] == ["-old"]:
        return False
    if phrase.build == "length" and phrase.parts.keys() == {"bare"}:
        return _word_before(doc, phrase) in _BEFORE_BARE_LENGTH
    words = phrase.words("number")
    if phrase.value("unit") == "Q" and words and words[0].kind == "A":
        return False
    return not (len(words) == 1 and words[0].kind == "A" and _is_rate(doc, phrase))


def _is_rate(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "seven flights a week" and "$1.76 a year" from "a week later"."""
    if not phrase.first:
        return False
    before = doc.tokens[phrase.first - 1]
    return before.upos in ("NUM", "NOUN", "SYM", "PROPN") or before.lemma in ("time", "once", "twice", "%")


_BEFORE_BARE_LENGTH = frozenset(
    ["for", "in", "after", "within", "of", "over", "during", "several", "many", "through", "recent"]
)


def _is_clock(doc: Annotated, phrase: Phrase) -> bool:
    """Tell a time of day from a score: a bare "10:35" needs a word such as "at" before it or a zone behind it."""
    if phrase.parts.keys() & {"ampm", "zone", "part", "oclock"}:
        return True
    if "word" in phrase.parts and len(phrase.parts) > 1:
        return True
    return _word_before(doc, phrase) in _BEFORE_CLOCK


_BEFORE_CLOCK = frozenset(["at", "by", "until", "till", "from", "around", "about", "before", "after", "since"])


def _is_reference(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "soon" from "soon after the vote", and "the current mayor" from "the previous mayor"."""
    word = phrase.words("ref")[0]
    if word.kind == "REL":
        return word.value in ("current", "recent")
    after = doc.tokens[phrase.last + 1].text.lower() if phrase.last + 1 < len(doc.tokens) else ""
    return after not in _AFTER_NO_REFERENCE and (_word_before(doc, phrase), after) != ("as", "as")


_AFTER_NO_REFERENCE = frozenset({"after", "before", "afterwards", "afterward", "enough"})


def _is_the_unit(doc: Annotated, phrase: Phrase) -> bool:  # noqa: ARG001 -- the checks share one signature
    """Tell "the quarter" and "later in the day" from "the day belonged to him" and "the minute he left"."""
    unit = phrase.value("unit")
    return unit in ("Q", "Y", "M", "W", "WE") or (unit == "D" and len(phrase.parts) > 1)


def _is_relative_unit(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "this week" from the programme "This Week"."""
    unit = phrase.words("unit")[0].text
    return unit.islower() or phrase.words("rel")[0].text.islower() or doc.role_at(phrase.first) == "headline"


def _is_day_reference(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "today" from the paper "Volta Today"."""
    word = phrase.words("dayref")[0]
    starts = doc.sentence_at(word.first).start == word.first
    return word.text[0].islower() or starts or doc.tokens[word.first - 1].upos != "PROPN"


def _is_decade(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the 30s" from "a man in his 30s"."""
    return _word_before(doc, phrase) not in ("his", "her", "their", "my", "your", "our")


def _word_before(doc: Annotated, phrase: Phrase) -> str:
    return doc.tokens[phrase.first - 1].text.lower() if phrase.first else ""


def _is_nth_day(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "on the 14th" and "the 18th of the month" from "the 14th floor" and "on the first of them"."""
    if "unit" in phrase.parts:
        return phrase.value("unit") == "M"
    spelt = phrase.words("day")[0].kind != "ORDNUM"
    return _stands_alone(doc, phrase) and _word_before(doc, phrase) in (("on",) if spelt else _BEFORE_NTH_DAY)


def _is_part_of_date(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the night of the 14th" from "the night of the 14th race"."""
    return "month" in phrase.parts or _stands_alone(doc, phrase)


def _stands_alone(doc: Annotated, phrase: Phrase) -> bool:
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if after is None or not after.text[0].isalpha():
        return after is None or after.text not in ("-", "–")
    return after.upos not in _MEANT_BY_NUMBER and after.text.lower() != "of"


# Words of a text that nobody parsed ("X") are taken for nouns.
_MEANT_BY_NUMBER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_BEFORE_NTH_DAY = frozenset(
    ["on", "by", "from", "until", "till", "to", "since", "before", "after", "of", "and", "through"]
)


_CHECKS: Mapping[str, Callable[[Annotated, Phrase], bool]] = {
    "clock": _is_clock,
    "day_reference": _is_day_reference,
    "decade": _is_decade,
    "length": _is_length,
    "nth_day": _is_nth_day,
    "part_of_date": _is_part_of_date,
    "reference": _is_reference,
    "relative_unit": _is_relative_unit,
    "the_unit": _is_the_unit,
    "year": _is_year,
}
