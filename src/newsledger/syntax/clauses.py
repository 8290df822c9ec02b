"""What a predicate's own words say: tense, aspect, form, negation, modality, quotation, and what it hangs from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from newsledger.model import Annotated, Argument, Clause, Governor
from newsledger.model.syntax import Aspect, ClausePos, Form, Governs, Tense, Voice
from newsledger.syntax.arrays import (
    CAPITAL,
    CLOSING,
    FINITE,
    INFINITIVE,
    LABEL,
    OPENING,
    PARTICIPLE,
    PAST,
    PRESENT,
    PROGRESSIVE,
    STRAIGHT,
    Flags,
    Ints,
    Tree,
)
from newsledger.syntax.functions import Functions

_RELATIONS: dict[str, Governs] = {
    "ccomp": "complement",
    "xcomp": "complement",
    "oprd": "complement",
    "acomp": "complement",
    "attr": "complement",
    "advcl": "adverbial",
    "conj": "conjunct",
    "pcomp": "preposition",
    "pobj": "preposition",
    "dobj": "object",
    "dative": "object",
    "nsubjpass": "object",
    "nsubj": "subject",
    "csubj": "subject",
    "csubjpass": "object",
    "relcl": "relative",
    "acl": "participle",
    "compound": "premodifier",
    "amod": "premodifier",
    "nmod": "premodifier",
    "poss": "premodifier",
    "appos": "apposition",
}
#: By number of the label; 0 stands for a "to" infinitive.
_BY_LABEL: dict[int, Governs] = {
    0: "infinitive",
    **{LABEL[label]: relation for label, relation in _RELATIONS.items()},
}
_KINDS: tuple[ClausePos, ...] = ("noun", "verb", "adjective")
_VOICES: Mapping[bool, Voice] = {True: "passive", False: "active"}


Arguments = Sequence[Argument]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the words around each token say, one place a token; lists, since clauses ask for single places.

    Attributes:
        tenses: 0 of what is not finite, 1 past, 2 present, 3 future.
        aspects: 0 simple, 1 progressive, 2 perfect, 3 both.
        forms: 0 of what is no verb; then finite, infinitive, gerund, participle, bare.
        negated_as: The token whose negations count for this one too, -1 for none.
        negations: By token, the tokens that deny it.
        modals: By token, its modal auxiliaries.
        quoted: Whether it stands between quotation marks.
        attributive: Whether it only describes a noun.
        names: Whether it is part of a name.
    """

    tenses: Sequence[int]
    aspects: Sequence[int]
    forms: Sequence[int]
    negated_as: Sequence[int]
    negations: Mapping[int, tuple[int, ...]]
    modals: Mapping[int, tuple[int, ...]]
    quoted: Sequence[bool]
    attributive: Sequence[bool]
    names: Sequence[bool]


_TENSES: tuple[Tense | None, ...] = (None, "past", "present", "future")
_ASPECTS: tuple[Aspect, ...] = ("simple", "progressive", "perfect", "perfect progressive")
_FORMS: tuple[Form | None, ...] = (None, "finite", "infinitive", "gerund", "participle", "bare")


def read_wording(doc: Annotated, tree: Tree, functions: Functions) -> Wording:
    """Read tense, aspect, form and the rest of all tokens at once."""
    helping = tree.has("aux", "auxpass")
    modal = helping & tree.told(FINITE) & ~tree.told(PAST) & ~tree.told(PRESENT)
    joined = _continues(tree, helping)
    own = tree.told(FINITE) | tree.has_child(helping & tree.told(FINITE))
    tenses = _shared(tree, _tenses(tree, helping, modal), joined)
    return Wording(
        tenses=tenses.tolist(),
        aspects=_shared(tree, _aspects(tree, helping), joined & ~own).tolist(),
        forms=_forms(tree, functions, helping, joined).tolist(),
        negated_as=np.where(joined & tree.has_child(helping)[tree.heads], tree.heads, -1).tolist(),
        negations=_negations(doc, tree),
        modals=_grouped(tree.heads, modal.nonzero()[0]),
        quoted=quoted(doc, tree).tolist(),
        attributive=(tree.has("amod") & (tree.heads > np.arange(len(tree.heads)))).tolist(),
        names=_names(tree).tolist(),
    )


def _continues(tree: Tree, helping: Flags) -> Flags:
    """Say which verbs go on from the one before "and" with its auxiliaries ("did not eat and *drink*")."""
    heads, nonfinite = tree.heads, ~tree.told(FINITE)
    bare = ~tree.has_child(helping | tree.has("nsubj", "nsubjpass"))
    alike = (tree.features & (INFINITIVE | PARTICIPLE)) == (tree.features[heads] & (INFINITIVE | PARTICIPLE))
    return np.asarray(tree.has("conj") & tree.among("VERB") & nonfinite & bare & alike)


def _shared(tree: Tree, values: Ints, joined: Flags) -> Ints:
    for _ in range(3):
        values = np.where(joined, values[tree.heads], values)
    return values


def _tenses(tree: Tree, helping: Flags, modal: Flags) -> Ints:
    of_word = np.where(tree.told(FINITE | PAST), 1, np.where(tree.told(FINITE | PRESENT), 2, 0))
    future = modal & tree.said("will", "shall", "wo", "'ll")
    of_helper = np.where(future, 3, np.where(modal, 2, of_word)) * helping
    found = np.where(helping, 0, of_word)
    first = tree.first_child(helping & (of_helper > 0))
    return np.where((found == 0) & (first >= 0), of_helper[first], found)


def _aspects(tree: Tree, helping: Flags) -> Ints:
    perfect = tree.has_child(helping & tree.said("have", "'ve", "’ve"))
    progressive = tree.told(PROGRESSIVE) & tree.has_child(helping & tree.said("be"))
    return np.where(progressive, 1, 0) + np.where(perfect, 2, 0)


def _forms(tree: Tree, functions: Functions, helping: Flags, joined: Flags) -> Ints:
    finite = tree.told(FINITE) | tree.has_child(helping & tree.told(FINITE))
    ing = tree.told(PROGRESSIVE)
    gerund = ing & ~tree.has("acl", "advcl", "amod", "relcl")
    forms = np.where(tree.told(PARTICIPLE), 4, 5)
    forms = np.where(gerund, 3, forms)
    forms = np.where(functions.infinitive, 2, forms)
    forms = _shared(tree, np.where(finite, 1, forms), joined)
    return np.where(tree.among("VERB", "AUX"), forms, 0)


def _names(tree: Tree) -> Flags:
    part = tree.has("compound", "amod", "nmod") & tree.shaped(CAPITAL) & tree.among("PROPN")[tree.heads]
    return np.asarray(tree.among("PROPN") | part)


def _negations(doc: Annotated, tree: Tree) -> dict[int, tuple[int, ...]]:
    """Find what denies each token: "not" and "never" of its own, "no" before it or its subject, "nobody" as that."""
    found: dict[int, list[int]] = {}
    subject = tree.has("nsubj", "nsubjpass")
    nobody = subject & tree.worded("nobody", "nothing", "none", "neither")
    no = tree.worded("no", "neither", "nor", "none")
    before = no & tree.has("det", "preconj", "advmod", "neg")
    # "not only ate" denies nothing.
    only = np.append(tree.worded("only", "just", "merely")[1:], False)
    for index in ((tree.has("neg") | nobody | before) & ~only).nonzero()[0].tolist():
        found.setdefault(doc.tokens[index].head, []).append(index)
    above = tree.heads
    # "No bus came", "sent no bus", "no longer came"; not "no doubt".
    for index in (before & (subject | tree.has("dobj") | tree.worded("longer"))[above]).nonzero()[0].tolist():
        found.setdefault(int(above[above[index]]), []).append(index)
    for index in (no & tree.has("cc")).nonzero()[0].tolist():  # "neither ate nor drank"
        joined = (i for i in doc.children[above[index]] if i > index and doc.tokens[i].deprel == "conj")
        found.setdefault(next(joined, int(above[index])), []).append(index)
    return {index: tuple(tokens) for index, tokens in found.items()}


def quoted(doc: Annotated, tree: Tree) -> Flags:
    """Say of each token whether it stands between quotation marks; what is not closed ends with its block."""
    flags = np.zeros(len(doc.tokens), bool)
    marks = ((tree.letters & (OPENING | CLOSING | STRAIGHT)) > 0).nonzero()[0].tolist()
    opened = -1
    for mark, after in zip(marks, [*marks, len(flags)][1:], strict=True):
        if opened >= 0 and doc.sentence_at(mark).block != doc.sentence_at(opened).block:
            opened = -1
        letters = int(tree.letters[mark])
        inside = bool(letters & OPENING) or (bool(letters & STRAIGHT) and opened < 0)
        opened = mark if inside else -1
        if inside:
            flags[mark : min(after, _end_of_block(doc, mark))] = True
    return flags


def _end_of_block(doc: Annotated, index: int) -> int:
    """Give the token after the last of a token's block."""
    last = doc.sentence_of[index]
    while last + 1 < len(doc.sentences) and doc.sentences[last + 1].block == doc.sentences[last].block:
        last += 1
    return doc.sentences[last].end


def _grouped(heads: Ints, chosen: Ints) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for index, head in zip(chosen.tolist(), heads[chosen].tolist(), strict=True):
        found.setdefault(head, []).append(index)
    return {head: tuple(tokens) for head, tokens in found.items()}


class Clauses(Mapping[int, Clause]):
    """The clauses of an article by their predicate, in text order; each is made when it is first asked for.

    Making all of them cost more than finding them, and no room asks for more than a few.
    """

    def __init__(
        self, doc: Annotated, tree: Tree, functions: Functions, chosen: Flags, arguments: Callable[[int], Arguments]
    ) -> None:
        """Keep what clauses are made of; nothing is made yet."""
        self._arguments = arguments
        self._wording = read_wording(doc, tree, functions)
        self._passive: list[bool] = functions.passive.tolist()
        self._relations = _relations(tree, functions)
        self._above, self._links = tree.above.tolist(), tree.links.tolist()
        self._kinds = np.select([tree.among("VERB", "AUX"), tree.among("ADJ")], [1, 2], 0).tolist()
        self._lights = functions.lights.tolist()
        self._nouns = {light: noun for noun, light in enumerate(self._lights) if light >= 0}
        # A clause that was not made yet is None.
        self._made: dict[int, Clause | None] = dict.fromkeys(chosen.nonzero()[0].tolist())

    def __getitem__(self, index: int) -> Clause:
        """Give the clause of a predicate, made once."""
        made = self._made[index]
        if made is None:
            made = self._made[index] = self._make(index)
        return made

    def get(self, index: int, default: Any = None) -> Any:
        """Give the clause of a predicate, or something else where the token is none, as most are."""
        made = self._made.get(index, self)
        if made is None:
            return self[index]
        return default if made is self else made

    def __contains__(self, index: object) -> bool:
        """Say whether a token is a predicate."""
        return index in self._made

    def __iter__(self) -> Iterator[int]:
        """Give the predicates in text order."""
        return iter(self._made)

    def __len__(self) -> int:
        """Count the predicates."""
        return len(self._made)

    def _make(self, index: int) -> Clause:
        wording, verbal = self._wording, self._kinds[index] == 1
        lent = self._nouns.get(index) if verbal else _known(self._lights[index])
        shared = wording.negated_as[index]
        return Clause(
            head=index,
            pos="light verb" if verbal and lent is not None else _KINDS[self._kinds[index]],
            light=lent,
            voice=_VOICES[self._passive[index]] if verbal else None,
            tense=_TENSES[wording.tenses[index]] if verbal else None,
            aspect=_ASPECTS[wording.aspects[index]],
            form=_FORMS[wording.forms[index]],
            negations=wording.negations.get(index) or wording.negations.get(shared, ()),
            modals=wording.modals.get(index) or wording.modals.get(shared, ()),
            governor=self._governor(index),
            quoted=wording.quoted[index],
            attributive=wording.attributive[index],
            name=wording.names[index],
            arguments=self._arguments(index),
        )

    def _governor(self, index: int) -> Governor | None:
        """Give what a token hangs from, where the relation is one of grammar."""
        relation = _BY_LABEL.get(self._relations[index])
        if relation is None:
            return None
        return Governor(token=self._above[index], relation=relation, preposition=_known(self._links[index]))


def _relations(tree: Tree, functions: Functions) -> list[int]:
    """Give the label of what each token hangs by, 0 for a "to" infinitive, -1 for none."""
    with_to = functions.infinitive & tree.has("ccomp", "xcomp", "acl", "advcl", "oprd")
    relations: list[int] = np.where(tree.hanging, np.where(with_to, 0, tree.labels), -1).tolist()
    return relations


def _known(index: int) -> int | None:
    return None if index < 0 else index
