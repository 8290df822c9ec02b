"""Find the words that say when, before anything is known of the days that they mean."""

from collections.abc import Callable, Mapping

from newsledger.model import Annotated, Span
from newsledger.times.pattern import Pattern
from newsledger.times.phrases import names, numbers
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.scan import Scan, scan


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


_CHECKS: Mapping[str, Callable[[Annotated, Phrase], bool]] = {
    "clock": numbers.is_clock,
    "day_reference": names.is_day_reference,
    "decade": numbers.is_decade,
    "length": numbers.is_length,
    "nth_day": numbers.is_nth_day,
    "part_of_date": numbers.is_part_of_date,
    "reference": names.is_reference,
    "relative_unit": names.is_relative_unit,
    "the_unit": names.is_the_unit,
    "year": numbers.is_year,
}
