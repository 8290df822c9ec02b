"""Finds whom a description without a name stands for: "the president", "the two leaders", "the company"."""

from collections.abc import Iterable

from newsledger.actors.identity.cast import Entities, Entity
from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Candidate

#: The rule by which "the former mayor" is one who is known to have been mayor.
FORMER_OFFICE = "description/former-office"

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4} | {str(number): number for number in range(2, 5)}

# What any two who were spoken of together may be called.
_ANYONE = frozenset({"side"})
# What two states are called that lie beside each other.
_LANDS = frozenset({"neighbour", "neighbor"})
_UNIFORMED = frozenset({"MIL", "COP", "REB", "UAF"})
_ORGANS = frozenset({"COP", "MIL", "LEG"})
_RULING = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})

Found = tuple[tuple[Entity, ...], str]


class Describer:
    """Looks back for the figures that a description fits."""

    def __init__(self, doc: Annotated, cast: Entities, rules: Rules) -> None:
        self._doc = doc
        self._cast = cast
        self._rules = rules
        self._silent = rules.classes["untelling"] | rules.classes["pointing"] | _NUMBERS.keys()

    def find(self, candidate: Candidate, owner: Entity | None) -> Found | None:
        """Give the figures that a description stands for, and the link's rule; None where it is someone new.

        Args:
            candidate: The description.
            owner: Whose it says that they are: "her" in "her aides".
        """
        words = candidate.span.of(self._doc.text).lower().split()
        if words[0] in ("a", "an"):
            return None
        possessed = any(word.endswith(("'s", "’s", "s'", "s’")) for word in words[:-1])
        owned = possessed or words[0] in self._rules.classes["possessive"]
        definite = owned or words[0] in self._rules.classes["pointing"]
        if definite and not owned and candidate.plural and (many := _number(words)):
            return self._together(candidate, many)
        for _, figures in self._cast.recent():
            if len(figures) != 1 or (owner and figures[0].owner not in (None, owner)):
                continue
            if owner and figures[0].owner is owner and _is_alike(candidate, figures[0]):
                return figures, "description/same-owner"
            if rule := self._fits(candidate, figures[0], definite=definite, owned=owned):
                return figures, rule
        return None

    def _fits(self, candidate: Candidate, figure: Entity, *, definite: bool, owned: bool) -> str | None:
        """Say by which rule a figure fits a description."""
        role = candidate.role or ""
        if figure.country and candidate.country and figure.country != candidate.country:
            return None
        if candidate.kind == "government":
            return "description/government" if definite and figure.kind == "government" else None
        if candidate.plural:
            if definite and not owned and figure.plural and self._is_shorter(candidate, figure):
                return "description/shorter"
            same = figure.plural and role in figure.roles and self._words_agree(candidate, figure)
            return "description/same-words" if same and (definite or figure.country == candidate.country) else None
        if candidate.kind in ("role", "person"):
            fits = definite and figure.kind in ("person", "role") and not figure.plural
            return self._fits_person(candidate, figure, owned=owned) if fits else None
        if candidate.kind == "country":
            return "description/state" if definite and not owned and figure.kind == "country" else None
        return self._fits_body(candidate, role, figure, definite=definite)

    def _fits_person(self, candidate: Candidate, figure: Entity, *, owned: bool) -> str | None:
        role = candidate.role or ""
        if candidate.sector == "ELI" and figure.past_roles:
            former = role.removeprefix("former ").removeprefix("ex-")
            is_over = former != figure.known_role or figure.known_sector == "ELI"
            return FORMER_OFFICE if is_over and former in figure.past_roles and not owned else None
        if role in figure.roles:
            return "description/same-role"
        if owned:
            return None
        last = _last_word(role)
        if any(_last_word(known) == last for known in figure.all_roles):
            return "description/same-role"
        wider = self._rules.descriptions.get(role)
        if wider is None:
            return None
        anyone = "person" in wider.roles and figure.kind == "person" and candidate.gender in (None, figure.gender)
        return wider.rule if anyone or any(known in wider.roles for known in figure.all_roles) else None

    def _fits_body(self, candidate: Candidate, role: str, figure: Entity, *, definite: bool) -> str | None:
        if role in figure.roles and (definite or figure.country == candidate.country):
            return "description/same-words" if self._words_agree(candidate, figure) else None
        if not definite or figure.kind in ("person", "country", "role") or self._has_other_name(candidate, figure):
            return None
        last = _last_word(role)
        if any(last in name.casefold().split() for name in figure.names):
            return "description/word-of-name"
        if role == last and any(_last_word(known) == last for known in figure.roles):
            return "description/shorter"  # "the ministry" after "the defence ministry"
        wider = self._rules.descriptions.get(role)
        if wider and figure.names and figure.sectors and figure.sectors[0] in wider.sectors:
            return wider.rule
        return None

    def _has_other_name(self, candidate: Candidate, figure: Entity) -> bool:
        """Say whether a description has a name in it that is not this figure's: "the Reform party"."""
        if candidate.country is not None:
            return False
        words = candidate.span.of(self._doc.text).split()[1:]
        own = {part for name in figure.names for part in name.casefold().split()}
        return any(word[0].isupper() and word.casefold() not in own for word in words)

    def _words_agree(self, candidate: Candidate, figure: Entity) -> bool:
        """Say whether one of two descriptions of a noun only leaves words of the other out."""
        words = self._telling(candidate)
        described = (mention for mention, _ in figure.mentions if mention.role == candidate.role)
        return any(words <= other or other <= words for other in map(self._telling, described))

    def _is_shorter(self, candidate: Candidate, figure: Entity) -> bool:
        """Say whether a plural is the last noun alone of one before: "the drivers" after "lorry drivers"."""
        ending = f" {candidate.role}"
        return len(self._telling(candidate)) == 1 and any(known.endswith(ending) for known in figure.roles)

    def _telling(self, candidate: Candidate) -> frozenset[str]:
        words = candidate.span.of(self._doc.text).lower().split()
        return frozenset(word for word in words if word not in self._silent and not word.isdigit())

    def _together(self, candidate: Candidate, many: int) -> Found | None:
        """Find the last so many that a plural can mean: those spoken of together, else the last ones."""
        latest: dict[Entity, None] = {}
        for _, figures in self._cast.recent():
            fitting = [
                figure for figure in figures if self._fits_plural(candidate, figure, together=len(figures) == many)
            ]
            if len(fitting) == many:
                return tuple(fitting), "description/together"
            latest.update(dict.fromkeys(fitting))
            if len(latest) >= many:
                return tuple(latest)[:many], "description/last-ones"
        return None

    def _may_be_anyones(self, candidate: Candidate, figure: Entity) -> bool:
        """Say whether a noun is no office, nor a uniform that a figure does not wear: "the two officials"."""
        hit = self._rules.roles.match((candidate.role or "-",), 0)
        if hit is None or hit[1].use == "office" or candidate.role in _ANYONE:
            return False
        fits = not figure.sectors or candidate.sector in figure.sectors
        return fits or candidate.sector not in _UNIFORMED

    def _fits_plural(self, candidate: Candidate, figure: Entity, *, together: bool) -> bool:
        role = candidate.role or ""
        if figure.plural:
            return False
        if candidate.kind == "country" or role in _LANDS:
            return figure.kind == "country"
        if candidate.kind != "group":
            # "Both governments", "both armies": two states, and not a state and the movement it fights.
            ruling = candidate.sector in _RULING
            return figure.kind in ("government", "country") or (figure.kind == "organisation" and not ruling)
        wider = self._rules.descriptions.get(role)
        if wider and wider.roles and any(known in wider.roles for known in figure.all_roles):
            return True
        if figure.kind != "person":
            return False
        if role in figure.all_roles or (not wider and _has_such_role(role, figure)):
            return True
        return (together and role in _ANYONE) or self._may_be_anyones(candidate, figure)


def _is_alike(candidate: Candidate, figure: Entity) -> bool:
    return candidate.role in figure.roles and candidate.plural == figure.plural


def _has_such_role(role: str, figure: Entity) -> bool:
    """Say whether somebody has an office of this kind or none told, or is the counterpart of one who has it."""
    return not figure.roles or any(
        _last_word(known) in (_last_word(role), "counterpart", "colleague") for known in figure.all_roles
    )


def _last_word(role: str) -> str:
    return role.rsplit(" ", 1)[-1]


def _number(words: Iterable[str]) -> int | None:
    return next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
