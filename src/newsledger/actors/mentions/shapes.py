"""What the words of an unlisted name show by themselves: a person's, a body's, a place's or a thing's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.actors.mentions.runs import JOINTS, Piece
from newsledger.actors.rules import Ending, Entry, Role, Rules
from newsledger.model import ActorKind, Candidate


@dataclass(frozen=True, slots=True)
class Before:
    """What has been learned on the way through a run: the titles and the nationality before a name.

    Attributes:
        nation: The token where a nationality stands right before the rest.
        first: The token where the run starts.
        shared: Whether the title is that of several names: "Presidents Brenn and Holt".
    """

    country: str | None = None
    sector: str | None = None
    role: Role | None = None
    nation: int | None = None
    first: int | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article.

    Attributes:
        taken: Tokens that are part of a name or title, also of one that names no actor here.
        loud: Sentences in title case or capital letters.
        nouns: All words of the article as the list of roles would have them.
    """

    found: tuple[Candidate, ...]
    taken: frozenset[int]
    loud: frozenset[int]
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Judges names by the room's lists of given names, surnames and endings."""

    rules: Rules

    def ending(self, words: Sequence[str]) -> tuple[Ending | None, int]:
        """Find the word that tells what kind of thing has the name, before an "of" or at its end.

        Returns:
            What it tells, and the index of the "of", 0 where there is none.
        """
        cut = next((number for number, word in enumerate(words) if word in JOINTS), 0)
        last = next((word for word in reversed(words) if word not in self.rules.classes["name_suffix"]), words[-1])
        ending = self.rules.endings.get(words[cut - 1] if cut else last)
        if ending is None and len(words) > 1:
            return self.rules.beginnings.get(words[0]), cut
        return ending, cut

    def spelled(self, word: str) -> str:
        """Write a known surname as usual where a headline has it in capital letters."""
        return word.title() if word.isupper() and word.title() in self.rules.surnames else word

    def evidence(self, words: Sequence[str], title: Role | None, entry: Entry | None) -> tuple[ActorKind | None, str]:
        """Say what shows that a name is a person's, and by which rule."""
        surname = self.rules.surnames.get(" ".join(words))
        if entry:
            return "person", entry.rule
        if title:
            return "person", title.rule
        if surname:
            return "person", surname[0].rule
        if given := self.given_name(words):
            return "person", self.rules.given_rules[given]
        if shape := _shape(words):
            return "person", shape
        if any(_is_acronym(word, self.rules) for word in words):
            return "organisation", "name/acronym"
        return None, "name"

    def is_somebody(self, words: Sequence[str]) -> bool:
        """Say whether a name that no list has shows by itself that a person or body has it."""
        ending, _ = self.ending(words)
        is_body = ending is not None and ending.kind in ("organisation", "government")
        return is_body or self.given_name(words) is not None

    def given_name(self, words: Sequence[str]) -> str | None:
        """Find the given name at the start of a full name, "Jean-Luc" before "Jean"."""
        if len(words) > 3 and words[1] == "-" and "".join(words[:3]) in self.rules.given_names:
            return "".join(words[:3])
        return words[0] if len(words) > 1 and words[0] in self.rules.given_names else None


def joined(words: Sequence[str]) -> str:
    """Write the words of a name as one, hyphens close."""
    return " ".join(words).replace(" - ", "-")


def is_office_at_end(rest: Sequence[Piece]) -> bool:
    """Say whether words before an office only tell where it is: "Harwick Mills Vice President"."""
    last = rest[-1].what
    return len(rest) > 1 and isinstance(last, Role) and last.use == "office"


def is_party_tag(words: Sequence[str], rules: Rules) -> bool:
    """Say whether this tells the party and land of the one before it: "(D-Ohio)", "R-Tex."."""
    return bool(words) and words[0] in rules.classes["party_letter"] and (len(words) == 1 or words[1] == "-")


def is_adjective(rest: Sequence[Piece]) -> bool:
    """Say whether a run is a word for two nationalities: "Franco-Ostlandish"."""
    last = rest[-1].what
    return len(rest) > 1 and isinstance(last, Entry) and last.form == "adjective"


def people_at_end(rest: Sequence[Piece]) -> Entry | None:
    """Give the people that the words before only tell apart: "Asian Ostlanders"."""
    last = rest[-1].what
    return last if isinstance(last, Entry) and last.form == "people" else None


def people_by_part(found: Sequence[Candidate]) -> dict[str, Candidate]:
    """Give the persons of an article by their full names and the first and last words of these.

    A word that a man and a woman share tells no gender.
    """
    people: dict[str, Candidate] = {}
    for candidate in found:
        words = (candidate.name or "").split()
        if candidate.kind == "person" and len(words) > 1:
            people.setdefault(words[0], candidate)
            other = people.get(words[-1], candidate)
            same = other.gender == candidate.gender
            people[words[-1]] = candidate if same else replace(candidate, gender=None)
            people[candidate.name or ""] = candidate
    return people


def _is_acronym(word: str, rules: Rules) -> bool:
    """Say whether a word is of capital letters, as of a body's name, one or many: "LUB", "PACs"."""
    letters = word[:-1] if len(word) > 2 and word.endswith("s") else word
    is_loud = len(letters) > 1 and letters.isalpha() and letters.isupper()
    return is_loud and word not in rules.classes["name_suffix"]


def _shape(words: Sequence[str]) -> str | None:
    if len(words) > 1 and any(len(word) == 2 and word[1] == "." and word[0].isupper() for word in words):
        return "name/initial"
    return "name/syllable" if len(words) > 3 and words[-2] == "-" and words[-1].islower() else None


def is_office(piece: Piece) -> bool:
    """Say whether a piece of a run is an office."""
    return isinstance(piece.what, Role) and piece.what.use == "office"
