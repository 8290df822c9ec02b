"""Reads ``--question``, the same words as the options of ``newsledger events``, as ``actor=FRA``."""

from collections.abc import Iterable

import click

from newsledger.store import HappeningQuestion

#: What is asked by a word that is no field's name.
_FIELDS = {"type": "event_type", "from": "since", "to": "until", "min_confidence": "least"}
_WORDS = (
    *("actor", "recipient", "holder", "type", "other_kind", "mode", "country", "standing", "state"),
    *("from", "to", "min_confidence"),
)
_CODES = ("type", "country")


def question_of(parts: Iterable[str], today: str, *, corrections: bool = True) -> HappeningQuestion | None:
    """Read the parts of a question; None where there are none.

    Raises:
        UsageError: A part has no value, or asks for what nobody can ask.
        ValueError: The question makes no sense.
    """
    given: dict[str, str | float] = {}
    for part in parts:
        word, sign, value = part.partition("=")
        name = word.strip().replace("-", "_").lower()
        if not sign or not value.strip() or name not in _WORDS:
            known = ", ".join(word.replace("_", "-") for word in _WORDS)
            raise click.UsageError(f"found the question {part!r}, expected one as actor=FRA, with one of {known}")
        if name in given:
            raise click.UsageError(f"found {word} twice in the question, expected it once")
        given[_FIELDS.get(name, name)] = _read(name, value.strip())
    if not given:
        return None
    return HappeningQuestion(today=today, corrections=corrections, **given)  # type: ignore[arg-type] # checked by its fields


def _read(name: str, value: str) -> str | float:
    if name != "min_confidence":
        return value.upper() if name in _CODES else value
    try:
        return float(value)
    except ValueError as error:
        raise click.UsageError(f"found min-confidence {value!r}, expected a number from 0 to 1") from error
