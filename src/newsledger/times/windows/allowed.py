"""The days that a time allows: its own, and what the words around it make of them."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules, WindowRule
from newsledger.times.values.days import Window, move, value_at, window_of
from newsledger.times.values.lengths import length
from newsledger.times.values.reading import Context, Reading
from newsledger.times.windows.governors import Governor, follower_of, governor_of

_HOURS = 24
_END = re.compile(r"([PXN])(?:([+-]\d+|[+-]N))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """The days that a time allows; the fields are those of a Timex."""

    earliest: date | None = None
    latest: date | None = None
    open_start: bool = False
    open_end: bool = False
    vague: bool = False
    negated: bool = False
    rule: str | None = None


def allowed_days(doc: Annotated, phrase: Phrase, reading: Reading, context: Context, rules: Rules) -> Allowed:
    """Find the window of a phrase."""
    own, shelf = _own_days(phrase, reading, context, rules)
    governor = governor_of(doc, phrase, rules)
    denied = _is_denied(doc, phrase, governor.first, rules)
    limited = denied or (governor.words is not None and _has_denial(doc, _verb_above(doc, phrase)))
    bound = _Bound(
        own=own,
        size=_size(reading) if reading.type == "DURATION" and reading.window is None else None,
        least=governor.least,
        context=context,
    )
    rule = _behind(doc, phrase, reading, bound, rules)
    if rule is None:
        rule = _before(phrase, reading, governor, bound, rules, denied=limited)
    governed = _apply(rule, bound) if rule is not None else None
    if governed is not None:
        return governed
    if shelf is not None:
        return replace(shelf, negated=denied or shelf.negated)
    if own is None:
        return Allowed(negated=denied)
    return Allowed(earliest=own[0], latest=own[1], vague=reading.vague, negated=denied)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """What a row of the table is put to: the days of a time (X), its length (N), the page's day (P)."""

    own: Window | None
    size: tuple[int, str] | None
    least: int | None
    context: Context


def _size(reading: Reading) -> tuple[int, str] | None:
    """Give a length of days or more; "48 hours" are two days."""
    hours = re.fullmatch(r"PT(\d{1,6})H", reading.value or "")
    if hours and int(hours[1]) % _HOURS == 0:
        return int(hours[1]) // _HOURS, "D"
    return length(reading.value or "")


def _behind(doc: Annotated, phrase: Phrase, reading: Reading, bound: _Bound, rules: Rules) -> WindowRule | None:
    """Find the row of what stands behind: "in June at the latest", "at least ten days after the vote"."""
    use = "least" if reading.mod == "EQUAL_OR_MORE" and bound.size is not None else "follower"
    words = follower_of(doc, phrase, rules, use)
    return rules.governors[use, words] if words is not None else None


def _before(
    phrase: Phrase, reading: Reading, governor: Governor, bound: _Bound, rules: Rules, *, denied: bool
) -> WindowRule | None:
    rule = _rule_of(governor.words, bound.own, denied=denied, context=bound.context, rules=rules)
    if rule is not None and reading.type == "DURATION" and bound.size is None:
        if reading.window is not None or (governor.words == "in" and not bound.context.ahead):
            return None  # "within the next ten days" has its days; "the worst in years" has none
        return rules.units.get(f"{governor.words} {phrase.value('unit') or phrase.value('bare')}")
    if rule is None or bound.own is None:
        return rule
    today = bound.context.published
    if governor.loose and rule.latest is None and today is not None and bound.own[1] < today:
        return None  # "after the 2012 election" says of a page of 2016 no more than that it was in 2012
    if rule.latest != "X-1":
        return rule
    # The end of May is over when May is; an election of 2018 may be in its last week.
    whole = reading.mod == "POINT" or (governor.loose and bound.own[0] != bound.own[1])
    return replace(rule, latest="X") if whole else rule


def _own_days(phrase: Phrase, reading: Reading, context: Context, rules: Rules) -> tuple[Window | None, Allowed | None]:
    """Give the days of a phrase without what governs it; those of "soon" and "coming weeks" come from the table."""
    rule = rules.whole.get(" ".join(word.text.lower() for word in phrase.words("ref")))
    if rule is None and reading.value in ("PAST_REF", "FUTURE_REF", f"PX{phrase.value('unit')}"):
        rule = rules.units.get(f"{_side(phrase)} {phrase.value('unit')}")
    if rule is not None and _is_told_of_past(rule, phrase, context):
        return None, Allowed()
    if rule is not None:
        return None, _apply(rule, _Bound(own=None, size=None, least=None, context=context))
    if reading.window is not None:
        return reading.window, None
    window = window_of(reading.value or "")
    return (_narrowed(window, phrase, reading, context) if window else None), None


def _is_told_of_past(rule: WindowRule, phrase: Phrase, context: Context) -> bool:
    """Tell "at some point he left" from "he will leave at some point"; an upcoming vote is to come in any tense."""
    names_thing = any(word.kind == "REL" for word in phrase.words("ref"))
    return context.ahead is False and rule.earliest == "P" and rule.latest is None and not names_thing


def _side(phrase: Phrase) -> str:
    if phrase.value("rel") in ("next", "coming", "following", "+1"):
        return "coming"
    return "recent" if "rel" in phrase.parts else "ago" if "ago" in phrase.parts else "some"


def _narrowed(window: Window, phrase: Phrase, reading: Reading, context: Context) -> Window:
    """Cut a window down to its beginning, middle or end, or at today for "later this year"."""
    first, last = window
    days = (last - first).days
    today = context.published
    inside = today is not None and first <= today <= last
    if reading.mod in ("LATER", "EARLIER") and today is not None and inside:
        return (today, last) if reading.mod == "LATER" else (first, today)
    half = (days + 1) // 2
    if reading.mod == "START":
        return first, first + timedelta(days=half - 1 if "halves" in phrase.parts else days // 3)
    if reading.mod == "END":
        return first + timedelta(days=half) if "halves" in phrase.parts else last - timedelta(days=days // 3), last
    if reading.mod == "POINT":
        return last, last
    if reading.mod == "MID":
        return _middle(window)
    if phrase.value("rel") == "this" and context.ahead and inside and today is not None:
        return today, last
    return _as_length(window, phrase, today)


def _middle(window: Window) -> Window:
    first, last = window
    days = (last - first).days
    if 27 <= days <= 30:
        return first.replace(day=10), first.replace(day=20)
    return first + timedelta(days=days // 3), last - timedelta(days=days // 3)


def _as_length(window: Window, phrase: Phrase, today: date | None) -> Window:
    """Read "the next month" as the month that begins today, "next month" as the calendar's."""
    unit = phrase.value("unit")
    if (
        today is None
        or phrase.value("rel") != "next"
        or "the" not in phrase.parts
        or unit not in ("W", "M", "Y", "10Y", "100Y")
    ):
        return window
    return today, move(today, 1, unit)


def _rule_of(
    governor: str | None, own: Window | None, *, denied: bool, context: Context, rules: Rules
) -> WindowRule | None:
    if governor is None:
        return None
    if denied and ("denied", governor) in rules.governors:
        return rules.governors["denied", governor]
    over = own is not None and context.published is not None and own[1] < context.published
    if over and ("past", governor) in rules.governors:
        return rules.governors["past", governor]
    return rules.governors.get(("governor", governor))


def _apply(rule: WindowRule, bound: _Bound) -> Allowed | None:
    """Put a row of the table into days; None where it does not fit what it governs."""
    ends = (rule.earliest, rule.latest)
    if any(end and "N" in end for end in ends) and (bound.size is None or bound.context.ahead is False):
        return None
    if any(end and end.startswith("X") for end in ends) and bound.own is None:
        return None
    earliest = _day(rule.earliest, bound, last=False)
    latest = _day(rule.latest, bound, last=True)
    if earliest and latest and latest < earliest and bound.own is not None:
        latest = max(earliest, bound.own[1])
    return Allowed(
        earliest=earliest,
        latest=latest,
        open_start="open_start" in rule.flags,
        open_end="open_end" in rule.flags,
        vague="vague" in rule.flags,
        negated="negated" in rule.flags,
        rule=rule.rule,
    )


def _day(end: str | None, bound: _Bound, *, last: bool) -> date | None:
    match = _END.fullmatch(end or "")
    if match is None:
        return None
    base, offset = match.groups()
    if base == "X" and bound.own is not None:
        return move(bound.own[0], int(offset), "D") if offset else bound.own[1 if last else 0]
    today = bound.context.published
    if today is None:
        return None
    if base == "N" or (offset and offset[1:] == "N"):
        return _counted(today, base, offset, bound, last=last)
    return move(today, int(offset or 0), "D")


def _counted(today: date, base: str, offset: str | None, bound: _Bound, *, last: bool) -> date | None:
    """Count a length on from today, to the unit's own exactness where the row says ``N``."""
    if bound.size is None:
        return None
    number, unit = bound.size
    if base != "N":
        return move(today, -number if offset and offset[0] == "-" else number, unit)
    window = window_of(value_at(move(today, number if last or bound.least is None else bound.least, unit), unit))
    return window[1 if last else 0] if window else None


def _is_denied(doc: Annotated, phrase: Phrase, first: int, rules: Rules) -> bool:
    """Tell whether the text says "not then": "not in coming weeks", "will not be in May"."""
    start = doc.sentence_at(phrase.first).start
    before = [token.text.lower() for token in doc.tokens[max(start, first - 2) : first]]
    denials = rules.classes["negation"]
    if denials.intersection(before[-1:]) or (before[-1:] in (["in"], ["of"]) and denials.intersection(before)):
        return True
    verb = _verb_above(doc, phrase)
    return doc.tokens[verb].lemma in rules.classes["deniable"] and _has_denial(doc, verb)


def _verb_above(doc: Annotated, phrase: Phrase) -> int:
    index = doc.head_in(phrase.span)
    verb = phrase.first if index is None else doc.tokens[index].head
    return doc.tokens[verb].head if doc.tokens[verb].upos in ("ADP", "SCONJ") else verb


def _has_denial(doc: Annotated, verb: int) -> bool:
    return any(doc.tokens[child].deprel == "neg" for child in doc.children[verb])
