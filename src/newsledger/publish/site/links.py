"""Where a page of the site stands as a file, and where a link leads: to a file, or nowhere."""

import hashlib
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def file_of(kind: str, identifier: str, form: str = "html") -> str:
    """Name the file of an article, a story or a happening; no folder has too many for a small disk.

    Args:
        kind: ``article``, ``story`` or ``happening``.
        identifier: Its id, hexadecimal; a happening's has a colon in it, which not every disk takes.
        form: The ending.
    """
    return f"{kind}/{identifier[:2]}/{identifier.replace(':', '-')}.{form}"


def actor_file(key: str) -> str:
    """Name the file of an actor by his key, which may hold any letters."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    plain = _NOT_PLAIN.sub("-", key.rpartition(":")[2].lower()).strip("-")[:_LONGEST].strip("-")
    return f"actor/{digest[:2]}/{'-'.join(filter(None, (plain, digest)))}.html"


def relative(target: str, at: str) -> str:
    """Write a link from one file of the site to another."""
    return "../" * at.count("/") + quote(target, safe="/#?=&-._~:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Leads from the addresses that the pages know to files.

    Attributes:
        articles: Ids of those that are published; ``stories``, ``happenings`` likewise.
        actors: Files by keys.
        plain: Files by addresses: of lists, and of what stands once.
        heads: The key under which a person is listed, by his other keys.
        home_of: Gives the article of a finding.
        finding_of: Gives the finding that tells most of a happening that has no page.
        today: The day of the site.
    """

    articles: Set[str]
    stories: Set[str]
    happenings: Set[str]
    actors: Mapping[str, str]
    plain: Mapping[str, str]
    heads: Mapping[str, str]
    home_of: Callable[[str], str | None]
    finding_of: Callable[[str], str | None]
    today: str

    def file(self, address: str) -> str | None:
        """Give the file that an address leads to, with the part of it where that is named; None where there is none."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        asked = {name: value for name, value in parse_qsl(parts.query) if (name, value) != ("today", self.today)}
        found = self.plain.get(self.plainly(path, asked)) or self._one(path, asked)
        if found is None:
            return None
        return f"{found}#{parts.fragment}" if parts.fragment and "#" not in found else found

    @staticmethod
    def plainly(path: str, asked: Mapping[str, str]) -> str:
        """Write an address in one way."""
        return f"{path}?{urlencode(sorted(asked.items()))}" if asked else path

    def _one(self, path: str, asked: Mapping[str, str]) -> str | None:
        # What the publisher itself leads to stands in the address as the file.
        if path.startswith("/static/") or path.endswith((".html", ".atom", ".feed.json")):
            return path[1:]
        kind, _, identifier = path[1:].partition("/")
        if path.endswith((".json", ".svg")) and identifier:
            page, _, form = path.rpartition(".")
            found = self._one(page, asked)
            return f"{found.removesuffix('.html')}.{form}" if found and found.endswith(".html") else None
        if kind == "actor":
            key = asked.get("key", "")
            return self.actors.get(self.heads.get(key, key))
        if kind == "article" and asked.keys() <= {"f"} and identifier in self.articles:
            return file_of(kind, identifier)
        if kind == "story" and not asked and identifier in self.stories:
            return file_of(kind, identifier)
        if kind == "happening" and not asked:
            return self._happening(identifier)
        return self._finding(identifier) if kind == "finding" and not asked else None

    def _happening(self, identifier: str) -> str | None:
        if identifier in self.happenings:
            return file_of("happening", identifier)
        finding = self.finding_of(identifier)
        return self._finding(finding) if finding else None

    def _finding(self, identifier: str) -> str | None:
        """Lead to a finding where it stands in its article: it has no page of its own."""
        article = self.home_of(identifier)
        if article is None or article not in self.articles:
            return None
        return f"{file_of('article', article)}#f-{identifier}"
