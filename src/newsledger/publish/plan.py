"""The plan of a site: each thing of which something is made, what that hangs on, and how it is made."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from newsledger.errors import AbsentError
from newsledger.publish.assets import all_assets
from newsledger.publish.pages import actors, articles, lists, once, stories, wall
from newsledger.publish.pages.output import Output
from newsledger.publish.settings import Settings
from newsledger.publish.site.excerpt import Excerpts
from newsledger.publish.site.links import Links, actor_file
from newsledger.publish.site.render import Site
from newsledger.publish.site.survey import Survey, digest
from newsledger.store import ArticleQuestion, EventQuestion, Store
from newsledger.web.pages import due

_DAY = len("2018-04-20")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing of which files are made.

    Attributes:
        key: Digest of all that they hang on; "" where it takes as long to know that as to make them.
    """

    name: str
    key: str
    make: Callable[[], Output]


def site_of(store: Store, settings: Settings, found: Survey) -> Site:
    """Get ready: say what leads where."""
    days = Counter((one.published or "")[:_DAY] for one in found.articles)
    counted = {day: days[day] for day in sorted(days, reverse=True) if len(day) == _DAY}
    undated = len(found.articles) - sum(counted.values())
    counted |= {"": undated} if undated else {}
    months = tuple(dict.fromkeys((row.last_day or "")[:7] for row in found.stories))
    walls = tuple(row.id for row in found.stories[: wall.STORIES]) if settings.is_whole else ()
    told = cast(Store, Excerpts(store, settings.text))
    links = Links(
        articles=frozenset(one.id for one in found.articles),
        stories=frozenset(row.id for row in found.stories),
        happenings=frozenset(one.id for one in found.chains),
        actors={row.key: actor_file(row.key) for row in found.actors},
        plain=_plain(settings, found, counted, months, walls),
        heads=store.contents.heads(),
        home_of=partial(_home_of, store),
        finding_of=store.contents.finding_of,
        today=found.today,
    )
    return Site(store=told, settings=settings, survey=found, links=links, walls=walls, days=counted, months=months)


def _home_of(store: Store, finding: str) -> str | None:
    try:
        return store.home_of(finding)
    except AbsentError:
        return None


def _plain(
    settings: Settings, found: Survey, days: Mapping[str, int], months: tuple[str, ...], walls: tuple[str, ...]
) -> Mapping[str, str]:
    """Give the files of what is no article, story, happening or actor, by the addresses of a server."""
    told = {"/": "index.html", "/help": "help.html", "/search": "search.html", "/articles": "articles.html"}
    told |= {f"/?day={found.today}": "index.html", "/today.json": "today.json"}
    for day, number in days.items():
        told[f"/articles?from={day}&to={day}" if day else "/articles?undated=yes"] = lists.day_file(day)
        told |= _parts(f"/articles?{'day=' + day + '&' if day else ''}", number, partial(lists.day_file, day))
    for month in months:
        number = sum((row.last_day or "")[:7] == month for row in found.stories)
        told[f"/stories?month={month}" if month else "/stories?month="] = lists.month_file(month)
        told |= _parts(f"/stories?{'month=' + month + '&' if month else ''}", number, partial(lists.month_file, month))
    if months:
        told["/stories"] = "stories.html"
    return {**told, **(_plain_of_all(found, walls) if settings.is_whole else {})}


def _plain_of_all(found: Survey, walls: tuple[str, ...]) -> Mapping[str, str]:
    told = {"/due": "due.html", "/due.json": "due.json", "/due.ics": "due.ics", "/actors": "actors.html"}
    for name in due.COLUMNS:
        told[f"/due?show={name}"] = lists.due_file(name)
        told |= {f"/due?part={part}&show={name}": lists.due_file(name, part) for part in range(2, lists.DUE_PAGES + 1)}
    told |= _parts("/actors?", len(found.actors), lists.actors_file)
    told["/wall"] = wall.wall_file(walls, 1)
    for turn in range(1, len(walls) + 2):
        told[f"/wall?at={turn}"] = wall.wall_file(walls, turn)
        told[f"/wall?at={turn}&still=yes"] = wall.wall_file(walls, turn, is_still=True)
    return told


def _parts(address: str, rows: int, name: Callable[[int], str]) -> Mapping[str, str]:
    return {f"{address}part={part}": name(part) for part in range(2, -(-rows // lists.ROWS) + 1)}


def assets_unit() -> Unit:
    """Make the styles and scripts; their names tell what is in them."""
    files = tuple((f"static/{one.name}", one.content) for one in all_assets().values())
    return Unit(name="assets", key=digest(files), make=lambda: Output(files=files))


def leaves(site: Site) -> Iterator[Unit]:
    """Give what others lead to: articles, stories, happenings, actors, and the lists of these."""
    keys = site.survey.keys
    for article in site.survey.articles:
        yield _leaf(site, keys, "article", article.id, articles.article)
    for chain in site.survey.chains:
        yield _leaf(site, keys, "happening", chain.id, stories.happening)
    for row in site.survey.stories:
        yield _leaf(site, keys, "story", row.id, stories.story)
    for entity in site.survey.actors:
        yield _leaf(site, keys, "actor", entity.key, actors.actor)
    yield from _lists(site)


def _leaf(site: Site, keys: Mapping[str, str], kind: str, identifier: str, make: Callable[[Site, str], Output]) -> Unit:
    name = f"{kind}/{identifier}"
    return Unit(name=name, key=keys[name], make=partial(make, site, identifier))


def _lists(site: Site) -> Iterator[Unit]:
    by_day: dict[str, list[Any]] = {day: [] for day in site.days}
    for one in site.survey.articles:
        day = (one.published or "")[:_DAY]
        by_day[day if len(day) == _DAY else ""].append((one.id, one.digest, one.version))
    for day in site.days:
        yield Unit(name=f"day/{day}", key=digest(by_day[day]), make=partial(lists.articles, site, day))
    for number, month in enumerate(site.months):
        rows = [row for row in site.survey.stories if (row.last_day or "")[:7] == month]
        key = digest(rows, number == 0, site.months[number + 1 : number + 2])
        yield Unit(name=f"month/{month}", key=key, make=partial(lists.stories, site, month))
    yield Unit(name="days", key=digest(site.days), make=partial(lists.days, site))
    if not site.settings.is_whole:
        return
    every = site.survey.actors
    for part in range(1, max(1, -(-len(every) // lists.ROWS)) + 1):
        shown = every[(part - 1) * lists.ROWS : part * lists.ROWS]
        key = digest(shown, len(every) > part * lists.ROWS)
        yield Unit(name=f"actors/{part}", key=key, make=partial(lists.actor_list, site, part))


def heads(site: Site, run: int) -> Iterator[Unit]:
    """Give what leads to the rest: what is due, the wall, what stands once, and at last the first page."""
    if site.settings.is_whole:
        for name in due.COLUMNS:
            yield Unit(name=f"due/{name}", key="", make=partial(lists.due_list, site, name))
        yield Unit(name="due", key="", make=partial(lists.due_board, site))
        yield from _walls(site)
    yield Unit(name="feed", key="", make=partial(lists.feed, site))
    yield Unit(name="about", key="", make=partial(once.about, site))
    yield Unit(name="help", key=digest("help"), make=partial(once.help_page, site))
    yield Unit(name="machines", key="", make=partial(once.machines, site, run))
    yield Unit(name="first", key="", make=partial(_first, site))


def _walls(site: Site) -> Iterator[Unit]:
    """Give the stories on the wall; beside each stands what is due, denied and changed of all."""
    asked = site.asked("/due")
    beside = [due.answer(site.store, asked, name, 5, None).rows for name in ("week", "overdue")]
    denied = EventQuestion(standing="denied", until=site.survey.today, least=asked.least("events"))
    beside.append(site.store.ask_events(denied, limit=3).rows)
    beside.append(site.store.ask_articles(ArticleQuestion(changed=True), limit=3).rows)
    shared = digest(beside, site.survey.today)
    for place in range(max(1, len(site.walls))):
        turn = place or len(site.walls) or 1
        shown = site.walls[turn % len(site.walls)] if site.walls else ""
        following = site.walls[(turn + 1) % len(site.walls)] if site.walls else ""
        key = digest(shared, site.survey.keys.get(f"story/{shown}"), following)
        yield Unit(name=f"wall/{shown}", key=key, make=partial(wall.wall, site, turn))


def _first(site: Site) -> Output:
    """Make the first page: of a question, what was asked for."""
    if site.settings.story is not None and site.survey.stories:
        # The articles of one story are of no other.
        row = site.survey.stories[0]
        view, told = stories.show_story(site, row.id)
        asked = site.asked(f"/story/{row.id}", today=told.as_of)
        return Output(files=(("index.html", site.page("index.html", view, asked, told, nav="stories")),))
    if site.settings.actor is not None:
        key = site.survey.actors[0].key
        view, told = actors.show_actor(site, key)
        return Output(files=(("index.html", site.page("index.html", view, site.asked("/actor", key=key), told)),))
    return lists.first_page(site)
