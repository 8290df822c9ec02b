"""Finds proper names: of persons, states, governments, organisations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from newsledger.actors.phrases import (
    is_subject,
    left_edge,
    names_land,
    preposition_of,
    span_between,
    speaks_as_state,
    top_of,
)
from newsledger.actors.rules import Entry, Role, Rules
from newsledger.model import ActorKind, Annotated, Candidate, Sentence

# Small words inside the names of persons.
_PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter bin ibn al el ul abu ben y e af av zu 't in".split()
)
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep "
    "Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. A.M. P.M. AM PM GMT EST EDT Spring Summer Autumn "
    "Winter God".split()
)
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_OF = frozenset({"of", "for"})
_FORMER = frozenset({"former", "ex", "late", "onetime", "deposed", "ousted", "retired"})
_NOT_NAMES = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "INTJ", "NUM", "PART"})

Gender = Literal["m", "f", "n"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a run of capitalised words, and what a list says of them."""

    start: int
    end: int
    what: Entry | Role | None


@dataclass(frozen=True, slots=True)
class Run:
    """What has been learned on the way through a run: the titles and nationality before a name."""

    country: str | None = None
    sector: str | None = None
    role: Role | None = None
    gender: Literal["m", "f"] | None = None


class NameFinder:
    """Walks over an article once and gives its names."""

    def __init__(self, doc: Annotated, rules: Rules) -> None:
        self._doc = doc
        self._rules = rules
        self._words = [token.text for token in doc.tokens]
        self._lower = [word.lower() for word in self._words]
        self._silenced = {name.casefold() for name in (doc.article.publisher, doc.article.origin) if name}

    def find(self) -> tuple[Candidate, ...]:
        """Give the names in text order."""
        found: list[Candidate] = []
        for sentence in self._doc.sentences:
            if self._doc.article.blocks[sentence.block].role != "dateline":
                found.extend(self._in_sentence(sentence))
        return tuple(self._with_known_surnames(found))

    def _in_sentence(self, sentence: Sentence) -> Iterator[Candidate]:
        style = _style(self._words, sentence)
        index = sentence.start
        while index < sentence.end:
            pieces = self._run(index, sentence, style)
            if pieces:
                yield from self._read(pieces)
                index = pieces[-1].end
            else:
                index += 1

    def _run(self, start: int, sentence: Sentence, style: str) -> list[Piece]:
        pieces: list[Piece] = []
        index = start
        while index < sentence.end:
            piece = self._piece(index, sentence, style, inside=bool(pieces)) or self._joint(index, sentence, pieces)
            if piece is None:
                break
            pieces.append(piece)
            index = piece.end
        return pieces

    def _piece(self, index: int, sentence: Sentence, style: str, *, inside: bool) -> Piece | None:
        word = self._words[index]
        if not (word[0].isupper() or word in ("al", "el", "tea")):
            return None
        names = self._rules.capital_names if style == "capitals" else self._rules.names
        hit = names.match(self._words, index)
        role = self._rules.titles.match(self._words, index) or self._rules.roles.match(self._lower, index)
        if role and role[0] <= sentence.end and (not hit or role[0] > hit[0]):
            return Piece(index, role[0], role[1])
        if hit and hit[0] <= sentence.end and not self._is_common(index, hit[0], hit[1], sentence):
            return Piece(index, hit[0], hit[1])
        if style == "plain" and self._is_name_word(index, inside=inside):
            return Piece(index, index + 1, None)
        if style == "titles" and (word in self._rules.given_names or (inside and word in self._rules.surnames)):
            return Piece(index, index + 1, None)
        return None

    def _is_common(self, start: int, end: int, entry: Entry, sentence: Sentence) -> bool:
        if end - start > 1:
            return False
        upos = self._doc.tokens[start].upos
        if upos in _NOT_NAMES and not self._words[start].isupper():
            return True
        return upos == "NOUN" and entry.kind == "organisation" and start == sentence.start

    def _is_name_word(self, index: int, *, inside: bool) -> bool:
        token = self._doc.tokens[index]
        if not token.text[0].isupper() or token.text in _CALENDAR:
            return False
        return token.upos == "PROPN" or (inside and token.upos in ("NOUN", "ADJ", "X"))

    def _joint(self, index: int, sentence: Sentence, pieces: Sequence[Piece]) -> Piece | None:
        """Take a word that holds two parts of a name together: a hyphen, "van", "of"."""
        if not pieces or index + 1 >= sentence.end:
            return None
        word, after = self._words[index], self._words[index + 1]
        if not after[0].isupper() and after not in _PARTICLES and after != "the":
            return None
        close = self._doc.tokens[index].span.end == self._doc.tokens[index + 1].span.start
        if word == "-" and close or word == "&":
            return Piece(index, index + 1, None)
        if word in _PARTICLES and pieces[-1].what is None and word not in ("in", "do", "e"):
            return Piece(index, index + 1, None)
        if word in _OF and pieces[-1].what is None and self._ends_body(pieces[-1]):
            return Piece(index, index + (2 if after == "the" else 1), None)
        return None

    def _ends_body(self, piece: Piece) -> bool:
        ending = self._rules.endings.get(self._words[piece.end - 1])
        return ending is not None and ending.kind in ("organisation", "government")

    def _read(self, pieces: Sequence[Piece]) -> Iterator[Candidate]:
        run = Run()
        for number, piece in enumerate(pieces):
            rest = pieces[number:]
            if isinstance(piece.what, Role):
                run = self._with_title(run, piece)
            elif isinstance(piece.what, Entry) and self._is_modifier(piece.what, rest):
                run = replace(run, country=run.country or piece.what.country, sector=run.sector or piece.what.sector)
            elif isinstance(piece.what, Entry) and not self._is_longer_name(rest):
                yield from self._entry(piece, piece.what, run)
                if len(rest) > 1:
                    yield from self._read(rest[1:])
                return
            else:
                yield from self._unlisted(rest, run)
                return

    def _with_title(self, run: Run, piece: Piece) -> Run:
        role = piece.what
        assert isinstance(role, Role)  # noqa: S101 -- for the type checker
        sector = role.sector or run.sector
        return Run(country=run.country, sector=sector, role=role, gender=role.gender or run.gender)

    def _is_modifier(self, entry: Entry, rest: Sequence[Piece]) -> bool:
        """Say whether a name only describes what follows, as in "Ostland Foreign Minister Brenn"."""
        if len(rest) < 2 or entry.form == "place" and len(rest) == 2 and rest[1].what is None:
            return False
        if entry.form == "adjective":
            return True
        after = rest[1]
        if self._words[after.start] == "-":
            return False
        if isinstance(after.what, Role):
            return True
        is_person = isinstance(after.what, Entry) and after.what.kind == "person"
        return entry.kind != "person" and (is_person or self._words[after.start] in self._rules.given_names)

    def _is_longer_name(self, rest: Sequence[Piece]) -> bool:
        """Say whether a listed name is only the first part of another ("Ostland University")."""
        if len(rest) < 2 or rest[1].start != rest[0].end:
            return False
        last = self._words[rest[-1].end - 1]
        return all(piece.what is None for piece in rest[1:]) and (last in self._rules.endings or last in _SUFFIXES)

    def _entry(self, piece: Piece, entry: Entry, run: Run) -> Iterator[Candidate]:
        doc = self._doc
        head = top_of(doc, piece.start, piece.end)
        if entry.form == "place" or self._is_silent(piece, entry) or not self._acts(head, piece, entry):
            return
        is_person = entry.kind == "person"
        surface = " ".join(self._words[piece.start : piece.end]) if is_person else entry.name
        form: Literal["name", "demonym", "metonym"] = "name"
        if entry.form in ("people", "adjective"):
            form = "demonym"
        elif entry.form in ("capital", "metonym"):
            form = "metonym"
        yield Candidate(
            span=span_between(doc, self._start(head, piece.start), piece.end),
            head=head,
            form=form,
            kind=entry.kind,
            name=surface,
            country=entry.country,
            sector=run.sector if is_person else entry.sector,
            role=run.role.noun if run.role else None,
            plural=entry.form == "people" or entry.kind == "group",
            gender=(entry.gender or run.gender) if is_person else "n",
            rule=entry.rule,
        )

    def _acts(self, head: int, piece: Piece, entry: Entry) -> bool:
        doc = self._doc
        if entry.form == "adjective":
            return self._is_people(head)
        if entry.form == "capital":
            return speaks_as_state(doc, head)
        if entry.kind == "country":
            return not names_land(doc, head) and not self._follows_place(piece)
        if entry.form == "metonym":
            return not names_land(doc, head)
        return entry.kind == "person" or not self._describes_actor(head)

    def _is_people(self, head: int) -> bool:
        """Take "the French" for the French."""
        doc = self._doc
        token = doc.tokens[head]
        has_article = any(doc.tokens[child].text.lower() == "the" for child in doc.children[head] if child < head)
        return has_article and token.deprel in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")

    def _describes_actor(self, head: int) -> bool:
        """Say whether a name is only the first part of a phrase for someone ("Treasury officials")."""
        token = self._doc.tokens[head]
        if token.deprel not in ("compound", "nmod", "amod") or token.head == head:
            return False
        return bool(self._rules.roles.match([self._doc.tokens[token.head].lemma.lower()], 0))

    def _follows_place(self, piece: Piece) -> bool:
        start = piece.start
        return start > 1 and self._words[start - 1] == "," and self._place_ends_at(start - 1)

    def _place_ends_at(self, end: int) -> bool:
        for start in range(max(0, end - 3), end):
            hit = self._rules.names.match(self._words, start)
            if hit and hit[0] == end and hit[1].form in ("place", "capital"):
                return True
        return False

    def _is_silent(self, piece: Piece, entry: Entry) -> bool:
        """Say whether this is the outlet itself, or an agency in a credit: "(Reuters)", "- AFP"."""
        words = " ".join(self._words[piece.start : piece.end]).casefold()
        if words in self._silenced or entry.name.casefold() in self._silenced:
            return True
        if entry.sector != "JRN":
            return False
        before = self._words[piece.start - 1] if piece.start else ""
        after = self._words[piece.end] if piece.end < len(self._words) else ""
        return before in ("(", "/", "—", "–", "-", "--") and after in (")", "/", "—", "–", "-", "--", "")

    def _unlisted(self, rest: Sequence[Piece], run: Run) -> Iterator[Candidate]:
        """Read a name that no list has."""
        start, end = rest[0].start, rest[-1].end
        words = self._words[start:end]
        last = next((word for word in reversed(words) if word not in _SUFFIXES), words[-1])
        cut = next((number for number, word in enumerate(words) if word in _OF), 0)
        ending = self._rules.endings.get(words[cut - 1]) if cut else self._rules.endings.get(last)
        title = run.role if run.role and run.role.use in ("office", "function", "kin") else None
        if ending is None or (title and len(words) == 1):
            yield from self._person_or_unknown(start, end, run, title)
            return
        if ending.kind in ("place", "thing") or " ".join(words).casefold() in self._silenced:
            return
        head = start + cut - 1 if cut else top_of(self._doc, start, end)
        if self._describes_actor(head):
            return
        first = rest[0].what
        yield Candidate(
            span=span_between(self._doc, self._start(head, start), end),
            head=head,
            form="name",
            kind=ending.kind,
            name=" ".join(words),
            country=run.country or (first.country if isinstance(first, Entry) else None),
            sector=ending.sector,
            role=None,
            plural=False,
            gender="n",
            rule=ending.rule,
        )

    def _person_or_unknown(self, start: int, end: int, run: Run, title: Role | None) -> Iterator[Candidate]:
        doc, words = self._doc, self._words[start:end]
        if " ".join(words).casefold() in self._silenced:
            return
        head = top_of(doc, start, end)
        before = self._title_before(start) if title is None else None
        title = title or before
        known = self._rules.surnames.get(words[-1]) if len(words) == 1 else None
        given = words[0] in self._rules.given_names and len(words) > 1
        kind: ActorKind | None = "person" if title or known or given or _has_initial(words) else None
        if kind is None and not self._could_act(head, words):
            return
        if kind is None and len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
            kind = "organisation"
        first = self._start(head, start)
        if before:
            first = min(first, left_edge(doc, start - 1))
        rule = "name"
        if title:
            rule = title.rule
        elif known:
            rule = known[0].rule
        elif given:
            rule = self._rules.given_rules[words[0]]
        gender = self._gender(words, run, title, known)
        yield Candidate(
            span=span_between(doc, first, end),
            head=head,
            form="name" if len(words) > 1 else "short",
            kind=kind,
            name=_join(words),
            country=run.country or self._country_before(first, start) or _shared_country(known),
            sector=self._sector(run, title, first, start),
            role=title.noun if title else None,
            plural=False,
            gender=gender,
            rule=rule,
        )

    def _sector(self, run: Run, title: Role | None, first: int, start: int) -> str | None:
        if any(word in _FORMER for word in self._lower[first:start]):
            return "ELI"
        return run.sector or (title.sector if title else None)

    def _country_before(self, first: int, start: int) -> str | None:
        for index in range(first, start):
            hit = self._rules.names.match(self._words, index)
            if hit and hit[1].country and hit[1].form != "place":
                return hit[1].country
        return None

    def _gender(
        self, words: Sequence[str], run: Run, title: Role | None, known: tuple[Entry, ...] | None
    ) -> Gender | None:
        if run.gender or (title and title.gender):
            return run.gender or (title and title.gender) or None
        if known and len({entry.gender for entry in known}) == 1:
            return known[0].gender
        return self._rules.given_names.get(words[0])

    def _title_before(self, start: int) -> Role | None:
        """Find a title in small letters right before a name: "spokesman Cole"."""
        doc = self._doc
        if (
            not start
            or doc.tokens[start - 1].upos not in ("NOUN", "PROPN")
            or doc.sentence_of[start - 1] != doc.sentence_of[start]
        ):
            return None
        lemmas = [token.lemma.lower() for token in doc.tokens[max(0, start - 4) : start]]
        for length in range(len(lemmas)):
            hit = self._rules.roles.match(lemmas, length)
            if hit and hit[0] == len(lemmas) and hit[1].use in ("office", "function", "kin"):
                return hit[1]
        return None

    def _could_act(self, head: int, words: Sequence[str]) -> bool:
        doc = self._doc
        token = doc.tokens[head]
        if token.deprel == "poss" or is_subject(doc, head):
            return True
        if len(words) == 1:
            return False
        return preposition_of(doc, head) is None and token.deprel in ("appos", "dobj", "conj", "ROOT")

    def _start(self, head: int, start: int) -> int:
        return min(start, left_edge(self._doc, head))

    def _with_known_surnames(self, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Take a single unknown name for a person where the article has that person's full name."""
        surnames = {
            candidate.name.split()[-1]: candidate
            for candidate in found
            if candidate.kind == "person" and candidate.name and " " in candidate.name
        }
        for candidate in found:
            whole = surnames.get(candidate.name or "") if candidate.kind is None else None
            yield replace(candidate, kind="person", gender=whole.gender) if whole else candidate


def _join(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def _shared_country(known: tuple[Entry, ...] | None) -> str | None:
    if known and len({entry.country for entry in known}) == 1:
        return known[0].country
    return None


def _has_initial(words: Sequence[str]) -> bool:
    return len(words) > 1 and any(len(word) == 2 and word[1] == "." and word[0].isupper() for word in words)


def _style(words: Sequence[str], sentence: Sentence) -> str:
    """Tell a plain sentence from one in title case or in capital letters."""
    shown = [word for word in words[sentence.start : sentence.end] if len(word) > 3 and word[0].isalpha()]
    if len(shown) > 1 and all(word.isupper() for word in shown):
        return "capitals"
    if len(shown) > 3 and sum(word[0].isupper() for word in shown) > 0.8 * len(shown):
        return "titles"
    return "plain"
