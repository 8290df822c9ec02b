"""The room's word lists, made ready for its finders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Row, Schema, words_by_class
from newsledger.times.pattern import IDLE, NO_CLASS, Pattern, build_patterns, letters

#: What a word of time can be in ``timewords.en.tsv``.
WORD_CLASSES = frozenset(
    """
    AGO AHEAD AMPM APPROX CLOCKWORD DAYREF DECADEWORD EARLIER EDGE ERA EVERY FISCAL FREQUENCY HALF
    HOLIDAY LATER LENGTH MOD MONTH MONTHSHORT NUMWORD OCLOCK ORDINAL PART PARTS PASTHOUR REL SEASON
    SECOND TIMES UNIT UNITS VAGUE WEEKDAY WEEKDAYS WEEKDAYSHORT WHOLE YEAREARLIER YEAREND ZONE
    """.split()  # noqa: SIM905 -- names in a paragraph, not a line each
)
#: All classes that patterns are written in: these, marks and little words, and the shapes of numbers.
CLASSES = WORD_CLASSES | frozenset(
    """
    A AFTER AND BEFORE CLOCK COMMA DASH DAY DAYPAIR DECADE DECIMAL ENDED FRACTION FROM IN ISOTIME LONG
    NUM OF OLD OR ORDNUM PERIOD PERIODCODE PLUS POSSESSIVE QUOTE REF SLASHDATE SO THE TO YEAR YEARPAIR
    """.split()  # noqa: SIM905 -- names in a paragraph, not a line each
)
_MARKS = {
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "'": "QUOTE",
    "’": "QUOTE",
    "‘": "QUOTE",
    "`": "QUOTE",
    "'s": "POSSESSIVE",
    "’s": "POSSESSIVE",
}

SCHEMAS: Mapping[str, Schema] = {
    "patterns": Schema(columns=("name", "order", "build", "pattern", "not", "example"), key=("name",)),
    "timewords": Schema(
        columns=("word", "class", "value", "only", "unless", "example"),
        key=("word",),
        codes={"class": WORD_CLASSES, "only": frozenset({"capital"})},
    ),
    "windows": Schema(
        columns=("words", "use", "value", "earliest", "latest", "flags", "example"),
        key=("use", "words"),
        codes={
            "use": frozenset(
                ["whole", "units", "governor", "past", "denied", "follower", "least", "event", "undated", "setter"]
            ),
            "value": frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"}),
            "flags": frozenset({"vague", "open_start", "open_end", "negated"}),
        },
    ),
    "futures": Schema(
        columns=("lemma", "how", "example"),
        key=("lemma",),
        codes={"how": frozenset({"always", "limit", "plan", "present", "refused"})},
    ),
    "happenings": Schema(columns=("lemma", "example"), key=("lemma",)),
    "word_classes": Schema(columns=("class", "word", "example"), key=("class", "word")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one word, or one row of words, is to the grammar.

    Attributes:
        kind: Its class (``MONTH``, ``UNIT`` …).
        value: What it stands for: the number of a month, the code of a unit.
        rule: The lexicon row; None for a number, which has none.
        unless: Parts of speech as which it is no word of time ("may" as AUX).
        rest: The words that must follow, for an entry of several words.
    """

    kind: str
    value: str
    rule: str | None
    unless: frozenset[str]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRule:
    """Days that words allow, as written in ``windows.en.tsv``.

    Attributes:
        earliest: ``P`` (publication), ``P+30``, ``X`` (the expression's own end of it), ``X-1``; None for open.
        latest: Likewise.
    """

    earliest: str | None
    latest: str | None
    flags: frozenset[str]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Future:
    """A word that looks ahead.

    Attributes:
        how: ``plan`` to what hangs from it ("plans to leave on Friday"), ``present`` in the present
            tense ("opens on Friday"), ``limit`` with "until" or "to", ``always`` in any tense;
            ``refused`` looks back after a denied "would" ("would not comment on Friday").
    """

    how: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them.

    Attributes:
        entries: By first word, in each way of writing it; the longest entry first.
        seconds: The second words of the entries of a first word, where all of these have one.
        letters: The grammar's letter for each class.
        patterns: The grammar in the order in which it is tried.
        grammar: All patterns at once; see ``build_patterns``.
        classed: The stretches of words that have a class.
        live: The words that make such a stretch worth trying.
        whole: Windows of expressions that stand alone ("soon"), by the words in lower case.
        units: Windows of "coming weeks" and its like, by direction and unit.
        governors: Windows by the words that govern an expression ("since"), keyed by use and words.
        longest_governor: How many words the longest of these has.
        event_openers: The first words of those that govern an event ("after the vote").
        undated: Nouns of which a text may say that there is none yet ("no date").
        setters: The words that say so ("has been set").
        futures: Words that look ahead, by lemma.
        happenings: Rules by lemma of nouns that name an event.
        classes: Words of one kind that a condition asks for.
        plain: The class of each mark and little word of the grammar, in each way of writing it.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    seconds: Mapping[str, frozenset[str]]
    letters: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    grammar: re.Pattern[str]
    classed: re.Pattern[str]
    live: re.Pattern[str]
    whole: Mapping[str, WindowRule]
    units: Mapping[str, WindowRule]
    governors: Mapping[tuple[str, str], WindowRule]
    longest_governor: int
    event_openers: frozenset[str]
    undated: Mapping[str, str]
    setters: Mapping[str, str]
    futures: Mapping[str, Future]
    happenings: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    plain: Mapping[str, str]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        windows = lexicons["windows"].rows
        by_kind = letters(CLASSES)
        patterns, grammar = build_patterns(lexicons["patterns"].rows, CLASSES)
        governors = {(row["use"], row["words"]): _window(row) for row in windows if row["use"] not in _BY_WORDS}
        classes = words_by_class(lexicons["word_classes"])
        openers = {words.split()[0] for use, words in governors if use == "event"}
        entries = _entries(lexicons["timewords"].rows, windows)
        return cls(
            entries=entries,
            seconds={
                first: frozenset(entry.rest[0] for entry in those)
                for first, those in entries.items()
                if all(entry.rest for entry in those)
            },
            letters=by_kind,
            patterns=patterns,
            grammar=grammar,
            classed=re.compile(f"[^{re.escape(NO_CLASS)}]+"),
            live=re.compile(f"[{''.join(letter for kind, letter in by_kind.items() if kind not in IDLE)}]"),
            whole={row["words"]: _window(row) for row in windows if row["use"] == "whole"},
            units={row["words"]: _window(row) for row in windows if row["use"] == "units"},
            governors=governors,
            longest_governor=max((len(words.split()) for _, words in governors), default=1),
            event_openers=frozenset(form for word in openers for form in (word, word.capitalize())),
            undated={row["words"]: row.rule for row in windows if row["use"] == "undated"},
            setters={row["words"]: row.rule for row in windows if row["use"] == "setter"},
            futures={row["lemma"]: Future(how=row["how"], rule=row.rule) for row in lexicons["futures"].rows},
            happenings={row["lemma"]: row.rule for row in lexicons["happenings"].rows},
            classes=classes,
            plain=_plain(classes),
        )


#: Uses of a row of the windows that are asked for by the row's words alone.
_BY_WORDS = frozenset({"whole", "units", "undated", "setter"})


def _plain(classes: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Give the marks, and the little words that have a class of the grammar: "and" is ``AND``."""
    little = ((word, kind) for kind in CLASSES & classes.keys() for word in classes[kind])
    return _MARKS | {form: kind for word, kind in little for form in (word, word.capitalize(), word.upper())}


def _window(row: Row) -> WindowRule:
    return WindowRule(
        earliest=row.get("earliest"),
        latest=row.get("latest"),
        flags=frozenset(row.words("flags")),
        rule=row.rule,
    )


def _entries(rows: tuple[Row, ...], windows: tuple[Row, ...]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for row in rows:
        first, *rest = row["word"].split()
        entry = Entry(
            kind=row["class"],
            value=row.get("value") or "",
            rule=row.rule,
            unless=frozenset(row.words("unless")),
            rest=tuple(rest),
        )
        _add(found, first, entry, capital=row.get("only") == "capital")
    for row in windows:
        if row["use"] == "whole":
            first, *rest = row["words"].split()
            value = row.get("value") or ""
            entry = Entry(kind="REF", value=value, rule=row.rule, unless=frozenset(), rest=tuple(rest))
            _add(found, first, entry, capital=False)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.rest))) for word, entries in found.items()}


def _add(found: dict[str, list[Entry]], word: str, entry: Entry, *, capital: bool) -> None:
    forms = {word.capitalize(), word.upper()} | (set() if capital else {word})
    for form in forms:
        found.setdefault(form, []).append(entry)
