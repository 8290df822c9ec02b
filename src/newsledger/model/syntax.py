"""Clauses and their arguments: what each predicate of an article says of whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from newsledger.model.annotated import Annotated, Token
from newsledger.model.span import Span

ClausePos = Literal["verb", "noun", "adjective", "light verb"]
Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future"]
Aspect = Literal["simple", "progressive", "perfect", "perfect progressive"]
Form = Literal["finite", "infinitive", "gerund", "participle", "bare"]
#: How an argument stands to its predicate.
How = Literal[
    "subject",
    "passive subject",
    "object",
    "recipient",
    "clause",
    "preposition",
    "by-agent",
    "shared",
    "controlled",
    "raised",
    "relative",
    "participle",
    "possessive",
    "premodifier",
    "apposition",
    "light verb",
    "outside",
]
#: How a clause hangs from its governor.
Governs = Literal[
    "complement",
    "infinitive",
    "adverbial",
    "conjunct",
    "preposition",
    "object",
    "subject",
    "relative",
    "participle",
    "premodifier",
    "apposition",
]
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_BESIDE = frozenset({"relcl", "acl", "appos", "advcl", "cc", "conj", "parataxis", "dep", "preconj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A participant of a predicate, with its role in PropBank's labels.

    Attributes:
        role: ``ARG0`` (who does), ``ARG1`` (to whom or what it is done), ``ARG2`` to ``ARG5`` (what
            these are, the predicate says), ``ARGM-TMP``, ``ARGM-LOC`` and so on.
        head: The token that heads it; of a relative pronoun the noun that it stands for.
        preposition: The token of its preposition, or None.
        how: The construction in which it stands to the predicate.
        joined_to: The first member of the coordination that it belongs to; None where it is that itself.
        score: How sure, from 0 to 1.
        decided: What decided its role: a rule of grammar or the model.
    """

    role: str
    head: int
    preposition: int | None
    how: How
    joined_to: int | None
    score: float
    decided: Literal["rule", "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """What a clause hangs from.

    Attributes:
        token: A verb, noun or adjective; prepositions are looked through.
        relation: How the clause hangs from it.
        preposition: The token of the preposition between, or None.
    """

    token: int
    relation: Governs
    preposition: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with all that its own words tell of it.

    Attributes:
        head: The predicate's token.
        pos: Its part of speech; a ``light verb`` lends its arguments to a noun ("held *talks*").
        light: Of a noun its light verb, of a light verb its noun, else None.
        voice: None of nouns and adjectives.
        tense: Of the finite verb or its first auxiliary; None of what is not finite. ``future``: "will".
        aspect: ``simple`` of what has none.
        form: None of nouns and adjectives.
        negations: Tokens that deny this predicate and no other: "not", "never", "no", "nobody".
        modals: Tokens of its modal auxiliaries.
        governor: What it hangs from, or None of a main clause.
        quoted: It stands between quotation marks.
        attributive: It only describes a noun ("*occupied* territory").
        name: It is part of a name ("*Strike* Group 12").
        arguments: In text order; decided when they are first looked at.
    """

    head: int
    pos: ClausePos
    light: int | None
    voice: Voice | None
    tense: Tense | None
    aspect: Aspect
    form: Form | None
    negations: tuple[int, ...]
    modals: tuple[int, ...]
    governor: Governor | None
    quoted: bool
    attributive: bool
    name: bool
    arguments: Sequence[Argument]

    @property
    def is_negated(self) -> bool:
        """Whether it is denied by its own words."""
        return bool(self.negations)

    def argument(self, role: str) -> Argument | None:
        """Give the first argument of a role, None where there is none."""
        return next((one for one in self.arguments if one.role == role), None)

    def heads(self, role: str) -> tuple[int, ...]:
        """Give the heads of all arguments of a role, every member of a coordination."""
        return tuple(one.head for one in self.arguments if one.role == role)

    def after(self, preposition: int) -> tuple[Argument, ...]:
        """Give the arguments that stand behind one preposition's token."""
        return tuple(one for one in self.arguments if one.preposition == preposition)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Grammatical functions by token, whatever the roles: -1 where there is none.

    Attributes:
        subjects: The surface subject of a predicate, own or understood.
        agents: Who does it in grammar: the subject of an active verb, the by-agent of a passive one.
        objects: The object of an active verb, the subject of a passive one, own or understood.
        recipients: The indirect object ("gave *Chad* tanks").
        antecedents: Of a relative pronoun the noun that it stands for, of any other token itself.
        owners: Of a noun whose it is: the possessive, else the one after "by".
    """

    subjects: tuple[int, ...]
    agents: tuple[int, ...]
    objects: tuple[int, ...]
    recipients: tuple[int, ...]
    antecedents: tuple[int, ...]
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """The clauses of an article.

    Attributes:
        doc: The parse, mended.
        clauses: By the token of their predicate, in text order.
        grammar: Grammatical functions of every token.
        tokens: The words of the parse.
        children: For each token the indices of its dependents, in text order.
    """

    doc: Annotated
    clauses: Mapping[int, Clause]
    grammar: Grammar
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Have at hand what the rooms ask for thousands of times a page."""
        object.__setattr__(self, "tokens", self.doc.tokens)
        object.__setattr__(self, "children", self.doc.children)

    def clause(self, index: int) -> Clause | None:
        """Give the clause of a predicate, None where the token is none."""
        return self.clauses.get(index)

    def subject(self, index: int) -> int | None:
        """Give the surface subject of a predicate, own or understood."""
        return _known(self.grammar.subjects[index])

    def own_subject(self, index: int) -> int | None:
        """Give the subject in a predicate's own clause, in its own words ("*who* came"); of two the nearer."""
        tokens, below = self.doc.tokens, self.doc.children[index]
        own = (child for child in below if tokens[child].deprel in _SUBJECTS)
        return min(own, key=lambda child: abs(child - index), default=None)

    def agent(self, index: int) -> int | None:
        """Give who does it in grammar: an active verb's subject, a passive verb's by-agent."""
        return _known(self.grammar.agents[index])

    def object(self, index: int) -> int | None:
        """Give to what it is done in grammar: an active verb's object, a passive verb's subject."""
        return _known(self.grammar.objects[index])

    def recipient(self, index: int) -> int | None:
        """Give the indirect object: "gave *Chad* tanks", "gave tanks to *Chad*" where the parse calls it a dative."""
        return _known(self.grammar.recipients[index])

    def owner(self, noun: int) -> int | None:
        """Give whose a noun is: "*Chad*'s plan", "a plan by *Chad*"."""
        return _known(self.grammar.owners[noun])

    def antecedent(self, index: int) -> int:
        """Give the noun that a relative pronoun stands for, the token itself where it is none."""
        return self.grammar.antecedents[index]

    def is_passive(self, index: int) -> bool:
        """Say whether a predicate is a passive verb."""
        clause = self.clauses.get(index)
        return clause is not None and clause.voice == "passive"

    def is_infinitive(self, index: int) -> bool:
        """Say whether a predicate is a verb with "to"."""
        clause = self.clauses.get(index)
        return clause is not None and clause.form == "infinitive"

    def tense(self, index: int) -> Tense | None:
        """Give the tense of a predicate's own words, None of what is not finite."""
        clause = self.clauses.get(index)
        return None if clause is None else clause.tense

    def is_negated(self, index: int) -> bool:
        """Say whether a predicate is denied by its own words."""
        clause = self.clauses.get(index)
        return clause is not None and clause.is_negated

    def is_perfect(self, index: int) -> bool:
        """Say whether a verb stands in a perfect: "has said", "would have said"."""
        clause = self.clauses.get(index)
        return clause is not None and clause.aspect.startswith("perfect")

    def child(self, index: int, *labels: str) -> int | None:
        """Give the first dependent of a token with one of the labels."""
        tokens = self.doc.tokens
        for below in self.doc.children[index]:
            if tokens[below].deprel in labels:
                return below
        return None

    def prepositional(self, index: int, *words: str) -> int | None:
        """Give the noun after one of the prepositions that hang from a token, with relative pronouns resolved."""
        for below in self.doc.children[index]:
            token = self.doc.tokens[below]
            if token.deprel in ("prep", "agent", "dative") and token.text.lower() in words:
                noun = self.child(below, "pobj", "pcomp")
                if noun is not None:
                    return self.antecedent(noun)
        return None

    def governors(self, index: int) -> Iterator[Governor]:
        """Walk up what a predicate hangs from: "said", "agreed to", "wants", "prospect of"."""
        seen = {index}
        clause = self.clauses.get(index)
        while clause is not None and clause.governor is not None and clause.governor.token not in seen:
            yield clause.governor
            seen.add(clause.governor.token)
            clause = self.clauses.get(clause.governor.token)

    def joined(self, head: int) -> tuple[int, ...]:
        """Give a token and all that are coordinated with it, in text order."""
        found, tokens = [head], self.doc.tokens
        for index in found:
            found.extend(below for below in self.doc.children[index] if tokens[below].deprel == "conj")
        return tuple(sorted(found))

    def noun_phrase(self, head: int) -> Span:
        """Give the words of a noun phrase without clauses, insertions and what is joined to it."""
        words = set(self.doc.subtree(head, without=_BESIDE))
        first = last = head
        while first - 1 in words:
            first -= 1
        while last + 1 in words:
            last += 1
        while first < head and self.doc.tokens[first].upos in ("PUNCT", "SPACE"):
            first += 1
        while last > head and self.doc.tokens[last].upos in ("PUNCT", "SPACE"):
            last -= 1
        return Span(start=self.doc.tokens[first].span.start, end=self.doc.tokens[last].span.end)


def _known(index: int) -> int | None:
    return None if index < 0 else index
