"""Decides which mentions are of the same one, and makes the actors."""

from collections.abc import Iterable, Sequence

from newsledger.actors.cast import Cast, Figure, surname_of
from newsledger.actors.code import make_actor
from newsledger.actors.phrases import first_of_list
from newsledger.actors.resolve import Resolver
from newsledger.actors.rules import Rules
from newsledger.model import Actor, Annotated, Candidate, Statement

_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "both"})
_PAIRS = frozenset(
    {
        "leader",
        "man",
        "woman",
        "president",
        "candidate",
        "minister",
        "nominee",
        "rival",
        "prime minister",
        "senator",
        "side",
        "country",
        "nation",
        "party",
        "power",
        "state",
        "neighbor",
        "foreign minister",
        "official",
        "company",
        "firm",
        "government",
        "politician",
        "ally",
        "superpower",
    }
)
_STATES = frozenset({"country", "nation", "state", "republic", "kingdom", "superpower", "power"})
_HEADS_OF_STATE = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan"})
_KINDS_OF_LEADER = {
    "leader": _HEADS_OF_STATE | {"party leader", "supreme leader", "dictator"},
    "ruler": _HEADS_OF_STATE | {"dictator"},
    "lawmaker": frozenset({"senator", "representative", "congressman", "congresswoman", "deputy"}),
    "politician": _HEADS_OF_STATE | {"senator", "representative", "candidate", "governor", "minister"},
    "nominee": frozenset({"candidate", "presidential candidate"}),
    "diplomat": frozenset({"ambassador", "envoy", "secretary of state", "foreign minister"}),
    "monarch": frozenset({"king", "queen", "emperor", "sultan"}),
    "pontiff": frozenset({"pope"}),
}
_THINGS = {
    "company": ("BUS", None), "firm": ("BUS", None), "corporation": ("BUS", None), "bank": ("BUS",),
    "airline": ("BUS",), "newspaper": ("JRN",), "magazine": ("JRN",), "network": ("JRN",), "paper": ("JRN",),
    "party": ("PTY", "OPP"), "bloc": ("IGO",), "alliance": ("IGO", "PTY", "REB"), "coalition": ("PTY", "REB"),
    "union": ("IGO", "LAB"), "group": ("REB", "NGO", "IGO", "PTY", "BUS", None), "organization": ("REB", "NGO", "IGO", None),
    "organisation": ("REB", "NGO", "IGO", None), "movement": ("REB", "PTY", None), "agency": ("GOV", "JRN", "IGO", "SPY", "COP"),
    "campaign": ("PTY",), "foundation": ("NGO",), "think tank": ("NGO",),
}  # fmt: skip


def link(
    doc: Annotated, mentions: tuple[Candidate, ...], statements: tuple[Statement, ...], rules: Rules
) -> tuple[Actor, ...]:
    """Join the mentions of one entity to one actor.

    Names are joined by their words, descriptions by what they say and by apposition, pronouns by
    nearness, grammar and quotation. "I" and "we" in a quotation are its speaker. A pronoun that
    nothing settles is in no actor.

    Returns:
        The actors in the order of their first mention.
    """
    linker = _Linker(doc, statements, rules)
    for candidate in mentions:
        linker.take(candidate)
    linker.finish()
    return tuple(make_actor(figure, doc, rules) for figure in linker.cast)


class _Linker:
    def __init__(self, doc: Annotated, statements: Sequence[Statement], rules: Rules) -> None:
        self.cast = Cast()
        self._doc = doc
        self._rules = rules
        self._resolver = Resolver(doc, self.cast, statements)
        self._spoken: list[Candidate] = []
        self._open: list[Candidate] = []

    def take(self, candidate: Candidate) -> None:
        """Give a mention to the figure that it names, or to a new one."""
        if candidate.form == "pronoun":
            self._take_pronoun(candidate)
        elif candidate.name:
            self._take_name(candidate, candidate.name)
        else:
            self._take_description(candidate)
        self._note_list(candidate)

    def finish(self) -> None:
        """Settle what had to wait for words further on: "With his usual wit, Brenn …", "I", "we"."""
        for candidate in self._open:
            if figures := self._resolver.later_subject(candidate):
                self.cast.join(candidate, figures, "pronoun/cataphora")
        for candidate in self._spoken:
            if figures := self._resolver.speaker(candidate):
                self.cast.join(candidate, figures, "pronoun/speaker")

    def _take_pronoun(self, candidate: Candidate) -> None:
        if candidate.span.of(self._doc.text).lower() in _FIRST_PERSON:
            self._spoken.append(candidate)
        elif found := self._resolver.antecedent(candidate):
            self.cast.join(candidate, *found)
        else:
            self._open.append(candidate)

    def _take_name(self, candidate: Candidate, name: str) -> None:
        beside = self._apposed(candidate)
        known = self._known(candidate, name)
        if known and beside and len(beside) == 1 and _can_be_named(beside[0], candidate):
            self.cast.merge(known, beside[0])
        if known:
            self.cast.join(candidate, (known,), "name")
        elif beside and len(beside) == 1 and _can_be_named(beside[0], candidate):
            self.cast.join(candidate, beside, "apposition")
        else:
            self.cast.new(candidate, candidate.rule)

    def _known(self, candidate: Candidate, name: str) -> Figure | None:
        if candidate.kind == "country":
            return _last(figure for figure in self.cast.named(name) if figure.kind == "country")
        if candidate.kind == "person" or (candidate.kind is None and " " not in name):
            person = self._known_person(candidate, name)
            if person or candidate.kind == "person":
                return person
        same = _last(figure for figure in self.cast.named(name) if figure.kind not in ("person", "country"))
        return same or self._known_body(candidate, name)

    def _known_person(self, candidate: Candidate, name: str) -> Figure | None:
        words = name.split()
        people = [
            figure
            for figure in self.cast.named(surname_of(name))
            if figure.kind in ("person", None) and _agree(figure.gender, candidate.gender)
        ]
        if len(words) == 1:
            by_surname = [figure for figure in people if figure.surname == words[0]]
            return max(by_surname or people, key=_last_place, default=None)
        return _last(figure for figure in people if any(_same_person(name, other) for other in figure.names))

    def _known_body(self, candidate: Candidate, name: str) -> Figure | None:
        words = name.casefold().split()
        for figure in self.cast.named(words[-1]):
            if figure.kind not in ("person", "country") and any(
                _is_part(words, other.casefold().split()) for other in figure.names
            ):
                return figure
        if name.isupper() and len(name) > 1:
            return next(
                (figure for figure in self.cast if any(_initials(other) == name for other in figure.names)), None
            )
        return None

    def _apposed(self, candidate: Candidate) -> tuple[Figure, ...]:
        """Give the figure that this phrase stands beside or is said to be: "Brenn, the minister"."""
        token = self._doc.tokens[candidate.head]
        if token.deprel == "appos":
            return self.cast.headed(token.head)
        if token.deprel == "attr" and self._doc.tokens[token.head].lemma == "be":
            for child in self._doc.children[token.head]:
                if self._doc.tokens[child].deprel == "nsubj":
                    return self.cast.headed(child)
        return ()

    def _take_description(self, candidate: Candidate) -> None:
        beside = self._apposed(candidate)
        if len(beside) == 1 and _can_describe(candidate, beside[0]):
            self.cast.join(candidate, beside, "apposition")
        elif found := self._described(candidate):
            self.cast.join(candidate, found, "description")
        else:
            self.cast.new(candidate, candidate.rule)

    def _described(self, candidate: Candidate) -> tuple[Figure, ...]:
        words = candidate.span.of(self._doc.text).lower().split()
        definite = words[0] in _DEFINITE or any(word.endswith(("'s", "’s", "s'", "s’")) for word in words[:-1])
        if candidate.plural and definite and ("two" in words or "both" in words) and candidate.role in _PAIRS:
            return self._last_two(candidate)
        if words[0] in ("a", "an"):
            return ()
        for _, figures in self.cast.recent():
            if len(figures) == 1 and self._fits(candidate, figures[0], definite=definite):
                return figures
        return ()

    def _fits(self, candidate: Candidate, figure: Figure, *, definite: bool) -> bool:
        role = candidate.role or ""
        if figure.country and candidate.country and figure.country != candidate.country:
            return False
        if candidate.plural:
            return figure.plural and role in figure.roles and (definite or figure.country == candidate.country)
        if figure.plural and candidate.kind != "organisation":
            return False
        if candidate.kind in ("role", "person"):
            return definite and figure.kind in ("person", "role") and _has_role(figure, role)
        if candidate.kind == "country":
            return definite and figure.kind == "country"
        return self._fits_body(role, figure, definite=definite)

    def _fits_body(self, role: str, figure: Figure, *, definite: bool) -> bool:
        if role in figure.roles:
            return True
        if not definite or figure.kind in ("person", "country", "role"):
            return False
        last = role.split()[-1]
        if any(last in name.casefold().split() for name in figure.names):
            return True
        return bool(figure.names) and role in _THINGS and (figure.sectors or [None])[0] in _THINGS[role]

    def _last_two(self, candidate: Candidate) -> tuple[Figure, ...]:
        wanted = "country" if candidate.role in _STATES else "person" if candidate.kind == "group" else candidate.kind
        found: list[Figure] = []
        for _, figures in self.cast.recent():
            for figure in figures:
                if figure.kind == wanted and not figure.plural and figure not in found:
                    found.append(figure)
            if len(found) >= 2:
                return tuple(found[:2])
        return ()

    def _note_list(self, candidate: Candidate) -> None:
        if self._doc.tokens[candidate.head].deprel != "conj":
            return
        figures = self.cast.headed(first_of_list(self._doc, candidate.head)) + self.cast.at(candidate.span)
        together = tuple(dict.fromkeys(figures))
        if len(together) > 1:
            self.cast.put_aside(candidate, together)


def _last(figures: Iterable[Figure]) -> Figure | None:
    return max(figures, key=_last_place, default=None)


def _last_place(figure: Figure) -> int:
    return figure.mentions[-1][0].span.start


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _can_be_named(figure: Figure, candidate: Candidate) -> bool:
    """Say whether a figure known by a role may bear this name."""
    if figure.names or figure.plural or not _agree(figure.gender, candidate.gender):
        return False
    if candidate.kind in ("person", None):
        return figure.kind in ("role", "person")
    return figure.kind == candidate.kind or figure.kind in ("organisation", "group")


def _can_describe(candidate: Candidate, figure: Figure) -> bool:
    if candidate.plural != figure.plural and figure.kind in ("person", "role"):
        return False
    if candidate.kind in ("role", "person"):
        return figure.kind in ("person", "role", None)
    return figure.kind not in ("person", "role")


def _has_role(figure: Figure, role: str) -> bool:
    if role in figure.roles:
        return True
    last = role.split()[-1]
    if any(known.split()[-1] == last for known in figure.roles):
        return True
    wider = _KINDS_OF_LEADER.get(role)
    return wider is not None and any(known in wider for known in figure.roles)


def _same_person(name: str, other: str) -> bool:
    """Say whether two names of one surname are one person's: "J. Brenn" and "Jan Brenn"."""
    one, two = name.split(), other.split()
    if surname_of(name) != surname_of(other):
        return False
    if len(one) == 1 or len(two) == 1:
        return True
    return one[0] == two[0] or (one[0][0] == two[0][0] and "." in one[0] + two[0])


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    if len(words) > len(whole):
        words, whole = whole, words
    return bool(words) and (list(whole[-len(words) :]) == list(words) or list(whole[: len(words)]) == list(words))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
