"""What is published, and for whom."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args
from urllib.parse import urlsplit

Text = Literal["quotes", "none", "full"]
TEXTS: tuple[str, ...] = get_args(Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a ledger is published. A setting that makes no sense cannot be made: ``ValueError`` says why.

    Attributes:
        text: ``quotes``: the words that findings rest on, and the sentence around them; ``none``: findings without
            words; ``full``: the articles, for those who have the right.
        today: The day from which the calendar is read, ISO 8601; None for the last day that is kept.
        title: Of the site.
        addresses: Where it will stand, each ending in ``/``, the canonical one first; it works elsewhere, too.
        hub: A WebSub hub that tells others of news; None for none.
        story: Only this story, by its id.
        actor: Only what this actor is in, by name or key.
        month: Only the articles of a month, as ``2018-04``.
    """

    text: Text = "quotes"
    today: str | None = None
    title: str = "Newsledger"
    addresses: tuple[str, ...] = ()
    hub: str | None = None
    story: str | None = None
    actor: str | None = None
    month: str | None = None

    def __post_init__(self) -> None:
        """Check the addresses, the days, and that at most one question is asked."""
        for address in (*self.addresses, *filter(None, (self.hub,))):
            _check_address(address)
        if not all(address.endswith("/") for address in self.addresses):
            raise ValueError(f"found the addresses {self.addresses}, expected each to end in /")
        if sum(one is not None for one in (self.story, self.actor, self.month)) > 1:
            raise ValueError("found several of story, actor and month, expected one of them")
        _check_day("today", self.today)
        _check_day("month", self.month, "-01")

    @property
    def canonical(self) -> str:
        """The first address; "" where none is known."""
        return self.addresses[0] if self.addresses else ""

    @property
    def is_whole(self) -> bool:
        """All of the ledger is published."""
        return self.story is None and self.actor is None and self.month is None


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"found the address {address!r}, expected one such as https://record.example/")


def _check_day(name: str, written: str | None, rest: str = "") -> None:
    try:
        is_day = written is None or date.fromisoformat(written + rest).isoformat() == written + rest
    except ValueError:
        is_day = False
    if not is_day:
        raise ValueError(f"found {name} {written!r}, expected an ISO day such as 2018-04-20 (a month as 2018-04)")
