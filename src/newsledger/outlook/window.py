"""Finds the window of days in which an action is to come."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model import Annotated, Span, Timex, shift_day
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, is_past
from newsledger.outlook.scene import Scene

# Frames whose own word is dated by what is coming ("is scheduled for Monday to speak"), not by when it was said.
_DATED_FRAMES = frozenset({"be_to", "subject", "new_subject", "dated_object", "put_off", "until_to", "object_to"})
_CROSSED = ("xcomp", "pcomp", "acomp", "acl")
_PAIR = 2
_NEXT_TO = 3
#: A length of time in TIMEX3: "P2W", "PT48H".
_LENGTH = re.compile(r"P(?P<clock>T)?(?P<number>\d{1,3})(?P<unit>[DWMYH])")
_DAYS = {"H": 1, "D": 1, "W": 7, "M": 30, "Y": 365}
#: What began no longer ago may date what comes after it.
_JUST_BEFORE = 7
_BETWEEN_CLAUSES = ("relcl", "advcl", "ccomp", "parataxis", "csubj", "ROOT")


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


NO_WINDOW = Window(spans=(), earliest=None, latest=None, basis="none", put_off=False)


def find_window(doc: Annotated, scene: Scene, cue: Cue) -> Window:
    """Find the time expressions of the cue's own clause and put their days together."""
    attached = tuple(
        timex
        for timex in scene.times.get(doc.sentence_of[cue.content], ())
        if _can_date(doc, timex) and _is_attached(doc, scene, cue, timex)
    )
    published = doc.article.date_published.day
    if cue.frame == "until_to" and published is not None and (given := _given(doc, scene, cue, published)):
        return given
    known = tuple(
        timex for timex in attached if (timex.earliest or timex.latest) and not _began_before(timex, published)
    )
    ahead = tuple(timex for timex in known if published is None or timex.latest is None or timex.latest >= published)
    dated = ahead or tuple(timex for timex in known if not _looks_back(doc, timex))
    used = _without_clocks(dated)
    earliest = max(_days(_opens(doc, timex, published) for timex in used), default=None)
    latest = min(_days(timex.latest for timex in used), default=None)
    put_off = _is_put_off(doc, cue, used)
    if put_off:
        earliest, latest = _last_start(used), None
    elif _are_joined(doc, used):
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


def _opens(doc: Annotated, timex: Timex, published: date | None) -> date | None:
    """Give the first day of a time; what comes "this year" comes in what is left of it."""
    if published is None or timex.earliest is None or timex.latest is None:
        return timex.earliest
    left = timex.earliest < published <= timex.latest
    return published if left and timex.span.of(doc.text).lower().startswith("this ") else timex.earliest


def _began_before(timex: Timex, published: date | None) -> bool:
    """Say whether a time is open since long before the article, and so dates nothing to come: "after the war".

    What comes "after the inauguration" of the day before is still to come.
    """
    if published is None or timex.earliest is None or timex.vague:
        return False
    open_since = timex.latest is None or (timex.latest == published and timex.type != "DURATION")
    return open_since and timex.earliest < shift_day(published, -_JUST_BEFORE)


def window_of_condition(doc: Annotated, scene: Scene, condition: Span) -> Window:
    """Give the day that a threat sets: "if nothing changes *by Sunday*"."""
    inside = doc.tokens_in(condition)
    published = doc.article.date_published.day
    known = [
        timex
        for timex in (scene.times.get(doc.sentence_of[inside[0]], ()) if inside else ())
        if condition.holds(timex.span) and _can_date(doc, timex) and timex.latest is not None
    ]
    if not known:
        return NO_WINDOW
    last = known[-1]
    found = Window(spans=(last.span,), earliest=last.earliest, latest=last.latest, basis=_basis((last,)), put_off=False)
    return NO_WINDOW if found.is_past(published) else found


def _is_put_off(doc: Annotated, cue: Cue, used: tuple[Timex, ...]) -> bool:
    """Say whether an action is put off to a day and not limited by it: "postponed until", "not until"."""
    if not used:
        return False
    if cue.frame == "put_off" or all(_after_clause(doc, cue, timex) for timex in used):
        return True
    return cue.negated and any(_follows_until(doc, timex) for timex in used)


def _follows_until(doc: Annotated, timex: Timex) -> bool:
    first = doc.tokens_in(timex.span)[0]
    near = doc.tokens[max(first - 2, doc.sentence_at(first).start) : first + 1]
    return any(token.lemma in ("until", "till") for token in near)


def _are_joined(doc: Annotated, used: tuple[Timex, ...]) -> bool:
    """Say whether two times make one stretch: "on Thursday and Friday"."""
    if len(used) != _PAIR:
        return False
    first, second = (doc.head_in(timex.span) for timex in used)
    return second is not None and doc.tokens[second].deprel == "conj" and doc.tokens[second].head == first


def _last_start(used: tuple[Timex, ...]) -> date | None:
    """Give the first day of the day, month or year that an action is put off to."""
    return max(_days(_own_start(timex) for timex in used), default=None)


def _own_start(timex: Timex) -> date | None:
    """Give the first day of what a time names by itself: "not until May" begins where May does."""
    numbers = (timex.value or "").partition("T")[0].split("-")
    if timex.mod == "END" or not all(number.isdigit() for number in numbers) or len(numbers[0]) != 4:
        return timex.latest or timex.earliest
    year, month, day = (*map(int, numbers), 1, 1)[:3]
    return date(year, month, day)


def _without_clocks(used: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """Leave out a time of day beside a day: "at 9 a.m. tomorrow" is tomorrow, "until Friday at noon" to Friday."""
    return tuple(timex for timex in used if timex.type != "TIME") or used


def _can_date(doc: Annotated, timex: Timex) -> bool:
    if "end of the day" in timex.span.of(doc.text).lower():
        return False  # "at the end of the day" is a turn of speech
    return not timex.negated and timex.type != "SET" and timex.value not in ("PRESENT_REF", "PAST_REF")


def _looks_back(doc: Annotated, timex: Timex) -> bool:
    """Say whether it can date nothing to come, so that the parser must have hung it wrongly: "a year ago"."""
    return any(doc.tokens[index].lemma in ("ago", "last", "yesterday") for index in doc.tokens_in(timex.span))


def _basis(used: tuple[Timex, ...]) -> Literal["stated", "vague", "none"]:
    if not used:
        return "none"
    return "vague" if all(timex.vague for timex in used) else "stated"


def _days(ends: Iterable[date | None]) -> Iterator[date]:
    return (end for end in ends if end is not None)


def _is_attached(doc: Annotated, scene: Scene, cue: Cue, timex: Timex) -> bool:
    """Say whether a time expression dates the action, by the way from it up the tree."""
    head = doc.head_in(timex.span)
    if head is None or doc.tokens[head].deprel == "poss" or _is_measure(doc, timex, head):
        return False
    return _is_told_when(doc, cue, head) or _hangs_below(doc, scene, cue, timex, head)


def _hangs_below(doc: Annotated, scene: Scene, cue: Cue, timex: Timex, head: int) -> bool:
    own = _clause(doc, cue)
    before = head
    for above in ancestors(doc, head):
        if above == cue.content and _is_the_nouns(doc, cue, before):
            return False
        if above in own:
            # A time inside the subject is the subject's: "the offer made on Monday will lapse".
            if doc.tokens[before].deprel in ("nsubj", "nsubjpass") and before != cue.content:
                return False
            return above in (cue.content, cue.verb) or _dates_the_word(doc, scene, cue, before, above)
        if doc.tokens[above].upos in ("VERB", "AUX") and doc.tokens[above].deprel not in _CROSSED:
            if _after_clause(doc, cue, timex):
                return True
            return _is_misplaced(doc, scene, cue, head, above)
        before = above
    return False


def _given(doc: Annotated, scene: Scene, cue: Cue, published: date) -> Window | None:
    """Give the days that somebody is given from now on: "gave them two weeks to leave"."""
    for timex in scene.times.get(doc.sentence_of[cue.word], ()):
        head = doc.head_in(timex.span)
        length = _LENGTH.fullmatch(timex.value or "") if timex.type == "DURATION" else None
        if head is None or length is None or doc.tokens[head].head != cue.word:
            continue
        days = int(length["number"]) * _DAYS[length["unit"]] // (24 if length["clock"] else 1)
        last = shift_day(published, max(days, 1))
        return Window(spans=(timex.span,), earliest=published, latest=last, basis="stated", put_off=False)
    return None


def _is_measure(doc: Annotated, timex: Timex, head: int) -> bool:
    """Say whether a length of time is what the act is about: "face ten years in prison"."""
    return timex.type == "DURATION" and doc.tokens[head].deprel == "dobj"


def _is_the_nouns(doc: Annotated, cue: Cue, before: int) -> bool:
    """Say whether a time is a noun's own: "the vote on Tuesday is crucial" dates no vote."""
    described = cue.frame in ("subject", "new_subject") and doc.tokens[cue.word].deprel == "acl"
    return cue.content != cue.verb or (described and before != cue.word)


def _is_told_when(doc: Annotated, cue: Cue, head: int) -> bool:
    """Say whether the clause tells what comes at a time: "on Tuesday, when eleven states will vote"."""
    clause = doc.tokens[cue.verb]
    if clause.deprel not in ("relcl", "advcl") or head >= cue.verb:
        return False
    opens = [below for below in doc.children[cue.verb] if doc.tokens[below].text.lower() == "when" and below < cue.verb]
    return bool(opens) and 0 < opens[0] - head <= _NEXT_TO and doc.tokens[opens[0] - 1].text == ","


def _after_clause(doc: Annotated, cue: Cue, timex: Timex) -> bool:
    """Say whether a time stands in what must come first: "will leave *after* the pact takes effect on Tuesday"."""
    head = doc.head_in(timex.span)
    above = () if head is None else tuple(ancestors(doc, head))
    clause = next((one for one in above if doc.tokens[one].upos in ("VERB", "AUX")), None)
    if clause is None or doc.tokens[clause].deprel != "advcl" or doc.tokens[clause].head not in _clause(doc, cue):
        return False
    return any(doc.tokens[one].deprel == "mark" and doc.tokens[one].lemma == "after" for one in doc.children[clause])


def _clause(doc: Annotated, cue: Cue) -> frozenset[int]:
    """Give the verbs between the action and its cue."""
    own = {cue.content, cue.verb, cue.word}
    if doc.tokens[cue.word].deprel == "acomp":
        own.add(doc.tokens[cue.word].head)  # "a vote *is* likely next week"
    for above in ancestors(doc, cue.verb):
        if doc.tokens[above].text.lower() != "going" and above not in own:
            break
        own.add(above)
    return frozenset(own)


def _dates_the_word(doc: Annotated, scene: Scene, cue: Cue, branch: int, word: int) -> bool:
    """Say whether a time that hangs from the cue's word dates the action and not the saying."""
    if cue.frame is None or cue.dated or cue.frame in _DATED_FRAMES or cue.kind == "scheduled_event":
        return True
    # "Analysts expect a cut this year": now they expect it, so the year is the cut's.
    now = cue.kind == "forecast" and cue.frame == "object" and not is_past(doc, word)
    return branch > cue.content and (now or word not in scene.cue)


def _is_misplaced(doc: Annotated, scene: Scene, cue: Cue, head: int, above: int) -> bool:
    """Say whether the parser hung the action's time from the verb that reports it.

    "said the bank would close on Friday": what stands after the action, inside the same content, is
    the action's, wherever the parser puts it.
    """
    if head <= cue.content or above not in ancestors(doc, cue.content):
        return False
    said = scene.content.get(cue.content)
    between = range(cue.content + 1, head)
    crossed = any(doc.tokens[one].deprel in _BETWEEN_CLAUSES for one in between)
    return said is not None and scene.content.get(head) is said and not crossed
