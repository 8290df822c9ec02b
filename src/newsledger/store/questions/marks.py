"""Marks what was looked for in a text, and picks the passage that shows most of it. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.model import READ_ROLES, Passage, Span
from newsledger.store.questions.words import Query, Term, terms_of

#: The parts of a page by the field that they belong to; a credit or a menu belongs to none.
_FIELD_OF_ROLE: Mapping[str, str] = {
    **dict.fromkeys(READ_ROLES, "body"),
    "headline": "headline",
    "caption": "caption",
}
# A sentence ends here, as far as a passage needs to know.
_END = re.compile(r"(?<=[.!?…][\"”’)])\s+|(?<=[.!?…])\s+(?=[\"“‘(]?[^\W\d_a-z])")
#: A passage has at most so many characters, if a sentence is not longer.
_LONGEST = 280

Block = tuple[str, int, int]


class _Folds(dict[int, str]):
    """Folds letter by letter, one for one, so that places stay: ``É`` is ``e``."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = letter if len(letter) == 1 else chr(code)
        return self[code]


_FOLDS = _Folds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds the terms of a query in texts."""

    patterns: tuple[tuple[str | None, re.Pattern[str]], ...]

    @classmethod
    def of(cls, query: Query) -> "Finder":
        """Make the patterns of a query's terms."""
        return cls(patterns=tuple((term.field, _pattern(term)) for term in dict.fromkeys(terms_of(query))))

    def has_all(self, text: str) -> bool:
        """Say whether every term is in a text."""
        folded = text.translate(_FOLDS)
        return all(pattern.search(folded) for _, pattern in self.patterns)

    def hits(self, text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Span]]:
        """Give each hit in the parts of a page that are read, with the number of its term, in text order."""
        folded = text.translate(_FOLDS)
        for role, start, end in blocks:
            field = _FIELD_OF_ROLE.get(role)
            found = [
                (number, Span(start=match.start(), end=match.end()))
                for number, (wanted, pattern) in enumerate(self.patterns)
                if field and wanted in (None, field)
                for match in pattern.finditer(folded, start, end)
            ]
            yield from sorted(found, key=lambda hit: hit[1])


def _pattern(term: Term) -> re.Pattern[str]:
    # An accent may stand as a sign of its own behind its letter.
    words = [
        "".join(re.escape(letter) + "[\u0300-\u036f]*" for letter in word.translate(_FOLDS)) for word in term.words
    ]
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + (r"\w*" if term.begins else r"(?![^\W_])"))


def best_passage(text: str, blocks: Sequence[Block], finder: Finder) -> tuple[Passage, tuple[Span, ...]]:
    """Pick the passage with the most of the terms, the first of several; else the article's first words.

    Returns:
        The passage, and the hits inside it.
    """
    hits = list(finder.hits(text, blocks))
    places = {block[:3]: place for block, place in zip(blocks, block_names(blocks), strict=True)}
    touched = [block for block in blocks if any(block[1] <= span.start < block[2] for _, span in hits)]
    read = [block for block in blocks if block[0] in READ_ROLES]
    candidates = [
        (block, stretch)
        for block in touched or read[:1] or list(blocks[:1])
        for stretch in _stretches(text, Span(start=block[1], end=block[2]), [span for _, span in hits])
    ]
    if not candidates:
        return Passage(start=0, end=0, exact="", sentence="", sentence_start=0, block=""), ()
    block, best = max(candidates, key=lambda one: _worth(one[1], one[0], hits))
    inside = tuple(span for _, span in hits if best.holds(span))
    exact = best.of(text)
    place = places[block[:3]]
    shown = Passage(start=best.start, end=best.end, exact=exact, sentence=exact, sentence_start=best.start, block=place)
    return shown, inside


def _worth(stretch: Span, block: Block, hits: Sequence[tuple[int, Span]]) -> tuple[int, bool, int, int]:
    """Weigh a passage: different terms first, then prose before a headline, then how many, then the earliest."""
    inside = [number for number, span in hits if stretch.holds(span)]
    return len(set(inside)), block[0] != "headline", len(inside), -stretch.start


def _stretches(text: str, whole: Span, hits: Sequence[Span]) -> Iterator[Span]:
    """Give for each sentence with a hit that one and those after it, as long as they are short together."""
    edges = [whole.start]
    edges += [match.end() for match in _END.finditer(text, whole.start, whole.end)]
    sentences = [
        Span(start=start, end=start + len(text[start:end].rstrip()))
        for start, end in zip(edges, [*edges[1:], whole.end], strict=True)
    ]
    for number, first in enumerate(sentences):
        if hits and not any(first.holds(span) for span in hits):
            continue
        end = first.end
        for other in sentences[number + 1 :]:
            if other.end - first.start > _LONGEST:
                break
            end = other.end
        yield Span(start=first.start, end=end)
    if not any(any(one.holds(span) for span in hits) for one in sentences):
        yield whole


def sentence_at(text: str, blocks: Sequence[Block], place: int) -> Span:
    """Find the sentence that a place lies in, as far as full stops tell; empty where it lies in no part of a page."""
    for _, start, end in blocks:
        if start <= place < end:
            edges = [start, *(match.end() for match in _END.finditer(text, start, end)), end]
            first = max(edge for edge in edges if edge <= place)
            last = next(edge for edge in edges if edge > place)
            return Span(start=first, end=first + len(text[first:last].rstrip()))
    return Span(start=place, end=place)


def block_names(blocks: Sequence[Block]) -> list[str]:
    """Name the parts of a page: ``headline``, ``body ¶5``."""
    totals: dict[str, int] = {}
    for role, _, _ in blocks:
        totals[role] = totals.get(role, 0) + 1
    seen: dict[str, int] = {}
    names = []
    for role, _, _ in blocks:
        seen[role] = seen.get(role, 0) + 1
        number = f" ¶{seen[role]}" if totals[role] > 1 else ""
        names.append(role.replace("_", " ") + number)
    return names


def block_at(blocks: Sequence[Block], place: int) -> str:
    """Name the part of a page that a place lies in; ``""`` where it lies in none."""
    here = next((number for number, (_, start, end) in enumerate(blocks) if start <= place < end), None)
    if here is None:
        return ""
    # As `block_names`, without the names of all the others: a page of rows asks for one in each.
    alike = [number for number, (role, _, _) in enumerate(blocks) if role == blocks[here][0]]
    return blocks[here][0].replace("_", " ") + (f" ¶{alike.index(here) + 1}" if len(alike) > 1 else "")
