"""The tables of groups, inside one transaction; see ``Groups``."""

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from newsledger.store.folding import fold
from newsledger.store.groups import (
    HeldChain,
    HeldCopy,
    HeldLife,
    HeldReport,
    HeldSketch,
    HeldStory,
    HeldTie,
    Member,
    PackedReading,
    Pair,
    Postings,
    Source,
    StoryMembers,
    day_at,
)
from newsledger.store.tables.database import Connection, SqlRow, put_row
from newsledger.store.tables.groups.chains import drop_chains, put_chains
from newsledger.store.tables.groups.persons import TablePersons
from newsledger.store.tables.groups.scheduled import TableScheduled, drop_scheduled
from newsledger.store.tables.statements import load


@dataclass(frozen=True, slots=True)
class TableGroups:
    """The tables of groups in a ledger."""

    connection: Connection

    @property
    def persons(self) -> TablePersons:
        """The tables of persons, in the same transaction."""
        return TablePersons(self.connection)

    @property
    def scheduled(self) -> TableScheduled:
        """The tables of scheduled mentions, in the same transaction."""
        return TableScheduled(self.connection)

    def by_keys(self) -> None:
        """Have rows looked up by their keys from now on, whatever a server knows of the tables."""
        self.connection.execute(load("groups")["by_keys"])

    def ungrouped(self, limit: int) -> tuple[Source, ...]:
        """Give articles that have not been grouped as they are now."""
        return tuple(_source(row) for row in self._all("ungrouped", limit=limit))

    def grouped(self, article: int) -> None:
        """Note that an article has been grouped."""
        self._do("grouped", article=article)

    def forgotten(self, limit: int) -> tuple[int, ...]:
        """Give the places of reports whose articles were forgotten."""
        return tuple(row["place"] for row in self._all("forgotten", limit=limit))

    def source(self, place: int) -> Source:
        """Give the article of a report."""
        return _source(self._all("source", place=place)[0])

    def report(self, place: int) -> HeldReport:
        """Give a report."""
        return _report(self._all("report", place=place)[0])

    def reports(self, places: Iterable[int]) -> dict[int, HeldReport]:
        """Give some reports."""
        return {row["place"]: _report(row) for row in self._all("reports", places=_json(places))}

    def sketches(self, places: Iterable[int]) -> dict[int, HeldSketch]:
        """Give what the copies of some reports are found by."""
        return {row["place"]: _sketch(row) for row in self._all("sketches", places=_json(places))}

    def report_of(self, article: int) -> HeldReport | None:
        """Give the report of an article, None where there is none yet."""
        return next((_report(row) for row in self._all("report_of", article=article)), None)

    def put_report(self, report: HeldReport) -> None:
        """Put a report."""
        packed = array("I", report.shingles).tobytes()
        self._do(
            "put_reports",
            place=report.place,
            article=report.article,
            outlet=report.outlet,
            digest=report.digest,
            shingles=packed,
            heavy=array("q", report.heavy).tobytes(),
            features=json.dumps(report.features, ensure_ascii=False),
            leader=report.leader,
            original=report.original,
            nearness=report.nearness,
        )

    def drop_report(self, place: int) -> None:
        """Take a report out; nothing may name it any more."""
        self._do("drop_report", place=place)

    def set_column(self, column: Literal["leader", "original", "nearness"], values: Mapping[int, float]) -> None:
        """Set one column of some reports."""
        self._many("set_column", ({"place": place, "value": value} for place, value in values.items()), column=column)

    def column(self, column: Literal["leader", "original", "nearness"], places: Iterable[int]) -> dict[int, Any]:
        """Give one column of some reports."""
        return {row["place"]: row["value"] for row in self._all("column", {"column": column}, places=_json(places))}

    def having(self, column: Literal["leader", "original"], values: Iterable[int]) -> set[int]:
        """Give the reports that have one of some values in a column."""
        return {row["place"] for row in self._all("having", {"column": column}, values=_json(values))}

    def around(
        self, table: Postings, values: Collection[int], place: int, width: int
    ) -> dict[int, tuple[list[int], list[int]]]:
        """Give for each value the places before and after one that have it, the nearest first."""
        found: dict[int, tuple[list[int], list[int]]] = {value: ([], []) for value in values}
        asked = {"values": _json(values), "place": place, "width": width}
        for side, name in enumerate(("before", "after")):
            for value, other in self._all(name, {"table": table}, **asked):
                found[value][side].append(other)
        return found

    def put_postings(self, table: Postings, values: Iterable[int], place: int) -> None:
        """Note that a report has some values."""
        self._many("put_posting", ({"value": value, "place": place} for value in values), table=table)

    def drop_postings(self, table: Postings, values: Iterable[int], place: int) -> None:
        """Note that it has them no longer."""
        self._many("drop_posting", ({"value": value, "place": place} for value in values), table=table)

    def within(self, table: Postings, asked: Sequence[tuple[int, Pair]], width: int) -> set[int]:
        """Say by their numbers which pairs of reports stand no further apart among those that have a value."""
        rows = [(value, first, second) for value, (first, second) in asked]
        return {row["number"] for row in self._all("within", {"table": table}, asked=_json(rows), width=width)}

    def of_outlet(self, outlet: str, values: Collection[int]) -> dict[int, list[int]]:
        """Give the reports of an outlet that have some shingles which are not its furniture."""
        found: dict[int, list[int]] = {}
        for value, place in self._all("of_outlet", outlet=outlet, values=_json(values)):
            found.setdefault(value, []).append(place)
        return found

    def furniture(self, outlet: str, values: Collection[int]) -> set[int]:
        """Give those of some shingles that are an outlet's furniture."""
        return {row[0] for row in self._all("furniture", outlet=outlet, values=_json(values))}

    def pages_with(self, outlet: str, value: int, most: int) -> list[int]:
        """Give the reports of an outlet that have a shingle which is its furniture."""
        return [row["place"] for row in self._all("pages_with", outlet=outlet, value=value, most=most)]

    def put_furniture(self, outlet: str, value: int, places: Iterable[int]) -> None:
        """Note that a shingle is an outlet's furniture on some pages."""
        self._many("put_furniture", ({"outlet": outlet, "value": value, "place": place} for place in places))

    def drop_furniture(self, outlet: str, value: int, places: Iterable[int]) -> None:
        """Note that it is not, on these pages."""
        self._many("drop_furniture", ({"outlet": outlet, "value": value, "place": place} for place in places))

    def copies(self, places: Iterable[int]) -> list[HeldCopy]:
        """Give the pairs of copies that one of some reports is in."""
        return [
            HeldCopy(**{**dict(row), "passages": tuple(tuple(one) for one in json.loads(row["passages"]))})
            for row in self._all("copies", places=_json(places))
        ]

    def copy_kinds(self, places: Iterable[int]) -> dict[Pair, str]:
        """Give the pairs of copies that one of some reports is in, with their kinds."""
        return {(first, second): kind for first, second, kind in self._all("copy_kinds", places=_json(places))}

    def copied(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Give those of some pairs that are copies."""
        return {(row["first"], row["second"]) for row in self._all("copied", pairs=_json(pairs))}

    def put_copy(self, copy: HeldCopy) -> None:
        """Put a pair of copies in place of the one that is there."""
        values = {"first": copy.first, "second": copy.second, "kind": copy.kind, "words": copy.words}
        self._do("put_copies", **values, share=copy.share, passages=json.dumps(copy.passages))

    def drop_copies(self, pairs: Iterable[Pair]) -> None:
        """Take pairs of copies out."""
        self._many("drop_copies", ({"first": first, "second": second} for first, second in pairs))

    def near(self, places: Iterable[int]) -> dict[Pair, float]:
        """Give the pairs of neighbours that begin with one of some reports, with their cosines."""
        return {(one, other): cosine for one, other, cosine in self._all("near", places=_json(places))}

    def near_pairs(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """Give those of some pairs that are neighbours, with their cosines."""
        return {(one, other): cosine for one, other, cosine in self._all("near_pairs", pairs=_json(pairs))}

    def put_near(self, cosines: Mapping[Pair, float]) -> None:
        """Put pairs of neighbours, both ways."""
        both = ((one, other, cosine) for pair, cosine in cosines.items() for one, other in (pair, pair[::-1]))
        rows = ({"place": one, "other": other, "cosine": cosine} for one, other, cosine in both)
        self._many("put_neighbours", rows)

    def drop_near(self, pairs: Iterable[Pair]) -> None:
        """Take pairs of neighbours out, both ways."""
        both = (way for pair in pairs for way in (pair, pair[::-1]))
        self._many("drop_neighbours", ({"place": one, "other": other} for one, other in both))

    def stories_of(self, places: Iterable[int]) -> list[HeldStory]:
        """Give the stories that some reports are in."""
        return [
            HeldStory(
                id=row["id"],
                part=row["part"],
                reports=row["reports"],
                members=tuple(HeldTie(**dict(one)) for one in self._all("members", story=row["story"])),
            )
            for row in self._all("stories_of", places=_json(places))
        ]

    def drop_stories(self, ids: Iterable[str]) -> None:
        """Take stories out."""
        rows = [{"id": one} for one in ids]
        for row in rows:
            for story in self.connection.execute(load("groups")["story_number"], row).fetchall():
                drop_chains(self.connection, [story["story"]])
                drop_scheduled(self.connection, story["story"])
        self._many("drop_members", rows)
        self._many("drop_story", rows)

    def put_stories(self, stories: Sequence[HeldStory]) -> None:
        """Put stories, whose happenings are then to be looked for."""
        for story in stories:
            days = [day.isoformat() for one in story.members if (day := day_at(one.place)) is not None]
            row = {"id": story.id, "part": story.part, "reports": story.reports, "articles": len(story.members)}
            row |= {"first_day": min(days, default=None), "last_day": max(days, default=None)}
            number = put_row(self.connection, load("groups")["put_stories"], row)
            values = (
                {"place": one.place, "other": one.other, "score": one.score, "why": one.why} for one in story.members
            )
            self._many("put_story_reports", ({**one, "story": number} for one in values))

    def unfresh(self, limit: int) -> tuple[StoryMembers, ...]:
        """Give stories whose happenings are to be looked for."""
        return tuple(self._members(row) for row in self._all("unfresh", limit=limit))

    def stories_at(self, numbers: Collection[int]) -> tuple[StoryMembers, ...]:
        """Give stories by their numbers, in the order of their ids."""
        return tuple(self._members(row) for row in self._all("stories_at", stories=_json(numbers)))

    def copies_across(self, numbers: Collection[int]) -> tuple[tuple[str, str, str], ...]:
        """Give the pairs of copies of which each is in another of some stories: ids and the kind."""
        return tuple(
            (one["first"], one["second"], one["kind"]) for one in self._all("copies_across", stories=_json(numbers))
        )

    def forget_mentions(self, place: int) -> None:
        """Note that an article was read anew: what it tells is to be asked again."""
        self._do("forget_mentions", place=place)
        self._do("make_unfresh", place=place)

    def recount(self, pairs: Iterable[Pair]) -> None:
        """Note that two reports of a story became or ceased to be one text: its happenings are counted anew."""
        self._many("make_both_unfresh", ({"first": first, "second": second} for first, second in pairs))

    def reading(self, place: int) -> PackedReading:
        """Give the newest reading of a report's article."""
        (row,) = self._all("reading", place=place)
        return PackedReading(**dict(row))

    def put_mentions(self, place: int, mentions: bytes) -> None:
        """Keep what an article tells of happenings, packed."""
        self._do("put_mentions", place=place, mentions=mentions)

    def put_chains(self, stories: Collection[int], chains: Sequence[HeldChain]) -> None:
        """Put the happenings of stories in place of those that are there."""
        put_chains(self.connection, stories, chains)

    def places(self) -> list[int]:
        """Give the places of all reports, in order."""
        return [row["place"] for row in self._all("places")]

    def all_stories(self) -> Iterator[StoryMembers]:
        """Give all stories, one at a time in memory."""
        yield from map(self._members, self._all("all_stories"))

    def told(self, story: int) -> dict[str, HeldLife]:
        """Give what is kept of the happenings of a story, by their ids."""
        rows = [dict(row) for row in self._all("lives", story=story)]
        for row in rows:
            row |= {name: tuple(sorted(json.loads(row[name]))) for name in ("mentions", "stories")}
        return {row.pop("id"): HeldLife(**row) for row in rows}

    def _members(self, row: SqlRow) -> StoryMembers:
        return StoryMembers(
            number=row["story"],
            id=row["id"],
            members=tuple(Member(**dict(one)) for one in self._all("told_members", story=row["story"])),
            copies=tuple(tuple(one) for one in self._all("copies_within", story=row["story"])),
        )

    def article_ids(self, places: Iterable[int]) -> dict[int, str]:
        """Give the ids of the articles of some reports."""
        return {row["place"]: row["id"] for row in self._all("article_ids", places=_json(places))}

    def _all(self, name: str, names: Mapping[str, str] | None = None, **values: Any) -> list[SqlRow]:
        sql = load("groups")[name]
        return self.connection.execute(sql.format(**names) if names else sql, values).fetchall()

    def _do(self, name: str, **values: Any) -> None:
        # As one of many it goes to a server with the next question: nobody waits for an answer.
        self.connection.executemany(load("groups")[name], [values])

    def _many(self, name: str, rows: Iterable[Mapping[str, Any]], **names: str) -> None:
        sql = load("groups")[name]
        self.connection.executemany(sql.format(**names) if names else sql, rows)


def _json(values: Iterable[Any]) -> str:
    return json.dumps(list(values))


def _source(row: SqlRow) -> Source:
    return Source(
        article=row["article"],
        id=row["id"],
        current=bool(row["current"]),
        outlet=_outlet(row["publisher"], row["canonical_url"] or row["url"]),
        day=date.fromisoformat(row["earliest"]) if row["earliest"] else None,
        headline=row["headline"],
        blocks=row["blocks"],
        text=row["text"],
    )


def _outlet(publisher: str | None, url: str | None) -> str | None:
    """Give whose page it is: the publisher's name, else the site."""
    if publisher:
        return fold(publisher) or None
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def _sketch(row: SqlRow) -> HeldSketch:
    return HeldSketch(**{**dict(row), "shingles": _numbers("I", row["shingles"])})


def _report(row: SqlRow) -> HeldReport:
    return HeldReport(
        place=row["place"],
        article=row["article"],
        outlet=row["outlet"],
        digest=row["digest"],
        shingles=_numbers("I", row["shingles"]),
        heavy=_numbers("q", row["heavy"]),
        features=json.loads(row["features"]),
        leader=row["leader"],
        original=row["original"],
        nearness=row["nearness"],
    )


def _numbers(kind: Literal["I", "q"], packed: bytes) -> tuple[int, ...]:
    numbers = array(kind)
    numbers.frombytes(packed)
    return tuple(numbers)
