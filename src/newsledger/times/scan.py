"""Look at each token once and say what it is to the grammar."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.model import Annotated, Span, Token
from newsledger.times.pattern import NO_CLASS
from newsledger.times.rules import Entry, Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of time, or a part of one ("mid" of "mid-1990s").

    Attributes:
        kind: Its class.
        value: What it stands for.
        rule: The lexicon row that says so, None for numbers and little words.
        first: Index of its first token.
        last: Index of its last token.
    """

    text: str
    kind: str
    value: str
    rule: str | None
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A text as the grammar sees it.

    Attributes:
        letters: One letter a word, by its class.
        words: The words, None for one without a class; of a mark or little word, which most are, its token.
        tokens: The tokens of the text.
        plain: The class of each mark and little word.
    """

    letters: str
    words: Sequence[Word | int | None]
    tokens: Sequence[Token]
    plain: Mapping[str, str]

    def between(self, start: int, end: int) -> list[Word]:
        """Give the words that have a class."""
        found = self.words[start:end]
        return [self._little(word) if isinstance(word, int) else word for word in found if word is not None]

    def _little(self, index: int) -> Word:
        token = self.tokens[index]
        return _simple(self.plain[token.text], token.text, token.span, index)


# The shapes of numbers, tried in this order. Each with what it matches and what it must not.
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("DAY", re.compile(r"0?[1-9]|[12]\d|3[01]")),  # 7, 31; not 32
    ("YEAR", re.compile(r"1\d{3}|20\d\d|2100")),  # 1812, 2017; not 2500
    ("ORDNUM", re.compile(r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)")),  # 3rd; not 103rd
    ("DECADE", re.compile(r"(?:1\d|20)?\d0s")),  # 1990s, 90s; not 1995s
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),  # 10:35; not 3:2
    # 03/01/2016, 15.03.2017, 2017/03/15; not 24/7, 1.2.3
    ("SLASHDATE", re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d|\d{4})|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\d{4}/\d{1,2}/\d{1,2}")),
    # the end of 2017-03-15T10:35:00Z; not T-shirt
    ("ISOTIME", re.compile(r"[0-3]\dT[0-2]\d:?[0-5]\d(?::?[0-5]\d(?:\.\d+)?)?(?:Z|[+-][0-2]\d:?[0-5]\d)?")),
    ("YEARPAIR", re.compile(r"(?:1\d|20)\d\d/\d\d")),  # 2014/15; not 1/2
    ("FRACTION", re.compile(r"[1-3]/[2-4]|[½¼¾]")),  # 1/2; not 9/11
    ("DAYPAIR", re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?/(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")),  # 12/13
    ("DECIMAL", re.compile(r"\d+\.\d+|\d+½")),  # 2.5; not 2,500
    ("NUM", re.compile(r"\d{1,3}(?:,\d{3})+|\d+")),  # 2,500; not 2.5
)
# Q3, 2Q17, H1'16, FY17; not Q5
_PERIOD_CODE = re.compile(r"(?:Q[1-4]|[1-4]Q|H[12]|[12]H)(?:['’]?\d\d)?|FY['’]?(?:\d\d|\d{4})(?:/\d\d)?")
_NUMBER_STARTS = frozenset("0123456789½¼¾QHF")
# "mid-1990s", "10am-4pm" and "7.30pm", which the tokenizer leaves whole; not "10-day", which it does not.
_PIECES = re.compile(r"[-–]|\d{1,2}(?:[:.]\d\d)?(?=[ap]m\b)|(?<=\d)[ap]m\b|[^-–]+")
_STUCK = re.compile(r"(?=\d{1,2}(?:[:.]\d\d)?[ap]m$)[\d:.]+|(?<=\d)[ap]m")


def scan(doc: Annotated, rules: Rules) -> Scan:
    """Give each word of the text its class; blocks are kept apart."""
    by_kind, plain, tokens = rules.letters, rules.plain, doc.tokens
    found: list[str] = []
    words: list[Word | int | None] = []
    texts = [token.text for token in tokens]
    # Most words are none of ours, and most of them come again and again: this line is the cost of the room.
    known = frozenset(text for text in frozenset(texts) if _may_tell(text, rules))
    index, block = 0, -1
    for sentence in doc.sentences:
        if sentence.block != block:
            block = sentence.block
            found.append(NO_CLASS)
            words.append(None)
        while index < sentence.end:
            text = texts[index]
            if text not in known:
                found.append(NO_CLASS)
                words.append(None)
                index += 1
                continue
            if text in plain and not _may_open(tokens, index, rules):
                found.append(by_kind[plain[text]])
                words.append(index)
                index += 1
                continue
            made, index = _words_at(tokens, index, rules)
            found.extend(by_kind[word.kind] if word else NO_CLASS for word in made)
            words.extend(made)
    return Scan(letters="".join(found), words=words, tokens=tokens, plain=plain)


def _may_tell(text: str, rules: Rules) -> bool:
    """Say whether a word may be of a time, or begin words that are: by the lists, a figure, or a dash."""
    return text in rules.entries or text in rules.plain or text[0] in _NUMBER_STARTS or "-" in text or "–" in text


def _may_open(tokens: Sequence[Token], index: int, rules: Rules) -> bool:
    """Say whether an entry may stand here by its second word, which hundreds that begin with "the" or "a" need."""
    if tokens[index].text not in rules.entries:
        return False
    seconds = rules.seconds.get(tokens[index].text)
    return seconds is None or (index + 1 < len(tokens) and tokens[index + 1].text.lower() in seconds)


def _words_at(tokens: Sequence[Token], index: int, rules: Rules) -> tuple[Sequence[Word | None], int]:
    """Classify the words that begin at a token; give them and where the next ones begin."""
    token = tokens[index]
    text = token.text
    second = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
    for entry in rules.entries.get(text, ()):
        # Hundreds of entries begin with "the" or "a": their second word says at once that most do not stand here.
        size = _matches(entry, tokens, index) if not entry.rest or entry.rest[0] == second else 0
        if size:
            return (_word(entry, tokens, index, index + size - 1),), index + size
    kind = rules.plain.get(text) or _shape(text)
    if kind is not None:
        return (_simple(kind, text, token.span, index),), index + 1
    if len(text) > 2 and ("-" in text or "–" in text):
        return tuple(_pieces(token, index, rules, _PIECES)), index + 1
    if text.endswith(("am", "pm")) and _STUCK.match(text):
        return tuple(_pieces(token, index, rules, _STUCK)), index + 1
    return _NOTHING, index + 1


_NOTHING: tuple[None] = (None,)


def _matches(entry: Entry, tokens: Sequence[Token], index: int) -> int:
    """Say how many tokens an entry covers here, 0 where it does not stand here."""
    if entry.unless and tokens[index].upos in entry.unless:
        return 0
    for place, word in enumerate(entry.rest, index + 1):
        if place >= len(tokens) or tokens[place].text.lower() != word:
            return 0
    return len(entry.rest) + 1


def _word(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> Word:
    return Word(
        text=" ".join(token.text for token in tokens[first : last + 1]),
        kind=entry.kind,
        value=entry.value,
        rule=entry.rule,
        span=Span(start=tokens[first].span.start, end=tokens[last].span.end),
        first=first,
        last=last,
    )


def _simple(kind: str, text: str, span: Span, index: int) -> Word:
    return Word(text=text, kind=kind, value=text, rule=None, span=span, first=index, last=index)


def _shape(text: str) -> str | None:
    if text[0] not in _NUMBER_STARTS:
        return None
    if _PERIOD_CODE.fullmatch(text):
        return "PERIODCODE"
    return next((kind for kind, shape in _SHAPES if shape.fullmatch(text)), None)


def _pieces(token: Token, index: int, rules: Rules, shape: re.Pattern[str]) -> Iterator[Word | None]:
    """Take a token such as "mid-1990s" or "7.30pm" apart."""
    for match in shape.finditer(token.text):
        text = match.group()
        span = Span(start=token.span.start + match.start(), end=token.span.start + match.end())
        entry = next((entry for entry in rules.entries.get(text, ()) if not entry.rest), None)
        if entry is not None:
            yield Word(
                text=text, kind=entry.kind, value=entry.value, rule=entry.rule, span=span, first=index, last=index
            )
        elif kind := rules.plain.get(text) or _shape(text):
            yield _simple(kind, text, span, index)
        else:
            yield None
