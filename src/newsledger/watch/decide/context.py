"""What decisions need beside an answer, and how addresses are known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from urllib.parse import urljoin, urlsplit

from newsledger.page.words.address import AddressRules, canonical_address, clean_address
from newsledger.store import Watched
from newsledger.watch.asking import Answer
from newsledger.watch.safety import Place, UnsafeError, place_of

#: Redirects that are followed from one address.
MOST_HOPS = 8
_LASTING = (301, 308)
_REDIRECTS = (*_LASTING, 302, 303, 307)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What decisions need beside an answer.

    Attributes:
        now: The time of the answer.
        months: Numbers of months by their names.
        addresses: What of an address says only how its reader came, or how the page is shown.
        allow_private: Addresses of this machine and network may be asked.
        known: Gives those of some addresses of pages that are known.
        waiting: Counts the pages that a source named and that did not come yet.
        watched: Gives one of what is watched.
    """

    now: datetime
    months: Mapping[str, int]
    addresses: AddressRules
    allow_private: bool
    known: Callable[[Iterable[str]], frozenset[str]]
    waiting: Callable[[str], int]
    watched: Callable[[Literal["source", "page"], str], Watched | None]

    def place(self, url: str) -> Place:
        """Take an address apart.

        Raises:
            UnsafeError: It is not asked.
        """
        return place_of(url, allow_private=self.allow_private)

    def key(self, url: str) -> str:
        """Give the one address of an article for all its variants: AMP, print, mobile, with tracking or without."""
        clean = clean_address(url)
        return canonical_address(clean, self.addresses) if clean else url

    def is_known(self, key: str) -> bool:
        """Say whether a page is known, by http or https."""
        return bool(self.known(variants(key)))


def variants(key: str) -> tuple[str, ...]:
    """Give the addresses under which a page may be known: by http or https, with a slash at its end or without."""
    scheme, mark, rest = key.partition("://")
    if not mark:
        return (key,)
    ends = (rest,) if "?" in rest else (rest.removesuffix("/"), rest.removesuffix("/") + "/")
    return tuple(f"{one}://{end}" for one in (scheme, "http" if scheme == "https" else "https") for end in ends)


def home_of(watched: Watched) -> str:
    """Give where one that is watched is asked for first: of a page, the link that its feed has."""
    return (watched.listed.link if watched.listed else None) or watched.address


def settled(watched: Watched, context: Context, answer: Answer) -> Watched:
    """Note that something was asked for, and go back to where it is asked for first."""
    url = home_of(watched)
    try:
        host = context.place(url).host
    except UnsafeError:
        url, host = watched.url, watched.host
    return replace(watched, url=url, host=host, hops=0, moved=None, status=answer.status, asked_at=context.now)


def is_redirect(answer: Answer) -> bool:
    """Say whether an answer leads elsewhere."""
    return answer.status in _REDIRECTS


def target_of(watched: Watched, answer: Answer, context: Context) -> Place:
    """Give where a redirect leads.

    Raises:
        UnsafeError: It leads nowhere, in a circle, or to where nobody should be; the message says which.
    """
    location = answer.headers.get("location", "").strip()
    if not location:
        raise UnsafeError(f"found a redirect ({answer.status}) that leads nowhere")
    if watched.hops >= MOST_HOPS:
        raise UnsafeError(f"found more than {MOST_HOPS} redirects, expected a page at the end of them")
    try:
        place = context.place(urljoin(watched.url, location))
    except ValueError as error:
        raise UnsafeError(f"found a redirect to no address ({error})") from error
    if place.url == watched.url:
        raise UnsafeError("found a redirect to itself")
    return place


def hopped(watched: Watched, answer: Answer, place: Place, context: Context) -> Watched:
    """Ask next where a redirect leads."""
    lasts = answer.status in _LASTING and (watched.hops == 0 or watched.moved is not None)
    return replace(
        watched,
        url=place.url,
        host=place.host,
        hops=watched.hops + 1,
        moved=place.url if lasts else None,
        due=context.now,
        asked_at=context.now,
        status=answer.status,
    )


def is_front(url: str) -> bool:
    """Say whether an address is that of a site's front page."""
    parts = urlsplit(url)
    return parts.path in {"", "/"} and not parts.query
