"""Writes a query in the language of a database's full text; here in SQLite's, in which every word is quoted."""

from dataclasses import dataclass

from newsledger.store.questions import All, AnyOf, Query, Term

_COLUMNS = {
    "headline": "headline",
    "body": "{standfirst body}",
    "caption": "captions",
    "byline": "byline",
    "publisher": "publisher",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that are looked for, as a value of a statement: each driver writes them in its database's language."""

    query: Query

    def __conform__(self, _protocol: object, /) -> str:
        """Write them for SQLite, whose driver asks a value for that by this name."""
        return match_of(self.query)


def match_of(query: Query) -> str:
    """Write a query for MATCH."""
    if isinstance(query, Term):
        words = '"' + " ".join(query.words) + '"' + ("*" if query.begins else "")
        return f"{_COLUMNS[query.field]} : {words}" if query.field else words
    if isinstance(query, AnyOf):
        return "(" + " OR ".join(match_of(part) for part in query.parts) + ")"
    return _all_of(query)


def _all_of(query: All) -> str:
    written = "(" + " AND ".join(match_of(part) for part in query.parts) + ")"
    # One NOT: many in each other would be too deep for SQLite's parser.
    without = " OR ".join(match_of(part) for part in query.without)
    return f"({written} NOT ({without}))" if without else written
