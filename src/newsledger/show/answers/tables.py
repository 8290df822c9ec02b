"""The cells of each kind of answer, in the order in which a reader asks: when, what, who, and the words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from newsledger.model import (
    Correction,
    Count,
    Done,
    Due,
    Entity,
    Found,
    HappeningRow,
    Revision,
    Said,
    Share,
    Sighted,
    StoryRow,
)
from newsledger.show import phrases
from newsledger.show.answers.cells import (
    date_of,
    day_of,
    done_by,
    excerpt,
    handle_of,
    headline_of,
    marked_in,
    parties_of,
    quoted,
    receipt_of,
    reports_of,
    when_of,
    who_of,
    window_of,
    with_marks,
    words_of,
)
from newsledger.show.answers.grid import TIED, Column, clean, dim, grid, styled
from newsledger.show.answers.states import state_of, summed_up
from newsledger.show.telling.columns import wrapped
from newsledger.show.telling.judged import judged_by, judged_words
from newsledger.show.telling.words import act_of, party_of


def table(
    rows: Sequence[Any], *, width: int, colour: bool, receipts: bool = True, ends: tuple[bool, bool] = (True, True)
) -> str:
    """Show rows of one kind below a line that sums them up.

    Args:
        rows: What a ledger answered.
        width: Columns of the terminal.
        colour: Use bold, dim and coloured letters.
        receipts: All that is told of each row, wrapped and never cut, with codes and places; else a line a row.
        ends: There are no rows before these, and none after them.
    """
    if not rows:
        return ""
    columns, cells = _kind_of(rows[0])
    sum_line = summed_up(rows, is_first=ends[0], is_last=ends[1])
    head = "".join(f"{styled(line, colour=colour)}\n" for line in wrapped(sum_line, width)) + "\n" if sum_line else ""
    at = next(number for number, column in enumerate(columns) if column.words)
    laid = [_with_judged(cells(row, brief=not receipts), row, at) for row in rows]
    return head + grid(columns, laid, width=width, colour=colour, brief=not receipts)


def _with_judged(cells: list[str], row: Any, at: int) -> list[str]:
    """Tell below the words what persons judged of them."""
    lines = [f"{clean(judged_words(one))} {dim(f'({clean(judged_by(one))})')}" for one in getattr(row, "judged", ())]
    return [*cells[:at], "\n".join((cells[at], *lines)), *cells[at + 1 :]]


def _kind_of(row: Any) -> tuple[Sequence[Column], "_Cells"]:
    """Give the columns and cells of a row; counts that know of reports and copies tell these, too."""
    if isinstance(row, Count) and row.reports is not None:
        titles = ("Happenings", "Reports", "Copies", "Mentions")
        return (*(Column(title=title, right=True) for title in titles), _WHAT), _reported
    return _KINDS[type(row)]


def _found(row: Found, *, brief: bool) -> list[str]:
    version = f"version {row.version}, older" if not row.current else ""
    told = quoted(with_marks(row.passage.exact, row.passage.start, row.hits))
    lead = " · ".join(part for part in (version, headline_of(row.article)) if part)
    words = words_of(lead, told, receipt_of(row.article, row.passage, headline=False), brief=brief)
    changes = [line for revision in row.revisions for line in _revision(revision)]
    return [date_of(row.article.published), "\n".join([words, *changes]), row.article.id]


def _revision(revision: Revision) -> Iterator[str]:
    when = f", {phrases.iso(revision.at)}" if revision.at else ""
    yield f"version {revision.version}{when}: {phrases.count(len(revision.edits), 'change')}"
    for edit in revision.edits:
        gone = f"[gone: {clean(edit.deleted)}]" if edit.deleted.strip() else ""
        come = f"[new: {clean(edit.inserted)}]" if edit.inserted.strip() else ""
        yield " ".join(part for part in ("  …", clean(edit.context), gone, come) if part)


def _said(row: Said, *, brief: bool) -> list[str]:
    inside = ""
    if row.inside is not None:
        who = party_of(clean(row.inside.who or ""), is_name=True)
        outer = f"what {who} says" if who else "another statement"
        inside = f"inside {outer} ({row.inside.attitude}): {quoted(clean(row.inside.content))}"
    to = f" to {clean(row.addressee)}" if row.addressee else ""
    lead = who_of(row.who, row.country, row.sector, brief=brief) + to
    words = words_of(lead, quoted(clean(row.content)), inside, receipt_of(row.article, row.words), brief=brief)
    return [day_of(row.day, row.article), row.attitude, words, row.article.id]


def _done(row: Done, *, brief: bool) -> list[str]:
    parties = " → ".join(part for part in (parties_of(row.actors), parties_of(row.recipients)) if part)
    lead = (
        act_of(clean(row.words.exact)),
        parties,
        f"in {clean(row.place)}" if row.place else "",
        f"says {clean(row.reported_by)}" if row.reported_by else "",
        f"told {row.mentions} times" if row.mentions > 1 else "",
    )
    receipt = receipt_of(row.article, row.words, code=_code(row))
    words = words_of(_joined(lead), excerpt(row.words, brief=brief), receipt, brief=brief)
    return [when_of(row), state_of(row.standing), words, row.id]


def _happening(row: HappeningRow, *, brief: bool) -> list[str]:
    act, parties = done_by(row)
    since = f"since {date_of(row.since)} · {clean(row.why)}" if row.since and row.why else ""
    counts = reports_of(row.articles, row.reports, row.copies)
    lead = _joined((act, parties, counts if row.articles > 1 else ""))
    receipt = receipt_of(row.article, row.words, code=_code(row))
    told = words_of(lead, excerpt(row.words, brief=brief), since, receipt, dim(f"happening {row.id}"), brief=brief)
    return [when_of(row), state_of(row.state), told, handle_of(row.id)]


def _due(row: Due, *, brief: bool) -> list[str]:
    lead = (
        party_of(clean(row.holder or ""), is_name=True),
        row.kind.replace("_", " "),
        row.strength if row.strength != "firm" else "",
        "not to come" if row.negated else "",
    )
    rest = (
        f"on condition: {quoted(clean(row.condition))}" if row.condition else "",
        _became(row) or clean(row.settled or ""),
        receipt_of(row.article, row.words),
    )
    words = words_of(_joined(lead), excerpt(row.words, brief=brief), *rest, brief=brief)
    due = window_of(row.earliest, row.due) if row.due and row.earliest else date_of(row.due) if row.due else ""
    return [due, state_of(row.state), words, row.id]


def _became(row: Due) -> str:
    """Say by what it is known what has become of it."""
    since = f"since {date_of(row.since)}" if row.since else ""
    return _joined((since, clean(row.why or ""))) if row.why else ""


def _code(row: Done | HappeningRow) -> str:
    return " ".join(part.replace("_", " ") for part in (row.event_type, row.other_kind, row.mode) if part)


def _entity(row: Entity, *, brief: bool) -> list[str]:
    numbers = (row.articles, row.mentions, row.acted, row.received, row.said)
    lead = who_of(row.name, row.country, row.sector, brief=brief) + f" · {row.kind}"
    rest = [
        f"called {_shares(row.roles)}" if row.roles else "",
        f"with {_shares(row.with_whom)}" if row.with_whom else "",
    ]
    if not brief:
        rest += [dim(clean(row.key)), receipt_of(row.article, row.words)]
    return [*(f"{number:,}" for number in numbers), "\n".join(line for line in (lead, *rest) if line)]


def _sighted(row: Sighted, *, brief: bool) -> list[str]:
    against = row.against
    lines = [
        quoted(marked_in(row.words)),
        receipt_of(row.article, row.words),
        *([f"as {quoted(marked_in(against.words))}", receipt_of(against.article, against.words)] if against else []),
    ]
    name = row.name if row.rule is None or row.name == row.person_name else f"{row.name} = {row.person_name}"
    words = words_of(clean(name), *lines, brief=brief)
    return [date_of(row.article.published), row.rule or "", words]


def _story(row: StoryRow, *, brief: bool) -> list[str]:
    counts = _joined((reports_of(row.articles, row.reports, row.copies), phrases.count(row.happenings, "happening")))
    words = words_of(headline_of(row.article), counts, dim(clean(row.article.url or "")), brief=brief)
    return [window_of(row.first_day, row.last_day) if row.first_day else "not dated", words, row.id]


def _count(row: Count, *, brief: bool) -> list[str]:
    return [f"{row.happenings:,}", f"{row.mentions:,}", _named(row, brief=brief)]


def _reported(row: Count, *, brief: bool) -> list[str]:
    numbers = (row.happenings, row.reports or 0, row.copies or 0, row.mentions)
    return [*(f"{number:,}" for number in numbers), _named(row, brief=brief)]


def _named(row: Count, *, brief: bool) -> str:
    """Name what is counted: a type of events by its word; a country's code of three letters is none."""
    is_type = row.name == row.value and row.name.isupper() and len(row.name) > len("GHA")
    return row.name.lower() if brief and is_type else clean(row.name)


def _correction(row: Correction, *, brief: bool) -> list[str]:
    said = row.verdict.replace("_", " ") if row.field is None else f"{row.field.replace('_', ' ')} is wrong"
    what = _joined((row.undoes or "", clean(row.value or ""), f"and {row.other}" if row.other else ""))
    receipt = dim(f"{row.kind}{TIED}{row.finding} · correction{TIED}{row.id}")
    words = words_of(_joined((said, what)), clean(row.why or ""), receipt, brief=brief)
    return [date_of(row.at), clean(row.by), words, row.id]


def _shares(shares: Sequence[Share]) -> str:
    return ", ".join(f"{clean(share.name)} ({share.count:,})" for share in shares)


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)


_Cells = Callable[..., list[str]]
_WHAT, _ID, _ARTICLE = Column(title="What", words=True), Column(title="Id"), Column(title="Article")
_NUMBERS = tuple(Column(title=title, right=True) for title in ("Articles", "Mentions", "Acts", "Receives", "Says"))
_KINDS: Mapping[type, tuple[Sequence[Column], _Cells]] = {
    Found: ((Column(title="Published"), Column(title="Article", words=True), _ID), _found),
    Said: ((Column(title="Said"), Column(title="As"), _WHAT, _ARTICLE), _said),
    Done: ((Column(title="Day"), Column(title="Standing"), _WHAT, _ID), _done),
    HappeningRow: ((Column(title="Day"), Column(title="State"), _WHAT, _ID), _happening),
    Due: ((Column(title="Due"), Column(title="State"), _WHAT, _ID), _due),
    Entity: ((*_NUMBERS, Column(title="Who", words=True)), _entity),
    Sighted: ((Column(title="Published"), Column(title="By"), Column(title="Who", words=True)), _sighted),
    StoryRow: ((Column(title="Days"), Column(title="Story", words=True), _ID), _story),
    Correction: ((Column(title="Judged"), Column(title="By"), _WHAT, _ID), _correction),
    Count: ((*(Column(title=title, right=True) for title in ("Happenings", "Mentions")), _WHAT), _count),
}
