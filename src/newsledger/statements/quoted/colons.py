"""Finds statements that only a mark reports: "Mayor: Bridge will open soon", transcripts, "“…” — Ann Lee"."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from newsledger.model import Annotated, Candidate
from newsledger.statements.cues import Rules
from newsledger.statements.quoted.quotations import OPENING

_LONGEST_SPEAKER = 7
_SHORTEST_TURN = 6
_FEWEST_TURNS = 3
#: In paragraphs.
_LONGEST_TURN = 8
#: Parts of speech of the words that may name a speaker.
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PRON", "NUM", "PART", "PUNCT", "X", "INTJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedLine:
    """Words that a mark gives to someone.

    Attributes:
        source: The tokens of the name.
        mark: The token of the colon or dash, those of "A:", or none.
        content: The tokens of what is said.
        rule: Which shape it has.
        more: The tokens of the paragraphs in which a turn goes on; an answer is made of such alone.
    """

    source: range
    mark: range
    content: range
    rule: str
    more: tuple[range, ...] = ()

    @property
    def answers(self) -> bool:
        """Whether it is what somebody answers in an interview."""
        return not self.content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block with its words."""

    role: str
    words: range


def find_marked_lines(doc: Annotated, mentions: Sequence[Candidate], rules: Rules) -> Iterator[MarkedLine]:
    """Give headlines and turns of a transcript that open with a name and a colon, and quotations signed with a dash.

    Args:
        doc: The parsed article.
        mentions: Words that may name an actor; a country alone is a topic ("Russia: …") and no speaker.
        rules: The room's word lists.
    """
    blocks = read_blocks(doc)
    actors = {mention.head for mention in mentions if mention.kind != "country"}
    surnames = {mention.name.split()[-1] for mention in mentions if mention.kind == "person" and mention.name}
    opened: dict[int, MarkedLine] = {
        place: line for place, block in enumerate(blocks) if (line := _opened(doc, block, rules.labels)) is not None
    }
    turns = _turns(doc, blocks, opened)
    titled = any(block.role == "headline" for block in blocks)
    for place, line in opened.items():
        source = line.source
        heads = blocks[place].role == "headline" or (place == 0 and not titled)
        known = doc.tokens[source[-1]].text in surnames
        document = heads and len(source) <= 2 and doc.tokens[source[-1]].text.lower() in rules.documents
        quoted = doc.tokens[line.content[0]].text in OPENING
        named = source[-1] in actors or (quoted and doc.tokens[source[-1]].upos == "PROPN")
        if place in turns:
            yield replace(line, more=_going_on(blocks, place, turns))
        elif document or ((heads or quoted) and (named or known)):
            yield line


def read_blocks(doc: Annotated) -> list[Paragraph]:
    """Give the blocks that are read, with their words."""
    found: list[Paragraph] = []
    last = -1
    for sentence in doc.sentences:
        if sentence.block == last:
            found[-1] = Paragraph(found[-1].role, range(found[-1].words.start, sentence.end))
        else:
            found.append(Paragraph(doc.article.blocks[sentence.block].role, range(sentence.start, sentence.end)))
        last = sentence.block
    return found


def _opened(doc: Annotated, block: Paragraph, labels: Container[str]) -> MarkedLine | None:
    """Read a block that opens with what may be a name and a colon."""
    words = block.words
    colon = next((index for index in words[: _LONGEST_SPEAKER + 1] if doc.tokens[index].text == ":"), None)
    if colon is None or colon + 1 >= words.stop:
        return None
    start = words.start + 1 if doc.tokens[words.start].text in OPENING else words.start
    source = range(start, colon)
    if not _is_speaker(doc, source, labels):
        return None
    mark, content = range(colon, colon + 1), range(colon + 1, words.stop)
    return MarkedLine(source=source, mark=mark, content=content, rule="statements.colon")


def _is_speaker(doc: Annotated, words: range, labels: Container[str]) -> bool:
    if not words or any(doc.tokens[index].upos not in _NAMING for index in words):
        return False
    if any(doc.tokens[index].text.lower() in labels for index in words):
        return False
    first, last = doc.tokens[words[0]].text, doc.tokens[words[-1]].text
    return first[0].isupper() and last[0].isalpha()


def _turns(doc: Annotated, blocks: Sequence[Paragraph], opened: dict[int, MarkedLine]) -> frozenset[int]:
    """Give the blocks that are turns of a transcript: capitals name the speaker, or several names come back."""
    said = {
        place: doc.cover(line.source).of(doc.text)
        for place, line in opened.items()
        if blocks[place].role != "headline" and all(_is_title_case(doc, index) for index in line.source)
    }
    counts = Counter(name.split()[-1] for name in said.values())
    talk = len(said) >= _FEWEST_TURNS and len(counts) > 1 and max(counts.values()) > 1
    return frozenset(
        place
        for place, name in said.items()
        if talk or (name.isupper() and len(opened[place].content) >= _SHORTEST_TURN)
    )


def _going_on(blocks: Sequence[Paragraph], place: int, turns: Container[int]) -> tuple[range, ...]:
    """Give the paragraphs between a turn and the next one; behind the last turn the outlet may speak again."""
    following = next(
        (later for later in range(place + 1, min(place + _LONGEST_TURN, len(blocks))) if later in turns), place
    )
    return tuple(blocks[later].words for later in range(place + 1, following))


def _is_title_case(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    return token.upos in ("PUNCT", "PART", "ADP", "DET") or token.text[0].isupper()
