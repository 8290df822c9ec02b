"""The parse of an article as arrays of numbers, so that a question is asked of all its words at once."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap
from operator import attrgetter
from struct import pack
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsledger.model import Annotated, Vectors

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_LABELS = """ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass
    dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss
    preconj predet prep prt punct quantmod relcl xcomp"""
#: Numbers of spaCy's English labels; a label that is none of these is 0.
LABEL = {label: number for number, label in enumerate(_LABELS.split(), 1)}
_TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
#: Numbers of the universal parts of speech.
UPOS = {tag: number for number, tag in enumerate(_TAGS.split(), 1)}

#: What a word's features say, as bits.
PAST, PRESENT, FINITE, PARTICIPLE, PROGRESSIVE, INFINITIVE, PLURAL = (1 << bit for bit in range(7))
_FEATURES = (
    ("Tense=Past", PAST),
    ("Tense=Pres", PRESENT),
    ("VerbForm=Fin", FINITE),
    ("VerbForm=Part", PARTICIPLE),
    ("Aspect=Prog", PROGRESSIVE),
    ("VerbForm=Inf", INFINITIVE),
    ("Number=Plur", PLURAL),
)
#: What a word's letters say, as bits.
CAPITAL, ING, RELATIVE, WHO, WHERE, DIGIT, DEMONYM = (1 << bit for bit in range(7))
OPENING, CLOSING, STRAIGHT = (1 << bit for bit in range(7, 10))
_OPENING, _CLOSING, _STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})
#: How many numbers a word has.
_COLUMNS = 8
_FIELDS = attrgetter("text", "lemma", "upos", "deprel", "morph")
_STEM, _ENDING = 5, 4
_NATIONAL = ("an", "ish", "ese", "i")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The parse, one place a token.

    Attributes:
        heads: Index of the head; a root is its own.
        labels: Numbers from ``LABEL``.
        upos: Numbers from ``UPOS``.
        lemmas: A checksum of each lemma.
        words: A checksum of each word in small letters.
        features: Bits of ``PAST`` to ``PLURAL``.
        letters: Bits of ``CAPITAL`` to ``STRAIGHT``.
        stems: A checksum of the first letters of each lemma, which an act and its verb share ("announcement").
        endings: A checksum of its last letters.
        sentences: Index of the sentence.
        above: The head, with prepositions looked through: of "port" in "fired on the port", "fired".
        links: The preposition that was looked through, or -1.
        hanging: Whether it has a head and is no root.
        vectors: What the pipeline itself makes of each token, if it tells.
    """

    heads: Ints
    labels: Ints
    upos: Ints
    lemmas: Ints
    words: Ints
    features: Ints
    letters: Ints
    stems: Ints
    endings: Ints
    sentences: Ints
    above: Ints
    links: Ints
    hanging: Flags
    vectors: Vectors | None

    def has(self, *labels: str) -> Flags:
        """Say of each token whether it has one of the labels."""
        return _label_table(labels).take(self.labels)

    def among(self, *tags: str) -> Flags:
        """Say of each token whether it has one of the parts of speech."""
        return _tag_table(tags).take(self.upos)

    def told(self, bits: int) -> Flags:
        """Say of each token whether its features hold all the bits."""
        return np.asarray((self.features & bits) == bits)

    def shaped(self, bits: int) -> Flags:
        """Say of each token whether its letters hold all the bits."""
        return np.asarray((self.letters & bits) == bits)

    def said(self, *lemmas: str) -> Flags:
        """Say of each token whether it has one of the lemmas."""
        return _equal(self.lemmas, lemmas)

    def worded(self, *words: str) -> Flags:
        """Say of each token whether it is one of the words."""
        return _equal(self.words, words)

    def linked(self, *words: str) -> Flags:
        """Say of each token whether it stands after one of the prepositions."""
        return (self.links >= 0) & _equal(self.words, words)[self.links]

    def first_child(self, chosen: Flags) -> Ints:
        """Give for each token the first of its dependents among the chosen, or -1."""
        return first_below(self.heads, (chosen & self.hanging).nonzero()[0])

    def has_child(self, chosen: Flags) -> Flags:
        """Say of each token whether one of the chosen hangs from it."""
        found = np.zeros(len(self.heads), bool)
        found[self.heads[chosen & self.hanging]] = True
        return found


@lru_cache(maxsize=512)
def _label_table(labels: tuple[str, ...]) -> Flags:
    table = np.zeros(len(LABEL) + 1, bool)
    table[[LABEL[label] for label in labels]] = True
    return table


@lru_cache(maxsize=128)
def _tag_table(tags: tuple[str, ...]) -> Flags:
    table = np.zeros(len(UPOS) + 1, bool)
    table[[UPOS[tag] for tag in tags]] = True
    return table


def _equal(values: Ints, words: tuple[str, ...]) -> Flags:
    found = values == checksum(words[0])
    for word in words[1:]:
        found |= values == checksum(word)
    return np.asarray(found)


def nowhere(size: int) -> Ints:
    """Give -1 for each of so many tokens."""
    found = np.empty(size, np.int64)
    found.fill(-1)
    return found


def first_below(heads: Ints, chosen: Ints) -> Ints:
    """Give for each token the first of the chosen that hangs from it, or -1."""
    found = nowhere(len(heads))
    last_first = chosen[::-1]
    found[heads.take(last_first)] = last_first
    return found


def at(values: Ints, index: Ints) -> Ints:
    """Look values up where an index is known; -1 stays -1."""
    return np.where(index >= 0, values.take(index), -1) if len(values) else nowhere(len(index))


def build_tree(doc: Annotated) -> Tree:
    """Turn a parse into arrays."""
    rows = b"".join(starmap(_numbers, map(_FIELDS, doc.tokens)))
    table = np.frombuffer(rows, np.int64).reshape(-1, _COLUMNS).T.copy()
    labels, upos, lemmas, words, features, letters, stems, endings = table
    heads = np.fromiter(map(attrgetter("head"), doc.tokens), np.int64, len(doc.tokens))
    above, links = _looked_through(heads, labels, upos)
    return Tree(
        heads=heads,
        labels=labels,
        upos=upos,
        lemmas=lemmas,
        words=words,
        features=features,
        letters=letters,
        stems=stems,
        endings=endings,
        sentences=np.array(doc.sentence_of, dtype=np.int64),
        above=above,
        links=links,
        hanging=heads != np.arange(len(heads)),
        vectors=doc.vectors,
    )


def vector_rows(vectors: Vectors) -> NDArray[np.int8]:
    """Give the vectors of all tokens, a row a token."""
    return np.frombuffer(vectors.steps, np.int8).reshape(-1, vectors.width)


def _looked_through(heads: Ints, labels: Ints, upos: Ints) -> tuple[Ints, Ints]:
    """Give the heads with prepositions looked through, two deep ("from *inside* the port"), and the prepositions."""
    linking = _label_table(("prep", "agent", "dative"))[labels] & _tag_table(("ADP", "SCONJ", "PART", "ADV"))[upos]
    governed = _label_table(("pobj", "pcomp"))[labels] & linking[heads]
    links = np.where(governed, heads, -1)
    above = np.where(governed, heads[heads], heads)
    return np.where(governed & linking[above], heads[above], above), links


@lru_cache(maxsize=100_000)
def _numbers(text: str, lemma: str, upos: str, label: str, morph: str) -> bytes:
    """Give the numbers of a word as they lie in an array, kept until many other words have been seen."""
    word, letters = _letters(text)
    features = sum(bit for name, bit in _FEATURES if name in morph)
    stem, ending = checksum(lemma[:_STEM].lower()), checksum("-" + lemma[-_ENDING:])
    return pack("=8q", LABEL.get(label, 0), UPOS.get(upos, 0), checksum(lemma), word, features, letters, stem, ending)


@lru_cache(maxsize=100_000)
def checksum(word: str) -> int:
    """Give a number for a word, the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def _letters(text: str) -> tuple[int, int]:
    small = text.lower()
    told = {
        CAPITAL: text[:1].isupper(),
        ING: small.endswith("ing"),
        RELATIVE: small in ("who", "which", "that", "whom"),
        WHO: small in ("who", "whom"),
        WHERE: small in ("where", "when", "why", "how"),
        DIGIT: text[:1].isdigit(),
        DEMONYM: text[:1].isupper() and small.endswith(_NATIONAL),
        OPENING: text in _OPENING,
        CLOSING: text in _CLOSING,
        STRAIGHT: text in _STRAIGHT,
    }
    return checksum(small), sum(bit for bit, is_so in told.items() if is_so)
