"""Captions of pictures, and the credits that end them or stand alone."""

import re

from newsledger.lexicon import Row
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.dates import find_days
from newsledger.page.words.line import count_words
from newsledger.page.words.phrases import means

_LONGEST_CAPTION, _LONGEST_CREDIT = 90, 14
_ENOUGH = 1.5
_VERB_WITHIN = 20
# Where in the picture: Anna Holm (L) and …; the mayor, left, waits; (second from right).
_POSITION = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re)|top|bottom|front|back|rear|\w+ from (?:left|right)|\d(?:nd|rd|th)? ?[LR])\)"
    r"|,? (?:left|right|cent(?:er|re)|second (?:left|right)|far (?:left|right)),(?! wing)|\((?:g|d|i|izq|li|re)\.?\)"
)
# What stands last: "(Photo by Anna Holm)", "[AFP]", "| Anna Holm/Reuters"
_LAST_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_LAST_PART = re.compile(r"(?:(?<=[.!?\"”’)])\s+|\s[|–—-]\s|\s(?=©))([^.!?|]{2,90}(?:\.(?:com|jpg|org|net))?)\.?\s*$")
# "waits at the gate.Anna Holm/Reuters", where a style sheet made the space
_JOINED_PART = re.compile(r"(?<=[a-z.!?”\")])(?=[A-ZÀ-Þ])([^.!?|]{2,90})$")
# REUTERS/Anna Holm, AP/Anna Holm, Anna Holm/AFP, Anna Holm / Getty Images
_SLASHED = re.compile(r"[^\W\d_][\w.&'’ -]{1,40}\s?/\s?[^\W\d_][\w.&'’ -]{1,40}")
_PICTURES = frozenset({"photo", "photos", "picture", "pictures", "images"})
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’)]?\s+[A-ZÀ-Þ\"“]")


def is_caption(marked: MarkedLine, rules: Rules, *, at_top: bool) -> bool:
    """Say whether a line is a picture's caption.

    Markup says so alone; without it, two signs must agree: a credit at the end, a place in the
    picture ("left"), a phrase ("looks on"), or the present tense with a full date.

    Args:
        marked: The line.
        rules: The room's rules.
        at_top: It stands between the headline and the first paragraph.
    """
    line = marked.line
    if not 2 <= line.words <= _LONGEST_CAPTION:
        return False
    if means(marked.rows, "published", "modified"):
        return False
    if "caption" in line.hints:
        return not is_credit(marked, rules)
    if line.text[0] in "\"“‘'«" or len(_SENTENCE_INSIDE.findall(line.text)) > 2:
        return False
    return _weigh(marked, rules, at_top=at_top) >= _ENOUGH


def _weigh(marked: MarkedLine, rules: Rules, *, at_top: bool) -> float:
    text = marked.line.text
    weight = 1.0 if "figure" in marked.line.hints else 0.0
    weight += 1.5 if marked.line.words > 3 and credit_start(text, rules) else 0.0
    weight += 1.0 if _POSITION.search(text) else 0.0
    weight += 1.0 if means(marked.rows, "caption") else 0.0
    if _shows_present(text, rules):
        weight += 1.0 if _dated(marked, rules) else 0.25
    return weight + (0.5 if at_top and weight else 0.0)


def _dated(marked: MarkedLine, rules: Rules) -> bool:
    return bool(marked.days) or next(find_days(marked.line.text, rules.months), None) is not None


def _shows_present(text: str, rules: Rules) -> bool:
    """Say whether one of the first words tells in the present tense what is seen."""
    words = text.split()[1:_VERB_WITHIN]
    return any(word in rules.caption_verbs for word in words)


def credit_start(text: str, rules: Rules) -> int | None:
    """Give where the credit that ends a caption starts, None where there is none."""
    start = _last_credit(text, rules)
    # "… in Bergen. Sea Wire/Anna Holm | License Photo": two credits, one after the other.
    before = text[:start].rstrip(" |–—-") if start else ""
    return _last_credit(before, rules) or start


def _last_credit(text: str, rules: Rules) -> int | None:
    for pattern in (_LAST_BRACKETS, _LAST_PART, _JOINED_PART):
        for match in pattern.finditer(text, max(0, len(text) - 120)):
            if names_credit(match.group(1).strip(), rules):
                start = match.start() if pattern is _LAST_BRACKETS else match.start(1)
                return start or None
    return None


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
    if words[0].isupper() and words.rpartition(" ")[2] in _PICTURES:
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
    if line.words > _LONGEST_CREDIT or (line.closed and line.text[-1] not in ')]"' and line.words > 6):
        return False
    if "credit" in line.hints and line.hints & {"caption", "figure"}:
        return True
    starts = [row for row in marked.rows if row["means"] == "credit"]
    if any(_is_told(row, line.text) for row in starts):
        return True
    if "credit" in line.hints:
        return bool(starts) or names_credit(line.text.strip("()[] "), rules)
    inner = _LAST_BRACKETS.fullmatch(line.text)
    return bool(inner and names_credit(inner.group(1), rules)) or _is_slashed(line.text, rules)


def _is_slashed(text: str, rules: Rules) -> bool:
    """Say whether a line is an agency and, after a slash, who took the picture: "Anna Holm/AFP"."""
    parts = [part.strip().lower() in rules.agencies for part in re.split(r"[/,]", text)]
    return "/" in text and any(parts) and not all(parts) and _is_capitalised(text) and not _SENTENCE_INSIDE.search(text)


def _is_told(row: Row, text: str) -> bool:
    """Say whether a credit's first word is followed as it is in a credit: by a colon, "by", or a slash."""
    if row["place"] != "start":
        return row["place"] == "end" and count_words(text) <= 6
    rest = text[len(row["phrase"]) :].lstrip()
    return len(row["phrase"].split()) > 1 or rest[:1] in (":", "/", "|", "©", "")
