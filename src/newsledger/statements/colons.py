"""Finds statements that only a colon reports: "Mayor: Bridge will open soon", and the lines of a transcript."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from newsledger.model import Annotated, Candidate, Sentence
from newsledger.statements.quotations import OPENING

_LONGEST_SPEAKER = 7
_SHORTEST_TURN = 6
#: Parts of speech of the words that may name a speaker.
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PRON", "NUM", "PART", "PUNCT", "X"})
#: Words that open a line of the outlet's own.
_LABELS = frozenset(
    {
        *(
            "a",
            "abstract",
            "analysis",
            "answer",
            "bottom",
            "breaking",
            "case",
            "clarification",
            "contact",
            "correction",
            "credit",
        ),
        *("date", "editor", "email", "example", "exclusive", "fact", "fax", "follow", "full", "here", "how", "image"),
        *("infographic", "key", "latest", "live", "location", "map", "more", "note", "opinion", "phone", "photo"),
        *("q", "question"),
        *("photos", "picture", "poll", "read", "related", "report", "review", "see", "source", "sources", "subject"),
        *("time", "topic", "update", "updated", "video", "watch", "what", "when", "where", "who", "why"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColonLine:
    """A block that opens with a name and a colon.

    Attributes:
        source: The tokens of the name.
        colon: The token of the colon.
        content: The tokens behind it, up to the end of the block.
    """

    source: range
    colon: int
    content: range


def find_colon_lines(doc: Annotated, mentions: Sequence[Candidate]) -> Iterator[ColonLine]:
    """Give the headlines that open with a name and a colon, and the lines of a transcript that do.

    Args:
        doc: The parsed article.
        mentions: Words that may name an actor; a country alone is a topic ("Russia: …") and no speaker.
    """
    countries = {mention.head for mention in mentions if mention.kind == "country"}
    actors = {mention.head for mention in mentions if mention.kind != "country"}
    titled = any(block.role == "headline" for block in doc.article.blocks)
    for number, sentence in enumerate(doc.sentences):
        if number and doc.sentences[number - 1].block == sentence.block:
            continue
        colon = _colon(doc, sentence)
        if colon is None or not _is_speaker(doc, range(sentence.start, colon), actors):
            continue
        if not countries.isdisjoint(range(sentence.start, colon)):
            continue
        role = doc.article.blocks[sentence.block].role
        end = _block_end(doc, number)
        heads_article = role == "headline" or (number == 0 and not titled)
        turn = _is_label(doc, range(sentence.start, colon)) and colon + _SHORTEST_TURN < end
        if heads_article or turn or doc.tokens[min(colon + 1, end - 1)].text in OPENING:
            yield ColonLine(source=range(sentence.start, colon), colon=colon, content=range(colon + 1, end))


def _is_label(doc: Annotated, words: range) -> bool:
    """Say whether a name is written as transcripts write it: "CLINTON", "THE CHAIR"."""
    return all(doc.tokens[index].text.isupper() for index in words if doc.tokens[index].upos != "PUNCT")


def _colon(doc: Annotated, sentence: Sentence) -> int | None:
    for index in range(sentence.start, min(sentence.end, sentence.start + _LONGEST_SPEAKER + 1)):
        if doc.tokens[index].text == ":":
            return index
    return None


def _block_end(doc: Annotated, number: int) -> int:
    block = doc.sentences[number].block
    while number + 1 < len(doc.sentences) and doc.sentences[number + 1].block == block:
        number += 1
    return doc.sentences[number].end


def _is_speaker(doc: Annotated, words: range, actors: Container[int]) -> bool:
    if not words or any(doc.tokens[index].upos not in _NAMING for index in words):
        return False
    first = doc.tokens[words[0]]
    if any(doc.tokens[index].text.lower() in _LABELS for index in words) or not first.text[0].isupper():
        return False
    return any(doc.tokens[index].upos == "PROPN" or index in actors for index in words)
