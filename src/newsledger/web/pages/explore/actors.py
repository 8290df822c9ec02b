"""Actors: who is in the articles; what one of them says, does, receives and has promised; two of them side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Entity, Page
from newsledger.show.telling.line import Line, event_line, happening_line, statement_line
from newsledger.store import ACTOR_KINDS, ActorQuestion, Answers, EventQuestion, HappeningQuestion, StatementQuestion
from newsledger.web.asked import Asked
from newsledger.web.drawing.bars import Bars, bars
from newsledger.web.listing import ask
from newsledger.web.view import NotFoundError, Screen, View

#: So many findings of each kind stand on the page of an actor.
_FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Findings of one kind, and the address of all of them."""

    words: str
    lines: tuple[Line, ...]
    href: str
    is_more: bool


def show(store: Answers, asked: Asked) -> View:
    """List actors, those of the most articles first."""
    listing = ask(asked, lambda limit, after: store.ask_actors(_question(asked), limit=limit, after=after), limit=50)
    return View(
        template="actors.html",
        title="Actors",
        context={"listing": listing, "kinds": ACTOR_KINDS},
        twins=("json", "csv"),
    )


def show_one(store: Answers, asked: Asked) -> View:
    """Show an actor."""
    entity = _entity(store, asked.get("key"))
    key = entity.key
    parts = (
        _said(store, asked, "Says", {"by": key}),
        _done(store, asked, "Does", {"actor": key}),
        _done(store, asked, "Receives", {"recipient": key}),
        _awaited(store, asked, key),
        _said(store, asked, "What others say of it", {"about": key}),
    )
    return View(
        template="actor.html",
        title=entity.name,
        context={
            "entity": entity,
            "parts": [part for part in parts if part.lines],
            "chart": _months(store, asked, key),
            "others": _others(store, asked, entity),
        },
    )


def compare(store: Answers, asked: Asked) -> View:
    """Show two actors side by side: what each says of the other, and what it does to the other."""
    one, other = _entity(store, asked.get("a")), _entity(store, asked.get("b"))
    sides = [
        (
            doer,
            [
                _said(store, asked, f"Says of {done_to.name}", {"by": doer.key, "about": done_to.key}),
                _done(store, asked, f"Does to {done_to.name}", {"actor": doer.key, "recipient": done_to.key}),
            ],
        )
        for doer, done_to in ((one, other), (other, one))
    ]
    return View(template="compare.html", title=f"{one.name} and {other.name}", context={"sides": sides})


def _question(asked: Asked) -> ActorQuestion:
    return ActorQuestion(name=asked.get("name"), kind=asked.get("kind"))


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_actors(_question(asked), limit=limit, after=asked.get("after"))


def _entity(store: Answers, key: str | None) -> Entity:
    if key is None:
        raise NotFoundError("no actor is named in the address; choose one under Actors")
    rows = store.ask_actors(ActorQuestion(name=key), limit=1).rows
    if not rows:
        raise NotFoundError(f"nobody in this ledger is {key!r}")
    return rows[0]


def _others(store: Answers, asked: Asked, entity: Entity) -> list[tuple[str, int, str]]:
    """Give those on the other side of its happenings, each with the address of both side by side."""
    return [
        (share.name, share.count, asked.to("/compare", a=entity.key, b=key))
        for share in entity.with_whom
        if (key := _key_of(store, share.name)) is not None
    ]


def _key_of(store: Answers, name: str) -> str | None:
    try:
        rows = store.ask_actors(ActorQuestion(name=name, briefly=True), limit=1).rows
    except (AbsentError, ValueError):
        return None
    return rows[0].key if rows else None


def _part(words: str, asking: Callable[[], Page[Any]], tell: Callable[[Any], Line], href: str) -> Part:
    page = asking()
    return Part(words=words, lines=tuple(tell(row) for row in page.rows), href=href, is_more=page.after is not None)


def _said(store: Answers, asked: Asked, words: str, who: dict[str, str]) -> Part:
    question = StatementQuestion(**who, least=asked.least("statements"))  # type: ignore[arg-type]  # the names of fields are the page's own
    href = asked.to("/statements", **who)
    return _part(words, lambda: store.ask_statements(question, limit=_FEW), statement_line, href)


def _done(store: Answers, asked: Asked, words: str, who: dict[str, str]) -> Part:
    question = EventQuestion(**who, least=asked.least("events"))  # type: ignore[arg-type]  # the names of fields are the page's own
    return _part(words, lambda: store.ask_events(question, limit=_FEW), event_line, asked.to("/events", **who))


def _awaited(store: Answers, asked: Asked, key: str) -> Part:
    question = HappeningQuestion(
        today=asked.today, expected=True, holder=key, state="any", least=asked.least("expectations")
    )
    href = asked.to("/due", holder=key)
    return _part("Is to do", lambda: store.ask_happenings(question, limit=_FEW), happening_line, href)


def _months(store: Answers, asked: Asked, key: str) -> Bars | None:
    """Count what it did in the last twelve months of which something is known."""
    question = EventQuestion(actor=key, least=asked.least("events"))
    counts = store.count_events(question, by="month", limit=10_000).rows
    dated = [(row.value, row.happenings) for row in counts if row.value and len(row.value) == len("2017-01")]
    if not dated:
        return None
    last = date.fromisoformat(f"{dated[-1][0]}-01")
    first = f"{last.year - 1}-{last.month:02}"
    return bars(
        [(month, number) for month, number in dated if month > first],
        lambda month: asked.to("/events", actor=key, known=month),
    )


LIST = Screen(path="/actors", nav="actors", show=show, rows=_rows, kind=Entity)
ONE = Screen(path="/actor", nav="actors", show=show_one)
TWO = Screen(path="/compare", nav="actors", show=compare)
