"""English verbs in the past: "visit" and "visiting" to "visited", "be" to "was" or "were"."""

import re
from collections.abc import Mapping
from functools import cache

from newsledger.show.lists import rows_of

_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiouy][bdfgklmnprtvz]")
_LAST_Y = re.compile(r"[^aeiou]y$")


def past(verb: str, *, plural: bool = False) -> str:
    """Put a verb in its base form or in ``-ing`` into the past.

    Args:
        verb: In lower case.
        plural: Its subject is plural, which only "be" shows.
    """
    if verb in ("be", "being"):
        return "were" if plural else "was"
    if verb in _forms("past"):
        return _forms("past")[verb]
    if verb in _gerunds():
        return _gerunds()[verb]
    if verb.endswith("ing") and len(verb) > 5:
        return re.sub(r"([^aeiou])yed$", r"\1ied", f"{verb[:-3]}ed")
    return _regular(verb)


def base_of(verb: str) -> str:
    """Give the base form of a verb in the third person of the present: "flies" is "fly", "is" is "be"."""
    if verb in _presents():
        return _presents()[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb.removesuffix("s")


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if _LAST_Y.search(verb):
        return f"{verb[:-1]}ied"
    if verb.endswith("ic"):
        return f"{verb}ked"
    return f"{verb}{verb[-1]}ed" if _doubles(verb) else f"{verb}ed"


def _doubles(verb: str) -> bool:
    return verb in _forms("doubling") or _SHORT.fullmatch(verb) is not None


def gerund(verb: str) -> str:
    """Put a base form into ``-ing``."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _doubles(verb) else f"{verb}ing"


@cache
def _gerunds() -> Mapping[str, str]:
    """Give the pasts of verbs with a past of their own by their forms in ``-ing``."""
    return {gerund(verb): done for verb, done in _forms("past").items()}


@cache
def _presents() -> Mapping[str, str]:
    return {form: verb for verb, form in _forms("present").items()}


@cache
def _forms(kind: str) -> Mapping[str, str]:
    """Give forms by verbs: their own pasts, or the form in ``-ing`` of those that double their last letter.

    A longer verb doubles it where it is stressed there.
    """
    return {verb: form for verb, of, form, _ in rows_of("verb_forms") if of == kind}
