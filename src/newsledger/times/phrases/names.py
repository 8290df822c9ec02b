"""Whether a name or a word of reference says when."""

import re
from collections.abc import Mapping

from newsledger.model import Annotated
from newsledger.times.phrases.around import stands_alone, word_before
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.scan import Word


def is_reference(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "soon" from "soon after the vote", and "the current mayor" from "the previous mayor"."""
    word = phrase.words("ref")[0]
    if word.kind == "REL" and word.value == "past":
        return word.first != phrase.first and word_before(doc, phrase) in ("in", "of", "from") and _ends(doc, phrase)
    if word.kind == "REL":
        if word.first != phrase.first:
            return False
        named = word.value in ("current", "recent") or word.text.lower() == "upcoming"
        return named and (word.text.lower() != "present" or doc.tokens[phrase.first].deprel in ("amod", "dep"))
    after = doc.tokens[phrase.last + 1].text.lower() if phrase.last + 1 < len(doc.tokens) else ""
    return after not in rules.classes["no_reference_after"] and (word_before(doc, phrase), after) != ("as", "as")


def _ends(doc: Annotated, phrase: Phrase) -> bool:
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    return after is None or not after.text[0].isalnum() or after.upos in ("CCONJ", "VERB", "AUX", "PRON", "DET")


def lead_in(parts: Mapping[str, tuple[Word, ...]]) -> int | None:
    """Give the token at which "until now" and "at the moment" begin without their preposition, else None."""
    ref = parts.get("ref")
    match = _LEAD_IN.match(ref[0].text) if ref else None
    return ref[0].first + len(match.group().split()) if ref and match else None


# "until " of "until now", "at " of "at the moment"; not "as " of "as soon as possible", "of " of "of late"
_LEAD_IN = re.compile(r"(?:(?:up\s+|as\s+)?(?:until|till|to|of|at|for|in)\s+)(?=(?:now|the|this)\b)", re.IGNORECASE)


def is_the_unit(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "the quarter" and "later in the day" from "the day belonged to him" and "the year he left"."""
    unit = phrase.value("unit")
    if "rear" in phrase.parts:
        return phrase.value("rear") == "POINT" and unit in ("Q", "M", "W", "D")
    if "middle" in phrase.parts:
        return phrase.value("middle") == "MID" and unit in ("Y", "M", "W", "10Y", "100Y")
    if unit == "D":
        return len(phrase.parts) > 1
    if unit in ("10Y", "100Y"):
        return bool(phrase.parts.keys() & {"mod", "edge"})
    return unit in ("Q", "Y", "M", "W", "WE") and not _is_told_apart(doc, phrase, rules)


def _is_told_apart(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    """Tell "the year" from "the year he left", "the week that followed", "the month before the vote"."""
    after = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
    if after is None or phrase.parts.keys() & {"mod", "edge", "shift"}:
        return False
    if after.text.lower() in rules.classes["tells_unit_apart"]:
        return True
    return after.upos == "PRON" and doc.tokens[after.head].deprel == "relcl"


def is_apart(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "he had left the day before" from "the day before the vote"."""
    word = phrase.parts.get("earlier") or phrase.parts.get("later")
    if word and word[0].kind == "REL":
        return word[0].text.lower() in ("previous", "prior") and stands_alone(doc, phrase)
    if not word or word[0].kind not in ("BEFORE", "AFTER"):
        return True
    token = doc.tokens[word[0].first]
    if token.deprel != "dep":
        below = {doc.tokens[child].deprel for child in doc.children[word[0].first]}
        return token.upos == "ADV" or not (below & {"pobj", "pcomp"} or token.deprel in ("mark", "cc"))
    after = doc.tokens[phrase.last + 1].text if phrase.last + 1 < len(doc.tokens) else "."
    return not after[0].isalnum()


def is_part_of_day(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "in the morning" and "the night before" from "the night was long"."""
    return bool(phrase.parts.keys() & {"rel", "earlier", "later"}) or not _opens(doc, phrase) or _is_when(doc, phrase)


def _opens(doc: Annotated, phrase: Phrase) -> bool:
    return doc.tokens[phrase.first].text.lower() == "the"


def _is_when(doc: Annotated, phrase: Phrase) -> bool:
    return word_before(doc, phrase) in ("in", "during", "through", "throughout")


def is_relative_units(doc: Annotated, phrase: Phrase) -> bool:  # noqa: ARG001 -- the checks share one signature
    """Tell "the past two years" and "those years" from "that two years"."""
    words = phrase.words("rel")
    return not words or words[0].text.lower() not in ("that", "this", "current")


def is_same_told(doc: Annotated, phrase: Phrase) -> bool:  # noqa: ARG001 -- the checks share one signature
    """Tell "the same month last year" and "the 1998 quarter" from "the last month this year" and "the 1998 week"."""
    if "rel" not in phrase.parts:
        return phrase.value("unit") in ("Q", None)
    return phrase.value("rel") == "same" and phrase.value("told") in ("Y", None)


def is_fiscal_year(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "the fiscal year" from "a fiscal year"."""
    return word_before(doc, phrase) not in ("a", "per", "each", "every")


def is_relative_unit(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "this week" from the programme "This Week"."""
    unit = phrase.words("unit")[0].text
    return unit.islower() or phrase.words("rel")[0].text.islower() or doc.role_at(phrase.first) == "headline"


def is_day_reference(doc: Annotated, phrase: Phrase) -> bool:
    """Tell "today" from the paper "Volta Today"."""
    word = phrase.words("dayref")[0]
    starts = doc.sentence_at(word.first).start == word.first
    return word.text[0].islower() or starts or doc.tokens[word.first - 1].upos != "PROPN"
