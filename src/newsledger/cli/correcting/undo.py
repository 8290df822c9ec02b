"""``newsledger undo``."""

import click

from newsledger.cli.correcting.judging import judge_of, judge_options
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.questions.asking import asked
from newsledger.cli.rows import tell
from newsledger.ledger.judging.correcting import undo as taken_back
from newsledger.store import Place


@click.command()
@click.argument("correction", metavar="[CORRECTION]", required=False)
@judge_options
@ledger_option
def undo(correction: str | None, by: str | None, why: str | None, ledger: Place) -> None:
    """Take back what was said with 'newsledger correct' or on the pages.

    CORRECTION is the id that 'newsledger corrections' shows; without it, your own last one that stands goes. What stood
    before it stands again. Nothing is deleted: that it was taken back, by whom and why, is kept, and can be undone.
    """
    with asked(ledger) as store:
        made = taken_back(store, correction, judge_of(by, why))
        tell(f"taken back: {made.undoes}; 'newsledger undo {made.id}' brings it back")
