"""Finds out whom a name means in this ledger."""

import json
from typing import Any

from newsledger.errors import AbsentError
from newsledger.store.questions import Asked, Match, Who, holds_words, near, read_name, told
from newsledger.store.tables.corrections import as_judged
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

# A name may be so much longer or shorter than what somebody meant.
_SLACK = 3
# Words that are in more spellings than these name nobody: "of the".
_MOST_SPELLINGS = 100


def find_who(connection: Connection, written: str, *, corrections: bool = True) -> tuple[Who, tuple[str, ...]]:
    """Find whom a name means; who is one person is as it was read where ``corrections`` do not count.

    Returns:
        Who it is, and what the asker should know of that.

    Raises:
        StoreError: Nobody in the ledger has this name.
    """
    asked = read_name(written)
    everyone = _everyone(connection, asked)
    if everyone is not None:
        return everyone, ()
    matches = _matches(connection, asked)
    if not matches:
        raise AbsentError(f"nobody in this ledger is called {written!r}{_hint(connection, asked)}")
    return _whole(connection, written, matches, corrections=corrections)


def find_anyone(
    connection: Connection, written: str, *, corrections: bool = True
) -> tuple[Who | None, tuple[str, ...]]:
    """Find whom words name, if anyone at all: they may be words only."""
    asked = read_name(written)
    everyone = _everyone(connection, asked)
    if everyone is not None and (everyone.country or everyone.keys):
        return everyone, ()
    matches = _exact(connection, asked)
    return _whole(connection, written, matches, corrections=corrections) if matches else (None, ())


def party(who: Who, prefix: str = "") -> dict[str, Any]:
    """Give the parameters of a query that look for someone."""
    return {
        f"{prefix}key": who.keys[0] if len(who.keys) == 1 else None,
        f"{prefix}keys": json.dumps(who.keys) if len(who.keys) > 1 else None,
        f"{prefix}country": who.country,
        f"{prefix}sector": None if who.country else who.sector,
        f"{prefix}sector_too": who.sector if who.country else None,
    }


def _whole(
    connection: Connection, written: str, matches: tuple[Match, ...], *, corrections: bool
) -> tuple[Who, tuple[str, ...]]:
    """Give those who match with all keys that are one person's with theirs; a person is one, whatever he is called."""
    keys = [match.key for match in matches]
    sql = as_judged(connection, load("ask")["one_person"], corrections=corrections)
    rows = connection.execute(sql, {"keys": json.dumps(keys)}).fetchall()
    head = {row["key"]: row["head"] for row in rows}
    ones = {head.get(match.key, match.key): match for match in reversed(matches)}
    note = told(written, tuple(match for match in matches if match in ones.values()))
    return Who(keys=tuple(dict.fromkeys([*keys, *(row["other"] for row in rows)]))), (note,) if note else ()


def _everyone(connection: Connection, asked: Asked) -> Who | None:
    """Read codes: a country of which the ledger has nobody may be an abbreviation, such as IMF."""
    query = load("ask")["is_likely" if asked.likely else "is_country"]
    if asked.country and not connection.execute(query, {"country": asked.country}).fetchone():
        return None
    if asked.likely:
        keys = connection.execute(load("ask")["likely"], {"country": asked.country, "sector": asked.sector})
        return Who(keys=tuple(row["key"] for row in keys))
    return Who(country=asked.country, sector=asked.sector) if asked.country or asked.sector else None


def _matches(connection: Connection, asked: Asked) -> tuple[Match, ...]:
    exact = _exact(connection, asked)
    if exact or not asked.forms:
        return exact
    # The longest word leaves the fewest spellings to look at.
    part = max(asked.forms[0].split(), key=len)
    spelt = (row["folded"] for row in connection.execute(load("ask")["spelt"], {"part": part}))
    fitting = [spelling for spelling in spelt if holds_words(spelling, asked.forms[0])][:_MOST_SPELLINGS]
    found = {match.key: match for spelling in fitting for match in _named(connection, spelling)}
    return tuple(sorted(found.values(), key=lambda match: (-match.articles, match.key)))


def _exact(connection: Connection, asked: Asked) -> tuple[Match, ...]:
    if asked.key:
        row = connection.execute(load("ask")["entity"], {"key": asked.key}).fetchone()
        return (_match(row),) if row else ()
    for form in asked.forms:
        found = _named(connection, form)
        if found:
            return found
    return ()


def _named(connection: Connection, folded: str) -> tuple[Match, ...]:
    return tuple(_match(row) for row in connection.execute(load("ask")["named"], {"folded": folded}))


def _match(row: SqlRow) -> Match:
    return Match(key=row["key"], name=row["name"], kind=row["kind"], country=row["country"], articles=row["articles"])


def _hint(connection: Connection, asked: Asked) -> str:
    """Name those who are called nearly so, or share the last word."""
    if not asked.forms:
        return "; 'newsledger actors' lists who is there"
    form = asked.forms[0]
    values = {
        "shortest": len(form) - _SLACK,
        "longest": len(form) + _SLACK,
        "head": form[:2],
        "tail": form[-3:],
    }
    spellings = [row["folded"] for row in connection.execute(load("ask")["spelt_nearly"], values)]
    last = [match.name for match in _named(connection, form.split()[-1])[:3]]
    names = [name for spelling in near(form, spellings) for name in (_named(connection, spelling)[0].name,)]
    likely = list(dict.fromkeys([*last, *names]))[:5]
    return f"; near: {', '.join(likely)}" if likely else "; 'newsledger actors' lists who is there"
