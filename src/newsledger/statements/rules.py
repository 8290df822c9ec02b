"""The room's word lists, made ready for its finders."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Row, Schema
from newsledger.model import ATTITUDES, Attitude

_KINDS = frozenset({"verb", "noun", "adjective", "preposition", "adverb"})

SCHEMAS: Mapping[str, Schema] = {
    "cues": Schema(
        columns=("cue", "kind", "takes", "attitude", "example"),
        key=("cue", "kind"),
        codes={"kind": _KINDS, "attitude": ATTITUDES},
    ),
    "lines": Schema(
        columns=("word", "kind", "example"),
        key=("word", "kind"),
        codes={"kind": frozenset({"document", "label"})},
    ),
    "word_classes": Schema(columns=("class", "word", "example"), key=("class", "word")),
}

# Words of an entry that need not be in the parse next to the others: "in the words of", "raise a question".
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A cue: words that report a statement.

    Attributes:
        head: Lemma of its first word.
        words: The other words, each a dependent of one before it.
        kind: Part of speech of the head.
        takes: What its content may be, the likeliest first: ``quotation``, a frame of
            ``frames.Complement``, or two that are one content (``object+infinitive``,
            ``subject+infinitive``).
        rule: The lexicon row.
    """

    head: str
    words: tuple[str, ...]
    kind: str
    takes: tuple[str, ...]
    attitude: Attitude
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them.

    Attributes:
        entries: Cues by the lemma of their head; those of more words come first.
        labels: Words that open a line of the outlet's own: "*Photo*: Ann Lee".
        documents: What a headline names as the source of its news, though nobody speaks: "*Poll*: …".
        words: Other words by their class.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    labels: frozenset[str]
    documents: frozenset[str]
    words: Mapping[str, frozenset[str]]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        by_head: defaultdict[str, list[Entry]] = defaultdict(list)
        for row in lexicons["cues"].rows:
            entry = _entry(row)
            by_head[entry.head].append(entry)
        longest_first = {
            head: tuple(sorted(entries, key=lambda entry: -len(entry.words))) for head, entries in by_head.items()
        }
        lines = _classes(lexicons["lines"], "kind")
        return cls(
            entries=longest_first,
            labels=lines["label"],
            documents=lines["document"],
            words=_classes(lexicons["word_classes"], "class"),
        )


def _classes(lexicon: Lexicon, column: str) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in lexicon.rows:
        found[row[column]].add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


def _entry(row: Row) -> Entry:
    head, *words = (word for word in row["cue"].split() if word not in _ARTICLES)
    return Entry(
        head=head,
        words=tuple(words),
        kind=row["kind"],
        takes=row.words("takes"),
        attitude=row["attitude"],  # type: ignore[arg-type]  # the schema's codes are the attitudes
        rule=row.rule,
    )
