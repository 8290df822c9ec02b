"""The tables of scheduled mentions; see ``Scheduled``."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from newsledger.store.groups import HeldScheduled, Met
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load


@dataclass(frozen=True, slots=True)
class TableScheduled:
    """The tables of scheduled mentions in a ledger."""

    connection: Connection

    def put(self, story: int, mentions: Iterable[HeldScheduled]) -> None:
        """Put the scheduled mentions of a story in place of those that are there; from now on it is met by others."""
        drop_scheduled(self.connection, story)
        sql = load("groups")
        mentions = tuple(mentions)
        self.connection.executemany(sql["put_scheduled"], (_row(story, one) for one in mentions))
        keys = ({"key": key, "mention": one.mention} for one in mentions for key in one.keys)
        self.connection.executemany(sql["put_scheduled_keys"], keys)
        self.connection.executemany(sql["make_fresh"], [{"story": story}])

    def of(self, story: int) -> tuple[HeldScheduled, ...]:
        """Give those of a story, by id."""
        return tuple(
            HeldScheduled(
                mention=row["mention"],
                place=row["place"],
                earliest=row["earliest"],
                latest=row["latest"],
                done=bool(row["done"]),
                told=row["told"],
                keys=tuple(one["key"] for one in self._all("keys_of_scheduled", mention=row["mention"])),
            )
            for row in self._all("scheduled_of", story=story)
        )

    def met(self, story: int, *, known: Collection[int]) -> tuple[Met, ...]:
        """Give the pairs of mentions that share a key and a day, and are not both done."""
        rows = self._all("met", story=story, known=json.dumps(sorted(known)))
        return tuple(Met(**dict(row)) for row in rows)

    def told(self, mentions: Collection[str]) -> dict[str, str]:
        """Give the JSON of some mentions."""
        return {row["mention"]: row["told"] for row in self._all("told_scheduled", mentions=json.dumps(list(mentions)))}

    def _all(self, name: str, **values: Any) -> list[SqlRow]:
        return self.connection.execute(load("groups")[name], values).fetchall()


def _row(story: int, one: HeldScheduled) -> Mapping[str, Any]:
    row = {"mention": one.mention, "story": story, "place": one.place, "told": one.told}
    return row | {"earliest": one.earliest, "latest": one.latest, "done": int(one.done)}


def drop_scheduled(connection: Connection, story: int) -> None:
    """Take the scheduled mentions of a story out."""
    for name in ("drop_scheduled_keys", "drop_scheduled"):
        connection.executemany(load("groups")[name], [{"story": story}])
