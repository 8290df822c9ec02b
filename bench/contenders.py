"""The whole record, and the bare spaCy pipeline that it is measured against."""

from collections.abc import Callable, Sequence
from unittest.mock import patch

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from newsledger import Reader
from newsledger.language import parser
from newsledger.language.parser import DEFAULT_PIPELINE

Run = Callable[[Sequence[str]], None]

_CACHED = ("attribute_ruler", "lemmatizer")


def bare_as_it_comes() -> Run:
    """Load the pipeline as its manual says: all components, default settings, batches of 32 texts."""
    pipeline = spacy.load(DEFAULT_PIPELINE)

    def run(texts: Sequence[str]) -> None:
        for _ in pipeline.pipe(texts, batch_size=32):
            pass

    return run


def bare_tuned() -> Run:
    """Load the same pipeline, names included, with every gain in speed that Newsledger takes.

    NumPy's matrix product, batches of 64, and a table before the attribute ruler and the lemmatizer.
    """
    set_current_ops(NumpyOps(use_blis=False))
    pipeline = spacy.load(DEFAULT_PIPELINE)
    for name in _CACHED:
        pipeline.disable_pipe(name)
    known: dict[tuple[int, int, int], Doc] = {}

    def run(texts: Sequence[str]) -> None:
        for doc in pipeline.pipe(texts, batch_size=64):
            for word in doc:
                key = (word.orth, word.tag, word.dep)
                if key not in known:
                    known[key] = _forms(pipeline, word.text, word.tag_, word.dep_)

    return run


def whole_record(reader: Reader) -> Run:
    """Read each text to its whole record."""

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            reader.read_text(text)

    return run


def reader_with_entities() -> Reader:
    """Load a reader whose pipeline runs the model's own named-entity part too, which no room reads.

    Its cost is what it would take to have the model's names beside those of the actors room.
    """
    unread = tuple(name for name in parser._UNREAD if name != "ner")  # noqa: SLF001 -- measured as if it were read
    with patch.object(parser, "_UNREAD", unread):
        return Reader.load("en")


def _forms(pipeline: Language, text: str, tag: str, relation: str) -> Doc:
    doc = Doc(pipeline.vocab, words=[text], tags=[tag], deps=[relation], heads=[0])
    for name in _CACHED:
        doc = pipeline.get_pipe(name)(doc)
    return doc
