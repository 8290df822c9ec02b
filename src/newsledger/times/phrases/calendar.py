"""Whether the name of a month, a day or a feast says when."""

from newsledger.model import Annotated
from newsledger.times.phrases.around import stands_alone, word_before
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules

#: Months that are given names too, or a surname.
_NAMES = frozenset({"april", "august", "june", "may"})
_SPELT = frozenset({"ORDINAL", "SECOND", "ORDNUM"})


def is_calendar(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "on May third" from "in May third place"."""
    words = phrase.words("day")
    at_end = bool(words) and words[-1].last == phrase.last
    return not (at_end and words[0].kind in _SPELT) or stands_alone(doc, phrase) or "of" in _texts(doc, phrase)


def _texts(doc: Annotated, phrase: Phrase) -> tuple[str, ...]:
    return tuple(token.text.lower() for token in doc.tokens[phrase.first : phrase.last + 1])


def is_month(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "in May" from "Theresa May said", "June Smith" and "the March of the Mothers"."""
    month = phrase.words("month")[0]
    if month.text.lower() not in _NAMES or len(phrase.parts) > 1:
        return True
    if word_before(doc, phrase) in rules.classes["before_month"]:
        return True
    token = doc.tokens[month.first]
    before = doc.tokens[month.first - 1] if month.first else None
    if before is not None and (before.text.lower() in rules.classes["honorific"] or _is_name(before.text, before.upos)):
        return False
    head = doc.tokens[token.head]
    if token.deprel == "compound" and head.upos == "PROPN" and token.head == month.first + 1:
        return False
    acts = token.deprel in ("nsubj", "nsubjpass") and head.upos == "VERB"
    return not acts or head.lemma in rules.classes["month_verb"]


def _is_name(text: str, upos: str) -> bool:
    return upos == "PROPN" and text[:1].isupper() and text[1:].islower()


def is_weekday(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "on Sunday" from the "Sunday Times", and "Friday week" from "Friday week-long"."""
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if "week" in phrase.parts:
        if "number" in phrase.parts:
            return phrase.value("week") in ("D", "W")
        return phrase.value("week") == "W" and stands_alone(doc, phrase)
    if after is None or after.upos != "PROPN":
        return True
    named = after.text.lower() in rules.classes["masthead"] and after.text[:1].isupper()
    return not named or doc.tokens[phrase.last].text.lower() in ("morning", "afternoon", "evening")


def is_season(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "in the spring" from "the Winter Meetings" and the "Spring of Life" rallies."""
    season = phrase.words("season")[0]
    opens = doc.sentence_at(season.first).start == season.first
    if len(phrase.parts) > 1 or season.text.islower() or opens or doc.role_at(season.first) == "headline":
        return True
    after = [token for token in doc.tokens[phrase.last + 1 : phrase.last + 3] if token.text != "of"]
    return not after or not (after[0].text[0].isupper() and after[0].upos in ("PROPN", "NOUN", "X"))


def is_feast(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the Labour Day weekend" from "Labour Day week", and "by Christmas" from "a Christmas tree"."""
    if phrase.parts.keys() != {"holiday"}:
        return "weekend" not in phrase.parts or phrase.value("weekend") == "WE"
    head = doc.tokens[phrase.last].head
    thing = doc.tokens[phrase.last].deprel == "compound" and head == phrase.last + 1
    return not thing or doc.tokens[head].upos != "NOUN" or word_before(doc, phrase) != "a"


def is_nth_of(doc: Annotated, phrase: Phrase) -> bool:  # noqa: ARG001 -- the checks share one signature
    """Tell "the first week of May" and "the last day of the month" from "the first quarter of the year"."""
    if "rel" in phrase.parts and phrase.value("rel") != "last" and "nth" not in phrase.parts:
        return False
    which = phrase.words("nth")
    if which and which[0].kind == "REL" and which[0].value != "last":
        return False
    inner, outer = phrase.value("unit"), phrase.value("told")
    if "wd" in phrase.parts:
        return True
    return inner in ("D", "W", "WE") and outer in (None, "M", "Y", "W") and inner != outer
