"""What keeps two mentions apart: twins, as two calls a week apart, two towns, two sets of people.

A plan and its deed are one happening with one life, so days are held against each other by what each mention is:
a deed that was done before somebody said that it was to come is another one; a plan for another day may be the same
plan, moved.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from newsledger.model import EventMention, Party
from newsledger.stories.happenings.parties import Bodies, is_among

_DONE = frozenset({"happened", "ongoing", "alleged"})
#: A day more or less is a matter of time zones.
DAY = timedelta(days=1)
#: A deed so much after its window may be the late one.
_LATE = timedelta(days=31)
#: What stands undated in the lead was done so lately.
_FRESH = timedelta(days=3)


def are_apart(first: EventMention, second: EventMention, bodies: Bodies) -> bool:
    """Say whether two mentions cannot be of one happening, whoever is in it.

    Two acts of one sentence that the article does not tell as one are two: "they will *meet* at the *summit*"; but
    not what is said to come by one word twice: "invited to *join* it, they will *join* it in March".
    """
    if _are_two_of_one_sentence(first, second):
        return True
    return days_apart(first, second, bodies) or _places_apart(first, second)


def days_apart(first: EventMention, second: EventMention, bodies: Bodies) -> bool:
    """Say whether the days of two mentions cannot be those of one happening."""
    if first.day is None or second.day is None:
        return _windows_apart(first, second)
    done = [one for one in (first, second) if is_done(one)]
    if len(done) == 2:
        return _deeds_apart(first, second)
    if len(done) == 1:
        return _deed_apart(done[0], second if done[0] is first else first)
    return _plans_apart(first, second, bodies)


def was_moved(plan: EventMention, others: Iterable[EventMention]) -> bool:
    """Say whether a plan has another day by now, or none: a later one of its happening says so."""
    if plan.day is None or not plan.stated or is_done(plan):
        return False
    return any(
        (other.stated or other.change == "moved")
        and not is_done(other)
        and other.day is not None
        and other.day > plan.day
        for other in others
        if (other.earliest, other.latest) != (plan.earliest, plan.latest)
    )


def _are_two_of_one_sentence(first: EventMention, second: EventMention) -> bool:
    if first.report != second.report or first.sentence is None or first.sentence != second.sentence:
        return False
    is_one_day = first.stated and second.stated and (first.earliest, first.latest) == (second.earliest, second.latest)
    is_one_plan = (first.lemma == second.lemma or is_one_day) and not is_done(first) and not is_done(second)
    return _are_found(first, second) and not is_one_plan


def _are_found(first: EventMention, second: EventMention) -> bool:
    return "word" not in (first.kind, second.kind)


def is_done(mention: EventMention) -> bool:
    """Say whether a mention tells of a deed: something that was done, or goes on."""
    return mention.standing in _DONE and mention.change not in ("called_off", "moved")


def when_done(mention: EventMention) -> tuple[date | None, date | None]:
    """Give the days on which a deed was done: its own, else those of the news."""
    if mention.latest is not None and mention.stated:
        return mention.earliest, mention.latest
    if mention.day is None:
        return mention.earliest, mention.latest
    return (mention.day - _FRESH if mention.lead else None), mention.day


def _windows_apart(first: EventMention, second: EventMention) -> bool:
    early, late = sorted((first, second), key=lambda one: str(one.earliest))
    if early.latest is None or late.earliest is None:
        return False
    return late.earliest - early.latest > DAY


def _deeds_apart(first: EventMention, second: EventMention) -> bool:
    if "begun" in (first.change, second.change):
        return False
    early, late = sorted((when_done(first), when_done(second)), key=lambda window: str(window[0]))
    return early[1] is not None and late[0] is not None and late[0] - early[1] > DAY


def _deed_apart(deed: EventMention, plan: EventMention) -> bool:
    """Say whether a deed lies before the plan was told or before its window, or long after."""
    first, last = when_done(deed)
    if last is None or plan.day is None:
        return False
    if plan.change == "called_off" or (plan.standing == "denied" and plan.kind != "expectation"):
        return plan.change is not None and last < plan.day - DAY
    if last < plan.day - DAY:
        return True
    if not plan.stated:
        return False
    if plan.earliest is not None and last < plan.earliest - DAY:
        return True
    return plan.latest is not None and first is not None and first - plan.latest > _LATE


def _plans_apart(first: EventMention, second: EventMention, bodies: Bodies) -> bool:
    """Say whether two plans are two: for two days in one article, or for another day and not the same one moved."""
    if not (first.stated and second.stated) or not _windows_apart(first, second):
        return False
    if first.change == "moved" or second.change == "moved":
        return False
    if first.report == second.report:
        return True
    early, late = sorted((first, second), key=lambda one: (str(one.day), one.id))
    named, there = ([party for party in one.parties if party.named] for one in (early, late))
    return late.again or bool(named and there and not any(is_among(one, there, bodies) for one in named))


def _places_apart(first: EventMention, second: EventMention) -> bool:
    """Say whether neither place holds the other; the narrowest stands first ("Aleppo", "Syria")."""
    if not first.places or not second.places:
        return False
    return first.places[0] not in second.places and second.places[0] not in first.places


def parties_apart(first: EventMention, second: EventMention, bodies: Bodies) -> bool:
    """Say whether each side has a party that the other lacks, or who acts on whom is the other way round.

    Only roles that were read tell that; and of two articles that name one party each, one may name who acts, and the
    other on whom: "Norlin is to merge", "the merger of Hafen".
    """
    if first.event_type is None or second.event_type is None:
        return False
    if first.report != second.report and max(_count_named(first), _count_named(second)) < 2:
        return False
    return are_others(first, second, bodies) or _are_reversed(first, second, bodies)


def _count_named(mention: EventMention) -> int:
    return len({one for one in mention.parties if one.named})


def _are_reversed(first: EventMention, second: EventMention, bodies: Bodies) -> bool:
    """Say whether each acts on the one who acts in the other: "Reuss backs Berg", "Berg backs Reuss"."""
    if first.subject is None or second.subject is None or is_among(first.subject, [second.subject], bodies):
        return False
    return is_among(first.subject, second.parties, bodies) and is_among(second.subject, first.parties, bodies)


def are_others(first: EventMention, second: EventMention, bodies: Bodies) -> bool:
    """Say whether each of two mentions has a named party that the other lacks."""
    if not first.parties or not second.parties:
        return False
    return _lacks(first.parties, second, bodies) and _lacks(second.parties, first, bodies)


def _lacks(parties: Sequence[Party], other: EventMention, bodies: Bodies) -> bool:
    there = (*other.parties, *other.near)
    return not all(is_among(one, there, bodies) for one in parties if one.named)
