"""A row of an answer as one line for a reader: who, the act, whom, when; the words; the receipt."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model import Done, Due, Found, HappeningRow, Judged, Listed, Origin, Passage, Said, Span
from newsledger.show import phrases
from newsledger.show.settlement import stands_before_verb
from newsledger.show.telling.judged import judged_by, judged_words
from newsledger.show.telling.words import act_of, party_of

Words = tuple[tuple[str, bool], ...]
#: What is done is told as it stands, and no longer as what somebody is to do.
_DONE = frozenset({"happened", "under_way", "ongoing"})
Kind = Literal["happening", "event", "statement", "expectation", "article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding, told.

    Attributes:
        standing: One word: an event's standing, an expectation's state, how something is said.
        who: Those who do it or say it.
        act: What is done, in the source's words; ``whom``: to whom.
        when: The days, as exactly as they are known; ``""`` where nothing is.
        asides: What else is known, in short phrases.
        words: The sentence, in stretches, each with whether it is lit.
        place: Where the words stand.
        codes: For those who want them.
        day: The day by which it is ordered, as a heading; ``""`` where it has none.
        judged: What persons judged of it, and who, when and why.
    """

    id: str
    kind: Kind
    standing: str
    who: str
    act: str
    whom: str
    when: str
    asides: tuple[str, ...]
    words: Words
    article: Origin
    place: str
    codes: str
    day: str = ""
    judged: tuple[tuple[str, str], ...] = ()

    @property
    def quote(self) -> str:
        """The words on one line."""
        return " ".join("".join(part for part, _ in self.words).split())


def event_line(row: Done) -> Line:
    """Tell an event."""
    codes = " ".join(part.replace("_", " ") for part in (row.event_type, row.other_kind, row.mode) if part)
    return Line(
        id=row.id,
        kind="event",
        standing=row.standing,
        who=_parties(row.actors),
        act=act_of(row.words.exact),
        whom=_parties(row.recipients),
        when=_window(row.earliest, row.latest),
        asides=_filled(
            f"in {row.place}" if row.place else "",
            f"says {row.reported_by}" if row.reported_by else "",
            f"told {row.mentions} times" if row.mentions > 1 else "",
        ),
        words=lit(row.words, [Span(start=row.words.start, end=row.words.end)]),
        article=row.article,
        place=row.words.block,
        codes=codes,
        judged=_judged(row.judged),
        day=phrases.iso(row.day) if row.day else "",
    )


def happening_line(row: HappeningRow) -> Line:
    """Tell a happening."""
    told = phrases.count(row.reports, "report")
    act = act_of(row.words.exact)
    return Line(
        id=row.id,
        kind="happening",
        standing=(row.state or "told").replace("_", " "),
        who=_parties(row.actors),
        act=act if row.state in _DONE else _to_come(act, row.words),
        whom="" if _names_one_of(act, row.recipients) else _parties(row.recipients),
        when=_window(row.earliest, row.due),
        asides=_filled(
            f"in {row.place}" if row.place else "",
            told if row.reports > 1 or row.copies else "",
            phrases.count(row.copies, "copy").replace("copys", "copies") if row.copies else "",
        ),
        words=lit(row.words, [Span(start=row.words.start, end=row.words.end)]),
        article=row.article,
        place=row.words.block,
        codes=" ".join(part.replace("_", " ") for part in (row.event_type, row.other_kind, row.mode) if part),
        judged=_judged(row.judged),
        day=phrases.iso(row.day) if row.day else "",
    )


def statement_line(row: Said) -> Line:
    """Tell a statement."""
    inside = f"inside what {row.inside.who} says" if row.inside and row.inside.who else ""
    return Line(
        id=row.id,
        kind="statement",
        standing=row.attitude,
        who=party_of(row.who or "", is_name=True),
        act=act_of(row.cue or "") or "quoted",
        whom=party_of(row.addressee or "", is_name=False),
        when="",
        asides=_filled(inside or ("inside another statement" if row.inside else "")),
        words=lit(row.words, row.content_at),
        article=row.article,
        place=row.words.block,
        codes=row.form,
        judged=_judged(row.judged),
        day=phrases.iso(row.day) if row.day else "",
    )


def due_line(row: Due) -> Line:
    """Tell an expectation."""
    last = row.due if row.due and not row.earliest else None
    when = _window(row.earliest, row.due)
    return Line(
        id=row.id,
        kind="expectation",
        standing=(row.state or "").replace("_", " "),
        who=party_of(row.holder or "", is_name=True),
        act=_to_come(act_of(row.words.exact), row.words),
        whom="",
        when=f"by {phrases.iso(last)}" if last else when,
        asides=_filled(
            row.kind.replace("_", " "),
            "not to come" if row.negated else "",
            row.strength if row.strength != "firm" else "",
            f"on condition “{row.condition}”" if row.condition else "",
            f"since {phrases.iso(row.since)}" if row.since and row.why else "",
            row.why or "",
        ),
        words=lit(row.words, [Span(start=row.words.start, end=row.words.end)]),
        article=row.article,
        place=row.words.block,
        codes=row.settled or "",
        judged=_judged(row.judged),
        day=phrases.iso(row.due) if row.due else "",
    )


def found_line(row: Found) -> Line:
    """Tell an article that was searched for."""
    return Line(
        id=row.article.id,
        kind="article",
        standing="" if row.current else f"version {row.version}, older",
        who="",
        act="",
        whom="",
        when="",
        asides=(),
        words=lit(row.passage, row.hits),
        article=row.article,
        place=row.passage.block,
        codes="",
        day=day_of(row.article),
    )


def day_of(article: Origin) -> str:
    """Say when an article was published, as exactly as it is known; ``""`` where it is not."""
    return phrases.iso(article.published[:10]) if article.published else ""


def headline(article: Origin) -> str:
    """Give an article's headline, else its address in short."""
    return phrases.name_of(article.headline, article.url)


def source(article: Origin | Listed) -> str:
    """Say whose article it is, and of when: ``Coast Post, 16 Mar 2018``."""
    origin = article.article if isinstance(article, Listed) else article
    return ", ".join(_filled(origin.publisher or "", day_of(origin)))


def lit(passage: Passage, spans: Sequence[Span]) -> Words:
    """Cut a sentence at its lit words."""
    words, at = [], passage.sentence_start
    end = passage.sentence_start + len(passage.sentence)
    for span in sorted(spans):
        first, last = max(span.start, at), min(span.end, end)
        if first < last:
            words += [(_cut(passage, at, first), False), (_cut(passage, first, last), True)]
            at = last
    return tuple((part, is_lit) for part, is_lit in (*words, (_cut(passage, at, end), False)) if part)


def _cut(passage: Passage, start: int, end: int) -> str:
    return passage.sentence[start - passage.sentence_start : end - passage.sentence_start]


def _judged(ones: Iterable[Judged]) -> tuple[tuple[str, str], ...]:
    return tuple((judged_words(one), judged_by(one)) for one in ones)


def _to_come(act: str, words: Passage) -> str:
    """Put "to" before a verb in its base form, so that it stands with who is to do it: "Mexico to meet"."""
    before = words.sentence[: words.start - words.sentence_start].lower().split()
    return f"to {act}" if act and before and stands_before_verb(before[-1]) else act


def _names_one_of(act: str, parties: Iterable[str]) -> bool:
    """Say whether the words of an act, where they have all of its clause, tell by themselves to whom it is done."""
    return any(re.search(rf"\b{re.escape(party)}\b", act) for party in parties)


def _parties(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for one in names if (name := party_of(one, is_name=True))))


def _window(earliest: str | None, latest: str | None) -> str:
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    return phrases.window(first, last)


def _filled(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
