"""What is to be published: the articles, stories, happenings and actors of a question, and what each hangs on."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsledger.errors import AbsentError
from newsledger.model import Entity, StoryRow
from newsledger.publish.settings import Settings
from newsledger.store import ActorQuestion, HeldArticle, HeldChain, Store, StoryQuestion, ask_on

#: An actor in fewer articles has no page: what there is to say stands in these.
LEAST = 3
_DAY = len("2018-04-20")
#: The day of what has none, so that the same ledger is published in the same way on any day.
_NO_DAY = "1970-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is to be published.

    Attributes:
        articles: The newest first.
        stories: Those that were told of last first.
        chains: The happenings that have a page.
        actors: Those of the most articles first.
        today: The day from which the calendar is read.
        keys: A digest of all that a page hangs on, by ``article/ID``, ``story/ID``, ``happening/ID``, ``actor/KEY``.
        story_days: The last day up to which something changed in a story, by its id: its page is of that day.
    """

    articles: tuple[HeldArticle, ...]
    stories: tuple[StoryRow, ...]
    chains: tuple[HeldChain, ...]
    actors: tuple[Entity, ...]
    today: str
    keys: Mapping[str, str]
    story_days: Mapping[str, str]


def digest(*parts: object) -> str:
    """Give the digest of some values."""
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def survey(store: Store, settings: Settings) -> Survey:
    """Look at a ledger.

    Raises:
        StoreError: What is asked for is not in it.
    """
    every = tuple(_with_judgements(store))
    cast = _cast(store)
    actors = _actors(store, settings)
    articles = tuple(one for one in every if _is_asked(one, settings, cast, actors, _members_of(store, settings)))
    if settings.month is not None and not articles:
        raise AbsentError(f"found no article of {settings.month} in this ledger; 'newsledger search' tells their days")
    ids = frozenset(one.id for one in articles)
    members = _members(store)
    stories = tuple(row for row in _stories(store) if _is_told(members[row.id], ids, settings))
    shown = frozenset(row.id for row in stories)
    chains = tuple(store.contents.chains())
    today = settings.today or _last_day(articles)
    digests = {one.id: one.digest for one in every}
    shared = tuple(one for one in chains if one.is_shared and (settings.is_whole or not shown.isdisjoint(one.stories)))
    story_days = _story_days(articles, chains, today)
    return Survey(
        articles=articles,
        stories=stories,
        chains=shared,
        actors=actors,
        today=today,
        keys={
            **_article_keys(articles, cast, frozenset(row.key for row in actors), shown),
            **_story_keys(stories, members, chains, digests, ids, story_days),
            **_chain_keys(store, shared, digests, ids, shown, today),
            **_actor_keys(actors, cast, digests, ids, store.contents.awaited(today)),
        },
        story_days=story_days,
    )


def _with_judgements(store: Store) -> Iterator[HeldArticle]:
    """Give the articles; what persons judged of their findings is part of what their pages hang on."""
    judged: dict[str, list[str]] = defaultdict(list)
    for article, judgement in store.contents.judged():
        judged[article].append(judgement)
    for one in store.contents.articles():
        yield replace(one, digest=digest(one.digest, judged[one.id])) if one.id in judged else one


def _cast(store: Store) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for article, head in store.contents.cast():
        found[article].add(head)
    return {article: tuple(sorted(heads)) for article, heads in found.items()}


def _actors(store: Store, settings: Settings) -> tuple[Entity, ...]:
    """Give the actors that have a page: of a question only the one that is asked for, whose page tells of it alone."""
    if settings.actor is not None:
        rows = store.ask_actors(ActorQuestion(name=settings.actor), limit=1).rows
        if not rows:
            raise AbsentError(
                f"nobody in this ledger is called {settings.actor!r}; 'newsledger actors' lists who is there"
            )
        return rows[:1]
    if not settings.is_whole:
        return ()
    found: list[Entity] = []
    for page in ask_on(
        lambda limit, after: store.ask_actors(ActorQuestion(), limit=limit, after=after), limit=None, after=None
    ):
        enough = [row for row in page.rows if row.articles >= LEAST]
        found += enough
        if len(enough) < len(page.rows):
            break
    return tuple(found)


def _members_of(store: Store, settings: Settings) -> frozenset[str]:
    if settings.story is None:
        return frozenset()
    return frozenset(member.article.id for member in store.story(settings.story).members)


def _is_asked(
    article: HeldArticle,
    settings: Settings,
    cast: Mapping[str, tuple[str, ...]],
    actors: Sequence[Entity],
    members: frozenset[str],
) -> bool:
    if settings.month is not None:
        return (article.published or "").startswith(settings.month)
    if settings.story is not None:
        return article.id in members
    return settings.actor is None or actors[0].key in cast.get(article.id, ())


def _stories(store: Store) -> Iterable[StoryRow]:
    for page in ask_on(
        lambda limit, after: store.ask_stories(StoryQuestion(), limit=limit, after=after), limit=None, after=None
    ):
        yield from page.rows


def _members(store: Store) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for story, article, why in store.contents.members():
        found[story].append((article, why))
    return found


def _is_told(members: Sequence[tuple[str, str]], ids: frozenset[str], settings: Settings) -> bool:
    return settings.is_whole or any(article in ids for article, _ in members)


def _last_day(articles: Sequence[HeldArticle]) -> str:
    days = ((one.published or "")[:_DAY] for one in articles)
    return next((day for day in days if len(day) == _DAY), _NO_DAY)


def _story_days(articles: Sequence[HeldArticle], chains: Sequence[HeldChain], today: str) -> Mapping[str, str]:
    """Give the day of each story: the last on which it was told of, or on which the calendar made something overdue."""
    found: dict[str, str] = defaultdict(lambda: _NO_DAY)
    for article in articles:
        day = (article.published or "")[:_DAY]
        if article.story and len(day) == _DAY:
            found[article.story] = max(found[article.story], day)
    for chain in chains:
        if chain.waits_until and chain.waits_until < today:
            late = (date.fromisoformat(chain.waits_until) + timedelta(days=1)).isoformat()
            for story in chain.stories:
                found[story] = max(found[story], late)
    return found


def _article_keys(
    articles: Sequence[HeldArticle],
    cast: Mapping[str, tuple[str, ...]],
    actors: frozenset[str],
    stories: frozenset[str],
) -> Mapping[str, str]:
    return {
        f"article/{one.id}": digest(
            one.digest,
            one.version,
            (one.story, one.together) if one.story in stories else None,
            [key for key in cast.get(one.id, ()) if key in actors],
        )
        for one in articles
    }


def _story_keys(
    stories: Sequence[StoryRow],
    members: Mapping[str, list[tuple[str, str]]],
    chains: Sequence[HeldChain],
    digests: Mapping[str, str],
    ids: frozenset[str],
    days: Mapping[str, str],
) -> Mapping[str, str]:
    told: dict[str, list[str]] = defaultdict(list)
    for chain in chains:
        for story in chain.stories:
            told[story].append(chain.digest)
    return {
        f"story/{row.id}": digest(
            row,
            [(one, why, digests.get(one), one in ids) for one, why in members[row.id]],
            told[row.id],
            days[row.id],
        )
        for row in stories
    }


def _chain_keys(
    store: Store,
    chains: Sequence[HeldChain],
    digests: Mapping[str, str],
    ids: frozenset[str],
    stories: frozenset[str],
    today: str,
) -> Mapping[str, str]:
    told: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for chain, article, original in store.contents.mentions():
        told[chain].append((article, original, digests.get(article), article in ids))
    return {
        f"happening/{one.id}": digest(
            one.digest,
            told[one.id],
            [story in stories for story in one.stories],
            bool(one.waits_until and one.waits_until < today),
        )
        for one in chains
    }


def _actor_keys(
    actors: Sequence[Entity],
    cast: Mapping[str, tuple[str, ...]],
    digests: Mapping[str, str],
    ids: frozenset[str],
    awaited: Mapping[str, str],
) -> Mapping[str, str]:
    heads = {row.key for row in actors}
    told: dict[str, int] = defaultdict(int)
    for article, keys in cast.items():
        for key in keys:
            if key in heads:
                told[key] ^= int(digest(digests[article], article in ids), 16)
    return {f"actor/{row.key}": digest(row, told[row.key], awaited.get(row.key)) for row in actors}
