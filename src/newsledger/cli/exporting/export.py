"""``newsledger export``."""

from collections.abc import Mapping
from pathlib import Path

import click

from newsledger.cli.exporting.question import question_of
from newsledger.cli.exporting.standings import standing_option, standings_of
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.questions.asking import asked, corrections_option, day_of, tell_waiting
from newsledger.cli.rows import tell
from newsledger.export import FORMS, Ask, Exported, Form
from newsledger.export import export as write
from newsledger.show import phrases
from newsledger.store import Place


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--as", "forms", type=click.Choice(FORMS), multiple=True, required=True, help="In which form; several go."
)
@click.option(
    "--question",
    "parts",
    metavar="WORD=VALUE",
    multiple=True,
    help="Only what was asked for, as actor=FRA, type=CONSULT, from=2018-01-01: the words of 'newsledger events'.",
)
@standing_option("What goes into polecat, gdelt and icews, which know no standing.")
@click.option("--text", "texts", is_flag=True, help="With the articles' whole texts, in csv and parquet.")
@click.option("--today", metavar="DAY", help="The day on which the calendar is read (ISO).  [default: today]")
@corrections_option
@ledger_option
def export(
    folder: Path,
    forms: tuple[Form, ...],
    parts: tuple[str, ...],
    standings: tuple[str, ...],
    *,
    texts: bool,
    today: str | None,
    uncorrected: bool,
    ledger: Place,
) -> None:
    """Write the ledger into files that other programs read, with a codebook, into the folder DIR.

    DIR is new, empty, or that of an earlier export, whose place the new one takes once it is whole. Two exports of one
    ledger and day are the same to the last byte.
    """
    with asked(ledger) as store:
        day = day_of(today).isoformat()
        ask = Ask(
            forms=tuple(dict.fromkeys(forms)),
            today=day,
            question=question_of(parts, day, corrections=not uncorrected),
            standings=standings_of(standings),
            texts=texts,
            corrections=not uncorrected,
        )
        tell_waiting(store)
        done = write(store, folder, ask)
    tell(_told(folder, done))


def _told(folder: Path, done: Exported) -> str:
    files = phrases.count(done.files, "file")
    return f"{folder}: {files}, {done.rows:,} rows, {done.size:,} bytes{_left(done.left)}"


def _left(left: Mapping[Form, int]) -> str:
    """Say how much a form could not take."""
    parts = [
        f"{phrases.count(number, 'happening')} without a code or day left out of {form}"
        for form, number in left.items()
    ]
    return "".join(f"; {part}" for part in parts)
