"""How long each room takes while whole records are read."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import perf_counter
from typing import Any
from unittest.mock import patch

from newsledger import Reader, actors, codec, confidence, events, outlook, page, statements, times
from newsledger.language import Parser

PARSE = "language"

# What the pipeline calls, in its order; a step that is missing here would show as "the rest".
_STEPS: tuple[tuple[str, Any, str], ...] = (
    ("page", page, "read_article"),
    (PARSE, Parser, "annotate"),
    ("times.find", times, "find"),
    ("times.date_article", times, "date_article"),
    ("times.resolve", times, "resolve"),
    ("actors.find_mentions", actors, "find_mentions"),
    ("statements", statements, "find"),
    ("actors.link", actors, "link"),
    ("actors.name_sources", actors, "name_sources"),
    ("events", events, "find"),
    ("outlook", outlook, "find"),
    ("confidence", confidence, "weigh"),
    ("codec.seal", codec, "seal"),
)


def time_rooms(reader: Reader, texts: Sequence[str]) -> dict[str, float]:
    """Read the texts and give the seconds of each step, in the pipeline's order.

    Writing the record as JSON comes after reading it, as ``codec.to_json``; what the pipeline does
    between its steps is ``the rest``.
    """
    spent: dict[str, float] = defaultdict(float)
    with _watched(spent):
        start = perf_counter()
        records = [reader.read_text(text) for text in texts]
        whole = perf_counter() - start
    seconds = {name: spent[name] for name, _, _ in _STEPS}
    seconds["the rest"] = whole - sum(seconds.values())
    start = perf_counter()
    for record in records:
        codec.to_json(record)
    seconds["codec.to_json"] = perf_counter() - start
    return seconds


@contextmanager
def _watched(spent: dict[str, float]) -> Iterator[None]:
    with ExitStack() as stack:
        for name, owner, attribute in _STEPS:
            stack.enter_context(patch.object(owner, attribute, _timed(getattr(owner, attribute), name, spent)))
        yield


def _timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        start = perf_counter()
        try:
            return function(*args, **options)
        finally:
            spent[name] += perf_counter() - start

    return timed
