"""``newsledger compare``."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from heapq import nlargest
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click

from newsledger.cli.exporting.standings import standing_option, standings_of
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.questions.asking import asked, tell_waiting
from newsledger.cli.rows import Form, form_of, format_option, print_line, tell, width
from newsledger.export import Agreement, Difference, recognise
from newsledger.export import compare as held_against
from newsledger.show import csv_head, sheet
from newsledger.show.telling.steering import cell
from newsledger.store import Place

#: Rows of each part of a table, unless somebody wants another number.
_TABLE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A difference as a row of a table."""

    only: str
    day: str
    type: str
    pair: str
    ours: str
    words: str


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@standing_option("Which of our happenings count.")
@click.option(
    "--within",
    type=click.IntRange(0, 30),
    default=1,
    show_default=True,
    metavar="DAYS",
    help="So many days may lie between what is one event.",
)
@click.option("--limit", type=click.IntRange(min=1), help=f"Most rows of each part of a table.  [default: {_TABLE}]")
@format_option
@ledger_option
def compare(
    file: Path, standings: tuple[str, ...], within: int, limit: int | None, form: Form | None, ledger: Place
) -> None:
    """Hold FILE against the ledger: POLECAT, ICEWS, GDELT 2.0 events, or a happenings.csv of ours.

    Which it is, its columns tell. Over the days that it has, events are counted by day, type and pair of countries, an
    event once for each pair; then follows what only one side has, with the sentence in which ours is told. As jsonl a
    line is a count (kind agreement) or an event (kind difference); csv has the events alone.
    """
    with asked(ledger) as store:
        tell_waiting(store)
        known = recognise(file)
        made = held_against(store, known, standings=standings_of(standings), within=within)
        tell(f"{file}: read as {known.form}")
        chosen = form_of(form)
        if chosen == "table":
            _show(made.differences(), made.agreements(), limit or _TABLE)
            return
        if chosen == "csv":
            click.echo(csv_head(Difference), nl=False)
        for row in islice(made.differences(), limit):
            print_line(row if chosen == "csv" else {"kind": "difference", **asdict(row)}, chosen)
        if chosen == "jsonl":
            for count in made.agreements():
                print_line({"kind": "agreement", **asdict(count)}, chosen)


def _show(differences: Iterator[Difference], agreements: Iterable[Agreement], limit: int) -> None:
    """Show the counts, those of the most events first, and the first differences of each side."""
    kept: dict[str, list[Difference]] = {"theirs": [], "ours": []}
    for one in differences:
        if len(kept[one.side]) < limit:
            kept[one.side].append(one)
    by_measure: dict[str, list[Agreement]] = {}
    for count in agreements:
        by_measure.setdefault(count.what, []).append(count)
    for counts in by_measure.values():
        most = nlargest(limit, counts, key=lambda count: count.theirs + count.ours)
        click.echo(sheet(sorted(most, key=lambda count: count.value), width=width()))
        if len(counts) > limit:
            tell(f"{limit} of {len(counts):,} rows by {counts[0].what}, those of the most events; --limit gives more")
    click.echo(sheet([_shown(one) for one in chain(*kept.values())], width=width()), nl=False)


def _shown(one: Difference) -> _Shown:
    pair = f"{one.actor or '-'} > {one.recipient or '-'}"
    other: Any = one.otherwise or ""
    return _Shown(
        only=one.side, day=one.day or "", type=one.event_type or "", pair=pair, ours=other, words=cell(one.words or "")
    )
