"""Puts statements together: each cue with its content, its source and what the record wants to know of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from newsledger.model import Candidate, Span, Statement, Syntax, Timex
from newsledger.statements.boundaries import with_sentence
from newsledger.statements.contents import Content, content_of, content_spans
from newsledger.statements.cued import CuedArticle, cue_span, mark_cues, runs
from newsledger.statements.cues import Cue, Rules
from newsledger.statements.details import addressee_of, form_of, settled, times_by_verb
from newsledger.statements.filters import tells_nothing
from newsledger.statements.quoted.colons import MarkedLine, find_marked_lines
from newsledger.statements.quoted.direct import Given, give_quotations
from newsledger.statements.quoted.interviews import find_answers
from newsledger.statements.quoted.led import find_led
from newsledger.statements.sources import source_of, source_span
from newsledger.statements.speakers import lost_speaker, speaker_behind

#: How words said are governed by their cue.
_SAID = frozenset({"quotation", "clause"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is looked up for every statement of an article.

    Attributes:
        given: The quotations that a cue has by where they stand.
        names: The words of a mention by its head.
        times: The first time that hangs from a verb.
    """

    cued: CuedArticle
    given: Given
    names: Mapping[int, Span]
    times: Mapping[int, Timex]


def find(
    syntax: Syntax, mentions: tuple[Candidate, ...], times: tuple[Timex, ...], rules: Rules
) -> tuple[Statement, ...]:
    """Find who is reported to have said, written, believed or decreed what.

    Finding nothing is not an error. Nothing is looked for inside a quotation: what is said there
    is its speaker's.

    Args:
        syntax: The article's clauses.
        mentions: Words that may name an actor; a source that is one takes all its words.
        times: Time expressions; one that hangs from a cue says when it was said.
        rules: The room's word lists.

    Returns:
        The statements in the text order of their cues.
    """
    cued, doc = mark_cues(syntax, rules), syntax.doc
    given = give_quotations(cued)
    looked_up = _Found(
        cued=cued,
        given=given,
        names={mention.head: mention.span for mention in mentions},
        times=times_by_verb(doc, times),
    )
    lines = [line for line in find_marked_lines(doc, mentions, rules) if runs(doc, line.content)]
    lines += find_answers(cued, mentions)
    found = [*_statements(looked_up), *((_of_line(cued, line), True) for line in lines)]
    taken = {cued.quoted.number[index] for one, _ in found for span in one.content for index in doc.tokens_in(span)}
    led = ((_of_line(cued, line), True) for line in find_led(cued, mentions, taken))
    return settled((*found, *led), doc.article.id, doc.text)


def _statements(found: _Found) -> list[tuple[Statement, bool]]:
    """Give the statement of each cue, and whether it tells of words said.

    The noun of "issued a *warning* that …" is a part of its cue and no second one.
    """
    made = list(_by_cue(found))
    parts = {anchor for cue, _, _ in made for anchor in cue.anchors[1:]}
    return [(statement, told) for cue, statement, told in made if cue.head not in parts]


def _by_cue(found: _Found) -> Iterator[tuple[Cue, Statement, bool]]:
    cued = found.cued
    for head in cued.cues:
        parsed = ((cue, content) for cue in cued.cues[head] if (content := content_of(cued, cue)) is not None)
        governed = _with_quotation(found, head) or next(parsed, None)
        behind = found.given.behind.get(head, ())
        if governed is None and behind:
            tokens, behind = cued.quoted.tokens(cued.doc, behind[0]), behind[1:]
            governed = cued.cues[head][0], Content(tokens=tokens, take="quotation")
        if governed is None or not (spans := content_spans(cued, governed[1], found.given.owners)):
            continue
        cue, content = governed
        statement = _statement(found, cue, content, spans)
        if tells_nothing(cued, cue, content, statement):
            continue
        yield cue, statement, _tells_of_words(cued, cue, content)
        for number in behind:
            yield cue, _behind(cued, statement, number), True


def _tells_of_words(cued: CuedArticle, cue: Cue, content: Content) -> bool:
    """Say whether a statement tells of words that were said, and not of a hope or an act."""
    if cue.entry.kind == "noun":
        return cue.entry.attitude == "accuse" and content.take == "clause"
    return cue.entry.kind == "preposition" or (cue.head in cued.speakers and content.take in _SAID)


def _with_quotation(found: _Found, head: int) -> tuple[Cue, Content] | None:
    beside = found.given.beside.get(head)
    if beside is None:
        return None
    return found.cued.quoting[head], Content(tokens=with_sentence(found.cued, head, beside), take="quotation")


def _statement(found: _Found, cue: Cue, content: Content, spans: tuple[Span, ...]) -> Statement:
    cued = found.cued
    addressee = addressee_of(cued, cue.head, content.tokens) if cue.entry.kind == "verb" else None
    time = found.times.get(cue.head)
    return Statement(
        id="",
        source=_source(found, cue, content),
        cue=(cue_span(cued, cue, content.link),),
        content=spans,
        form=form_of(cued.doc, spans, cued.quoted),
        attitude=cue.entry.attitude,
        source_actor=None,
        addressee=None if addressee is None else source_span(cued.doc, addressee, without=content.tokens),
        said_at=None if time is None or any(span.overlaps(time.span) for span in spans) else time.id,
        parent=None,
        block_role=cued.doc.role_at(cue.head),
        rule=cue.entry.rule,
    )


def _source(found: _Found, cue: Cue, content: Content) -> tuple[Span, ...]:
    """Give the words of a source; a name that the parse cut short is taken whole."""
    cued = found.cued
    lost = lost_speaker(cued, cue.head) if cue.entry.kind == "verb" and content.take in _SAID else None
    if lost is not None:
        return (cued.doc.cover(lost),)
    source = source_of(cued, cue, content.tokens)
    if source is None and cue.head in found.given.beside and cued.syntax.child(cue.head, "auxpass") is None:
        source = speaker_behind(cued.doc, cue.head, content.tokens)
    if source is None:
        return ()
    span = source_span(cued.doc, source, cue.head)
    name = found.names.get(source)
    return (name if name is not None and name.holds(span) else span,)


def _behind(cued: CuedArticle, before: Statement, number: int) -> Statement:
    """Give what a speaker goes on to say in a quotation behind the statement ``before``."""
    content = Content(tokens=cued.quoted.tokens(cued.doc, number), take="quotation")
    return _marked(cued, before.source, content_spans(cued, content, ()), "statements.goes_on")


def _of_line(cued: CuedArticle, line: MarkedLine) -> Statement:
    doc = cued.doc
    content = (*runs(doc, line.content), *map(doc.cover, line.more))
    cue = (doc.cover(line.mark),) if line.mark else ()
    statement = _marked(cued, (doc.cover(line.source),), content, line.rule, cue)
    return replace(statement, form="direct") if line.answers else statement


def _marked(
    cued: CuedArticle, source: tuple[Span, ...], content: tuple[Span, ...], rule: str, cue: tuple[Span, ...] = ()
) -> Statement:
    """Make a statement that no word reports."""
    return Statement(
        id="",
        source=source,
        cue=cue,
        content=content,
        form=form_of(cued.doc, content, cued.quoted),
        attitude="report",
        source_actor=None,
        addressee=None,
        said_at=None,
        parent=None,
        block_role=cued.doc.role_at(cued.doc.tokens_in(content[0])[0]),
        rule=rule,
    )
