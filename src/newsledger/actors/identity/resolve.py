"""Finds whom a pronoun stands for."""

from bisect import bisect_right
from collections.abc import Sequence

from newsledger.actors.identity.cast import Entities, Entity
from newsledger.actors.mentions.phrases import first_of_list
from newsledger.model import Annotated, Candidate, Span, Statement

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_MARKS = frozenset({"“", "”", '"', "``", "''"})
# A pronoun does not look further back than this many sentences.
_REACH = 4
# How much an object draws the possessive of what it is blamed, thanked or charged for.
_CAUSE = 4.0
# By how much less a thing draws an "it" than somebody in the same place does.
_BIAS = 0.5


class Resolver:
    """Weighs the mentions before a pronoun: nearness, grammar, who spoke last."""

    def __init__(self, doc: Annotated, cast: Entities, statements: Sequence[Statement]) -> None:
        self._doc = doc
        self._cast = cast
        self._sources = {span: number for number, statement in enumerate(statements) for span in statement.source}
        self._statements = statements
        self._contents = sorted(
            (span.start, span.end, number)
            for number, statement in enumerate(statements)
            if statement.form != "indirect"
            for span in statement.content
        )
        self._starts = [start for start, _, _ in self._contents]

    def antecedent(self, candidate: Candidate) -> tuple[tuple[Entity, ...], str] | None:
        """Give the figures that a pronoun of the third person stands for, and why."""
        number = self._quotation(candidate.span)
        is_quoted = number is not None and (
            self._statements[number].form == "direct" or self._is_in_marks(candidate.head)
        )
        speaker = self.speaker(candidate) if is_quoted else ()
        before = self._speaker_before(candidate)
        best: tuple[float, tuple[Entity, ...]] | None = None
        for mention, figures in self._cast.recent():
            if self._sentences_between(mention, candidate) > _REACH:
                break
            if not self._may_be(candidate, mention, figures) or figures == speaker:
                continue
            score = self._score(candidate, mention, figures) + (3.0 if figures == before else 0.0)
            if best is None or score > best[0]:
                best = (score, figures)
        if best is None or (candidate.gender == "n" and self._thing_score(candidate) > best[0]):
            return None
        return best[1], "pronoun/speaker-before" if best[1] == before else "pronoun/salience"

    def _is_in_marks(self, index: int) -> bool:
        """Say whether a token stands between quotation marks of its sentence."""
        first = self._doc.sentence_at(index).start
        marks = [token.text for token in self._doc.tokens[first:index] if token.text in _MARKS]
        if marks and marks[-1] in ("“", "``"):
            return True
        return sum(mark == '"' for mark in marks) % 2 == 1

    def _thing_score(self, candidate: Candidate) -> float:
        """Weigh the things before an "it" that are nobody, as subjects and objects of this sentence and the last."""
        doc = self._doc
        sentence = doc.sentence_at(candidate.head)
        number = doc.sentence_of[candidate.head]
        before = doc.sentences[number - 1] if number and doc.sentences[number - 1].block == sentence.block else sentence
        return max(
            (
                self._place_score(candidate, index) - _BIAS
                for index in range(before.start, candidate.head)
                if self._is_thing(index) and doc.tokens[index].head != candidate.head
            ),
            default=float("-inf"),
        )

    def _is_thing(self, index: int) -> bool:
        token = self._doc.tokens[index]
        return (
            token.upos in ("NOUN", "PROPN")
            and token.deprel in ("nsubj", "nsubjpass", "dobj")
            and "Number=Sing" in token.morph
            and not self._cast.headed(index)
        )

    def later_subject(self, candidate: Candidate) -> tuple[Entity, ...]:
        """Give the subject of the sentence, for a pronoun that stands before it."""
        doc = self._doc
        sentence = doc.sentence_at(candidate.head)
        for index in range(candidate.head + 1, sentence.end):
            figures = self._cast.headed(index)
            if figures and doc.tokens[index].deprel in _SUBJECTS and _agrees(candidate, figures):
                return figures
        return ()

    def speaker(self, candidate: Candidate) -> tuple[Entity, ...]:
        """Give the source of the innermost quotation around a pronoun."""
        number = self._quotation(candidate.span)
        return self._source_of(number) if number is not None else ()

    def _quotation(self, span: Span) -> int | None:
        place = bisect_right(self._starts, span.start)
        for start, end, number in reversed(self._contents[max(0, place - 8) : place]):
            if start <= span.start and span.end <= end:
                return number
        return None

    def _source_of(self, number: int) -> tuple[Entity, ...]:
        for span in self._statements[number].source:
            if figures := self._cast.at(span):
                return figures
            head = self._doc.head_in(span)
            if head is not None and (figures := self._together(head, span)):
                return figures
            for index in self._doc.tokens_in(span):
                if figures := self._cast.headed(index):
                    return figures
        return ()

    def _together(self, head: int, span: Span) -> tuple[Entity, ...]:
        """Give the figures of a source, all of them where it is "Brenn and Holt"."""
        found = list(self._cast.headed(head))
        for child in self._doc.children[head]:
            if found and self._doc.tokens[child].deprel == "conj" and span.holds(self._doc.tokens[child].span):
                found.extend(self._cast.headed(child))
        return tuple(dict.fromkeys(found))

    def _speaker_before(self, candidate: Candidate) -> tuple[Entity, ...]:
        """Give the source of the statement before, where the pronoun is a source itself."""
        number = self._sources.get(candidate.span)
        return self._source_of(number - 1) if number else ()

    def _sentences_between(self, mention: Candidate, candidate: Candidate) -> int:
        return self._doc.sentence_of[candidate.head] - self._doc.sentence_of[mention.head]

    def _may_be(self, candidate: Candidate, mention: Candidate, figures: tuple[Entity, ...]) -> bool:
        if mention.span.holds(candidate.span) or not _agrees(candidate, figures):
            return False
        own, other = self._doc.tokens[candidate.head], self._doc.tokens[mention.head]
        if own.deprel not in _OBJECTS or other.deprel not in _SUBJECTS:
            return True
        return self._clause(candidate.head) != self._clause(mention.head)

    def _clause(self, index: int) -> int:
        """Give the verb that a token hangs from, through phrases."""
        doc = self._doc
        for _ in range(8):
            head = doc.tokens[index].head
            if head == index or doc.tokens[head].upos in ("VERB", "AUX"):
                return head
            index = head
        return index

    def _place_score(self, candidate: Candidate, index: int) -> float:
        """Weigh how near a noun is to a pronoun, and its place in its clause: subjects come first."""
        doc = self._doc
        score = -1.5 * (doc.sentence_of[candidate.head] - doc.sentence_of[index])
        score -= 0.02 * min(50, candidate.head - index)
        if doc.sentence_at(index).block != doc.sentence_at(candidate.head).block:
            score -= 0.5
        relation = doc.tokens[first_of_list(doc, index)].deprel
        if relation in _SUBJECTS:
            return score + (3.5 if self._clause(candidate.head) == self._clause(index) else 2.0)
        return score + {"poss": 0.5, "dobj": 0.3, "pobj": 0.3, "dative": 0.3}.get(relation, 0.0)

    def _score(self, candidate: Candidate, mention: Candidate, figures: tuple[Entity, ...]) -> float:
        score = self._place_score(candidate, mention.head)
        if self._is_cause(candidate, mention):
            score += _CAUSE
        if (self._quotation(mention.span) is None) != (self._quotation(candidate.span) is None):
            score -= 0.7
        if mention.form == "pronoun":
            score += 0.5
        if any(figure.gender == candidate.gender for figure in figures):
            score += 0.7
        score += 0.15 * min(4, max(len(figure.mentions) for figure in figures))
        return score + _number_bonus(candidate, figures)

    def _is_cause(self, candidate: Candidate, mention: Candidate) -> bool:
        """Say whether somebody is treated so for what is his own: "sanctions against *Chad* over *its* raid".

        Verbs and nouns of blame, praise and punishment lay the cause on their object.
        """
        tokens, own = self._doc.tokens, candidate.head
        if own < 2 or tokens[own].deprel != "poss" or tokens[own - 1].text.lower() not in ("for", "over"):
            return False
        whom = tokens[mention.head]
        against = whom.deprel == "pobj" and tokens[whom.head].text.lower() in ("after", "against", "at", "on")
        return mention.head == own - 2 and (against or whom.deprel == "dobj")


def _agrees(candidate: Candidate, figures: tuple[Entity, ...]) -> bool:
    if candidate.plural:
        return (
            len(figures) > 1
            or figures[0].plural
            or figures[0].kind in ("organisation", "group", "country", "government")
        )
    if len(figures) > 1 or (figures[0].plural and figures[0].kind != "organisation"):
        return False
    figure = figures[0]
    if candidate.gender == "n":
        return figure.kind in ("country", "government", "organisation") or (
            figure.kind == "group" and not figure.plural
        )
    return figure.kind in ("person", "role", None) and figure.gender in (candidate.gender, None)


def _number_bonus(candidate: Candidate, figures: tuple[Entity, ...]) -> float:
    if not candidate.plural:
        return 0.0
    if len(figures) > 1 or figures[0].plural:
        return 1.0
    return -0.5 if figures[0].kind == "country" else 0.0
