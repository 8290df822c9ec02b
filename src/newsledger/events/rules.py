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
  ``prep:WORD``; of nouns also ``poss`` and ``mod`` (adjective or noun before it). Passives, control,
  conjunction, apposition and light verbs need no slot of their own.
- ``condition``: ``slot=values`` or ``slot!=values``, several parted by ``;``. Values, parted by a comma:
  a lemma, ``@class`` (see ``word_classes``), ``actor``, ``#kind`` of an actor, ``none`` (nothing stands there).
  Further slots: ``mod``, ``comp`` (values ``inf``, ``that``, ``ing``, ``none``).

``word_classes``: words of one kind, for conditions. ``light_verbs``: verbs that lend a noun their subject.
``standing_operators``: words that say of what hangs from them whether it happened. ``standing_markers``: auxiliaries,
adverbs and conjunctions that do the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from newsledger.lexicon import Lexicon, Schema
from newsledger.model import PloverType, Standing

PLOVER_TYPES: frozenset[str] = frozenset(get_args(PloverType))
STANDINGS: frozenset[str] = frozenset(get_args(Standing))
OTHER_KINDS: frozenset[str] = frozenset(
    {
        "accident",
        "appeal",
        "appointment",
        "campaign",
        "candidacy",
        "ceremony",
        "crime",
        "death",
        "disaster",
        "economy",
        "election",
        "inauguration",
        "law",
        "nomination",
        "publication",
        "referendum",
        "reform",
        "ruling",
        "test",
        "trial",
        "vote",
    }
)

SCHEMAS: Mapping[str, Schema] = {
    "predicates": Schema(
        columns=(
            "predicate",
            "pos",
            "sense",
            "type",
            "other_kind",
            "mode",
            "cameo",
            "frame",
            "condition",
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
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them."""

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":  # noqa: ARG003
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        return cls()
