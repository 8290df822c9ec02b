"""The room's word lists, made ready for its finders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Literal, cast

from newsledger.actors.identity.persons import PersonNames
from newsledger.actors.words import WordIndex, plain, split_words
from newsledger.errors import LexiconError
from newsledger.lexicon import Lexicon, Row, Schema, words_by_class
from newsledger.model import ActorKind

_KINDS = frozenset({"person", "country", "government", "organisation", "group", "role"})
_SECTORS = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL"}
    | {"EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
)

SCHEMAS: Mapping[str, Schema] = {
    "countries": Schema(
        columns=("word", "country", "form", "name", "example"),
        key=("word",),
        codes={"form": frozenset({"name", "adjective", "people", "capital", "common"})},
    ),
    "organisations": Schema(
        columns=("name", "same_as", "kind", "country", "sector", "form", "example"),
        key=("name",),
        codes={"kind": _KINDS, "sector": _SECTORS, "form": frozenset({"name", "metonym", "capital", "common"})},
    ),
    "people": Schema(
        columns=("name", "same_as", "short", "country", "gender", "sector", "role", "example"),
        key=("name",),
        codes={"gender": frozenset("mf"), "sector": _SECTORS},
    ),
    "offices": Schema(
        columns=("person", "since", "until", "sector", "role", "example"),
        key=("person", "since"),
        codes={"sector": _SECTORS},
    ),
    "places": Schema(columns=("name", "country", "example"), key=("name",)),
    "given_names": Schema(
        columns=("name", "gender", "example"), key=("name",), codes={"gender": frozenset({"m", "f", "both"})}
    ),
    "titles": Schema(
        columns=("title", "gender", "role", "sector", "example"),
        key=("title",),
        codes={"gender": frozenset("mf"), "sector": _SECTORS},
    ),
    "roles": Schema(
        columns=("noun", "use", "kind", "sector", "gender", "example"),
        key=("noun",),
        codes={
            "use": frozenset({"office", "function", "class", "kin", "body", "thing"}),
            "kind": _KINDS,
            "sector": _SECTORS,
            "gender": frozenset("mf"),
        },
    ),
    "beginnings": Schema(columns=("word", "example"), key=("word",)),
    "portfolios": Schema(columns=("portfolio", "heads", "example"), key=("portfolio",)),
    "descriptions": Schema(columns=("noun", "sectors", "roles", "example"), key=("noun",), codes={"sectors": _SECTORS}),
    "pet_names": Schema(columns=("given", "short", "example"), key=("given",)),
    "word_classes": Schema(columns=("class", "word", "example"), key=("class", "word")),
    "contexts": Schema(
        columns=("use", "word", "example"),
        key=("use", "word"),
        codes={"use": frozenset({"place", "to", "from", "land", "travel", "told", "dummy"})},
    ),
    "endings": Schema(
        columns=("word", "kind", "sector", "example"),
        key=("word",),
        codes={"kind": frozenset({"organisation", "government", "place", "thing"}), "sector": _SECTORS},
    ),
}

_GENDERS: Mapping[str, Literal["m", "f"]] = {"m": "m", "f": "f"}

Use = Literal["office", "function", "class", "kin", "body", "thing"]
Form = Literal["name", "adjective", "people", "capital", "metonym", "common", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A proper name that a list knows.

    Attributes:
        form: How the words stand for what they name; a ``place`` is no actor, a ``common`` name is one that
            bodies of many countries have, most often that of the country given.
        name: The name that all its forms share.
        sector: For a person what holds where no office of the time is known.
    """

    form: Form
    kind: ActorKind | None
    name: str
    country: str | None
    sector: str | None
    rule: str
    gender: Literal["m", "f"] | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long a person had an office or stood for one.

    Attributes:
        since: First day, as an ISO date or its first part: "2004-03" is March 2004, its first day included.
        until: Last day, likewise, the last day of the month or year included; None where it is not over.
    """

    since: str
    until: str | None
    sector: str | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a noun may stand for beside those that the text has called so.

    Attributes:
        sectors: Of the body that it may mean.
        roles: Of the person whom it may mean.
    """

    sectors: frozenset[str]
    roles: frozenset[str]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A common noun for someone, or a title."""

    noun: str | None
    use: Use
    kind: ActorKind
    sector: str | None
    gender: Literal["m", "f"] | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The last word of a proper name, which tells what kind of thing has it."""

    kind: Literal["organisation", "government", "place", "thing"]
    sector: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them.

    Attributes:
        names: Countries, organisations, people and places by their words.
        capital_names: The same in capital letters, for headlines.
        titles: What stands before a name and nowhere else.
        roles: Common nouns by their lemmas, in small letters.
        surnames: The known people that a short form may name.
        given_names: Gender by given name; None where both bear it.
        beginnings: The first words of names of things: storms, waters, raids, ships.
        classes: Words of one kind that a condition asks for.
        persons: Compares names of persons.
    """

    names: WordIndex[Entry]
    capital_names: WordIndex[Entry]
    titles: WordIndex[Role]
    roles: WordIndex[Role]
    surnames: Mapping[str, tuple[Entry, ...]]
    given_names: Mapping[str, Literal["m", "f"] | None]
    given_rules: Mapping[str, str]
    endings: Mapping[str, Ending]
    beginnings: Mapping[str, Ending]
    terms: Mapping[str, tuple[Term, ...]]
    descriptions: Mapping[str, Description]
    classes: Mapping[str, frozenset[str]]
    persons: PersonNames
    contexts: frozenset[tuple[str, str]]

    def has_context(self, use: str, word: str) -> bool:
        """Say whether a word is listed as one that shows how its neighbour is meant."""
        return (use, word) in self.contexts

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        people = [(row, _person(row)) for row in lexicons["people"].rows]
        bodies = [(row, _organisation(row)) for row in lexicons["organisations"].rows]
        named = [
            *((row["name"], _place(row)) for row in lexicons["places"].rows),
            *((row["word"], _country(row)) for row in lexicons["countries"].rows),
            *((row["name"], entry) for row, entry in sorted([*bodies, *people], key=_is_users)),
        ]
        own = {entry.name for row, entry in people if row.lexicon not in SCHEMAS}
        return cls(
            names=WordIndex.build([*_without_accents(named), *named]),
            capital_names=WordIndex.build((words.upper(), entry) for words, entry in named if len(words) > 2),
            titles=WordIndex.build(_title_forms(lexicons["titles"].rows)),
            roles=WordIndex.build([*_offices(lexicons), *_role_forms(lexicons["roles"].rows)]),
            surnames=_surnames(people),
            given_names={row["name"]: _gender(row) for row in lexicons["given_names"].rows},
            given_rules={row["name"]: row.rule for row in lexicons["given_names"].rows},
            endings={row["word"]: _ending(row) for row in lexicons["endings"].rows},
            beginnings={
                row["word"]: Ending(kind="thing", sector=None, rule=row.rule) for row in lexicons["beginnings"].rows
            },
            terms=_terms(row for row in lexicons["offices"].rows if row["person"] not in own),
            descriptions={row["noun"]: _description(row) for row in lexicons["descriptions"].rows},
            classes=(classes := words_by_class(lexicons["word_classes"])),
            persons=PersonNames(
                suffixes=frozenset(suffix.strip(".").casefold() for suffix in classes["name_suffix"]),
                particles=classes["dropped_particle"],
                given=_given(lexicons["pet_names"].rows),
            ),
            contexts=frozenset((row["use"], row["word"]) for row in lexicons["contexts"].rows),
        )


def which_list(path: Path) -> str:
    """Say to which of our lists a user's own list of actors adds, by its header.

    Raises:
        LexiconError: It is not UTF-8 text, or has the columns of neither people nor organisations.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text: {error}", path=str(path)) from error
    header = tuple(lines[2].split("\t")) if len(lines) > 2 else ()
    for name in ("people", "organisations"):
        if header == SCHEMAS[name].columns:
            return name
    expected = " or ".join(", ".join(SCHEMAS[name].columns) for name in ("people", "organisations"))
    raise LexiconError(
        f"{path}:3: found no header of a list of actors; expected the columns {expected}", path=str(path)
    )


def _is_users(named: tuple[Row, Entry]) -> bool:
    """Say whether an entry is of a list of the user's, which is named as none of ours."""
    return named[0].lexicon not in SCHEMAS


def _surnames(people: Iterable[tuple[Row, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Give the people by their short names; of one who is spelt in several ways the first entry counts."""
    found: dict[str, dict[str, Entry]] = {}
    for row, entry in people:
        for short, named in ((short, entry) for short in row.words("short")):
            for form in {short, plain(short)}:
                found.setdefault(" ".join(split_words(form)), {}).setdefault(named.name, named)
    return {short: tuple(entries.values()) for short, entries in found.items()}


def _without_accents(named: Iterable[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """Give the names that have accents as papers without them write these: "Lula da Silva, Luiz Inacio"."""
    return [(plain(words), entry) for words, entry in named if not words.isascii()]


def _role_forms(rows: Iterable[Row]) -> list[tuple[str, Role]]:
    """Give each noun as it is written and, first, with its words in the singular, as a lemma is."""
    singular = [(" ".join(map(_singular, split_words(row["noun"].lower()))), _role(row)) for row in rows]
    return [*singular, *((row["noun"].lower(), _role(row)) for row in rows)]


def _offices(lexicons: Mapping[str, Lexicon]) -> list[tuple[str, Role]]:
    """Compose offices of a portfolio and a head noun: "fisheries minister", "fisheries ministry"."""
    heads = {row["noun"]: _role(row) for row in lexicons["roles"].rows}
    composed: list[tuple[str, Role]] = []
    for row in lexicons["portfolios"].rows:
        for head in row.words("heads"):
            noun = f"{row['portfolio']} {head}"
            office = replace(heads[head], noun=noun, rule=row.rule)
            forms = product(*({word, *_lemmas(word)} for word in split_words(noun)))
            composed.extend((" ".join(form), office) for form in forms)
    return composed


def _lemmas(word: str) -> Iterable[str]:
    """Give what the parse may have for a plural: "fishery" of "fisheries", "art" of "arts"."""
    if word.endswith("ies"):
        yield word.removesuffix("ies") + "y"
    elif word.endswith("s") and not word.endswith("ss"):
        yield word.removesuffix("s")


def _singular(word: str) -> str:
    if word == "media":
        return "medium"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _title_forms(rows: Iterable[Row]) -> list[tuple[str, Role]]:
    """Give each title as it is written and with its full stops apart, as the tokeniser may cut them."""
    forms: list[tuple[str, Role]] = []
    for row in rows:
        words = [
            (word, word.removesuffix(".") + " .") if word.endswith(".") else (word,) for word in row["title"].split()
        ]
        forms.extend((" ".join(form), _title(row)) for form in product(*words))
    return forms


def _terms(rows: Iterable[Row]) -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for row in rows:
        term = Term(since=row["since"], until=row.get("until"), sector=row.get("sector"), role=row["role"])
        found[row["person"]] = (*found.get(row["person"], ()), term)
    return found


def _given(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    """Give the full given names that a name is or may be short for: "Alex" for "Alexander" and "Alexandra"."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for name in (row["given"], *row.words("short")):
            found.setdefault(name, set()).add(row["given"])
    return {name: frozenset(given) for name, given in found.items()}


def _description(row: Row) -> Description:
    return Description(sectors=frozenset(row.words("sectors")), roles=frozenset(row.words("roles")), rule=row.rule)


def _place(row: Row) -> Entry:
    return Entry(form="place", kind=None, name=row["name"], country=row.get("country"), sector=None, rule=row.rule)


def _country(row: Row) -> Entry:
    return Entry(
        form=cast("Form", row["form"]),
        kind="country",
        name=row["name"],
        country=row.get("country"),
        sector="GOV",
        rule=row.rule,
    )


def _organisation(row: Row) -> Entry:
    return Entry(
        form=cast("Form", row["form"]),
        kind=cast("ActorKind", row["kind"]),
        name=row.get("same_as") or row["name"],
        country=row.get("country"),
        sector=row.get("sector"),
        rule=row.rule,
    )


def _person(row: Row) -> Entry:
    return Entry(
        form="name",
        kind="person",
        name=row.get("same_as") or row["name"],
        country=row.get("country"),
        sector=row.get("sector"),
        rule=row.rule,
        gender=_gender(row),
        role=row.get("role"),
    )


def _title(row: Row) -> Role:
    return Role(
        noun=row.get("role"),
        use="office",
        kind="person",
        sector=row.get("sector"),
        gender=_gender(row),
        rule=row.rule,
    )


def _role(row: Row) -> Role:
    return Role(
        noun=row["noun"].lower(),
        use=cast("Use", row["use"]),
        kind=cast("ActorKind", row["kind"]),
        sector=row.get("sector"),
        gender=_gender(row),
        rule=row.rule,
    )


def _ending(row: Row) -> Ending:
    kind = cast("Literal['organisation', 'government', 'place', 'thing']", row["kind"])
    return Ending(kind=kind, sector=row.get("sector"), rule=row.rule)


def _gender(row: Row) -> Literal["m", "f"] | None:
    return _GENDERS.get(row["gender"])
