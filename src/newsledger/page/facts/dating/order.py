"""Whether the first of two numbers is the day or the month, as far as a page shows it."""

import re
from collections.abc import Iterator

from newsledger.page.facts.dating.scene import Scene
from newsledger.page.words.address import parts_of

# 14/05/2017 or 05/14/2017: one of them can be no month.
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?![\d/-])")
# A zone beside a clock: 06:52 AM EST, 09:20 BST.
_ZONE = re.compile(r"\d\s?(?:[AaPp]\.?[Mm]\.?)?,?\s?\(?([A-Z]{2,4})\b")
_MONTH_FIRST_ZONES = frozenset({"EST", "EDT", "ET", "CST", "CDT", "CT", "PST", "PDT", "PT", "MST", "MDT"})
_DAY_FIRST_ZONE_NAMES = "BST CET CEST EET EEST WAT SAST EAT PKT IST AEST AEDT NZST"
_DAY_FIRST_ZONES = frozenset(_DAY_FIRST_ZONE_NAMES.split())
# Domains of countries whose papers write the day first; those that anybody may rent are left out.
_DAY_FIRST_COUNTRIES = (
    "uk ie au nz in za ng ke pk bd lk gh ug tz zm zw mt cy sg my hk jm tt bb gy fj pg mm np mv bw na mw rw et eg sa ae "
    "qa kw om bh jo lb iq ma tn dz fr de es it pt nl be at ch lu dk no fi is pl cz sk si hr rs ba mk bg ro gr tr ua by "
    "ru kz ge az il mx br ar cl pe uy py bo ec ve cr gt hn ni pa do cu pr id th vn"
)
_DAY_FIRST_DOMAINS = frozenset(_DAY_FIRST_COUNTRIES.split())
_MONTH_FIRST_DOMAINS = frozenset({"us", "gov", "mil"})
# English as these countries write it has the day first; of "en-US" nothing is sure, since systems set it by themselves.
_DAY_FIRST_ENGLISH = frozenset({"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN", "en-ZA", "en-NG", "en-KE", "en-PK"})
_YEAR_FIRST = frozenset({"zh", "ja", "ko", "hu", "lt", "mn", "en"})


def find_order(scene: Scene, address: str, language: str | None) -> bool | None:
    """Say whether days stand before months in the numbers of a page; None where nothing or too much tells.

    The page's other numbers count first, then the zone of its clocks, the domain, the language.
    """
    for votes in (
        {vote for strip in scene.short() for vote in _by_numbers(strip.text)},
        {vote for strip in (*scene.above, *scene.below, *scene.after) for vote in _by_zone(strip.text)},
        set(_by_domain(address)),
        set(_by_language(language)),
    ):
        if votes:
            return votes.pop() if len(votes) == 1 else None
    return None


def _by_numbers(text: str) -> Iterator[bool]:
    for match in _NUMBERS.finditer(text[:400]):
        first, second = int(match.group(1)), int(match.group(3))
        if first <= 12 < second <= 31:
            yield False
        elif second <= 12 < first <= 31:
            yield True


def _by_zone(text: str) -> Iterator[bool]:
    for match in _ZONE.finditer(text[:400]):
        if match.group(1) in _MONTH_FIRST_ZONES:
            yield False
        elif match.group(1) in _DAY_FIRST_ZONES:
            yield True


def _by_domain(address: str) -> Iterator[bool]:
    try:
        host = parts_of(address).hostname or ""
    except ValueError:
        return
    domain = host.rpartition(".")[2]
    if domain in _DAY_FIRST_DOMAINS:
        yield True
    elif domain in _MONTH_FIRST_DOMAINS:
        yield False


def _by_language(language: str | None) -> Iterator[bool]:
    if language in _DAY_FIRST_ENGLISH or (language and language.split("-")[0] not in _YEAR_FIRST):
        yield True
