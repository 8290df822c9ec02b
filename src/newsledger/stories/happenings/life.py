"""The life of a happening: what its mentions say became of it, day by day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsledger.model import (
    EventMention,
    Evidence,
    HappeningState,
    HappeningStep,
)
from newsledger.stories.happenings.apart import are_others, is_done, when_done
from newsledger.stories.happenings.parties import Bodies, is_among

#: Of what the reports of one day say, the first of these is what became of it.
_RANK: tuple[HappeningState, ...] = (
    "happened",
    "called_off",
    "under_way",
    "moved",
    "dated",
    "planned",
    "denied",
    "hinted",
)
_WHY: Mapping[HappeningState, str] = {
    "hinted": "said to be possible",
    "planned": "said to be coming",
    "dated": "a day was named",
    "moved": "another day was named",
    "under_way": "reported as under way",
    "happened": "reported as done",
    "denied": "said not to be so",
    "called_off": "called off",
}
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Sign:
    """What one mention says of a happening's life."""

    state: HappeningState
    mention: EventMention


def life(mentions: Sequence[EventMention], leaders: Mapping[str, str], bodies: Bodies) -> tuple[HappeningStep, ...]:
    """Give the steps of a happening.

    A mention counts on the day on which its article came out; one without a day says nothing. What is done stays done;
    what was called off or denied may be planned again. A deed settles what was expected only where it is told of the
    parties, or of the matter, that were expected to be in it.

    Args:
        mentions: Those of one happening.
        leaders: For each article that is a copy, the one that stands for it.
        bodies: By office, whom its holder acts for.
    """
    steps: list[HappeningStep] = []
    plans = _plans(mentions)
    for day in sorted({one.day for one in mentions if one.day is not None}):
        found = [_Sign(state, one) for one in mentions if one.day == day and (state := _said(one, plans, bodies))]
        step = _step(day, steps, _of_reports(found, leaders))
        if step is not None:
            steps.append(step)
    return tuple(steps)


def _plans(mentions: Sequence[EventMention]) -> list[EventMention]:
    """Give the mentions that say what is expected; words alone only where nothing else does."""
    plans = [one for one in mentions if not is_done(one) and one.standing != "denied"]
    return [one for one in plans if one.kind != "word"] or plans


def _said(mention: EventMention, plans: Sequence[EventMention], bodies: Bodies) -> HappeningState | None:
    """Say what a mention makes of a happening; None where it makes nothing of it."""
    if mention.change == "own_part":
        return None
    if mention.change in ("called_off", "moved"):
        return "moved" if mention.change == "moved" else "called_off"
    if mention.standing == "denied":
        return "denied" if _denies(mention, plans) else None
    if mention.standing in ("happened", "ongoing"):
        if not settles(mention, plans, bodies):
            return None
        return "under_way" if mention.standing == "ongoing" or mention.change == "begun" else "happened"
    if mention.standing == "alleged":
        return None if plans else "hinted"
    is_dated = mention.stated and mention.latest is not None
    if not mention.firm or (mention.standing == "hypothetical" and not is_dated):
        return "hinted"
    return "dated" if is_dated else "planned"


def _denies(mention: EventMention, plans: Sequence[EventMention]) -> bool:
    """Say whether a denial is of the whole: refused, not to come, or not done though it was due; not "so far"."""
    if mention.kind == "expectation" or mention.change == "failed" or not plans:
        return True
    ends = [one.latest for one in plans if one.stated and one.latest is not None]
    return bool(ends) and mention.day is not None and max(ends) < mention.day


def settles(deed: EventMention, plans: Sequence[EventMention], bodies: Bodies) -> bool:
    """Say whether a deed is what was expected: by half of its parties or by its matter, or with its day."""
    if _is_bare_name(deed) and not _was_due(deed, plans):
        return False
    if not plans:
        return deed.kind != "word" or deed.subject is not None
    if deed.kind == "word" and all(are_others(deed, plan, bodies) for plan in plans):
        return _is_news_of_its_day(deed, plans, bodies)
    there = (*deed.parties, *deed.near)
    asked = {one for plan in plans for one in plan.parties if one.named}
    if asked:
        named = [one for one in there if one.named]
        if any(is_among(one, there, bodies) for one in asked):
            return True
        # A passive names only whom it is done to: "Hale was extradited".
        around = [one for plan in plans for one in plan.near]
        if named and all(is_among(one, around, bodies) for one in named):
            return True
        return _is_news_of_its_day(deed, plans, bodies) if named else _on_its_day(deed, plans)
    if deed.subject is not None and any(is_among(deed.subject, plan.parties, bodies) for plan in plans):
        return True
    about = {word for plan in plans for word in plan.about}
    shared = about & set(deed.about)
    return (len(shared) >= min(2, len(about)) and bool(shared)) or _on_its_day(deed, plans)


def _is_bare_name(deed: EventMention) -> bool:
    """Say whether a noun below the lead names an act without a day or anybody: "put off the start of *sales*"."""
    return deed.nominal and not (deed.stated or deed.parties or deed.lead)


def _was_due(deed: EventMention, plans: Sequence[EventMention]) -> bool:
    """Say whether a plan's last day had come when a deed was told."""
    ends = [one.latest for one in plans if one.stated and one.latest is not None]
    return deed.day is not None and any(last <= deed.day for last in ends)


def _is_news_of_its_day(deed: EventMention, plans: Sequence[EventMention], bodies: Bodies) -> bool:
    """Say whether the lead tells of a deed on the day that it was due on, and of nobody else as its subject.

    Whom the sentence names besides may be anybody: "Lira-2 *lifted off* from the Hanno centre on Monday".
    """
    if not (deed.lead and (deed.kind == "word" or not deed.parties) and _on_its_day(deed, plans)):
        return False
    around = [one for plan in plans for one in (*plan.parties, *plan.near)]
    return deed.subject is None or is_among(deed.subject, around, bodies)


def _on_its_day(deed: EventMention, plans: Sequence[EventMention]) -> bool:
    """Say whether a deed was done within a stated window of a few days."""
    first, last = when_done(deed)
    return any(
        plan.stated
        and plan.earliest is not None
        and plan.latest is not None
        and (plan.latest - plan.earliest).days <= 7
        and (last is not None and plan.earliest - _DAY <= last)
        and (first or last) <= plan.latest + _DAY
        for plan in plans
    )


def _of_reports(found: Sequence[_Sign], leaders: Mapping[str, str]) -> list[_Sign]:
    """Give what each independent report says, and of those the ones that say the same, first in rank.

    Of one report the findings count before words alone; what its lead denies or puts off nothing below it has done,
    and what it dates for a day to come it has not done on a day that it does not name; what it tells as put off is not
    called off ("scrubbed … rescheduled"), nor what its lead dates and what stands below says to have been called off
    before.
    """
    by_report: dict[str, _Sign] = {}
    not_so = {one.mention.report for one in found if one.state in ("denied", "moved") and one.mention.lead}
    to_come = {one.mention.report for one in found if _is_to_come(one)}
    put_off = {one.mention.report for one in found if one.state == "moved"}
    told = [one for one in found if not (_is_deed(one) and _is_of_another(one, not_so, to_come, put_off))]
    back_on = {one.mention.report for one in told if one.state == "dated" and one.mention.lead}
    told = [
        one
        for one in told
        if one.state != "called_off"
        or not (one.mention.report in put_off or (one.mention.report in back_on and not one.mention.lead))
    ]
    for sign in sorted(told, key=_order):
        by_report.setdefault(leaders.get(sign.mention.report, sign.mention.report), sign)
    signs = list(by_report.values())
    first = min(signs, key=_rank).state if signs else None
    return [one for one in signs if one.state == first]


def _is_deed(sign: _Sign) -> bool:
    return sign.state in ("happened", "under_way")


def _is_of_another(deed: _Sign, not_so: Collection[str], to_come: Collection[str], put_off: Collection[str]) -> bool:
    """Say whether a deed is an earlier one, or a part: its article tells that this one has not been done.

    "161 members *voted* to admit the motion, on which the house will *vote* by Friday". A noun says as little where the
    article puts off what it names, for whatever day.
    """
    mention = deed.mention
    if mention.report in not_so and not mention.lead:
        return True
    is_open = mention.report in to_come or (mention.nominal and mention.report in put_off)
    return is_open and deed.state == "happened" and not mention.stated


def _is_to_come(sign: _Sign) -> bool:
    """Say whether a happening is told to be due after its article came out."""
    mention = sign.mention
    is_after = mention.latest is not None and mention.day is not None and mention.latest > mention.day
    return sign.state in ("dated", "moved") and is_after


def _order(sign: _Sign) -> tuple[bool, int, float, str]:
    mention = sign.mention
    return mention.kind == "word", _rank(sign), -(mention.confidence or 0.0), mention.id


def _rank(sign: _Sign) -> int:
    """Give the place of what a mention says in the order in which it counts: what failed was planned until then."""
    return _RANK.index("moved" if sign.mention.change == "failed" else sign.state)


def _step(day: date, steps: Sequence[HappeningStep], told: Sequence[_Sign]) -> HappeningStep | None:
    """Give the step that a day's reports lead to, if any."""
    if not told:
        return None
    state: HappeningState | None = told[0].state
    last = steps[-1] if steps else None
    first_day, last_day = _window([one.mention for one in told])
    if last is not None:
        state = _next(last, told[0].state, first_day, last_day)
    if state is None:
        return None
    if first_day is None and last_day is None and state in ("planned", "hinted", "under_way") and last is not None:
        first_day, last_day = last.earliest, last.latest
    receipts = tuple(
        Evidence(
            article=one.mention.report,
            finding=one.mention.findings[0] if one.mention.findings else None,
            spans=one.mention.spans,
        )
        for one in told
    )
    return HappeningStep(at=day, state=state, why=_WHY[state], receipts=receipts, earliest=first_day, latest=last_day)


def _next(
    last: HappeningStep, told: HappeningState, first_day: date | None, last_day: date | None
) -> HappeningState | None:
    """Say what state follows; None where what is told changes nothing."""
    if last.state == "happened" or (last.state == "under_way" and told not in ("happened", "called_off")):
        return None
    if told in ("happened", "under_way"):
        return told
    if last.state in ("called_off", "denied"):
        return told if told in ("planned", "dated", "moved") else None
    if told in ("called_off", "denied"):
        return told
    if told == "moved":
        is_old = last.state == "moved" and (first_day, last_day) in (_NONE, (last.earliest, last.latest))
        return None if is_old else told
    if told == "dated":
        return _dated(last, first_day, last_day)
    return told if (last.state, told) == ("hinted", "planned") else None


_NONE = (None, None)


def _dated(last: HappeningStep, first_day: date | None, last_day: date | None) -> HappeningState | None:
    """Say whether a named day is the first, a closer one inside the old window, or another one."""
    if (first_day, last_day) == (last.earliest, last.latest):
        return None if last.state in ("dated", "moved") else "dated"
    if last.state not in ("dated", "moved") or (last.earliest, last.latest) == _NONE:
        return "moved" if last.state == "moved" else "dated"
    begins, ends = last.earliest or date.min, last.latest or date.max
    if (first_day or date.min) <= ends and begins <= (last_day or date.max):
        closer = (first_day or date.min) >= begins and (last_day or date.max) <= ends
        if not closer and last_day is not None and last_day - ends > _WEEK:
            return "moved"  # first by May, then by July
        return last.state if closer else None
    return "moved"


def _window(mentions: Collection[EventMention]) -> tuple[date | None, date | None]:
    """Give the stated days that most of some mentions name; the narrowest, then the earliest, of equals."""
    named = [(one.earliest, one.latest) for one in mentions if one.stated or is_done(one)]
    days = [one for one in named if one != _NONE]

    def order(window: tuple[date | None, date | None]) -> tuple[int, int, str]:
        width = ((window[1] or date.max) - (window[0] or date.min)).days
        return -days.count(window), width, str(window)

    return min(days, key=order, default=_NONE)
