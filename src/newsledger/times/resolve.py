"""Give each time expression its value and its window."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsledger.model import Annotated, Span, Timex, finding_ids
from newsledger.times.anchors.joined import joined_with, tells_day
from newsledger.times.anchors.live import by_the_clock, entry_of
from newsledger.times.anchors.memory import Memory, anchor_of, context_of, remember
from newsledger.times.anchors.narrative import background, is_narrative
from newsledger.times.direction import looks_ahead
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.values import clock, dated, dates, eras, relatives, seasons
from newsledger.times.values.days import unit_of
from newsledger.times.values.reading import Context, Reading
from newsledger.times.windows import Allowed, allowed_days, dated_happenings, join_ranges, undated

#: How a phrase is read, by the name that its pattern gives.
READINGS: Mapping[str, Callable[[Phrase, Context], Reading | None]] = {
    "ago": relatives.ago,
    "apart": relatives.apart,
    "calendar": dates.calendar,
    "century_of_era": eras.century_of_era,
    "clock": clock.clock,
    "day_pair": dated.day_pair,
    "day_reference": dates.day_reference,
    "decade": dates.decade,
    "decade_of_era": eras.decade_of_era,
    "fiscal_year": relatives.fiscal_year,
    "holiday": seasons.holiday,
    "iso_time": clock.iso_time,
    "later_day": dates.later_day,
    "length": relatives.time_length,
    "month": dates.month_alone,
    "nth_day": dated.nth_day,
    "nth_of": dates.nth_of,
    "part_of_date": dated.part_of_date,
    "part_of_day": dates.part_of_day,
    "period": relatives.period,
    "period_code": relatives.period_code,
    "reference": relatives.reference,
    "relative_unit": relatives.relative_unit,
    "relative_units": relatives.relative_units,
    "repeated": relatives.repeated,
    "season": seasons.season,
    "same_told": relatives.same_told,
    "short_year": dates.short_year,
    "slash_date": dates.slash_date,
    "the_unit": relatives.the_unit,
    "unit_ended": relatives.unit_ended,
    "week_of": dates.week_of,
    "weekday": dates.weekday,
    "written_year": dates.written_year,
    "year": dates.year,
    "year_earlier": relatives.year_earlier,
    "year_end": dates.year_end,
    "year_of_era": eras.year_of_era,
    "year_of_next_era": eras.year_of_next_era,
    "year_pair": dates.year_pair,
    "years_of_era": eras.years_of_era,
}

_MODS = {"POINT": "END", "EARLIER": "START", "LATER": "ON_OR_AFTER"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A phrase that was read, what its page gives, and what it was counted from."""

    phrase: Phrase
    reading: Reading
    page: Context
    anchor: date | Span | None


def resolve(doc: Annotated, found: Sequence[Phrase], rules: Rules) -> tuple[Timex, ...]:
    """Give the expressions that were found their values and windows.

    Args:
        doc: The parsed article, dated as far as can be.
        found: What ``find`` found in it.
        rules: The room's word lists.

    Returns:
        The times in text order, with event phrases ("after the inauguration") among them.
    """
    reads = tuple(_read(doc, found, rules))
    windows = join_ranges(
        doc,
        [read.phrase for read in reads],
        [allowed_days(doc, read.phrase, read.reading, read.page, rules) for read in reads],
    )
    times = [_timex(doc, read, window) for read, window in zip(reads, windows, strict=True)]
    times = [*dated_happenings(doc, times, rules), *undated(doc, rules)]
    times.sort(key=lambda timex: (timex.span.start, timex.span.end))
    ids = finding_ids("timex", doc.article.id, [(timex.span.of(doc.text),) for timex in times])
    return tuple(replace(timex, id=number) for timex, number in zip(times, ids, strict=True))


def _read(doc: Annotated, found: Sequence[Phrase], rules: Rules) -> Iterator[_Read]:
    """Read the phrases in order; captions remember only what captions named."""
    narrative, told = is_narrative(doc, found), background(doc, found)
    body = caption = Memory()
    entry = None
    for number, phrase in enumerate(found):
        before, entry = entry, entry_of(doc, phrase.first)
        if entry is not None and entry != before:
            body = Memory()  # each entry of a live page counts from its own clock
        in_caption = doc.role_at(phrase.first) == "caption"
        memory = caption if in_caption else body
        towards = looks_ahead(doc, phrase, rules)
        cue = towards.rule
        page = Context(
            published=(entry.day if entry else None) or doc.article.date_published.day,
            ahead=towards.ahead,
            over=towards.over,
            narrative=narrative or doc.sentence_at(phrase.first).block in told,
        )
        context = context_of(phrase, memory, page)
        after = joined_with(doc, found, number)
        if after is not None:
            theirs = context_of(after, memory, page)
            if phrase.build == "clock" and not page.narrative:
                theirs = replace(theirs, ahead=looks_ahead(doc, after, rules).ahead)
            value = READINGS[after.build](after, theirs)
            context = replace(context, joined=value.value if value else None)
        reading = READINGS[phrase.build](phrase, context)
        if reading is None:
            continue
        if context.joined and tells_day(phrase) and unit_of(context.joined) == "D":
            reading = replace(reading, value=context.joined)
        reading = by_the_clock(eras.before_christ(reading, context.last), phrase, entry, page.published)
        named = replace(phrase, rule=f"{phrase.rule}+{cue}") if cue else phrase
        yield _Read(phrase=named, reading=reading, page=page, anchor=anchor_of(reading, context, page))
        memory = remember(memory, phrase, reading, governor=_governor(doc, phrase))
        body, caption = (body, memory) if in_caption else (memory, caption)


def _governor(doc: Annotated, phrase: Phrase) -> str:
    """Give the word that a time hangs from: the "after" of "after a flat second quarter"."""
    index = doc.head_in(phrase.span)
    return "" if index is None else doc.tokens[doc.tokens[index].head].text.lower()


def _timex(doc: Annotated, read: _Read, window: Allowed) -> Timex:
    phrase, reading = read.phrase, read.reading
    return Timex(
        id="",
        span=phrase.span,
        type=reading.type,
        value=reading.value,
        mod=_MODS.get(reading.mod or "", reading.mod),
        earliest=window.earliest,
        latest=window.latest,
        open_start=window.open_start,
        open_end=window.open_end,
        vague=window.vague,
        negated=window.negated,
        anchor=read.anchor,
        block_role=doc.role_at(phrase.first),
        rule="+".join(dict.fromkeys((*phrase.rule.split("+"), *([window.rule] if window.rule else [])))),
    )
