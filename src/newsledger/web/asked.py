"""What a reader asks for: the address is the whole state of a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

from newsledger.model import SHOWN_FROM, Weighed
from newsledger.web.writing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, as far as a page needs to know it.

    Attributes:
        path: Below the site's own prefix: ``/due``.
        query: The parameters that say something.
        given: The parts of the path that name something.
        today: The reader's own day, ISO 8601.
        prefix: In front of every path of the site, "" or as ``/news``.
        origin: Scheme and host by which the site was asked for.
        kept: What the site has left with the browser, by its names.
        desk: Where the reader sits, on a site that can be written to; None on one that can only be read.
    """

    path: str
    query: Mapping[str, str]
    given: Mapping[str, str]
    today: str
    prefix: str = ""
    origin: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    desk: Desk | None = None

    def get(self, name: str) -> str | None:
        """Give a parameter; None where it says nothing."""
        return self.query.get(name)

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """Give a parameter that is one of a few; without it, the first of these.

        Raises:
            ValueError: It is another.
        """
        value = self.query.get(name, choices[0])
        if value not in choices:
            raise ValueError(f"found {name} {value!r}, expected one of {', '.join(filter(None, choices))}")
        return value

    def day(self, name: str) -> str | None:
        """Give a parameter that is a day.

        Raises:
            ValueError: It is none.
        """
        value = self.query.get(name)
        try:
            return date.fromisoformat(value).isoformat() if value else None
        except ValueError as error:
            raise ValueError(f"found {name} {value!r}, expected an ISO day, such as 2017-01-21") from error

    def number(self, name: str, otherwise: int, *, most: int) -> int:
        """Give a parameter that is a number from 1 on.

        Raises:
            ValueError: It is none.
        """
        value = self.query.get(name, str(otherwise))
        if not (value.isascii() and value.isdigit() and len(value) < 9 and int(value) > 0):
            raise ValueError(f"found {name} {value!r}, expected a number from 1 on")
        return min(int(value), most)

    def least(self, kind: Weighed) -> float | None:
        """Say how sure findings of a kind must be: ``sure=all`` shows all."""
        return None if self.one_of("sure", ("", "all")) else SHOWN_FROM[kind]

    @property
    def corrections(self) -> bool:
        """Whether what persons judged counts: ``corrections=no`` shows what was read."""
        return self.one_of("corrections", ("", "no")) == ""

    def link(self, **changes: str | None) -> str:
        """Address the same view with other parameters, from its first page on; None drops one."""
        kept = {name: value for name, value in self.query.items() if name != "after"}
        return self.to(self.path, **{**kept, **{name.rstrip("_"): value for name, value in changes.items()}})

    def twin(self, form: str) -> str:
        """Address the same rows as data: ``json``, ``csv``, ``ics``; all of them, so without a page's beginning."""
        kept = {name: value for name, value in self.query.items() if name != "after"}
        return self.to(f"{self.path.rstrip('/') or '/today'}.{form}", **kept)

    def to(self, path: str, **query: str | None) -> str:
        """Address a page of the site."""
        said = {name.rstrip("_"): value for name, value in query.items() if value}
        return f"{self.prefix}{quote(path)}" + (f"?{urlencode(said)}" if said else "")
