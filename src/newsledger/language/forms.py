"""Lemma, part of speech and features of a word, looked up once for each word, tag and relation."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as Word

from newsledger.model import Span, Token

# "hop", "stag", "rat": one vowel before one consonant; not "fix" or "row", which never double it, nor "ask".
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]")
# News has some 30,000 such triples a million words; past this the table starts anew, so that memory stays bounded.
_MOST_KEPT = 200_000
# Tags of the Penn Treebank for the forms of a verb, and for nouns that are no names.
_OF_VERBS = ("VB", "VBZ", "VBD", "VBG", "VBN")
_OF_NOUNS = ("NN", "NNS")
# Those for words of grammar: "and", "its", "from", "will".
_OF_GRAMMAR = frozenset({"CC", "DT", "EX", "IN", "MD", "PDT", "PRP", "PRP$", "RP", "TO", "WDT", "WP", "WP$", "WRB"})
# Words behind which the tagger must tell by the first word alone whether it is a name, and how many they are.
_FRAME, _FRAMED = "{} people said so.", 5


@dataclass(frozen=True, slots=True)
class Forms:
    """The pipeline's attribute ruler and lemmatizer behind a table.

    Both look only at a word, its tag and its relation, so their answers can be kept. That is a
    quarter of the pipeline's time saved.
    """

    pipeline: Language
    components: tuple[str, ...]
    tables: Mapping[str, frozenset[str]]
    known: dict[tuple[str, str, str], tuple[str, str, str]] = field(default_factory=dict)

    @classmethod
    def take_from(cls, pipeline: Language) -> "Forms":
        """Take the two components out of the pipeline's run and put a table before them."""
        tables = _tables(pipeline)
        names = tuple(name for name in ("attribute_ruler", "lemmatizer") if pipeline.has_pipe(name))
        for name in names:
            pipeline.disable_pipe(name)
        return cls(pipeline=pipeline, components=names, tables=tables)

    def common(self, words: Iterable[str]) -> frozenset[str]:
        """Give the words that are no names, of some that are given with a capital letter.

        They are words of grammar, forms of verbs that the lemmatizer knows, adverbs, adjectives that have
        an adverb ("final", not "French"), and nouns that the tagger takes for no name at the start of a sentence.
        """
        words = tuple(words)
        docs = self.pipeline.pipe(_FRAME.format(word) for word in words)
        return frozenset(
            word
            for word, doc in zip(words, docs, strict=True)
            if self._is_common(word.lower(), doc[0].tag_ if len(doc) == _FRAMED else "")
        )

    def _is_common(self, word: str, tag: str) -> bool:
        if (
            tag in _OF_GRAMMAR
            or word in self.table("adv")
            or f"{word}ly" in self.table("adv")
            or f"{word}ally" in self.table("adv")
        ):
            return True
        if any(self._lookup(word, form, "ROOT")[0] in self.table("verb") for form in _OF_VERBS):
            return True
        return tag in _OF_NOUNS and self._lookup(word, tag, "ROOT")[0] in self.table("noun")

    def table(self, pos: str) -> frozenset[str]:
        """Give the lemmas of a part of speech that the lemmatizer knows."""
        return self.tables.get(pos, frozenset())

    def token(self, word: Word, index: Mapping[int, int], offset: int) -> Token:
        """Turn spaCy's token into ours.

        Args:
            word: The token.
            index: Our index for each of the sentence's tokens; white space has none.
            offset: Where the parsed piece starts in the article's text.
        """
        lemma, upos, morph = self._lookup(word.text, word.tag_, word.dep_)
        head = word.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        return Token(
            text=word.text,
            lemma=lemma,
            upos=upos,
            morph=morph,
            head=index.get(head.i, index[word.i]),
            deprel=word.dep_,
            span=Span(start=offset + word.idx, end=offset + word.idx + len(word)),
        )

    def _lookup(self, text: str, tag: str, relation: str) -> tuple[str, str, str]:
        key = (text, tag, relation)
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _MOST_KEPT:
                self.known.clear()
            found = self.known[key] = self._compute(*key)
        return found

    def _compute(self, text: str, tag: str, relation: str) -> tuple[str, str, str]:
        doc = Doc(self.pipeline.vocab, words=[text], tags=[tag], deps=[relation], heads=[0])
        for name in self.components:
            doc = self.pipeline.get_pipe(name)(doc)
        word = doc[0]
        return spelled_lemma(text, word.lemma_ or text, word.pos_), word.pos_ or "X", str(word.morph)


def _tables(pipeline: Language) -> Mapping[str, frozenset[str]]:
    """Give the lemmas in the tables of a lemmatizer by rules, by part of speech; none of another lemmatizer."""
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None) if pipeline.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return {}
    index = lookups.get_table("lemma_index")
    return {pos: frozenset(index.get(pos, ())) for pos in ("adv", "noun", "verb")}


def spelled_lemma(text: str, lemma: str, upos: str) -> str:
    """Put a silent "e" back that the lemmatizer took for part of the ending.

    It takes "hoped" to be from "hop" wherever both verbs exist; but a verb of one short vowel and one
    consonant doubles it ("hopped"), so what is not doubled is from "hope".
    """
    if upos == "VERB" and _SHORT.fullmatch(lemma) and text.lower() in (lemma + "ed", lemma + "es", lemma + "ing"):
        return lemma + "e"
    return lemma
