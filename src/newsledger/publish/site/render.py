"""Fills the templates of the site for a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from markupsafe import Markup

from newsledger.publish.assets import all_assets, own_assets
from newsledger.publish.formats.embed import CARD_POLICY
from newsledger.publish.formats.head import Told, head_of
from newsledger.publish.settings import Settings
from newsledger.publish.site.links import Links, relative
from newsledger.publish.site.rewrite import rewrite
from newsledger.publish.site.survey import Survey
from newsledger.show.card import Card
from newsledger.store import Store
from newsledger.web.asked import Asked
from newsledger.web.templating import render
from newsledger.web.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a published page has in its head and foot, beside what the site puts there."""

    head: Markup
    foot: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that a page is made of.

    Attributes:
        store: Tells no more words than may be published.
        walls: Ids of the stories that take turns on the wall.
        days: How many articles there are of each day; "" for those without one.
        months: Of the stories, the last first.
        shards: Parts of the search, the newest first.
    """

    store: Store
    settings: Settings
    survey: Survey
    links: Links
    walls: tuple[str, ...]
    days: Mapping[str, int]
    months: tuple[str, ...]

    def asked(self, path: str, *, today: str | None = None, **query: str) -> Asked:
        """Make a request out of an address."""
        return Asked(path=path, query=query, given=_given(path), today=today or self.survey.today)

    def page(self, at: str, view: View, asked: Asked, told: Told, *, nav: str = "") -> bytes:
        """Make a page.

        Args:
            at: The file that it becomes.
            view: What stands on it.
            asked: The address at which a server would show it.
            told: What is told of it in its head.
            nav: The part of the site that it belongs to.
        """
        foot = render("foot.html", {"settings": self.settings, "told": told}, package="newsledger.publish")
        context: Mapping[str, Any] = {
            **view.context,
            "asked": asked,
            "title": view.title,
            "nav": nav,
            "twins": tuple(form for form in view.twins if form in told.twins),
            "version": version("newsledger"),
            "now": "",
            "static": {name: f"/static/{asset.name}" for name, asset in all_assets().items()},
            "published": Published(head=Markup(head_of(self.settings, told, at)), foot=Markup(foot)),  # noqa: S704 - made here, escaped
        }
        page = render(view.template, context, package="newsledger.publish")
        return rewrite(page, at, asked.path, self.links.file, with_words=self.settings.text != "none")

    def card(self, at: str, page: str, card: Card) -> bytes:
        """Make a card that others may put into their pages.

        Args:
            at: The file that it becomes.
            page: The file that tells more.
            card: What stands on it.
        """
        style = f"/static/{own_assets()['card.css'].name}"
        context = {"card": card, "policy": CARD_POLICY, "style": relative(style[1:], at), "page": relative(page, at)}
        return render("card.html", context, package="newsledger.publish").encode()


def _given(path: str) -> Mapping[str, str]:
    """Give the part of a path that names something, as a route would: ``/story/ID``."""
    kind, _, identifier = path[1:].partition("/")
    return {kind: identifier} if identifier else {}
