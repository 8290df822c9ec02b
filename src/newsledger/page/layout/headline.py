"""Which line is the headline."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from newsledger.page.layout.prose import MarkedLine, main_start
from newsledger.page.words.line import Line, words_of
from newsledger.page.words.phrases import means

# Press release No. 12; № 3: what a paper is, above its headline
_NUMBERED = re.compile(r"\b(?:no|nr|vol|issue)\b\.? ?\d|№ ?\d", re.IGNORECASE)
# From: Press Office; Ministry of Fisheries: who sends it
_SENDER = re.compile(
    r"(?:from|to|cc|date|sent|for release)\b(?:\s?:|$| [A-Z]\w+day$)"
    r"|(?:the )?(?:ministry|department|office|embassy|republic|government|kingdom|university) of "
    r"(?:\S{1,40} ){0,3}\S{1,40}$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_FEWEST, _MOST = 2, 40
_ENOUGH = 1.0
# So many lines above the body, at most, is the headline of a page that does not name its title.
_HEAD = 14
_NO_HEADLINES = ("furniture", "related", "home", "byline", "published", "modified", "credit")
_LOWERED = 1.5
_JUST_ABOVE, _SHORT_HEADLINE = 4, 0.4
_NEAR, _CLOSE, _BELOW = 40, 0.6, -1.0
# A date or a "By" just below is what a headline has; of two copies it tells the headline from the one in a share box.
_HEADS, _FEWEST_HEADING, _HEADED_BY, _COPIES_WITHIN = 0.8, 4, 3, 40
_LONGEST_CLOSED = 12
# What a line's form and place are worth at most, and its markup.
_MOST_UNLIKE, _MOST_MARKED = 2.41, 2.5


def find_headline(lines: Sequence[MarkedLine], titles: Sequence[str], article: frozenset[int]) -> int | None:
    """Find the headline: the line most like the page's title, near the body, and shaped like one.

    Args:
        lines: All lines of the page, its ``<title>`` not among them.
        titles: What the page calls itself, the most trusted first.
        article: The lines of the article's body.

    Returns:
        Its index, None where no line is good enough.
    """
    wanted = [Counter(words_of(title)) for title in dict.fromkeys(titles)]
    start = main_start(lines, article)
    aim = len(lines) if start is None else start
    headline = _most_titled(lines, wanted, aim) if wanted else _best_shaped(lines, aim)
    return None if headline is None else _without_menu(lines, _first_that_heads(lines, headline))


def _most_titled(lines: Sequence[MarkedLine], wanted: Sequence[Counter[str]], aim: int) -> int | None:
    """Give the headline of a page that names its title: a line that shares no word with it only if no other will do."""
    known = frozenset().union(*wanted)
    like = [number for number, marked in enumerate(lines) if not known.isdisjoint(marked.line.tokens)]
    worth, number = _best(_scores(lines, wanted, like), aim, _near_body)
    if worth <= _MOST_UNLIKE + _MOST_MARKED * any(marked.line.tag for marked in lines):
        worth, number = _best(_scores(lines, wanted, range(len(lines))), aim, _near_body)
    return number if worth >= _ENOUGH else None


def _best_shaped(lines: Sequence[MarkedLine], aim: int) -> int | None:
    """Give the headline of a page that names no title: by its form, without markup never below the body's start."""
    stop = len(lines) if any(marked.line.tag for marked in lines) else min(len(lines), aim + 1)
    scores = _scores(lines, (), range(stop))
    worth, number = _best(scores, aim, _top_of_head)
    return _last_alike(lines[:aim], number) if worth >= _ENOUGH else _just_above(scores, aim)


def _headed(lines: Sequence[MarkedLine]) -> frozenset[int]:
    """Give the indices of the lines that a byline or a date follows within a few."""
    below = (number for number, marked in enumerate(lines) if (marked.days or marked.rows) and _is_below(marked))
    return frozenset(above for number in below for above in range(max(0, number - _HEADED_BY), number))


def _is_below(marked: MarkedLine) -> bool:
    if (marked.line.closed and marked.line.words > _LONGEST_CLOSED) or means(marked.rows, "credit", "caption"):
        return False
    return bool(marked.days) or means(marked.rows, "byline", "published")


def _first_that_heads(lines: Sequence[MarkedLine], headline: int) -> int:
    """Give the first copy of the headline that byline or date follow; the headline itself where none does."""
    words, tag = lines[headline].line.tokens, lines[headline].line.tag
    first = max(0, headline - _COPIES_WITHIN)
    copies = [number for number in range(first, headline) if lines[number].line.tokens == words]
    headed = _headed(lines[: headline + 1]) if copies else frozenset()
    return next(
        (
            number
            for number in copies
            if number in headed and lines[number].line.tag == tag and lines[number + 1].line.tokens != words
        ),
        headline,
    )


def _just_above(scores: Mapping[int, float], aim: int) -> int | None:
    """Give the nearest line above the body that may be a headline, however short; None where none may."""
    above = range(aim - 1, aim - 1 - _JUST_ABOVE, -1)
    return next((number for number in above if scores.get(number, 0.0) >= _SHORT_HEADLINE), None)


def _last_alike(lines: Sequence[MarkedLine], headline: int) -> int:
    """Give the last line with the headline's words: a title or breadcrumb before it may have the same."""
    if headline >= len(lines):
        return headline
    words = lines[headline].line.tokens
    return max(number for number, marked in enumerate(lines) if marked.line.tokens == words)


def _without_menu(lines: Sequence[MarkedLine], headline: int) -> int:
    """Give the headline below a line that a menu runs into: "HomeNewsOld lock closes" above "Old lock closes"."""
    text = lines[headline].line.text
    return next(
        (
            number
            for number in range(headline + 1, min(len(lines), headline + 1 + _HEADED_BY))
            if lines[number].line.words >= _FEWEST_HEADING and is_run_into(text, lines[number].line.text)
        ),
        headline,
    )


def is_run_into(text: str, headline: str) -> bool:
    """Say whether a line ends in a headline that a small letter stands before: the end of a menu."""
    return text.endswith(headline) and text[: -len(headline)][-1:].islower() and headline[0].isupper()


def _best(scores: Mapping[int, float], aim: int, place: Callable[[int], float]) -> tuple[float, int]:
    """Give the most that a line's score and place are worth, and the last line that is worth it."""
    worths = [(score + place(aim - number), number) for number, score in scores.items() if score > 0]
    return max(worths, default=(0.0, 0))


def _scores(lines: Sequence[MarkedLine], wanted: Sequence[Counter[str]], numbers: Iterable[int]) -> dict[int, float]:
    """Score lines: the form of each, its likeness to the titles, and whether a byline or a date follows it."""
    headed = _headed(lines)
    scores = {}
    for number in numbers:
        marked = lines[number]
        score = _score(marked, wanted)
        # Who sends a release stands where its headline stands, in the same shape.
        if score > 0 and _is_letterhead(marked.line.text):
            score -= _LOWERED
        more = score > 0 and number in headed and marked.line.words >= _FEWEST_HEADING
        scores[number] = score + _HEADS if more else score
    return scores


def _is_letterhead(text: str) -> bool:
    numbered = _DIGIT.search(text) is not None and _NUMBERED.search(text) is not None
    return numbered or _SENDER.match(text) is not None


def _near_body(distance: int) -> float:
    """Say what a line's place is worth where the page names its title: the nearest to the body is the headline."""
    return _BELOW + distance / 10_000 if distance < 0 else _CLOSE * max(0.0, 1.0 - distance / _NEAR)


def _top_of_head(distance: int) -> float:
    """Say what a line's place is worth where form alone decides: the first of the few lines above the body."""
    if distance < 0:
        return _BELOW + distance / 10_000
    return _CLOSE * (distance / _HEAD if distance <= _HEAD else max(0.0, 1.0 - distance / _NEAR))


def _score(marked: MarkedLine, wanted: Sequence[Counter[str]]) -> float:
    line = marked.line
    text, words = line.text, line.words
    if not _FEWEST <= words <= _MOST or (" " not in text and text.isascii()):  # www.example.org
        return 0.0
    # On some sites the headline leads to the page itself.
    if line.linked > 0.9 and "headline" not in line.hints and Counter(line.tokens) not in wanted:
        return 0.0
    if "{" in text or "}" in text or "=" in text or "[[" in text:  # what a script left: sizes = [[300, 250]]
        return 0.0
    score = 4.0 * max([_likeness(line.tokens, title) for title in wanted], default=0.0)
    score += 0.2 * min(3, max(0, words - 3)) * (words <= 25) + 0.4 * (text[-1] not in ".:,;")
    score += 2.0 * (line.tag == "h1") + 0.5 * ("headline" in line.hints)
    # A share line, and no "iPhone": the first word of a headline has a capital letter somewhere.
    small = not line.tag and not text[0].isupper() and text.split(None, 1)[0].islower()
    if small or marked.days or text[0] in "©[" or means(marked.rows, *_NO_HEADLINES):
        score -= _LOWERED
    return score


def title_likeness(lines: Iterable[Line], title: Line) -> float:
    """Say how alike the page's title and the line most like it are, from 0 to 1."""
    wanted = Counter(title.tokens)
    alike = (line.tokens for line in lines if not wanted.keys().isdisjoint(line.tokens))
    return max((_likeness(tokens, wanted) for tokens in alike), default=0.0)


def _likeness(mine: Sequence[str], title: Counter[str]) -> float:
    """Share of the line's words in the title, and of the title's words in the line, as one number."""
    if title.keys().isdisjoint(mine):
        return 0.0
    once = frozenset(mine)
    shared = len(once & title.keys()) if len(once) == len(mine) else (Counter(mine) & title).total()
    # The title often has the site's name at its end: what it has beyond the line counts less.
    precision, recall = shared / len(mine), shared / title.total()
    return precision * (0.2 + 0.8 * min(1.0, 1.4 * recall))
