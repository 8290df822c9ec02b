"""When a page was published and when it was changed."""

from datetime import timedelta

from newsledger.model import PageDate
from newsledger.page.facts.page import Page
from newsledger.page.markup.metadata import Fact
from newsledger.page.rules import Rules
from newsledger.page.words.dateline import read_dateline
from newsledger.page.words.dates import find_days, resolve_given, resolve_metadata, resolve_text, resolve_url
from newsledger.page.words.phrases import means

_HEAD = 200
# Class names and the like tell the date of the nearest thing, which may be a teaser: the page's words go first.
_SURE = 4
_DATED_ROLES = frozenset({"furniture", "byline", "standfirst"})
_ABOVE, _BELOW = 6, 4


def read_dates(page: Page, rules: Rules) -> tuple[PageDate, PageDate | None]:
    """Take the dates of publication and change.

    A date that somebody gave wins, then the markup, then the page's own words near its headline,
    then the address. A page without any has an unknown date, to be dated by its words later.
    """
    words_published, words_modified = _dates_in_words(page, rules)
    published = (
        _in_markup(page, "published", rules)
        or words_published
        or _date_in_dateline(page, rules)
        or _in_markup(page, "published", rules, sure=False)
        or _date_in_address(page, rules)
    )
    if isinstance(page.capture.published, str):
        published = resolve_given(page.capture.published)
    return published or PageDate(), _changed(page, published, rules) or words_modified


def _changed(page: Page, published: PageDate | None, rules: Rules) -> PageDate | None:
    """Give when the markup says the page was changed; of several, one that differs from its first day and time."""
    dates = _dates(page, "modified", rules) or _dates(page, "modified", rules, sure=False)
    value = published.value if published else None
    later = [date for date in dates if published and date.value != value and _is_later(date, published)]
    return _most_exact(later or dates)


def _is_later(date: PageDate, published: PageDate) -> bool:
    return bool(date.latest and published.earliest and date.latest >= published.earliest)


def _in_markup(page: Page, kind: str, rules: Rules, *, sure: bool = True) -> PageDate | None:
    return _most_exact(_dates(page, kind, rules, sure=sure))


def _dates(page: Page, kind: str, rules: Rules, *, sure: bool = True) -> list[PageDate]:
    facts = (fact for fact in page.facts(kind) if fact.trust <= _SURE or not sure)
    return [date for fact in facts if (date := resolve_metadata(fact.value, fact.field, rules.months))]


def _most_exact(dates: list[PageDate]) -> PageDate | None:
    """Give the most trusted date, with its time of day where another key of the same day has that."""
    same = [date for date in dates if date.day == dates[0].day]
    return next((date for date in same if "T" in (date.value or "")), dates[0] if dates else None)


def _date_in_dateline(page: Page, rules: Rules) -> PageDate | None:
    first = next(page.of_role("body"), None)
    found = first and read_dateline(first.line.text[:_HEAD], rules.agencies, rules.months)
    if not first or not found:
        return None
    day = next(find_days(first.line.text[: found.end], rules.months), None)
    return resolve_text(day, first.line.start) if day else None


def _date_in_address(page: Page, rules: Rules) -> PageDate | None:
    address = page.capture.url or next((fact.value for fact in page.facts("canonical_url")), "")
    return resolve_url(address, rules.months)


def _dates_in_words(page: Page, rules: Rules) -> tuple[PageDate | None, PageDate | None]:
    """Find the date line: before the first paragraph or just after the last, not in a list of teasers."""
    layout = page.layout
    top = (layout.headline if layout.headline is not None else layout.start) - _ABOVE
    published = modified = bare = None
    for number, marked in enumerate(page.lines):
        if not (top <= number < layout.start or layout.end <= number < layout.end + _BELOW):
            continue
        if page.roles[number] not in _DATED_ROLES:
            continue
        dates = [resolve_text(day, marked.line.start) for day in marked.days]
        stamp = _stamp_of(marked.line.text, page.facts("time"), dates[0] if dates else None, rules)
        if stamp or dates:
            first = stamp or dates[0]
            if means(marked.rows, "published"):
                published = published or first
                modified = modified or (dates[1] if len(dates) > 1 else None)
            elif means(marked.rows, "modified"):
                modified = modified or first
            elif number < layout.start:
                bare = bare or first
    return published or bare, modified


def _stamp_of(text: str, stamps: tuple[Fact, ...], written: PageDate | None, rules: Rules) -> PageDate | None:
    """Give the ``<time datetime>`` whose words are a line's, as in "3 hours ago"; a written day must agree."""
    for stamp in stamps:
        if not stamp.words or stamp.words not in text or len(text) > len(stamp.words) + _HEAD:
            continue
        found = resolve_metadata(stamp.value, stamp.field, rules.months)
        if found and found.day and (written is None or _agree(found, written)):
            return found
    return None


def _agree(stamp: PageDate, written: PageDate) -> bool:
    """Say whether two dates are of one day, or of neighbours in two time zones."""
    return bool(stamp.day and written.day and abs(stamp.day - written.day) <= timedelta(days=1))
