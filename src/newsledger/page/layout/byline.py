"""Who wrote it: the names in a byline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.page.layout.prose import MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.line import count_words
from newsledger.page.words.phrases import means

_LONGEST = 26
_PART = re.compile(r"(?:(?!\s-\s)[^,|·•;:&/()@\n–—])+")
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ\u0400-\u042f][\w.'’-]*|(?:[A-Z]\.)+)")
_PARTICLES_WORDS = "al bin da de del della der di do dos el ibn la le ten ter van von y"
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|og|och|и|with)\s+")
_CUT = re.compile(r"\s+(?:for|in|at|of|from|on|is)\s+|\s+(?:At|On)\s+(?=\d)|\s+@|\s*\b\d")
# "Source: Harbour Office": who is named after a label is not the author.
_LABEL = re.compile(r"\w+:\s")
_SOURCE = re.compile(r"^Sources?:\s*", re.IGNORECASE)
_NO_NAMES_WORDS = (
    "in on at to this that what how why when where who all new our your summary staff writer reporter editor "
    "correspondent bureau desk news agency team contributor columnist photographer "
    "updated published posted special share comments read home more video live the a about follow previous next "
    "post give feedback hi hello dear watch watched print email story"
)
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
# Last words of what a newsroom signs with: "Web Desk", "Harbour News Bureau", "Staff Reporter", "News Wires".
_DESKS_WORDS = (
    "agencies bureau correspondent correspondents desk newsdesk newsroom reporter reporters reports staff wires"
)
_DESKS = frozenset(_DESKS_WORDS.split())
_LONGEST_DESK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name in a byline, and where it stands in the text."""

    name: str
    start: int
    end: int


def find_names(text: str, offset: int, rules: Rules) -> Iterator[FoundName]:
    """Find the people and agencies that a byline names.

    Args:
        text: The byline, with or without "By".
        offset: Where it starts in the article's text.
        rules: The room's rules.
    """
    start = _after_cue(text, rules)
    for part in _PART.finditer(text, start):
        place = part.start()
        for piece in _split(part.group()):
            at = text.index(piece, place)
            place = at + len(piece)
            words = _trim(piece, rules)
            if words and is_name(words, rules):
                found = _spaced(words).search(text, at)
                if found is not None:
                    yield FoundName(name=words, start=offset + found.start(), end=offset + found.end())


def _spaced(words: str) -> re.Pattern[str]:
    """Match the words of a name, however much white space the page puts between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def is_name(words: str, rules: Rules) -> bool:
    """Say whether words have the form of a person's name, or name an agency."""
    if words.lower() in rules.agencies:
        return True
    parts = words.split()
    if not 2 <= len(parts) <= 5 or rules.phrases.find(words):
        return False
    if is_desk(words) or any(part.lower().strip(".") in _NO_NAMES or part.lower() in rules.months for part in parts):
        return False
    return all(_NAME_WORD.fullmatch(part) or part.lower() in _PARTICLES for part in parts)


def is_desk(words: str) -> bool:
    """Say whether words name a desk or staff in place of a person: "Web Desk", "Our Correspondent"."""
    parts = words.split()
    if not 1 < len(parts) <= _LONGEST_DESK or parts[-1].lower().strip(".") not in _DESKS:
        return False
    return all(part[0].isupper() for part in parts)


def is_signature(text: str, rules: Rules) -> bool:
    """Say whether a line is an agency's name and nothing else, perhaps after "Source:"."""
    return _SOURCE.sub("", text).strip(" ().-–—").lower() in rules.agencies


def is_byline(marked: MarkedLine, rules: Rules, *, near: bool, dated: bool = False) -> bool:
    """Say whether a line tells who wrote the article.

    Args:
        marked: The line.
        rules: The room's rules.
        near: It stands between the headline and the first paragraph, where a bare name is a byline.
        dated: The next line is the date, above which the paper's name may follow the author's.
    """
    line = marked.line
    if line.words > _LONGEST or (line.closed and line.words > 12):
        return False
    told = means(marked.rows, "byline") and _after_cue(line.text, rules) > 0
    if not told and not near:
        return False
    desk = _names_desk(line.text, rules)
    if not told and desk and (line.words <= _LONGEST_DESK or marked.days):
        return True
    named = next(find_names(line.text, 0, rules), None) is not None
    if told:
        return named or desk or "byline" in line.hints
    if not named or means(marked.rows, "furniture", "related", "credit") or _LABEL.match(line.text):
        return False
    return "byline" in line.hints or bool(marked.days) or _only_names(line.text, rules, dated=dated)


def _names_desk(text: str, rules: Rules) -> bool:
    return any(is_desk(_trim(part.group(), rules)) for part in _PART.finditer(text, _after_cue(text, rules)))


def _only_names(text: str, rules: Rules, *, dated: bool) -> bool:
    if text.isupper():
        return False
    names = [count_words(found.name) for found in find_names(text, 0, rules)]
    return sum(names) >= 0.6 * count_words(text) and max(names) <= (_LONGEST_DESK if dated else 3)


def _after_cue(text: str, rules: Rules) -> int:
    """Give where the words after "By" or its like start, 0 where there is none."""
    best = 0
    for row in rules.phrases.find(text):
        if row["means"] == "byline" and row["place"] == "start":
            stop = re.match(r"\W*" + r"\W+".join(map(re.escape, row["phrase"].split())) + r"\W*", text, re.IGNORECASE)
            best = max(best, stop.end() if stop else 0)
    return best


def _split(part: str) -> list[str]:
    return [piece.strip() for piece in _AND.split(part) if piece.strip()]


def _trim(piece: str, rules: Rules) -> str:
    """Leave out what follows a name: "for the Gazette", a date."""
    cut = _CUT.search(piece)
    words = (piece[: cut.start()] if cut else piece).strip(" .:-").split()
    while words and words[-1].lower().strip(".") in rules.months:
        words.pop()
    return " ".join(words)
