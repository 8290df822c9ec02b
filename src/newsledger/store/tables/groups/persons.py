"""The tables of persons, inside one transaction; see ``Persons``."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from newsledger.store.groups import Joined, JudgedPair, Link, PackedReading, Seen, Unjoined
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load


@dataclass(frozen=True, slots=True)
class TablePersons:
    """The tables of persons in a ledger."""

    connection: Connection

    def unjoined(self, limit: int) -> tuple[Unjoined, ...]:
        """Give articles whose persons are to be joined."""
        rows = self._all("unjoined", limit=limit)
        return tuple(Unjoined(**{**dict(row), "reread": bool(row["reread"])}) for row in rows)

    def reading(self, article: int) -> PackedReading:
        """Give the newest reading of an article."""
        (row,) = self._all("reading", article=article)
        return PackedReading(**dict(row))

    def done(self, articles: Iterable[int]) -> None:
        """Note that those of some articles are taken in."""
        self._many("done", ({"article": article} for article in articles))

    def take_touched(self) -> set[str]:
        """Give the keys of those who are gone, and forget them."""
        found = {row["key"] for row in self._all("touched")}
        self._do("drop_touched")
        return found

    def of_article(self, article: int) -> tuple[Seen, ...]:
        """Give the sightings of an article."""
        return tuple(map(_seen, self._all("of_article", article=article)))

    def drop(self, article: int) -> None:
        """Take the sightings of an article out."""
        self._do("drop_keys", article=article)
        self._do("drop_sightings", article=article)

    def put(self, article: int, seen: Iterable[Seen]) -> None:
        """Put the sightings of an article."""
        for one in seen:
            self._do("put_sightings", article=article, actor=one.actor, story=one.story, told=one.told)
            self._many("put_keys", ({"key": key, "actor": one.actor} for key in sorted(one.keys)))

    def set_story(self, article: int, story: str | None) -> None:
        """Set the story of an article's sightings."""
        self._do("set_story", article=article, story=story)

    def having(self, keys: Collection[str]) -> tuple[Seen, ...]:
        """Give the sightings that have one of some keys."""
        return tuple(map(_seen, self._all("having", keys=json.dumps(sorted(keys)))))

    def everyone(self) -> tuple[Seen, ...]:
        """Give all sightings."""
        return tuple(map(_seen, self._all("everyone")))

    def read_as(self, joined: Mapping[str, Joined]) -> None:
        """Say of some sightings, by their actors, whose they were read to be."""
        self._many("read_as", ({"actor": actor, **asdict(one)} for actor, one in joined.items()))

    def judged(self) -> tuple[JudgedPair, ...]:
        """Give what was judged of two actors and stands, the last word last."""
        return tuple(JudgedPair(**dict(row)) for row in self._all("judged"))

    def links(self, actors: Collection[str]) -> tuple[Link, ...]:
        """Give whose some actors are, and whose all those are who are another's than was read."""
        return tuple(Link(**dict(row)) for row in self._all("links", actors=json.dumps(sorted(actors))))

    def of_people(self, people: Collection[str]) -> tuple[Seen, ...]:
        """Give the sightings that are some persons', or were read to be; nobody's by their own id, all without keys."""
        return tuple(map(_seen, self._all("of_people", people=json.dumps(sorted(people)))))

    def join(self, joined: Mapping[str, Joined]) -> None:
        """Say of some sightings, by their actors, whose they are."""
        self._many("join", ({"actor": actor, **asdict(one)} for actor, one in joined.items()))

    def fold(self, actors: Collection[str], articles: Collection[int]) -> None:
        """Say anew which entities are one person: those of some actors and articles, and all that hang on these."""
        rows = self._all("hanging", actors=json.dumps(sorted(actors)), articles=json.dumps(sorted(articles)))
        keys = json.dumps([row["key"] for row in rows])
        people = [row["person"] for row in self._all("people", keys=keys)]
        heads = [{"head": row["head"]} for row in self._all("heads", keys=keys, people=json.dumps(people))]
        self._many("unfold_entities", heads)
        self._many("unfold_persons", heads)
        for person, of_person, number in self._folds(people):
            self._do("put_persons", head=of_person[0], person=person, articles=number)
            self._many("put_entities", ({"key": key, "head": of_person[0]} for key in of_person))

    def folded(self) -> set[tuple[str, str, int]]:
        """Give each entity that is one person's with others: its key, the person and his articles."""
        return {tuple(row) for row in self._all("folded")}

    def folds(self) -> set[tuple[str, str, int]]:
        """Find the same again in the sightings."""
        people = [row["person"] for row in self._all("all_people")]
        return {(key, person, articles) for person, keys, articles in self._folds(people) for key in keys}

    def _folds(self, people: Iterable[str]) -> Iterator[tuple[str, list[str], int]]:
        """Give those of some persons who have several entities to themselves, with the keys and how many articles."""
        for person in people:
            keys = [row["key"] for row in self._all("own_keys", person=person)]
            if len(keys) > 1:
                yield person, keys, self._all("articles_of", keys=json.dumps(keys))[0]["number"]

    def _all(self, name: str, **values: Any) -> list[SqlRow]:
        return self.connection.execute(load("persons")[name], values).fetchall()

    def _do(self, name: str, **values: Any) -> None:
        self.connection.executemany(load("persons")[name], [values])

    def _many(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        self.connection.executemany(load("persons")[name], rows)


def _seen(row: SqlRow) -> Seen:
    return Seen(**{**dict(row), "keys": frozenset(json.loads(row["keys"]))})
