"""Addresses: what may be shown of one, and which is the article's own among many."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

from newsledger.lexicon import Row

_LONGEST = 2_000
_MOST_WRAPPERS = 3
# Browsers drop these from any address before they read it: "java\nscript:" is "javascript:".
_DROPPED = re.compile(r"[\x00-\x1f\x7f]")
_NO_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]")
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRules:
    """Rows of ``addresses`` by what they do.

    Attributes:
        parameters: Names, or ``name=value``, that say how a reader came or how the page is shown.
        stems: Beginnings of such names, as ``utm_``.
        hosts: What stands in place of a first label of the host, by that label.
        paths: Patterns in a path and what stands in their place.
        wrappers: Patterns of ``host/path?query`` around another address, whose group holds it.
        second_levels: Those below which names are given out, as in ``.co.uk``: the name proper has three labels.
    """

    parameters: frozenset[str]
    stems: tuple[str, ...]
    hosts: Mapping[str, str]
    paths: tuple[tuple[re.Pattern[str], str], ...]
    wrappers: tuple[re.Pattern[str], ...]
    second_levels: frozenset[str]

    @classmethod
    def build(cls, rows: Sequence[Row], second_levels: frozenset[str]) -> "AddressRules":
        """Sort the rows by their kind."""
        by_kind: dict[str, list[tuple[str, str]]] = {"host": [], "parameter": [], "path": [], "wrapper": []}
        for row in rows:
            by_kind[row["kind"]].append((row["pattern"], row.get("becomes") or ""))
        names = [name for name, _ in by_kind["parameter"]]
        return cls(
            parameters=frozenset(name for name in names if not name.endswith("*")),
            stems=tuple(name[:-1] for name in names if name.endswith("*")),
            hosts=dict(by_kind["host"]),
            paths=tuple((re.compile(pattern), becomes) for pattern, becomes in by_kind["path"]),
            wrappers=tuple(re.compile(pattern) for pattern, _ in by_kind["wrapper"]),
            second_levels=second_levels,
        )


def clean_address(value: str, base: str | None = None) -> str | None:
    """Give an address that is safe to keep and show, None where it is none.

    Only http and https with a full host name pass. A name and password before the host, the port that
    goes without saying and the part after ``#`` are left out; a host in other letters is written in ASCII
    (IDNA), so that it cannot pass for another.

    Args:
        value: What the page gives, whole or relative.
        base: The address that it is relative to.
    """
    text = _DROPPED.sub("", value).strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or host is None or _NO_ADDRESS.search(parts.path + parts.query):
        return None
    place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))


def canonical_address(address: str, rules: AddressRules) -> str:
    """Give the address of the article itself: no wrapper, tracking, mobile host, AMP or print view.

    Args:
        address: A whole address, as ``clean_address`` gives it.
        rules: Rows of ``addresses``.
    """
    for _ in range(_MOST_WRAPPERS):
        inner = _unwrap(address, rules)
        if inner is None:
            break
        address = inner
    parts = urlsplit(drop_parameters(address, rules))
    path = parts.path
    for pattern, becomes in rules.paths:
        path = pattern.sub(becomes, path, count=1)
    return urlunsplit((parts.scheme, _desktop_host(parts.netloc, rules), path or "/", parts.query, ""))


def drop_parameters(address: str, rules: AddressRules) -> str:
    """Leave out what an address says of how its reader came and how the page is shown."""
    parts = urlsplit(address)
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _is_dropped(pair, rules))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _ascii_host(host: str) -> str | None:
    name = host.rstrip(".").lower()
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    return name if _HOST.fullmatch(name) else None


def _unwrap(address: str, rules: AddressRules) -> str | None:
    """Give the address inside an archive's, cache's or translator's, None where there is none."""
    parts = urlsplit(address)
    bare = urlunsplit(("", parts.netloc, parts.path, parts.query, "")).removeprefix("//")
    for pattern in rules.wrappers:
        match = pattern.fullmatch(bare)
        if match:
            return clean_address(_inner(match, parts))
    return None


def _inner(match: re.Match[str], outer: SplitResult) -> str:
    named = match.groupdict()
    if named.get("dashed"):  # harbour-example.translate.goog: "-" for ".", "--" for "-"
        host = named["dashed"].replace("--", "\0").replace("-", ".").replace("\0", "-")
        return f"https://{host}{named.get('rest') or '/'}"
    inner = named.get("url") or ""
    if "%3a" in inner[:12].lower() or "%2f" in inner[:12].lower():
        inner = unquote(inner)
    if re.match(r"https?:/(?!/)", inner):  # some wrappers fold two slashes into one
        inner = inner.replace(":/", "://", 1)
    if "://" in inner[:10]:
        return inner
    return f"{'https' if named.get('tls') else (named.get('plain') and 'http') or outer.scheme}://{inner}"


def _is_dropped(pair: str, rules: AddressRules) -> bool:
    name = pair.partition("=")[0].lower()
    return name in rules.parameters or pair.lower() in rules.parameters or name.startswith(rules.stems)


def _desktop_host(host: str, rules: AddressRules) -> str:
    """Give the host that readers at a desk are sent to: ``www.`` for ``m.`` before a bare name."""
    first, _, rest = host.partition(".")
    if first in rules.hosts and "." in rest:
        return f"{rules.hosts[first]}{rest}" if _is_bare_name(rest, rules) else rest
    middle = host.split(".")
    if len(middle) > 3 and middle[1] in rules.hosts:  # en.m.harbour.example
        return ".".join([middle[0], *middle[2:]])
    return host


def _is_bare_name(host: str, rules: AddressRules) -> bool:
    labels = host.partition(":")[0].split(".")
    return len(labels) == 2 or (len(labels) == 3 and labels[1] in rules.second_levels)


def parts_of(address: str) -> SplitResult:
    """Take an address apart; what is no address, such as ``http://[here``, has no parts."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")
