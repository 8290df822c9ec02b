"""Keeps strangers out: which hosts are answered, what may be asked, and what a page may do in a browser."""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: A page gets its style and script from this site and nothing else from anywhere; it cannot be framed.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex",
}
#: Nothing is written through these pages, but where somebody asked for it.
METHODS = frozenset({"GET", "HEAD"})
_FORM = "application/x-www-form-urlencoded"
#: Longer addresses are no question that anybody asked by hand.
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Guard:
    """Middleware around the site.

    Attributes:
        hosts: The names by which it may be asked for: another page's script could lead a browser here by a name of
            its own (DNS rebinding).
        prefix: Cut from the front of each path, where a proxy has left it there.
        writes: Forms are taken, if they come from the site itself.
    """

    app: ASGIApp
    hosts: Sequence[str]
    prefix: str = ""
    writes: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        within = _stripped(scope, self.prefix)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "private, no-cache")
            await send(message)

        await (refused or self.app)(within, receive, guarded)

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = _name(headers.get("host", ""))
        if host not in self.hosts:
            return PlainTextResponse(
                f"found the host {host!r}, expected one of {', '.join(self.hosts)}; allow it with --allow-host\n", 421
            )
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST:
            return PlainTextResponse("the address is too long\n", 414)
        if scope["method"] == "POST" and self.writes:
            return _stranger(headers)
        if scope["method"] not in METHODS:
            return PlainTextResponse("these pages are only read\n", 405, {"allow": "GET, HEAD"})
        return None


def _stranger(headers: Headers) -> PlainTextResponse | None:
    """Refuse a form that another site's page has sent, or that is no form."""
    origin = urlsplit(headers.get("origin", ""))
    is_own = bool(origin.netloc) and origin.netloc.lower() == headers.get("host", "").lower()
    if not is_own or headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return PlainTextResponse("this form was not sent by a page of this site\n", 403)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        return PlainTextResponse(f"expected a form ({_FORM})\n", 415)
    return None


def _name(host: str) -> str:
    """Take the port off a host: ``[::1]:8000`` is ``[::1]``."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower().rstrip(".")


def _stripped(scope: Scope, prefix: str) -> Scope:
    path: str = scope["path"]
    if not prefix or not (path == prefix or path.startswith(f"{prefix}/")):
        return scope
    shorter: MutableMapping[str, Any] = {**scope, "path": path[len(prefix) :] or "/"}
    return shorter
