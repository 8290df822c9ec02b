"""``newsledger statements``."""

import click

from newsledger.cli.confidence_options import confidence_options, least_of
from newsledger.cli.questions.asking import Answering, answer, answer_options, asked, corrections_option, day_options
from newsledger.model import Said
from newsledger.store import Place, StatementQuestion


@click.command()
@click.option("--by", metavar="NAME", help="Who says it: a name, a code of a country or sector (RUS, GOV, RUS GOV).")
@click.option("--about", metavar="NAME", help="Who is spoken of, also as 'he' or 'she'; or words of what is said.")
@click.option("--attitude", metavar="ATTITUDE", help="How it is said: deny, promise, warn, report …")
@day_options("on which it was said, or else published")
@click.option("--nested", is_flag=True, help="With statements inside statements, and what they stand in.")
@corrections_option
@confidence_options
@answer_options
def statements(
    by: str | None,
    about: str | None,
    attitude: str | None,
    since: str | None,
    until: str | None,
    nested: bool,
    uncorrected: bool,
    least: float | None,
    everything: bool,
    shown: Answering,
    ledger: Place,
) -> None:
    """Show who said what, the newest first."""
    with asked(ledger) as store:
        question = StatementQuestion(
            by=by,
            about=about,
            attitude=attitude.lower() if attitude else None,
            since=since,
            until=until,
            nested=nested,
            least=least_of("statements", least, everything=everything),
            corrections=not uncorrected,
        )
        answer(
            lambda most, cursor: store.ask_statements(question, limit=most, after=cursor),
            Said,
            shown,
        )
