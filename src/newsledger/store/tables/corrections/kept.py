"""The log of what persons judged, in a ledger."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Correction, Judgeable, Page
from newsledger.store.corrections.making import checked
from newsledger.store.corrections.overlay import standing
from newsledger.store.corrections.records import Doubtful, ReviewQuestion, Taken
from newsledger.store.questions import cursor, position
from newsledger.store.tables.corrections.moving import correction_of, renew, resolved, stands_now
from newsledger.store.tables.corrections.near import near
from newsledger.store.tables.database import Connection, Database, SqlRow
from newsledger.store.tables.statements import load

#: So many of each kind, of which the most is to be learnt, are held against each other.
_MOST = 500
#: A place in an order of floating-point numbers is kept as a whole one.
_FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class TableCorrections:
    """A ``CorrectionStore`` in a ledger; the database belongs to the ledger."""

    database: Database

    def keep(self, corrections: Iterable[Correction]) -> tuple[Taken, ...]:
        """Keep corrections, all of them or none; keeping twice is once."""
        with self.database.transaction() as connection:
            taken = tuple(_keep(connection, one) for one in corrections)
            kept = {row["finding"] for one in taken if one.what == "kept" for row in _rows(connection, one)}
            pairs = {row["other"] for one in taken if one.what == "kept" for row in _rows(connection, one)}
            renew(connection, {resolved(connection, one) for one in kept | pairs if one is not None})
        return taken

    def log(self) -> Iterator[Correction]:
        """Give all that was ever judged, in its order."""
        with self.database.reading() as connection:
            for row in connection.execute(load("correct")["log"]):
                yield correction_of(row)

    def get(self, correction: str) -> Correction:
        """Give a correction by its id."""
        with self.database.reading() as connection:
            row = connection.execute(load("correct")["get"], {"id": correction}).fetchone()
        if row is None:
            told = "expected the id of one, as 'newsledger corrections' shows it"
            raise AbsentError(f"found no correction {correction!r}, {told}")
        return correction_of(row)

    def standing(self, findings: Iterable[str] | None = None) -> Mapping[str, tuple[Correction, ...]]:
        """Give what stands, by the ids that its findings have now."""
        name = "judgements" if findings is None else "judgements_of"
        values = {} if findings is None else {"ids": json.dumps(sorted(set(findings)))}
        found = defaultdict(list)
        with self.database.reading() as connection:
            for row in sorted(
                connection.execute(load("correct")[name], values), key=lambda row: (row["at"], row["id"])
            ):
                one = replace(correction_of(row), finding=row["finding_now"], other=row["other_now"])
                found[one.finding].append(one)
        return {finding: tuple(ones) for finding, ones in found.items()}

    def subject(self, identifier: str, *, field: str | None = None) -> tuple[str, Judgeable]:
        """Give the finding that is judged where somebody names one, by the id that it has now, and its kind."""
        with self.database.reading() as connection:
            row = _subject(connection, identifier)
            if row is None and (happening := near(connection, identifier)) is not None:
                row = _subject(connection, happening["id"])
            if row is not None and row["kind"] == "event" and field == "state":
                row = connection.execute(load("correct")["expected"], {"id": row["id"]}).fetchone() or row
        if row is None:
            told = "expected the id of an event, a statement, an expectation, a happening or an actor"
            raise AbsentError(f"found no finding {identifier!r}, {told}")
        return row["id"], row["kind"]

    def doubtful(self, question: ReviewQuestion, *, limit: int, after: str | None = None) -> Page[Doubtful]:
        """Give findings that nobody judged, those first of which the most is to be learnt."""
        place = position(question, after, int, str)
        kinds = ("event", "statement", "expectation") if question.kind is None else (question.kind,)
        values: dict[str, Any] = {"article": question.article, "most": _MOST}
        with self.database.snapshot() as connection:
            rows = [
                _doubtful(row)
                for kind in kinds
                for row in connection.execute(load("correct").given(f"doubtful_{kind}", values), values)
            ]
        rows.sort(key=_order)
        left = [row for row in rows if place is None or _order(row) > (-int(place[0]), str(place[1]))]
        shown = tuple(left[:limit])
        more = cursor(question, (-_order(shown[-1])[0], shown[-1].id)) if len(left) > limit and shown else None
        return Page(rows=shown, after=more, notes=())

    def check(self) -> Iterator[str]:
        """Give each thing that is amiss with corrections, in plain words."""
        with self.database.reading() as connection:
            log = [correction_of(row) for row in connection.execute(load("correct")["log"])]
            ids = {one.id for one in log}
            for one in log:
                try:
                    checked(one)
                except ValueError as error:
                    yield f"corrections: {error}"
                if one.undoes is not None and one.undoes not in ids:
                    yield f"correction {one.id}: it takes back {one.undoes}, which is not there"
            for row in connection.execute(load("correct")["strangers"]):
                yield f"correction {row['id']}: what it is of, {row['finding']}, is not and was not there"
            stands = {(one.id, one.finding, one.other) for one in standing(stands_now(connection))}
            rows = connection.execute(load("correct")["judgements"])
            if stands != {(row["id"], row["finding_now"], row["other_now"]) for row in rows}:
                yield "judgements: what stands is not what was judged"


def _subject(connection: Connection, identifier: str) -> SqlRow | None:
    found: SqlRow | None = connection.execute(
        load("correct")["subject"], {"id": resolved(connection, identifier)}
    ).fetchone()
    return found


def _keep(connection: Connection, one: Correction) -> Taken:
    sql = load("correct")
    if connection.execute(sql["get"], {"id": one.id}).fetchone() is not None:
        return Taken(correction=one.id, what="known")
    of = [one.finding, *([one.other] if one.other is not None else [])]
    is_known = all(connection.execute(sql["is_known"], {"id": finding}).fetchone() for finding in of)
    undoes = one.undoes
    if not is_known or (undoes and connection.execute(sql["get"], {"id": undoes}).fetchone() is None):
        return Taken(correction=one.id, what="lost")
    connection.execute(sql["put"], asdict(one))
    return Taken(correction=one.id, what="kept")


def _rows(connection: Connection, taken: Taken) -> Iterator[SqlRow]:
    yield from connection.execute(load("correct")["get"], {"id": taken.correction}).fetchall()


def _doubtful(row: SqlRow) -> Doubtful:
    share = row["confidence"]
    return Doubtful(
        id=row["id"],
        kind=row["kind"],
        article=row["article"],
        confidence=share,
        doubt=round(4 * share * (1 - share), 4),
        importance=row["importance"],
    )


def _order(row: Doubtful) -> tuple[int, str]:
    return -round(row.doubt * row.importance * _FINE), row.id
