"""Whether the article is all there, or cut off by a pay wall, a teaser's end or a notice in its place."""

import re
from collections.abc import Sequence

from newsledger.model import Receipt
from newsledger.page.facts.labelled import LabelledPage
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.markup.metadata import Fact
from newsledger.page.rules import Rules
from newsledger.page.words.phrases import means

# "… and the council …", "[…]", "[+1234 chars]": the text goes on elsewhere.
_ELLIPSIS = re.compile(r"(?:…|\.{3}|\[(?:…|\.{3})\]|\((?:…|\.{3}|more)\))[\s\"”’»)]*$")
_COUNTED = re.compile(r"\[\+\s?\d+ (?:chars|characters|words)\]\s*$|(?:…|\.{3})\s*\+\s?\d+ (?:chars|words)$")
# A longer body than this is given in full, whatever its wall says to a browser.
_WHOLE, _SHORT, _FEWEST, _NOTICE = 400, 150, 40, 120
_WALL_BELOW = 12
_LONGEST_NOTICE = 45
# A wall may stand at the end of the last paragraph, in so many words.
_TAIL = 14
_MUCH, _LITTLE = 0.9, 0.5


def read_complete(page: LabelledPage, rules: Rules) -> tuple[bool | None, Receipt | None]:
    """Say whether the article is whole, None where nothing tells.

    No: where words tell of a pay wall, where its text ends as a teaser ends, where the markup says that it is not
    free and little of it is there, and where a cookie or robot notice stands in its place. Yes: where the
    markup says that it is free, or counts as many words as there are.
    """
    body = [marked for marked, role in zip(page.lines, page.roles, strict=True) if role in ("body", "live_entry")]
    words = sum(marked.line.words for marked in body)
    line = _notice_in(body, rules) or (_notice_in(page.lines, rules) if words < _FEWEST else None)
    line = line or _wall(page, body, words, rules) or _cut_line(page, body, words, rules)
    if line:
        return False, Receipt(spans=(line.line.span,))
    # Short reports carry the wall of their site too: only a sentence that breaks off tells that it fell.
    if body and not body[-1].line.closed and (wall := page.facts("wall")):
        return False, Receipt(field=wall[0].field)
    return _told_by_markup(page, words, rules)


def _notice_in(lines: Sequence[MarkedLine], rules: Rules) -> MarkedLine | None:
    """Give the first line of a notice that stands where the article should be: at least half of what is told."""
    words = sum(marked.line.words for marked in lines)
    if words > 2 * _WHOLE:
        return None
    notices = [marked for marked in lines if means(rules.notices.find_words(marked.line.tokens), "cookies", "blocked")]
    told = sum(marked.line.words for marked in notices)
    return notices[0] if notices and told >= _LITTLE * words else None


def _wall(page: LabelledPage, body: Sequence[MarkedLine], words: int, rules: Rules) -> MarkedLine | None:
    """Give the line of a pay wall; that of a counter or a label tells only of an article of which little is there."""
    if words >= 2 * _WHOLE:
        return None
    layout = page.layout
    for marked in page.lines[layout.start : layout.end + _WALL_BELOW]:
        if marked.line.words > _LONGEST_NOTICE:
            continue
        rows = rules.notices.find_words(marked.line.tokens)
        metered = means(rows, "metered")
        if means(rows, "wall") or (means(marked.rows, "paywall") and not metered) or (metered and words < _WHOLE):
            return marked
    ends = body[-1:] if body and means(rules.notices.find_words(body[-1].line.tokens[-_TAIL:]), "wall") else ()
    return next(iter(ends), None)


def _is_counted(text: str) -> bool:
    # Most lines are long, and have no plus sign.
    return "+" in text and _COUNTED.search(text) is not None


def _breaks_off(text: str) -> bool:
    # Likewise: most have no ellipsis anywhere.
    return ("…" in text or "..." in text or "(more)" in text) and _ELLIPSIS.search(text) is not None


def _cut_line(page: LabelledPage, body: Sequence[MarkedLine], words: int, rules: Rules) -> MarkedLine | None:
    """Give the last line of a text that breaks off: after a count, or with an ellipsis before "Continue reading"."""
    if not body:
        return None
    last = body[-1]
    after = page.lines[max(0, page.layout.end - 1) : page.layout.end + 3]
    counted = next((marked for marked in (last, *after) if _is_counted(marked.line.text)), None)
    if counted:
        return counted
    if not _breaks_off(last.line.text):
        return None
    goes_on = any(means(rules.notices.find_words(marked.line.tokens), "cut") for marked in after)
    return last if goes_on or words <= _SHORT else None


def _told_by_markup(page: LabelledPage, words: int, rules: Rules) -> tuple[bool | None, Receipt | None]:
    free = [(_free(fact, rules), fact) for fact in page.facts("free")]
    free += [(_tier(fact, rules), fact) for fact in page.facts("tier")]
    counted = next((fact for fact in page.facts("words") if fact.value.isdecimal() and int(fact.value) > _NOTICE), None)
    share = words / int(counted.value) if counted else None
    locked = next((fact for value, fact in free if value is False), None)
    if locked:
        if words < _WHOLE or (share is not None and share < _LITTLE):
            return False, Receipt(field=locked.field)
        return (True, Receipt(field=counted.field)) if counted and share and share >= _MUCH else (None, None)
    open_ = next((fact for value, fact in free if value), None)
    if open_ and words:
        return True, Receipt(field=open_.field)
    return (True, Receipt(field=counted.field)) if counted and share and _MUCH <= share <= 1.5 else (None, None)


def _free(fact: Fact, rules: Rules) -> bool | None:
    value = fact.value.lower().rpartition("/")[2]
    return False if value in rules.classes["not_free"] else True if value in rules.classes["free_of_charge"] else None


def _tier(fact: Fact, rules: Rules) -> bool | None:
    value = fact.value.lower()
    return False if value in rules.classes["locked_tier"] else True if value in rules.classes["free_tier"] else None
