"""The cells of each kind of answer, in the order in which a reader asks: when, what, who, and the words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from newsledger.model import Correction, Count, Done, Due, Entity, Found, Revision, Said, Share, Sighted
from newsledger.show import phrases
from newsledger.show.answers.cells import (
    date_of,
    day_of,
    headline_of,
    marked_in,
    parties_of,
    quoted,
    receipt_of,
    who_of,
    window_of,
    with_marks,
)
from newsledger.show.answers.grid import TIED, Column, clean, dim, grid
from newsledger.show.answers.told import TOLD_KINDS
from newsledger.show.telling.judged import judged_by, judged_words
from newsledger.show.telling.words import act_of, party_of


def table(rows: Sequence[Any], *, width: int, colour: bool) -> str:
    """Show rows of one kind.

    Args:
        rows: What a ledger answered.
        width: Columns of the terminal; words are wrapped and never cut.
        colour: Use bold and dim letters.
    """
    if not rows:
        return ""
    columns, cells = _kind_of(rows[0])
    return grid(columns, [_with_judged(cells(row), row) for row in rows], width=width, colour=colour)


def _with_judged(cells: list[str], row: Any) -> list[str]:
    """Tell below the words what persons judged of them."""
    lines = [f"{clean(judged_words(one))} {dim(f'({clean(judged_by(one))})')}" for one in getattr(row, "judged", ())]
    return [*cells[:-1], "\n".join((cells[-1], *lines))]


def _kind_of(row: Any) -> tuple[Sequence[Column], "_Cells"]:
    """Give the columns and cells of a row; counts that know of reports and copies tell these, too."""
    if isinstance(row, Count) and row.reports is not None:
        titles = ("Happenings", "Reports", "Copies", "Mentions")
        return (*(Column(title=title, right=True) for title in titles), Column(title="What", share=1)), _reported
    return {**_KINDS, **TOLD_KINDS}[type(row)]


def _found(row: Found) -> list[str]:
    version = "" if row.current else f"version {row.version}, older"
    shown = quoted(with_marks(row.passage.exact, row.passage.start, row.hits))
    lines = [headline_of(row.article), shown, receipt_of(row.article, row.passage, headline=False)]
    lines += [dim(clean(row.article.url))] if row.article.url and row.article.headline else []
    lines += [line for revision in row.revisions for line in _revision(revision)]
    return [date_of(row.article.published), "\n".join(line for line in (version, *lines) if line)]


def _revision(revision: Revision) -> Iterator[str]:
    when = f", {phrases.iso(revision.at)}" if revision.at else ""
    yield f"version {revision.version}{when}: {phrases.count(len(revision.edits), 'change')}"
    for edit in revision.edits:
        gone = f"[gone: {clean(edit.deleted)}]" if edit.deleted.strip() else ""
        come = f"[new: {clean(edit.inserted)}]" if edit.inserted.strip() else ""
        yield " ".join(part for part in ("  …", clean(edit.context), gone, come) if part)


def _said(row: Said) -> list[str]:
    inside = []
    if row.inside is not None:
        who = party_of(clean(row.inside.who or ""), is_name=True)
        outer = f"what {who} says" if who else "another statement"
        inside = [f"inside {outer} ({row.inside.attitude}): {quoted(clean(row.inside.content))}"]
    to = f" to {clean(row.addressee)}" if row.addressee else ""
    said = [quoted(clean(row.content)), *inside, receipt_of(row.article, row.words)]
    return [day_of(row.day, row.article), row.attitude, who_of(row.who, row.country, row.sector) + to, "\n".join(said)]


def _happening(row: Done) -> list[str]:
    actors, recipients = parties_of(row.actors), parties_of(row.recipients)
    parties = f"{actors} → {recipients}" if recipients else actors
    says = f", says {clean(row.reported_by)}" if row.reported_by else ""
    times = f" · told {row.mentions} times" if row.mentions > 1 else ""
    words = f"{quoted(marked_in(row.words))}{says}{times}"
    code = " ".join(part.replace("_", " ") for part in (row.event_type, row.other_kind, row.mode) if part)
    place = f"({clean(row.place)})" if row.place else ""
    return [
        _when(row),
        row.standing,
        act_of(clean(row.words.exact)),
        " ".join(part for part in (parties, place) if part),
        f"{words}\n{receipt_of(row.article, row.words, code=code)}",
    ]


def _when(row: Done) -> str:
    """Give the days that it may be of, as exactly as they are known; that of the report is in brackets."""
    if row.earliest or row.latest:
        return window_of(row.earliest, row.latest)
    return f"({day_of(row.day, row.article)})" if row.day else "not dated"


def _due(row: Due) -> list[str]:
    not_to = "not to: " if row.negated else ""
    lines = [
        not_to + quoted(marked_in(row.words)),
        f"on condition: {quoted(clean(row.condition))}" if row.condition else "",
        _became(row) or clean(row.settled or ""),
        receipt_of(row.article, row.words),
    ]
    firmness = "" if row.strength == "firm" else f"\n{row.strength}"
    kind = row.kind.replace("_", " ") + firmness
    return [
        window_of(row.earliest, row.due) if row.due and _is_whole(row) else date_of(row.due) if row.due else "",
        row.state.replace("_", " "),
        kind,
        party_of(clean(row.holder or ""), is_name=True),
        "\n".join(line for line in lines if line),
    ]


def _is_whole(row: Due) -> bool:
    """Say whether it is due in a month or a year of which no day was named."""
    if row.earliest is None or row.due is None:
        return False
    return bool(phrases.whole(date.fromisoformat(row.earliest), date.fromisoformat(row.due)))


def _became(row: Due) -> str:
    """Say by what it is known what has become of it."""
    since = f"since {date_of(row.since)}" if row.since else ""
    return " · ".join(part for part in (since, clean(row.why or "")) if part) if row.why else ""


def _entity(row: Entity) -> list[str]:
    numbers = (row.articles, row.mentions, row.acted, row.received, row.said)
    lines = [
        who_of(row.name, row.country, row.sector) + f" · {row.kind}",
        f"called {_shares(row.roles)}" if row.roles else "",
        f"with {_shares(row.with_whom)}" if row.with_whom else "",
        dim(clean(row.key)),
        receipt_of(row.article, row.words),
    ]
    return [*(f"{number:,}" for number in numbers), "\n".join(line for line in lines if line)]


def _sighted(row: Sighted) -> list[str]:
    against = row.against
    lines = [
        quoted(marked_in(row.words)),
        receipt_of(row.article, row.words),
        *([f"as {quoted(marked_in(against.words))}", receipt_of(against.article, against.words)] if against else []),
    ]
    name = (
        clean(row.name) if row.rule is None or row.name == row.person_name else clean(f"{row.name} = {row.person_name}")
    )
    return [date_of(row.article.published), name, row.rule or "", "\n".join(lines)]


def _count(row: Count) -> list[str]:
    return [f"{row.happenings:,}", f"{row.mentions:,}", clean(row.name)]


def _reported(row: Count) -> list[str]:
    numbers = (row.happenings, row.reports or 0, row.copies or 0, row.mentions)
    return [*(f"{number:,}" for number in numbers), clean(row.name)]


def _correction(row: Correction) -> list[str]:
    said = row.verdict.replace("_", " ") if row.field is None else f"{row.field.replace('_', ' ')} is wrong"
    what = " · ".join(filter(None, (row.undoes, clean(row.value or ""), row.other and f"and {row.other}")))
    receipt = f"{row.kind}{TIED}{row.finding} · correction{TIED}{row.id}"
    lines = (what, clean(row.why or ""), dim(receipt))
    return [date_of(row.at), clean(row.by), said, "\n".join(line for line in lines if line)]


def _shares(shares: Sequence[Share]) -> str:
    return ", ".join(f"{clean(share.name)} ({share.count:,})" for share in shares)


_Cells = Callable[[Any], list[str]]
_KINDS: Mapping[type, tuple[Sequence[Column], _Cells]] = {
    Found: ((Column(title="Published"), Column(title="Article", share=1)), _found),
    Said: (
        (Column(title="Said"), Column(title="As"), Column(title="By", share=1), Column(title="What", share=3)),
        _said,
    ),
    Done: (
        (
            Column(title="Day"),
            Column(title="Standing"),
            Column(title="Act", share=1),
            Column(title="Who", share=2),
            Column(title="Words", share=5),
        ),
        _happening,
    ),
    Due: (
        (
            Column(title="Due"),
            Column(title="State"),
            Column(title="Kind"),
            Column(title="Who", share=2),
            Column(title="What", share=5),
        ),
        _due,
    ),
    Entity: (
        (
            Column(title="Articles", right=True),
            Column(title="Mentions", right=True),
            Column(title="Acts", right=True),
            Column(title="Receives", right=True),
            Column(title="Says", right=True),
            Column(title="Who", share=1),
        ),
        _entity,
    ),
    Sighted: (
        (
            Column(title="Published"),
            Column(title="Who", share=1),
            Column(title="By"),
            Column(title="Words", share=4),
        ),
        _sighted,
    ),
    Correction: (
        (
            Column(title="Judged"),
            Column(title="By", share=1),
            Column(title="What"),
            Column(title="Of", share=4),
        ),
        _correction,
    ),
    Count: (
        (
            Column(title="Happenings", right=True),
            Column(title="Mentions", right=True),
            Column(title="What", share=1),
        ),
        _count,
    ),
}
