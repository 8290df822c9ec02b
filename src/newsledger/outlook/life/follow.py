"""Follows an expectation through later articles to what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsledger.model import Evidence, Expectation, Life, LifeState, Record, Step, shift_day
from newsledger.outlook.life.awaited import Awaited, awaited
from newsledger.outlook.life.conditions import conditions, failures
from newsledger.outlook.life.document import Document, open_document
from newsledger.outlook.life.keys import worth_reading
from newsledger.outlook.life.match import STRICT, WEAKEST
from newsledger.outlook.life.plans import plans
from newsledger.outlook.life.reports import Finding, reports

#: Days before its last day from which an expectation is due soon.
DUE_SOON = 30
_WAITING = frozenset({"open", "due_soon", "overdue"})
#: Ends that a report of the deed itself still overturns.
_SOFT = frozenset({"withdrawn", "void"})
_DEEDS = frozenset({"kept", "kept_late", "partly_kept", "broken"})
#: Of several findings in one article the deed outranks the plan.
_RANK: tuple[LifeState, ...] = ("kept", "partly_kept", "kept_late", "broken", "superseded", "withdrawn", "void")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Course:
    """What does not change while an expectation is followed."""

    expectation: Expectation
    wanted: Awaited
    own: Evidence
    due_soon: int

    def step(self, at: date | None, state: LifeState, why: str, *reports: Evidence) -> Step:
        """Make a step by rule; its first receipt is what was said to be coming."""
        return Step(at=at, state=state, why=why, receipts=(self.own, *reports), by="rule")


def follow(
    expectation: Expectation,
    record: Record,
    later_records: Iterable[Record],
    today: date,
    *,
    history: Sequence[Step] = (),
    due_soon: int = DUE_SOON,
) -> Life:
    """Follow an expectation through later articles, as far as a day.

    Only a reported event says that it was kept or broken; silence after its last day leaves it
    overdue. The order in which the records are given plays no part; those without a date, those
    older than the expectation, and those of after ``today`` are left out.

    Args:
        expectation: What was said to be coming.
        record: The record that it stands in.
        later_records: Records of later articles.
        today: The day as of which the state is told.
        history: Steps taken before, by rule or by a person. They are kept as they are, in front;
            what a person decided stands until a person decides otherwise.
        due_soon: Days before the last day from which it is due soon.

    Returns:
        The state and all steps to it. A step with ``proposed`` waits for a person and changes nothing.
    """
    document = open_document(record)
    course = _course(expectation, document, due_soon)
    hangs_on = conditions(expectation, document)
    worth = worth_reading((course.wanted, *(one for one, _ in hangs_on)), later_records)
    decided = sorted((step for step in history if step.by != "rule"), key=lambda step: step.at or date.min)
    taken = _replayed(course, document, _documents(document, worth, today), decided, today)
    kept = (*history, *(step for step in taken if step not in history))
    if kept[-1].state != taken[-1].state:  # an older article came in late: the step that holds comes last
        kept = (*kept, taken[-1])
    return Life(expectation=expectation.id, state=taken[-1].state, history=kept)


def tells(expectation: Expectation, record: Record, later: Record) -> bool:
    """Say whether an article tells anything of an expectation, so that it has a part in its life.

    Args:
        expectation: What was said to be coming.
        record: The record that it stands in.
        later: The record of a later article.
    """
    document, other = open_document(record), open_document(later)
    course = _course(expectation, document)
    found = (*_found(course, other), *failures(conditions(expectation, document), other))
    return any(one.score >= WEAKEST for one in found)


def first_states(record: Record) -> dict[str, LifeState]:
    """Say how each expectation of a record begins, by its id: ``open``, or ``unratable`` where nothing can test it."""
    document = open_document(record)
    return {one.id: _first(_course(one, document), document).state for one in record.expectations}


def _course(expectation: Expectation, document: Document, due_soon: int = DUE_SOON) -> _Course:
    return _Course(
        expectation=expectation,
        wanted=awaited(document, expectation),
        own=document.evidence(expectation.id, expectation.action, *expectation.window),
        due_soon=due_soon,
    )


def _documents(document: Document, records: Iterable[Record], today: date) -> list[Document]:
    """Give the later articles that count, each once, oldest first."""
    by_id = {one.article.id: one for one in sorted(records, key=lambda one: one.digest, reverse=True)}
    documents = (open_document(one) for identifier, one in by_id.items() if identifier != document.record.article.id)
    dated = [
        (one.day, one.record.article.id, one)
        for one in documents
        if one.day is not None and one.day <= today and (document.day is None or one.day >= document.day)
    ]
    return [one for _, _, one in sorted(dated, key=lambda row: row[:2])]


def _replayed(
    course: _Course, document: Document, documents: Sequence[Document], decided: Sequence[Step], today: date
) -> list[Step]:
    """Take the steps anew, by day; on one day a person's word comes after the articles."""
    steps = [_first(course, document)]
    hangs_on = conditions(course.expectation, document)
    for one in documents:
        steps += _until(course, steps[-1], one.day or today, through=False)
        if _is_open(steps, decided, one.day):
            found = [*_found(course, one), *failures(hangs_on, one)]
            steps += [step for step in _read(course, steps[-1], one, found) if not _was_asked(steps, step)]
    if not decided:
        return steps + list(_until(course, steps[-1], today, through=True))
    return steps + [step for step in decided if step.at is None or step.at <= today]


def _is_open(steps: Sequence[Step], decided: Sequence[Step], day: date | None) -> bool:
    """Say whether rules may still speak: no person has decided by then, and it can be tested."""
    if steps[-1].state == "unratable":
        return False
    return not any(step.at is None or (day is not None and step.at <= day) for step in decided)


def _was_asked(steps: Sequence[Step], step: Step) -> bool:
    """Say whether a person was asked the same before, on a report at least as sure."""
    return step.proposed is not None and any(
        one.proposed == step.proposed and (one.score or 0.0) >= (step.score or 0.0) for one in steps
    )


def _found(course: _Course, document: Document) -> Iterator[Finding]:
    yield from reports(course.expectation, course.wanted, document)
    yield from plans(course.expectation, course.wanted, document)


def _first(course: _Course, document: Document) -> Step:
    expectation = course.expectation
    loose = expectation.strength == "aspirational" or expectation.window_basis == "vague"
    if loose and not course.wanted.is_testable and expectation.window_basis != "stated":
        return course.step(document.day, "unratable", "nothing to test it by")
    return course.step(document.day, "open", "said to be coming")


def _until(course: _Course, last: Step, day: date, *, through: bool) -> Iterator[Step]:
    """Give the steps that the calendar alone takes before a day, or through it."""
    end = course.expectation.latest
    if end is None or last.state not in ("open", "due_soon"):
        return
    soon = max(shift_day(end, -course.due_soon), last.at or date.min)
    before = day if through else shift_day(day, -1)
    if last.state == "open" and soon <= min(end, before):
        yield course.step(soon, "due_soon", "its last day is near")
    if end < before:
        yield course.step(shift_day(end, 1), "overdue", "its last day passed in silence")


def _read(course: _Course, last: Step, document: Document, found: list[Finding]) -> Iterator[Step]:
    """Give the step that one article leads to: the surest by rule, or else what a person is asked."""
    allowed = [one for one in found if one.score >= WEAKEST and (last.state in _WAITING or one.state in _DEEDS)]
    if not allowed or last.state not in _WAITING | _SOFT:
        return
    sure = [one for one in allowed if one.score >= STRICT]
    # A deed outranks a plan; then the surer, then the earlier in the text.
    best = min(sure or allowed, key=_order)
    step = replace(course.step(document.day, best.state, best.why, best.evidence), score=best.score)
    yield step if sure else replace(step, state=last.state, proposed=best.state)


def _order(finding: Finding) -> tuple[float, int, tuple[int, ...], str]:
    places = tuple(span.start for span in finding.evidence.spans)
    deed = 0 if finding.state in _DEEDS else 1
    return deed, -round(finding.score * 1000), (_RANK.index(finding.state), *places), finding.evidence.finding or ""
