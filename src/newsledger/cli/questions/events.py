"""``newsledger events``."""

from pathlib import Path

import click

from newsledger.cli.confidence_options import confidence_options, least_of
from newsledger.cli.questions.asking import answer, answer_options, asked, day_options
from newsledger.cli.rows import Form
from newsledger.model import Count, Done
from newsledger.store import MEASURES, STANDINGS, EventQuestion, Measure


@click.command()
@click.option(
    "--actor",
    metavar="NAME",
    help="Who does it: a name, or a code of a country or sector (RUS, RUS? with the inferred, GOV, RUS GOV).",
)
@click.option("--recipient", metavar="NAME", help="To whom; of a reciprocal event each is on either side.")
@click.option("--type", "event_type", metavar="TYPE", help="What it is: a PLOVER type, as CONSULT, or OTHER.")
@click.option("--other-kind", metavar="KIND", help="What an OTHER is: election, trial, disaster …")
@click.option("--mode", metavar="MODE", help="A PLOVER mode, as troops or arrest.")
@click.option("--standing", type=click.Choice(STANDINGS, case_sensitive=False), help="Did it happen?")
@click.option("--country", metavar="CODE", help="Where it happened, as FRA.")
@click.option("--weighted", is_flag=True, help="Count by confidence: how many of all are right, with an interval.")
@day_options("of the event, or of its report")
@click.option("--count-by", type=click.Choice(MEASURES), help="Count instead of showing.")
@confidence_options
@answer_options
def events(
    actor: str | None,
    recipient: str | None,
    event_type: str | None,
    other_kind: str | None,
    mode: str | None,
    standing: str | None,
    country: str | None,
    since: str | None,
    until: str | None,
    count_by: Measure | None,
    weighted: bool,  # noqa: FBT001 - a flag of the command
    least: float | None,
    everything: bool,  # noqa: FBT001 - a flag of the command
    form: Form | None,
    limit: int | None,
    after: str | None,
    ledger: Path,
) -> None:
    """Show who did what to whom, the newest first.

    Rows and counts are distinct happenings, with the number of times that they are told. What was planned,
    denied, alleged or only thought of is there, too, unless a standing is asked for.
    """
    if weighted and count_by is None:
        raise click.UsageError("--weighted counts; expected --count-by with it")
    with asked(ledger) as store:
        question = EventQuestion(
            actor=actor,
            recipient=recipient,
            event_type=event_type.upper() if event_type else None,
            other_kind=other_kind,
            mode=mode,
            standing=standing,
            country=country.upper() if country and len(country) == 3 else country,
            since=since,
            until=until,
            least=least_of("events", least, everything=everything or weighted),
            weighted=weighted,
        )
        if count_by is None:
            answer(
                lambda most, cursor: store.ask_events(question, limit=most, after=cursor),
                Done,
                form=form,
                limit=limit,
                after=after,
            )
            return
        measure = count_by
        answer(
            lambda most, cursor: store.count_events(question, by=measure, limit=most, after=cursor),
            Count,
            form=form,
            limit=limit,
            after=after,
        )
