"""Matches what is waited for with what a later article reports, and says how sure that is."""

import re
from datetime import date, timedelta
from typing import Literal

from newsledger.model import Actor, Event, Span, shift_day
from newsledger.outlook.life.awaited import Awaited
from newsledger.outlook.life.document import Document, content_words
from newsledger.outlook.life.parties import SAME_WORDS, best

When = Literal["in", "late"]

#: From this score on a match settles by rule; below, a person is asked.
STRICT = 0.8
#: Below this score nobody is asked.
WEAKEST = 0.5
#: A factor each; what falls short of STRICT alone sends a match to a person.
_IN_SENTENCE, _UNNAMED, _ELSEWHERE, _UNSURE, _RATHER = 0.9, 0.85, 0.5, 0.7, 0.95
#: What else settles it, as sure as this: a bill that is voted down or passed was voted on.
_SERVES = {
    ("vote", "law"): 0.95,
    ("vote", "REJECT"): 0.9,
    ("referendum", "vote"): 0.9,
    ("law", "vote"): _UNSURE,
    ("trial", "ruling"): _UNSURE,
    ("appointment", "nomination"): _UNSURE,
    ("CONSULT", "AGREE"): _UNSURE,
}
#: Acts that are done once: a late one is the one that was waited for.
_ONCE = frozenset({"RETREAT", "CONCEDE", "AGREE", "SANCTION", "OTHER"})
_LATE = re.compile(
    r"\b(?:late|later|delay(?:ed)?|delays|belated(?:ly)?|overdue|postponed|put off|long-(?:promised|awaited|planned)"
    r"|after (?:the|its|his|her|their) deadline)\b"
)
_EARLIER = re.compile(r"\b(?:who|whom|which|whose|had|previous(?:ly)?|earlier|before|once|since|former|last)\b[^,;]*$")
_AT = re.compile(r"\b(?:in|at|near|to)\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s?)+)")
_SLACK, _FAR = timedelta(days=7), timedelta(days=365)
_GRACE = 30
_FRESH = 3
#: At least this share of what it is about must be named.
SOME = 0.3


def match(wanted: Awaited, document: Document, event: Event) -> tuple[float, When] | None:
    """Hold a reported event against what is waited for.

    The score is a product: the act, the weakest of the parties, what it is about, the place, the day.

    Returns:
        The score, and when it was against the window; None where it is another act, by others, elsewhere, or of
        another time.
    """
    score = likeness(wanted, document, event)
    dated = _days(wanted, document, event, document.sentence(event.trigger)) if score else None
    if dated is None or score * dated[0] < WEAKEST:
        return None
    return round(score * dated[0], 3), dated[1]


def likeness(wanted: Awaited, document: Document, event: Event) -> float:
    """Say how sure it is that an event is of the same act, parties, matter and place, whatever its day."""
    sentence = document.sentence(event.trigger)
    act = _act(wanted, document, event)
    who = _parties(wanted, document, event) if act else 0.0
    if not who:
        return 0.0
    if who == SAME_WORDS and not wanted.names.isdisjoint(content_words(sentence.of(document.text))):
        who = _UNNAMED  # "the army" is any army, but "the army left Sabel" is told of one
    return act * who * _about(wanted, document, sentence) * _place(wanted, document, event, sentence)


def serves(wanted: str, done: str) -> bool:
    """Say whether another act may settle what is waited for; each by its type, or its kind where that is OTHER."""
    return (wanted, done) in _SERVES


def same_matter(wanted: Awaited, document: Document, event: Event) -> float:
    """Say how sure it is that an event of any type is by one of the same parties about the same thing."""
    if not (wanted.words or wanted.place or wanted.recipients):
        return 0.0
    sentence = document.sentence(event.trigger)
    acting = document.known(event.actor_ids)
    score = max((best(one, acting) for one in (wanted.parties if wanted.is_mutual else wanted.actors)), default=0.0)
    if wanted.is_mutual and len(wanted.parties) > 1:
        score = min(
            score, _side(wanted.parties, (*acting, *document.known(event.recipient_ids)), document.present(sentence))
        )
    return score * _about(wanted, document, sentence) * _place(wanted, document, event, sentence)


def _act(wanted: Awaited, document: Document, event: Event) -> float:
    """Compare acts: by type, and within one by mode, by the kind of OTHER or by the word itself."""
    if wanted.event_type is None:
        return 0.0
    if wanted.event_type != event.event_type or wanted.other_kind != event.other_kind:
        one = wanted.other_kind or wanted.event_type
        return _SERVES.get((one, event.other_kind or event.event_type), 0.0)
    if wanted.mode is not None and event.mode is not None:
        return 1.0 if wanted.mode == event.mode else 0.0
    known = wanted.other_kind is not None or wanted.is_mutual or _shares_a_word(wanted, document, event)
    return 1.0 if known else _UNSURE


def _shares_a_word(wanted: Awaited, document: Document, event: Event) -> bool:
    """Say whether the two acts have a word in common, by its beginning: "lift", "lifted"; "vow" is not "agree"."""
    there = {word[:4] for word in event.trigger.of(document.text).lower().split()}
    return any(word[:4] in there for word in wanted.trigger)


def _parties(wanted: Awaited, document: Document, event: Event) -> float:
    """Give the weakest likeness of the parties; who acts must act here too, and so for the others."""
    acting, acted_on = document.known(event.actor_ids), document.known(event.recipient_ids)
    present = document.present(document.sentence(event.trigger))
    if not wanted.parties:
        # Without a party only its own names tell it from all others of its kind.
        here = content_words(document.sentence(event.trigger).of(document.text))
        return _RATHER if wanted.names and wanted.words <= here and len(wanted.words | wanted.place) > 1 else 0.0
    if wanted.is_mutual:
        both = acting + acted_on
        told = _side(wanted.parties, both, present if len(both) < 2 else ())
        return told if len(wanted.parties) > 1 or wanted.words or wanted.place else told * _UNSURE
    reached = _side(wanted.actors, acting, () if acting else present)
    if not acted_on:
        return reached * _side(wanted.recipients, (), present)
    return reached * _side(wanted.recipients, acted_on, ())


def _side(wanted: tuple[Actor, ...], there: tuple[Actor, ...], present: tuple[Actor, ...]) -> float:
    """Give the weakest likeness of one side; where the event names nobody, its sentence may."""
    return min((max(best(one, there), _IN_SENTENCE * best(one, present)) for one in wanted), default=1.0)


def _about(wanted: Awaited, document: Document, sentence: Span) -> float:
    """Say how much of what it is about stands in the sentence, or at least in the article."""
    if not wanted.words:
        return 1.0 if len(wanted.parties) > 1 or wanted.place or wanted.event_type in _ONCE else _UNNAMED
    here = content_words(sentence.of(document.text))
    missing = wanted.words - here
    found = float(len(wanted.words) - len(missing))
    if missing:
        found += 0.3 * len(missing & content_words(document.text))
    share = found / len(wanted.words)
    sure = 1.0 if not wanted.names or not wanted.names.isdisjoint(here) else _UNSURE  # it was to be in Florida
    return (0.4 + 0.6 * share) * sure if share >= SOME else 0.0


def _place(wanted: Awaited, document: Document, event: Event, sentence: Span) -> float:
    """Compare places; another one is near proof of another meeting."""
    if not wanted.place:
        return 1.0
    words = sentence.of(document.text)
    if not wanted.place.isdisjoint(content_words(words)):
        return 1.0
    named = event.place.of(document.text) if event.place else ""
    own = content_words(" ".join(actor.name for actor in wanted.parties))
    others = content_words(" ".join([named, *_AT.findall(words)])) - own
    return _ELSEWHERE if others else _RATHER


def _days(wanted: Awaited, document: Document, event: Event, sentence: Span) -> tuple[float, When] | None:
    """Hold the event's days against the window; None for what lies before it or before it was said."""
    sure, first, last = _when(document, event, sentence)
    if last is None or (wanted.said is not None and last < wanted.said):
        return None
    first = first or last
    if wanted.earliest is not None and last < wanted.earliest:
        return (_UNSURE * sure, "in") if wanted.earliest - last <= _SLACK else None
    end = shift_day(wanted.latest, _GRACE) if wanted.latest is not None and wanted.ultimatum else wanted.latest
    if end is not None and first > end:
        late = wanted.event_type in _ONCE or _LATE.search(sentence.of(document.text).lower())
        return (sure * (_RATHER if late else _UNSURE), "late")
    if end is None and wanted.said is not None and first - wanted.said > _FAR and wanted.event_type not in _ONCE:
        sure *= _UNSURE
    return (sure, "in")


def is_later(wanted: Awaited, document: Document, event: Event) -> bool:
    """Say whether an event is told of days after it was expected."""
    _, _, last = _when(document, event, document.sentence(event.trigger))
    return last is not None and (wanted.said is None or last >= wanted.said)


def _when(document: Document, event: Event, sentence: Span) -> tuple[float, date | None, date | None]:
    """Give an event's days and how sure they are: its own, those of its sentence, or those of the news."""
    if event.earliest is not None or event.latest is not None:
        return 1.0, event.earliest, event.latest or document.day
    near = [timex for timex in document.record.times if sentence.holds(timex.span) and timex.latest is not None]
    if len(near) == 1 and not near[0].vague and not near[0].negated:
        return _RATHER, near[0].earliest, near[0].latest
    if document.day is None:
        return 1.0, None, None
    before = Span(start=sentence.start, end=event.trigger.start).of(document.text)
    if document.is_lead(event.trigger) and not _EARLIER.search(before.lower()):
        return _IN_SENTENCE, shift_day(document.day, -_FRESH), document.day
    return _ELSEWHERE, None, document.day
