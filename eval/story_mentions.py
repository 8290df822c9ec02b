"""Event mentions of a document, as the stories room takes them: its own, or given ones, with what the parse says."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import as_file, files

from newsledger import stories
from newsledger.language import Parser
from newsledger.lexicon import load_lexicon
from newsledger.model import Annotated, Article, Block, EventMention, PageDate, Party, Record, Span
from story_sources import Row, address_end

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
_NAMED = 5
_FOLLOWING = 4


@cache
def load_rules() -> stories.Rules:
    """Load the room's lexicons."""
    with as_file(files("newsledger") / "stories" / "data") as folder:
        loaded = {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in stories.SCHEMAS.items()}
    return stories.Rules.build(loaded)


def annotate(parser: Parser, row: Row, most: int | None = None) -> Annotated:
    """Parse a document, each line as a block; an address at its head is left out."""
    text = row["text"][:most]
    day = date.fromisoformat(row["published"]) if row["published"] else None
    article = Article(
        id=row["id"],
        text=text,
        text_sha256="",
        blocks=tuple(_blocks(text, address_end(row))),
        headline=None,
        section=(),
        byline=(),
        publisher=None,
        origin=None,
        date_published=PageDate(value=row["published"], earliest=day, latest=day, basis="given") if day else PageDate(),
        date_modified=PageDate(),
        url=None,
        canonical_url=None,
        addresses=(),
        language="en",
        complete=True,
        receipts={},
    )
    return parser.annotate(article)


def _blocks(text: str, start: int) -> Iterator[Block]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield Block(role="body", start=start, end=end)
        start = end + 1


def given_mentions(doc: Annotated, row: Row) -> Iterator[tuple[EventMention, Row]]:
    """Give the event mentions that a set names, with their heads as the parse has them."""
    for given in row["mentions"]:
        if given["kind"].startswith(("ACTION", "NEG_")):
            start, end = (given.get("parts") or [[given["start"], given["end"]]])[0]
            head = doc.head_in(Span(start=start, end=end))
            yield _mention(doc, head, row["text"][start:end], f"{row['id']}:{given['start']:06}-{given['end']}"), given


def own_mentions(record: Record, rules: stories.Rules) -> Iterator[tuple[EventMention, Span]]:
    """Give what a document tells of happenings, as a ledger takes it, and the words of each act."""
    for mention in stories.mentions_of(record, rules):
        yield mention, mention.spans[0]


def _mention(doc: Annotated, head: int | None, words: str, key: str) -> EventMention:
    if head is None:
        return EventMention(id=key, report=doc.article.id, word=words, lemma=words.lower(), upos="X")
    token = doc.tokens[head]
    sentence = doc.sentence_at(head)
    behind = range(head + 1, min(sentence.end, head + 1 + _FOLLOWING))
    below = [index for index in doc.children[head] if head < index <= head + _NAMED]
    following = [doc.tokens[index].text.lower() for index in behind]
    return EventMention(
        id=key,
        report=doc.article.id,
        word=token.text,
        lemma=token.lemma.lower(),
        upos=token.upos,
        phrase=(*following, *(doc.tokens[index].lemma.lower() for index in below)),
        parties=tuple(Party(name=name) for name in sorted(set(_names(doc, head)))),
        speaker=tuple(sorted(set(_speaker(doc, head)))),
    )


def _names(doc: Annotated, head: int) -> Iterator[str]:
    """Give the names below a word, two steps down: "of the mayor of Lyon"."""
    for child in doc.children[head]:
        for index in (child, *doc.children[child]):
            if doc.tokens[index].upos == "PROPN":
                yield doc.tokens[index].lemma.lower()


def _speaker(doc: Annotated, head: int) -> Iterator[str]:
    """Give the words for who says it: the subject and the words of its name."""
    for child in doc.children[head]:
        if doc.tokens[child].deprel in _SUBJECTS and doc.tokens[child].upos != "PRON":
            yield doc.tokens[child].lemma.lower()
            yield from (doc.tokens[index].lemma.lower() for index in doc.children[child] if _is_part(doc, index))


def _is_part(doc: Annotated, index: int) -> bool:
    return doc.tokens[index].deprel in ("compound", "amod", "poss") and doc.tokens[index].upos != "PRON"
