"""Words as the full text of SQLite cuts and folds them, and what is looked for in terms of these."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from newsledger.store.questions import All, Query, Term

#: The letter of each field in the index, and its places in the folded texts of an article.
_FIELDS: Mapping[str, tuple[str, tuple[int, ...]]] = {
    "headline": ("h", (1,)),
    "body": ("b", (2, 3)),
    "caption": ("c", (4,)),
    "byline": ("y", (5,)),
    "publisher": ("p", (6,)),
}
#: So much of a word is compared: an index takes no longer ones.
_LONGEST = 400
# Diacritics that stand behind their letter, those that SQLite's tokenizer leaves out.
_MARKS = frozenset(
    (*range(0x300, 0x305), *range(0x306, 0x30D), 0x30F, 0x311, 0x31B, *range(0x323, 0x329), 0x32D, 0x32E, 0x330, 0x331)
)


class _Folds(dict[int, str]):
    """Gives for a character what it is in the index: small and bare, nothing for a mark, a space where no word is."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


def _fold(letter: str) -> str:
    if ord(letter) in _MARKS:
        return ""
    if unicodedata.category(letter)[0] not in "LN" and unicodedata.category(letter) != "Co":
        return " "
    small = letter.casefold()
    small = small if len(small) == 1 else letter.lower()[0]
    base, *marks = list(unicodedata.normalize("NFD", small))
    # Only Latin letters lose their marks: in other scripts these make another letter.
    return base if base.isascii() and all(map(unicodedata.combining, marks)) else small


_FOLDS = _Folds()


def folded(text: str | None) -> str:
    """Give the words of a text, folded, each between two spaces; ``""`` where there are none."""
    words = (text or "").translate(_FOLDS).split()
    return f" {' '.join(word[:_LONGEST] for word in words)} " if words else ""


def wanted(query: Query) -> str:
    """Write what is looked for as JSON: what the index is asked, and where that knows too little, all of it."""
    has_rows = any(len(folded(" ".join(term.words)).split()) > 1 for term in _terms(query))
    return json.dumps({"likely": _likely(query), "exact": _exact(query) if has_rows else None})


def _terms(query: Query) -> Iterator[Term]:
    if isinstance(query, Term):
        yield query
        return
    without = query.without if isinstance(query, All) else ()
    for part in (*query.parts, *without):
        yield from _terms(part)


def _likely(query: Query) -> str:
    """Ask the index: of words in a row for each, and of those that are not to be there only where they are one."""
    if isinstance(query, Term):
        *whole, last = folded(" ".join(query.words)).split()
        words = [*(_in_fields(word, query.field, "") for word in whole)]
        words.append(_in_fields(last, query.field, ":*" if query.begins else ""))
        return f"({' & '.join(words)})"
    if isinstance(query, All):
        not_there = [part for part in query.without if _is_known(part)]
        return f"({' & '.join([*map(_likely, query.parts), *(f'!{_likely(part)}' for part in not_there)])})"
    return f"({' | '.join(map(_likely, query.parts))})"


def _is_known(query: Query) -> bool:
    """Say whether the index alone knows where something is: it has no words in a row."""
    return all(len(folded(" ".join(term.words)).split()) == 1 for term in _terms(query))


def _in_fields(word: str, field: str | None, begins: str) -> str:
    letters = [_FIELDS[field][0]] if field else [letter for letter, _ in _FIELDS.values()]
    written = " | ".join(f"'{letter}/{word}'{begins}" for letter in letters)
    return f"({written})"


def _exact(query: Query) -> dict[str, Any]:
    if isinstance(query, Term):
        words = folded(" ".join(query.words))
        fields = (
            _FIELDS[query.field][1] if query.field else tuple(place for _, all_ in _FIELDS.values() for place in all_)
        )
        return {"words": words.rstrip() if query.begins else words, "fields": fields}
    if isinstance(query, All):
        return {"all": [*map(_exact, query.parts)], "without": [*map(_exact, query.without)]}
    return {"any": [*map(_exact, query.parts)]}
