"""Lists: a day's articles, a month's stories, actors, what is due, and the first page."""

from typing import Any

from newsledger.model import Page
from newsledger.publish.formats.feeds import Feed, files_of
from newsledger.publish.formats.head import Told
from newsledger.publish.pages.output import Output
from newsledger.publish.pages.stories import article_entry, line_entry
from newsledger.publish.site.render import Site
from newsledger.show import phrases
from newsledger.show.exchange import calendar
from newsledger.store import ArticleQuestion, Store, ask_on
from newsledger.web.formats import twins
from newsledger.web.listing import Listing
from newsledger.web.pages import due, today
from newsledger.web.passages import origin_of
from newsledger.web.view import View

#: So many rows stand on a page; so many pages of what is due in one state; so many entries in a feed.
ROWS, DUE_PAGES, _FEED = 200, 10, 50
#: So many rows of what is due are in its calendar and its data.
_DUE = 1000


def day_file(day: str, part: int = 1) -> str:
    """Name the file of a day's articles; "" for those of no day."""
    return f"articles/{day or 'undated'}{f'-{part}' if part > 1 else ''}.html"


def articles(site: Site, day: str) -> Output:
    """List the articles of a day, or those without one."""
    rows = _of_day(site.store, day, site)
    parts = [rows[first : first + ROWS] for first in range(0, len(rows), ROWS)] or [[]]
    pages = []
    for number, shown in enumerate(parts, 1):
        more = f"/articles?day={day}&part={number + 1}" if number < len(parts) else None
        asked = site.asked("/articles", **({"from": day, "to": day} if day else {}))
        listing = Listing(rows=tuple(shown), notes=(), more=more, first=None)
        title = f"Articles of {phrases.iso(day)}" if day else "Articles without a day"
        view = _view("articles.html", title, listing=listing)
        pages.append((day_file(day, number), site.page(day_file(day, number), view, asked, Told(title=view.title))))
    return Output(files=tuple(reversed(pages)))


def _of_day(store: Store, day: str, site: Site) -> list[Any]:
    question = ArticleQuestion(since=day, until=day) if day else ArticleQuestion()
    pages = ask_on(lambda limit, after: store.ask_articles(question, limit=limit, after=after), limit=None, after=None)
    rows = (row for page in pages for row in page.rows)
    return [row for row in rows if row.article.id in site.links.articles and _day_of(row.article.published) == day]


def _day_of(published: str | None) -> str:
    """Give the day on which something was published; "" where only its month or nothing is known."""
    day = (published or "")[:10]
    return day if len(day) == len("2018-04-20") else ""


def days(site: Site) -> Output:
    """List the days."""
    months: dict[str, list[tuple[str, int, str]]] = {}
    for day, number in site.days.items():
        href = f"/articles?from={day}&to={day}" if day else "/articles?undated=yes"
        months.setdefault(day[:7], []).append((day, number, href))
    view = _view("days.html", "Articles by day", months=months)
    page = site.page("articles.html", view, site.asked("/articles"), Told(title=view.title), nav="sources")
    return Output(files=(("articles.html", page),))


def month_file(month: str, part: int = 1) -> str:
    """Name the file of a month's stories."""
    return f"stories/{month or 'undated'}{f'-{part}' if part > 1 else ''}.html"


def stories(site: Site, month: str) -> Output:
    """List the stories that were told of last in a month; the newest month stands at the beginning of all, too."""
    rows = [row for row in site.survey.stories if (row.last_day or "")[:7] == month]
    number = site.months.index(month) if month in site.months else -1
    earlier = site.months[number + 1] if 0 <= number < len(site.months) - 1 else None
    parts = [rows[first : first + ROWS] for first in range(0, len(rows), ROWS)] or [[]]
    files = []
    for part, shown in enumerate(parts, 1):
        following = f"{month}&part={part + 1}" if part < len(parts) else earlier
        more = f"/stories?month={following}" if following is not None else None
        first = "/stories" if number > 0 or part > 1 else None
        listing = Listing(rows=tuple(shown), notes=(), more=more, first=first)
        title = f"Stories of {phrases.iso(month)}" if month else "Stories"
        view = _view("stories.html", title, listing=listing)
        told = Told(title=title)
        files.append((month_file(month, part), _story_page(site, month_file(month, part), view, told)))
        if number <= 0 and part == 1:
            files.append(("stories.html", _story_page(site, "stories.html", view, told)))
    return Output(files=tuple(reversed(files)))


def _story_page(site: Site, at: str, view: View, told: Told) -> bytes:
    return site.page(at, view, site.asked("/stories"), told, nav="stories")


def actors_file(part: int) -> str:
    """Name the file of a part of the list of actors."""
    return f"actors-{part}.html" if part > 1 else "actors.html"


def actor_list(site: Site, part: int) -> Output:
    """List actors, those of the most articles first."""
    every = site.survey.actors
    rows = every[(part - 1) * ROWS : part * ROWS]
    listing = Listing(
        rows=rows,
        notes=(),
        more=f"/actors?part={part + 1}" if part * ROWS < len(every) else None,
        first="/actors" if part > 1 else None,
    )
    view = _view("actors.html", "Actors", listing=listing, kinds=())
    at = actors_file(part)
    page = site.page(at, view, site.asked("/actors"), Told(title="Actors"), nav="actors")
    return Output(files=((at, page),))


def first_page(site: Site) -> Output:
    """Make the first page and its data."""
    # The last day, up to that of the site, on which something was published.
    asked = site.asked("/")
    view = today.SCREEN.show(site.store, asked)
    about = "Who said what, who did what to whom, when, and what is due; each with the words of a source."
    told = Told(title=site.settings.title, about=about, feeds="feed", twins=("json",), as_of=site.survey.today)
    data = twins.as_json(today.SCREEN.rows(site.store, asked, twins.MOST)) if today.SCREEN.rows else ""
    page = site.page("index.html", view, asked, told, nav="today")
    return Output(files=(("today.json", data.encode()), ("index.html", page)))


def feed(site: Site) -> Output:
    """Make the feed of the newest articles."""
    newest = {row.article.id: row for row in site.store.ask_articles(ArticleQuestion(), limit=_FEED).rows}
    entries = []
    for one in site.survey.articles[:_FEED]:
        row = newest.get(one.id)
        origin = row.article if row else origin_of(site.store.record(one.id).article)
        entries.append(article_entry(origin, row.opening if row else ""))
    told = Feed(title="Articles", stem="feed", page="index.html", entries=entries)
    return Output(files=tuple(files_of(told, site.settings)))


def due_file(name: str = "", part: int = 1) -> str:
    """Name the file of what is due in a state, or of the board."""
    if not name:
        return "due.html"
    return f"due/{name}{f'-{part}' if part > 1 else ''}.html"


def due_board(site: Site) -> Output:
    """Make the board of what is due, its data, its calendar and its feed."""
    asked = site.asked("/due")
    view = due.SCREEN.show(site.store, asked)
    rows = due.answer(site.store, asked, "", _DUE, None).rows
    ending = [row for row in rows if row.due and row.due >= site.survey.today]
    base = site.settings.canonical
    ics = calendar(rows, stamp=site.survey.today, link=lambda row: _whole(base, site.links.file(due.path_of(row))))
    entries = [
        line_entry(line, file, row.since or row.day)
        for row in ending[:_FEED]
        if (line := due.line_of(row)) and (file := site.links.file(due.path_of(row)))
    ]
    followed = Feed(title="What is due", stem="due/feed", page="due.html", entries=entries)
    told = Told(title="What is due", feeds="due/feed", twins=("json", "ics"), as_of=site.survey.today)
    data = twins.as_json(Page(rows=tuple(rows), after=None, notes=()))
    page = site.page("due.html", view, asked, told, nav="due")
    return Output(
        files=(
            *files_of(followed, site.settings),
            ("due.ics", "".join(ics).encode()),
            ("due.json", data.encode()),
            ("due.html", page),
        )
    )


def _whole(base: str, file: str | None) -> str:
    return f"{base}{file}" if base and file else ""


def due_list(site: Site, name: str) -> Output:
    """List what is due in a state, on so many pages."""
    files: list[tuple[str, bytes]] = []
    after = None
    for part in range(1, DUE_PAGES + 1):
        query = {"show": name, **({"after": after} if after else {})}
        asked = site.asked("/due", **query)
        rows = due.answer(site.store, asked, name, ROWS // 2, after)
        after = rows.after
        more = f"/due?part={part + 1}&show={name}" if after and part < DUE_PAGES else None
        listing = Listing(rows=rows.rows, notes=(), more=more, first=f"/due?show={name}" if part > 1 else None)
        view = View(
            template="due_list.html",
            title=f"{due.COLUMNS[name]} · Due",
            context={
                "listing": listing,
                "lines": [due.line_of(row) for row in listing.rows],
                "kinds": (),
                "today": site.survey.today,
                "view": "board",
                "shown": due.COLUMNS[name],
            },
        )
        at = due_file(name, part)
        files.append((at, site.page(at, view, asked, Told(title=view.title, as_of=site.survey.today), nav="due")))
        if more is None:
            break
    return Output(files=tuple(reversed(files)))


def _view(template: str, title: str, **context: Any) -> View:
    return View(template=template, title=title, context=context)
