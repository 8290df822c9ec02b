"""Words that tell where a whole report comes from: "This article was first published in the Harbour Weekly"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsledger.lexicon import Row

# An outlet's name: capitals, with small words between them. "The Harbour Weekly", "Bulletin of the Port"
_NAME = re.compile(
    r"(?:the |la |le |l['’]|el |die |der |das |de |il |o |a )?"
    r"[^\W\d_a-zà-öø-ÿ][\w’'&+-]*(?:\.\w[\w-]*)*"
    r"(?:(?: (?:of|the|and|for|de|la|le|del|della|der|di|du|da|do|in))* [^\W\d_a-zà-öø-ÿ][\w’'&+-]*(?:\.\w[\w-]*)*)*"
)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)
_GAP = re.compile(r"[\s:：,–—·(\"“'‘-]*(?:(?:19|20)\d\d[\s,]*)?(?:the |the agency |news agency )?", re.IGNORECASE)
_END_OF_NAME = re.compile(r"\s(?:on|in|under|and is|as|with|by|at|via|here)\s.*$|[.,;:]+$")
_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS = 400, 60, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRules:
    """Rows of ``origins`` as one pattern, and by their words."""

    pattern: re.Pattern[str]
    rows: Mapping[str, Row]

    @classmethod
    def build(cls, rows: Sequence[Row]) -> "OriginRules":
        """Make one pattern of all phrases, the longest first."""
        ordered = sorted((row["phrase"] for row in rows), key=len, reverse=True)
        joined = "|".join(r"\W{1,3}".join(map(re.escape, phrase.split())) for phrase in ordered)
        pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
        return cls(pattern=pattern, rows={row["phrase"]: row for row in rows})

    def row_of(self, words: str) -> Row | None:
        """Give the row whose phrase some words are."""
        return self.rows.get(" ".join(_WORD.findall(words.lower())))


def find_origin(line: str, origins: OriginRules, agencies: Mapping[str, Row]) -> tuple[str, int, int] | None:
    """Find whom a line names as the source of the whole report: "This article was first published in …".

    Returns:
        The name, an agency's in full, and where it stands in the line.
    """
    for match in origins.pattern.finditer(line[:_LONGEST_LINE]):
        row = origins.row_of(match.group())
        if row is None:
            continue
        found = (
            _agency_near(line, match, row, agencies) if row["names"] == "agency" else _outlet_after(line, match.end())
        )
        if found:
            return found
    return None


def _agency_near(line: str, match: re.Match[str], row: Row, agencies: Mapping[str, Row]) -> tuple[str, int, int] | None:
    if row["side"] == "before":
        words = list(re.finditer(r"[\w.'’&-]+", line[: match.start()]))[-4:]
        tries = [(words[place].start(), words[-1].end()) for place in range(len(words))]
    else:
        gap = _GAP.match(line, match.end())
        start = gap.end() if gap else match.end()
        words = list(re.finditer(r"[^\W_][\w.'’&/-]*", line[start : start + _LONGEST_NAME]))[:4]
        if not words or words[0].start() > 0:
            return None
        tries = [(start, start + words[place].end()) for place in reversed(range(len(words)))]
    for start, end in tries:
        name = line[start:end].rstrip(".,;")
        agency = agencies.get(name.lower()) or agencies.get(name.split("/")[0].lower())
        if agency and (name[0].isupper() or not name.isascii()):
            return agency["agency"], start, start + len(name)
    return None


def _outlet_after(line: str, place: int) -> tuple[str, int, int] | None:
    gap = _GAP.match(line, place)
    start = gap.end() if gap else place
    match = _HOST.match(line, start) or _NAME.match(line, start)
    name = _END_OF_NAME.sub("", match.group()[:_LONGEST_NAME]) if match else ""
    if not name or len(name.split()) > _MOST_WORDS or _MONTHS.match(name) or not name.strip("Tthe. "):
        return None
    return name, start, start + len(name)
