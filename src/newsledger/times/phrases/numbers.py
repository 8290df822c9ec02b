"""Whether a number is a year, a length, a day or a time of day."""

from itertools import pairwise

from newsledger.model import Annotated
from newsledger.times.phrases.around import stands_alone, word_before
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.scan import Word


def is_year(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell a year from another number of four figures: not "1990 points", "$1990", "flight 1990"."""
    number = int(phrase.words("year")[0].text)
    before = word_before(doc, phrase)
    if _is_address(doc, phrase, rules):
        return False
    first = 1000 if before in rules.classes["before_old_year"] else 1400
    if before in rules.classes["counted_before"] or not first <= number <= 2100:
        return False
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if after is not None and after.text.lower() in rules.classes["counted_after"]:
        return False
    if before in rules.classes["before_year"] or phrase.parts.keys() & {"mod", "edge"}:
        return True
    if _is_in_span_of_years(doc, phrase):
        return True
    if not 1900 <= number <= 2059:
        return False
    return before in rules.classes["year_owner"] or not (_counts(doc, phrase, rules) or _is_address(doc, phrase, rules))


def _counts(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "1990 elections" and "1990 port earnings" from "1990 soldiers"."""
    token = doc.tokens[phrase.first]
    head = doc.tokens[token.head]
    if token.deprel != "nummod" or token.head <= phrase.last or not head.text.endswith("s"):
        return False
    return head.upos == "NOUN" and not {head.lemma, head.text.lower()} & rules.classes["yearly"]


def _is_address(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "2016 saw" from "1950 Harbour Street" and "the 1900 block"."""
    after = doc.tokens[phrase.last + 1 : phrase.last + 4]
    if any(token.text.lower() in rules.classes["street"] for token in after[1:]) and after[0].upos == "PROPN":
        return True
    return bool(after) and after[0].text.lower() == "block"


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


def is_length(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell a length of time from a rate ("$5 a year") and an age ("30 years old", "aged 30 years")."""
    if phrase.parts.keys() & _CHECKED:
        return _is_made_length(doc, phrase)
    after = [token.text.lower() for token in doc.tokens[phrase.last + 1 : phrase.last + 3]]
    if after[:1] == ["old"] or after == ["-", "old"] or after[:1] == ["-old"]:
        return False
    if phrase.build == "length" and phrase.parts.keys() == {"bare"}:
        return word_before(doc, phrase) in rules.classes["before_bare_length"] or _is_spent(doc, phrase)
    words = phrase.words("number")
    if words and words[-1].last == phrase.last and _is_part_of_number(words[-1]):
        return False
    if phrase.value("unit") == "Q" and words and words[0].kind == "A":
        return False
    return not (len(words) == 1 and words[0].kind == "A" and _is_rate(doc, phrase))


def _is_spent(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "it took months", "days of rain" and "the days that followed" from "the days were long"."""
    token = doc.tokens[phrase.first]
    after = [word.lemma.lower() for word in doc.tokens[phrase.last + 1 : phrase.last + 3]]
    if after == ["that", "follow"]:
        return True
    if any(child < phrase.first for child in doc.children[phrase.first]):
        return False
    if token.deprel in ("dobj", "npadvmod") and doc.tokens[token.head].lemma in ("take", "last", "spend", "wait"):
        return True
    return after[:1] == ["of"] and token.deprel in ("nsubj", "nsubjpass", "dobj")


def _is_part_of_number(word: Word) -> bool:
    """Say whether "and" goes on with a number: "a hundred and five days", not "six and nine years"."""
    return not word.value.isdecimal() or int(word.value) >= 100


_CHECKED = frozenset({"aged", "smaller", "whole", "word"})
#: Units from the largest to the smallest, as lengths are put together of them: "two years and six months".
_SIZES = ("1000Y", "100Y", "10Y", "Y", "Q", "M", "W", "D", "H", "MIN", "S")


def _is_made_length(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "an hour and 20 minutes" from "one day, two weeks", "a decades-old dispute" from "a 30 year-old man"."""
    if "aged" in phrase.parts:
        counted = bool(word_before(doc, phrase)[-1:].isdigit()) or doc.tokens[phrase.first - 1].upos == "NUM"
        long = phrase.value("aged") in ("10Y", "100Y", "1000Y")
        return (phrase.words("aged")[0].kind == "UNITS" or long) and not counted
    if "smaller" not in phrase.parts:
        return True
    units = [phrase.value(name) for name in ("unit", "smaller", "smallest") if name in phrase.parts]
    places = [_SIZES.index(unit) for unit in units if unit in _SIZES]
    return len(places) == len(units) and all(left < right for left, right in pairwise(places))


def _is_rate(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "seven flights a week" and "$1.76 a year" from "a week later"."""
    if not phrase.first:
        return False
    before = doc.tokens[phrase.first - 1]
    return before.upos in ("NUM", "NOUN", "SYM", "PROPN") or before.lemma in ("time", "once", "twice", "%")


def is_clock(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell a time of day from a score: a bare "10:35" needs a word such as "at" before it or a zone behind it."""
    if phrase.parts.keys() & {"ampm", "zone", "part", "oclock"}:
        return True
    if "hours" in phrase.parts and (phrase.value("hours") != "H" or len(phrase.value("military") or "") != 4):
        return False
    if "minute" in phrase.parts and not _are_hour_and_minute(phrase):
        return False
    if "word" in phrase.parts and len(phrase.parts) > 1:
        return True
    return word_before(doc, phrase) in rules.classes["before_clock"]


def _are_hour_and_minute(phrase: Phrase) -> bool:
    """Tell "six-thirty" from "twenty-five"."""
    hour, minute = phrase.value("hour") or "", phrase.value("minute") or ""
    return hour.isdecimal() and int(hour) <= 12 and minute in ("10", "15", "20", "30", "40", "45", "50")


def is_decade(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "the 30s" from "a man in his 30s" and "highs in the 30s"."""
    if "possessed" in phrase.parts:
        digits = phrase.words("decade")[0].text
        after = doc.tokens[phrase.last + 1].upos if phrase.last + 1 < len(doc.tokens) else ""
        return digits.endswith("0") and len(digits) in (2, 4) and after not in ("NOUN", "PROPN", "ADJ", "NUM")
    if word_before(doc, phrase) in rules.classes["before_ages"]:
        return False
    short = len(phrase.words("decade")[0].text) == 3 and phrase.span.of(doc.text)[-4:-3] not in ("'", "’", "‘")
    around = doc.tokens[max(0, phrase.first - 8) : phrase.last + 6]
    return not (short and any(token.lemma.lower() in rules.classes["degree"] for token in around))


def is_short_year(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "in '68" from "the '5 men'"."""
    if len(phrase.words("short")[0].text) != 2:
        return False
    lone = not phrase.parts.keys() & {"month", "season"}
    return not lone or word_before(doc, phrase) in rules.classes["before_year"] | {"class", "summer", "back"}


def is_later_day(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "May 3 to 7" from "on May 3 to 7 percent" and "May 3 and 7 men"."""
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    return after is None or (after.upos not in ("NOUN", "NUM", "SYM", "ADJ", "PROPN") and after.text != "%")


def is_nth_day(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "on the 14th" and "the 18th of the month" from "the 14th floor" and "on the first of them"."""
    if "unit" in phrase.parts:
        return phrase.value("unit") == "M"
    spelt = phrase.words("day")[0].kind != "ORDNUM"
    before = word_before(doc, phrase)
    return stands_alone(doc, phrase) and (before == "on" if spelt else before in rules.classes["before_nth_day"])


def is_part_of_date(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the night of the 14th" from "the night of the 14th race"."""
    return "month" in phrase.parts or stands_alone(doc, phrase)
