"""The dates that the markup gives, as far as each of its keys is trusted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from newsledger.model import PageDate
from newsledger.page.facts.dating.lines import meaning_of
from newsledger.page.facts.dating.scene import Strip
from newsledger.page.facts.labelled import LabelledPage
from newsledger.page.rules import Rules
from newsledger.page.words.stamps import resolve_metadata

# Class names and the like tell the date of the nearest thing, which may be a teaser: the page's words go first.
_SURE = 4
_BESIDE = 200
_LISTED = 4


def read_marked(page: LabelledPage, kind: str, rules: Rules, *, sure: bool = True) -> PageDate | None:
    """Read the date of a kind that the markup gives, the most trusted first, to the time of day where it has that."""
    return _most_exact(_dates(page, kind, rules, sure=sure))


def read_changed(page: LabelledPage, published: PageDate | None, rules: Rules) -> PageDate | None:
    """Read when the markup says the page was changed; of several, one that differs from its first day and time."""
    dates = _dates(page, "modified", rules) or _dates(page, "modified", rules, sure=False)
    value = published.value if published else None
    later = [date for date in dates if published and date.value != value and _is_later(date, published)]
    return _most_exact(later or dates)


def find_timed(page: LabelledPage, strips: Sequence[Strip], rules: Rules) -> Iterator[tuple[str, PageDate]]:
    """Find the lines whose words stand in a ``<time datetime>``, as "3 hours ago" does: what it is of, and the date."""
    for strip in strips:
        for stamp in page.facts("time"):
            start = strip.text.find(stamp.words) if stamp.words else -1
            if start < 0 or len(strip.text) > len(stamp.words) + _BESIDE:
                continue
            found = resolve_metadata(stamp.value, stamp.field, rules.months)
            means = meaning_of(strip.text[:start], rules)
            if found and found.day and means != "other":
                yield means, found


def agree(one: PageDate, two: PageDate) -> bool:
    """Say whether two dates are of one day, or of neighbours in two time zones."""
    return bool(one.day and two.day and abs(one.day - two.day) <= timedelta(days=1))


def _is_later(date: PageDate, published: PageDate) -> bool:
    return bool(date.latest and published.earliest and date.latest >= published.earliest)


def _dates(page: LabelledPage, kind: str, rules: Rules, *, sure: bool = True) -> list[PageDate]:
    facts = [fact for fact in page.facts(kind) if fact.trust <= _SURE or not sure]
    stamps = Counter(field for field, _ in {(fact.field, fact.value) for fact in facts})
    # So many stamps under one key are those of a list of other articles.
    facts = [fact for fact in facts if stamps[fact.field] < _LISTED]
    return [date for fact in facts if (date := resolve_metadata(fact.value, fact.field, rules.months))]


def _most_exact(dates: list[PageDate]) -> PageDate | None:
    """Give the most trusted date, with its time of day where another key of the same day has that."""
    same = [date for date in dates if date.day == dates[0].day]
    return next((date for date in same if "T" in (date.value or "")), dates[0] if dates else None)
