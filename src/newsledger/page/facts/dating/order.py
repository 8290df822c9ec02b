"""Whether the first of two numbers is the day or the month, as far as a page shows it."""

import re
from collections.abc import Iterator

from newsledger.page.facts.dating.scene import Scene
from newsledger.page.rules import Rules
from newsledger.page.words.address import parts_of

# 14/05/2017 or 05/14/2017: one of them can be no month.
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?![\d/-])")
# A zone beside a clock: 06:52 AM EST, 09:20 BST.
_ZONE = re.compile(r"\d\s?(?:[AaPp]\.?[Mm]\.?)?,?\s?\(?([A-Z]{2,4})\b")
_MONTH_FIRST_DOMAINS = frozenset({"us", "gov", "mil"})


def find_order(scene: Scene, address: str, language: str | None, rules: Rules) -> bool | None:
    """Say whether days stand before months in the numbers of a page; None where nothing or too much tells.

    The page's other numbers count first, then the zone of its clocks, the domain, the language.
    """
    for votes in (
        {vote for strip in scene.short() for vote in _by_numbers(strip.text)},
        {vote for strip in (*scene.above, *scene.below, *scene.after) for vote in _by_zone(strip.text, rules)},
        set(_by_domain(address, rules)),
        set(_by_language(language, rules)),
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


def _by_zone(text: str, rules: Rules) -> Iterator[bool]:
    for match in _ZONE.finditer(text[:400]):
        if match.group(1) in rules.classes["month_first_zone"]:
            yield False
        elif match.group(1) in rules.classes["day_first_zone"]:
            yield True


def _by_domain(address: str, rules: Rules) -> Iterator[bool]:
    try:
        host = parts_of(address).hostname or ""
    except ValueError:
        return
    domain = host.rpartition(".")[2]
    if domain in rules.classes["day_first_domain"]:
        yield True
    elif domain in _MONTH_FIRST_DOMAINS:
        yield False


def _by_language(language: str | None, rules: Rules) -> Iterator[bool]:
    if language in rules.classes["day_first_english"] or (
        language and language.split("-")[0] not in rules.classes["year_first_language"]
    ):
        yield True
