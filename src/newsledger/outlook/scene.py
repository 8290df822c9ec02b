"""What the other rooms found, by the token at which it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from newsledger.model import Actor, Annotated, Event, Statement, Syntax, Timex, Token
from newsledger.outlook.rules import Rules

#: Parts of speech of what may have a tense.
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
# A chain of heads longer than this is no clause that a person wrote.
_LONGEST_CLIMB = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An article's clauses and the findings that an expectation is made of, ready to be asked for by token.

    Attributes:
        syntax: The clauses; ``doc``, ``tokens`` and ``children`` are its own.
        rules: The room's word lists.
        published: The day of publication, where it is known.
        actors: For a token the ids of the actors whose mention it is in.
        kinds: Each actor's kind by its id.
        content: For a token the smallest statement that says it.
        cue: For a token the statement that it reports.
        events: For a token the event whose trigger it is in.
        dated: Tokens that head a time expression, and so no party: "expected by June".
        times: For a sentence's number its time expressions, in text order.
    """

    syntax: Syntax
    doc: Annotated
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    rules: Rules
    published: date | None
    actors: Mapping[int, tuple[str, ...]]
    kinds: Mapping[str, str | None]
    content: Mapping[int, Statement]
    cue: Mapping[int, Statement]
    statements: Mapping[str, Statement]
    events: Mapping[int, Event]
    times: Mapping[int, tuple[Timex, ...]]
    dated: frozenset[int]

    def lemma(self, index: int) -> str:
        """Give a token's lemma."""
        return self.tokens[index].lemma

    def word(self, index: int) -> str:
        """Give a token in lower case."""
        return self.doc.words[index]

    def label(self, index: int) -> str:
        """Give how a token hangs from its head."""
        return self.tokens[index].deprel

    def upos(self, index: int) -> str:
        """Give a token's part of speech."""
        return self.tokens[index].upos

    def head(self, index: int) -> int:
        """Give what a token hangs from."""
        return self.tokens[index].head

    def child(self, index: int, *labels: str) -> int | None:
        """Give the first dependent of a token with one of the labels."""
        return self.syntax.child(index, *labels)

    def ancestors(self, index: int) -> Iterator[int]:
        """Walk from the head of a token up to the root, at most a clause-like number of steps."""
        return islice(self.doc.ancestors(index), _LONGEST_CLIMB)

    def is_passive(self, index: int) -> bool:
        """Say whether a word tells what is done to its subject: a passive verb, or an adjective ("likely")."""
        return self.tokens[index].upos == "ADJ" or self.syntax.is_passive(index)

    def is_a(self, index: int, name: str) -> bool:
        """Say whether a token's lemma is of one of the word classes."""
        return self.tokens[index].lemma in self.rules.classes[name]

    def is_past(self, index: int) -> bool:
        """Say whether the clause of a verb is told in the past tense."""
        return self.syntax.tense(index) == "past"

    def is_present(self, index: int) -> bool:
        """Say whether an active verb is in the present and not in the perfect: "closes", "is closing"."""
        if self.tokens[index].upos not in VERBAL:
            return False  # which saves making the clause of every noun
        clause = self.syntax.clause(index)
        if clause is None or clause.tense != "present" or clause.voice == "passive" or clause.modals:
            return False
        return not clause.aspect.startswith("perfect")

    def alike(self, verb: int) -> Iterator[int]:
        """Walk over the verbs that go on from one with its auxiliaries: "will raise the tax and *cut* the grant"."""
        yield verb
        first = self.syntax.clause(verb)
        for index in self.syntax.joined(verb):
            clause = self.syntax.clause(index)
            if first is None or clause is None or index <= verb:
                continue
            if (clause.form, clause.modals) == (first.form, first.modals):
                yield index


def lay_out(
    syntax: Syntax,
    actors: tuple[Actor, ...],
    statements: tuple[Statement, ...],
    times: tuple[Timex, ...],
    events: tuple[Event, ...],
    rules: Rules,
) -> Scene:
    """Lay the findings out over the tokens."""
    doc = syntax.doc
    return Scene(
        syntax=syntax,
        doc=doc,
        tokens=doc.tokens,
        children=doc.children,
        rules=rules,
        published=doc.article.date_published.day,
        actors=_actors_by_token(doc, actors),
        kinds={actor.id: actor.kind for actor in actors},
        content=_contents_by_token(doc, statements),
        cue={index: said for said in statements for span in said.cue for index in doc.tokens_in(span)},
        statements={said.id: said for said in statements},
        events=_events_by_token(doc, events),
        times=_times_by_sentence(doc, times),
        dated=frozenset(head for timex in times if (head := doc.head_in(timex.span)) is not None),
    )


def _actors_by_token(doc: Annotated, actors: tuple[Actor, ...]) -> dict[int, tuple[str, ...]]:
    """Give each token the ids of the mentions that it heads, of the shortest where they nest."""
    heads: dict[int, list[tuple[int, str]]] = {}
    for actor in actors:
        for mention in actor.mentions:
            head = doc.head_in(mention.span)
            if head is not None:
                heads.setdefault(head, []).append((mention.end - mention.start, actor.id))
    return {head: tuple(dict.fromkeys(one for _, one in sorted(found))) for head, found in heads.items()}


def _contents_by_token(doc: Annotated, statements: tuple[Statement, ...]) -> dict[int, Statement]:
    by_token: dict[int, Statement] = {}
    for said in sorted(statements, key=lambda one: -sum(span.end - span.start for span in one.content)):
        for span in said.content:
            by_token.update(dict.fromkeys(doc.tokens_in(span), said))
    for said in statements:
        for index in _around_aside(doc, said):
            by_token.setdefault(index, said)
    return by_token


def _around_aside(doc: Annotated, said: Statement) -> tuple[int, ...]:
    """Give the clause that a cue is put into: "If it is not paid by Friday, the union said, *it will strike*"."""
    cues = (index for span in said.cue for index in doc.tokens_in(span))
    aside = next((index for index in cues if doc.tokens[index].deprel == "parataxis"), None)
    if aside is None or said.form == "direct":
        return ()
    return tuple(doc.subtree(doc.tokens[aside].head, without=("parataxis",)))


def _events_by_token(doc: Annotated, events: Iterable[Event]) -> dict[int, Event]:
    by_token: dict[int, Event] = {}
    for event in events:
        for index in doc.tokens_in(event.trigger):
            by_token.setdefault(index, event)
    return by_token


def _times_by_sentence(doc: Annotated, times: Iterable[Timex]) -> dict[int, tuple[Timex, ...]]:
    by_sentence: dict[int, list[Timex]] = {}
    for timex in times:
        inside = doc.tokens_in(timex.span)
        if inside:
            by_sentence.setdefault(doc.sentence_of[inside[0]], []).append(timex)
    return {number: tuple(found) for number, found in by_sentence.items()}
