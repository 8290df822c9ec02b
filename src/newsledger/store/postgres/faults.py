"""Checks what a server does not keep by itself: the words to search by, and that nobody changed the triggers."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from newsledger.errors import StoreError
from newsledger.store.postgres.connection import SCHEMA, PostgresConnection
from newsledger.store.postgres.statements import load, migrations
from newsledger.store.postgres.words import folded

_SEARCHED = ("headline", "standfirst", "body", "captions", "byline", "publisher")
_TRIGGER = re.compile(
    r"CREATE TRIGGER (?P<name>\w+)\s.*?\bON (?P<table>\w+)\b.*?EXECUTE FUNCTION (?P<function>\w+)", re.DOTALL
)
_FUNCTION = re.compile(
    r"CREATE FUNCTION (?P<name>\w+)\(\) RETURNS trigger LANGUAGE plpgsql AS \$\$(?P<source>.*?)\$\$;", re.DOTALL
)


def faults(connection: PostgresConnection) -> Iterator[str]:
    """Give each thing that is amiss, in plain words, inside a transaction."""
    for row in connection.stream(load("server")["articles_words"], {}):
        if row["texts"] != [folded(row[name]) for name in _SEARCHED]:
            yield f"articles: the words to search {row['id']} by are not those of the text"
    for row in connection.stream(load("server")["statements_words"], {}):
        if row["texts"] != [folded(row["content"])]:
            yield f"statements: the words to search {row['id']} by are not those of the text"
    found, wanted = _triggers(connection), _shipped()
    yield from (f"schema: the trigger {name} is not there" for name in wanted if name not in found)
    yield from (
        f"schema: found the trigger {name}, which no ledger has or which is another than the one that was shipped"
        for name, does in found.items()
        if wanted.get(name) != does
    )


def refuse_strangers(connection: PostgresConnection) -> None:
    """See to it that writing starts nothing that the ledger did not bring.

    Raises:
        StoreError: There is a trigger that no ledger has, or one that does something else.
    """
    wanted = _shipped()
    for name, does in _triggers(connection).items():
        if wanted.get(name) != does:
            raise StoreError(f"the ledger has a trigger that was not shipped, {name:.80}: nothing is written")


def _triggers(connection: PostgresConnection) -> Mapping[str, str]:
    rows = connection.execute(load("server")["triggers"], {"schema": SCHEMA})
    return {row["name"]: row["source"] for row in rows}


@cache
def _shipped() -> Mapping[str, str]:
    """Give what each trigger does, as the migrations have it; the last one counts."""
    script = "\n".join(migrations())
    sources = {found["name"]: found["source"] for found in _FUNCTION.finditer(script)}
    return {f"{found['table']}.{found['name']}": sources[found["function"]] for found in _TRIGGER.finditer(script)}
