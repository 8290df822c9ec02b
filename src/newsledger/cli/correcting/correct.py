"""``newsledger correct``."""

from collections import Counter
from pathlib import Path
from typing import get_args

import click

from newsledger.cli.correcting.judging import judge_of, judge_options
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.questions.asking import asked
from newsledger.cli.rows import tell
from newsledger.ledger.judging.correcting import correct as kept
from newsledger.ledger.judging.correcting import take_in
from newsledger.model import Verdict
from newsledger.store import Place
from newsledger.store.corrections import Taken

_VERDICTS = [one for one in get_args(Verdict) if one != "undone"]


@click.command()
@click.argument("finding", metavar="[FINDING]", required=False)
@click.argument("verdict", metavar="[VERDICT]", required=False, type=click.Choice(_VERDICTS))
@click.argument("other", metavar="[ACTOR]", required=False)
@click.option("--field", metavar="FIELD", help="Of what is wrong: which field, as answers name it.")
@click.option("--value", metavar="VALUE", help="What should stand there; several names are parted by semicolons.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Take in what 'newsledger corrections' wrote, or a filled-in sheet of 'newsledger sample'.",
)
@judge_options
@ledger_option
def correct(
    finding: str | None,
    verdict: Verdict | None,
    other: str | None,
    field: str | None,
    value: str | None,
    source: Path | None,
    by: str | None,
    why: str | None,
    ledger: Place,
) -> None:
    """Say what is right or wrong in what was read.

    FINDING is the id of an event, a statement, an expectation or an actor, or of a happening. VERDICT is right; wrong,
    in one --field and to a --value, or as a whole; not_there, where the words tell nothing of the kind; or, of two
    ACTORs, same or other: they are one person, or two.

    The record stays as it is: what you say lies over it, with your name, the time and your reason, and answers show
    both. Each of them can leave it out with --no-corrections. 'newsledger undo' takes it back.
    """
    if (source is None) == (finding is None or verdict is None):
        raise click.UsageError("expected a finding and a verdict, or --from FILE alone")
    with asked(ledger) as store:
        if source is not None:
            _tell_taken(take_in(store, source, judge_of(by, why)))
        elif finding is not None and verdict is not None:
            made = kept(store, (finding, verdict, other), judge_of(by, why), {"field": field, "value": value})
            told = "" if made.finding == finding or made.other else f" (the {made.kind} {made.finding})"
            tell(f"kept as {made.id}{told}: 'newsledger undo {made.id}' takes it back")


def _tell_taken(taken: tuple[Taken, ...]) -> None:
    """Say what came of a file; what is of no finding here is told one by one."""
    for one in taken:
        if one.what == "lost":
            tell(f"{one.correction}: found nothing in the ledger that it is of")
    counts = Counter(one.what for one in taken)
    tell(f"{counts['kept']:,} kept, {counts['known']:,} known, {counts['lost']:,} of nothing in this ledger")
    if counts["lost"]:
        raise SystemExit(1)
