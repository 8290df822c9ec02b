"""Words that are cut from a text and stand alone: without what the cut left hanging."""

import re
from functools import cache
from itertools import pairwise

from newsledger.show.lists import words_of

#: What cannot begin or end words that stand alone; a full stop may belong to "Inc.", a quotation mark to none.
_EDGES = " \t\n“”\"'‘’`«»,;:|/*·•–—-_<>"
#: An owner without what is owned: "Orlow 's", "Orlow’s".
_APART = re.compile(r"\s+['’]s$|^['’]s\b\s*")
_OWNER = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_TWICE = re.compile(r"\b(\w+)(?:\s+\1\b)+", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))


def act_of(words: str) -> str:
    """Give the words of an act as they stand alone: "accused of" is "accused"; ``""`` where none is left."""
    return _clean(words)


def party_of(words: str, *, is_name: bool) -> str:
    """Give who has a part in something; ``""`` where the words name nobody: "'s", "days".

    Args:
        words: A name, or words of the text.
        is_name: It may end as it likes: "McDonald's".
    """
    clean = _clean(words if is_name else _OWNER.sub("", _APART.sub("", words.strip())))
    measure = clean.lower() in _loose("measure")
    return "" if measure or ": " in clean else clean


def is_well_formed(sentence: str) -> bool:
    """Say whether words can stand on a screen: nothing twice that cannot be, nothing hanging, no stray mark."""
    words = sentence.rstrip(" .").split()
    if not words or words[-1].lower() in _hanging() or _APART.search(sentence.rstrip(" .")):
        return False
    pairs = pairwise(words)
    articles, joints = _loose("article"), _loose("joint")
    return not any(
        (one in articles and other in articles | joints) or (one == other and one in articles | joints)
        for one, other in ((one.lower(), other.lower()) for one, other in pairs)
    ) and not re.search(r"\s[,;:.](?:\s|$)|\(\s*\)|\[\s*\]|“\s*”", sentence)


def _clean(words: str) -> str:
    line = " ".join(words.split())
    for opening, closing in _PAIRS:
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    line = _TWICE.sub(lambda found: found[1] if found[1].lower() in _hanging() else found[0], line)
    while (bare := _step(line)) != line:
        line = bare
    return line if any(letter.isalnum() for letter in line) else ""


def _step(line: str) -> str:
    """Take one thing off the end that hangs there."""
    line = _APART.sub("", line).strip(_EDGES)
    rest, _, last = line.rpartition(" ")
    return rest if last.lower() in _hanging() else line


@cache
def _hanging() -> frozenset[str]:
    return _loose("article") | _loose("joint")


def _loose(kind: str) -> frozenset[str]:
    return words_of("loose_ends", kind)
