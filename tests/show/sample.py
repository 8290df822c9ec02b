"""One small record, made by hand, that every view shows."""

from dataclasses import replace
from datetime import date

from newsledger.model import (
    SCHEMA_VERSION,
    Actor,
    Event,
    Expectation,
    MadeBy,
    Mention,
    Record,
    SettledBy,
    Span,
    Statement,
)
from parses import article

TEXT = "Anna Berg said: “We will meet Carl Lund on Friday.”"
BERG = Actor(
    id="berg",
    key="person::anna berg",
    name="Anna Berg",
    kind="person",
    country=None,
    sector=None,
    role=None,
    mentions=(Mention(start=0, end=9, form="name", rule="r"),),
)
LUND = replace(
    BERG,
    id="lund",
    name="Carl Lund",
    key="person::carl lund",
    mentions=(Mention(start=30, end=39, form="name", rule="r"),),
)
SAID = Statement(
    id="said",
    source=(Span(start=0, end=9),),
    cue=(Span(start=10, end=14),),
    content=(Span(start=16, end=51),),
    form="direct",
    attitude="report",
    source_actor="berg",
    addressee=None,
    said_at=None,
    parent=None,
    block_role="body",
    rule="r",
)
MEETING = Event(
    id="met",
    same_as=None,
    event_type="CONSULT",
    other_kind=None,
    plover_type="AGREE",
    mode=None,
    context=(),
    cameo="03",
    quad=1,
    goldstein=4.0,
    trigger=Span(start=25, end=29),
    actor=Span(start=17, end=19),
    recipient=Span(start=30, end=39),
    actor_ids=("berg",),
    recipient_ids=("lund",),
    reciprocal=False,
    links=(),
    standing="planned",
    reported_by="said",
    place=None,
    place_country=None,
    latitude=None,
    longitude=None,
    times=(),
    earliest=date(2019, 3, 8),
    latest=date(2019, 3, 8),
    numbers=(),
    block_role="body",
    rule="r",
)
DUE = Expectation(
    id="due",
    same_as=None,
    kind="promise",
    holder=Span(start=17, end=19),
    holder_ids=("berg",),
    speaker=Span(start=0, end=9),
    statement="said",
    action=Span(start=25, end=39),
    condition=None,
    strength="firm",
    negated=False,
    earliest=date(2019, 3, 8),
    latest=date(2019, 3, 8),
    window_basis="stated",
    window=(Span(start=43, end=49),),
    event="met",
    settled_by=SettledBy(event_type="CONSULT", actor_ids=("berg",), recipient_ids=("lund",)),
    rule="r",
)
RECORD = Record(
    schema_version=SCHEMA_VERSION,
    article=replace(article(TEXT, published=date(2019, 3, 6)), headline="Berg to meet Lund"),
    sentences=(Span(start=0, end=51),),
    actors=(BERG, LUND),
    times=(),
    statements=(SAID,),
    events=(MEETING,),
    expectations=(DUE,),
    made_by=MadeBy(version="0", model="m", model_version="0", model_sha256="0", lexicons={}, user_files={}),
    digest="",
)
