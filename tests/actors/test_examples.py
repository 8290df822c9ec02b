"""Every entry of the word lists fires on its own example, as the pinned model parses it.

The examples are parsed many at a time, each as a paragraph of its own: one at a time takes minutes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files

import pytest

from batches import annotate_all
from classes import classes_asked, holds_its_word, without
from newsledger import Reader, actors
from newsledger.actors import Rules
from newsledger.lexicon import Lexicon, Row, load_lexicon, marked
from newsledger.model import Actor, Annotated, Candidate, Capture, PageDate, Span

_AT_ONCE = 100
_ACTS = frozenset({"to", "from", "told"})
_MOST_MISPARSED = 0.03
PUBLISHED = date(2017, 3, 15)

#: Examples that the model misparses, by lexicon; at most 3 in 100.
MISPARSED = {
    "countries": frozenset({"Windhoek"}),  # read as a verb
    "organisations": frozenset({"Axios", "IAEA"}),  # read as a verb, and as a part of "calls"
    "people": frozenset({"Liu He", "Zine El Abidine Ben Ali"}),  # a pronoun; cut into two sentences
    "roles": frozenset({"African-American", "Latino"}),  # a plural read as a singular name
}


def _load(name: str) -> Lexicon:
    with as_file(files(actors) / "data" / f"{name}.en.tsv") as path:
        return load_lexicon(path, actors.SCHEMAS[name])


def _read(reader: Reader, rows: Sequence[Row]) -> Iterator[tuple[Row, Annotated, list[Candidate]]]:
    """Give each entry with the parse that its example is in and the mentions that overlap its marked words."""
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        examples = [marked(row["example"]) for row in some]
        doc = reader.annotate(Capture(data="\n\n".join(text for text, _, _ in examples), kind="text"))
        mentions = actors.find_mentions(doc, reader.rules["actors"])
        offset = 0
        for row, (text, start, end) in zip(some, examples, strict=True):
            place = Span(start=offset + start, end=offset + end)
            yield row, doc, [mention for mention in mentions if mention.span.overlaps(place)]
            offset += len(text) + 2


def _check(name: str, failed: set[str], count: int) -> None:
    assert failed == MISPARSED.get(name, frozenset())
    assert len(failed) <= _MOST_MISPARSED * count


def _is_actor(row: Row) -> bool:
    return row.lexicon != "endings" or row["kind"] in ("organisation", "government")


@pytest.mark.parametrize(
    "name", ["countries", "organisations", "people", "titles", "roles", "portfolios", "endings", "given_names"]
)
def test_every_entry_makes_the_mention_in_its_example(reader: Reader, name: str) -> None:
    rows = [row for row in _load(name).rows if _is_actor(row)]

    failed = {
        row.key for row, _, mentions in _read(reader, rows) if not any(mention.rule == row.rule for mention in mentions)
    }

    _check(name, failed, len(rows))


@pytest.mark.parametrize("name", ["places", "endings", "beginnings"])
def test_a_place_or_thing_is_no_mention(reader: Reader, name: str) -> None:
    rows = [row for row in _load(name).rows if name == "places" or not _is_actor(row)]

    failed = {row.key for row, _, mentions in _read(reader, rows) if mentions}

    _check(f"no {name}", failed, len(rows))


def test_every_context_tells_land_from_state(reader: Reader) -> None:
    rows = _load("contexts").rows

    failed = {
        row.key
        for row, _, mentions in _read(reader, rows)
        if any(mention.form in ("name", "metonym", "pronoun") for mention in mentions) != (row["use"] in _ACTS)
    }

    _check("contexts", failed, len(rows))


def test_every_description_finds_whom_it_stands_for(reader: Reader) -> None:
    rules = reader.rules["actors"]
    rows = _load("descriptions").rows

    failed = set()
    for row in rows:
        text, start, end = marked(row["example"])
        doc = reader.annotate(Capture(data=text, kind="text"))
        found = actors.link(doc, actors.find_mentions(doc, rules), (), rules)
        place = Span(start=start, end=end)
        if not any(m.rule == row.rule and m.span.overlaps(place) for actor in found for m in actor.mentions):
            failed.add(row.key)

    _check("descriptions", failed, len(rows))


def test_every_office_is_held_on_its_first_day(reader: Reader) -> None:
    rules = reader.rules["actors"]
    rows = _load("offices").rows

    failed = set()
    for row, doc, mentions in _read(reader, rows):
        day = date.fromisoformat((row["since"] + "-01-01")[:10])
        dated = replace(doc.article, date_published=PageDate(earliest=day, latest=day))
        found = actors.link(replace(doc, article=dated), tuple(mentions), (), rules)
        if row.get("sector") not in {actor.sector for actor in found}:
            failed.add(row.key)

    _check("offices", failed, len(rows))


def test_a_pet_name_is_one_persons_with_the_name_that_it_is_short_for(rules: Rules) -> None:
    for row in _load("pet_names").rows:
        first, (text, start, end) = row["given"].title(), marked(row["example"])

        assert row["given"] in text.casefold()
        assert text[start:end].casefold() in row.words("short")
        assert all(
            rules.persons.is_same(f"{short.title()} Haverty", f"{first} Haverty") for short in row.words("short")
        )


Parsed = list[tuple[Row, Annotated]]


@pytest.fixture(scope="module")
def of_classes(reader: Reader) -> Parsed:
    rows = _load("word_classes").rows
    captures = (Capture(data=marked(row["example"])[0], published=PUBLISHED, kind="text") for row in rows)
    return list(zip(rows, annotate_all(reader, captures), strict=True))


def test_word_classes_mark_their_word(of_classes: Parsed) -> None:
    assert [row.rule for row, doc in of_classes if not holds_its_word(row, doc)] == []


def test_every_class_is_asked_for_and_is_there(of_classes: Parsed) -> None:
    assert {row["class"] for row, _ in of_classes} == classes_asked(actors)


def test_without_a_class_one_of_its_examples_is_read_otherwise(rules: Rules, of_classes: Parsed) -> None:
    idle = {
        name
        for name in rules.classes
        if not any(
            _linked(doc, rules) != _linked(doc, _without(rules, name))
            for row, doc in of_classes
            if row["class"] == name
        )
    }

    assert idle == set()


def _linked(doc: Annotated, rules: Rules) -> tuple[tuple[Candidate, ...], tuple[Actor, ...]]:
    mentions = actors.find_mentions(doc, rules)
    return mentions, actors.link(doc, mentions, (), rules)


def _without(rules: Rules, name: str) -> Rules:
    classes = without(rules.classes, name)
    suffixes = rules.persons.suffixes if classes["name_suffix"] else frozenset()
    persons = replace(rules.persons, particles=classes["dropped_particle"], suffixes=suffixes)
    return replace(rules, classes=classes, persons=persons)
