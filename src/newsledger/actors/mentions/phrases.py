"""How far a noun phrase reaches, and whether it names a place or somebody who acts."""

from dataclasses import dataclass

from newsledger.actors.rules import Role, Rules
from newsledger.model import Annotated, Span

# What stands before a noun and belongs to it (spaCy's English labels).
_BEFORE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "advmod", "npadvmod"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_INSIDE = frozenset({"-", ",", "“", '"', "''", "``", "‘"})
_CLOSING = frozenset({"”", "''", "’’", ")", "]", ">"})
# Chains of "A, B and C" and of phrases within phrases are followed no further than this.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Phrases:
    """Answers questions about the noun phrases of an article by their head tokens."""

    doc: Annotated
    rules: Rules

    def left_edge(self, head: int) -> int:
        """Give the first token of the smallest noun phrase around ``head``."""
        doc = self.doc
        first = doc.sentence_at(head).start
        edge = head
        for child in reversed(doc.children[head]):
            if child >= edge:
                continue
            token = doc.tokens[child]
            if token.deprel == "punct" and child == edge - 1 and token.text in _INSIDE:
                continue
            if token.deprel not in _BEFORE or (token.deprel == "advmod" and child != edge - 1):
                break
            edge = max(first, self._leftmost(child))
        return self._after_closing(edge, head)

    def _after_closing(self, edge: int, head: int) -> int:
        """Leave a quotation that ends inside a phrase, and marks at its start, outside it."""
        for index in range(head - 1, edge - 1, -1):
            if self.doc.tokens[index].text in _CLOSING:
                edge = index + 1
                break
        outside = self.rules.classes["clause_adverb"]
        while edge < head and (self.doc.tokens[edge].upos == "PUNCT" or self.doc.tokens[edge].text.lower() in outside):
            edge += 1
        return edge

    def start(self, head: int, start: int) -> int:
        """Give the first token of the phrase of a name that starts at ``start``."""
        return min(start, self.left_edge(head))

    def title_before(self, start: int) -> Role | None:
        """Find a title in small letters right before a name: "spokesman Cole"."""
        doc = self.doc
        if not start or doc.tokens[start - 1].upos not in ("NOUN", "PROPN"):
            return None
        if doc.sentence_of[start - 1] != doc.sentence_of[start]:
            return None
        lemmas = [token.lemma.lower() for token in doc.tokens[max(0, start - 4) : start]]
        for length in range(len(lemmas)):
            hit = self.rules.roles.match(lemmas, length)
            if hit and hit[0] == len(lemmas) and hit[1].use in ("office", "function", "kin"):
                return hit[1]
        return None

    def is_modifier(self, head: int) -> bool:
        """Say whether a phrase only describes the noun after it."""
        token = self.doc.tokens[head]
        return token.deprel in _MODIFIERS and token.head != head

    def has_article(self, head: int) -> bool:
        """Say whether "the" stands before this noun."""
        return any(self.doc.tokens[child].text.lower() == "the" for child in self.doc.children[head] if child < head)

    def stands_alone(self, head: int) -> bool:
        """Say whether an adjective does a noun's work: "the French signed"."""
        token = self.doc.tokens[head]
        return token.head != head and token.deprel in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss")

    def is_subject(self, head: int) -> bool:
        """Say whether the phrase of this head does something, "by" included."""
        token = self.doc.tokens[whole_of(self.doc, head, self.rules)]
        if token.deprel in _SUBJECTS:
            return True
        return token.deprel == "pobj" and self.doc.tokens[token.head].deprel == "agent"

    def does_a_deed(self, head: int) -> bool:
        """Say whether this does what only somebody does: says, votes, sues."""
        subject = self.doc.tokens[whole_of(self.doc, head, self.rules)]
        return subject.deprel == "nsubj" and self.doc.tokens[subject.head].lemma in self.rules.classes["deed"]

    def is_met(self, head: int) -> bool:
        """Say whether this is told something, or stands against or with somebody."""
        token = self.doc.tokens[whole_of(self.doc, head, self.rules)]
        if token.deprel in ("dobj", "dative"):
            return self.rules.has_context("told", self.doc.tokens[token.head].lemma)
        return self.preposition(head) in ("against", "with")

    def could_act(self, head: int) -> bool:
        """Say whether an unknown name stands where those who act stand."""
        return self.doc.tokens[head].deprel == "poss" or self.is_subject(head)

    def may_act(self, head: int) -> bool:
        """Say the same of a name of several words, which needs less to show it."""
        preposition = self.preposition(head)
        if preposition is not None:
            is_target = preposition in self.rules.classes["before_target"]
            return not is_target and not self.rules.has_context("place", preposition)
        return self.doc.tokens[head].deprel in ("appos", "dobj", "conj")

    def preposition(self, head: int) -> str | None:
        """Give the preposition that a phrase hangs from, in small letters."""
        token = self.doc.tokens[whole_of(self.doc, head, self.rules)]
        if token.deprel == "pobj" and token.head != head:
            return self.doc.tokens[token.head].text.lower()
        return None

    def names_land(self, head: int) -> bool:
        """Say whether the name of a state stands for its land here ("in Ostland", "Ostland's coast")."""
        token = self.doc.tokens[first_of_list(self.doc, head)]
        governor = self.doc.tokens[token.head].lemma.lower()
        if token.deprel == "poss":
            return self.rules.has_context("land", governor) or self._is_place(token.head)
        if token.deprel == "dobj":
            return self.rules.has_context("travel", governor)
        if token.deprel == "pobj":
            return self._leads_to_land(token.head)
        return self.is_modifier(head)

    def is_visited(self, head: int) -> bool:
        """Say whether a body's name is the place where something is done: "spoke at the Ministry", "went to"."""
        token = self.doc.tokens[first_of_list(self.doc, head)]
        if token.deprel != "pobj":
            return False
        above = self.doc.tokens[token.head]
        verb = self.doc.tokens[above.head]
        word = above.text.lower()
        return verb.upos == "VERB" and (
            (word in ("at", "outside", "near", "inside") and verb.lemma in self.rules.classes["staying"])
            or (word in ("to", "toward", "towards", "into") and verb.lemma in self.rules.classes["going"])
        )

    def follows_place(self, start: int) -> bool:
        """Say whether a country only tells where a town is: "Ostburg, Ostland"."""
        end = start - 1
        if end < 1 or self.doc.tokens[end].text != ",":
            return False
        first = max(0, end - 3)
        words = tuple(token.text for token in self.doc.tokens[first:end])
        hits = (self.rules.names.match(words, index) for index in range(len(words)))
        if any(hit and hit[0] == len(words) and hit[1].form in ("place", "capital") for hit in hits):
            return True
        return self.is_in_town(end)

    def modifies_someone(self, head: int, end: int) -> bool:
        """Say whether the noun that a name stands before is one for somebody: "Treasury officials"."""
        tokens = self.doc.tokens
        words = (tokens[tokens[head].head].lemma.lower(), tokens[end].lemma.lower() if end < len(tokens) else "-")
        return any(self.rules.roles.match((word,), 0) for word in words)

    def is_in_town(self, end: int) -> bool:
        """Say whether the words up to a comma are a town after "in", "from" or "of": "from Lower Harwick"."""
        start = end
        while start > 1 and self.doc.tokens[start - 1].upos == "PROPN":
            start -= 1
        before = self.doc.tokens[start - 1].text.lower()
        return start < end and (before in ("from", "of") or self.rules.has_context("place", before))

    def _is_place(self, index: int) -> bool:
        """Say whether a name is of a place: "Ostburg" in "Ostland's second town, Ostburg"."""
        hit = self.rules.names.match((self.doc.tokens[index].text,), 0)
        return hit is not None and hit[1].form in ("place", "capital")

    def speaks_as_state(self, head: int) -> bool:
        """Say whether the name of a capital stands for those who rule there ("Ostburg warned")."""
        doc = self.doc
        token = doc.tokens[first_of_list(doc, head)]
        governor = doc.tokens[token.head]
        if token.deprel in _SUBJECTS:
            return governor.lemma not in ("be", "lie") or any(
                doc.tokens[child].deprel in ("acomp", "attr") for child in doc.children[token.head]
            )
        if token.deprel == "poss":
            return not self.rules.has_context("land", governor.lemma.lower())
        if token.deprel == "dobj":
            return self.rules.has_context("told", governor.lemma)
        if token.deprel == "pobj":
            word = governor.text.lower()
            if word in ("to", "from"):
                return not self._leads_to_land(token.head)
            return word in self.rules.classes["beside_capital"] or governor.deprel == "agent"
        return False

    def _leads_to_land(self, preposition: int) -> bool:
        doc = self.doc
        token = doc.tokens[preposition]
        word = token.text.lower()
        governor = doc.tokens[token.head].lemma.lower()
        if word in ("to", "from"):
            return not any(self.rules.has_context(word, lemma) for lemma in self._given(token.head))
        if word == "of":
            return self.rules.has_context("land", governor)
        return self.rules.has_context("place", word)

    def _given(self, index: int) -> tuple[str, ...]:
        """Give what leads to "to" or "from", and its object, to which the parse may not bind it: "cut aid to".

        In "ended a halt of aid to", it binds it to the word before "of".
        """
        doc = self.doc
        objects = [child for child in doc.children[index] if doc.tokens[child].deprel in ("dobj", "nsubjpass")]
        parts = (child for child in doc.children[index] if doc.tokens[child].text == "of")
        below = (child for part in parts for child in doc.children[part])
        return tuple(doc.tokens[child].lemma.lower() for child in (index, *objects, *below))

    def _leftmost(self, index: int) -> int:
        for _ in range(_DEEPEST):
            children = self.doc.children[index]
            if not children or children[0] >= index:
                break
            index = children[0]
        return index


def span_between(doc: Annotated, start: int, end: int) -> Span:
    """Give the place of tokens ``start`` up to ``end``."""
    return Span(start=doc.tokens[start].span.start, end=doc.tokens[end - 1].span.end)


def top_of(doc: Annotated, start: int, end: int) -> int:
    """Give the token among ``start`` up to ``end`` that the others hang from."""
    for index in range(end - 1, start - 1, -1):
        head = doc.tokens[index].head
        if (not start <= head < end or head == index) and doc.tokens[index].deprel != "punct":
            return index
    return end - 1


def first_of_list(doc: Annotated, index: int) -> int:
    """Follow "A, B and C" from any of its parts to the first, which alone shows what they do."""
    for _ in range(_DEEPEST):
        token = doc.tokens[index]
        if token.deprel != "conj" or token.head >= index:
            break
        index = token.head
    return index


def whole_of(doc: Annotated, index: int, rules: Rules) -> int:
    """Give what shows the part of a noun in its clause: the first of a list, the amount in "dozens of students"."""
    index = first_of_list(doc, index)
    token = doc.tokens[index]
    above = doc.tokens[token.head]
    if (
        token.deprel != "pobj"
        or above.text != "of"
        or doc.tokens[above.head].lemma.lower() not in rules.classes["amount"]
    ):
        return index
    amount = first_of_list(doc, above.head)
    # The parse takes the "as" of "as a majority of voters want" for a preposition.
    return index if doc.tokens[doc.tokens[amount].head].text.lower() == "as" else amount
