"""The records: frozen values that know no one."""

from newsledger.model.actor import Actor, ActorKind, Candidate, Mention, MentionForm
from newsledger.model.annotated import Annotated, Sentence, Token, Vectors, annotate
from newsledger.model.answer import (
    Count,
    Due,
    Edit,
    Entity,
    Found,
    Happening,
    Origin,
    Outer,
    Page,
    Passage,
    Revision,
    Said,
    Share,
)
from newsledger.model.article import READ_ROLES, Article, Block, BlockRole, PageDate, Receipt, cut_short
from newsledger.model.capture import Capture, iso_date, plain_address
from newsledger.model.confidence import SHOWN_FROM, WEIGHED, Weighed, is_sure, joined, surest
from newsledger.model.event import Event, EventType, Link, Number, PloverType, Standing
from newsledger.model.expectation import Expectation, SettledBy
from newsledger.model.explanation import Decision, Explanation
from newsledger.model.record import SCHEMA_VERSION, Failure, MadeBy, Record
from newsledger.model.span import Span, content_id, cut, finding_ids
from newsledger.model.statement import ATTITUDES, Attitude, Statement
from newsledger.model.step import Evidence, Life, LifeState, Step
from newsledger.model.syntax import Argument, Clause, Governor, Governs, Grammar, How, Syntax
from newsledger.model.timex import Timex, shift_day

__all__ = [
    "ATTITUDES",
    "READ_ROLES",
    "SCHEMA_VERSION",
    "SHOWN_FROM",
    "WEIGHED",
    "Actor",
    "ActorKind",
    "Annotated",
    "Argument",
    "Article",
    "Attitude",
    "Block",
    "BlockRole",
    "Candidate",
    "Capture",
    "Clause",
    "Count",
    "Decision",
    "Due",
    "Edit",
    "Entity",
    "Event",
    "EventType",
    "Evidence",
    "Expectation",
    "Explanation",
    "Failure",
    "Found",
    "Governor",
    "Governs",
    "Grammar",
    "Happening",
    "How",
    "Life",
    "LifeState",
    "Link",
    "MadeBy",
    "Mention",
    "MentionForm",
    "Number",
    "Origin",
    "Outer",
    "Page",
    "PageDate",
    "Passage",
    "PloverType",
    "Receipt",
    "Record",
    "Revision",
    "Said",
    "Sentence",
    "SettledBy",
    "Share",
    "Span",
    "Standing",
    "Statement",
    "Step",
    "Syntax",
    "Timex",
    "Token",
    "Vectors",
    "Weighed",
    "annotate",
    "content_id",
    "cut",
    "cut_short",
    "finding_ids",
    "is_sure",
    "iso_date",
    "joined",
    "plain_address",
    "shift_day",
    "surest",
]
