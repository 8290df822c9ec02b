"""Give each time expression its value and its window."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from newsledger.model import Annotated, Timex, finding_ids
from newsledger.times.direction import looks_ahead
from newsledger.times.find import Phrase
from newsledger.times.happenings import dated_happenings
from newsledger.times.rules import Rules
from newsledger.times.values import dates, relatives
from newsledger.times.values.days import unit_of
from newsledger.times.values.reading import Context, Reading
from newsledger.times.windows import BETWEEN, Allowed, allowed_days, join_ranges

#: How a phrase is read, by the name that its pattern gives.
READINGS: Mapping[str, Callable[[Phrase, Context], Reading | None]] = {
    "ago": relatives.ago,
    "apart": relatives.apart,
    "calendar": dates.calendar,
    "clock": dates.clock,
    "day_reference": dates.day_reference,
    "decade": dates.decade,
    "earlier_day": dates.earlier_day,
    "fiscal_year": relatives.fiscal_year,
    "holiday": dates.holiday,
    "later_day": dates.later_day,
    "length": relatives.time_length,
    "month": dates.month_alone,
    "part_of_day": dates.part_of_day,
    "period": relatives.period,
    "period_code": relatives.period_code,
    "reference": relatives.reference,
    "relative_unit": relatives.relative_unit,
    "relative_units": relatives.relative_units,
    "repeated": relatives.repeated,
    "season": dates.season,
    "slash_date": dates.slash_date,
    "the_unit": relatives.the_unit,
    "unit_ended": relatives.unit_ended,
    "week_of": dates.week_of,
    "weekday": dates.weekday,
    "written_year": dates.written_year,
    "year": dates.year,
    "year_earlier": relatives.year_earlier,
    "year_end": dates.year_end,
    "year_pair": dates.year_pair,
}

_MODS = {"POINT": "END", "EARLIER": "START", "LATER": "ON_OR_AFTER"}
# What says which day a clock time right before it belongs to: "9 a.m. tomorrow", "6 p.m. Friday".
_DAYS = frozenset({"weekday", "day_reference"})
_LIMITS = frozenset({("until",), ("till",), ("through",)})
_DEICTIC = frozenset({"weekday", "day_reference", "relative_unit", "reference", "ago"})


def resolve(doc: Annotated, found: Sequence[Phrase], rules: Rules) -> tuple[Timex, ...]:
    """Give the expressions that were found their values and windows.

    Args:
        doc: The parsed article, dated as far as can be.
        found: What ``find`` found in it.
        rules: The room's word lists.

    Returns:
        The times in text order, with event phrases ("after the inauguration") among them.
    """
    read = tuple(_read(doc, found, rules))
    windows = join_ranges(
        doc,
        [phrase for phrase, _, _ in read],
        [allowed_days(doc, phrase, reading, context, rules) for phrase, reading, context in read],
    )
    times = [
        _timex(doc, phrase, reading, context, window)
        for (phrase, reading, context), window in zip(read, windows, strict=True)
    ]
    times.extend(dated_happenings(doc, times, rules))
    times.sort(key=lambda timex: (timex.span.start, timex.span.end))
    ids = finding_ids("timex", doc.article.id, [(timex.span.of(doc.text),) for timex in times])
    return tuple(replace(timex, id=number) for timex, number in zip(times, ids, strict=True))


def _read(doc: Annotated, found: Sequence[Phrase], rules: Rules) -> Iterator[tuple[Phrase, Reading, Context]]:
    """Read the phrases in order; captions remember only what captions named."""
    start = Context(published=doc.article.date_published.day, narrative=_is_narrative(doc, found))
    body = caption = start
    for number, phrase in enumerate(found):
        in_caption = doc.role_at(phrase.first) == "caption"
        towards = looks_ahead(doc, phrase, rules)
        cue = towards.rule
        context = replace(caption if in_caption else body, ahead=towards.ahead)
        context = replace(context, joined=_joined(doc, phrase, found[number + 1 : number + 2], context))
        reading = READINGS[phrase.build](phrase, context)
        if reading is None:
            continue
        yield (replace(phrase, rule=f"{phrase.rule}+{cue}") if cue else phrase), reading, context
        after = _remember(context, phrase, reading)
        body, caption = (body, after) if in_caption else (after, caption)


def _joined(doc: Annotated, phrase: Phrase, after: Sequence[Phrase], context: Context) -> str | None:
    """Read the next phrase where it says what this one leaves open: "from May to July 1944", "noon on Friday"."""
    if not after or after[0].first - phrase.last > 2 or phrase.parts.keys() & {"year", "rel"}:
        return None
    between = tuple(token.text.lower() for token in doc.tokens[phrase.last + 1 : after[0].first])
    of_day = phrase.build == "clock" and not between and after[0].build in _DAYS
    if between not in BETWEEN and between != ("on",) and not of_day:
        return None
    if between in _LIMITS and phrase.first and doc.tokens[phrase.first - 1].text.lower() in ("in", "on"):
        return None  # "extended it in June until 31 December 2019": the limit says nothing of June's year
    reading = READINGS[after[0].build](after[0], context)
    return reading.value if reading else None


def _remember(context: Context, phrase: Phrase, reading: Reading) -> Context:
    unit = unit_of(reading.value or "")
    if unit is None or reading.type not in ("DATE", "TIME"):
        return context
    period = reading.value if unit in ("Q", "6M") and phrase.build in ("period", "period_code") else context.period
    return replace(context, last=reading.value, last_span=phrase.span, period=period)


def _is_narrative(doc: Annotated, found: Sequence[Phrase]) -> bool:
    """Tell a text of history from news: it names many years and hardly ever "Monday" or "last week"."""
    published = doc.article.date_published.day
    years = [int(phrase.words("year")[0].text) for phrase in found if "year" in phrase.parts]
    old = sum(published is None or year < published.year - 1 for year in years)
    return old >= 4 and old > 3 * sum(phrase.build in _DEICTIC for phrase in found)


def _timex(doc: Annotated, phrase: Phrase, reading: Reading, context: Context, window: Allowed) -> Timex:
    anchors = {"published": context.published, "last": context.last_span or context.published}
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
        anchor=anchors.get(reading.counted_from or ""),
        block_role=doc.role_at(phrase.first),
        rule="+".join(dict.fromkeys((*phrase.rule.split("+"), *([window.rule] if window.rule else [])))),
    )
