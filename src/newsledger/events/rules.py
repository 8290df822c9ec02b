"""The room's word lists, made ready for its finders.

``predicates``: words that name something done, one sense a line.

- ``predicate``: lemmas parted by a space. A verb comes first (``attack``, ``pull out``, ``lift
  sanction``, ``put under arrest``): each further word hangs from the verb or from a word before it. A
  noun comes last (``talk``, ``peace talk``, ``at war``): the words before it modify it, or are the
  preposition that it hangs from. An adjective comes first (``critical``).
- ``pos``: ``verb``, ``noun`` or ``adj``.
- ``sense``: a word that tells the senses of one predicate apart.
- ``type``: a PLOVER type, ``OTHER``, or ``NONE`` for a sense that is no event; ``other_kind``: with
  ``OTHER``, what kind; ``mode``: PLOVER mode; ``cameo``: the deepest CAMEO code that the words support.
- ``frame``: ``ACTOR>RECIPIENT``, or ``ACTOR<>RECIPIENT`` where it is done to each other when both stand
  in one place; each side lists slots parted by ``|`` (the first that is filled counts), or is ``-``.
  Slots: ``subj``, ``dobj``, ``iobj``, ``comp`` (the subject of the clause that hangs from it),
  ``owner`` (whose the object is: "cut *her* sentence"), ``prep:WORD``; of nouns also ``poss`` and ``mod``
  (adjective or noun before it). Passives, control, conjunction, apposition and light verbs need no slot of
  their own.
- ``condition``: ``slot=values`` or ``slot!=values``, several parted by ``;``. Values, parted by a comma:
  a lemma, ``@class`` (see below), ``actor``, ``#kind`` of an actor, ``#official`` (an actor who is a land or of
  its government, forces or parties), ``#thing`` (a common noun for no person, body or deed), ``none`` (nothing
  stands there).
  Further slots: ``oprd`` (what the object is called or made), ``mod``, ``below`` (any word that hangs
  from it, however far), ``next`` (the word behind it: "go after" is none in "go home after the war"),
  ``page`` (any word of the article: a word has one sense in it), ``compound`` (a noun before it),
  ``comp`` (values ``inf``, ``that``, ``ing``, ``none``). ``SLOT|SLOT`` is the first of them that is filled.

``word_classes``: words of one kind, for conditions; classes named ``deed:…`` hold the words for one deed
("arrest", "detain"), by which mentions of one happening are joined. Others are asked for by rules: ``area``: ground
that a deed is done on; ``coming``: what brings somebody to where he meets others; ``counting`` and ``measure``: what
only counts what is after its "of"; ``craft``: what acts as it goes; ``suffered``: acts before which a nation is where
they are done; ``unplanned``: verbs whose clause with "would" is nobody's plan; ``bound:…`` and ``counted:…``: what a
word makes of a number, and what a number beside it counts. ``plover_contexts``: words that say
what an event is about, one lemma or two that stand together, by PLOVER context. ``light_verbs``: verbs
that lend their arguments to a noun ("hold talks"); ``subject``: whether the verb's subject is the noun's ``actor``
or ``recipient``, or ``none`` of its parties; ``standing`` as below. ``standing_operators``: words that
say of what hangs from them whether it happened; ``slot``: ``comp`` (a clause), ``obj`` (a noun below it),
``subj`` (a noun that is its subject) or ``vow`` (what is promised or threatened by the noun below it,
"broke its promise to leave"); ``standing``: that of what hangs from it, ``same`` for the operator's own,
``open`` where a noun is only spoken of, which is hypothetical ("talks on a ceasefire") unless it is definite
("on the war"), ``forced`` where one had to, which is done in the past ("had to leave") and hypothetical else
("has to leave"), ``ended`` of what goes on as long as its end is only called for, ``lasts`` of what goes on
even in what is to come ("will remain in custody");
``control``: who the subject of the clause is, ``obj`` or ``-`` for the operator's own subject.
``relation_words``: words that are no event by themselves, but tell of two marked parties what one does to the
other ("told", "left", "device"); ``armed``: the type where the one who acts is armed ("entered").
``standing_markers``: auxiliaries, adverbs, adjectives and conjunctions that say so of the word they mark.
``nominalizations``: nouns for what verbs of the list say, with what owns them (see ``read_nominals``).
``numerals``: words for numbers: a ``unit`` is added, a ``scale`` multiplies, a ``short`` sign stands for a scale.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from newsledger.events.entries import Nominal, Predicate, entries_by_head, read_nominals
from newsledger.events.ontology import CONTEXTS, Code, load_codes
from newsledger.events.setting.places import Gazetteer
from newsledger.lexicon import Lexicon, Schema, words_by_class
from newsledger.model import PloverType, Standing

PLOVER_TYPES: frozenset[str] = frozenset(get_args(PloverType))
STANDINGS: frozenset[str] = frozenset(get_args(Standing))
_KINDS = """accident appeal appointment campaign candidacy ceremony crime death disaster economy election
    inauguration journey law nomination publication referendum reform ruling schedule test trial vote"""
_DEED = "deed:"
OTHER_KINDS: frozenset[str] = frozenset(_KINDS.split())

SCHEMAS: Mapping[str, Schema] = {
    "predicates": Schema(
        columns=(
            *("predicate", "pos", "sense", "type", "other_kind", "mode", "cameo", "frame", "condition"),
            "example",
        ),
        key=("predicate", "pos", "sense"),
        codes={
            "pos": frozenset({"verb", "noun", "adj"}),
            "type": PLOVER_TYPES | {"OTHER", "NONE"},
            "other_kind": OTHER_KINDS,
        },
    ),
    "word_classes": Schema(columns=("class", "word", "example"), key=("class", "word")),
    "plover_contexts": Schema(
        columns=("context", "word", "example"), key=("context", "word"), codes={"context": frozenset(CONTEXTS)}
    ),
    "light_verbs": Schema(
        columns=("verb", "subject", "standing", "example"),
        key=("verb",),
        codes={"subject": frozenset({"actor", "recipient", "none"}), "standing": STANDINGS | {"same", "ended", "open"}},
    ),
    "relation_words": Schema(
        columns=("word", "pos", "type", "armed", "example"),
        key=("word", "pos"),
        codes={"pos": frozenset({"verb", "noun"}), "type": PLOVER_TYPES, "armed": PLOVER_TYPES},
    ),
    "standing_operators": Schema(
        columns=("word", "pos", "slot", "standing", "control", "example"),
        key=("word", "pos", "slot"),
        codes={
            "pos": frozenset({"verb", "noun", "adj", "adv", "prep"}),
            "slot": frozenset({"comp", "obj", "subj", "vow"}),
            "standing": STANDINGS | {"same", "open", "forced", "ended", "lasts"},
            "control": frozenset({"obj"}),
        },
    ),
    "nominalizations": Schema(
        columns=("noun", "verb", "owner", "example"),
        key=("noun",),
        codes={"owner": frozenset({"object", "owner", "subject"})},
    ),
    "numerals": Schema(
        columns=("word", "kind", "value", "example"),
        key=("word", "kind"),
        codes={"kind": frozenset({"unit", "scale", "short"})},
    ),
    "standing_markers": Schema(
        columns=("word", "kind", "standing", "example"),
        key=("word", "kind"),
        codes={"kind": frozenset({"aux", "adv", "mod", "mark"}), "standing": STANDINGS},
    ),
}

#: What is made of what hangs from a word; "same" leaves it the word's own standing, "ended" says that it
#: goes on until it is ended, "lasts" that it goes on.
Outcome = Literal["same", "happened", "ongoing", "planned", "hypothetical", "denied", "alleged", "ended", "lasts"]
#: What an operator makes of it; "open" says that an indefinite noun is only spoken of, "forced" that one
#: has to or had to.
Effect = Literal[Outcome, "open", "forced"]
#: What a light verb makes of its noun.
Lent = Literal[Outcome, "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LightVerb:
    """A verb that lends its arguments to a noun."""

    rule: str
    subject: str
    standing: Lent


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A word that says of what hangs from it whether it happened."""

    rule: str
    standing: Effect
    object_control: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A word that says of what it marks whether it happened."""

    rule: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them.

    Attributes:
        predicates: By part of speech and lemma of the head; those of more words and with conditions first.
        nominals: Nouns for what verbs say, by their lemmas.
        light_verbs: By the verb and the words between it and the noun ("engage in").
        operators: By word with its preposition, part of speech and slot.
        markers: By kind and word.
        deeds: What is done by the lemma of a word for it, where several words are of one deed.
        classes: The words of each class.
        codes: The CAMEO table.
        gazetteer: The table of places.
        contexts: PLOVER contexts by word, or by two words that stand together.
        openings: The first words of the classes' and contexts' entries of several words.
        numerals: Values of number words by kind: those that are added, those that multiply, and signs for these.
        relation_words: Types by lemma and part of speech: in general, and where the one who acts is armed.
    """

    predicates: Mapping[str, Mapping[str, tuple[Predicate, ...]]]
    nominals: Mapping[str, Nominal]
    light_verbs: Mapping[str, LightVerb]
    operators: Mapping[tuple[str, str, str], Operator]
    markers: Mapping[tuple[str, str], Marker]
    deeds: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    codes: Mapping[str, Code]
    gazetteer: Gazetteer
    contexts: Mapping[str, tuple[str, ...]]
    openings: frozenset[str]
    numerals: Mapping[str, Mapping[str, int]]
    relation_words: Mapping[tuple[str, str], tuple[PloverType, PloverType]]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        classes = words_by_class(lexicons["word_classes"])
        predicates = entries_by_head(lexicons["predicates"], classes)
        nouns = lexicons["nominalizations"].rows
        return cls(
            predicates=predicates,
            nominals=read_nominals(predicates["verb"], nouns),
            light_verbs={
                row["verb"]: LightVerb(
                    rule=row.rule, subject=row["subject"], standing=cast('Outcome | Literal["open"]', row["standing"])
                )
                for row in lexicons["light_verbs"].rows
            },
            operators={
                (row["word"], row["pos"], row["slot"]): Operator(
                    rule=row.rule,
                    standing=cast("Effect", row["standing"]),
                    object_control=row.get("control") == "obj",
                )
                for row in lexicons["standing_operators"].rows
            },
            markers={
                (row["kind"], row["word"]): Marker(rule=row.rule, standing=cast("Standing", row["standing"]))
                for row in lexicons["standing_markers"].rows
            },
            deeds={
                row["word"]: row["class"] for row in lexicons["word_classes"].rows if row["class"].startswith(_DEED)
            },
            classes=classes,
            codes=load_codes(),
            gazetteer=Gazetteer(),
            contexts=_contexts(lexicons["plover_contexts"]),
            openings=frozenset(
                row["word"].split()[0]
                for name in ("word_classes", "plover_contexts")
                for row in lexicons[name].rows
                if " " in row["word"]
            ),
            numerals={
                kind: {row["word"]: int(row["value"]) for row in lexicons["numerals"].rows if row["kind"] == kind}
                for kind in ("unit", "scale", "short")
            },
            relation_words={
                (row["word"], row["pos"]): (
                    cast("PloverType", row["type"]),
                    cast("PloverType", row.get("armed") or row["type"]),
                )
                for row in lexicons["relation_words"].rows
            },
        )


def _contexts(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for row in lexicon.rows:
        words[row["word"]] = (*words.get(row["word"], ()), row["context"])
    return words
