"""A story and a happening: page, data, feed, card, and a card that others may put into their pages."""

from collections.abc import Sequence
from typing import Any

from newsledger.model import Origin
from newsledger.publish.formats.cards import card_files
from newsledger.publish.formats.embed import described
from newsledger.publish.formats.feeds import Entry, Feed, files_of
from newsledger.publish.formats.head import Told, quotation_data
from newsledger.publish.pages.output import Output
from newsledger.publish.site.links import file_of
from newsledger.publish.site.render import Site
from newsledger.show import json_line, phrases
from newsledger.show.card import Card
from newsledger.show.telling import line as telling
from newsledger.show.telling.line import Line
from newsledger.web.pages.stories import happening as happenings
from newsledger.web.pages.stories import story as stories
from newsledger.web.view import View

#: So many articles, the last ones, are in the feed of a story.
_FEED = 50


def story(site: Site, identifier: str) -> Output:
    """Make the files of a story."""
    at = file_of("story", identifier)
    stem = at.removesuffix(".html")
    held = site.store.story(identifier)
    members = [member.article for member in held.members]
    view, told = show_story(site, identifier)
    days = " – ".join(dict.fromkeys(filter(None, (held.row.first_day, held.row.last_day))))
    card = Card(
        standing="A story",
        told=view.title,
        words="",
        source=f"{phrases.count(held.row.articles, 'article')}, {days}",
        title=site.settings.title,
    )
    members_told, chains_told = ", ".join(map(json_line, held.members)), ",\n".join(held.chains)
    data = f'{{"story": {json_line(held.row)}, "articles": [{members_told}], "happenings": [\n{chains_told}\n]}}\n'
    feed = Feed(title=view.title, stem=stem, page=at, entries=tuple(_articles(site, members)))
    page = site.page(at, view, site.asked(f"/story/{identifier}", today=told.as_of), told, nav="stories")
    return Output(
        files=(
            *_pictures(site, stem, at, card),
            *files_of(feed, site.settings),
            (file_of("story", identifier, "json"), data.encode()),
            (at, page),
        )
    )


def show_story(site: Site, identifier: str) -> tuple[View, Told]:
    """Show a story as of the last day on which something changed in it."""
    stem = file_of("story", identifier).removesuffix(".html")
    day = site.survey.story_days[identifier]
    view = stories.ONE.show(site.store, site.asked(f"/story/{identifier}", today=day))
    row = view.context["story"]
    articles, chains = phrases.count(row.articles, "article"), phrases.count(row.happenings, "happening")
    tell = "tells" if row.articles == 1 else "tell"
    about = f"{articles} {tell} of it, {chains}; who said what, and what is due."
    return view, Told(title=view.title, about=about, feeds=stem, picture=stem, embed=stem, twins=("json",), as_of=day)


def happening(site: Site, identifier: str) -> Output:
    """Make the files of a happening."""
    at = file_of("happening", identifier)
    stem = at.removesuffix(".html")
    asked = site.asked(f"/happening/{identifier}")
    view = happenings.SCREEN.show(site.store, asked)
    line: Line = view.context["line"]
    words = line.quote if site.settings.text != "none" else ""
    source = telling.source(line.article) or telling.headline(line.article)
    card = Card(standing=line.standing, told=view.title, words=words, source=source, title=site.settings.title)
    origins = [one.cut.article for one in view.context["tellings"]] or [line.article]
    told = Told(
        title=f"{line.standing}: {view.title}",
        about=f"{card.large} {source}",
        picture=stem,
        embed=stem,
        data=quotation_data(words, origins[:1]),
    )
    whole = happenings.WHOLE.write(site.store, asked)
    return Output(
        files=(
            *_pictures(site, stem, at, card),
            (file_of("happening", identifier, "json"), whole.encode()),
            (at, site.page(at, view, asked, told, nav="stories")),
        )
    )


def _pictures(site: Site, stem: str, at: str, card: Card) -> list[tuple[str, bytes]]:
    found = list(card_files(stem, card))
    found.append((f"{stem}.card.html", site.card(f"{stem}.card.html", at, card)))
    if site.settings.canonical:
        found.append((f"{stem}.oembed.json", described(card, stem, site.settings)))
    return found


def _articles(site: Site, origins: Sequence[Origin]) -> list[Entry]:
    published = [one for one in origins if one.id in site.links.articles]
    published.sort(key=lambda one: (one.published or "", one.id), reverse=True)
    return [article_entry(one) for one in published[:_FEED]]


def article_entry(origin: Origin, words: str = "") -> Entry:
    """Tell of an article in a feed."""
    return Entry(
        id=origin.id,
        title=telling.headline(origin),
        day=origin.published,
        author=origin.publisher or "no publisher is named",
        file=file_of("article", origin.id),
        words=words,
    )


def line_entry(line: Line, file: str, day: Any) -> Entry:
    """Tell of a finding in a feed."""
    told = " ".join(filter(None, (line.who, line.act, line.whom)))
    words = f"“{line.quote}” {telling.source(line.article)}" if line.quote else telling.source(line.article)
    return Entry(
        id=line.id,
        title=f"{line.standing}: {told}",
        day=day,
        author=line.article.publisher or "no publisher is named",
        file=file,
        words=words,
    )
