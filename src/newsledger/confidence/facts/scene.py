"""An article as this room looks at it: what can be said of a word, its clause, its sentence and a party of it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from newsledger.model import Actor, Event, Mention, Record, Span, Syntax, Token

#: What is further away is as far as this, in tokens.
FAR = 40
_START, _PLACE = attrgetter("start"), attrgetter("start", "end")
#: Mentions that tell who it is.
_THE = ("the", "The", "THE")
_SIGNS = frozenset({"PUNCT", "SPACE"})
_NAMING = frozenset({"name", "short", "role"})


#: The tokens of a span, and the one that the others hang from.
Words = tuple[range, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What speaks for and against one finding.

    Attributes:
        values: By the name of the feature; what is not there is 0.
        entries: Whose records of being right count, by the name of the record: the narrowest, then ever wider groups.
    """

    finding: str
    values: Mapping[str, float]
    entries: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A record and its parse, with what is looked up in them.

    Attributes:
        actors: By their ids.
        mentions: By the id of the actor and the place.
        places: The mentions in text order.
        named: Of each name the actor, where it begins and the actor's kind.
        tellings: The mentions of a happening, by the id of the first.
        crowd: How many events a sentence has, by its number.
        countries: How many actors have a country, by its code.
        coded: How many have one.
        types: The share of each type among the events.
        page: What sort of page it is.
    """

    record: Record
    syntax: Syntax
    actors: Mapping[str, Actor]
    mentions: Mapping[tuple[str, int, int], Mention]
    places: Sequence[Mention]
    named: Sequence[tuple[str, int, str]]
    tellings: Mapping[str, Sequence[Event]]
    crowd: Mapping[int, int]
    countries: Mapping[str, int]
    coded: int
    types: Mapping[str, float]
    page: Mapping[str, float]
    _words: dict[tuple[int, int], Words] = field(default_factory=dict)
    _mentioned: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def build(cls, record: Record, syntax: Syntax) -> "Scene":
        """Make the scene of a page."""
        tellings: dict[str, list[Event]] = {}
        for event in record.events:
            tellings.setdefault(event.same_as or event.id, []).append(event)
        mentions = {(actor.id, one.start, one.end): one for actor in record.actors for one in actor.mentions}
        starts = (syntax.doc.tokens_in(event.trigger) for event in record.events)
        countries = Counter(actor.country for actor in record.actors if actor.country)
        types = Counter(event.event_type for event in record.events)
        return cls(
            record=record,
            syntax=syntax,
            actors={actor.id: actor for actor in record.actors},
            mentions=mentions,
            places=sorted(mentions.values(), key=_PLACE),
            named=[
                (actor.id, one.start, actor.kind)
                for actor in record.actors
                for one in actor.mentions
                if one.form in _NAMING
            ],
            tellings=tellings,
            crowd=Counter(syntax.doc.sentence_of[found.start] for found in starts if found),
            countries=countries,
            coded=max(sum(countries.values()), 1),
            types={name: number / len(record.events) for name, number in types.items()},
            page=_page(record, len(syntax.tokens)),
        )

    def words(self, span: Span | Mention) -> Words:
        """Give the tokens of a span, looked up once, and the one that the others hang from."""
        key = span.start, span.end
        known = self._words.get(key)
        if known is None:
            found = self.syntax.doc.tokens_in(Span(start=span.start, end=span.end))
            known = self._words[key] = found, _head(found, self.syntax.doc.tokens)
        return known

    def head(self, span: Span) -> int | None:
        """Give the token of a span that the others hang from, None where it has no word."""
        return self.words(span)[1]

    def clause(self, index: int) -> dict[str, float]:
        """Say what the clause of a predicate is like; all is 0 of what is none."""
        clause = self.syntax.clause(index)
        if clause is None:
            return {}
        return {
            "clause_perfect": clause.aspect.startswith("perfect"),
            "clause_finite": clause.form == "finite",
            "clause_negated": clause.is_negated,
            "clause_governors": len(tuple(self.syntax.governors(index))) if clause.governor else 0,
        }

    def depth(self, index: int) -> int:
        """Count the words between a word and the root of its sentence."""
        tokens, deep = self.syntax.doc.tokens, 0
        while (above := tokens[index].head) != index and deep < FAR:
            index, deep = above, deep + 1
        return deep

    def has_article(self, index: int) -> bool:
        """Say whether a word has the definite article."""
        tokens = self.syntax.doc.tokens
        below = (tokens[child] for child in self.syntax.doc.children[index] if child < index)
        return any(one.deprel == "det" and one.text in _THE for one in below)

    def mentioned(self, number: int) -> tuple[int, ...]:
        """Give the head of each mention of an actor in a sentence, in text order."""
        if number not in self._mentioned:
            span = self.syntax.doc.sentences[number].span
            first = bisect_left(self.places, span.start, key=_START)
            last = bisect_left(self.places, span.end, first, key=_START)
            heads = (self.words(one)[1] for one in self.places[first:last])
            self._mentioned[number] = tuple(sorted({head for head in heads if head is not None}))
        return self._mentioned[number]

    def hung_from(self, index: int) -> tuple[str, str]:
        """Say what a predicate hangs from and how, then only how."""
        clause = self.syntax.clause(index)
        governor = None if clause is None else clause.governor
        if governor is None:
            return "-", "-"
        return f"{governor.relation} {self.word(governor.token)}", governor.relation

    def word(self, index: int) -> str:
        """Give a word's lemma; of a name only that it is one, since who it is of says nothing of the next page."""
        token = self.syntax.tokens[index]
        return token.upos if token.upos == "PROPN" else token.lemma.lower()


def _head(found: range, tokens: Sequence[Token]) -> int | None:
    if len(found) == 1:
        return found.start
    for index in found:
        head = tokens[index].head
        if (head not in found or head == index) and tokens[index].upos not in _SIGNS:
            return index
    return found.start if found else None


def _page(record: Record, words: int) -> dict[str, float]:
    """Say what sort of page it is: of a hundred words how many events, statements, officials, persons it has."""
    events, actors, hundreds = record.events, record.actors, max(words, 1) / 100
    return {
        "page_events": len(events) / hundreds,
        "page_partyless": sum(one.actor is None and one.recipient is None for one in events) / max(len(events), 1),
        "page_other": sum(one.event_type == "OTHER" for one in events) / max(len(events), 1),
        "page_statements": len(record.statements) / hundreds,
        "page_states": sum(one.kind in ("country", "government") for one in actors),
        "page_officials": sum(one.sector is not None for one in actors) / hundreds,
        "page_persons": sum(one.kind == "person" for one in actors) / hundreds,
    }
