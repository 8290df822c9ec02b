"""The dates of a page, from the surest of what gives one."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from newsledger.model import Capture, PageDate, Receipt, shift_day
from newsledger.page.facts.dating.lines import Stamp, find_stamps, find_told, meaning_of
from newsledger.page.facts.dating.markup import agree, find_timed, read_changed, read_marked
from newsledger.page.facts.dating.order import find_order
from newsledger.page.facts.dating.scene import Scene, scene_of_clean, scene_of_page
from newsledger.page.facts.dating.years import choose_reading, find_year, stated_days
from newsledger.page.facts.labelled import LabelledPage
from newsledger.page.rules import Rules
from newsledger.page.words.dateline import read_dateline
from newsledger.page.words.dates import WrittenDay, find_written
from newsledger.page.words.language import find_language
from newsledger.page.words.line import Part, words_of
from newsledger.page.words.stamps import resolve_given, resolve_text, resolve_url

_HEAD = 200
_GREENWICH = ("Z", "+00:00", "+0000")
_ADDRESS = re.compile(r"https?://[^\s<>\"'()]{8,400}", re.IGNORECASE)
# A date by itself stands at most so many lines above its headline.
_JUST_ABOVE = 3
# Home » Harbours, HomeHarbours; not Homes, nor "Home rule"
_HOME = re.compile(r"Home(?:[A-Z]|\s*[»›>|/]|$)")
# Posted by: Anna Holm
_LONGEST_LABEL = 4
_FEWEST_SHARED, _SHARE = 2, 0.6


def read_dates(page: LabelledPage, rules: Rules) -> tuple[PageDate, PageDate | None]:
    """Read when a page was published and when it was changed.

    A date that somebody gave wins, then the markup, the address, and a line of the page that states
    it. A page without any has an unknown date, to be dated by its words later.
    """
    dater = _Dater(scene_of_page(page), _address(page), _language(page), rules)
    stamps = dater.stamps()
    by_address = resolve_url(dater.address, rules.months)
    published = _given(page.capture) or _on_its_own_day(read_marked(page, "published", rules), by_address)
    if published is None:
        published = by_address
        if published is None or published.day is None:
            stated = _with_clock(dater.published(stamps), page, dater.scene, rules)
            published = _within(published, stated or read_marked(page, "published", rules, sure=False))
    modified = read_changed(page, published, rules) or dater.modified(stamps)
    return published or PageDate(), modified


def _on_its_own_day(marked: PageDate | None, by_address: PageDate | None) -> PageDate | None:
    """Take the address's day where the markup has the neighbouring one by Greenwich: papers name days by their own."""
    if marked is None or by_address is None or not (marked.value or "").endswith(_GREENWICH):
        return marked
    return by_address if agree(marked, by_address) and marked.day != by_address.day else marked


def _with_clock(stated: PageDate | None, page: LabelledPage, scene: Scene, rules: Rules) -> PageDate | None:
    """Take a date line's ``<time>``, which is exact, where the words agree with it or give no day."""
    timed = [
        found for means, found in find_timed(page, (*scene.below, *scene.above[::-1]), rules) if means != "modified"
    ]
    return next((found for found in timed if stated is None or agree(found, stated)), stated)


def _given(capture: Capture) -> PageDate | None:
    return resolve_given(capture.published) if isinstance(capture.published, str) else None


def read_clean_date(capture: Capture, text: str, parts: Sequence[Part], rules: Rules) -> PageDate:
    """Read when a clean text was published: as somebody gave it, or as its first lines or its dateline state."""
    given = _given(capture)
    if given:
        return given
    dater = _Dater(scene_of_clean(text, parts), capture.url or "", None, rules)
    by_address = resolve_url(dater.address, rules.months)
    if by_address and by_address.day:
        return by_address
    return _within(by_address, dater.published(dater.stamps())) or PageDate()


def _within(month: PageDate | None, found: PageDate | None) -> PageDate | None:
    """Take the day of the words where it lies in the month of the address, else that month."""
    if month is None or month.earliest is None or month.latest is None or found is None or found.day is None:
        return found or month
    # A page may be dated a day off its address, by another zone.
    return found if shift_day(month.earliest, -1) <= found.day <= shift_day(month.latest, 1) else month


def _address(page: LabelledPage) -> str:
    return page.capture.url or next((fact.value for fact in page.facts("canonical_url")), "")


def _language(page: LabelledPage) -> str | None:
    return next((fact.value.replace("_", "-") for fact in page.facts("language")), None)


class _Dater:
    """Reads the dates that the words of one page state."""

    def __init__(self, scene: Scene, address: str, declared: str | None, rules: Rules) -> None:
        self.scene = scene
        self.address = address
        self.declared = declared
        self.rules = rules

    @cached_property
    def after(self) -> list[Stamp]:
        """The stamps after the last paragraph."""
        return find_stamps(self.scene.after, self.rules)

    def stamps(self) -> tuple[list[Stamp], list[Stamp]]:
        """Find the stamps below the headline and above it, there the nearest first."""
        above = find_stamps(self.scene.above, self.rules)[::-1]
        return find_stamps(self.scene.below, self.rules), above

    def modified(self, stamps: tuple[list[Stamp], list[Stamp]]) -> PageDate | None:
        """Give the day of the last change that a line states."""
        changes = [stamp for stamp in (*stamps[0], *stamps[1]) if stamp.means == "modified"]
        changes += [stamp for stamp in self.after if stamp.means == "modified"]
        return next((found for stamp in changes if (found := self._page_date(stamp))), None)

    def published(self, stamps: tuple[list[Stamp], list[Stamp]]) -> PageDate | None:
        """Give the day that the page states, the line that says so first, then a date line, then a dateline."""
        below, above = stamps
        stated = [stamp for stamp in (*below, *above) if stamp.means == "published"]
        told = find_told((*self.scene.first, *self.scene.after, *self.scene.last), self.rules)
        stated += [stamp for stamp in self.after if stamp.means == "published"]
        stated += self._signed()
        for stamp in (*stated, *self._bare(below, above), *self._datelines(), *told):
            if found := self._page_date(stamp):
                return found
        return self._by_own_address()

    def _signed(self) -> Iterator[Stamp]:
        """Give the date below a post that a cue follows on the next line: "3 May 2017 9:54 AM", "Posted by:"."""
        for stamp in self.after:
            below = next((strip.text for strip in self.scene.after if strip.start > stamp.strip.start), "")
            signed = len(words_of(below)) <= _LONGEST_LABEL and meaning_of(below, self.rules) == "published"
            if stamp.means == "bare" and signed:
                yield stamp

    def _bare(self, below: Sequence[Stamp], above: Sequence[Stamp]) -> Iterator[Stamp]:
        """Give the date line: below the headline, else the one day that stands above it.

        Several days above are those of a list, one far above or above a menu is the site's clock. No picture of a page
        is younger than the page.
        """
        pictured = max((found.day for found in stated_days(self.scene.pictures, self.rules)), default=date.min)
        bare = [stamp for stamp in below if stamp.means == "bare"]
        if not bare:
            bare = [stamp for stamp in above if stamp.means == "bare"]
            if len({(*stamp.written.readings, stamp.written.year) for stamp in bare}) > 1:
                return
            bare = [stamp for stamp in bare if self._is_of_headline(stamp)]
        for stamp in bare:
            days = stamp.written.days()
            if not days or shift_day(max(days), 1) >= pictured:
                yield stamp

    def _is_of_headline(self, stamp: Stamp) -> bool:
        """Say whether a date above the headline stands close to it, with no "Home" of a menu between."""
        below = [strip.text for strip in self.scene.above if strip.start > stamp.strip.start]
        return len(below) < _JUST_ABOVE and not any(_HOME.match(text) for text in (*below, self.scene.headline))

    def _datelines(self) -> Iterator[Stamp]:
        for strip in self.scene.first:
            head = strip.text[:_HEAD]
            found = read_dateline(head, self.rules.agencies, self.rules.months)
            for written in find_written(head[: found.end], self.rules.months, self.rules.weekdays) if found else ():
                yield Stamp(means="published", written=written, strip=strip)

    def _page_date(self, stamp: Stamp) -> PageDate | None:
        """Make the date of a stamp, None where its year or the order of its numbers stays open."""
        written, strip = stamp.written, stamp.strip
        if written.year is None:
            placed = find_year(written, strip, self.scene, self.rules)
            return resolve_text(placed.day, *placed.spans) if placed else None
        day = self._day(written)
        return resolve_text(day, strip.span(written.start, written.end)) if day else None

    def _day(self, written: WrittenDay) -> date | None:
        days = written.days()
        if len(days) < 2:
            return days[0] if days else None
        order = find_order(self.scene, self.address, self._spoken(), self.rules)
        if order is None:
            return choose_reading(days, self.scene, self.rules)
        return days[0] if order else days[1]

    def _spoken(self) -> str | None:
        content = " ".join(strip.text for strip in self.scene.first)
        return find_language(content, self.declared)

    def _by_own_address(self) -> PageDate | None:
        """Read the day in an address that the page prints, where the words of the address are those of its headline."""
        headline = set(words_of(self.scene.headline))
        for strip in (*self.scene.above, *self.scene.below, *self.scene.after):
            for match in _ADDRESS.finditer(strip.text[:1_000]):
                found = resolve_url(match.group(), self.rules.months)
                if found and found.day and _shares(match.group(), headline, self.rules):
                    span = strip.span(match.start(), match.end())
                    return PageDate(
                        value=found.value,
                        earliest=found.earliest,
                        latest=found.latest,
                        basis="text",
                        receipt=Receipt(spans=(span,)),
                    )
        return None


def _shares(address: str, headline: set[str], rules: Rules) -> bool:
    slug = max(address.split("/")[3:], key=len, default="")
    words = [
        word
        for word in words_of(slug.replace("_", "-"))
        if word.isalpha() and word not in rules.classes["address_word"]
    ]
    shared = sum(word in headline for word in words)
    return shared >= _FEWEST_SHARED and shared >= _SHARE * len(words)
