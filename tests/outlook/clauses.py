"""Hand-made parses and findings that several tests of the room share."""

from datetime import date
from importlib.resources import as_file, files

from newsledger import outlook, syntax
from newsledger.lexicon import load_lexicon
from newsledger.model import Actor, ActorKind, Annotated, Attitude, Event, Expectation, Mention, Span, Statement, Timex
from newsledger.outlook.cues import Cue, find_cues
from newsledger.outlook.scene import lay_out
from parses import parsed

PUBLISHED = date(2019, 3, 6)

WILL_CLOSE = (
    "Kesh|Kesh|PROPN|3|nsubj",
    "will|will|AUX|3|aux|VerbForm=Fin",
    "close|close|VERB|0|ROOT|VerbForm=Inf",
    "the|the|DET|5|det",
    "bridge|bridge|NOUN|3|dobj",
    "Friday|Friday|PROPN|3|npadvmod",
    ".|.|PUNCT|3|punct",
)
SAID_IT_WOULD_CLOSE = (
    "Kesh|Kesh|PROPN|2|nsubj",
    "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "it|it|PRON|5|nsubj",
    "would|would|AUX|5|aux|VerbForm=Fin",
    "close|close|VERB|2|ccomp|VerbForm=Inf",
    "the|the|DET|7|det",
    "bridge|bridge|NOUN|5|dobj",
    ".|.|PUNCT|2|punct",
)
THREATENED_UNLESS = (
    "Orlow|Orlow|PROPN|2|nsubj",
    "threatened|threaten|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "to|to|PART|4|aux",
    "strike|strike|VERB|2|xcomp|VerbForm=Inf",
    "unless|unless|SCONJ|7|mark",
    "wages|wage|NOUN|7|nsubj",
    "rose|rise|VERB|2|advcl|Tense=Past|VerbForm=Fin",
    ".|.|PUNCT|2|punct",
)


def _grammar() -> syntax.Rules:
    lexicons = {}
    for name, schema in syntax.SCHEMAS.items():
        with as_file(files("newsledger.syntax") / "data" / f"{name}.en.tsv") as path:
            lexicons[name] = load_lexicon(path, schema)
    return syntax.Rules.build(lexicons)


GRAMMAR = _grammar()


def find(
    doc: Annotated,
    actors: tuple[Actor, ...],
    statements: tuple[Statement, ...],
    times: tuple[Timex, ...],
    events: tuple[Event, ...],
    rules: outlook.Rules,
) -> tuple[Expectation, ...]:
    """Run the room on the clauses of a parse."""
    return outlook.find(syntax.analyse(doc, GRAMMAR), actors, statements, times, events, rules)


def cues(doc: Annotated, rules: outlook.Rules) -> tuple[Cue, ...]:
    """Find only the signs that something is to come."""
    return find_cues(lay_out(syntax.analyse(doc, GRAMMAR), (), (), (), (), rules))


def clause(*rows: str) -> Annotated:
    """Make a parse whose article is dated."""
    return parsed(*rows, published=PUBLISHED)


def place(doc: Annotated, words: str) -> Span:
    """Give where words stand first in a text."""
    start = doc.text.index(words)
    return Span(start=start, end=start + len(words))


def actor(doc: Annotated, name: str, *others: str, kind: ActorKind = "organisation") -> Actor:
    """Make an actor with its mentions."""
    spans = [place(doc, words) for words in (name, *others)]
    return Actor(
        id=name,
        key=name,
        name=name,
        kind=kind,
        country=None,
        sector=None,
        role=None,
        mentions=tuple(Mention(start=span.start, end=span.end, form="name", rule="test") for span in spans),
    )


def statement(doc: Annotated, source: str, cue: str, content: str, attitude: Attitude = "report") -> Statement:
    """Make an indirect statement."""
    return Statement(
        id=f"{source} {cue}",
        source=(place(doc, source),),
        cue=(place(doc, cue),),
        content=(place(doc, content),),
        form="indirect",
        attitude=attitude,
        source_actor=source,
        addressee=None,
        said_at=None,
        parent=None,
        block_role="body",
        rule="test",
    )


def timex(doc: Annotated, words: str, earliest: date | None, latest: date | None) -> Timex:
    """Make a resolved time expression; ``dataclasses.replace`` changes the rest."""
    return Timex(
        id=words,
        span=place(doc, words),
        type="DATE",
        value=earliest.isoformat() if earliest else None,
        mod=None,
        earliest=earliest,
        latest=latest,
        open_start=False,
        open_end=False,
        vague=False,
        negated=False,
        anchor=None,
        block_role="body",
        rule="test",
    )


def event(doc: Annotated, trigger: str, actors: tuple[str, ...] = ()) -> Event:
    """Make a planned meeting."""
    return Event(
        id=f"event {trigger}",
        same_as=None,
        event_type="CONSULT",
        other_kind=None,
        plover_type=None,
        mode=None,
        context=(),
        cameo=None,
        quad=None,
        goldstein=None,
        trigger=place(doc, trigger),
        actor=None,
        recipient=None,
        actor_ids=actors,
        recipient_ids=(),
        reciprocal=False,
        links=(),
        standing="planned",
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
