"""The language of a search: words, "phrases", begin*, headline:word, AND, OR, NOT and brackets. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

#: Fields by the name that people write.
FIELDS = ("headline", "body", "caption", "byline", "publisher")

_PIECE = re.compile(
    r"""\s*(?:
        (?P<bracket>[()])
      | (?P<field>[^\W\d_]+):(?=[\w"“(])          # headline:crash; not 10:30
      | ["“”](?P<phrase>[^"“”]*)["“”](?P<begun>\*?)
      | (?P<open>["“”])                            # a quotation mark without its fellow
      | (?P<word>[^\s()"“”]+)
    )""",
    re.VERBOSE,
)
# As the full text cuts words: an underscore is none of their letters.
_WORD = re.compile(r"[^\W_]+")
_OPERATORS = frozenset({"and", "or", "not"})
# Deeper brackets, or more fields in a row, are no question of a person's.
_DEEPEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, or words in a row.

    Attributes:
        begins: The last word is only the beginning of one.
        field: One of ``FIELDS``, None for all.
    """

    words: tuple[str, ...]
    begins: bool = False
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """All of some, and none of others."""

    parts: tuple["Query", ...]
    without: tuple["Query", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one of some."""

    parts: tuple["Query", ...]


Query = Term | All | AnyOf


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str
    begins: bool = False


def read_query(written: str) -> Query:
    """Read what somebody looks for.

    Words that stand side by side must all be there; NOT binds tightest, then AND, then OR.

    Raises:
        ValueError: It cannot be read; the message says why.
    """
    pieces = list(_pieces(unicodedata.normalize("NFC", written)))
    if not pieces:
        raise ValueError(f"found no word in {written!r}, expected some to look for")
    query, end = _any(pieces, 0, 0)
    if end < len(pieces):
        raise ValueError(f"found a closing bracket too many in {written!r}")
    return query


def plain_query(written: str) -> Query | None:
    """Take words as they are, all of which must be there: no operators, no fields; None where there is no word."""
    terms = tuple(Term(words=(word,)) for word in _WORD.findall(written))
    return All(parts=terms) if terms else None


def phrase(written: str, *, field: str) -> Term | None:
    """Take words as they are, in a row, in one field; None where there is no word."""
    words = tuple(_WORD.findall(written))
    return Term(words=words, field=field) if words else None


def terms_of(query: Query) -> Iterator[Term]:
    """Give the terms that are to be there, not those that are not."""
    if isinstance(query, Term):
        yield query
    else:
        for part in query.parts:
            yield from terms_of(part)


def _pieces(written: str) -> Iterator[_Piece]:
    place = 0
    while match := _PIECE.match(written, place):
        place = match.end()
        kind = match.lastgroup or ""
        if kind == "open":
            raise ValueError(f"found a quotation mark in {written!r} that is never closed")
        if kind == "field" and match["field"].lower() not in FIELDS:
            raise ValueError(
                f"found the field {match['field']!r}, expected one of {', '.join(FIELDS)}; "
                "words with a colon go into quotation marks"
            )
        if kind == "begun":
            yield _Piece("phrase", match["phrase"], begins=bool(match["begun"]))
        elif kind == "word" and match["word"].lower() in _OPERATORS:
            yield _Piece(match["word"].lower(), match["word"])
        elif kind == "word":
            yield from _word(match["word"])
        else:
            yield _Piece(kind, match[kind])


def _word(word: str) -> Iterator[_Piece]:
    if word.startswith("-") and len(word) > 1:
        yield _Piece("not", "-")
        word = word[1:]
    yield _Piece("phrase", word.rstrip("*") or word, begins=word.endswith("*"))


def _any(pieces: Sequence[_Piece], place: int, depth: int) -> tuple[Query, int]:
    parts: list[Query] = []
    while True:
        part, place = _all(pieces, place, depth)
        parts.append(part)
        if place >= len(pieces) or pieces[place].kind != "or":
            break
        place += 1
    return (parts[0] if len(parts) == 1 else AnyOf(parts=tuple(parts))), place


def _all(pieces: Sequence[_Piece], place: int, depth: int) -> tuple[Query, int]:
    parts: list[Query] = []
    without: list[Query] = []
    while place < len(pieces) and pieces[place].kind != "or" and pieces[place].text != ")":
        if pieces[place].kind == "and":
            _refuse_edge(pieces, place)
            place += 1
        denied = place < len(pieces) and pieces[place].kind == "not"
        part, place = _one(pieces, place + denied, depth)
        (without if denied else parts).append(part)
    if not parts:
        said = "only what is not to be there" if without else "nothing"
        raise ValueError(
            f"found {said} beside AND, OR, NOT or a bracket, expected words to look for; "
            "to find these very words, put them in quotation marks"
        )
    if len(parts) == 1 and not without:
        return parts[0], place
    return All(parts=tuple(parts), without=tuple(without)), place


def _refuse_edge(pieces: Sequence[_Piece], place: int) -> None:
    """Refuse an AND that begins."""
    if place == 0 or pieces[place - 1].kind in _OPERATORS or pieces[place - 1].text == "(":
        raise ValueError('found nothing before AND, expected words; to find the word, write "and" with quotation marks')


def _one(pieces: Sequence[_Piece], place: int, depth: int) -> tuple[Query, int]:
    piece = pieces[place] if place < len(pieces) else _Piece("end", "the end")
    if piece.kind == "field":
        if depth == _DEEPEST:
            raise ValueError(f"found more than {_DEEPEST} fields in a row, expected one and the word to look for in it")
        inner, place = _one(pieces, place + 1, depth + 1)
        return _in_field(inner, piece.text.lower()), place
    if piece.text == "(" and piece.kind == "bracket":
        return _bracketed(pieces, place, depth)
    if piece.kind != "phrase":
        raise ValueError(
            f"found {piece.text!r} where a word should stand; to find the word itself, put it in quotation marks"
        )
    words = tuple(_WORD.findall(piece.text))
    if not words:
        raise ValueError(f"found {piece.text!r}, expected a word with letters or digits")
    return Term(words=words, begins=piece.begins), place + 1


def _bracketed(pieces: Sequence[_Piece], place: int, depth: int) -> tuple[Query, int]:
    if depth == _DEEPEST:
        raise ValueError(f"found more than {_DEEPEST} brackets in each other")
    if place + 1 == len(pieces):
        raise ValueError("found an opening bracket at the end, expected words and a closing bracket behind it")
    inner, place = _any(pieces, place + 1, depth + 1)
    if place >= len(pieces):
        raise ValueError("found an opening bracket that is never closed")
    return inner, place + 1


def _in_field(query: Query, field: str) -> Query:
    if isinstance(query, Term):
        return query if query.field else replace(query, field=field)
    if isinstance(query, AnyOf):
        return AnyOf(parts=tuple(_in_field(part, field) for part in query.parts))
    return All(
        parts=tuple(_in_field(part, field) for part in query.parts),
        without=tuple(_in_field(part, field) for part in query.without),
    )
