"""Find the words that say when, before anything is known of the days that they mean."""

import re
from collections.abc import Callable, Iterator, Mapping

from newsledger.model import Annotated, Span
from newsledger.times.pattern import Pattern
from newsledger.times.phrases import calendar, names, numbers
from newsledger.times.phrases.names import lead_in
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.scan import Scan, scan


def find(doc: Annotated, rules: Rules) -> tuple[Phrase, ...]:
    """Find the time expressions of a text.

    Returns:
        The expressions in text order; none overlaps another.
    """
    seen = scan(doc, rules)
    return tuple(
        phrase
        for stretch in rules.classed.finditer(seen.letters)
        if rules.live.search(seen.letters, *stretch.span())
        for phrase in _in_stretch(doc, seen, stretch, rules)
    )


def _in_stretch(doc: Annotated, seen: Scan, stretch: re.Match[str], rules: Rules) -> Iterator[Phrase]:
    """Read the phrases of a stretch of classed words; words whose first reading fails its check get another."""
    position, end = stretch.span()
    while match := rules.grammar.search(seen.letters, position, end):
        position = match.start() + 1
        for pattern in rules.patterns[int((match.lastgroup or "p0")[1:]) :]:
            own = pattern.regex.match(seen.letters, match.start(), end)
            phrase = _phrase(pattern, doc, seen, own) if own else None
            if own and phrase and _is_time(doc, phrase, rules):
                position = own.end()
                yield phrase
                break


def _is_time(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Say whether the words around a phrase let it stand for a time."""
    check, worded = _CHECKS.get(phrase.build), _WORDED_CHECKS.get(phrase.build)
    return worded(doc, phrase, rules) if worded is not None else check is None or check(doc, phrase)


def _phrase(pattern: Pattern, doc: Annotated, seen: Scan, match: re.Match[str]) -> Phrase | None:
    words = seen.between(*match.span())
    if not words:
        return None
    parts = {
        name.partition("_")[0]: tuple(seen.between(*match.span(name)))
        for name, text in match.groupdict().items()
        if text
    }
    rules = [word.rule for word in words if word.rule]
    start = lead_in(parts)
    return Phrase(
        span=Span(start=doc.tokens[start].span.start if start else words[0].span.start, end=words[-1].span.end),
        build=pattern.build,
        parts=parts,
        first=words[0].first,
        last=words[-1].last,
        rule="+".join((pattern.rule, *rules)),
    )


_CHECKS: Mapping[str, Callable[[Annotated, Phrase], bool]] = {
    "apart": names.is_apart,
    "calendar": calendar.is_calendar,
    "day_reference": names.is_day_reference,
    "fiscal_year": names.is_fiscal_year,
    "holiday": calendar.is_feast,
    "later_day": numbers.is_later_day,
    "nth_of": calendar.is_nth_of,
    "part_of_date": numbers.is_part_of_date,
    "part_of_day": names.is_part_of_day,
    "relative_unit": names.is_relative_unit,
    "relative_units": names.is_relative_units,
    "same_told": names.is_same_told,
    "season": calendar.is_season,
}
#: Those that ask for a class of words.
_WORDED_CHECKS: Mapping[str, Callable[[Annotated, Phrase, Rules], bool]] = {
    "clock": numbers.is_clock,
    "decade": numbers.is_decade,
    "length": numbers.is_length,
    "month": calendar.is_month,
    "nth_day": numbers.is_nth_day,
    "reference": names.is_reference,
    "short_year": numbers.is_short_year,
    "the_unit": names.is_the_unit,
    "weekday": calendar.is_weekday,
    "year": numbers.is_year,
}
