"""Words that tell where a whole report comes from: "This article was first published in the Harbour Weekly"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.lexicon import Row
from newsledger.page.words.phrases import rarest_words

# An outlet's name: capitals, with small words between them. "The Harbour Weekly", "Bulletin of the Port"
_NAME = re.compile(
    r"(?:(?:The|La|Le|El|Die|Der|Das|De|Het|Il|O|A) |L['’])?"
    r"[^\W\d_a-zà-öø-ÿ][\w’'&+-]*(?:\.\w[\w-]*)*"
    r"(?:(?: (?:of|the|and|for|de|la|le|del|della|der|di|du|da|do|in))* [^\W\d_a-zà-öø-ÿ][\w’'&+-]*(?:\.\w[\w-]*)*)*"
)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)
_GAP = re.compile(r"[\s:：,–—·(\"“'‘-]*(?:(?:19|20)\d\d[\s,]*)?(?:the |the agency |news agency )?", re.IGNORECASE)
_OPENING = re.compile(
    r"[\s:：,–—·(\"“'‘-]*(?:https?://)?(?:(?:the|der|die|das|den|dem|la|le|el|los|las|il|de|het|o|a) |l['’])?"
)
_MARK = re.compile(r"©|\([cC]\)(?=\s)")
_END_OF_NAME = re.compile(r"\s(?:on|in|under|and is|as|with|by|at|via|here)\s.*$|[.,;:]+$")
_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS, _MOST_OF_AGENCY = 400, 60, 7, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRules:
    """Rows of ``origins`` as one pattern, and by their words; of ``keys`` each phrase has one."""

    pattern: re.Pattern[str]
    rows: Mapping[str, Row]
    keys: frozenset[str]

    @classmethod
    def build(cls, rows: Sequence[Row]) -> "OriginRules":
        """Make one pattern of all phrases, the longest first."""
        ordered = sorted((row["phrase"] for row in rows), key=len, reverse=True)
        joined = "|".join(r"\W{1,3}".join(map(re.escape, phrase.split())) for phrase in ordered)
        pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
        return cls(pattern=pattern, rows={row["phrase"]: row for row in rows}, keys=rarest_words(ordered))

    def may_stand_in(self, words: Iterable[str]) -> bool:
        """Say whether one of the phrases may stand among words in lower case: the pattern is slow to say no."""
        return not self.keys.isdisjoint(words)

    def row_of(self, words: str) -> Row | None:
        """Give the row whose phrase some words are."""
        return self.rows.get(" ".join(_WORD.findall(words.lower())))


def find_origin(line: str, origins: OriginRules, agencies: Mapping[str, Row]) -> tuple[str, int, int] | None:
    """Find whom a line names as the source of the whole report: "This article was first published in …".

    Returns:
        The name, an agency's in full, and where it stands in the line.
    """
    told = origins.may_stand_in(_WORD.findall(line[:_LONGEST_LINE].lower()))
    for match in origins.pattern.finditer(line[:_LONGEST_LINE]) if told else ():
        row = origins.row_of(match.group())
        if row is None:
            continue
        if row["names"] == "any":
            found = _outlet_after(line, match.end())
        elif row["side"] == "before":
            found = _agency_before(line, match.start(), agencies)
        else:
            found = _agency_after(line, match.end(), agencies)
        if found:
            return found
    return _agency_of_mark(line, agencies)


def _agency_before(line: str, place: int, agencies: Mapping[str, Row]) -> tuple[str, int, int] | None:
    words = list(re.finditer(r"[\w.'’&-]+", line[:place]))[-_MOST_OF_AGENCY:]
    tries = [(word.start(), words[-1].end()) for word in words if word.group()[0].isupper()]
    return next(_agencies(line, tries, agencies), None)


def _agency_after(line: str, place: int, agencies: Mapping[str, Row]) -> tuple[str, int, int] | None:
    """Give the agency that follows: at once, or in a list with a slash or comma ("Quelle: hafen.example, ab/dpa")."""
    gap = _GAP.match(line, place)
    start = gap.end() if gap else place
    words = list(re.finditer(r"[^\W_][\w.'’&-]*", line[start : start + _LONGEST_NAME]))
    if not words or words[0].start() > 0:
        return None
    whole = [(start, start + word.end()) for word in reversed(words[:_MOST_OF_AGENCY])]
    listed = [
        (start + word.start(), start + word.end()) for word in words[1:] if line[start + word.start() - 1] in "/, "
    ]
    parted = listed if re.search(r"[/,]", line[start : start + _LONGEST_NAME]) else []
    return next(_agencies(line, [*whole, *parted], agencies), None)


def _agencies(
    line: str, places: Sequence[tuple[int, int]], agencies: Mapping[str, Row]
) -> Iterator[tuple[str, int, int]]:
    for start, end in places:
        name = line[start:end].rstrip(".,;")
        agency = agencies.get(name.lower())
        if agency:
            yield agency["agency"], start, start + len(name)


def _agency_of_mark(line: str, agencies: Mapping[str, Row]) -> tuple[str, int, int] | None:
    """Give the agency after a copyright mark: "© 2019 AFP"."""
    match = _MARK.search(line[:_LONGEST_LINE])
    return _agency_after(line, match.end(), agencies) if match else None


def _outlet_after(line: str, place: int) -> tuple[str, int, int] | None:
    gap = _OPENING.match(line, place)
    start = gap.end() if gap else place
    match = _HOST.match(line, start) or _NAME.match(line, start)
    name = _END_OF_NAME.sub("", match.group()[:_LONGEST_NAME]) if match else ""
    if not name or len(name.split()) > _MOST_WORDS or _MONTHS.match(name) or not name.strip("Tthe. "):
        return None
    return name, start, start + len(name)
