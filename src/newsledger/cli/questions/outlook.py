"""``newsledger outlook``."""

import re
from datetime import date
from pathlib import Path

import click

from newsledger.cli.confidence_options import confidence_options, least_of
from newsledger.cli.questions.asking import answer, answer_options, asked
from newsledger.cli.rows import Form
from newsledger.model import Due
from newsledger.outlook.life import DUE_SOON
from newsledger.store import OutlookQuestion

_DAYS = {"d": 1, "w": 7}


class Days(click.ParamType[int]):
    """A number of days on the command line."""

    name = "days"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read ``30d``, ``30`` or ``4w``."""
        match = re.fullmatch(r"(?P<number>\d{1,6})(?P<unit>[dw]?)", str(value))
        if match is None:
            self.fail(f"found {value!r}, expected a number of days or weeks, such as 30d or 4w", param, ctx)
        return int(match["number"]) * _DAYS[match["unit"] or "d"]


@click.command()
@click.option("--due", type=Days(), metavar="30d", help="Only what is due within so many days (d) or weeks (w).")
@click.option("--overdue", is_flag=True, help="Only what is past its last day, and of which nothing is known.")
@click.option("--state", metavar="STATE", help="Only what is kept, kept_late, broken, withdrawn …; any for all.")
@click.option("--kind", metavar="KIND", help="Only a promise, announced_plan, ultimatum, forecast, scheduled_event …")
@click.option("--holder", metavar="NAME", help="Who is to act, or who hopes: a name, or a code (RUS, GOV, RUS GOV).")
@click.option("--today", metavar="DAY", help="The day from which to look (ISO).  [default: today]")
@confidence_options
@answer_options
def outlook(
    due: int | None,
    overdue: bool,  # noqa: FBT001 - a flag of the command
    state: str | None,
    kind: str | None,
    holder: str | None,
    today: str | None,
    least: float | None,
    everything: bool,  # noqa: FBT001 - a flag of the command
    form: Form | None,
    limit: int | None,
    after: str | None,
    ledger: Path,
) -> None:
    """Show what is due, the next first, and what has become of it.

    Without --due, --overdue or --state that is all that is still to come; what has no date comes last.
    Silence past the last day is overdue, never broken.
    """
    with asked(ledger) as store:
        question = OutlookQuestion(
            today=today or date.today().isoformat(),  # noqa: DTZ011 - the reader's own day
            due=due,
            overdue=overdue,
            state=state,
            kind=kind,
            holder=holder,
            soon=DUE_SOON,
            least=least_of("expectations", least, everything=everything),
        )
        answer(
            lambda most, cursor: store.ask_outlook(question, limit=most, after=cursor),
            Due,
            form=form,
            limit=limit,
            after=after,
        )
