"""The site: routes to pages, pages to answers."""

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from newsledger.errors import AbsentError, NewsledgerError
from newsledger.show import json_line
from newsledger.store import Store
from newsledger.web.asked import Asked
from newsledger.web.formats import twins
from newsledger.web.guard import Guard
from newsledger.web.pages import DOCUMENTS, SCREENS
from newsledger.web.templating import assets, render
from newsledger.web.view import Document, NotFoundError, Screen, View

Opener = Callable[[], AbstractContextManager[Store]]
#: A file whose name has a hash of its content never changes.
_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}
_SUFFIX = re.compile(r"\.(json|csv|ics|atom)$")
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a site is served.

    Attributes:
        today: Gives the reader's own day, ISO 8601.
        now: Gives the reader's own time, as ``14:05``; "" tells none.
        hosts: Names by which it may be asked for, beside those of this machine.
        prefix: In front of each path, as ``/news``; a proxy may leave it there or cut it off.
    """

    today: Callable[[], str]
    now: Callable[[], str] = str
    hosts: Sequence[str] = ()
    prefix: str = ""


def application(open_store: Opener, settings: Settings) -> ASGIApp:
    """Make the site.

    Args:
        open_store: Opens the ledger, once for each request: nothing is held between two of them.
        settings: How it is served.
    """
    site = _Site(open_store=open_store, settings=settings)
    routes = [Route("/static/{name}", _static)]
    routes += [Route(document.path, partial(site.document, document)) for document in DOCUMENTS]
    for screen in SCREENS:
        if screen.rows is not None:
            stem = screen.path.rstrip("/") or "/today"
            routes += [
                Route(f"{stem}.json", partial(site.rows, screen, "json")),
                Route(f"{stem}.csv", partial(site.rows, screen, "csv")),
            ]
        routes.append(Route(screen.path, partial(site.page, screen)))
    handlers = {HTTPException: site.lost}
    inner = Starlette(routes=routes, exception_handlers=handlers)
    return Guard(inner, (*_LOCAL, *(host.lower() for host in settings.hosts)), settings.prefix)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """Answers requests."""

    open_store: Opener
    settings: Settings

    def page(self, screen: Screen, request: Request) -> Response:
        """Answer with a page; what is wrong with a question is told on one, too."""
        asked = self._asked(request)
        try:
            with self.open_store() as store:
                view = screen.show(store, asked)
        except (ValueError, NewsledgerError) as error:
            view = _problem(error)
        return self._shown(asked, view, screen.nav)

    def rows(self, screen: Screen, form: str, request: Request) -> Response:
        """Answer with the rows of a page."""
        asked = self._asked(request)
        try:
            with self.open_store() as store:
                return _as_data(screen, form, store, asked)
        except (ValueError, NewsledgerError) as error:
            return _told(error, form)

    def document(self, document: Document, request: Request) -> Response:
        """Answer with what is no page: a calendar, a citation, a record."""
        asked = self._asked(request)
        try:
            with self.open_store() as store:
                content = document.write(store, asked)
        except (ValueError, NewsledgerError) as error:
            return _told(error, "txt")
        return Response(content, media_type=document.media_type)

    async def lost(self, request: Request, error: Exception) -> Response:
        """Say that there is no such page."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        view = View(
            template="problem.html",
            title="No such page",
            context={"problem": "There is no page at this address."},
            status=status,
        )
        return self._shown(self._asked(request), view, "")

    def _shown(self, asked: Asked, view: View, nav: str) -> Response:
        context = {
            **view.context,
            "asked": asked,
            "title": view.title,
            "nav": nav,
            "twins": view.twins,
            "version": _version(),
            "now": self.settings.now(),
            "published": None,
            "static": {name: asked.to(f"/static/{asset.name}") for name, asset in assets().items()},
        }
        answer = HTMLResponse(render(view.template, context), view.status, headers=dict(view.headers))
        for name, (value, seconds) in view.leaves.items():
            path = self.settings.prefix or "/"
            answer.set_cookie(name, value, max_age=seconds, path=path, httponly=True, samesite="strict")
        return answer

    def _asked(self, request: Request) -> Asked:
        return Asked(
            path=_SUFFIX.sub("", request.url.path),
            query={name: value.strip() for name, value in request.query_params.items() if value.strip()},
            given=dict(request.path_params),
            today=self.settings.today(),
            prefix=self.settings.prefix,
            origin=f"{request.url.scheme}://{request.url.netloc}",
            kept=dict(request.cookies),
        )


def _as_data(screen: Screen, form: str, store: Store, asked: Asked) -> Response:
    if screen.rows is None or screen.kind is None:
        raise NotFoundError("there are no rows")
    page = screen.rows(store, asked, asked.number("limit", twins.MOST, most=twins.MOST))
    if form == "json":
        return Response(twins.as_json(page), media_type="application/json")
    name = asked.path.strip("/").replace("/", "-") or "today"
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'} if name.isascii() else {}
    return Response(twins.as_csv(page, screen.kind), media_type="text/csv", headers=headers)


def _status(error: Exception) -> int:
    if isinstance(error, ValueError):
        return 400
    return 404 if isinstance(error, AbsentError | NotFoundError) else 500


def _problem(error: Exception) -> View:
    status = _status(error)
    titles = {400: "That cannot be asked", 404: "Not in this ledger", 500: "The ledger cannot be read"}
    return View(template="problem.html", title=titles[status], context={"problem": str(error)}, status=status)


def _told(error: Exception, form: str) -> Response:
    if form == "json":
        return Response(f"{json_line({'error': str(error)})}\n", _status(error), media_type="application/json")
    return PlainTextResponse(f"{error}\n", _status(error))


@cache
def _version() -> str:
    return version("newsledger")


def _static(request: Request) -> Response:
    asset = next((one for one in assets().values() if one.name == request.path_params["name"]), None)
    if asset is None:
        raise HTTPException(404)
    return Response(asset.content, media_type=asset.media_type, headers=_FOR_EVER)
