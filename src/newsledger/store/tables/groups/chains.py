"""Puts the happenings of stories, with their mentions, steps and parties."""

import json
from collections.abc import Collection, Sequence

from newsledger.store.groups import HeldChain
from newsledger.store.tables.database import Connection, put_row
from newsledger.store.tables.statements import load

_COLUMNS = (
    "id",
    "act",
    "state",
    "since",
    "why",
    "earliest",
    "latest",
    "day",
    "board",
    "articles",
    "reports",
    "copies",
    "confidence",
    "told",
)
_DROPPED = (
    "drop_chain_mentions",
    "drop_chain_findings",
    "drop_chain_steps",
    "drop_chain_parties",
    "drop_chain_stories",
    "drop_chains",
)


def drop_chains(connection: Connection, stories: Collection[int]) -> None:
    """Take the happenings of stories out; other stories that tell of one of them are to be looked at again."""
    sql, told = load("groups"), {"stories": json.dumps(list(stories))}
    connection.executemany(sql["unfresh_others"], [told])
    rows = [{"chain": row["chain"]} for row in connection.execute(sql["chains_of"], told).fetchall()]
    for name in _DROPPED:
        connection.executemany(sql[name], rows)


def put_chains(connection: Connection, stories: Collection[int], chains: Sequence[HeldChain]) -> None:
    """Put the happenings of stories in place of those that are there."""
    drop_chains(connection, stories)
    numbers = [_put(connection, chain) for chain in chains]
    for name in ("put_chain_stories", "put_chain_parties", "set_event", "set_expectation"):
        connection.executemany(load("groups")[name], ({"chain": number} for number in numbers))
    connection.executemany(load("groups")["make_fresh"], ({"story": story} for story in stories))


def _put(connection: Connection, chain: HeldChain) -> int:
    """Put a happening with what is its own, and give its number."""
    sql = load("groups")
    row = {name: getattr(chain, name) for name in _COLUMNS}
    # Several stories may tell of it, and its row names one: that of the first mention, whichever way they came.
    whose = {"article": chain.mentions[chain.id], "mentions": len(chain.mentions)}
    number = put_row(connection, sql["put_chains"], {**row, **whose})
    told = ({"mention": one, "chain": number, "article": article} for one, article in chain.mentions.items())
    connection.executemany(sql["put_chain_mentions"], told)
    findings = ({"finding": one, "chain": number} for one in chain.findings)
    connection.executemany(sql["put_chain_findings"], findings)
    steps = ({**step, "chain": number, "number": at} for at, step in enumerate(chain.steps, start=1))
    connection.executemany(sql["put_chain_steps"], steps)
    return number
