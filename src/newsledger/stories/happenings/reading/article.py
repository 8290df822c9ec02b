"""A record as mentions are made of it: its sentences cut into words, its days, and who stands where."""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from newsledger.model import Actor, EventMention, Party, Record, Span, Timex
from newsledger.stories.acts import has_act, noun_of
from newsledger.stories.happenings.parties import party_of
from newsledger.stories.happenings.reading.signs import (
    Piece,
    Sign,
    is_aside,
    is_failed,
    is_past,
    lemma_of,
    pieces,
    sign_of,
    signs,
)
from newsledger.stories.rules import Rules
from newsledger.stories.words import Matter, matter, without

_AGAIN = re.compile(
    r"\b(?:again|another|second|separate|further|follow-up|additional|new round|run-?off)\b", re.IGNORECASE
)
_BEGINNING = re.compile(
    r"(?:\b(?:from|until|till|to|(?:rescheduled|reset) for)\s+|^(?:from|until|till)\b)$", re.IGNORECASE
)
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
_FOLLOWING = 4
_ATTRIBUTES = re.compile(r"(?:[’']s?)?(?:\s+[\w-]+){0,3}\s+")
_WHEN = re.compile(r",?\s+when\b")
#: A day stands so near behind the verb that it is the day of.
_NEAR = 8
#: What makes a clause a plan.
_COMING = frozenset({"will", "would", "shall"})
#: Between a subject and its verb stand so many auxiliaries, adverbs and words of a day at most.
_ASIDE = 6
#: The news stands in the first sentences.
_LEAD = 3


@dataclass(frozen=True)
class Reading:
    """A record and the room's rules; what is asked of both."""

    record: Record
    rules: Rules
    _pieces: dict[int, tuple[tuple[Piece, ...], tuple[Sign, ...]]] = field(default_factory=dict, init=False)
    _present: dict[Span, tuple[Actor, ...]] = field(default_factory=dict, init=False)
    _times: dict[Span, tuple[Timex, ...]] = field(default_factory=dict, init=False)
    _matter: dict[tuple[Span, frozenset[str]], Matter] = field(default_factory=dict, init=False)

    @property
    def article(self) -> str:
        """The article's id."""
        return self.record.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.record.article.text

    @cached_property
    def day(self) -> date | None:
        """The day of publication, or the last that its date allows."""
        published = self.record.article.date_published
        return published.day or published.latest

    @cached_property
    def own_dateline(self) -> bool:
        """Whether the article says where it was written."""
        return any(block.role == "dateline" for block in self.record.article.blocks)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.record.sentences]

    @cached_property
    def _by_end(self) -> dict[int, Actor]:
        """The actors by where words that name them end; of two the first."""
        return {mention.end: actor for actor in reversed(self.record.actors) for mention in actor.mentions}

    @cached_property
    def _named(self) -> tuple[list[int], list[tuple[int, int, int]], int]:
        """Where words name an actor, in their order: the starts; start, end and the actor's number; the longest."""
        found = sorted(
            (mention.start, mention.end, number)
            for number, actor in enumerate(self.record.actors)
            for mention in actor.mentions
        )
        return [start for start, _, _ in found], found, max((end - start for start, end, _ in found), default=0)

    def _naming(self, within: Span) -> list[tuple[int, int, int]]:
        """Give the words that name an actor and overlap some others."""
        starts, found, longest = self._named
        some = found[bisect_left(starts, within.start - longest) : bisect_left(starts, within.end)]
        return [one for one in some if one[1] > within.start]

    @cached_property
    def _dated(self) -> list[tuple[int, int]]:
        return [(one.span.start, one.span.end) for one in self.record.times]

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {actor.id: party_of(actor) for actor in self.record.actors}

    def sentence(self, span: Span) -> Span:
        """Give the sentence that words begin in; the words themselves where there is none."""
        number = bisect_right(self._starts, span.start) - 1
        if number < 0 or self.record.sentences[number].end <= span.start:
            return span
        return self.record.sentences[number]

    def is_lead(self, span: Span) -> bool:
        """Say whether words stand where the news is told."""
        return bisect_right(self._starts, span.start) <= _LEAD

    def cut(self, sentence: Span) -> tuple[tuple[Piece, ...], tuple[Sign, ...]]:
        """Give the words of a sentence, and those that say what becomes of an act."""
        if sentence.start not in self._pieces:
            words = pieces(self.text, sentence)
            self._pieces[sentence.start] = (words, signs(words, self.rules))
        return self._pieces[sentence.start]

    def sign(self, act: Span) -> Sign | None:
        """Give the words that say what becomes of an act, whose words may hold its parties ("talks with Peru set")."""
        words, found = self.cut(self.sentence(act))
        head = self.words_of(act)[0]
        narrow = next(
            (Span(start=one.start, end=one.end) for one in words if act.start <= one.start and one.word == head), act
        )
        return sign_of(narrow if act.holds(narrow) else act, words, found)

    def is_change(self, act: Span) -> bool:
        """Say whether the words of an act say what becomes of another one: "*postponed* the trial"."""
        words, found = self.cut(self.sentence(act))
        return any(
            one.hedge is None
            and one.change in ("called_off", "moved")
            and any(act.start <= piece.start < act.end for piece in words[one.first : one.last + 1])
            for one in found
        )

    def was_before(self, act: Span) -> bool:
        """Say whether what became of an act had become of it before the news: "he *had cancelled* his visit"."""
        sign = self.sign(act)
        if sign is None:
            return False
        words, _ = self.cut(self.sentence(act))
        before = [one.word for one in words[max(0, sign.first - _ASIDE) : sign.first] if not one.word.endswith("ly")]
        return before[-1:] == ["had"] or before[-2:] == ["had", "been"]

    def was_failed(self, act: Span) -> bool:
        """Say whether an act is what somebody refused or failed to do."""
        words, _ = self.cut(self.sentence(act))
        at = next((at for at, piece in enumerate(words) if act.start <= piece.start < act.end), 0)
        return is_failed(words, at, self.rules)

    def bearing(self, act: Span) -> tuple[Span, ...]:
        """Give the words that say what becomes of an act: "*called off* its strike", "*conducting* tests"."""
        sign = self.sign(act)
        if sign is None:
            return ()
        words, _ = self.cut(self.sentence(act))
        return (Span(start=words[sign.first].start, end=words[sign.last].end),)

    def present(self, sentence: Span) -> tuple[Actor, ...]:
        """Give the actors whom a sentence mentions."""
        if sentence not in self._present:
            found = self._naming(sentence)
            inside = {at for start, end, at in found if sentence.start <= start and end <= sentence.end}
            self._present[sentence] = tuple(self.record.actors[at] for at in sorted(inside))
        return self._present[sentence]

    def subject(self, words: Sequence[Piece], at: int) -> Party | None:
        """Give the actor who stands before a verb and its auxiliaries, adverbs and day: "Reuss on Friday *signed*"."""
        sentence = self.sentence(Span(start=words[at].start, end=words[at].end))
        dated = [one.span for one in self.times_in(sentence)]
        before = [
            one
            for one in words[max(0, at - _ASIDE) : at]
            if not is_aside(one.word) and not any(span.start <= one.start < span.end for span in dated)
        ]
        actor = self._by_end.get(before[-1].end) if before else None
        return self._parties[actor.id] if actor is not None else None

    def known(self, ids: Iterable[str] | None) -> tuple[Actor, ...]:
        """Give the actors of some ids, each once; what the record does not know is left out."""
        return tuple(self.actors[one] for one in dict.fromkeys(ids or ()) if one in self.actors)

    def is_name(self, words: Span) -> bool:
        """Say whether words stand inside those that name an actor: "President" of "talk to *President* Berg"."""
        return any(start <= words.start and words.end <= end for start, end, _ in self._naming(words))

    def times_in(self, sentence: Span) -> tuple[Timex, ...]:
        """Give the days that a sentence names."""
        if sentence not in self._times:
            self._times[sentence] = tuple(
                one
                for one in self.record.times
                if sentence.holds(one.span) and one.type in ("DATE", "TIME") and not one.negated and not one.vague
            )
        return self._times[sentence]

    def is_new_day(self, one: Timex) -> bool:
        """Say whether a time is where something begins or is put off to: "until May 20", "from Sunday"."""
        return bool(
            _BEGINNING.search(self.text[max(0, one.span.start - 18) : one.span.start])
            or re.match(r"(?:from|until|till)\b", one.span.of(self.text), re.IGNORECASE)
        )

    def words_of(self, act: Span) -> tuple[str, list[str]]:
        """Give the word of an act that the lexicon knows, else its first, in small letters, and the others.

        Of a passive that is told with its subject ("the ban would *be lifted*") it is the participle.
        """
        words = act.of(self.text).lower().split() or [""]
        passive = [after for before, after in pairwise(words) if before in ("be", "been", "being")]
        attributes = self._attributes(words)
        known = (one for one in (*passive, *words) if one not in attributes)
        head = next((one for one in known if has_act(lemma_of(one, self.rules), self.rules)), words[0])
        return head, [one for one in words if one != head]

    def _attributes(self, words: Sequence[str]) -> set[str]:
        """Give the nouns behind a verb that stand before another noun: "issued *death* warrants" is no death."""
        if not is_past(words[0], self.rules.pasts):
            return set()
        return {
            one
            for one, behind in pairwise(words[1:])
            if behind not in self.rules.prepositions and noun_of(one, self.rules) is not None
        }

    def is_noun(self, act: Span) -> bool:
        """Say whether an act is named by a noun of the lexicon that is no past tense."""
        word = self.words_of(act)[0]
        return noun_of(word, self.rules) is not None and not is_past(word, self.rules.pasts)

    def is_nominal(self, act: Span) -> bool:
        """Say whether a noun names an act, and nothing beside it says that it was held or has begun."""
        sign = self.sign(act) if self.is_noun(act) else None
        return self.is_noun(act) and (sign is None or sign.change not in ("done", "begun"))

    def is_behind_plan(self, act: Span) -> bool:
        """Say whether an act is what a plan waits for: "he *would* return and speak *after meeting* the president"."""
        words, _ = self.cut(self.sentence(act))
        before = [one.word for one in words if one.start < act.start]
        return (
            before[-1:] in (["after"], ["before"])
            and self.words_of(act)[0].endswith("ing")
            and not _COMING.isdisjoint(before)
        )

    def following(self, act: Span) -> tuple[str, ...]:
        """Give the words behind an act."""
        words, _ = self.cut(self.sentence(act))
        return tuple(piece.word for piece in words if piece.start >= act.end)[:_FOLLOWING]

    def id_of(self, act: Span) -> str:
        """Give the id of a mention."""
        return f"{self.article}:{act.start:06}-{act.end}"

    def mention(self, act: Span, clause: Span, actors: Sequence[Actor], **told: Any) -> EventMention:
        """Make a mention of an act with what its words and its article give, and with what else is told of it."""
        sentence = self.sentence(act)
        word, rest = self.words_of(act)
        own = {actor.id for actor in actors}
        given: dict[str, Any] = {
            "id": self.id_of(act),
            "report": self.article,
            "word": word,
            "lemma": lemma_of(word, self.rules),
            "upos": "X",
            "phrase": (*rest, *self.following(act)),
            "parties": tuple(self._parties[actor.id] for actor in actors),
            "near": tuple(self._parties[one.id] for one in self.present(sentence) if one.id not in own),
            "again": self.is_again(act),
            "nominal": self.is_nominal(act),
            "day": self.day,
            "own_dateline": self.own_dateline,
            "lead": self.is_lead(act),
            "about": self.about(clause, act, actors),
            "spans": (act,),
            "sentence": sentence,
        }
        return EventMention(**given | told)

    def told_days(self, act: Span, change: str | None) -> tuple[date | None, date | None, bool]:
        """Give the days that an act's sentence names, where they are one; of what is moved, the new ones."""
        found = self.times_in(self.sentence(act))
        if change == "moved":
            found = tuple(one for one in found if self.is_new_day(one))
        if change == "called_off" or not found or not _is_run(self.text, found):
            return None, None, False
        first, last = _named_days(found[0]) if change == "moved" else (found[0].earliest, found[-1].latest)
        return first, last, last is not None

    def coming_days(self, act: Span) -> tuple[date, date, bool] | None:
        """Give the days still to come that an act's own words give it, the surest first.

        Before a noun ("the *June 12* summit"); behind words that say that it is to be ("a truce that will take effect
        on Sunday"); before a clause with "when" ("on July 20, when he is to arrive"); behind the act, where no other
        day stands nearer.
        """
        found = [one for one in self.times_in(self.sentence(act)) if self._is_to_come(one)]
        words, _ = self.cut(self.sentence(act))
        own = self.own_days(act)
        if own is not None:
            return own
        sign = self.sign(act)
        if sign is not None and sign.change in ("done", "begun") and sign.frame == "subject":
            told = self._first_behind(found, words[sign.last].end, words)
            if told is not None:
                return told
        before = [one for one in found if one.span.end <= act.start and _WHEN.match(self.text, one.span.end)]
        if before:
            return before[-1].earliest, before[-1].latest, True  # type: ignore[return-value]  # a span that was found has days
        return self._first_behind(found, act.end, words)

    def own_days(self, act: Span) -> tuple[date, date, bool] | None:
        """Give the days still to come that stand before a noun as its own."""
        found = [
            one for one in self.times_in(self.sentence(act)) if self._is_to_come(one) and self._is_of_noun(one, act)
        ]
        return (*_named_days(found[-1]), True) if found else None  # type: ignore[return-value]  # a span that was found has days

    def _is_of_noun(self, one: Timex, act: Span) -> bool:
        """Say whether a day stands before a noun as its own: "Friday's *telethon*", "a June 12 nuclear *summit*"."""
        between = _ATTRIBUTES.fullmatch(self.text, one.span.end, act.start)
        return (
            between is not None
            and not is_past(self.words_of(act)[0], self.rules.pasts)
            and self.rules.common.isdisjoint(between.group().lower().split())
        )

    def _is_to_come(self, one: Timex) -> bool:
        return one.earliest is not None and one.latest is not None and self.day is not None and one.latest > self.day

    def _first_behind(
        self, found: Sequence[Timex], start: int, words: Sequence[Piece]
    ) -> tuple[date, date, bool] | None:
        """Give the first days behind a place, where they stand near it or are the only ones."""
        behind = [one for one in found if one.span.start >= start]
        near = [piece.start for piece in words if piece.start >= start][:_NEAR]
        if not behind or (behind[0].span.start not in near and not _is_run(self.text, behind)):
            return None
        run = behind[:2] if _is_run(self.text, behind[:2]) else behind[:1]
        return run[0].earliest, run[-1].latest, True  # type: ignore[return-value]  # a span that was found has days

    def end_of_run(self, window: Sequence[Span], last: date | None) -> date | None:
        """Give the last day of a window that goes on behind its words: "on July 7" of "on July 7 and 8"."""
        for one, other in pairwise(self.record.times):
            if any(span.overlaps(one.span) for span in window) and _is_run(self.text, (one, other)):
                return other.latest or last
        return last

    def is_again(self, act: Span) -> bool:
        """Say whether it is told as another one of its kind."""
        sentence = self.sentence(act)
        return bool(_AGAIN.search(self.text[max(sentence.start, act.start - 40) : min(sentence.end, act.end + 25)]))

    def about(self, clause: Span, act: Span, actors: Sequence[Actor]) -> tuple[str, ...]:
        """Give the words of a clause beside its act, its parties and its times."""
        own = frozenset(actor.id for actor in actors)
        if (clause, own) not in self._matter:
            taken = [(one, end) for one, end, number in self._naming(clause) if self.record.actors[number].id in own]
            self._matter[clause, own] = matter(self.text, clause, [*self._dated, *taken], self.rules)
        return without(self._matter[clause, own], act, self.text, self.rules)


def _is_run(text: str, found: Sequence[Timex]) -> bool:
    """Say whether times are one: "on July 7 and 8"."""
    return all(text[one.span.end : other.span.start] in (" and ", "-", "–") for one, other in pairwise(found))


def _named_days(one: Timex) -> tuple[date | None, date | None]:
    """Give the days that are named themselves: of "until May 20" that day, of "until June" the month."""
    value = one.value or ""
    if _DAY.fullmatch(value):
        return date.fromisoformat(value), date.fromisoformat(value)
    if _MONTH.fullmatch(value):
        first = date.fromisoformat(f"{value}-01")
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return one.earliest, one.latest
