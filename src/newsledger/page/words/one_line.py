"""A page whose words all stand on one line: where its headline, its date and its byline end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise, takewhile

from newsledger.lexicon import Row
from newsledger.page.words.dateline import read_dateline
from newsledger.page.words.dates import find_days
from newsledger.page.words.line import Line, make_line

_FEWEST = 40
# What stands above the first paragraph has so many words at most; a headline has so many.
_HEAD, _SHORTEST, _LONGEST = 80, 3, 18
_MOST_LETTERS = 1_000
# A headline that is printed twice has so many words.
_AGAIN = 4
_LONGEST_NAME = 3
_WORD = re.compile(r"\S+")
_SENTENCE_INSIDE = re.compile(r"[\w\"”’)][.!?][\"”’)]?\s")
# Published: 3 May 2018; Posted on 4 June 2019: what stands before a date, and 10:43 behind it
_CUE = re.compile(r"(?:[A-Z]\w+(?: on)?:? (?:[A-Z]\w{2,8}, )?)?$")
_CLOCK = re.compile(r"[\s,]*(?:at )?(?:\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\b\.?)?)?(?:\s[A-Z]{3,4}\b)?")
_BY = re.compile(r"\s?\b[Bb]y (?=[^\W\d_])")


def part_one_line(line: Line, agencies: Mapping[str, Row], months: Mapping[str, int]) -> tuple[Line, ...]:
    """Part the headline, and the menu, the date and the byline around it, from the paragraphs of a page of one line.

    A headline ends where a dateline, a date or a byline follows it, where it is printed a second time, or where a
    paragraph begins with a short word that is written small elsewhere: "Old lock closes The council of Bergen".

    Args:
        line: All words of the page.
        agencies: Rows of ``agencies``.
        months: Numbers of months by their names.

    Returns:
        Lines side by side; the one that was given where it has no headline.
    """
    if line.words < _FEWEST or line.words > len(line.tokens):  # in scripts without spaces no word is found
        return (line,)
    head = _head_of(line.text)
    start, stop = _printed_again(head) or (0, None)
    rest = stop or _headline_end(head, line.text, agencies, months)
    if not rest:
        return (line,)
    cuts = [0, start, rest, *_cuts_below(line.text, rest, months)]
    return tuple(_pieces(line, sorted(set(cuts))))


def _head_of(text: str) -> str:
    words = [match.end() for _, match in zip(range(_HEAD), _WORD.finditer(text[:_MOST_LETTERS]), strict=False)]
    return text[: words[-1]] if words else text


def _pieces(line: Line, cuts: list[int]) -> Iterator[Line]:
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        piece = line.text[start:end]
        if stripped := piece.strip():
            yield make_line(stripped, line.start + start + len(piece) - len(piece.lstrip()))


def _printed_again(head: str) -> tuple[int, int] | None:
    """Give where the headline stands that is printed twice: its second copy, or the first where a paragraph begins so.

    In "Old lock closes | Sea News Home Old lock closes 3 May" the second is the headline, in "Old lock closes Old lock
    closes for two years, says" the first.
    """
    words = list(_WORD.finditer(head))
    plain = [match.group().lower().strip(".,:;|") for match in words]
    large = [number for number, match in enumerate(words) if not match.group()[0].islower()]
    pairs = [(first, second) for first, second in combinations(large, 2) if plain[first] == plain[second]]
    first, second = max(pairs, key=lambda pair: _common(plain, *pair), default=(0, 0))
    size = _common(plain, first, second)
    if (
        size < _AGAIN
        or 0 < first < second - size
        or _SENTENCE_INSIDE.search(head[words[first].start() : words[first + size - 1].end()])
    ):
        return None
    after = words[second + size].group() if second + size < len(words) else ""
    if after[:1].islower():
        return words[first].start(), words[second].start()
    return words[second].start(), words[second + size - 1].end()


def _common(words: Sequence[str], first: int, second: int) -> int:
    """Count the words that two places have in common, up to the second."""
    pairs = zip(words[first:second], words[second:], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _headline_end(head: str, text: str, agencies: Mapping[str, Row], months: Mapping[str, int]) -> int | None:
    """Give where a headline with which the text begins ends, None where it begins with none."""
    end = min(
        _date_start(head, months),
        _by_start(head, months),
        _dateline_start(head, agencies, months),
        _paragraph_start(head, text),
    )
    words = len(head[:end].split())
    whole = end < len(head) and _SHORTEST <= words <= _LONGEST and not _SENTENCE_INSIDE.search(head[: end + 1])
    return end if whole else None


def _date_start(head: str, months: Mapping[str, int]) -> int:
    """Give where a date by itself starts, its cue before it; of a sentence it is not ("closed on 3 May 2018")."""
    for found in find_days(head, months):
        cue = _CUE.search(head[: found.start])
        start = cue.start() if cue else found.start
        if head[:start].rstrip()[-1:] != "," and ((cue and cue.group()) or not _ends_small(head[: found.start])):
            return start
    return len(head)


def _ends_small(text: str) -> bool:
    """Say whether a text ends in a small word of the kind that a date goes with: "on", "since"."""
    last = text.split()[-1:]
    return bool(last) and last[0].islower() and len(last[0]) <= len("since")


def _by_start(head: str, months: Mapping[str, int]) -> int:
    for match in _BY.finditer(head):
        if head[match.end()].isupper() and _name_end(head, match.end(), head, months) > match.end():
            return match.start()
    return len(head)


def _dateline_start(head: str, agencies: Mapping[str, Row], months: Mapping[str, int]) -> int:
    """Give where a dateline starts: at a place in capitals rather than at a capital letter of the headline."""
    starts = [match.start() for match in _WORD.finditer(head) if match.start() and match.group()[0].isupper()]
    found = [start for start in starts if read_dateline(head[start:], agencies, months, colon=True)]
    return min(found, key=lambda start: (not head[start : start + 2].isupper(), start), default=len(head))


def _paragraph_start(head: str, text: str) -> int:
    """Give where a paragraph begins: "The" before a small word, and the text has "the" too, or the first word again."""
    words = list(_WORD.finditer(head))
    for before, match, after, next_ in zip(words, words[1:], words[2:], words[3:], strict=False):
        if not before.group()[-1].isalnum() or not _goes_on(after.group(), next_.group()):
            continue
        if _is_small_elsewhere(match.group(), text) or match.group() == words[0].group():
            return match.start()
    return len(head)


def _goes_on(word: str, after: str) -> bool:
    """Say whether two words go on in small letters: "council of", "is the", not "on Earth" of a title."""
    return word[0].islower() and (len(word) > len("with") or after[0].islower())


def _is_small_elsewhere(word: str, text: str) -> bool:
    return len(word) <= len("After") and word.istitle() and f" {word.lower()} " in text


def _cuts_below(text: str, start: int, months: Mapping[str, int]) -> Iterator[int]:
    """Give where the date and the byline below the headline start and end."""
    for _ in range(_LONGEST_NAME):
        below = text[start : start + _HEAD]
        found = next(find_days(below, months), None)
        cue = _CUE.search(below[: found.start]) if found else None
        by = _BY.match(below)
        if found and cue and not below[: cue.start()].strip():
            clock = _CLOCK.match(below, found.end)
            end = start + (clock.end() if clock else found.end)
        elif by:
            end = _name_end(text, start + by.end(), text, months)
        else:
            return
        yield end
        start = end


def _name_end(text: str, start: int, whole: str, months: Mapping[str, int]) -> int:
    """Give where the name ends that starts here: before a word of the paragraph, which a small one follows."""
    words = [match for _, match in zip(range(_LONGEST_NAME + 1), _WORD.finditer(text, start), strict=False)]
    end = start
    for match, after in pairwise(words):
        word = match.group()
        if not word[0].isupper() or word.lower().strip(".,") in months or after.group()[0].islower():
            break
        if _is_small_elsewhere(word, whole):
            break
        end = match.end()
    return end
