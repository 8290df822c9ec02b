"""An article as this room looks at it: what can be said of a word, its clause, its sentence and a party of it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.confidence.facts.wording import place_of
from newsledger.model import Actor, Clause, Event, Mention, Record, Sentence, Span, Syntax

#: Signs that open or end a quotation; an apostrophe may be either and is left out.
_QUOTES = frozenset('"“”„')
_ENDS = frozenset('.!?"”')
#: What is further away is as far as this, in tokens.
FAR = 40


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
        heads: Where each mention begins, and its token; sorted.
        named: Of each name the actor, its place and the actor's kind.
        tellings: How many mentions a happening has, by the id of the first.
        crowd: How many events a sentence has, by its number.
        countries: How many actors have a country, by its code.
        types: How many events the record has of each type.
        page: What sort of page it is.
    """

    record: Record
    syntax: Syntax
    actors: Mapping[str, Actor]
    mentions: Mapping[tuple[str, int, int], Mention]
    heads: Sequence[tuple[int, int]]
    named: Sequence[tuple[str, int, int, str]]
    tellings: Mapping[str, tuple[Event, ...]]
    crowd: Mapping[int, int]
    countries: Mapping[str, int]
    types: Mapping[str, int]
    page: Mapping[str, float]
    seen: dict[int, dict[str, float]] = field(default_factory=dict)

    @classmethod
    def build(cls, record: Record, syntax: Syntax) -> "Scene":
        """Make the scene of a page."""
        tellings: dict[str, list[Event]] = {}
        for event in record.events:
            tellings.setdefault(event.same_as or event.id, []).append(event)
        starts = (syntax.doc.tokens_in(event.trigger) for event in record.events)
        return cls(
            record=record,
            syntax=syntax,
            actors={actor.id: actor for actor in record.actors},
            mentions={(actor.id, one.start, one.end): one for actor in record.actors for one in actor.mentions},
            heads=sorted(
                (one.start, head)
                for actor in record.actors
                for one in actor.mentions
                if (head := syntax.doc.head_in(one.span)) is not None
            ),
            named=[
                (actor.id, one.start, one.end, actor.kind)
                for actor in record.actors
                for one in actor.mentions
                if one.form in ("name", "short", "role")
            ],
            tellings={key: tuple(found) for key, found in tellings.items()},
            crowd=Counter(syntax.doc.sentence_of[found.start] for found in starts if found),
            countries=Counter(actor.country for actor in record.actors if actor.country),
            types=Counter(event.event_type for event in record.events),
            page=_page(record, len(syntax.tokens)),
        )

    def head(self, span: Span) -> int | None:
        """Give the token of a span that the others hang from, None where it has no word."""
        found = self.syntax.doc.tokens_in(span)
        tokens = self.syntax.tokens
        return next((index for index in found if tokens[index].head not in found or tokens[index].head == index), None)

    def around(self, index: int) -> dict[str, float]:
        """Say what the sentence of a token is like, and where it stands."""
        doc = self.syntax.doc
        number = doc.sentence_of[index]
        if number not in self.seen:
            self.seen[number] = self._sentence(doc.sentences[number], number)
        return {**self.page, **self.seen[number], **place_of(self.syntax, index)}

    def _sentence(self, sentence: Sentence, number: int) -> dict[str, float]:
        doc = self.syntax.doc
        words = doc.tokens[sentence.start : sentence.end]
        texts, parts = [word.text for word in words], [word.upos for word in words]
        shapes = [word.morph for word in words]
        firsts = [one[0] for one in texts if one[:1].isalpha()]
        quotes = sum(map(texts.count, _QUOTES))
        return {
            "sentence_words": len(words),
            "sentence_commas": texts.count(","),
            "sentence_quotes": quotes,
            "sentence_odd_quotes": quotes % 2,
            "sentence_capitals": sum(map(str.isupper, firsts)) / max(len(firsts), 1),
            "sentence_number": number,
            "sentence_verbs": parts.count("VERB"),
            "sentence_names": parts.count("PROPN"),
            "sentence_present": sum("Tense=Pres" in one for one in shapes),
        }

    def clause(self, index: int) -> dict[str, float]:
        """Say what the clause of a predicate is like; all is 0 of what is none."""
        clause = self.syntax.clause(index)
        if clause is None:
            return {}
        return {
            "clause_future": clause.tense == "future",
            "clause_perfect": clause.aspect.startswith("perfect"),
            "clause_finite": clause.form == "finite",
            "clause_negated": clause.is_negated,
            "clause_modal": bool(clause.modals),
            "clause_quoted": clause.quoted,
            "clause_governors": sum(1 for _ in self.syntax.governors(index)),
        }

    def mentioned(self, span: Span) -> tuple[int, ...]:
        """Give the head of each mention of an actor in a span, in text order."""
        first, last = bisect_left(self.heads, (span.start,)), bisect_left(self.heads, (span.end,))
        return tuple(sorted({head for _, head in self.heads[first:last]}))

    def told_as(self, index: int) -> str:
        """Say in a few words how a predicate is told: its tense or form, and what turns it."""
        clause = self.syntax.clause(index)
        if clause is None:
            return "-"
        turned = (" not" if clause.is_negated else "") + (" modal" if clause.modals else "")
        return f"{clause.tense or clause.form or clause.pos}{turned}"

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

    def inside(self, span: Span | None, index: int | None) -> float:
        """Say whether grammar's party is the one that was taken: 1 it is, -1 it is not, 0 grammar names none."""
        if index is None:
            return 0
        token = self.syntax.tokens[index].span
        return 1 if span is not None and span.overlaps(token) else -1

    def surest(self, clause: Clause | None, span: Span | None) -> float:
        """Give how sure the roles' model is of the argument in a span; 0 where it has none there."""
        if clause is None or span is None:
            return 0
        tokens = self.syntax.tokens
        return max((one.score for one in clause.arguments if span.overlaps(tokens[one.head].span)), default=0)


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
