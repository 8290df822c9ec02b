"""Who wrote it: the names that the page prints, checked against those that its markup gives."""

import re
from collections.abc import Mapping, Sequence

from newsledger.model import Receipt, Span
from newsledger.page.facts.labelled import LabelledPage, squash
from newsledger.page.layout.byline import find_names, is_byline, is_desk, is_organisation
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.markup.metadata import Fact
from newsledger.page.rules import Rules
from newsledger.page.words.line import Line, words_of
from newsledger.page.words.phrases import means

# What stands between two names, as in "Anna Holm, Ida Berg and Per Lie": a comma, but not that before "Jr".
_PARTED = re.compile(r"\s*(?:[;|/•·\n]|,(?!\s*(?:Jr|Sr|II|III|MD|PhD)\b)|\s&\s)\s*")
_AND = re.compile(r"\s+(?:and|with|und|mit|et|avec|con|com|och|og|ja|ve|и|та|і|i|y|e|en|a)\s+")
# What introduces a name, as "By" does, and "Text:".
_CUE = re.compile(
    r"(?:(?:(?:written|posted|published|reported|reporting|story|text|words|review|analysis|opinion)(?: and \w+)?"
    r" )?by|von|par|por|di|da|af|av|ad|door|przez|автор|текст|autora?|auteure?|autore|autrice|szerző|text|texte|texto|"
    r"testo|tekst|kirjoittaja|skrevet av|skrivet av|yazan|author|contributor|reporter)(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
# What follows a name: a title after a dash, a place, a paper, an agency in brackets, an address.
_TAIL = re.compile(
    r"\s*(?:[(<\[{].*|\s[-–—]\s.*|[@#]\w.*|\S+@\S+.*|"
    r"\b(?:for|in|at|of|from|on|special to|für|pour|para|per|para o)\s.*)$"
)
# What a byline's other clauses name is no author: "editing by Per Lie", "photographs by Ida Berg".
_OTHERS = re.compile(
    r"\b(?:edit(?:ing|ed)|fact[- ]?check(?:ing|ed)|photo(?:s|graphs|graphy)?|pictures|graphics?|illustrat(?:ed|ions?)|"
    r"translat(?:ed|ing|ion)|video|produced|production|design(?:ed)?|compiled|art)\s+by\b[^;.)]*",
    re.IGNORECASE,
)
# What stands between an author and something else in one line: "Sunday Essay • Anna Holm".
_APART = re.compile("[|•·]")
_DIGIT = re.compile(r"\d")
# A.H.: who signs with letters alone
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.){2,4}")
_HOST = re.compile(r"\S+\.[a-z]{2,}", re.IGNORECASE)
_LONGEST, _MOST_WORDS, _MOST_AUTHORS, _LONG_OUTLET = 60, 5, 30, 8


def read_byline(page: LabelledPage, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    """Take the authors from the byline's words, else from the markup.

    A bare name that nothing introduces gives way to the name that the markup gives. Outlets, agencies,
    desks, editors and photographers are no authors. A name in capitals is written as the markup writes it.
    """
    outlets = _outlets(page)
    given = _given(page, outlets, rules)
    known = {squash(name): name for name, _ in given}
    written = _beside_known(page, _written(page, outlets, rules), known)
    first = [name for name, field in given if field == given[0][1]]
    found = {name: span for name in first if (span := _find(page, name)) and not _is_below(page, span, written)}
    if given and (found or not _cued(page)) and not any(squash(name) in known for name in written):
        written = found or {name: span for name, _ in given if (span := _find(page, name))}
    written = _with_found(written, found)
    if written:
        names = tuple(dict.fromkeys(_spelt(name, known) for name in written))
        return names, Receipt(spans=tuple(written.values()))
    if given:
        return tuple(dict.fromkeys(first)), Receipt(field=given[0][1])
    return (), None


def _is_below(page: LabelledPage, span: Span, written: Mapping[str, Span]) -> bool:
    """Say whether a name stands below the body where a byline above names another: it is the editor's."""
    lines = page.lines
    start = lines[page.layout.start].line.start if page.layout.start < len(lines) else span.end
    return span.start > start and _cued(page) and any(other.start < start for other in written.values())


def _with_found(written: dict[str, Span], found: dict[str, Span]) -> dict[str, Span]:
    """Add the names that the markup gives and a byline prints, in place of what was read otherwise there.

    "Anna Holm Bergen" is Anna Holm where the markup says so, and nobody beside her is left out.
    """
    spans = found.values()
    others = {
        name: span
        for name, span in written.items()
        if name in found or not any(span.start < other.end and other.start < span.end for other in spans)
    }
    return dict(sorted((others | found).items(), key=lambda item: item[1].start))


def split_authors(value: str, rules: Rules, outlets: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Give the people whom a value of the markup names, without "By", addresses, titles and outlets."""
    if "://" in value or len(value) > 300:
        return ()
    parts = [piece for part in _PARTED.split(_uncued(value, rules)) for piece in _split_and(part)]
    names = (_trimmed(part, outlets, rules) for part in parts)
    return tuple(dict.fromkeys(name for name in names if _is_person(name, rules, outlets, alone=len(parts) == 1)))


def _uncued(words: str, rules: Rules) -> str:
    """Leave out what introduces a name."""
    match = _CUE.match(words)
    if match is None or (match.group().strip().lower() in rules.classes["doubtful_cue"] and len(words.split()) < 3):
        return words
    return words[match.end() :]


def _split_and(part: str) -> list[str]:
    """Part names at "and"; at a word as short as "y" only where both sides are whole names."""
    pieces = [piece.strip() for piece in _AND.split(part)]
    whole = all(len(piece.split()) > 1 for piece in pieces)
    return pieces if whole or re.search(r"\s(?:and|with|und|et|och|og)\s", part) else [part.strip()]


def _trimmed(name: str, outlets: frozenset[str], rules: Rules) -> str:
    if _INITIALS.fullmatch(name.strip()):
        return name.strip()
    words = _TAIL.sub("", _uncued(name.strip(" .,:-–—·'\""), rules)).strip(" .,:-–—·").split()
    half = len(words) // 2
    if len(words) > 3 and words[:half] == words[half:]:  # the picture's description, and the name
        words = words[:half]
    for size in range(2, len(words) - 1):
        if squash(" ".join(words[size:])) in outlets:
            return " ".join(words[:size])
    return " ".join(words)


def _is_person(name: str, rules: Rules, outlets: frozenset[str], *, alone: bool) -> bool:
    words = name.split()
    if not words or len(words) > _MOST_WORDS or len(name) > _LONGEST or _DIGIT.search(name) or _HOST.fullmatch(name):
        return False
    if len(words) == 1 and name.lower() in rules.sections:
        return False
    if (
        is_organisation(name, rules)
        or _is_outlet(name, outlets)
        or is_desk(name, rules)
        or name.lower() in rules.agencies
        or _is_staff(name, rules)
    ):
        return False
    if len(words) == 1 and (not alone or (name.isascii() and name.isupper() and not _INITIALS.fullmatch(name))):
        return False
    particles = rules.classes["name_particle"] | rules.classes["author_particle"]
    return all(not word[0].islower() or word.lower() in particles or word[:2] in ("d'", "d’") for word in words)


def _is_staff(name: str, rules: Rules) -> bool:
    words = words_of(name)
    return " ".join(words) in rules.staff or (len(words) > 1 and words[-1] in rules.staff)


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Say whether a name is the outlet's, or one of its desks', or what it has before a country's: "CNN Business"."""
    words, bare = name.split(), squash(name)
    if bare in outlets or (len(words) > 1 and any(_begin_alike(bare, outlet) for outlet in outlets)):
        return True
    first = words[0]
    return first.isupper() and len(first) > 2 and squash(first) in outlets and not name.isupper()


def _begin_alike(name: str, outlet: str) -> bool:
    """Say whether one of two names begins with the other; a short outlet's may begin anybody's."""
    return outlet.startswith(name) or (len(outlet) >= _LONG_OUTLET and name.startswith(outlet))


def _outlets(page: LabelledPage) -> frozenset[str]:
    names = [fact.value for kind in ("publisher", "desk") for fact in page.facts(kind)]
    return frozenset(squash(part) for name in names for part in (name, *name.split("|")) if squash(part))


def _given(page: LabelledPage, outlets: frozenset[str], rules: Rules) -> list[tuple[str, str]]:
    return [
        (name, fact.field)
        for fact in page.facts("byline")[:_MOST_AUTHORS]
        for name in split_authors(_turned(fact), rules, outlets)
    ]


def _turned(fact: Fact) -> str:
    """Turn a library's "Holm, Anna" round."""
    last, mark, first = fact.value.partition(", ")
    turned = mark and fact.field.endswith("citation_author") and "," not in first
    return f"{first} {last}" if turned else fact.value


def _written(page: LabelledPage, outlets: frozenset[str], rules: Rules) -> dict[str, Span]:
    """Give the names in byline lines: those above the body, else those below it."""
    lines = [
        (number, marked)
        for number, (marked, role) in enumerate(zip(page.lines, page.roles, strict=True))
        if role == "byline"
    ]
    above = [marked for number, marked in lines if number < page.layout.start]
    found = _names_in(above, outlets, rules) or _names_in([marked for _, marked in lines], outlets, rules)
    return found or _names_in(_alone_above(page, rules), outlets, rules)


def _alone_above(page: LabelledPage, rules: Rules) -> list[MarkedLine]:
    """Give the last line above the first paragraph where it is one of the body's that holds names alone."""
    number = page.layout.start - 1
    if number < 0 or page.roles[number] != "body" or not is_byline(page.lines[number], rules, near=True):
        return []
    return [page.lines[number]]


def _names_in(lines: Sequence[MarkedLine], outlets: frozenset[str], rules: Rules) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for marked in lines:
        line = marked.line
        others = [match.span() for match in _OTHERS.finditer(line.text)]
        for name in find_names(line.text, line.start, rules):
            start = name.start - line.start
            words = _trimmed(name.name, outlets, rules)
            told = any(first <= start < last for first, last in others)
            if not told and _is_person(words, rules, outlets, alone=False):
                end = name.start + _length_of(words, line.text[start:])
                found.setdefault(words, Span(start=name.start, end=end))
    return found


def _length_of(words: str, text: str) -> int:
    match = re.match(r"\s+".join(map(re.escape, words.split())), text)
    return match.end() if match else len(words)


def _cued(page: LabelledPage) -> bool:
    """Say whether a byline line says what it is: by "By", "Text:", or the name of its own element."""
    return any(means(marked.rows, "byline") or "byline" in marked.line.own for marked in page.of_role("byline"))


def _find(page: LabelledPage, name: str) -> Span | None:
    """Find a name that the markup gives in a byline line."""
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
    for marked in page.of_role("byline"):
        match = pattern.search(marked.line.text)
        if match:
            return Span(start=marked.line.start + match.start(), end=marked.line.start + match.end())
    return None


def _beside_known(page: LabelledPage, written: dict[str, Span], known: dict[str, str]) -> dict[str, Span]:
    """Keep the names in lines that hold one that the markup gives too, where there is such a line.

    What else is taken for a byline then is a kicker, a desk, or who publishes what is written about. A word that the
    page runs together with a name ("Anna HolmReporter") is cut off.
    """
    whole = {_joined_off(name, known): span for name, span in written.items()}
    sure = [span.start for name, span in whole.items() if squash(name) in known]
    lines = [marked.line for marked in page.of_role("byline")]
    kept = [line for line in lines if any(line.start <= start < line.end for start in sure)]
    beside = {
        name: span
        for name, span in whole.items()
        if any(line.start <= span.start < line.end and _is_joined(line, span, sure) for line in kept)
    }
    return beside or whole


def _is_joined(line: Line, span: Span, sure: Sequence[int]) -> bool:
    """Say whether no bullet or bar parts a name from one that the markup gives: a column's name, a desk, a place."""
    nearest = min(
        (start for start in sure if line.start <= start < line.end), key=lambda start: abs(start - span.start)
    )
    first, last = sorted((nearest - line.start, span.start - line.start))
    return _APART.search(line.text, first, last) is None


def _joined_off(name: str, known: dict[str, str]) -> str:
    """Cut off a word in capitals or small letters that is run together with a name that the markup gives."""
    return next((other for other in known.values() if name.startswith(other) and name[len(other) :].isalpha()), name)


def _spelt(name: str, known: dict[str, str]) -> str:
    other = known.get(squash(name))
    return other if other and name.isupper() and not other.isupper() else name
