"""Finds proper names: of persons, states, governments, organisations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsledger.actors.identity.lands import Lands
from newsledger.actors.mentions.outlets import Outlets
from newsledger.actors.mentions.owners import OF_STATE
from newsledger.actors.mentions.phrases import Phrases, span_between, top_of
from newsledger.actors.mentions.places import find_places, is_named_thing
from newsledger.actors.mentions.runs import JOINTS, Piece, RunFinder
from newsledger.actors.mentions.shapes import (
    Before,
    Names,
    Shapes,
    is_adjective,
    is_office,
    is_office_at_end,
    is_party_tag,
    joined,
    people_at_end,
    people_by_part,
)
from newsledger.actors.rules import Ending, Entry, Role, Rules
from newsledger.model import Annotated, Candidate, MentionForm

_FORMS: dict[str, MentionForm] = {
    "people": "demonym",
    "adjective": "demonym",
    "capital": "metonym",
    "metonym": "metonym",
    "common": "name",
    "name": "name",
}


class NameFinder:
    """Reads runs of capitalised words."""

    def __init__(self, doc: Annotated, rules: Rules, phrases: Phrases, acting: frozenset[int]) -> None:
        self._doc = doc
        self._acting = acting
        self._rules = rules
        self._phrases = phrases
        self._shapes = Shapes(rules)
        self._lands = Lands(doc, rules)
        self._runs = RunFinder(doc, rules)
        self._words = self._runs.words
        self._lower = self._runs.lower
        self._outlets = Outlets(doc)
        self._places = find_places(doc, rules)
        self._shared: dict[int, Before] = {}
        self._doubtful: list[Candidate] = []
        self._taken: set[int] = set()
        self._things: set[str] = set()

    def find(self) -> Names:
        """Give the names in text order.

        A name that no list has and whose place in the sentence does not show that it acts is taken
        only where the article uses it elsewhere as one that does.
        """
        found = [candidate for pieces in self._runs.find(self._outlets) for candidate in self._read(pieces)]
        people = people_by_part(found)
        known = {*people, *(candidate.name for candidate in found)}
        found.extend(candidate for candidate in self._doubtful if candidate.name in known)
        # A name that nothing shows to be anybody's may be a thing's: "the Harwick", of a ship.
        told = (one for one in found if one.rule != "name" or one.name not in self._things)
        ordered = tuple(sorted((self._completed(one, people) for one in told), key=lambda one: one.span))
        return Names(ordered, self._runs.titles.union(self._taken), self._runs.loud, self._runs.nouns)

    def _completed(self, candidate: Candidate, people: dict[str, Candidate]) -> Candidate:
        """Take an unknown name for a person's where the article shows elsewhere that it is."""
        person = people.get(candidate.name or "") if candidate.kind is None else None
        return replace(candidate, kind="person", gender=person.gender) if person else candidate

    def _read(self, pieces: Sequence[Piece]) -> Iterator[Candidate]:
        before = Before(first=pieces[0].start if pieces else None)
        for number, piece in enumerate(pieces):
            rest = pieces[number:]
            what = piece.what
            if isinstance(what, Role) and not self._is_of_name(piece, what, rest):
                sector = (self._borrows(what) and before.sector) or what.sector or before.sector
                before = replace(before, sector=sector, role=what, nation=None, shared=piece.plural)
            elif isinstance(what, Entry) and self._is_modifier(what, rest):
                before = replace(
                    before,
                    country=before.country or self._lands.of_office(what, rest[-1].end),
                    sector=before.sector or what.sector,
                    nation=piece.start if what.form == "adjective" else None,
                )
            elif self._words[piece.start] == "-":
                continue
            elif isinstance(what, Entry) and not self._is_longer_name(rest):
                self._taken.update(range(piece.start, piece.end))
                yield from self._listed(piece, what, before)
                yield from self._read(rest[1:])
                return
            else:
                yield from self._unlisted(rest, before)
                return

    def _borrows(self, role: Role) -> bool:
        """Say whether a role's sector is that of the body which it serves: "bank spokesman"."""
        return role.noun in self._rules.classes["borrows_sector"]

    def _is_of_name(self, piece: Piece, role: Role, rest: Sequence[Piece]) -> bool:
        """Say whether a word for someone is no title but a part of a body's name: "Criminal Court"."""
        ending = self._rules.endings.get(self._words[rest[-1].end - 1])
        if ending is None or len(rest) == 1:
            return False
        return piece.plural or (role.use == "function" and ending.kind in ("organisation", "government"))

    def _is_modifier(self, entry: Entry, rest: Sequence[Piece]) -> bool:
        """Say whether a name only describes what follows, as in "Ostland Foreign Minister Brenn"."""
        if len(rest) < 2:
            return False
        if entry.form == "adjective":
            return True
        after = rest[1]
        if entry.form == "place" and self._lower[after.start] in self._rules.classes["kind_of_place"]:
            return len(rest) > 3 and is_office(rest[2])  # "Ostburg County Sheriff Brenn"
        if entry.kind == "person" or self._words[after.start] == "-":
            return False
        if isinstance(after.what, Role):
            return True
        is_person = isinstance(after.what, Entry) and after.what.kind == "person"
        return is_person or self._words[after.start] in self._rules.given_names

    def _is_longer_name(self, rest: Sequence[Piece]) -> bool:
        """Say whether a listed name is only a part of another ("Ostland University", "High Court of Ostland")."""
        if len(rest) < 2 or rest[1].start != rest[0].end:
            return False
        if self._words[rest[0].start] in self._rules.beginnings and rest[1].what is None:
            return True
        if self._lower[rest[1].start] in JOINTS:
            return True
        if any(piece.what is not None for piece in rest[1:]):
            return False
        last = self._words[rest[-1].end - 1]
        entry = rest[0].what
        is_land = isinstance(entry, Entry) and (entry.form == "place" or entry.kind == "country")
        ends_name = last in self._rules.endings or last in self._rules.classes["name_suffix"]
        return ends_name or (is_land and self._words[rest[1].start].isalpha())

    def _listed(self, piece: Piece, entry: Entry, before: Before) -> Iterator[Candidate]:
        """Read a name that a list has.

        "The Ostlanders" are taken for their state, "Ostlanders" for the people.
        """
        if entry.form == "place" or self._outlets.is_silent(self._words, piece.start, piece.end, entry):
            return
        if entry.form == "common":
            head = top_of(self._doc, piece.start, piece.end)
            own = before.country or self._lands.before(self._start(head, piece.start), piece.start)
            entry = self._lands.of_common(entry, joined(self._words[piece.start : piece.end]), own)
        if entry.kind == "person":
            yield from self._person(piece.start, piece.end, before, entry)
            return
        head = top_of(self._doc, piece.start, piece.end)
        if not self._acts(head, piece, entry):
            return
        first = piece.start if head in self._acting else self._start(head, piece.start)
        populace = entry.form == "people" and not self._phrases.has_article(head)
        yield Candidate(
            span=span_between(self._doc, first, piece.end),
            head=head,
            form=_FORMS[entry.form],
            kind="group" if populace else entry.kind,
            name=joined(self._words[piece.start : piece.end]) if populace else entry.name,
            country=entry.country,
            sector="CVL" if populace else entry.sector,
            role=None,
            plural=entry.form == "people" or entry.kind == "group",
            gender="n",
            rule=entry.rule,
        )

    def _acts(self, head: int, piece: Piece, entry: Entry) -> bool:
        phrases = self._phrases
        if head in self._acting and entry.form != "capital":
            return True
        if entry.form == "adjective":
            return phrases.has_article(head) and phrases.stands_alone(head)
        if entry.form == "people":
            is_told = phrases.is_modifier(head) or self._doc.tokens[head].deprel == "attr"
            return not is_told and phrases.preposition(head) not in self._rules.classes["compared"]
        if entry.form == "capital":
            return phrases.speaks_as_state(head)
        if entry.kind == "country":
            return not phrases.names_land(head) and not phrases.follows_place(piece.start)
        if entry.form == "metonym" or phrases.is_visited(head):
            return not (phrases.names_land(head) or phrases.is_visited(head))
        if entry.name in self._rules.classes["platform"]:
            return phrases.could_act(head)
        is_told = self._lower[self._start(head, piece.start)] in ("a", "an") and self._doc.tokens[head].deprel == "attr"
        return not is_told and not self._describes_actor(head, piece.end)

    def _describes_actor(self, head: int, end: int) -> bool:
        """Say whether a name is only the first part of a phrase for someone ("Treasury officials")."""
        if not self._phrases.is_modifier(head):
            return False
        if self._doc.sentence_of[head] in self._runs.loud:
            return end < len(self._words) and self._rules.roles.match(self._runs.nouns, end) is not None
        return self._phrases.modifies_someone(head, end)

    def _unlisted(self, rest: Sequence[Piece], before: Before) -> Iterator[Candidate]:
        """Read a name that no list has: by its last word, its first, or its title."""
        rest, before = self._without_office(*self._without_field(rest, before))
        start, end = rest[0].start, rest[-1].end
        words = self._words[start:end]
        if len(words) == 1 and (len(words[0]) == 1 or self._is_office(start, before)):
            return
        if is_office_at_end(rest) and words[-1] not in self._rules.endings and not self._may_be_person(words, before):
            return
        self._taken.update(range(start, end))
        is_tag = is_adjective(rest) or is_party_tag(words, self._rules)
        if is_tag or self._outlets.has(words):
            return
        if self._runs.is_quoted(start, end) and not self._shapes.is_somebody(words):
            return
        if (people := people_at_end(rest)) is not None:
            yield from self._listed(Piece(start, end, people), people, before)
        else:
            yield from self._by_words(rest, words, before)

    def _without_field(self, rest: Sequence[Piece], before: Before) -> tuple[Sequence[Piece], Before]:
        """Part a name from the field of the office before it: "Minister of Public Works Anna Haverty"."""
        start = rest[0].start
        if before.role is not None or start < 2 or self._lower[start - 1] not in JOINTS:
            return rest, before
        hit = self._rules.roles.match(self._lower, start - 2)
        names = [number for number, piece in enumerate(rest) if self._words[piece.start] in self._rules.given_names]
        if not hit or hit[1].use != "office" or not names or not 0 < names[0] < len(rest) - 1:
            return rest, before
        return rest[names[0] :], replace(before, role=hit[1], sector=hit[1].sector, first=start - 2)

    def _without_office(self, rest: Sequence[Piece], before: Before) -> tuple[Sequence[Piece], Before]:
        """Part a name from an office whose first words no list has: "Harwick Circuit Judge Anna Holt"."""
        number = max((number for number, piece in enumerate(rest) if number and is_office(piece)), default=len(rest))
        names = rest[number + 1 :]
        office = rest[number].what if names else None
        is_name = all(piece.what is None and self._lower[piece.start] not in JOINTS for piece in names)
        if not isinstance(office, Role) or not is_name or self._words[names[-1].end - 1] in self._rules.endings:
            return rest, before
        start = rest[0].start
        country = before.country or self._lands.inside(start, rest[number].start)
        return names, replace(before, role=office, country=country, nation=None, first=start)

    def _by_words(self, rest: Sequence[Piece], words: Sequence[str], before: Before) -> Iterator[Candidate]:
        start, end = rest[0].start, rest[-1].end
        ending, cut = self._shapes.ending(words)
        if isinstance(first := rest[0].what, Entry):
            ending, before = self._from_listed(first, rest, ending, before)
        if ending is None or self._is_persons(words, ending, before):
            if before.nation is not None and not self._may_be_person(words, before):
                yield from self._body(before.nation, end, top_of(self._doc, start, end), before, None)
            else:
                yield from self._person(start, end, before, None)
        elif ending.kind not in ("place", "thing"):
            head = start + cut - 1 if cut else top_of(self._doc, start, end)
            yield from self._body(start if before.nation is None else before.nation, end, head, before, ending)
        elif words[0] in self._rules.beginnings:
            self._things.add(joined(words[1:]))

    def _from_listed(
        self, first: Entry, rest: Sequence[Piece], ending: Ending | None, before: Before
    ) -> tuple[Ending | None, Before]:
        """Take what a listed name at the start of a longer one tells of it."""
        if first.form == "common":
            country = self._lands.after(rest[0].start, rest[-1].end) or before.country
            return Ending(kind="organisation", sector=first.sector, rule=first.rule), replace(before, country=country)
        is_body = ending is not None and ending.kind not in ("place", "thing")
        return ending, replace(before, country=before.country or first.country) if is_body else before

    def _may_be_person(self, words: Sequence[str], before: Before) -> bool:
        return before.role is not None or self._shapes.given_name(words) is not None

    def _is_persons(self, words: Sequence[str], ending: Ending, before: Before) -> bool:
        """Say whether a name is a person's though its last word is one for places or bodies ("Minister Hill")."""
        if before.role is not None:
            return len(words) == 1 or ending.kind in ("place", "thing")
        return ending.kind in ("place", "thing") and self._may_be_person(words, before) and len(words) == 2

    def _is_office(self, start: int, before: Before) -> bool:
        return before.role is None and self._rules.roles.match(self._runs.nouns, start) is not None

    def _body(self, start: int, end: int, head: int, before: Before, ending: Ending | None) -> Iterator[Candidate]:
        if self._describes_actor(head, end):
            return
        listed = self._rules.roles.match(self._lower, start if before.nation is None else start + 1)
        sector = listed[1].sector if listed and listed[0] == end else (ending and ending.sector) or None
        first = self._start(head, start)
        candidate = Candidate(
            span=span_between(self._doc, first, end),
            head=head,
            form="name",
            kind=ending.kind if ending and ending.kind == "government" else "organisation",
            name=joined(self._words[start:end]),
            country=before.country or self._lands.before(first, start) or self._lands.inside(start, end),
            sector=sector,
            role=None,
            plural=False,
            gender="n",
            rule=ending.rule if ending else "name",
        )
        if ending or self._phrases.could_act(head) or self._phrases.may_act(head):
            yield candidate
        else:
            self._doubtful.append(candidate)

    def _person(self, start: int, end: int, before: Before, entry: Entry | None) -> Iterator[Candidate]:
        words = tuple(map(self._shapes.spelled, self._words[start:end]))
        head = top_of(self._doc, start, end)
        title = (before := self._with_title(start, head, before)).role
        if title is None and self._describes_actor(head, end):
            return
        first = self._first_of_person(start, head, before)
        kind, rule = self._shapes.evidence(words, title, entry)
        if kind is None and is_named_thing(self._doc, self._phrases, self._rules, start):
            self._things.add(joined(words))
            return
        given = self._shapes.given_name(words)
        organ = title is not None and title.sector in OF_STATE
        country = (entry and entry.country) or before.country or self._lands.after(end - 1, end)
        candidate = Candidate(
            span=span_between(self._doc, first, end),
            head=head,
            form="name" if len(words) > 1 else "short",
            kind=kind,
            name=joined(words),
            country=country or self._lands.before(first, start, organ=organ),
            sector=self._sector(before, title, first, start),
            role=title.noun if title else None,
            plural=False,
            gender=(entry and entry.gender) or (title and title.gender) or self._rules.given_names.get(given or ""),
            rule=rule,
        )
        is_place = len(words) == 1 and title is None and words[0] in self._places
        if (kind == "person" and not is_place) or self._shows_acting(start, head, words):
            yield candidate
        else:
            self._doubtful.append(candidate)

    def _with_title(self, start: int, head: int, before: Before) -> Before:
        """Add the title in small letters before a name, or the one that it shares with the name before it."""
        if before.role is None and (title := self._phrases.title_before(start)):
            shared = "Number=Plur" in self._doc.tokens[start - 1].morph
            before = replace(before, role=title, first=self._phrases.left_edge(start - 1), shared=shared)
        elif before.role is None and self._doc.tokens[head].deprel == "conj":
            before = self._shared.get(self._doc.tokens[head].head, before)
        if before.shared:
            self._shared[head] = before
        return before

    def _first_of_person(self, start: int, head: int, before: Before) -> int:
        if before.shared:
            return start
        return self._start(head, start if before.role is None or before.first is None else before.first)

    def _shows_acting(self, start: int, head: int, words: Sequence[str]) -> bool:
        """Say whether an unknown name acts, and is no place or common word with the capital letter of a first word."""
        if joined(words) in self._places:
            return self._phrases.does_a_deed(head) and self._words[start + len(words)] != ","
        if len(words) > 1:
            return self._phrases.could_act(head) or self._phrases.may_act(head)
        if start == self._doc.sentence_at(start).start and words[0] not in self._runs.capitals_inside:
            return self._phrases.does_a_deed(head) and not words[0].endswith("s")
        return self._phrases.could_act(head) or self._phrases.is_met(head)

    def _sector(self, before: Before, title: Role | None, first: int, start: int) -> str | None:
        if any(word in self._rules.classes["former"] for word in self._lower[first:start]):
            return "ELI"
        if title and title.sector in ("MIL", "LEG") and self._is_of_police(first, start):
            return "COP"
        body = before.sector or self._lands.sector_before(first, start)
        has_body = body is not None and title is not None and self._borrows(title)
        return title.sector if title and title.sector and not has_body else body if title else before.sector

    def _is_of_police(self, first: int, start: int) -> bool:
        """Say whether a rank is one of the police: "Police Capt. Haverty", "Sheriff's Deputy Lind"."""
        hits = (self._rules.roles.match(self._lower, index) for index in range(first, start))
        return any(hit is not None and hit[1].sector == "COP" for hit in hits)

    def _start(self, head: int, start: int) -> int:
        """Give the first token of a name's phrase; a headline in capitals has none, nor is "2-" part of it."""
        if self._doc.sentence_of[head] in self._runs.loud:
            return start
        first = self._phrases.start(head, start)
        first = max((index + 1 for index in range(first, start) if self._lower[index] in ("and", "or")), default=first)
        return start if self._words[first].isdigit() and self._words[first + 1 : first + 2] == ("-",) else first
