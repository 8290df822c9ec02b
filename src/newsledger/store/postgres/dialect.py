"""Writes the statements that both databases share as PostgreSQL takes them."""

import re
from functools import lru_cache

#: What a line is that one database alone understands.
_OURS, _THEIRS = "-- postgres:", "-- sqlite"
#: ``'a:b'`` is no value, ``::text`` is none either.
_PIECE = re.compile(r"(?P<quoted>'(?:[^']|'')*')|--[^\n]*|(?<![:\w]):(?P<name>[a-z_]\w*)|(?P<percent>%)")
#: Hints for SQLite's planner: ``+x.kind = …`` (no index), ``CROSS JOIN … ON`` (in this order), ``INDEXED BY``.
_UNARY_PLUS = re.compile(r"(?<=[\s(])\+(?=[a-z]\w*\.)")
_ORDERED_JOIN = re.compile(r"\bCROSS JOIN(?=\s+[\w\"{}]+(?:\(:\w+\))?(?:\s+(?!ON\b|USING\b)\w+)?\s+(?:ON|USING)\b)")
_INDEXED_BY = re.compile(r"\s+INDEXED BY \w+")
#: ``a IS b``, which holds for two that are NULL, too.
_IS_NOT = re.compile(r"\bIS NOT (?!NULL\b|DISTINCT\b)")
_IS = re.compile(r"\bIS (?!NOT\b|NULL\b|DISTINCT\b)")


@lru_cache(maxsize=1024)
def translated(sql: str) -> str:
    """Write a statement for PostgreSQL, its values as psycopg takes them: ``%(name)s``."""
    own = "\n".join(_own_lines(sql))
    for pattern, instead in (
        (_UNARY_PLUS, ""),
        (_INDEXED_BY, ""),
        (_ORDERED_JOIN, "JOIN"),
        (_IS_NOT, "IS DISTINCT FROM "),
        (_IS, "IS NOT DISTINCT FROM "),
    ):
        own = pattern.sub(instead, own)
    return _PIECE.sub(_piece, own.replace("json_each(", "each_of("))


def _own_lines(sql: str) -> list[str]:
    lines = (line.strip() for line in sql.splitlines())
    return [line.removeprefix(_OURS).strip() for line in lines if not line.endswith(_THEIRS)]


def _piece(match: re.Match[str]) -> str:
    if match["name"]:
        return f"%({match['name']})s"
    if match["quoted"]:
        return match["quoted"].replace("%", "%%")
    return "%%" if match["percent"] else ""
