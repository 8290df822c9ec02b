"""What a predicate's own words say: tense, aspect, form, negation, modality, quotation, and what it hangs from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from newsledger.model import Annotated, Argument, Clause, Governor
from newsledger.model.syntax import Aspect, ClausePos, Form, Governs, Tense, Voice
from newsledger.syntax.arrays import (
    CAPITAL,
    FINITE,
    INFINITIVE,
    LABEL,
    PARTICIPLE,
    PAST,
    PRESENT,
    PROGRESSIVE,
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
_OPENING, _CLOSING, _STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the words around each token say, one place a token.

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
        modals=_grouped(tree.heads, np.flatnonzero(modal)),
        quoted=quoted(doc),
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
    for index in np.flatnonzero(tree.has("neg") | nobody | before).tolist():
        found.setdefault(doc.tokens[index].head, []).append(index)
    above = tree.heads
    # "No bus came", "no longer came"; not "no doubt".
    for index in np.flatnonzero(before & (subject | tree.worded("longer"))[above]).tolist():
        found.setdefault(int(above[above[index]]), []).append(index)
    for index in np.flatnonzero(no & tree.has("cc")).tolist():  # "neither ate nor drank"
        joined = (i for i in doc.children[above[index]] if i > index and doc.tokens[i].deprel == "conj")
        found.setdefault(next(joined, int(above[index])), []).append(index)
    return {index: tuple(tokens) for index, tokens in found.items()}


def quoted(doc: Annotated) -> list[bool]:
    """Say of each token whether it stands between quotation marks; what is not closed ends with its block."""
    inside, flags = False, []
    block = -1
    for sentence in doc.sentences:
        if sentence.block != block:
            inside, block = False, sentence.block
        for index in sentence.indices:
            text = doc.tokens[index].text
            if text in _OPENING:
                inside = True
            elif text in _CLOSING:
                inside = False
            elif text in _STRAIGHT:
                inside = not inside
            flags.append(inside)
    return flags


def _grouped(heads: Ints, chosen: Ints) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for index, head in zip(chosen.tolist(), heads[chosen].tolist(), strict=True):
        found.setdefault(head, []).append(index)
    return {head: tuple(tokens) for head, tokens in found.items()}


def make_clauses(
    tree: Tree, functions: Functions, wording: Wording, chosen: Flags, arguments: Mapping[int, tuple[Argument, ...]]
) -> Iterator[Clause]:
    """Make the clause of each chosen predicate."""
    governors = _governors(tree, functions, chosen)
    kinds = np.select([tree.among("VERB", "AUX"), tree.among("ADJ")], [1, 2], 0).tolist()
    passive, lights = functions.passive.tolist(), functions.lights.tolist()
    nouns = {light: noun for noun, light in enumerate(lights) if light >= 0}
    for index in np.flatnonzero(chosen).tolist():
        verbal = kinds[index] == 1
        lent = nouns.get(index) if verbal else _known(lights[index])
        shared = wording.negated_as[index]
        yield Clause(
            head=index,
            pos="light verb" if verbal and lent is not None else _KINDS[kinds[index]],
            light=lent,
            voice=_VOICES[passive[index]] if verbal else None,
            tense=_TENSES[wording.tenses[index]] if verbal else None,
            aspect=_ASPECTS[wording.aspects[index]],
            form=_FORMS[wording.forms[index]],
            negations=wording.negations.get(index) or wording.negations.get(shared, ()),
            modals=wording.modals.get(index) or wording.modals.get(shared, ()),
            governor=governors.get(index),
            quoted=wording.quoted[index],
            attributive=wording.attributive[index],
            name=wording.names[index],
            arguments=arguments.get(index, ()),
        )


def _governors(tree: Tree, functions: Functions, chosen: Flags) -> dict[int, Governor]:
    """Give what each token hangs from, where the relation is one of grammar."""
    relations = np.where(functions.infinitive & tree.has("ccomp", "xcomp", "acl", "advcl", "oprd"), 0, tree.labels)
    hanging = np.flatnonzero(chosen & (tree.heads != np.arange(len(tree.heads))))
    rows = (values[hanging].tolist() for values in (tree.above, relations, tree.links))
    found = {}
    for index, above, label, link in zip(hanging.tolist(), *rows, strict=True):
        relation = _BY_LABEL.get(label)
        if relation is not None:
            found[index] = Governor(token=above, relation=relation, preposition=_known(link))
    return found


def _known(index: int) -> int | None:
    return None if index < 0 else index
