"""``newsledger outlook``."""

import re
from datetime import date

import click

from newsledger.cli.confidence_options import confidence_options, least_of
from newsledger.cli.questions.asking import Answering, answer, answer_options, asked, corrections_option, tell_waiting
from newsledger.model import Due, HappeningRow
from newsledger.store import HappeningQuestion, OutlookQuestion, Place

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
@click.option(
    "--state", metavar="STATE", help="Only what is planned, dated, moved, happened, denied, called_off …; any for all."
)
@click.option("--kind", metavar="KIND", help="Only a promise, announced_plan, ultimatum, forecast, scheduled_event …")
@click.option("--holder", metavar="NAME", help="Who is to act, or who hopes: a name, or a code (RUS, GOV, RUS GOV).")
@click.option("--mentions", is_flag=True, help="Each article's own expectations, as it tells them.")
@click.option("--today", metavar="DAY", help="The day from which to look (ISO).  [default: today]")
@corrections_option
@confidence_options
@answer_options
def outlook(
    due: int | None,
    overdue: bool,
    state: str | None,
    kind: str | None,
    holder: str | None,
    mentions: bool,
    today: str | None,
    uncorrected: bool,
    least: float | None,
    everything: bool,
    shown: Answering,
    ledger: Place,
) -> None:
    """Show what is due, the next first, and what has become of it.

    A row is one thing that is due, with all that was announced of it: its last day is the one stated last. Without
    --due, --overdue or --state that is all that is still to come; what has no date comes last. Silence past the last
    day is overdue, never called off. What nobody could check is left out, unless --all is given. With --mentions, or a
    --kind, a row is an expectation of one article, in the state of what it tells of.
    """
    day = today or date.today().isoformat()  # noqa: DTZ011 - the reader's own day
    sure = least_of("expectations", least, everything=everything)
    with asked(ledger) as store:
        tell_waiting(store)
        if mentions or kind:
            each = OutlookQuestion(
                today=day,
                due=due,
                overdue=overdue,
                state=state,
                kind=kind,
                holder=holder,
                least=sure,
                everything=everything,
                corrections=not uncorrected,
            )
            answer(
                lambda most, place: store.ask_outlook(each, limit=most, after=place),
                Due,
                shown,
            )
            return
        if overdue and (state is not None or due is not None):
            raise click.UsageError("found several of --due, --overdue and --state, expected one of them")
        whole = HappeningQuestion(
            today=day,
            expected=True,
            due=due,
            state="overdue" if overdue else state,
            holder=holder,
            least=sure,
            everything=everything,
            corrections=not uncorrected,
        )
        answer(
            lambda most, place: store.ask_happenings(whole, limit=most, after=place),
            HappeningRow,
            shown,
        )
