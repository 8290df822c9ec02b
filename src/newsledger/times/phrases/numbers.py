"""Whether a number is a year, a length, a day or a time of day."""

from newsledger.model import Annotated
from newsledger.times.phrases.around import stands_alone, word_before
from newsledger.times.phrases.phrase import Phrase


def is_year(doc: Annotated, phrase: Phrase) -> bool:
    """Tell a year from another number of four figures: not "1990 points", "$1990", "flight 1990"."""
    number = int(phrase.words("year")[0].text)
    before = word_before(doc, phrase)
    if before in _NO_YEAR_BEFORE or not (1400 if before not in _YEAR_CERTAINLY else 1000) <= number <= 2100:
        return False
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if after is not None and after.text.lower() in _NO_YEAR_AFTER:
        return False
    if before in _YEAR_BEFORE or _is_in_span_of_years(doc, phrase) or phrase.parts.keys() & {"mod", "edge"}:
        return True
    if not 1900 <= number <= 2059:
        return False
    token = doc.tokens[phrase.first]
    head = doc.tokens[token.head]
    counts = token.deprel == "nummod" and head.upos == "NOUN" and head.text.endswith("s") and token.head > phrase.last
    return not counts or before in ("the", "its", "their", "his", "her", "'s", "’s", "our")


def _is_in_span_of_years(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "1603-1625" and "(1603" from a lone number."""
    around = [doc.tokens[phrase.first - 2 : phrase.first], doc.tokens[phrase.last + 1 : phrase.last + 3]]
    before = [token.text for token in around[0]] if phrase.first > 1 else []
    after = [token.text for token in around[1]]
    if before[-1:] == ["("] and after[:1] in ([")"], ["-"], ["–"]):
        return True
    return any(
        len(pair) == 2 and pair[0] in ("-", "–") and len(pair[1]) == 4 and pair[1].isdecimal()
        for pair in (before[::-1], after)
    )


_YEAR_CERTAINLY = frozenset({"in", "since", "by", "until", "till"})
_NO_YEAR_BEFORE = frozenset(
    {"$", "£", "€", "¥", "#", "no.", "number", "flight", "room", "page", "route", "about", "nearly", "some"}
)
_NO_YEAR_AFTER = frozenset(
    [
        "%",
        "percent",
        "points",
        "people",
        "feet",
        "meters",
        "metres",
        "miles",
        "kilometers",
        "kilometres",
        "km",
        "pounds",
        "tons",
        "tonnes",
        "dollars",
        "euros",
        "years",
        "year",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "hp",
        "rpm",
        "mph",
        "square",
        "gmt",
        "million",
        "billion",
    ]
)
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "during",
        "before",
        "after",
        "from",
        "to",
        "through",
        "between",
        "mid",
        "early",
        "late",
    ]
)


def is_length(doc: Annotated, phrase: Phrase) -> bool:
    """Tell a length of time from a rate ("$5 a year") and an age ("30 years old", "aged 30 years")."""
    after = [token.text.lower() for token in doc.tokens[phrase.last + 1 : phrase.last + 3]]
    if after[:1] == ["old"] or after == ["-", "old"] or after[:1] == ["-old"]:
        return False
    if phrase.build == "length" and phrase.parts.keys() == {"bare"}:
        return word_before(doc, phrase) in _BEFORE_BARE_LENGTH
    words = phrase.words("number")
    if phrase.value("unit") == "Q" and words and words[0].kind == "A":
        return False
    return not (len(words) == 1 and words[0].kind == "A" and _is_rate(doc, phrase))


def _is_rate(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "seven flights a week" and "$1.76 a year" from "a week later"."""
    if not phrase.first:
        return False
    before = doc.tokens[phrase.first - 1]
    return before.upos in ("NUM", "NOUN", "SYM", "PROPN") or before.lemma in ("time", "once", "twice", "%")


_BEFORE_BARE_LENGTH = frozenset(
    ["for", "in", "after", "within", "of", "over", "during", "several", "many", "through", "recent"]
)


def is_clock(doc: Annotated, phrase: Phrase) -> bool:
    """Tell a time of day from a score: a bare "10:35" needs a word such as "at" before it or a zone behind it."""
    if phrase.parts.keys() & {"ampm", "zone", "part", "oclock"}:
        return True
    if "word" in phrase.parts and len(phrase.parts) > 1:
        return True
    return word_before(doc, phrase) in _BEFORE_CLOCK


_BEFORE_CLOCK = frozenset(["at", "by", "until", "till", "from", "around", "about", "before", "after", "since"])


def is_decade(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the 30s" from "a man in his 30s"."""
    return word_before(doc, phrase) not in ("his", "her", "their", "my", "your", "our")


def is_nth_day(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "on the 14th" and "the 18th of the month" from "the 14th floor" and "on the first of them"."""
    if "unit" in phrase.parts:
        return phrase.value("unit") == "M"
    spelt = phrase.words("day")[0].kind != "ORDNUM"
    return stands_alone(doc, phrase) and word_before(doc, phrase) in (("on",) if spelt else _BEFORE_NTH_DAY)


def is_part_of_date(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the night of the 14th" from "the night of the 14th race"."""
    return "month" in phrase.parts or stands_alone(doc, phrase)


_BEFORE_NTH_DAY = frozenset(
    ["on", "by", "from", "until", "till", "to", "since", "before", "after", "of", "and", "through"]
)
