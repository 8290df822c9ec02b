"""The short phrases that every view uses: who, when, where, how many."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from newsledger.model import Actor, Article, Event, Expectation, PageDate, Record, Span, Timex
from newsledger.show.telling.index import paragraphs_of

Finding = TypeVar("Finding", Event, Expectation)

# "2017-01-20", "2017-01-20T14:05Z", "2017-01", "2017"; not "2017-W03" or "-".
_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?=[T ]|$)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BASES = {
    "given": "as given",
    "metadata": "from the page's metadata",
    "url": "from the page's address",
    "text": "from the page's text",
    "feed": "from the feed that named it",
    "inferred": "inferred from",
}


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the first mention of each happening or expectation."""
    return tuple(finding for finding in findings if finding.same_as is None)


def dated(when: PageDate, text: str) -> str:
    """Say when a page was published and how that is known: ``21 Jan 2017, inferred from “Saturday”``."""
    if when.value is None:
        return "not dated"
    spans = when.receipt.spans if when.receipt else ()
    cut = " and ".join(quoted([span], text) for span in spans)
    return " ".join(part for part in (f"{iso(when.value)},", _BASES[when.basis], cut) if part)


def caveats(record: Record) -> tuple[str, ...]:
    """Say what a reader must know of a record before its counts: no model for its language, not the whole article."""
    article = record.article
    told = []
    if article.language and article.language.split("-")[0] != "en" and not record.sentences:
        told.append(f"In the language “{article.language}”, for which findings need a model: the page alone was read.")
    if article.complete is False:
        told.append("Not the whole article: it is cut off, or behind a wall.")
    return tuple(told)


def name_of(headline: str | None, url: str | None) -> str:
    """Name an article on one line: by its headline, else by what of its address tells it from others."""
    return " ".join((headline or short_address(url or "") or "an article without a headline").split())


def short_address(url: str) -> str:
    """Shorten an address of the web to its host and the longest part of its path, which mostly has the words.

    What is left out has an ellipsis, ``coastpost.example/…/ferry-runs-aground``; a number in the question stays where
    the path has no words. Any other address stays as it is.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[half": no such host can be
        return url
    if parts.scheme not in ("http", "https"):
        return url
    steps = [step for step in parts.path.split("/") if step] or [""]
    at = max(range(len(steps)), key=lambda number: len(steps[number]))
    asked = f"?{parts.query}" if parts.query and "-" not in steps[at] else ""
    before = "…/" if at else ""
    after = "/…" if at + 1 < len(steps) and not asked else ""
    path = f"{before}{unquote(steps[at])}{asked}{after}"
    return parts.netloc.removeprefix("www.") + (f"/{path}" if path else "")


def as_named(folded: str, names: Iterable[str]) -> str:
    """Write parties as they are named: stories hold them against each other in small letters, "donald trump, kenya"."""
    words = {name: set(name.lower().split()) for name in names}
    found = []
    for one in folded.split(", "):
        known = set(one.split())
        found.append(next((name for name, has in words.items() if known and (known <= has or has <= known)), one))
    return ", ".join(found)


def iso(value: str) -> str:
    """Write an ISO year, month or day as prose does: ``20 Jan 2017``; what is none stays as it is."""
    found = _ISO.match(value)
    if found is None:
        return value
    year, month, day = found.groups()
    return " ".join(filter(None, (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year)))


def moment(at: str) -> str:
    """Write a live entry's time as prose does: ``14:05``, ``12 Oct 2021, 14:05``."""
    day, _, clock = at.partition("T")
    return ", ".join(filter(None, (iso(day) if day else "", clock[:5])))


def whole(earliest: date, latest: date) -> str:
    """Write a window of whole months or years without days that nobody named: ``Jan 2018``, ``2016 – 2018``.

    ``""`` where it is of other days.
    """
    if earliest.day != 1 or (latest + timedelta(days=1) if latest < date.max else date.min).day != 1:
        return ""
    length = 4 if (earliest.month, latest.month) == (1, 12) else 7
    first, last = iso(earliest.isoformat()[:length]), iso(latest.isoformat()[:length])
    return first if first == last else f"{first} – {last}"


def window(earliest: date | None, latest: date | None) -> str:
    """Write a window of days: ``20 Feb 2017 – 21 Jan 2018``, ``5 – 12 Mar 2018``, ``Jan 2018``; ``""`` for none.

    One that begins with a month and has no end is told by the month: "since January" is seldom "since 1 January".
    """
    if earliest and latest and (told := whole(earliest, latest)):
        return told
    if earliest and latest:
        first, last = iso(earliest.isoformat()), iso(latest.isoformat())
        return first if first == last else f"{_unlike(first, last)} – {last}"
    if earliest:
        return f"from {iso(earliest.isoformat()[: 7 if earliest.day == 1 else 10])}"
    return f"until {iso(latest.isoformat())}" if latest else ""


def _unlike(first: str, last: str) -> str:
    """Leave out of a day the year and the month that it has in common with the last one."""
    parts, others = first.split(), last.split()
    while len(parts) > 1 and parts[-1] == others[-1]:
        parts.pop()
        others.pop()
    return " ".join(parts)


def timed(timex: Timex) -> str:
    """Write the days of words of time, no more exactly than these: "since January" is ``from Jan 2021``."""
    value = timex.value or ""
    first_day = f"{value}-01-01"[: len("2021-01-01")]
    if timex.earliest and not timex.latest and len(value) in (4, 7) and timex.earliest.isoformat() == first_day:
        return f"from {iso(value)}"
    return window(timex.earliest, timex.latest)


def land(actor: Actor) -> str | None:
    """Write an actor's country; one that is only inferred has a question mark: ``NOR?``."""
    return actor.country or (f"{actor.country_inferred}?" if actor.country_inferred else None)


def described(actor: Actor, *, codes: bool = True) -> str:
    """Say what is known of an actor: ``Anna Berg · person · NOR GOV · foreign minister · 3 mentions``."""
    known = " ".join(filter(None, (land(actor), actor.sector))) if codes else ""
    parts = (actor.name, actor.kind, known, actor.role, count(len(actor.mentions), "mention"))
    return " · ".join(part for part in parts if part)


def kind(event: Event) -> str:
    """Name an event's type: ``CONSULT``, ``OTHER election``."""
    return f"{event.event_type} {event.other_kind.replace('_', ' ')}" if event.other_kind else event.event_type


def words(spans: Iterable[Span], text: str) -> str:
    """Cut the words, on one line."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def quoted(spans: Iterable[Span], text: str) -> str:
    """Cut the words and put quotation marks around them, in place of their own."""
    return "“" + words(spans, text).strip("“”\"'‘’ ") + "”"


def place(article: Article, span: Span) -> str:
    """Say where words stand: ``body ¶5, 812–871``."""
    paragraphs = paragraphs_of(article)
    found = paragraphs.holding(span.start)
    if found is None:
        return f"{span.start}–{span.end}"
    holder, number = found
    paragraph = f" ¶{number}" if paragraphs.counts[holder.role] > 1 else ""
    return f"{holder.role.replace('_', ' ')}{paragraph}, {span.start}–{span.end}"


def count(number: int, thing: str) -> str:
    """Count things: ``1 event``, ``2 events``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
