"""Says what a later article makes of an expectation by plans alone: a new date, or taken back."""

import re
from collections.abc import Iterator

from newsledger.model import Expectation, Span
from newsledger.outlook.life.awaited import Awaited, event_of
from newsledger.outlook.life.document import Document, content_words
from newsledger.outlook.life.match import likeness
from newsledger.outlook.life.parties import best, weakest
from newsledger.outlook.life.reports import Finding

#: Who says it is not the holder's side; it is only thought likely; it may be yet another one.
_OTHERS, _THOUGHT, _ANOTHER = 0.7, 0.75, 0.6
_OPINIONS = frozenset({"hope", "forecast"})
_ANOTHER_ONE = re.compile(r"\b(?:again|another|second|separate|further|follow-up|additional)\b")
_MOVED = re.compile(
    r"\b(?:postpon\w+|put (?:off|back)|delay\w*|push\w* back|mov\w+|brought forward|reschedul\w+|extend\w*|prolong\w*"
    r"|instead of|not in|rather than|new (?:date|deadline))\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ea]w(?:s|n)?|drop(?:s|ped)?|abandon(?:s|ed)?|scrap(?:s|ped)?|shelve[sd]?|cancel(?:s|l?ed)?"
    r"|call(?:s|ed)? off|rescind(?:s|ed)?|retract(?:s|ed)?|gave up|given up|gives up|lift(?:s|ed)?"
    r"|back(?:s|ed) (?:down|away|off|out)|revers(?:es|ed)|revoke[sd]?|went back on|takes? back|took back)\b"
    r"(?P<between>[^.;]{0,40}?)\b(?P<noun>threats?|ultimatum|deadline|plans?|pledge|promise|vow|offer|bid|decision"
    r"|intention|proposal|commitment)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"\b(?:not|never|no|n[’']t|will|would|to|could|may|might|should|if|refus\w+)\s+(?:\w+\s+)?$")


def plans(expectation: Expectation, wanted: Awaited, document: Document) -> Iterator[Finding]:
    """Give what an article's own expectations, and words of taking back, make of an earlier one."""
    for later in document.record.expectations:
        found = _renewed(expectation, wanted, document, later)
        if found is not None:
            yield found
    yield from _taken_back(expectation, wanted, document)


def takes_back(words: str) -> bool:
    """Say whether words tell of something that is taken back."""
    return _TAKEN_BACK.search(words) is not None


def _renewed(expectation: Expectation, wanted: Awaited, document: Document, later: Expectation) -> Finding | None:
    score = _alike(wanted, document, later)
    told = document.sentence(later.action).of(document.text).lower()
    moved = _MOVED.search(told) is not None
    if not moved and _ANOTHER_ONE.search(told):
        score *= _ANOTHER
    if later.kind in _OPINIONS:
        score *= _THOUGHT
    elif not _is_own(wanted, document, later):
        score *= _OTHERS
    evidence = document.evidence(later.id, later.action, *later.window)
    if later.negated != expectation.negated:
        if later.strength != "firm":
            score *= _THOUGHT
        why = "said not to come any more" if later.negated else "said to come after all"
        return Finding(state="withdrawn", score=round(score, 3), why=why, evidence=evidence)
    if _is_new_date(expectation, later, moved=moved):
        return Finding(state="superseded", score=round(score, 3), why="a new date was named", evidence=evidence)
    return None


def _alike(wanted: Awaited, document: Document, later: Expectation) -> float:
    """Say how sure it is that a later expectation is the same one: by its event, or else by its words."""
    event = event_of(document, later)
    if wanted.event_type is not None and event is not None:
        return likeness(wanted, document, event)
    if wanted.event_type is not None or not wanted.words:
        return 0.0
    there = document.known((*(later.settled_by.actor_ids or ()), *later.holder_ids))
    return weakest(wanted.actors, there) * _same_words(wanted, later.action.of(document.text))


def _same_words(wanted: Awaited, action: str) -> float:
    if action.partition(" ")[0].lower() != wanted.verb:
        return 0.0
    there = content_words(action)
    return len(wanted.words & there) / len(wanted.words)


def _is_own(wanted: Awaited, document: Document, later: Expectation) -> bool:
    """Say whether the outlet, the holder or the holder's side says it, and no third person."""
    said = next((one for one in document.record.statements if one.id == later.statement), None)
    speaker = document.actors.get(said.source_actor or "") if said else None
    if speaker is None or speaker.kind != "person" or best(speaker, wanted.parties) > 0:
        return True
    lands = {actor.country for actor in wanted.parties} - {None}
    return not lands or speaker.country in lands


def _is_new_date(old: Expectation, new: Expectation, *, moved: bool) -> bool:
    """Say whether a window is another one; a part of the old window only makes it plainer."""
    if new.window_basis != "stated" or (new.earliest, new.latest) == (old.earliest, old.latest):
        return False
    if old.earliest is None and old.latest is None:
        return False
    if moved or old.latest is None:
        return moved
    return new.latest > old.latest if new.latest else new.earliest is not None and new.earliest > old.latest


def _taken_back(expectation: Expectation, wanted: Awaited, document: Document) -> Iterator[Finding]:
    """Tell of words of taking back: "withdrew its threat to cut", "dropped the plan to close"."""
    if expectation.negated or not weakest(wanted.actors, document.record.actors):
        return
    for sentence in document.record.sentences:
        words = sentence.of(document.text)
        for said in _TAKEN_BACK.finditer(words):
            before = Span(start=sentence.start, end=sentence.start + said.start())
            if _UNDONE.search(words[: said.start()].lower()):
                continue
            score = weakest(wanted.actors, document.present(before)) * _meant(expectation, wanted, said, words)
            if score > 0:
                spans = Span(start=before.end, end=sentence.start + said.end())
                inside = [event.id for event in document.record.events if spans.holds(event.trigger)]
                evidence = document.evidence(inside[0] if inside else None, spans)
                yield Finding(state="withdrawn", score=round(score, 3), why="taken back", evidence=evidence)


def _meant(expectation: Expectation, wanted: Awaited, said: re.Match[str], words: str) -> float:
    """Say how sure it is that this expectation is taken back: by what the sentence goes on to name."""
    after = content_words(words[said.end("between") :])
    about = wanted.words | wanted.place | content_words(wanted.verb)
    share = len(about & after) / max(len(about), 1)
    own = said["noun"].lower() in ("threat", "threats", "ultimatum", "deadline") and expectation.kind == "ultimatum"
    return min(1.0, share + 0.5) if share >= 0.34 else 0.75 if own else 0.0
