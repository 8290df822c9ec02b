"""Which country the words of a name, or those around it, give to whoever has it."""

from dataclasses import replace

from newsledger.actors.identity.cast import OF_ANY_LAND
from newsledger.actors.identity.known import Settings
from newsledger.actors.rules import Entry, Rules
from newsledger.model import Annotated, Candidate

# Countries that a part of another has its name from.
_NAMESAKES = {"Georgia": "USA"}


def lent(body: Entry | Candidate) -> str | None:
    """Give the country that those have who are somebody's own: a ministry's officials, no company's directors."""
    return None if body.kind == "organisation" and body.sector in OF_ANY_LAND else body.country


class Lands:
    """Looks for the names of countries and places in and beside the names of an article."""

    def __init__(self, doc: Annotated, rules: Rules) -> None:
        self._doc = doc
        self._rules = rules
        self._words = tuple([token.text for token in doc.tokens])
        self._settings: Settings | None = None

    def before(self, first: int, start: int, *, organ: bool = False) -> str | None:
        """Find the country in the words before a name: "Ostland's minister", of an organ also "Ostburg prosecutor"."""
        for index in range(first, start):
            hit = self._rules.names.match(self._words, index)
            if hit and (organ or hit[1].form != "place") and (country := lent(hit[1])):
                return country
        return None

    def after(self, start: int, end: int) -> str | None:
        """Find the country in a name ("Chamber of Ostburg") or after it ("Jan Brenn of Ostland", "Brenn, D-Ohio")."""
        if end + 1 < len(self._words) and self._words[end] == "of":
            end += 1 + (self._words[end + 1] == "the")
        elif self._words[end : end + 1] in ((",",), ("(",)) and self._words[end + 2 : end + 3] == ("-",):
            end += 3 * (self._words[end + 1] in self._rules.classes["party_letter"])
        for index in range(start + 1, min(end + 1, len(self._words))):
            hit = self._rules.names.match(self._words, index)
            if hit and (hit[1].form in ("place", "capital") or hit[1].kind == "country"):
                return hit[1].country
        return None

    def inside(self, start: int, end: int) -> str | None:
        """Find the country in the name of a body: "Chamber of Ostland Traders"."""
        hits = (self._rules.names.match(self._words, index) for index in range(start, end))
        told = (hit[1] for hit in hits if hit and hit[0] <= end and hit[1].form != "people" and hit[1].kind != "person")
        return next((entry.country for entry in told if entry.country), None)

    def of_office(self, entry: Entry, end: int) -> str | None:
        """Give the country that a name before an office lends its holder, whose name ends there."""
        common = entry.form == "common"
        return lent(self.of_common(entry, entry.name, self.after(end - 1, end)) if common else entry)

    def sector_before(self, first: int, start: int) -> str | None:
        """Give the sector of a listed body before a name: "Lindal Oil spokesman Haverty"."""
        hits = (self._rules.names.match(self._words, index) for index in range(first, start))
        return next((hit[1].sector for hit in hits if hit and hit[1].kind == "organisation"), None)

    def of_common(self, entry: Entry, name: str, own: str | None) -> Entry:
        """Give a name that bodies of many countries have to that of the article, if it is not about the listed one.

        Args:
            entry: What the list says of the name.
            name: The name as it is written here.
            own: The country that stands right beside it, if any.
        """
        if own is None:
            self._settings = self._settings or Settings.of(self._doc, self._rules)
            named = self._settings.countries
            own = self._settings.main if named and entry.country not in named else entry.country
            if entry.kind == "country" and own != _NAMESAKES.get(entry.name):
                own = entry.country
        return entry if own == entry.country else replace(entry, name=name, country=own)
