"""The site: routes to pages, pages to answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from newsledger.errors import AbsentError, NewsledgerError
from newsledger.show import json_line
from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.formats import twins
from newsledger.web.guard import Guard
from newsledger.web.memory import Memory, Opener
from newsledger.web.pages import ACTIONS, DOCUMENTS, SCREENS
from newsledger.web.templating import assets, render
from newsledger.web.view import Action, Document, NotFoundError, Screen, View, Written
from newsledger.web.writing import LONGEST, Gate, is_of, read_form

#: A file whose name has a hash of its content never changes.
_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}
_SUFFIX = re.compile(r"\.(json|csv|ics|atom)$")
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a site is written to.

    Attributes:
        token: What who may write was told.
        moment: Gives the moment, ISO 8601 by Greenwich, to the millisecond.
        regroup: Called with the ledger once it was judged whether two are one person; None: that waits for the next
            grouping.
    """

    token: str
    moment: Callable[[], str]
    regroup: Callable[[Any], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a site is served.

    Attributes:
        today: Gives the reader's own day, ISO 8601.
        now: Gives the reader's own time, as ``14:05``; "" tells none.
        hosts: Names by which it may be asked for, beside those of this machine.
        prefix: In front of each path, as ``/news``; a proxy may leave it there or cut it off.
        writing: How persons may write to it; None where nobody may.
        remembers: Answers are kept and given again while the ledger is the same, or for some seconds while it grows;
            whoever asks for this has the server tell when it begins and ends (ASGI's lifespan).
    """

    today: Callable[[], str]
    now: Callable[[], str] = str
    hosts: Sequence[str] = ()
    prefix: str = ""
    writing: Writing | None = None
    remembers: bool = False


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
    if settings.writing is not None:
        routes += [Route(action.path, partial(site.act, action), methods=["POST"]) for action in ACTIONS]
        routes.append(Route("/review/enter", site.enter, methods=["POST"]))
    handlers = {HTTPException: site.lost}
    inner: ASGIApp = Starlette(routes=routes, exception_handlers=handlers)
    if settings.remembers:
        writing = Gate(settings.writing.token).cookie if settings.writing is not None else None
        moment = lambda: (settings.today(), settings.now())  # noqa: E731 - both change while the site is served
        inner = Memory(app=inner, open_store=open_store, moment=moment, excepted=writing)
    hosts = (*_LOCAL, *(host.lower() for host in settings.hosts))
    return Guard(inner, hosts, settings.prefix, settings.writing is not None)


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

    async def act(self, action: Action, request: Request) -> Response:
        """Do what a form says, and show the page that follows."""
        asked = self._asked(request)
        try:
            form = read_form(await _body(request))
        except ValueError as error:
            return self._shown(asked, _problem(error), "")
        if asked.desk is None or not is_of(form, asked.desk):
            told = "This form is of no session, or of one that has ended. Give the token again, and go on from there."
            view = View(template="problem.html", title="Not kept", context={"problem": told}, status=403)
            return self._shown(asked, view, "")
        return await run_in_threadpool(self._written, action, asked, form)

    async def enter(self, request: Request) -> Response:
        """Open a session for who has the token."""
        asked = self._asked(request)
        gate = self._gate()
        try:
            form = read_form(await _body(request))
        except ValueError as error:
            return self._shown(asked, _problem(error), "")
        cookie = gate.open(form.get("token", ""), form.get("by", "")) if gate is not None else None
        if cookie is None:
            told = "The token is another, or no name was given. The token stands where the site was started."
            view = View(template="problem.html", title="Not let in", context={"problem": told}, status=403)
            return self._shown(asked, view, "")
        return self._redirected(asked, request, Written(to=asked.to("/review"), cookie=cookie))

    def _written(self, action: Action, asked: Asked, form: Mapping[str, str]) -> Response:
        writing = self.settings.writing
        try:
            with self.open_store() as store:
                written = action.write(store, asked, form, writing.moment() if writing is not None else "")
                if written.regroups and writing is not None and writing.regroup is not None:
                    writing.regroup(store)
        except (ValueError, NewsledgerError) as error:
            return self._shown(asked, _problem(error), "review")
        return self._redirected(asked, None, written)

    def _redirected(self, asked: Asked, request: Request | None, written: Written) -> Response:
        """Show another page, so that to load it again sends nothing again."""
        answer = RedirectResponse(written.to, 303)
        gate = self._gate()
        if gate is not None and written.cookie is not None:
            answer.set_cookie(
                gate.cookie,
                written.cookie,
                max_age=None if written.cookie else 0,
                path=asked.prefix or "/",
                secure=request is not None and request.url.scheme == "https",
                httponly=True,
                samesite="strict",
            )
        return answer

    def _gate(self) -> Gate | None:
        return Gate(self.settings.writing.token) if self.settings.writing is not None else None

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
        gate = self._gate()
        return Asked(
            path=_SUFFIX.sub("", request.url.path),
            query={name: value.strip() for name, value in request.query_params.items() if value.strip()},
            given=dict(request.path_params),
            today=self.settings.today(),
            prefix=self.settings.prefix,
            origin=f"{request.url.scheme}://{request.url.netloc}",
            kept=dict(request.cookies),
            desk=gate.desk(request.cookies.get(gate.cookie)) if gate is not None else None,
        )


async def _body(request: Request) -> bytes:
    """Read what a form says, and no more than any of ours can say."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            break
    return body


def _as_data(screen: Screen, form: str, store: Answers, asked: Asked) -> Response:
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
