"""No function of a room raises on any text: empty, of one sign, of white space, of odd letters, of news."""

import importlib
import inspect
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import islice, product
from types import FunctionType
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsledger import Capture, Reader, Record, show
from newsledger.model import Actor, Annotated, Event, Statement, Syntax, Timex
from newsledger.page.blocks.survey import survey_dump, survey_html
from newsledger.page.layout.prose import MarkedLine
from newsledger.verify import structure
from test_properties import NEWSLIKE

ROOMS = ("page", "language", "syntax", "times", "actors", "statements", "events", "outlook", "show")
SIGNS = "—“”\"'‘’«([{<>]})…-–/:;,.!?$€%&#@*+=_|~^`\\\t\v\f\x1b\x85\u00a0\u2028\u200b\ufeff\u202e\ud800\ufffd🙂éßĳ北0a"
ONE_SIGN = st.builds(str.__mul__, st.sampled_from(SIGNS), st.integers(1, 40))
SIGNED = st.lists(st.sampled_from([*SIGNS, " ", "\n", "\n\n"]), max_size=40).map("".join)
WHITE = st.text(st.sampled_from(" \t\n\r\v\f\x85\u00a0\u2003\u2028\u3000"), max_size=20)
ODD = st.just("") | ONE_SIGN | SIGNED | WHITE
#: Words of a text, and calls of one function, that are tried for each text.
MOST_WORDS, MOST_CALLS = 12, 30
CALM = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

Pool = Mapping[Any, Sequence[Any]]


def functions() -> Iterator[tuple[str, Callable[..., Any], Mapping[str, Any]]]:
    """Give the public functions of all rooms, each with its room and its arguments' types.

    One whose docstring tells of an error may raise it.
    """
    for room in ROOMS:
        package = importlib.import_module(f"newsledger.{room}")
        names = [module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
        for module in (package, *map(importlib.import_module, names)):
            for name, function in vars(module).items():
                own = isinstance(function, FunctionType) and function.__module__ == module.__name__
                if own and not name.startswith("_") and "Raises:" not in (function.__doc__ or ""):
                    hints = get_type_hints(function)
                    yield room, function, {key: hints[key] for key in inspect.signature(function).parameters}


FUNCTIONS = tuple(functions())


def everything_in(node: Any) -> Iterator[Any]:
    """Give a room's rules and all rules in them."""
    if is_dataclass(node):
        yield node
        for field in fields(node):
            yield from everything_in(getattr(node, field.name))


def pool(reader: Reader, text: str) -> Pool:
    """Give, for each type of an argument, what a text has of it."""
    doc = reader.annotate(Capture(data=text, kind="text", published="2019-03-20"))
    surveys = [survey_dump(text, reader.rules["page"]), survey_html(text, reader.rules["page"])]
    pages = [survey.lines for survey in surveys if survey]
    held = defaultdict[Any, list[Any]](list)
    held[str] = list(dict.fromkeys([text, text.strip(), *(token.text for token in doc.tokens[:MOST_WORDS])]))
    held[Sequence[str]] = [(), held[str], text.splitlines()]
    held[bool] = [False, True]
    held[int] = list(range(min(len(doc.tokens), MOST_WORDS)))
    held[date] = [date.min, date(2019, 3, 20), date.max]
    held[Annotated] = [doc]
    held[Syntax] = [reader.analyse(doc)]
    record = reader.find(doc)
    held[Record] = [record]
    held[tuple[Actor, ...]], held[tuple[Statement, ...]] = [record.actors], [record.statements]
    held[tuple[Timex, ...]], held[tuple[Event, ...]] = [record.times], [record.events]
    held[MarkedLine] = [line for lines in pages for line in lines[:MOST_WORDS]]
    held[Sequence[MarkedLine]] = pages
    for rules in (rule for room in reader.rules.values() for rule in everything_in(room)):
        held[type(rules)].append(rules)
    return held


def calls(hints: Mapping[str, Any], held: Pool) -> Iterator[tuple[Any, ...]]:
    """Give arguments for a function: each number is that of a word, so only a function of an annotated text has any."""
    if int not in hints.values() or not {Annotated, Syntax}.isdisjoint(hints.values()):
        yield from islice(product(*(held[hint] for hint in hints.values())), MOST_CALLS)


def call(function: Callable[..., Any], arguments: Sequence[Any]) -> None:
    """Call a function, and take all that it gives."""
    bound = dict(zip(inspect.signature(function).parameters.values(), arguments, strict=True))
    named = {key.name: value for key, value in bound.items() if key.kind is key.KEYWORD_ONLY}
    given = function(*(value for key, value in bound.items() if key.kind is not key.KEYWORD_ONLY), **named)
    if isinstance(given, Iterator):
        list(given)


@CALM
@given(text=ODD | NEWSLIKE)
def test_no_function_of_a_room_raises_on_any_text(reader: Reader, text: str) -> None:
    held = pool(reader, text)

    for _, function, hints in FUNCTIONS:
        for arguments in calls(hints, held):
            call(function, arguments)


@pytest.mark.parametrize("room", ROOMS)
def test_functions_of_each_room_are_tried(reader: Reader, room: str) -> None:
    held = pool(reader, "The minister said on Tuesday that “we will leave”.")

    tried = [function for own, function, hints in FUNCTIONS if own == room and any(calls(hints, held))]

    assert tried


@CALM
@given(text=ODD)
def test_an_odd_text_is_read_and_shown(reader: Reader, text: str) -> None:
    record = reader.read_text(text)

    assert structure(record) == ()
    for view in (show.html_page, show.listing, show.summary, show.annotations, show.timeml):
        view(record)


@CALM
@given(text=NEWSLIKE)
def test_the_first_word_of_each_tree_is_known(reader: Reader, text: str) -> None:
    doc = reader.annotate(Capture(data=text, kind="text"))

    assert doc.first_below == tuple(doc.subtree(index)[0] for index in range(len(doc.tokens)))
