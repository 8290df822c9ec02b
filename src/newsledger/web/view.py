"""What a page is before it is HTML: a template's name and what goes into it, and the same rows as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.model import Page
from newsledger.store import Answers
from newsledger.web.asked import Asked


class NotFoundError(NewsledgerError):
    """There is no such thing in this ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page.

    Attributes:
        title: Of the window.
        status: Of the answer: 200, or 404 where somebody asked for what is not there.
        twins: The forms in which its rows are there as data: ``json``, ``csv``, ``ics``.
        headers: Of the answer, beside those that every page has.
        leaves: What is left with the browser by its name: a few letters, and for how many seconds.
    """

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    twins: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    leaves: Mapping[str, tuple[str, int]] = field(default_factory=dict)


Show = Callable[[Answers, Asked], View]
Rows = Callable[[Answers, Asked, int], Page[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A kind of page.

    Attributes:
        path: Its route.
        nav: The part of the site that it belongs to.
        rows: Gives so many of its rows as data; None where it has none.
        kind: What the rows are.
    """

    path: str
    nav: str
    show: Show
    rows: Rows | None = None
    kind: type | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of a form.

    Attributes:
        to: Address of the page that is shown then.
        cookie: Opens a session; ``""`` ends it; None leaves it as it is.
        regroups: It was judged whether two are one person.
    """

    to: str
    cookie: str | None = None
    regroups: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a form does, on a site that can be written to.

    Attributes:
        path: Its route.
        write: Does it, for a reader who sits at a desk; gets what the form says, and the moment.
    """

    path: str
    write: Callable[[Answers, Asked, Mapping[str, str], str], Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is no page: a calendar, a citation, a record as JSON."""

    path: str
    media_type: str
    write: Callable[[Answers, Asked], str]
