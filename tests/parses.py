"""Hand-made parses, so that rules are tested on what they read and not on a live model."""

import hashlib
from datetime import date

from newsledger.model import Annotated, Article, Block, BlockRole, PageDate, Sentence, Span, Token, annotate


def article(*blocks: str | tuple[BlockRole, str], published: date | None = None, separator: str = "\n\n") -> Article:
    """Make an article of blocks; a bare string is a body paragraph."""
    made: list[Block] = []
    text = ""
    for block in blocks:
        role: BlockRole
        role, words = ("body", block) if isinstance(block, str) else block
        text += separator if text else ""
        made.append(Block(role=role, start=len(text), end=len(text) + len(words)))
        text += words
    dated = PageDate(
        value=published.isoformat() if published else None,
        earliest=published,
        latest=published,
        basis="given" if published else "unknown",
    )
    return Article(
        id="article",
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=tuple(made),
        headline=None,
        section=(),
        byline=(),
        publisher=None,
        origin=None,
        url=None,
        canonical_url=None,
        addresses=(),
        date_published=dated,
        date_modified=None,
        language="en",
        complete=None,
        receipts={},
    )


def parsed(*words: str, published: date | None = None, role: BlockRole = "body") -> Annotated:
    """Make the parse of one block from rows ``text|lemma|upos|head|deprel[|morph]``.

    ``head`` counts from 1 inside the sentence, 0 is the root, as in CoNLL-U; a row ``---`` starts a
    new sentence and ``===`` a new block. Words are joined by a space, but for ``.,;:?!)’'s n't`` and
    closing quotation marks, which stand close, and a row that starts with ``~``, which does so too.
    """
    return _build(words, published, role)


def _build(rows: tuple[str, ...], published: date | None, role: BlockRole) -> Annotated:
    texts: list[str] = [""]
    tokens: list[tuple[list[str], Span, int]] = []
    sentences: list[tuple[int, int]] = []
    first = 0
    starts: list[int] = [0]
    offset = 0
    for row in rows:
        if row in ("---", "==="):
            sentences.append((first, len(texts) - 1))
            first = len(tokens)
            if row == "===":
                offset += len(texts[-1]) + 2
                starts.append(offset)
                texts.append("")
            continue
        close = row.startswith("~") or row.split("|")[0] in (*".,;:?!)”", "'s", "’s", "n't", "n’t")
        cells = row.removeprefix("~").split("|")
        opened = texts[-1].endswith(("“", "(")) or not texts[-1]
        texts[-1] += "" if close or opened else " "
        start = offset + len(texts[-1])
        texts[-1] += cells[0]
        tokens.append((cells, Span(start=start, end=start + len(cells[0])), first))
    sentences.append((first, len(texts) - 1))
    made = [
        Token(
            text=cells[0],
            lemma=cells[1],
            upos=cells[2],
            head=begin + int(cells[3]) - 1 if int(cells[3]) else index,
            deprel=cells[4],
            morph="|".join(cells[5:]),
            span=span,
        )
        for index, (cells, span, begin) in enumerate(tokens)
    ]
    ends = [start for start, _ in sentences[1:]] + [len(made)]
    return annotate(
        article(*((role, text) for text in texts), published=published),
        made,
        [
            Sentence(
                start=start,
                end=end,
                block=block,
                span=Span(start=made[start].span.start, end=made[end - 1].span.end),
            )
            for (start, block), end in zip(sentences, ends, strict=True)
        ],
    )
