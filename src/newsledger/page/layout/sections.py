"""Which lines say in what section of the site an article stands: a path, or a word above the headline."""

import re
from collections.abc import Sequence

from newsledger.page.layout.prose import MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.line import words_of
from newsledger.page.words.phrases import means

# A path has so many steps at most, and stands so many lines above the headline.
_LONGEST_PATH, _WORDS_OF_STEP = 5, 5
_NEAR_HEADLINE, _FARTHEST_HOME = 5, 14
# News / Russia; Home > World > Europe; Home » News. A row of links parted by "|" is a menu.
_PATH = re.compile(r"\s{1,20}[/›»>→]\s{1,20}|\s{0,20}[›»>→]\s{0,20}")
_STEP_MARKS = " /›»>→|\\"
_MOST_LETTERS = 300
_LONGEST_SECTION, _LONGEST_MARKED, _LONGEST_KICKER = 12, 20, 5
# So many names of sections above the word that may be one: they are the site's menu.
_MENU, _LOOK_BACK, _MARKED_MENU = 2, 5, 5
# Names of sections side by side: a bar, a comma, a slash between them
_BETWEEN_NAMES = re.compile(r"\s{0,20}[|,/•·:–-]\s{0,20}|\s{2,20}")
# Where a section's name may stand with the date: below a date above the headline, or so far below the headline.
_DATES_BETWEEN, _HEAD, _PROSE = 2, 15, 20.0
_DIGIT = re.compile(r"\d")


def section_names(text: str, rules: Rules) -> tuple[str, ...]:
    """Cut a path of sections into its parts, the widest first; "You are here:" is none of them."""
    label = next((label for label in rules.classes["path_label"] if text.lower().startswith(label)), "")
    text = text[len(label) :].lstrip(" :")
    return tuple(part.strip(_STEP_MARKS) for part in _PATH.split(text) if part.strip(_STEP_MARKS))


def find_sections(lines: Sequence[MarkedLine], top: int, headline: int | None, rules: Rules) -> frozenset[int]:
    """Find the lines of a page without markup that name its section.

    Args:
        lines: All lines of the page.
        top: Index of the headline, of the first paragraph where there is none.
        headline: Index of the headline.
        rules: The room's rules.

    Returns:
        Their indices: a path's with a line for each step, a path in one line, or what stands just above the headline.
    """
    path = _path_above(lines, top, headline)
    if path:
        return frozenset(path)
    near = range(max(0, top - _NEAR_HEADLINE), min(top + 1, len(lines)))
    found = {number for number in near if number != headline and _is_path(lines[number], lines, headline, rules)}
    return frozenset(found or _kicker(lines, top, headline, rules) or _beside_date(lines, top, rules))


def _beside_date(lines: Sequence[MarkedLine], top: int, rules: Rules) -> set[int]:
    """Find the section's name that stands just below the headline, or above or below the date there."""
    for number in range(top + 1, min(top + _HEAD, len(lines) - 1)):
        if lines[number].weight > _PROSE:
            break
        dated = number == top + 1 or lines[number - 1].days or lines[number + 1].days
        if dated and _names_section(lines[number], rules):
            return {number}
    return set()


def is_marked_section(lines: Sequence[MarkedLine], number: int, top: int) -> bool:
    """Say whether the markup calls a line of a page a section of its article, whose headline is at ``top``."""
    marked = lines[number]
    line = marked.line
    if "section" not in line.hints or line.hints & {"related", "date", "byline"}:
        return False
    if marked.days or not 1 <= line.words <= _LONGEST_MARKED or (means(marked.rows, "furniture") and line.words > 1):
        return False
    if "furniture" not in line.hints:
        return True
    return top - _NEAR_HEADLINE <= number < top and not _in_marked_menu(lines, number)


def _in_marked_menu(lines: Sequence[MarkedLine], number: int) -> bool:
    """Say whether a line is one of many that the markup calls sections, and "Home" is not among them."""
    run = [number]
    for step in (-1, 1):
        place = number + step
        while (
            0 <= place < len(lines) and lines[place].line.hints >= {"section", "furniture"} and len(run) < _MARKED_MENU
        ):
            run.append(place)
            place += step
    return len(run) >= _MARKED_MENU and not any(_is_home(lines[place]) for place in run)


def _path_above(lines: Sequence[MarkedLine], top: int, headline: int | None) -> range:
    """Find a path that has a line for each step: from "Home" down to the headline, or to its copy in the path."""
    for home in range(min(top, len(lines)) - 1, max(-1, top - 1 - _FARTHEST_HOME), -1):
        if _is_home(lines[home]):
            return range(home, _path_end(lines, home, top, headline))
    return range(0)


def _path_end(lines: Sequence[MarkedLine], home: int, top: int, headline: int | None) -> int:
    """Give where the path that begins with "Home" ends; where it begins, if it is none."""
    marks = steps = 0
    for number in range(home + 1, top):
        marked = lines[number]
        if headline is not None and marked.line.tokens == lines[headline].line.tokens:
            return number + 1
        if not marked.line.words and marked.line.text in _STEP_MARKS:
            marks += 1
        elif marked.rows or marked.line.closed or marked.line.words > _WORDS_OF_STEP:
            return number if marks and steps else home
        else:
            steps += 1
    return top if steps <= _LONGEST_PATH - 1 else home


def _is_home(marked: MarkedLine) -> bool:
    return means(marked.rows, "home") and marked.line.words <= 2


def _is_path(marked: MarkedLine, lines: Sequence[MarkedLine], headline: int | None, rules: Rules) -> bool:
    """Say whether one line is a path: "News / Russia", or "Home News" and the headline run together."""
    line = marked.line
    if line.closed or marked.days or not 1 <= line.words <= 2 * _LONGEST_SECTION or len(line.text) > _MOST_LETTERS:
        return False
    if line.text.lower().startswith(tuple(rules.classes["path_label"])):
        return not rules.classes["home"].issuperset(name.lower() for name in section_names(line.text, rules))
    if headline is not None and _is_home_first(marked, rules) and _ends_in(line.tokens, lines[headline].line.tokens):
        return True
    if line.words > _LONGEST_SECTION or (marked.rows and not means(marked.rows, "home")):
        return False
    parts = section_names(line.text, rules)
    return 2 <= len(parts) <= 5 and all(len(part.split()) <= 4 for part in parts)


def _is_home_first(marked: MarkedLine, rules: Rules) -> bool:
    return marked.line.text.partition(" ")[0].lower() in rules.classes["home"]


def _ends_in(tokens: Sequence[str], tail: Sequence[str]) -> bool:
    return 1 < len(tail) < len(tokens) and tuple(tokens[-len(tail) :]) == tuple(tail)


def _kicker(lines: Sequence[MarkedLine], top: int, headline: int | None, rules: Rules) -> set[int]:
    """Find the word or two just above the headline: a section's name, or a word in capitals."""
    above = top - 1
    while above > 0 and top - above <= _DATES_BETWEEN and lines[above].days:
        above -= 1
    if headline is None or above < 0 or not _may_be_kicker(lines[above], lines[headline], rules):
        return set()
    marked = lines[above]
    if _names_section(marked, rules):
        return set() if _ends_menu(lines, above, rules) else _with_wider(lines, above, rules)
    if above < top - 1:
        return set()
    short = marked.line.words <= 3
    two = above > 0 and short and marked.line.text[0].isupper() and _names_section(lines[above - 1], rules)
    if two and not _ends_menu(lines, above - 1, rules) and (above < 2 or lines[above - 2].line.text[-1] != ":"):
        return {above - 1, above}
    capitals = marked.line.text.isupper() and not _DIGIT.search(marked.line.text)
    return {above} if capitals and marked.line.words <= 4 else set()


def _with_wider(lines: Sequence[MarkedLine], number: int, rules: Rules) -> set[int]:
    """Add the wider section that stands above a section's name; with more of them it would be a menu."""
    if number < 2 or not _names_section(lines[number - 1], rules) or _names_section(lines[number - 2], rules):
        return {number}
    return {number - 1, number}


def _may_be_kicker(marked: MarkedLine, headline: MarkedLine, rules: Rules) -> bool:
    line = marked.line
    if not 1 <= line.words <= _LONGEST_KICKER or line.closed or marked.days:
        return False
    if line.text[-1] in ":;," or ": " in line.text or line.tokens == headline.line.tokens:
        return False
    # "Opinion" and "Video" begin a related link's line too, but alone they are a section.
    return not marked.rows or (_names_section(marked, rules) and all(row["means"] == "related" for row in marked.rows))


def _names_section(marked: MarkedLine, rules: Rules) -> bool:
    if " ".join(marked.line.tokens) in rules.sections:
        return True
    if len(marked.line.text) > _MOST_LETTERS:
        return False
    names = [" ".join(words_of(name)) for name in _BETWEEN_NAMES.split(marked.line.text)]
    return len(names) > 1 and all(name in rules.sections for name in names)


def _ends_menu(lines: Sequence[MarkedLine], number: int, rules: Rules) -> bool:
    """Say whether a section's name is the last of the site's menu: names stand above it, and it is new."""
    above = lines[max(0, number - _LOOK_BACK) : number]
    names = sum(_names_section(marked, rules) for marked in above)
    if names < _MENU:
        return False
    tokens = lines[number].line.tokens
    before = [place for place in range(number) if lines[place].line.tokens == tokens]
    return not before or any(
        place and lines[place - 1].line.tokens == lines[number - 1].line.tokens for place in before
    )
