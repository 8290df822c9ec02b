"""A record as mentions are made of it: its sentences cut into words, its days, and who stands where."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from newsledger.model import Actor, EventMention, Record, Span, Timex
from newsledger.stories.acts import has_act
from newsledger.stories.happenings.parties import party_of
from newsledger.stories.happenings.signs import Piece, Sign, base_words, pieces, sign_of, signs
from newsledger.stories.rules import Rules

_WORD = re.compile(r"[^\W\d_]{3,}")
_AGAIN = re.compile(
    r"\b(?:again|another|second|separate|further|follow-up|additional|new round|run-?off)\b", re.IGNORECASE
)
_BEGINNING = re.compile(r"(?:\b(?:from|until|till|to|for)\s+|^(?:from|until|till)\b)$", re.IGNORECASE)
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
_FOLLOWING = 4
#: The news stands in the first sentences.
_LEAD = 3


@dataclass(frozen=True)
class Reading:
    """A record and the room's rules; what is asked of both."""

    record: Record
    rules: Rules

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
    def _pieces(self) -> dict[int, tuple[tuple[Piece, ...], tuple[Sign, ...]]]:
        return {}

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
        """Give the words that say what becomes of an act."""
        return sign_of(act, *self.cut(self.sentence(act)))

    def present(self, sentence: Span) -> tuple[Actor, ...]:
        """Give the actors whom a sentence mentions."""
        return tuple(
            actor for actor in self.record.actors if any(sentence.holds(mention.span) for mention in actor.mentions)
        )

    def known(self, ids: Iterable[str] | None) -> tuple[Actor, ...]:
        """Give the actors of some ids, each once; what the record does not know is left out."""
        return tuple(self.actors[one] for one in dict.fromkeys(ids or ()) if one in self.actors)

    def times_in(self, sentence: Span) -> tuple[Timex, ...]:
        """Give the days that a sentence names."""
        return tuple(
            one
            for one in self.record.times
            if sentence.holds(one.span) and one.type in ("DATE", "TIME") and not one.negated and not one.vague
        )

    def is_new_day(self, one: Timex) -> bool:
        """Say whether a time is where something begins or is put off to: "until May 20", "from Sunday"."""
        return bool(
            _BEGINNING.search(self.text[max(0, one.span.start - 8) : one.span.start])
            or re.match(r"(?:from|until|till)\b", one.span.of(self.text), re.IGNORECASE)
        )

    def words_of(self, act: Span) -> tuple[str, list[str]]:
        """Give the word of an act that the lexicon knows, else its first, in small letters, and the others."""
        words = act.of(self.text).lower().split() or [""]
        head = next((one for one in words if has_act(self.lemma(one), self.rules)), words[0])
        return head, [one for one in words if one != head]

    def lemma(self, word: str) -> str:
        """Give the base of a form, as far as the lexicon knows it."""
        return next((one for one in base_words(word, self.rules.pasts) if has_act(one, self.rules)), word)

    def following(self, act: Span) -> tuple[str, ...]:
        """Give the words behind an act."""
        words, _ = self.cut(self.sentence(act))
        return tuple(piece.word for piece in words if piece.start >= act.end)[:_FOLLOWING]

    def act_in(self, action: Span) -> Span:
        """Give the words of an action that say the act: its first verb, or the noun that a bearing verb has."""
        words = [one for one in pieces(self.text, action) if one.word not in ("be", "have", "been", "being", "not")]
        if not words:
            return action
        first = words[0]
        if any(
            row.change == "done"
            for base in base_words(first.word, self.rules.pasts)
            for row in self.rules.changes.get(base, ())
        ):
            first = next((one for one in words[1:] if has_act(one.word.removesuffix("s"), self.rules, "noun")), first)
        return Span(start=first.start, end=first.end)

    def mention(self, act: Span, clause: Span, actors: Sequence[Actor]) -> EventMention:
        """Make a mention of an act with what its words and its article give; its standing and days are still open."""
        sentence = self.sentence(act)
        word, rest = self.words_of(act)
        return EventMention(
            id=f"{self.article}:{act.start:06}-{act.end}",
            report=self.article,
            word=word,
            lemma=self.lemma(word),
            upos="X",
            phrase=(*rest, *self.following(act)),
            parties=tuple(party_of(actor) for actor in actors),
            near=tuple(party_of(one) for one in self.present(sentence) if one not in actors),
            again=self.is_again(act),
            day=self.day,
            own_dateline=self.own_dateline,
            lead=self.is_lead(act),
            about=self.about(clause, act, actors),
            spans=(act,),
            sentence=sentence,
        )

    def told_days(self, act: Span, change: str | None) -> tuple[date | None, date | None, bool]:
        """Give the days that an act's sentence names, where they are one; of what is moved, the new ones."""
        found = self.times_in(self.sentence(act))
        if change == "moved":
            found = tuple(one for one in found if self.is_new_day(one))
        if change == "called_off" or len(found) != 1 or found[0].latest is None:
            return None, None, False
        first, last = _named_days(found[0]) if change == "moved" else (found[0].earliest, found[0].latest)
        return first, last, True

    def is_again(self, act: Span) -> bool:
        """Say whether it is told as another one of its kind."""
        sentence = self.sentence(act)
        return bool(_AGAIN.search(self.text[max(sentence.start, act.start - 40) : min(sentence.end, act.end + 25)]))

    def about(self, clause: Span, act: Span, actors: Sequence[Actor]) -> tuple[str, ...]:
        """Give the words of a clause beside its act, its parties and its times."""
        taken = [act, *(one.span for one in self.record.times)]
        taken += [mention.span for actor in actors for mention in actor.mentions]
        letters = list(clause.of(self.text))
        for other in taken:
            for at in range(max(other.start, clause.start), min(other.end, clause.end)):
                letters[at - clause.start] = " "
        words = _WORD.findall("".join(letters).lower())
        return tuple(
            sorted(
                {_plain(word) for word in words if word not in self.rules.common and (word,) not in self.rules.hedges}
            )
        )


def _named_days(one: Timex) -> tuple[date | None, date | None]:
    """Give the days that are named themselves: of "until May 20" that day, of "until June" the month."""
    value = one.value or ""
    if _DAY.fullmatch(value):
        return date.fromisoformat(value), date.fromisoformat(value)
    if _MONTH.fullmatch(value) and one.latest is not None:
        return one.latest.replace(day=1), one.latest
    return one.earliest, one.latest


def open_record(record: Record, rules: Rules) -> Reading:
    """Make a record ready for mentions to be made of it."""
    return Reading(record, rules)


def _plain(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
