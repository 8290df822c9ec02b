"""Puts statements together: each cue with its content, its source and what the record wants to know of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from newsledger.model import Annotated, Candidate, Span, Statement, Timex
from newsledger.statements.contents import Content, content_of, content_spans
from newsledger.statements.cues import Cue, cue_span, find_cues, light_verb_above, passively_quoted
from newsledger.statements.details import addressee_of, form_of, settled, times_by_verb
from newsledger.statements.quoted.colons import MarkedLine, find_marked_lines
from newsledger.statements.quoted.direct import Given, give_quotations
from newsledger.statements.quoted.interviews import Answer, find_answers
from newsledger.statements.quoted.led import find_led
from newsledger.statements.quoted.quotations import Quoted, find_quotations
from newsledger.statements.rules import Rules
from newsledger.statements.sources import source_of, source_span
from newsledger.statements.speakers import lost_speaker, speaker_beside
from newsledger.statements.syntax import child_by, runs

#: In tokens. What is longer is a table or a list, and would cost the square of its length.
_LONGEST_SENTENCE = 400
#: How words said are governed by their cue.
_SAID = frozenset({"quotation", "clause"})
#: What a cue takes that tells of words said: "she called it a mistake" too.
_REFUSING = frozenset({"deny", "doubt", "reject"})
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})
_REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves"})
_PERSONS = frozenset({"her", "him", "me", "them", "us", "you"})
_ACTING = frozenset({"decide", "order", "plan", "reject"})
_SPOKEN = frozenset({"accuse"})
_SAYING = frozenset({"quotation", "object+quotation", "object+as", "object+name"})
#: What a caption says is the outlet's own.
_SILENT_ROLES = frozenset({"caption"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """An article and what is looked up in it for every statement.

    Attributes:
        cues: The entries met at each token, the longest first; none stands in a quotation.
        speakers: Cues that first of all take a quotation, by their head.
        refusing: Cues of denial or doubt, by their head.
        given: The quotations that a cue has by where they stand.
        owned: The quotations that are given to a cue.
        names: The words of a mention by its head.
        times: The first time that hangs from a verb.
        day_heads: The words that times begin to hang from.
    """

    doc: Annotated
    quoted: Quoted
    cues: Mapping[int, tuple[Cue, ...]]
    speakers: Mapping[int, Cue]
    refusing: frozenset[int]
    given: Given
    owned: frozenset[int]
    names: Mapping[int, Span]
    times: Mapping[int, Timex]
    day_heads: frozenset[int]


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
    cues = {
        head: met
        for head, met in find_cues(doc, rules)
        if quoted.number[head] < 0
        and doc.role_at(head) not in _SILENT_ROLES
        and len(doc.sentence_at(head).indices) <= _LONGEST_SENTENCE
    }
    quoting = {passively_quoted(doc, head) for head in cues}
    cues = {head: met for head, met in cues.items() if head not in quoting}
    starting = {light_verb_above(doc, head) for head in cues}
    speaking = {
        head: cue
        for head, met in cues.items()
        for cue in reversed(met)
        if "quotation" in cue.entry.takes and head not in starting
    }
    reporting = {head: any(map(_tells_words, met)) for head, met in cues.items()}
    given = give_quotations(doc, quoted, speaking, reporting)
    page = _Page(
        doc=doc,
        quoted=quoted,
        cues=cues,
        speakers={head: cue for head, cue in speaking.items() if cue.entry.takes[0] == "quotation"},
        refusing=frozenset(head for head, met in cues.items() if met[0].entry.attitude in _REFUSING),
        given=given,
        owned=frozenset(quoted.number[index] for index in given.tokens()),
        names={mention.head: mention.span for mention in mentions},
        times=times_by_verb(doc, times),
        day_heads=frozenset(
            head for time in times if time.type == "DATE" and (head := doc.head_in(time.span)) is not None
        ),
    )
    lines = (
        (_of_line(page, line), True) for line in find_marked_lines(doc, mentions, rules) if runs(doc, line.content)
    )
    answers = ((_of_answer(doc, answer), True) for answer in find_answers(doc, mentions, quoted))
    found = [*_statements(page), *lines, *answers]
    taken = {quoted.number[index] for one, _ in found for span in one.content for index in doc.tokens_in(span)}
    led = ((_of_line(page, line), True) for line in find_led(doc, mentions, quoted, taken))
    return settled((*found, *led), doc.article.id, doc.text)


def _tells_words(cue: Cue) -> bool:
    return cue.entry.kind == "preposition" or not _SAYING.isdisjoint(cue.entry.takes)


def _statements(page: _Page) -> list[tuple[Statement, bool]]:
    """Give the statement of each cue, and whether it tells of words said.

    The noun of "issued a *warning* that …" is a part of its cue and no second one.
    """
    found = list(_by_cue(page))
    parts = {anchor for cue, _, _ in found for anchor in cue.anchors[1:]}
    return [(statement, told) for cue, statement, told in found if cue.head not in parts]


def _by_cue(page: _Page) -> Iterator[tuple[Cue, Statement, bool]]:
    for head in page.cues:
        found = _with_quotation(page, head) if head in page.given.beside else _by_parse(page, head)
        found = _going_on(page, head, found)
        if found is None or not (spans := content_spans(page.doc, found[1], page.quoted, page.owned)):
            continue
        cue, content = found
        statement = _statement(page, cue, content, spans)
        if not _is_act(page, content, statement):
            yield cue, statement, _tells_of_words(page, cue, content)


def _is_act(page: _Page, content: Content, statement: Statement) -> bool:
    """Say whether a cue tells of an act and of nothing said: "those *who ordered* the attack", "he *dismissed* her"."""
    words = [page.doc.tokens[index].text.lower() for index in sorted(content.tokens)]
    if len(words) == 1 and words[0] in _RELATIVES:
        return True
    if content.take not in ("object", "object+name"):
        return False
    if content.take == "object" and not statement.source:
        return True
    acting = statement.attitude in _ACTING
    if words[0] in _PERSONS and len(words) == 1:
        return acting
    relative = bool(statement.source) and statement.source[0].of(page.doc.text).lower() in _RELATIVES
    return relative and (acting or words[0] in _REFLEXIVES)


def _tells_of_words(page: _Page, cue: Cue, content: Content) -> bool:
    """Say whether a statement tells of words that were said, and not of a hope or an act."""
    if cue.entry.kind == "noun":
        return cue.entry.attitude in _SPOKEN and content.take == "clause"
    return cue.entry.kind == "preposition" or (cue.head in page.speakers and content.take in _SAID)


def _with_quotation(page: _Page, head: int) -> tuple[Cue, Content]:
    cue = next(cue for cue in page.cues[head] if "quotation" in cue.entry.takes)
    return cue, Content(tokens=page.given.beside[head], take="quotation")


def _going_on(page: _Page, head: int, found: tuple[Cue, Content] | None) -> tuple[Cue, Content] | None:
    """Add the quotations in which the speaker of a statement goes on."""
    behind = page.given.behind.get(head)
    if behind is None:
        return found
    if found is None:
        return page.cues[head][0], Content(tokens=behind, take="quotation")
    cue, content = found
    return cue, replace(content, tokens=content.tokens | behind)


def _by_parse(page: _Page, head: int) -> tuple[Cue, Content] | None:
    for cue in page.cues[head]:
        content = content_of(page.doc, cue, page.speakers, page.quoted)
        if content is not None:
            return cue, content
    return None


def _statement(page: _Page, cue: Cue, content: Content, spans: tuple[Span, ...]) -> Statement:
    doc = page.doc
    addressee = addressee_of(doc, cue.head, content.tokens) if cue.entry.kind == "verb" else None
    time = page.times.get(cue.head)
    return Statement(
        id="",
        source=_source(page, cue, content),
        cue=(cue_span(doc, cue, content.link),),
        content=spans,
        form=form_of(doc, spans, page.quoted),
        attitude=cue.entry.attitude,
        source_actor=None,
        addressee=None if addressee is None else source_span(doc, addressee, without=content.tokens),
        said_at=None if time is None or any(span.overlaps(time.span) for span in spans) else time.id,
        parent=None,
        block_role=doc.role_at(cue.head),
        rule=cue.entry.rule,
    )


def _source(page: _Page, cue: Cue, content: Content) -> tuple[Span, ...]:
    lost = lost_speaker(page.doc, cue.head, page.quoted) if cue.head in page.speakers else None
    if lost is not None:
        return (page.doc.cover(lost),)
    source = source_of(page.doc, cue, content.tokens, page.speakers, page.refusing)
    if source is None and cue.head in page.given.beside and child_by(page.doc, cue.head, ("auxpass",)) is None:
        source = speaker_beside(page.doc, cue.head, content.tokens)
    return () if source is None else (_named(page, source, cue.head),)


def _of_line(page: _Page, line: MarkedLine) -> Statement:
    doc = page.doc
    content = (*runs(doc, line.content), *(doc.cover(words) for words in line.more))
    return Statement(
        id="",
        source=(doc.cover(line.source),),
        cue=() if line.mark is None else (doc.tokens[line.mark].span,),
        content=content,
        form=form_of(doc, content, page.quoted),
        attitude="report",
        source_actor=None,
        addressee=None,
        said_at=None,
        parent=None,
        block_role=doc.role_at(line.content[0]),
        rule=line.rule,
    )


def _of_answer(doc: Annotated, answer: Answer) -> Statement:
    return Statement(
        id="",
        source=(answer.speaker,),
        cue=(doc.cover(answer.label),) if answer.label else (),
        content=tuple(map(doc.cover, answer.paragraphs)),
        form="direct",
        attitude="report",
        source_actor=None,
        addressee=None,
        said_at=None,
        parent=None,
        block_role=doc.role_at(answer.paragraphs[0].start),
        rule="statements.answer",
    )


def _named(page: _Page, source: int, cue: int) -> Span:
    """Give the words of a source; a name that the parse cut short is taken whole, a day is none of them."""
    span = source_span(page.doc, source, page.day_heads, cue)
    name = page.names.get(source)
    return name if name is not None and name.holds(span) else span
