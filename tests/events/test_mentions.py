"""Which mentions are of one happening, and which are not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from newsledger.events import Rules
from newsledger.events.mentions import join_mentions
from newsledger.model import Annotated, Event, Number, Span
from parses import parsed

DOC = parsed(
    "Police|police|NOUN|2|nsubj",
    "arrest|arrest|VERB|0|ROOT",
    "miners|miner|NOUN|2|dobj",
    ".|.|PUNCT|2|punct",
    "---",
    "Officers|officer|NOUN|2|nsubj",
    "detained|detain|VERB|0|ROOT",
    "forty|forty|NUM|4|nummod",
    "miners|miner|NOUN|2|dobj",
    ".|.|PUNCT|2|punct",
    "---",
    "The|the|DET|2|det",
    "arrests|arrest|NOUN|3|nsubj",
    "angered|anger|VERB|0|ROOT",
    "Kenya|Kenya|PROPN|3|dobj",
    ".|.|PUNCT|3|punct",
    published=date(2020, 5, 6),
)


def span(words: str) -> Span:
    start = DOC.text.index(words)
    return Span(start=start, end=start + len(words))


ARRESTED = Event(
    id="",
    same_as=None,
    event_type="COERCE",
    other_kind=None,
    plover_type="COERCE",
    mode="arrest",
    context=(),
    cameo="173",
    quad=4,
    goldstein=-5.0,
    trigger=Span(start=0, end=1),
    actor=None,
    recipient=None,
    actor_ids=(),
    recipient_ids=(),
    reciprocal=False,
    links=(),
    standing="happened",
    reported_by=None,
    place=None,
    place_country=None,
    latitude=None,
    longitude=None,
    times=(),
    earliest=None,
    latest=None,
    numbers=(),
    block_role="body",
    rule="test",
)


def event(name: str, trigger: str, *, words: str | None = None, **known: Any) -> Event:
    """Make an event of a trigger; ``recipient``, ``day`` and ``arrested`` stand for the fields that they fill."""
    day, arrested = known.pop("day", None), known.pop("arrested", None)
    count = () if arrested is None else (Number(what="arrested", value=arrested, bound="exact", span=span(trigger)),)
    return replace(
        ARRESTED,
        id=name,
        trigger=span(trigger),
        recipient=span(words) if words else None,
        recipient_ids=known.pop("recipient", ()),
        block_role=known.pop("role", "body"),
        earliest=day,
        latest=day,
        numbers=count,
        **known,
    )


def joined(doc: Annotated, rules: Rules, *events: Event) -> list[str | None]:
    return [one.same_as for one in join_mentions(doc, events, rules)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            event("a", "arrest", recipient=("miners",), words="miners"),
            event("b", "detained", recipient=("miners",), words="miners"),
            id="same-party-other-word",
        ),
        pytest.param(event("a", "detained", words="forty miners"), event("b", "arrests"), id="told-of-as-known"),
        pytest.param(
            event("a", "arrest", words="miners", role="headline"),
            event("b", "detained", words="forty miners", arrested=40),
            id="headline-and-lead",
        ),
    ],
)
def test_mentions_whose_sides_agree_are_one_happening(rules: Rules, first: Event, second: Event) -> None:
    assert joined(DOC, rules, first, second) == [None, "a"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            event("a", "arrest", recipient=("miners",), words="Police"),
            event("b", "detained", recipient=("clerks",), words="Kenya"),
            id="other-party",
        ),
        pytest.param(
            event("a", "arrest", recipient=("miners",), words="miners", day=date(2020, 5, 4)),
            event("b", "detained", recipient=("miners",), words="miners", day=date(2020, 5, 5)),
            id="other-day",
        ),
        pytest.param(
            event("a", "arrest", recipient=("miners",), words="miners", standing="planned"),
            event("b", "detained", recipient=("miners",), words="miners"),
            id="plan-and-deed",
        ),
        pytest.param(event("a", "arrest"), event("b", "detained"), id="nothing-tells"),
    ],
)
def test_mentions_that_contradict_or_share_nothing_are_two(rules: Rules, first: Event, second: Event) -> None:
    assert joined(DOC, rules, first, second) == [None, None]


def test_what_is_only_named_as_known_is_as_it_was_told_before(rules: Rules) -> None:
    plan = event("a", "detained", words="forty miners", standing="planned")

    found = join_mentions(DOC, (plan, event("b", "arrests")), rules, frozenset({"b"}))

    assert [(one.standing, one.same_as) for one in found] == [("planned", None), ("planned", "a")]
