"""Puts statements together: each cue with its content, its source and what the record wants to know of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsledger.model import Annotated, Candidate, Span, Statement, Timex
from newsledger.statements.contents import Content, content_of, content_spans
from newsledger.statements.cues import Cue, cue_span, find_cues
from newsledger.statements.details import addressee_of, form_of, times_by_verb, with_parents
from newsledger.statements.direct import give_quotations
from newsledger.statements.quotations import Quoted, find_quotations
from newsledger.statements.rules import Rules
from newsledger.statements.sources import source_of, source_span

#: What a caption says is the outlet's own.
_SILENT_ROLES = frozenset({"caption"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """An article and what is looked up in it for every statement."""

    doc: Annotated
    quoted: Quoted
    names: Mapping[int, Span]
    times: Mapping[int, Timex]


def find(
    doc: Annotated, mentions: tuple[Candidate, ...], times: tuple[Timex, ...], rules: Rules
) -> tuple[Statement, ...]:
    """Find who is reported to have said, written, believed or decreed what.

    Finding nothing is not an error. Nothing is looked for inside a quotation: what is said there
    is its speaker's.

    Args:
        doc: The parsed article.
        mentions: Words that may name an actor; a source that is one takes all its words.
        times: Time expressions; one that hangs from a cue says when it was said.
        rules: The room's word lists.

    Returns:
        The statements in the text order of their cues.
    """
    quoted = find_quotations(doc)
    page = _Page(
        doc=doc,
        quoted=quoted,
        names={mention.head: mention.span for mention in mentions},
        times=times_by_verb(doc, times),
    )
    cues = {
        head: met
        for head, met in find_cues(doc, rules)
        if quoted.number[head] < 0 and doc.role_at(head) not in _SILENT_ROLES
    }
    return with_parents(list(_statements(page, cues)), doc.article.id, doc.text)


def _statements(page: _Page, cues: Mapping[int, tuple[Cue, ...]]) -> Iterator[Statement]:
    speaking = {head: cue for head, met in cues.items() for cue in reversed(met) if "quotation" in cue.entry.takes}
    given = give_quotations(page.doc, page.quoted, speaking)
    speakers = {head: cue for head, cue in speaking.items() if cue.entry.takes[0] == "quotation"}
    for head, met in cues.items():
        if head in given:
            chosen = [(speaking[head], Content(tokens=given[head]))]
        else:
            chosen = [(cue, content) for cue in met if (content := content_of(page.doc, cue, speakers)) is not None][:1]
        for cue, content in chosen:
            statement = _statement(page, cue, content, speakers)
            if statement is not None:
                yield statement


def _statement(page: _Page, cue: Cue, content: Content, speakers: Mapping[int, Cue]) -> Statement | None:
    doc = page.doc
    spans = content_spans(doc, content, page.quoted)
    if not spans:
        return None
    source = source_of(doc, cue, content.tokens, speakers)
    addressee = addressee_of(doc, cue.head, content.tokens) if cue.entry.kind == "verb" else None
    time = page.times.get(cue.head)
    return Statement(
        id="",
        source=() if source is None else (_named(page, source),),
        cue=(cue_span(doc, cue, content.link),),
        content=spans,
        form=form_of(doc, spans, page.quoted),
        attitude=cue.entry.attitude,
        source_actor=None,
        addressee=None if addressee is None else source_span(doc, addressee),
        said_at=None if time is None or any(span.overlaps(time.span) for span in spans) else time.id,
        parent=None,
        block_role=doc.role_at(cue.head),
        rule=cue.entry.rule,
    )


def _named(page: _Page, source: int) -> Span:
    """Give the words of a source; a name that the parse cut short is taken whole."""
    span = source_span(page.doc, source)
    name = page.names.get(source)
    return name if name is not None and name.holds(span) else span
