"""Whether an address of the web may be asked, by its letters alone."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from newsledger.watch.safety.networks import why_not

#: Gives the addresses of a name: who asks a network for that is handed in.
Resolve = Callable[[str, int], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
#: Ports at which papers are read; behind others are services that were never meant for readers.
_USUAL = frozenset({80, 443, 8080, 8443})
_LONGEST = 4_096
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")
# What a system may take for a number: 2130706433, 0x7f.1, 0177.0.0.1, 127.1
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
_DOTTED = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
#: Names that no public resolver has (RFC 6761, 6762, 7686; "internal" by ICANN).
_SPECIAL = (".localhost", ".local", ".internal", ".onion")
#: Scripts that one word may mix with Latin: those of East Asia do.
_MIXED = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})
_KEPT = "!$&'()*+,;=:@/?%~[]"


class UnsafeError(Exception):
    """An address that is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address of the web, taken apart.

    Attributes:
        url: In letters that every server takes.
        host: In small letters of ASCII, without brackets.
        origin: Scheme, host and port, for which one robots.txt holds.
    """

    url: str
    scheme: str
    host: str
    port: int
    origin: str


def place_of(url: str, *, allow_private: bool = False) -> Place:
    """Take an address apart, and refuse what no paper's has.

    Args:
        url: The address.
        allow_private: Any port and any name will do.

    Raises:
        UnsafeError: It is not asked; the message says why.
    """
    if len(url) > _LONGEST:
        raise UnsafeError(f"found an address of {len(url):,} letters, expected at most {_LONGEST:,}")
    if "\\" in url or any(letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in url):
        raise UnsafeError("found spaces, signs that nobody sees or backslashes in the address")
    parts, port = _split(url)
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise UnsafeError("found a name or password before the host, which hides where an address leads")
    host = _host(parts.hostname or "", allow_private=allow_private)
    if port == 0 or (port not in _USUAL and not allow_private):
        raise UnsafeError(f"found port {port}, expected 80, 443, 8080 or 8443; --allow-private asks at any")
    place = f"[{host}]" if ":" in host else host
    netloc = place if port == _PORTS[parts.scheme] else f"{place}:{port}"
    path, query = (quote(part, safe=_KEPT) for part in (parts.path or "/", parts.query))
    whole = urlunsplit((parts.scheme, netloc, path, query, ""))
    return Place(url=whole, scheme=parts.scheme, host=host, port=port, origin=f"{parts.scheme}://{netloc}")


def check_address(host: str, port: int, resolve: Resolve, *, allow_private: bool = False) -> tuple[str, ...]:
    """Resolve a name, once, and give the addresses to connect to.

    One address among them that is not of the open internet is enough to refuse the name: the next
    question might give that one alone.

    Raises:
        UnsafeError: One of them must not be connected to, or there is none.
    """
    found = tuple(dict.fromkeys([host] if _is_literal(host) else resolve(host, port)))
    if not found:
        raise UnsafeError(f"found no address for {host}")
    for address in found:
        told = why_not(address)
        if told and not allow_private:
            raise UnsafeError(f"{host} is at {address} ({told}), which is not asked; --allow-private does")
    return found


def _split(url: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnsafeError(f"found no address of the web ({error})") from error
    if parts.scheme not in _PORTS:
        raise UnsafeError(f"found {parts.scheme or 'no scheme'}, expected http or https")
    return parts, _PORTS[parts.scheme] if port is None else port


def _host(name: str, *, allow_private: bool) -> str:
    if not name:
        raise UnsafeError("found no host in the address")
    if ":" in name:
        return _literal(name)
    host = _ascii(name).lower().removesuffix(".")
    if not _HOST.fullmatch(host) or ".." in host:
        raise UnsafeError(f"found {name[:80]!r} for a host, which is no name")
    if _NUMBER.fullmatch(host) and not (_DOTTED.fullmatch(host) and _is_literal(host)):
        raise UnsafeError(f"found the number {name[:80]!r} for a host, expected a name or four numbers in its place")
    if not allow_private and f".{host}".endswith(_SPECIAL):
        raise UnsafeError(f"found {host}, a name of this machine or network; --allow-private asks it")
    return host


def _literal(name: str) -> str:
    if "%" in name:
        raise UnsafeError("found an address of IPv6 with a zone, which holds on one machine only")
    with suppress(ValueError):
        return str(ip_address(name))
    raise UnsafeError(f"found {name[:80]!r} for a host, which is no address of IPv6")


def _is_literal(host: str) -> bool:
    with suppress(ValueError):
        ip_address(host)
        return True
    return False


def _ascii(name: str) -> str:
    """Write a name in ASCII; one that mixes letters of several scripts in a word looks like another."""
    if "%" in name:
        raise UnsafeError(f"found an escaped host {name[:80]!r}, expected its letters")
    if name.isascii():
        _refuse_mixed(_shown(name))
        return name
    try:
        written = name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnsafeError(f"found {name[:80]!r} for a host, which is no name ({error})") from error
    if not written.isascii() or "xn--" not in written.lower():
        raise UnsafeError(f"found {name[:80]!r} for a host: letters that only look like those of {written[:80]!r}")
    _refuse_mixed(_shown(written))
    return written


def _shown(name: str) -> str:
    """Give a name as a browser might show it."""
    with suppress(UnicodeError):
        return name.encode("ascii").decode("idna")
    return name


def _refuse_mixed(name: str) -> None:
    for label in name.split("."):
        scripts = {unicodedata.name(letter, "?").split()[0].split("-")[0] for letter in label if letter.isalpha()}
        if len(scripts) > 1 and scripts - _MIXED - {"LATIN", "FULLWIDTH"}:
            told = ", ".join(sorted(script.lower() for script in scripts))
            raise UnsafeError(f"found the host {name[:80]!r}, which mixes letters of several scripts ({told})")
