"""Finds the window of days in which an action is to come."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from newsledger.model import Span, Timex, shift_day
from newsledger.outlook.cues import Cue
from newsledger.outlook.scene import VERBAL, Scene

# Frames whose own word is dated by what is coming ("is scheduled for Monday to speak"), not by when it was said.
_DATED_FRAMES = frozenset({"be_to", "subject", "new_subject", "dated_object", "put_off", "until_to", "object_to"})
_CROSSED = ("xcomp", "pcomp", "acomp", "acl")
_YEAR = 365
#: A number longer than that is a year.
_DAY_DIGITS = 2
_NUMBER = re.compile(r"\d+")
#: What began no longer ago may date what comes after it.
_JUST_BEFORE = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When an action is to come, with the words that say so; both ends are inclusive.

    Attributes:
        put_off: The words say from when on, as in "postponed until" and "not until".
    """

    spans: tuple[Span, ...]
    earliest: date | None
    latest: date | None
    basis: Literal["stated", "vague", "none"]
    put_off: bool

    def is_past(self, published: date | None) -> bool:
        """Say whether it closed before the article was published."""
        return published is not None and self.latest is not None and self.latest < published

    def is_ahead(self, published: date | None) -> bool:
        """Say whether it is known to lie ahead, the day of publication included; "since May" does not."""
        if self.basis == "none":
            return False
        if published is None or self.latest is None or self.latest > published:
            return True
        return self.latest == published and (self.earliest is None or self.earliest == published)

    def opens_after(self, published: date | None) -> bool:
        """Say whether it is known to open only after publication."""
        return published is not None and self.earliest is not None and self.earliest > published


NO_WINDOW = Window(spans=(), earliest=None, latest=None, basis="none", put_off=False)


def find_window(scene: Scene, cue: Cue) -> Window:
    """Find the time expressions of the cue's own clause and put their days together."""
    attached = tuple(
        _come_round(scene, cue, timex)
        for timex in scene.times.get(scene.doc.sentence_of[cue.content], ())
        if _can_date(timex) and _is_attached(scene, cue, timex)
    )
    published = scene.published
    known = tuple(
        timex for timex in attached if (timex.earliest or timex.latest) and not _began_before(timex, published)
    )
    ahead = tuple(timex for timex in known if published is None or timex.latest is None or timex.latest >= published)
    dated = ahead or tuple(timex for timex in known if not _looks_back(scene, timex))
    # "At 9 a.m. tomorrow" is tomorrow, "until Friday at noon" to Friday.
    used = tuple(timex for timex in dated if timex.type != "TIME") or dated
    earliest = max(filter(None, (_opens(scene, timex, published) for timex in used)), default=None)
    latest = min(filter(None, (timex.latest for timex in used)), default=None)
    put_off = _is_put_off(scene, cue, used)
    if put_off:
        earliest, latest = max(filter(None, map(_own_start, used)), default=None), None
    elif _are_joined(scene, used):
        earliest, latest = used[0].earliest, used[-1].latest
    elif earliest is not None and latest is not None and latest < earliest:
        # Two days that cannot both hold: the one that stands first is the action's.
        dated = used = used[:1]
        earliest, latest = used[0].earliest, used[0].latest
    return Window(
        spans=tuple(timex.span for timex in dated or attached),
        earliest=earliest,
        latest=latest,
        basis=_basis(used),
        put_off=put_off,
    )


def is_past_going(scene: Scene, cue: Cue) -> bool:
    """Say whether it is "was going to" or "was to", which like "would" is open only as a report."""
    if scene.word(cue.word) == "going":
        return scene.is_past(cue.word)
    return scene.lemma(cue.word) == "to" and scene.is_past(scene.head(cue.content))


def _come_round(scene: Scene, cue: Cue, timex: Timex) -> Timex:
    """Take a day or month that a year is left out of, and what is now to come, for the next such one.

    In December "is poised to win in *May*" is next May; "by *May 2* it will have closed" looks ahead, too.
    """
    published, last = scene.published, timex.latest
    if published is None or last is None or last >= published or shift_day(last, _YEAR) < published:
        return timex
    present = cue.frame is not None and scene.syntax.tense(cue.word) == "present"
    told_now = present or (cue.reading == "future" and not is_past_going(scene, cue))
    words, value = timex.span.of(scene.doc.text), timex.value or ""
    if not told_now or len(max(_NUMBER.findall(words), key=len, default="")) > _DAY_DIGITS:
        return timex
    if words.isalpha() and value == last.isoformat():
        return timex  # a weekday
    if value not in (last.isoformat(), f"{last:%Y-%m}"):
        return timex
    year, length = last.year + 1, monthrange(last.year + 1, last.month)[1]
    whole = value == f"{last:%Y-%m}"
    end = date(year, last.month, length if whole else min(last.day, length))
    first = None if timex.earliest is None else end.replace(day=1) if whole else end
    return replace(timex, earliest=first or published, latest=end)


def _opens(scene: Scene, timex: Timex, published: date | None) -> date | None:
    """Give the first day of a time; what comes "this year" comes in what is left of it."""
    if published is None or timex.earliest is None or timex.latest is None:
        return timex.earliest
    left = timex.earliest < published <= timex.latest
    return published if left and timex.span.of(scene.doc.text).lower().startswith("this ") else timex.earliest


def _began_before(timex: Timex, published: date | None) -> bool:
    """Say whether a time is open since long before the article, and so dates nothing to come: "after the war".

    What comes "after the inauguration" of the day before is still to come.
    """
    if published is None or timex.earliest is None or timex.vague:
        return False
    open_since = timex.latest is None or (timex.latest == published and timex.type != "DURATION")
    return open_since and timex.earliest < shift_day(published, -_JUST_BEFORE)


def window_of_condition(scene: Scene, condition: Span) -> Window:
    """Give the day that a threat sets: "if nothing changes *by Sunday*"."""
    inside = scene.doc.tokens_in(condition)
    near = scene.times.get(scene.doc.sentence_of[inside[0]], ()) if inside else ()
    known = [one for one in near if condition.holds(one.span) and _can_date(one) and one.latest is not None]
    if not known:
        return NO_WINDOW
    last = known[-1]
    found = Window(spans=(last.span,), earliest=last.earliest, latest=last.latest, basis=_basis((last,)), put_off=False)
    return NO_WINDOW if found.is_past(scene.published) else found


def _is_put_off(scene: Scene, cue: Cue, used: tuple[Timex, ...]) -> bool:
    """Say whether an action is put off to a day and not limited by it: "postponed until", "not until"."""
    until = cue.negated and any(_follows_until(scene, timex) for timex in used)
    return until or (cue.frame == "put_off" and bool(used))


def _follows_until(scene: Scene, timex: Timex) -> bool:
    first = scene.doc.tokens_in(timex.span)[0]
    near = scene.tokens[max(first - 2, scene.doc.sentence_at(first).start) : first + 1]
    return any(token.lemma in ("until", "till") for token in near)


def _are_joined(scene: Scene, used: tuple[Timex, ...]) -> bool:
    """Say whether two times make one stretch: "on Thursday and Friday"."""
    if len(used) != 2:
        return False
    first, second = (scene.doc.head_in(timex.span) for timex in used)
    return second is not None and scene.label(second) == "conj" and scene.head(second) == first


def _own_start(timex: Timex) -> date | None:
    """Give the first day of what a time names by itself: "not until May" begins where May does."""
    numbers = (timex.value or "").partition("T")[0].split("-")
    if timex.mod == "END" or not all(number.isdigit() for number in numbers) or len(numbers[0]) != 4:
        return timex.latest or timex.earliest
    year, month, day = (*map(int, numbers), 1, 1)[:3]
    return date(year, month, day)


def _can_date(timex: Timex) -> bool:
    return not timex.negated and timex.type != "SET" and timex.value not in ("PRESENT_REF", "PAST_REF")


def _is_told_day(scene: Scene, timex: Timex) -> bool:
    """Say whether it is a day that was told of before, and not one seen from today: "that night"."""
    return scene.word(scene.doc.tokens_in(timex.span)[0]) in ("that", "those")


def _is_of_a_thing(scene: Scene, cue: Cue, head: int) -> bool:
    """Say whether a time only tells which thing is meant: "the first contest of the *2016* campaign"."""
    thing = scene.head(head)
    if scene.label(head) not in ("compound", "nummod", "amod", "nmod"):
        return False
    if thing == cue.content or scene.label(thing) != "pobj":
        return False
    preposition = scene.head(thing)
    other = scene.head(preposition)
    # "Her part in the May riot", but "the victor of the May vote" is known in May.
    told_of = scene.upos(other) == "NOUN" and scene.lemma(thing) not in scene.rules.fixtures
    if scene.word(preposition) != "of" and not told_of:
        return False
    above = (one for one in scene.ancestors(thing) if one > cue.content)
    return not any(scene.is_a(one, "within") for one in above)  # "by the start of the 2016 campaign"


def _looks_back(scene: Scene, timex: Timex) -> bool:
    """Say whether it can date nothing to come, so that the parser must have hung it wrongly: "a year ago"."""
    return any(scene.lemma(index) in ("ago", "last", "yesterday") for index in scene.doc.tokens_in(timex.span))


def _basis(used: tuple[Timex, ...]) -> Literal["stated", "vague", "none"]:
    if not used:
        return "none"
    return "vague" if all(timex.vague for timex in used) else "stated"


def _is_attached(scene: Scene, cue: Cue, timex: Timex) -> bool:
    """Say whether a time expression dates the action, by the way from it up the tree."""
    head = scene.doc.head_in(timex.span)
    # "Face ten years in prison": a length that is done to is no time of the act.
    measure = head is not None and timex.type == "DURATION" and scene.label(head) == "dobj"
    owns = head is not None and scene.label(head) == "poss" and not _dates_a_meeting(scene, head)
    if head is None or measure or owns or _is_told_day(scene, timex):
        return False
    return not _is_of_a_thing(scene, cue, head) and _hangs_below(scene, cue, head)


def _dates_a_meeting(scene: Scene, time: int) -> bool:
    """Say whether what a time owns comes then: "in May's heat", "at next month's vote"; not "May's bill"."""
    noun = scene.head(time)
    return scene.label(noun) == "pobj" and scene.word(scene.head(noun)) in ("in", "at", "during")


def _hangs_below(scene: Scene, cue: Cue, head: int) -> bool:
    own = _clause(scene, cue)
    before = head
    for above in scene.ancestors(head):
        if above in own:
            # A time inside the subject is the subject's: "the offer made on Monday will lapse".
            if scene.label(before) in ("nsubj", "nsubjpass") and before != cue.content:
                return False
            return above in (cue.content, cue.verb) or _dates_the_word(scene, cue, before, above)
        crossed = scene.label(above) in _CROSSED or scene.word(above) in ("starting", "beginning")
        if scene.upos(above) in VERBAL and not crossed:
            return False
        before = above
    return False


def _clause(scene: Scene, cue: Cue) -> frozenset[int]:
    """Give the verbs between the action and its cue."""
    own = {cue.content, cue.verb, cue.word}
    if scene.label(cue.word) == "acomp":
        own.add(scene.head(cue.word))  # "a vote *is* likely next week"
    for above in scene.ancestors(cue.verb):
        if scene.word(above) != "going" and above not in own:
            break
        own.add(above)
    return frozenset(own)


def _dates_the_word(scene: Scene, cue: Cue, branch: int, word: int) -> bool:
    """Say whether a time that hangs from the cue's word dates the action and not the saying."""
    if cue.dated or cue.frame in _DATED_FRAMES or cue.kind == "scheduled_event":
        return True
    # "Analysts expect a cut this year": now they expect it, so the year is the cut's.
    now = cue.kind == "forecast" and cue.frame == "object" and not scene.is_past(word)
    return branch > cue.content and (now or word not in scene.cue)
