"""Puts the happenings of a story, with their mentions, steps and parties."""

from collections.abc import Sequence

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
_DROPPED = ("drop_chain_mentions", "drop_chain_findings", "drop_chain_steps", "drop_chain_parties", "drop_chains")


def drop_chains(connection: Connection, story: int) -> None:
    """Take the happenings of a story out."""
    for name in _DROPPED:
        connection.execute(load("groups")[name], {"story": story})


def put_chains(connection: Connection, story: int, chains: Sequence[HeldChain]) -> None:
    """Put the happenings of a story in place of those that are there."""
    drop_chains(connection, story)
    for chain in chains:
        _put(connection, story, chain)
    connection.execute(load("groups")["make_fresh"], {"story": story})


def _put(connection: Connection, story: int, chain: HeldChain) -> None:
    sql = load("groups")
    row = {name: getattr(chain, name) for name in _COLUMNS}
    number = put_row(connection, sql["put_chains"], {**row, "story": story, "mentions": len(chain.mentions)})
    told = ({"mention": one, "chain": number, "article": article} for one, article in chain.mentions.items())
    connection.executemany(sql["put_chain_mentions"], told)
    findings = ({"finding": one, "chain": number} for one in chain.findings)
    connection.executemany(sql["put_chain_findings"], findings)
    steps = ({**step, "chain": number, "number": at} for at, step in enumerate(chain.steps, start=1))
    connection.executemany(sql["put_chain_steps"], steps)
    for name in ("put_chain_parties", "set_event", "set_expectation"):
        connection.execute(sql[name], {"chain": number})
