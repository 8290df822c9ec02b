"""The room's word lists, made ready for its finders, and the cues that a text has: entries as the parse holds them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Row, Schema, words_by_class
from newsledger.model import ATTITUDES, Annotated, Attitude

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
_PARTS_OF_SPEECH = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
    "preposition": frozenset({"ADP", "VERB", "SCONJ", "ADV"}),
    "adverb": frozenset({"ADV"}),
}
_KINDS_OF = {
    upos: frozenset(kind for kind, tags in _PARTS_OF_SPEECH.items() if upos in tags)
    for upos in frozenset().union(*_PARTS_OF_SPEECH.values())
}
#: What a cue takes that tells of words said.
_SAYING = frozenset({"quotation", "object+quotation", "object+as", "object+name"})


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
        lines = words_by_class(lexicons["lines"], "kind")
        return cls(
            entries=longest_first,
            labels=lines["label"],
            documents=lines["document"],
            words=words_by_class(lexicons["word_classes"]),
        )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """An entry that has been met.

    Attributes:
        head: The token of its first word.
        anchors: The tokens of all its words, ``head`` first.
    """

    entry: Entry
    head: int
    anchors: tuple[int, ...]

    @property
    def tells_words(self) -> bool:
        """Whether it may tell of words said: "she called it a mistake" too."""
        return self.entry.kind == "preposition" or not _SAYING.isdisjoint(self.entry.takes)


def find_cues(doc: Annotated, rules: Rules) -> Iterator[tuple[int, tuple[Cue, ...]]]:
    """Give each token at which entries are met, with those entries, the longest first."""
    entries = rules.entries
    for index, token in enumerate(doc.tokens):
        met = entries.get(token.lemma)
        if token.upos == "VERB":
            lemma = doc.lemmas[index]
            met = (*entries.get(doc.words[index], ()), *(met or entries.get(_usual_lemma(lemma, entries), ())))
        elif met is None:
            met = entries.get(doc.lemmas[index])
        if not met:
            continue
        kinds = _KINDS_OF.get(token.upos, frozenset())
        cues = tuple(cue for entry in met if entry.kind in kinds and (cue := _match(doc, index, entry)) is not None)
        if cues:
            yield index, cues


def _usual_lemma(lemma: str, entries: Mapping[str, object]) -> str:
    """Put right what the lemmatizer does with a final e: "hop" for "hoped", "blogge" for "blogged"."""
    return next((guess for guess in (lemma, lemma + "e", lemma.removesuffix("e")) if guess in entries), lemma)


def _match(doc: Annotated, index: int, entry: Entry) -> Cue | None:
    anchors = [index]
    for word in entry.words:
        found = _below(doc, anchors, word)
        if found is None:
            return None
        anchors.append(found)
    return Cue(entry=entry, head=index, anchors=tuple(anchors))


def _below(doc: Annotated, anchors: list[int], word: str) -> int | None:
    for anchor in reversed(anchors):
        for child in doc.children[anchor]:
            if word in (doc.tokens[child].lemma, doc.words[child]):
                return child
            mark = _mark_of(doc, child) if word == "for" else None
            if mark is not None and doc.words[mark] == word:
                return mark
    return None


def _mark_of(doc: Annotated, clause: int) -> int | None:
    """Give the word that opens an infinitive with a subject: called *for* her to go."""
    first = next(iter(doc.children[clause]), None)
    return first if first is not None and doc.tokens[first].deprel == "mark" else None
