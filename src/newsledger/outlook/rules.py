"""The room's word lists, made ready for its finders."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from newsledger.lexicon import Lexicon, Schema, words_by_class

Kind = Literal["promise", "announced_plan", "ultimatum", "forecast", "scheduled_event", "hope", "denied_plan"]
Strength = Literal["firm", "conditional", "aspirational"]
#: How a word takes what it says is coming; ``SCHEMAS`` allows no other.
Frame = Literal[
    "to",
    "be_to",
    "object_to",
    "until_to",
    "that",
    "ing",
    "object",
    "dated_object",
    "subject",
    "new_subject",
    "put_off",
    "toward",
    "noun_to",
    "noun_of",
]

_KINDS = frozenset(get_args(Kind))
_STRENGTHS = frozenset(get_args(Strength))
_FRAMES = frozenset(get_args(Frame))
_YES = frozenset({"yes"})

SCHEMAS: Mapping[str, Schema] = {
    "modals": Schema(
        columns=("word", "reading", "strength", "example"),
        key=("word",),
        codes={"reading": frozenset({"future", "possible", "reported", "duty"}), "strength": _STRENGTHS},
    ),
    "prospects": Schema(
        columns=("words", "frame", "kind", "strength", "negative", "act", "dated", "example"),
        key=("words", "frame"),
        codes={"frame": _FRAMES, "kind": _KINDS, "strength": _STRENGTHS, "negative": _YES, "act": _YES, "dated": _YES},
    ),
    "outcomes": Schema(
        columns=("verb", "whose", "example"),
        key=("verb",),
        codes={"whose": frozenset({"any", "thing"})},
    ),
    "acts": Schema(columns=("noun", "example"), key=("noun",)),
    "fixtures": Schema(columns=("noun", "example"), key=("noun",)),
    "futurates": Schema(
        columns=("verb", "action", "example"),
        key=("verb",),
        codes={"action": frozenset({"verb", "subject"})},
    ),
    "conditions": Schema(
        columns=("words", "use", "example"),
        key=("words",),
        codes={"use": frozenset({"condition", "loose"})},
    ),
    "closers": Schema(columns=("verb", "example"), key=("verb",)),
    "lawlike": Schema(columns=("noun", "example"), key=("noun",)),
    "parties": Schema(columns=("noun", "example"), key=("noun",)),
    "word_classes": Schema(columns=("class", "word", "example"), key=("class", "word")),
    "routines": Schema(
        columns=("words", "whose", "example"),
        key=("words", "whose"),
        codes={"whose": frozenset({"first", "any"})},
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """A word before the verb that sets it in the future.

    Attributes:
        reading: ``reported`` ones are only what a past report makes of the future ("said it would").
    """

    reading: str
    strength: Strength
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """A verb, adjective or noun that says of another act or thing that it is to come.

    Attributes:
        particles: Lemmas that must hang from it ("rule *out*").
        kind: None where the clause decides, as with "will".
        negative: It says that the act will not come ("refuse").
        act: To say it is to bind oneself, so that in the past tense too it is still open ("vowed").
        dated: Only for a day to come: "is supposed to open in June", not "firms are supposed to pay".
    """

    particles: tuple[str, ...]
    frame: Frame
    kind: Kind | None
    strength: Strength
    negative: bool
    act: bool
    dated: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A turn of speech that announces nothing: "I want to thank", "will go down in history".

    Attributes:
        words: Lemmas that must hang from its verb, at any depth.
        first_person: It is one only in the mouth of "I" or "we".
    """

    words: tuple[str, ...]
    first_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them.

    Attributes:
        prospects: By the lemma of the word itself.
        outcomes: Verbs for what comes about: to ``any`` subject ("win"), or only to a ``thing``, while
            a party may decide it ("double").
        acts: Nouns for what is done, made or comes about ("ban", "thaw"), the fixtures among them.
        fixtures: Nouns for what stands on a calendar ("hearing").
        futurates: Verbs whose present can date the future ("arrives on Monday"): whether the verb
            or its subject is the action, and the rule.
        conditions: What a clause or phrase that starts so is to its main clause.
        closers: Verbs that say of a plan that it is done, dropped or only talked about.
        lawlike: Nouns whose "would" spells out what a text means ("the bill would").
        parties: Nouns for who can decide to act ("airline"), where the text only describes them.
        classes: Words of one kind that a condition asks for.
        routines: Turns of speech with a future form and nothing to come, by their verb.
    """

    modals: Mapping[str, Modal]
    prospects: Mapping[str, tuple[Prospect, ...]]
    outcomes: Mapping[str, str]
    acts: frozenset[str]
    fixtures: Mapping[str, str]
    futurates: Mapping[str, tuple[str, str]]
    conditions: Mapping[str, tuple[str, str]]
    closers: Mapping[str, str]
    lawlike: Mapping[str, str]
    parties: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    routines: Mapping[str, tuple[Routine, ...]]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        return cls(
            modals={
                row["word"]: Modal(reading=row["reading"], strength=cast("Strength", row["strength"]), rule=row.rule)
                for row in lexicons["modals"].rows
            },
            prospects=_prospects(lexicons["prospects"]),
            outcomes={row["verb"]: row["whose"] for row in lexicons["outcomes"].rows},
            acts=frozenset(row["noun"] for name in ("acts", "fixtures") for row in lexicons[name].rows),
            fixtures=_plain(lexicons["fixtures"], "noun"),
            futurates={row["verb"]: (row["action"], row.rule) for row in lexicons["futurates"].rows},
            conditions={row["words"]: (row["use"], row.rule) for row in lexicons["conditions"].rows},
            closers=_plain(lexicons["closers"], "verb"),
            lawlike=_plain(lexicons["lawlike"], "noun"),
            parties=frozenset(_plain(lexicons["parties"], "noun")),
            classes=words_by_class(lexicons["word_classes"]),
            routines=_routines(lexicons["routines"]),
        )


def _prospects(lexicon: Lexicon) -> dict[str, tuple[Prospect, ...]]:
    by_lemma: dict[str, list[Prospect]] = {}
    for row in lexicon.rows:
        lemma, *particles = row["words"].split()
        by_lemma.setdefault(lemma, []).append(
            Prospect(
                particles=tuple(particles),
                frame=cast("Frame", row["frame"]),
                kind=cast("Kind | None", row.get("kind")),
                strength=cast("Strength", row["strength"]),
                negative=row.get("negative") is not None,
                act=row.get("act") is not None,
                dated=row.get("dated") is not None,
                rule=row.rule,
            )
        )
    return {lemma: tuple(sorted(found, key=_particular)) for lemma, found in by_lemma.items()}


def _particular(one: Prospect) -> tuple[int, bool]:
    """Order the entries of a word: "rule out" before "rule", an infinitive before any clause further on."""
    return -len(one.particles), one.frame == "that"


def _routines(lexicon: Lexicon) -> dict[str, tuple[Routine, ...]]:
    by_verb: dict[str, list[Routine]] = {}
    for row in lexicon.rows:
        verb, *words = row["words"].split()
        by_verb.setdefault(verb, []).append(Routine(words=tuple(words), first_person=row["whose"] == "first"))
    return {verb: tuple(found) for verb, found in by_verb.items()}


def _plain(lexicon: Lexicon, column: str) -> dict[str, str]:
    return {row[column]: row.rule for row in lexicon.rows}
