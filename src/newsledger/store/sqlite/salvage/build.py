"""Puts what still holds of a damaged ledger into a new one."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from newsledger import codec
from newsledger.errors import StoreError
from newsledger.model import Record
from newsledger.store.entry import Kept, capture_key, put_together, restore
from newsledger.store.held import Loss, Take
from newsledger.store.packing import unpack_bytes
from newsledger.store.rows import article_row
from newsledger.store.sqlite.connection import transaction
from newsledger.store.sqlite.salvage.pages import Pages, Place, open_pages
from newsledger.store.sqlite.salvage.shapes import table_row
from newsledger.store.sqlite.statements import load
from newsledger.store.tables.corrections import drop_strangers, is_whole, renew_all
from newsledger.store.tables.readings import put_findings

Row = dict[str, Any]
_BATCH = 64
#: What is kept for the second look is where these lie, not what they hold.
_LARGE = ("articles", "readings", "bytes")
#: The row in which SQLite counts the numbers that it gave to articles.
_GIVEN = ("articles", int)
#: Letters of a hash of bytes; rows of what was forgotten look like those of some indexes, but for these.
_SHA256 = 64


@dataclass(slots=True, kw_only=True)
class _Found:
    """What was found in a damaged file: small rows themselves, and where the large ones lie.

    Attributes:
        given: How many numbers were given to articles, where that is to be read.
    """

    rows: dict[str, dict[Any, Row]] = field(default_factory=dict)
    places: dict[str, dict[Any, Place]] = field(default_factory=dict)
    readings_of: dict[int, list[int]] = field(default_factory=dict)
    given: int | None = None

    def take(self, table: str, row: Row, place: Place) -> None:
        """Note a row of a table."""
        key = _key(table, row)
        if table == "forgotten" and len(key) != _SHA256:
            return
        # What stands of two actors has the form of what made a record.
        if table == "makers" and len(row["digest"]) != _SHA256:
            return
        if table == "corrections" and not is_whole(row):
            return
        if table not in _LARGE:
            self.rows.setdefault(table, {})[key] = row
            return
        places = self.places.setdefault(table, {})
        if table == "readings" and key not in places:
            self.readings_of.setdefault(row["article"], []).append(key)
        places[key] = place

    def all(self, table: str) -> list[Row]:
        """Give the rows of a table in their order."""
        rows = self.rows.get(table, {})
        return [rows[key] for key in sorted(rows)]


def _key(table: str, row: Row) -> Any:
    if table == "corrections":
        return row["id"]
    return next(iter(row.values()))


def recover(old: Path, connection: sqlite3.Connection, take: Take, run: int) -> Iterator[Loss]:
    """Put all that holds of a ledger file into a new ledger.

    Args:
        old: The damaged file; it is only read.
        connection: Of the new ledger, which has nothing in it.
        take: Takes a record apart.
        run: The run that this is part of.

    Yields:
        What was lost, once the rest is safe.

    Raises:
        StoreError: The old file cannot be read at all, or the new one cannot be written.
    """
    try:
        with open_pages(old) as pages:
            rescue = _Rescue(pages=pages, connection=connection, found=_look_through(pages), own_run=run)
            yield from rescue.run()
    except OSError as error:
        raise StoreError(f"{old}: cannot be read: {error}; name the damaged file") from error
    yield from _put_findings(connection, take)


def _look_through(pages: Pages) -> _Found:
    found = _Found()
    for cell in pages.cells():
        fitted = table_row(cell)
        if fitted is not None:
            found.take(*fitted, cell.place)
        elif len(cell.values) == len(_GIVEN) and cell.values[0] == _GIVEN[0] and isinstance(cell.values[1], int):
            found.given = cell.values[1]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rescue:
    """One rescue: from where, to where, and the new numbers of what had others in the old file."""

    pages: Pages
    connection: sqlite3.Connection
    found: _Found
    own_run: int
    numbers: dict[tuple[str, Any], int | None] = field(default_factory=dict)

    def run(self) -> Iterator[Loss]:
        """Put the tables, each after those whose rows its own name."""
        with transaction(self.connection):
            self._put_small()
        yield from self._batches("captures", self._put_capture)
        yield from self._batches("articles", self._put_article)
        with transaction(self.connection):
            self._execute("salvage", "many_current", {})
            self._put_sightings()
            self._put_rest()
            losses = [*self._settle(), *self._without_a_trace()]
        yield from losses

    def _batches(self, table: str, put: Callable[[Any], Iterator[Loss]]) -> Iterator[Loss]:
        keys = sorted(self.found.places.get(table) or self.found.rows.get(table, {}))
        for start in range(0, len(keys), _BATCH):
            with transaction(self.connection):
                losses = [loss for key in keys[start : start + _BATCH] for loss in put(key)]
            yield from losses

    def _put_small(self) -> None:
        for row in self.found.all("runs"):
            self.numbers["run", row["run"]] = self._put("put", "put_runs", row)
            self._execute("put", "end_run", {"run": self.numbers["run", row["run"]], "ended_at": row["ended_at"]})
        for row in self.found.all("makers"):
            if hashlib.sha256(row["made_by"].encode()).hexdigest() == row["digest"]:
                self._put("put", "put_makers", row)
                there = self.connection.execute(load("put")["maker"], {"digest": row["digest"]}).fetchone()
                self.numbers["maker", row["maker"]] = there["maker"]
        for row in self.found.all("tombstones"):
            if not _is_tally(row["counts"]):
                continue  # what it counted was changed: nobody knows what was forgotten, and nothing may be made up
            self.numbers["stone", row["tombstone"]] = self._put("forget", "put_tombstones", row | self._run(row))
        # Of what was forgotten no word comes along.
        self._execute("forget", "scrubbed", {})
        there = {row["sha256"] for row in self.found.all("captures")}
        there |= {row["digest"] for row in self.found.all("makers")}
        for row in self.found.all("forgotten"):
            stone = self.numbers.get(("stone", row["tombstone"]))
            if stone is not None and row["sha256"] not in there:
                self._put("forget", "put_forgotten", row | {"tombstone": stone})

    def _put_capture(self, key: int) -> Iterator[Loss]:
        row = self.found.rows["captures"][key]
        packed = self._value("bytes", row["sha256"], "packed") if row["kept"] else None
        name = row["url"] or row["sha256"]
        if packed is not None:
            try:
                kept: Row = {one: row.get(one) for one in Kept.__dataclass_fields__} | {"packed": packed}
                capture = restore(Kept(**kept))
            except (StoreError, TypeError) as error:
                packed = None
                yield Loss(what="capture", name=name, why=str(error))
            else:
                if capture_key(capture, row["address"]) != row["key"]:
                    yield Loss(what="capture", name=name, why="it is not what its key says that it is")
                    return
        elif row["kept"]:
            yield Loss(what="capture", name=name, why="its bytes are not there")
        if packed is not None:
            self._put("put", "put_bytes", {"sha256": row["sha256"], "size": row["size"], "packed": packed})
        values = row | self._run(row) | {"kept": packed is not None}
        if self.connection.execute(load("put")["capture"], {"key": row["key"]}).fetchone() is None:
            self.numbers["capture", key] = self._put("put", "put_captures", values)

    def _put_article(self, key: int) -> Iterator[Loss]:
        row = self._row("articles", key)
        if row is None:
            return
        name = f"{row['id']} ({row['headline']})"
        held, losses = self._readings(row)
        texts = [one for one in held if one[0]["text"] is None]
        if not texts:
            yield Loss(what="article", name=name, why=losses[-1] if losses else "no record of it is there")
            return
        if self._is_there(row["id"]):
            return
        newest = next((one for one in texts if one[0]["current"]), texts[-1])
        # The record is the one of its digest; what stands beside it may have been changed.
        number = self._insert_article({**row, **article_row(newest[1].article)})
        if number is None:
            yield Loss(what="article", name=name, why="what joins it with others is not true")
            return
        for reading, _ in held:
            self._insert_reading(reading, number, is_current=reading is newest[0])
        yield from (Loss(what="reading", name=name, why=why) for why in losses)

    def _is_there(self, article: str) -> bool:
        """Say whether an article is saved already, or was forgotten."""
        found = self.connection.execute(load("put")["article"], {"id": article}).fetchone()
        stone = self.connection.execute(load("forget")["stone"], {"target": article}).fetchone()
        return found is not None or stone is not None

    def _readings(self, article: Row) -> tuple[list[tuple[Row, Record]], list[str]]:
        """Give the readings of an article that hold, and why the others do not."""
        held, losses = [], []
        for key in sorted(self.found.readings_of.get(article["article"], ())):
            row = self._row("readings", key)
            try:
                if row is not None:
                    held.append((row, self._record(article, row)))
            except (StoreError, ValueError, msgspec.MsgspecError) as error:
                losses.append(str(error))
        return held, losses

    def _record(self, article: Row, reading: Row) -> Record:
        """Give a record that is the one of its digest, with the text that is there now.

        Raises:
            StoreError: It is another, or none.
            ValueError: Its own text cannot be unpacked.
        """
        maker = self.found.rows.get("makers", {}).get(reading["maker"])
        if maker is None or ("maker", reading["maker"]) not in self.numbers:
            raise StoreError("what made its record is not there")
        other = reading["text"]
        text = article["text"] if other is None else unpack_bytes(other).decode("utf-8", "surrogatepass")
        record = put_together(reading["record"], maker["made_by"], text)
        holds = codec.text_sha256(text) == record.article.text_sha256 and record.article.id == article["id"]
        if not holds or codec.seal(record).digest != reading["digest"]:
            raise StoreError("its record and its text are not those of its digest")
        return record

    def _insert_article(self, row: Row) -> int | None:
        work = self._work(row["work"])
        there = self.connection.execute(load("put")["last_version"], {"work": work}).fetchone()[0] or 0
        values = row | {"work": work, "version": max(row["version"], there + 1)}
        values |= {"capture": self.numbers.get(("capture", row["capture"])), "current": int(row["current"] == 1)}
        number = self._put("put", "put_articles", values)
        self.numbers["article", row["article"]] = number
        return number

    def _work(self, number: int) -> int | None:
        if ("work", number) not in self.numbers:
            address = self.found.rows.get("works", {}).get(number, {}).get("address")
            self.numbers["work", number] = self._put("put", "put_works", {"address": address})
        return self.numbers["work", number]

    def _insert_reading(self, row: Row, article: int, *, is_current: bool) -> None:
        values = row | {"article": article, "maker": self.numbers["maker", row["maker"]]} | self._run(row)
        number = self._put("put", "put_readings", values)
        values = {"reading": number, "text": row["text"], "current": is_current}
        self._execute("salvage", "reading_text", values)
        self.numbers["reading", row["reading"]] = number

    def _put_sightings(self) -> None:
        for row in self.found.all("sightings"):
            self._see(row["capture"], row["article"], row["address"])
        # Where it was lost, each article was seen at least in the capture that it names.
        for key in sorted(self.found.places.get("articles", {})):
            article = self._row("articles", key)
            if article is not None and article["capture"] is not None:
                self._see(article["capture"], key, article["canonical_url"])

    def _see(self, capture: int, article: int, address: str | None) -> None:
        new = {"capture": self.numbers.get(("capture", capture)), "article": self.numbers.get(("article", article))}
        if None not in new.values():
            self._put("put", "put_sightings", {**new, "address": address})

    def _put_rest(self) -> None:
        for row in self.found.all("failures"):
            capture = self.numbers.get(("capture", row["capture"]))
            self._put("put", "put_failures", row | self._run(row) | {"capture": capture})
        plain = (
            ("successors", "follow", "put_successors"),
            ("watched", "watch", "add"),
            ("corrections", "correct", "put"),
        )
        for table, file, name in plain:
            for row in self.found.all(table):
                self._put(file, name, row)
        for row in self.found.all("changes"):
            reading = self.numbers.get(("reading", row["reading"]))
            if reading is not None:
                self._put("follow", "put_changes", row | {"reading": reading})

    def _settle(self) -> Iterator[Loss]:
        """Make a failure of each page that is there without an article, and count on from the numbers that are there.

        The row stays where the bytes were not kept: its number was given, and its address says what to add again.
        """
        for row in self.connection.execute(load("salvage")["unread"]).fetchall():
            reason = "its record was lost in a damaged ledger; "
            if row["kept"]:
                reason += "'newsledger failures --retry' reads it again"
            else:
                reason += "its bytes were not kept: add it again"
                yield Loss(what="capture", name=row["url"] or row["sha256"], why=reason)
            values = {"key": row["key"], "capture": row["capture"], "url": row["url"], "sha256": row["sha256"]}
            values |= {"room": "store", "reason": reason, "attempts": 1, "run": self.own_run}
            self._put("put", "put_failures", values)
        for table in ("articles", "captures", "readings", "tombstones"):
            there = self.connection.execute(load("salvage")["there"].format(table=table)).fetchone()["number"]
            self._execute("salvage", "drop_sequence", {"name": table})
            self._execute("salvage", "put_sequence", {"name": table, "there": there})

    def _without_a_trace(self) -> Iterator[Loss]:
        forgotten = self.connection.execute(load("salvage")["forgotten"]).fetchone()["number"]
        lost = (self.found.given or 0) - len(self.found.places.get("articles", {})) - forgotten
        if lost > 0:
            yield Loss(what="article", name=f"{lost:,} more", why="nothing of them is left")

    def _run(self, row: Row) -> Row:
        return {"run": self.numbers.get(("run", row["run"])) or self.own_run}

    def _row(self, table: str, key: Any) -> Row | None:
        """Read a large row again."""
        place = self.found.places.get(table, {}).get(key)
        cell = self.pages.cell(place) if place is not None else None
        fitted = table_row(cell) if cell is not None else None
        return fitted[1] if fitted is not None and fitted[0] == table else None

    def _value(self, table: str, key: Any, column: str) -> Any:
        row = self._row(table, key)
        return row[column] if row is not None else None

    def _put(self, file: str, name: str, values: Mapping[str, Any]) -> int | None:
        """Put a row, and give its number; None where it does not go together with what is there already."""
        try:
            done = self.connection.execute(load(file)[name], values)
            done.fetchall()
        except sqlite3.IntegrityError:
            return None
        return done.lastrowid

    def _execute(self, file: str, name: str, values: Mapping[str, Any]) -> None:
        self.connection.execute(load(file)[name], values)


def _put_findings(connection: sqlite3.Connection, take: Take) -> Iterator[Loss]:
    """Fill the tables of findings out of the records that were saved."""
    numbers = [row["article"] for row in connection.execute(load("salvage")["current"])]
    for start in range(0, len(numbers), _BATCH):
        with transaction(connection):
            for number in numbers[start : start + _BATCH]:
                row = connection.execute(load("follow")["current_record"], {"article": number}).fetchone()
                record = put_together(row["record"], row["made_by"], row["text"])
                put_findings(connection, take(record), number)
    with transaction(connection):
        strangers = drop_strangers(connection)
        renew_all(connection)
    yield from (Loss(what="correction", name=one, why="what it is of is not there") for one in strangers)


def _is_tally(text: object) -> bool:
    """Say whether a value is a table of counts, as a tombstone holds it."""
    try:
        found = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return False
    return isinstance(found, dict) and all(type(one) is int and one >= 0 for one in found.values())
