"""Lemma, part of speech and features of a word, looked up once for each word, tag and relation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as Word

from newsledger.model import Span, Token

# "hop", "stag", "rat": one vowel before one consonant; not "fix" or "row", which never double it, nor "ask".
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]")
# News has some 30,000 such triples a million words; past this the table starts anew, so that memory stays bounded.
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Forms:
    """The pipeline's attribute ruler and lemmatizer behind a table.

    Both look only at a word, its tag and its relation, so their answers can be kept. That is a
    quarter of the pipeline's time saved.
    """

    pipeline: Language
    components: tuple[str, ...]
    known: dict[tuple[str, str, str], tuple[str, str, str]] = field(default_factory=dict)

    @classmethod
    def take_from(cls, pipeline: Language) -> "Forms":
        """Take the two components out of the pipeline's run and put a table before them."""
        names = tuple(name for name in ("attribute_ruler", "lemmatizer") if pipeline.has_pipe(name))
        for name in names:
            pipeline.disable_pipe(name)
        return cls(pipeline=pipeline, components=names)

    def token(self, word: Word, index: Mapping[int, int], offset: int) -> Token:
        """Turn spaCy's token into ours.

        Args:
            word: The token.
            index: Our index for each of the sentence's tokens; white space has none.
            offset: Where the parsed piece starts in the article's text.
        """
        lemma, upos, morph = self._lookup(word)
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

    def _lookup(self, word: Word) -> tuple[str, str, str]:
        key = (word.text, word.tag_, word.dep_)
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


def spelled_lemma(text: str, lemma: str, upos: str) -> str:
    """Put a silent "e" back that the lemmatizer took for part of the ending.

    It takes "hoped" to be from "hop" wherever both verbs exist; but a verb of one short vowel and one
    consonant doubles it ("hopped"), so what is not doubled is from "hope".
    """
    if upos == "VERB" and _SHORT.fullmatch(lemma) and text.lower() in (lemma + "ed", lemma + "es", lemma + "ing"):
        return lemma + "e"
    return lemma
