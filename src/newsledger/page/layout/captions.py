"""Captions of pictures, and the credits that end them or stand alone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from newsledger.lexicon import Row
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.dates import find_days
from newsledger.page.words.line import count_words, words_of
from newsledger.page.words.phrases import means

_LONGEST_CAPTION, _LONGEST_CREDIT = 90, 14
_MOST_LETTERS = 2_000
# More letters than a credit may have.
_TAIL = 140
_MOST_CREDIT, _MOST_TOLD_CREDIT = 0.2, 0.34
_ENOUGH = 1.5
_VERB_WITHIN = 20
# Where in the picture: Anna Holm (L) and …; (second from right).
_IN_BRACKETS = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re)|top|bottom|front|back|rear|\w+ from (?:left|right)|\d(?:nd|rd|th)? ?[LR]"
    r"|(?:g|d|i|izq|li|re)\.?)\)"
)
# The mayor, left, waits
_BETWEEN_COMMAS = re.compile(r" (?:left|right|cent(?:er|re)),(?! wing)")
# What stands last: "(Photo by Anna Holm)", "[AFP]", "| Anna Holm/Reuters"
_LAST_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_LAST_PART = re.compile(
    r"(?:(?<=[.!?\"”’)])(?<!\b[A-ZÀ-Þ]\.)\s+|\s[|–—-]\s|\s(?=©))((?:[A-ZÀ-Þ]\.\s?){0,3}[^.!?|]{2,90}(?:\.(?:com|jpg|org|net))?)\.?\s*$"
)
# "waits at the gate.Anna Holm/Reuters", where a style sheet made the space
_JOINED_PART = re.compile(r"(?<=[a-z.!?”\")])(?=[A-ZÀ-Þ])((?:[A-ZÀ-Þ]\.\s?){0,3}[^.!?|]{2,90})$")
_JOINED = re.compile(r"[a-z][A-ZÀ-Þ]")
# REUTERS/Anna Holm, AP/Anna Holm, Anna Holm/AFP, Anna Holm / Getty Images
# What one of these needs: brackets at the end, a mark with space after it, or a small letter before a capital.
_MAY_END = re.compile(r"[)\]]\s*$|[.!?\"”’)|–—-]\s|\s©|[a-z.!?”\")][A-ZÀ-Þ]")
_SLASHED = re.compile(r"[^\W\d_][\w.&'’ -]{1,40}\s?/\s?[^\W\d_][\w.&'’ -]{1,40}")
# 2 of 6; 2/6; Image 2 of 9: which picture of a gallery; or what a page calls its captions
_COUNTER = re.compile(
    r"(?:(?:image|photo|picture|slide|bild|foto|imagen) ?)?\d{1,3} ?(?:of|/|von|de|sur|di|из|av|z) ?/? ?\d{1,3}"
    r"|(?:image|photo|picture|media|video|figure|hide|toggle)?:? ?(?:caption:?|image:|photo:)|image|"
    r"(?:enlarge|view|expand|open)(?: this)? (?:image|photo|picture|in gallery|fullscreen)(?: in fullscreen)?",
    re.IGNORECASE,
)
_LONGEST_COUNTER = 60
# Anna Holm (25) heads the ball: a player's number
_PLAYER = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][\w'’-]{1,40} (?:\(\d{1,2}\)|No\. \d{1,2}\b)|#\d{1,2}\b")
# © Anna Holm: whose picture it is; a year would make it the page's own line
_OWNED = re.compile(r"[©®]\s?[^\W\d_][^\d|©]{2,40}")
# FILE - Anna Holm waits …; Image: Barges wait …; Fig. 3: the lock in 1902
_LABEL = re.compile(r"(?P<word>[^\W\d_]{3,9}+)\.?(?: ?\d+)?(?: ?\([\w ]{1,20}\))?\s?[:–—-]\s?(?=\w)")
_FEWEST_LABELLED = 8
_LONGEST_OWNED = 300
# A credit without a word or a slash that tells it begins so.
_OPENING = "([©®"
_FEWEST_UNCLOSED, _FEWEST_TOLD, _SMALL = 6, 3, 0.4
# One word alone that ends a line is a credit's only with an agency or a name's slash: "Videos Photos" is a menu.
_PLURALS = frozenset({"images", "photos", "pictures"})
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’)]?\s+[A-ZÀ-Þ\"“]")


def is_caption(marked: MarkedLine, rules: Rules, *, at_top: bool, beside: float = 0.0) -> bool:
    """Say whether a line without markup is a picture's caption.

    Two signs must agree: a credit at the end, a place in the picture ("left"), a phrase ("looks on"), or the
    present tense with a full date.

    Args:
        marked: The line.
        rules: The room's rules.
        at_top: It stands between the headline and the first paragraph.
        beside: What the lines around it say for a caption (see ``weigh_beside``).
    """
    line = marked.line
    if not 2 <= line.words <= _LONGEST_CAPTION or len(line.text) > _MOST_LETTERS:
        return False
    if means(marked.rows, "published", "modified"):
        return False
    if line.text[0] in "\"“‘'«" or _weigh(marked, rules, at_top=at_top) + beside < _ENOUGH:
        return False
    return len(_SENTENCE_INSIDE.findall(line.text)) <= 2


def weigh_beside(around: Sequence[MarkedLine | None], rules: Rules) -> float:
    """Weigh what the lines around a line say for its being a caption.

    Args:
        around: The line before, the line itself, the line after; None past the ends of the page.
        rules: The room's rules.

    Returns:
        A share of what a caption needs: the number of its picture ("2 of 6") or a label ("Image caption")
        stands beside it, a credit alone follows it, or it is printed twice.
    """
    before, marked, after = around
    if marked is None or marked.rows or marked.days:
        return 0.0
    line = marked.line
    weight = 0.0
    if any(other and _counts(other.line.text) for other in (before, after)):
        weight += 1.0 + 0.5 * (not line.closed and line.words >= _FEWEST_UNCLOSED)
    if after and not line.closed and is_credit(after, rules):
        weight += 1.5
    if line.words >= _FEWEST_UNCLOSED and any(other and other.line.tokens == line.tokens for other in (before, after)):
        weight += 1.0
    return weight if weight and _tells(marked) else 0.0


def _counts(text: str) -> bool:
    return len(text) <= _LONGEST_COUNTER and _COUNTER.fullmatch(text) is not None


def _tells(marked: MarkedLine) -> bool:
    """Say whether a line has more than names and titles in it: some of its words are in small letters."""
    if "@" in marked.line.text or not _FEWEST_TOLD <= marked.line.words <= _LONGEST_CAPTION:
        return False
    words = marked.line.text.split()
    return sum(not word[0].isupper() for word in words) >= _SMALL * len(words)


def _weigh(marked: MarkedLine, rules: Rules, *, at_top: bool) -> float:
    text = marked.line.text
    credited = marked.line.words > 3 and credit_start(text, rules)
    weight = (1.5 if credited else 0.0) + weigh_words(marked, rules)
    return weight + (0.5 if at_top and weight else 0.0)


def weigh_words(marked: MarkedLine, rules: Rules) -> float:
    """Weigh what a line's own words say for a caption."""
    shown = _weigh_shown(marked.line.text, rules)
    if not marked.rows:
        return shown + 1.5 * _has_label(marked.line.text, rules)
    given = any(row["phrase"] in rules.classes["given_picture"] for row in marked.rows)
    weight = 1.5 if given or _is_labelled(marked, rules) else 0.0
    return weight + shown + (1.0 if means(marked.rows, "caption") else 0.0)


@lru_cache(maxsize=512)  # of one page: the block model and rules ask it of a line
def _weigh_shown(text: str, rules: Rules) -> float:
    """Weigh what a text shows of a picture: somebody's place in it, and the present tense, with a date or a player."""
    placed = ("(" in text and _IN_BRACKETS.search(text)) or ("," in text and _BETWEEN_COMMAS.search(text))
    weight = 1.0 if placed else 0.0
    if not _shows_present(text, rules):
        return weight
    weight += 1.25 if _PLAYER.search(text) else 0.0
    return weight + (0.25 if next(find_days(text, rules.months), None) is None else 1.0)


def _is_labelled(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether a line begins with what calls it a caption: "Image caption", "FILE -", "Image:" and a sentence."""
    if marked.rows and any(row["means"] == "caption" and row["place"] == "start" for row in marked.rows):
        return True
    return _has_label(marked.line.text, rules)


def _has_label(text: str, rules: Rules) -> bool:
    label, labels = _LABEL.match(text), rules.classes["caption_label"]
    if label is None or labels.isdisjoint((label["word"], label["word"].lower())):
        return False
    words = text[label.end() :].split()
    small = sum(not word[0].isupper() for word in words)
    return len(words) >= _FEWEST_LABELLED and small >= _SMALL * len(words)


def _shows_present(text: str, rules: Rules) -> bool:
    """Say whether one of the first words tells in the present tense what is seen."""
    return not rules.caption_verbs.keys().isdisjoint(text.split(None, _VERB_WITHIN)[1:_VERB_WITHIN])


@lru_cache(maxsize=256)  # of one page: several rules ask it of a line
def credit_start(text: str, rules: Rules) -> int | None:
    """Give where the credit that ends a caption starts, None where there is none."""
    start = _last_credit(text, rules)
    # "… in Bergen. Sea Wire/Anna Holm | License Photo": two credits, one after the other.
    return start and (_last_credit(text[:start].rstrip(" |–—-"), rules) or start)


def credit_cut(text: str, rules: Rules) -> int | None:
    """Give where a caption is to be cut from the credit that ends it, None where it is left whole.

    A credit that makes up much of its line stays in the caption, for what is left would be no caption
    to look at; one that says what it is ("Photo:") may be a larger part.
    """
    start = credit_start(text, rules)
    if start is None:
        return None
    told = any(row["means"] == "credit" and row["place"] == "start" for row in rules.phrases.find(text[start:]))
    most = _MOST_TOLD_CREDIT if told else _MOST_CREDIT
    return start if count_words(text[start:]) <= most * count_words(text) else None


def _last_credit(text: str, rules: Rules) -> int | None:
    tail = text[-_TAIL:]
    if not (may_name_source(tail, words_of(tail), rules) or _JOINED.search(tail)) or not _MAY_END.search(tail):
        return None
    for pattern in (_LAST_BRACKETS, _LAST_PART, _JOINED_PART):
        for match in pattern.finditer(text, max(0, len(text) - 120)):
            if names_credit(match.group(1).strip(), rules):
                start = match.start() if pattern is _LAST_BRACKETS else match.start(1)
                return start or None
    return None


def may_name_source(text: str, words: Sequence[str], rules: Rules) -> bool:
    """Say whether a text has what a credit needs: a slash, a mark, a word of a credit's phrase or an agency's name.

    A word that is run together with the one before ("gatePhoto") is not seen.
    """
    return "/" in text or "©" in text or not rules.credit_words.isdisjoint(words)


def names_credit(words: str, rules: Rules) -> bool:
    """Say whether words name a photographer or an agency as the source of a picture."""
    if count_words(words) > _LONGEST_CREDIT:
        return False
    rows = rules.phrases.find(words)
    if means(rows, "credit"):
        return True
    parts = [part.split() for part in re.split(r"[/,|]| via ", words.lower())]
    if any(" ".join(part) in rules.agencies for part in parts):
        return True
    if words[:1].isupper() and words.rpartition(" ")[2] in rules.classes["picture"]:
        return True
    if words.startswith("©"):
        return True
    slashed = _SLASHED.fullmatch(words)
    return bool(slashed) and (words[: words.index("/")].strip().isupper() or _is_capitalised(words))


def _is_capitalised(words: str) -> bool:
    return all(word[0].isupper() for word in re.split(r"[\s,/]+", words) if word)


def is_credit(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether a line is a picture's credit and nothing else."""
    line = marked.line
    if not _may_be_credit(marked):
        return False
    if "credit" in line.hints and line.hints & {"caption", "figure"}:
        return True
    if _is_labelled(marked, rules):
        return False
    starts = [row for row in marked.rows if row["means"] == "credit"]
    if marked.rows:
        whole = any(row["place"] == "whole" and row["means"] == "furniture" for row in marked.rows)
        if whole or _shows_whom(marked, rules):
            return False
        if any(_is_told(row, line.text, rules) for row in starts):
            return True
    if "credit" in line.hints:
        return bool(starts) or names_credit(line.text.strip("()[] "), rules)
    inner = _LAST_BRACKETS.fullmatch(line.text)
    return bool(inner and names_credit(inner.group(1), rules)) or _is_slashed(line.text, rules)


def _may_be_credit(marked: MarkedLine) -> bool:
    """Say whether a line is short, and has a phrase, a hint, a slash, a bracket or a mark that it begins with."""
    line = marked.line
    if line.words > _LONGEST_CREDIT or (line.closed and line.text[-1] not in ')]"' and line.words > 6):
        return False
    return bool(marked.rows or line.hints or line.text[0] in _OPENING or "/" in line.text)


def _is_slashed(text: str, rules: Rules) -> bool:
    """Say whether a line is an agency and, after a slash, who took the picture: "Anna Holm/AFP"."""
    if _OWNED.fullmatch(text) and _is_capitalised(text.lstrip("©® ")):
        return True
    if "/" not in text or len(text) > _LONGEST_OWNED:
        return False
    parts = [_is_source(part.strip(), rules) for part in re.split(r"[/,]", text)]
    return any(parts) and not all(parts) and _is_capitalised(text) and not _SENTENCE_INSIDE.search(text)


def _is_source(part: str, rules: Rules) -> bool:
    """Say whether words are the name of an agency, of news or of pictures, and nothing else."""
    words = " ".join(words_of(part))
    named = (row["means"] == "credit" and row["phrase"] == words for row in rules.phrases.find(part))
    return part.lower() in rules.agencies or any(named)


def _shows_whom(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether who is seen stands before a "submitted photo"."""
    given = [row for row in marked.rows if row["place"] == "end" and row["phrase"] in rules.classes["given_picture"]]
    return any(marked.line.words >= len(row["phrase"].split()) + 2 for row in given) and "/" not in marked.line.text


def _is_told(row: Row, text: str, rules: Rules) -> bool:
    """Say whether a credit's first word is followed as it is in a credit: by a colon, "by", or a slash."""
    if row["place"] != "start":
        if row["phrase"] in _PLURALS and not _names_source(text, rules):
            return False
        return row["place"] == "end" and count_words(text) <= 6
    rest = text[len(row["phrase"]) :].lstrip()
    return len(row["phrase"].split()) > 1 or rest[:1] in (":", "/", "|", "©", "")


def _names_source(text: str, rules: Rules) -> bool:
    words = text.lower().split()
    return "/" in text or any(" ".join(words[:size]) in rules.agencies for size in (1, 2, 3)) or "getty" in words
