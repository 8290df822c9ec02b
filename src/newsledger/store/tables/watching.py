"""What is watched, in a ledger."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import msgspec

from newsledger.store.packing import pack, unpack_bytes
from newsledger.store.tables.database import Connection, Database
from newsledger.store.tables.statements import load
from newsledger.store.watching import Arrival, Change, FeedItem, HeldRobots, Watched

_MOMENTS = ("due", "added_at", "asked_at", "good_at")
#: A day, and a week in which a feed wants no visit, and more: nothing is due later.
_LATEST = timedelta(days=9)
_LISTED = msgspec.json.Decoder(FeedItem)


@dataclass(frozen=True, slots=True)
class TableWatching:
    """A ``WatchStore`` in a ledger; the database belongs to the ledger."""

    database: Database

    def keep(self, change: Change) -> None:
        """Keep all of a change, or none of it."""
        sql = load("watch")
        with self.database.transaction() as connection:
            for before, after in change.moved.items():
                connection.execute(sql["move"], {"before": before, "after": after})
                connection.execute(sql["move_pages"], {"before": before, "after": after})
            connection.executemany(sql["add"], map(_row, change.new))
            connection.executemany(sql["set"], map(_row, change.changed))
            free = ({"host": host, "free_at": _written(at)} for host, at in change.free.items())
            connection.executemany(sql["free"], free)
            connection.executemany(sql["put_robots"], map(_robots_row, change.robots))
            connection.executemany(sql["put_arrival"], map(_arrival_row, change.arrivals))
            connection.executemany(sql["drop_arrival"], ({"address": one} for one in change.done))

    def sources(self) -> tuple[Watched, ...]:
        """Give all sources, by their addresses."""
        return tuple(_watched(row) for row in self._all("sources"))

    def watched(self, kind: Literal["source", "page"], address: str) -> Watched | None:
        """Give one of what is watched."""
        rows = self._all("one", kind=kind, address=address)
        return _watched(rows[0]) if rows else None

    def remove(self, source: str) -> bool:
        """Take a source out, and its pages that have not been asked for."""
        with self.database.transaction() as connection:
            connection.execute(load("watch")["drop_pages"], {"address": source})
            return connection.execute(load("watch")["drop_source"], {"address": source}).rowcount > 0

    def ready(self, now: datetime, *, busy: Collection[str], limit: int) -> tuple[Watched, ...]:
        """Give what is due, one for each host that may be asked, sources first."""
        rows = self._all("ready", now=_written(now), busy=json.dumps(sorted(busy)), limit=limit)
        return tuple(map(_watched, rows))

    def soonest(self, now: datetime, *, busy: Collection[str]) -> datetime | None:
        """Say when something will be ready, of hosts that are not busy."""
        at = self._all("soonest", busy=json.dumps(sorted(busy)))[0]["at"]
        return None if at is None or at == "9" else max(now, datetime.fromisoformat(at))

    def hasten(self, now: datetime) -> None:
        """Have asked at once what is due later than anything ever is: the clock of the machine was ahead."""
        sql = load("watch")
        values = {"now": _written(now), "far": _written(now + _LATEST)}
        with self.database.transaction() as connection:
            for name in ("hasten_watched", "hasten_hosts", "hasten_robots"):
                connection.execute(sql[name], values)

    def claim(self, hosts: Mapping[str, datetime], now: datetime) -> frozenset[str]:
        """Take hosts that may be asked now for oneself: two watches of a ledger ask none at once."""
        with self.database.transaction() as connection:
            rows = [
                connection.execute(
                    load("watch")["claim"], {"host": host, "free_at": _written(until), "now": _written(now)}
                ).fetchone()
                for host, until in hosts.items()
            ]
        return frozenset(row["host"] for row in rows if row is not None)

    def free_at(self, host: str) -> datetime | None:
        """Say when a host may be asked again."""
        rows = self._all("free_at", host=host)
        return _read(rows[0]["free_at"]) if rows else None

    def known(self, addresses: Iterable[str]) -> frozenset[str]:
        """Give those of some addresses of pages that are watched, or that the ledger has an article of."""
        hashed = {forgotten_address(one): one for one in addresses}
        both = {**hashed, **{one: one for one in hashed.values()}}
        rows = self._all("known", addresses=json.dumps(sorted(both)))
        return frozenset(both[row["address"]] for row in rows)

    def waiting(self, source: str) -> int:
        """Count the pages that a source named and that did not come yet."""
        return int(self._all("waiting", source=source)[0]["number"])

    def robots(self, origin: str) -> HeldRobots | None:
        """Give what is known of an origin's robots.txt."""
        rows = self._all("robots", origin=origin)
        return HeldRobots(**{**rows[0], "until": _read(rows[0]["until"])}) if rows else None

    def arrivals(self, *, limit: int) -> tuple[Arrival, ...]:
        """Give pages that came and have not been read, the oldest first."""
        return tuple(
            Arrival(
                address=row["address"],
                url=row["url"],
                data=unpack_bytes(row["packed"]),
                media_type=row["media_type"],
                fetched_at=datetime.fromisoformat(row["fetched_at"]),
                is_item=bool(row["is_item"]),
            )
            for row in self._all("arrivals", limit=limit)
        )

    def shows(self, article: str, text_sha256: str, address: str | None) -> bool:
        """Say whether an article was seen at an address with a text of this hash, and is the current version."""
        return bool(self._all("shows", id=article, text_sha256=text_sha256, address=address))

    def pages(self) -> Mapping[tuple[str | None, str], int]:
        """Count pages by source and state."""
        return {(row["source"], row["state"]): row["number"] for row in self._all("pages")}

    def _all(self, name: str, **values: Any) -> list[dict[str, Any]]:
        with self.database.reading() as connection:
            return [dict(row) for row in connection.execute(load("watch")[name], values)]


def forget_watched(connection: Connection, addresses: Iterable[str]) -> None:
    """Take out what is known of pages at some addresses, inside a transaction; they are not asked for again."""
    sql = load("watch")
    rows = connection.execute(sql["watched_at"], {"addresses": json.dumps(sorted(addresses))}).fetchall()
    for row in rows:
        values = {"address": row["address"]}
        connection.execute(sql["drop_arrival"], values)
        values["hash"] = forgotten_address(row["address"])
        connection.execute(sql["drop_forgotten"], values)
        connection.execute(sql["forget"], values)


def forgotten_address(address: str) -> str:
    """Give what stands for an address that was forgotten, so that it is known when a feed names it again."""
    return f"sha256:{hashlib.sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _row(watched: Watched) -> dict[str, Any]:
    row = asdict(watched)
    row["listed"] = msgspec.json.encode(watched.listed).decode() if watched.listed is not None else None
    return {**row, **{name: _written(row[name]) for name in _MOMENTS}}


def _watched(row: Mapping[str, Any]) -> Watched:
    values = {name: row[name] for name in Watched.__slots__}
    values["listed"] = _LISTED.decode(row["listed"]) if row["listed"] else None
    return Watched(**{**values, **{name: _read(row[name]) for name in _MOMENTS}})


def _robots_row(robots: HeldRobots) -> dict[str, Any]:
    return {**asdict(robots), "until": _written(robots.until)}


def _arrival_row(arrival: Arrival) -> dict[str, Any]:
    row = asdict(arrival) | {"fetched_at": _written(arrival.fetched_at), "packed": pack(arrival.data)}
    del row["data"]
    return row


def _written(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds") if moment is not None else None


def _read(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value is not None else None
