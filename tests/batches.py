"""Many short texts parsed as one batch: of each by itself, most of the time goes into starting the model."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice

from newsledger import Reader, page
from newsledger.model import Annotated, Article, Block, Capture, Record, Sentence, Span, Vectors, annotate

_AT_ONCE = 500
_BETWEEN = "\n\n"


def read_texts(reader: Reader, texts: Iterable[str], *, published: str | None = None) -> Iterator[Record]:
    """Give the record of each text, as ``read_text`` would."""
    captures = (Capture(data=text, published=published, kind="text") for text in texts)
    return (reader.find(doc) for doc in annotate_all(reader, captures))


def annotate_all(reader: Reader, captures: Iterable[Capture]) -> Iterator[Annotated]:
    """Give the parse of each capture, as ``Reader.annotate`` would."""
    articles = (page.read_article(capture, reader.rules["page"]) for capture in captures)
    while some := list(islice(articles, _AT_ONCE)):
        yield from _parse(reader, some)


def _parse(reader: Reader, articles: list[Article]) -> list[Annotated]:
    """Parse the blocks of many articles as those of one, and part them again."""
    blocks: list[Block] = []
    owners: list[tuple[int, int, int]] = []  # of each block: which article, where that begins, its first block
    offset = 0
    for number, article in enumerate(articles):
        assert article.language in (None, reader.language)
        owners += [(number, offset, len(blocks))] * len(article.blocks)
        blocks += [replace(one, start=one.start + offset, end=one.end + offset) for one in article.blocks]
        offset += len(article.text) + len(_BETWEEN)
    joined = replace(articles[0], text=_BETWEEN.join(one.text for one in articles), blocks=tuple(blocks))
    doc = reader.parser.annotate(joined)
    parted = [annotate(article, (), ()) for article in articles]
    for (number, start, first), sentences in groupby(doc.sentences, lambda one: owners[one.block]):
        parted[number] = _part(doc, articles[number], list(sentences), start, first)
    return parted


def _part(joined: Annotated, article: Article, sentences: list[Sentence], start: int, block: int) -> Annotated:
    """Give an article its sentences, which begin at ``start`` and in ``block`` of the joined one."""
    first = sentences[0].start
    words = joined.tokens[first : sentences[-1].end]
    return annotate(
        article,
        [replace(one, head=one.head - first, span=_moved(one.span, start)) for one in words],
        [
            replace(
                one,
                start=one.start - first,
                end=one.end - first,
                block=one.block - block,
                span=_moved(one.span, start),
            )
            for one in sentences
        ],
        _cut(joined.vectors, first, sentences[-1].end),
    )


def _cut(vectors: Vectors | None, start: int, end: int) -> Vectors | None:
    return vectors and replace(vectors, steps=vectors.steps[start * vectors.width : end * vectors.width])


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start - by, end=span.end - by)
