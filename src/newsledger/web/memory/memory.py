"""Answers that were given once, to be given again: the same ledger and the same address give the same page."""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newsledger.errors import NewsledgerError
from newsledger.store import Answers

Opener = Callable[[], AbstractContextManager[Answers]]
#: So many bytes are kept, and of one answer.
MOST, LARGEST = 32_000_000, 2_000_000
#: Bytes that an answer costs beside its own, or many short ones would have no end.
BESIDE = 2_000
#: While articles are added, an answer is given for so many times as long as it took to make, and no longer than so many
#: seconds: to make what counts the whole ledger takes no more than a tenth of one core, however many ask. In the second
#: half of that time it is made anew beside, so that nobody waits.
_TIMES, OLDEST = 20, 10.0
#: Seconds for which it is not asked again whether the ledger has changed.
JUST_NOW = 0.02
_Key = bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """An answer.

    Attributes:
        revision: The ledger's when it was asked for.
        soon: From when on it is made anew if the ledger is another, by the clock of this process.
        until: How long it is given although the ledger is another.
    """

    start: Message
    body: bytes
    tag: str
    revision: str
    soon: float
    until: float

    @property
    def size(self) -> int:
        """About how many bytes it costs."""
        return BESIDE + len(self.body) + sum(len(name) + len(value) for name, value in self.start["headers"])


@dataclass(slots=True, kw_only=True)
class Memory:
    """Middleware that keeps answers; of who may write, and of forms, it knows nothing.

    Attributes:
        open_store: Opens the ledger, once for all: it is only asked whether it has changed.
        moment: What an answer hangs on beside its address: the reader's day and clock.
        excepted: The name of a cookie; who has it is always answered anew.
        clock: Gives seconds.
    """

    app: ASGIApp
    open_store: Opener
    moment: Callable[[], tuple[str, str]]
    excepted: str | None = None
    clock: Callable[[], float] = time.monotonic
    _kept: OrderedDict[_Key, _Kept] = field(default_factory=OrderedDict)
    _size: int = 0
    _making: dict[_Key, asyncio.Lock] = field(default_factory=dict)
    _beside: set[asyncio.Task[None]] = field(default_factory=set)
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _looker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    _opened: ExitStack = field(default_factory=ExitStack)
    _store: Answers | None = None
    _revision: str | None = None
    _asked: float = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as before, or ask the site."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            self._looker.submit(self._close).result()  # not awaited: the loop ends with what was answered just now
            return
        if scope["type"] != "http" or scope["method"] != "GET" or self._is_excepted(scope):
            await self.app(scope, receive, send)
            self._asked = 0.0  # what somebody has just written is seen at once
            return
        key = self._key(scope)
        await self._look()
        kept = self._found(key)
        if kept is not None and self._is_ageing(kept) and key not in self._making:
            task = asyncio.create_task(self._renew(key, scope, receive))
            self._beside.add(task)
            task.add_done_callback(self._beside.discard)
        answer = kept or await self._made(key, scope, receive)
        if isinstance(answer, _Kept):
            await _give(answer, scope, send)
            return
        # Here nobody waits for anybody: who takes what is sent may be slow.
        for message in answer:
            await send(message)

    async def _renew(self, key: _Key, scope: Scope, receive: Receive) -> None:
        """Have an answer made anew while the old one is given."""
        lock = self._making.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                await self._ask(key, scope, receive)
        finally:
            self._making.pop(key, None)

    async def _made(self, key: _Key, scope: Scope, receive: Receive) -> _Kept | Sequence[Message]:
        """Have the site make an answer, once for all who wait for it; what cannot be kept is given as it was told."""
        lock = self._making.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                await self._look()
                return self._found(key) or await self._ask(key, scope, receive)
        finally:
            if not lock.locked():
                self._making.pop(key, None)

    async def _ask(self, key: _Key, scope: Scope, receive: Receive) -> _Kept | Sequence[Message]:
        await self._look()
        revision, began = self._revision, self.clock()
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            messages.append(message)

        await self.app(scope, receive, collect)
        body = b"".join(message.get("body", b"") for message in messages)
        start = next((one for one in messages if one["type"] == "http.response.start"), None)
        if start is None or start["status"] != 200 or revision is None or len(body) > LARGEST:
            return messages
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
        MutableHeaders(scope=start)["etag"] = tag
        now = self.clock()
        most = min(OLDEST, _TIMES * (now - began))
        kept = _Kept(start=start, body=body, tag=tag, revision=revision, soon=now + most / 2, until=now + most)
        self._keep(key, kept)
        return kept

    def _found(self, key: _Key) -> _Kept | None:
        kept = self._kept.get(key)
        if kept is None or (kept.revision != self._revision and self.clock() > kept.until):
            return None
        self._kept.move_to_end(key)
        return kept

    def _is_ageing(self, kept: _Kept) -> bool:
        return kept.revision != self._revision and self.clock() > kept.soon

    def _keep(self, key: _Key, kept: _Kept) -> None:
        before = self._kept.pop(key, None)
        self._size += kept.size - (before.size if before else 0)
        self._kept[key] = kept
        while self._size > MOST:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size

    async def _look(self) -> None:
        """Look whether the ledger has changed; all others are answered while a server is long in telling."""
        async with self._looking:
            if self.clock() - self._asked > JUST_NOW:
                loop = asyncio.get_running_loop()
                self._revision = await loop.run_in_executor(self._looker, self._now)
                self._asked = self.clock()

    def _now(self) -> str | None:
        """Give the ledger's revision, None where nobody can tell; always in one thread, as SQLite wants it."""
        try:
            if self._store is None:
                self._store = self._opened.enter_context(self.open_store())
            revision = self._store.revision()
        except NewsledgerError:
            revision = None
        if revision is None:
            self._close()
        return revision

    def _close(self) -> None:
        self._store = None
        with suppress(NewsledgerError):  # somebody wrote to what was read without a lock
            self._opened.close()

    def _is_excepted(self, scope: Scope) -> bool:
        return self.excepted is not None and any(self.excepted in cookie for cookie in _cookies(scope))

    def _key(self, scope: Scope) -> _Key:
        headers = Headers(scope=scope)
        address = (scope.get("scheme"), headers.get("host"), scope["path"], scope["query_string"])
        return hashlib.sha256(repr((address, _cookies(scope), self.moment())).encode("utf-8", "replace")).digest()


def _cookies(scope: Scope) -> list[str]:
    """Give the headers that hold cookies: there may be several, and the site reads them all."""
    return Headers(scope=scope).getlist("cookie")


async def _give(kept: _Kept, scope: Scope, send: Send) -> None:
    """Send an answer; who has it already is told so."""
    if Headers(scope=scope).get("if-none-match") != kept.tag:
        await send({**kept.start, "headers": list(kept.start["headers"])})
        await send({"type": "http.response.body", "body": kept.body})
        return
    headers = [(name, value) for name, value in kept.start["headers"] if name != b"content-length"]
    await send({**kept.start, "status": 304, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
