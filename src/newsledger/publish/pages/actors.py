"""An actor: the page and the feed."""

from newsledger.publish.formats.feeds import Feed, files_of
from newsledger.publish.formats.head import Told
from newsledger.publish.pages.output import Output
from newsledger.publish.pages.stories import line_entry
from newsledger.publish.site.links import actor_file
from newsledger.publish.site.render import Site
from newsledger.web.pages.explore import actors
from newsledger.web.view import View


def actor(site: Site, key: str) -> Output:
    """Make the files of an actor."""
    at = actor_file(key)
    stem = at.removesuffix(".html")
    view, told = show_actor(site, key)
    lines = {line.id: line for part in view.context["parts"] for line in part.lines}
    files = {line.id: site.links.file(f"/finding/{line.id}") for line in lines.values()}
    entries = [line_entry(lines[one], file, lines[one].article.published) for one, file in files.items() if file]
    entries.sort(key=lambda entry: (entry.day or "", entry.id), reverse=True)
    feed = Feed(title=view.title, stem=stem, page=at, entries=entries)
    page = site.page(at, view, site.asked("/actor", key=key), told, nav="actors")
    return Output(files=(*files_of(feed, site.settings), (at, page)))


def show_actor(site: Site, key: str) -> tuple[View, Told]:
    """Show an actor."""
    view = actors.ONE.show(site.store, site.asked("/actor", key=key))
    about = f"What is told of {view.title}: what is said, done and due, with the words."
    return view, Told(title=view.title, about=about, feeds=actor_file(key).removesuffix(".html"))
