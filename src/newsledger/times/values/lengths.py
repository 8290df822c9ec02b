"""Numbers in figures and words, and durations as TIMEX3 writes them."""

import re
from collections.abc import Sequence
from fractions import Fraction

from newsledger.times.scan import Word

_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
# What a part of each unit is counted in: half a year is six months.
_SMALLER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24), "H": ("M", 60), "MIN": ("S", 60)}
_CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_FIGURES = frozenset({"DAY", "DECIMAL", "NUM"})
_MULTIPLE = re.compile(r"(\d+)(Y|W|MIN)")  # 100Y, 2W, 15MIN; not Y


def number_of(words: Sequence[Word]) -> Fraction | None:
    """Read a number: "20", "2 1/2", "twenty-two", "two and a half", "nineteen ninety-four".

    Returns:
        The number; None where the words leave it open ("several") or make none.
    """
    total, group = Fraction(0), Fraction(0)
    for word in _highest(words):
        if word.kind in ("AND", "OF", "DASH", "PLUS") or (word.kind == "A" and group):
            continue
        value = _value(word)
        if value is None:
            return None
        if word.kind == "NUMWORD" and value >= 1000:
            total, group = total + max(group, Fraction(1)) * value, Fraction(0)
        else:
            group = _joined(group, value, spelt=word.kind == "NUMWORD")
    return total + group


def _highest(words: Sequence[Word]) -> Sequence[Word]:
    """Take the upper end of "two or three" and "10-15", the number of "some twenty"."""
    for place in range(len(words) - 1, 0, -1):
        before, after = words[place - 1], words[place + 1 : place + 2]
        figures = after and before.kind in _FIGURES and after[0].kind in _FIGURES
        if words[place].kind in ("OR", "TO") or (words[place].kind == "DASH" and figures):
            return words[place + 1 :]
    return words[1:] if len(words) > 1 and words[0].text.lower() == "some" else words


def _joined(group: Fraction, value: Fraction, *, spelt: bool) -> Fraction:
    """Put one more word to a number below a thousand; "nineteen ninety" is 1990."""
    if spelt and value == 100:
        return max(group, Fraction(1)) * value
    if spelt and value >= 10 and 10 <= group < 100:
        return group * 100 + value
    return group + value


def _value(word: Word) -> Fraction | None:
    if word.kind == "A":
        return Fraction(1)
    if word.kind == "HALF":
        return Fraction(1, 2)
    text = word.value.replace(",", "")
    if text[-1:] in _FRACTIONS:
        return _FRACTIONS[text[-1]] + (int(text[:-1]) if text[:-1].isdecimal() else 0)
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def year_in_words(words: Sequence[Word]) -> int | None:
    """Read a year that is written out, "nineteen eighty-four" or "two thousand"; None for other numbers."""
    number = number_of(words)
    if number is None or number.denominator != 1 or not 1000 <= number <= 2100:
        return None
    return int(number)


def duration(number: Fraction | None, unit: str) -> str:
    """Write a duration as TIMEX3 does: ``P2Y6M``, ``PT30M``, ``PXD`` for days that nobody counted."""
    if number is not None and (match := _MULTIPLE.fullmatch(unit)):
        number, unit = number * int(match[1]), match[2]
    if number is None:
        return ("PTX" if unit in _CLOCK_UNITS else "PX") + _letter(unit)
    whole, part = divmod(number, 1)
    if part and unit in _SMALLER:
        return _with_part(int(whole), part, unit)
    return ("PT" if unit in _CLOCK_UNITS else "P") + f"{_plain(number)}{_letter(unit)}"


def length(value: str) -> tuple[int, str] | None:
    """Read a duration of whole days or more back: ``P2W`` is 2 of ``W``; None for hours, parts and ``PXD``."""
    match = re.fullmatch(r"P(\d+)([DWMQY])", value)
    return (int(match[1]), match[2]) if match else None


def _with_part(whole: int, part: Fraction, unit: str) -> str:
    smaller, count = _SMALLER[unit]
    rest = int(part * count)
    if unit in ("D", "H", "MIN"):
        days, head = (f"{whole}D", "T") if unit == "D" and whole else ("", "T")
        own = f"{whole}{_letter(unit)}" if whole and unit != "D" else ""
        return f"P{days}{head}{own}{rest}{smaller}"
    return f"P{f'{whole}{unit}' if whole else ''}{rest}{smaller}"


def _letter(unit: str) -> str:
    return _CLOCK_UNITS.get(unit) or {"10Y": "DE", "100Y": "C", "1000Y": "L", "2W": "W"}.get(
        unit, unit.lstrip("0123456789")
    )


def _plain(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else str(float(number))
