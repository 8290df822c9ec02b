"""What the room knows of words: which say one act, which endings make one word of another, which are in every text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.lexicon import Lexicon, Schema

SCHEMAS: Mapping[str, Schema] = {
    "act_families": Schema(
        columns=("word", "pos", "act", "example"),
        key=("word", "pos", "act"),
        codes={"pos": frozenset({"verb", "noun", "adj"})},
    ),
    "act_codes": Schema(
        columns=("code", "act", "over", "example"), key=("code",), codes={"over": frozenset({"stem", "word"})}
    ),
    "changes": Schema(
        columns=("words", "change", "frame", "example"),
        key=("words", "frame"),
        codes={
            "change": frozenset({"begun", "called_off", "done", "moved", "own_part"}),
            "frame": frozenset({"noun", "object", "subject"}),
        },
    ),
    "common_words": Schema(columns=("word", "example"), key=("word",)),
    "endings": Schema(columns=("ending", "example"), key=("ending",)),
    "heads": Schema(columns=("role", "body", "example"), key=("role", "body")),
    "hedges": Schema(
        columns=("class", "word", "example"),
        key=("class", "word"),
        codes={"class": frozenset({"coming", "denied", "possible"})},
    ),
    "kin_acts": Schema(columns=("act", "kin", "example"), key=("act", "kin")),
    "light_acts": Schema(columns=("act", "example"), key=("act",)),
    "noun_edges": Schema(
        columns=("edge", "word", "example"), key=("edge", "word"), codes={"edge": frozenset({"before", "behind"})}
    ),
    "opposite_acts": Schema(columns=("act", "opposite", "example"), key=("act", "opposite")),
    "past_forms": Schema(columns=("form", "base", "example"), key=("form",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words that say what becomes of an act: "call *off*" of its object.

    Attributes:
        rest: What follows the first word.
        frame: ``object`` and ``subject`` of a verb, ``noun`` for "the postponement of".
    """

    rest: tuple[str, ...]
    change: str
    frame: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # what one word is by these rules is kept with them
class Rules:
    """What the room knows.

    Attributes:
        acts: The acts that a word can say, by the word and its part of speech; "" for any.
        phrases: For the first word of a phrase, what follows it and the acts of the whole, the longest first.
        common: Words that tell nothing of a text.
        endings: The longest first.
        codes: The act that an event's code means: type and mode, or type and kind of OTHER; and whether it stands
            over the act of the word ("spoke by phone" is a call) or only over its stem.
        kin: By act, which other acts, once they are done, may be the one that was expected.
        opposites: By act, which other acts, once they are done, say that it is not: "rejected" for "pass".
        bodies: By office, whom its holder speaks and acts for ("state", "bank").
        changes: Words that say what becomes of the act that they govern, or that is their subject.
        hedges: Words before a verb that say that it is to come, possible, or denied.
        light: Acts that say little without their object, or only what somebody says, wants or goes on to do.
        pasts: The base of an irregular past form.
        determiners: Words behind which a noun begins.
        prepositions: Words behind a noun that are no part of its name.
    """

    acts: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = field(repr=False)
    common: frozenset[str] = field(repr=False)
    endings: tuple[str, ...] = field(repr=False)
    codes: Mapping[str, tuple[str, str]] = field(repr=False, default_factory=dict)
    kin: Mapping[str, frozenset[str]] = field(repr=False, default_factory=dict)
    opposites: Mapping[str, frozenset[str]] = field(repr=False, default_factory=dict)
    bodies: Mapping[str, frozenset[str]] = field(repr=False, default_factory=dict)
    changes: Mapping[str, tuple["Change", ...]] = field(repr=False, default_factory=dict)
    hedges: Mapping[tuple[str, ...], str] = field(repr=False, default_factory=dict)
    light: frozenset[str] = field(repr=False, default=frozenset())
    pasts: Mapping[str, str] = field(repr=False, default_factory=dict)
    determiners: frozenset[str] = field(repr=False, default=frozenset())
    prepositions: frozenset[str] = field(repr=False, default=frozenset())

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules of the room's lexicons."""
        acts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in lexicons["act_families"].rows:
            for pos in (row["pos"], ""):
                acts[row["word"], pos].add(row["act"])
        edges = _sets((row["edge"], row["word"]) for row in lexicons["noun_edges"].rows)
        endings = (row["ending"] for row in lexicons["endings"].rows)
        return cls(
            acts={key: tuple(sorted(found)) for key, found in acts.items()},
            phrases=_phrases(acts),
            common=frozenset(row["word"] for row in lexicons["common_words"].rows),
            endings=tuple(sorted(endings, key=lambda ending: (-len(ending), ending))),
            codes={row["code"]: (row["act"], row["over"]) for row in lexicons["act_codes"].rows},
            kin=_sets((row["act"], row["kin"]) for row in lexicons["kin_acts"].rows),
            opposites=_sets((row["act"], row["opposite"]) for row in lexicons["opposite_acts"].rows),
            bodies=_sets((row["role"], row["body"]) for row in lexicons["heads"].rows),
            changes=_changes(lexicons["changes"]),
            hedges={tuple(row["word"].split()): row["class"] for row in lexicons["hedges"].rows},
            light=frozenset(row["act"] for row in lexicons["light_acts"].rows),
            pasts={row["form"]: row["base"] for row in lexicons["past_forms"].rows},
            determiners=edges.get("before", frozenset()),
            prepositions=edges.get("behind", frozenset()),
        )


def _sets(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}


def _changes(lexicon: Lexicon) -> Mapping[str, tuple[Change, ...]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for row in lexicon.rows:
        first, *rest = row["words"].split()
        found[first].append(Change(rest=tuple(rest), change=row["change"], frame=row["frame"]))
    return {first: tuple(sorted(rows, key=lambda one: -len(one.rest))) for first, rows in found.items()}


def _phrases(
    acts: Mapping[tuple[str, str], set[str]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for (word, pos), of_word in acts.items():
        first, *rest = word.split()
        if rest and not pos:
            found[first].append((tuple(rest), tuple(sorted(of_word))))
    return {first: tuple(sorted(rows, key=_longest_first)) for first, rows in found.items()}


def _longest_first(row: tuple[Sequence[str], Sequence[str]]) -> tuple[int, Sequence[str]]:
    return -len(row[0]), row[0]
