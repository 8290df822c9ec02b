"""``newsledger events``."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import click

from newsledger.cli.confidence_options import confidence_options, least_of
from newsledger.cli.questions.asking import (
    Answering,
    answer,
    answer_options,
    asked,
    corrections_option,
    day_options,
    tell_waiting,
)
from newsledger.model import Count, Done, HappeningRow, Page
from newsledger.store import MEASURES, STANDINGS, EventQuestion, HappeningQuestion, Measure, Place


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
@click.option("--mentions", is_flag=True, help="Each article's own events, as it tells them.")
@click.option("--count-by", type=click.Choice(MEASURES), help="Count instead of showing.")
@corrections_option
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
    weighted: bool,
    mentions: bool,
    uncorrected: bool,
    least: float | None,
    everything: bool,
    shown: Answering,
    ledger: Place,
) -> None:
    """Show who did what to whom, the newest first.

    A row is one thing in the world, whoever tells of it: with its state as all reports have it, how many of these
    are independent, and how many copies of them. What was planned, denied or only thought of is there, too, unless a
    standing is asked for. With --mentions, or --weighted, a row is an event of one article.
    """
    if weighted and count_by is None:
        raise click.UsageError("--weighted counts; expected --count-by with it")
    given: dict[str, Any] = {
        "actor": actor,
        "recipient": recipient,
        "event_type": event_type.upper() if event_type else None,
        "other_kind": other_kind,
        "mode": mode,
        "country": country.upper() if country and len(country) == 3 else country,
        "since": since,
        "until": until,
        "least": least_of("events", least, everything=everything or weighted),
        "corrections": not uncorrected,
    }
    with asked(ledger) as store:
        if mentions or weighted or tell_waiting(store):
            old = EventQuestion(**given, standing=standing, weighted=weighted)
            rows: Callable[..., Page[Any]] = partial(store.ask_events, old)
            counts: Callable[..., Page[Count]] = partial(store.count_events, old)
            kind: type = Done
        else:
            new = HappeningQuestion(**given, today=_today(), standing=standing)
            rows, counts = partial(store.ask_happenings, new), partial(store.count_happenings, new)
            kind = HappeningRow
        if count_by is None:
            answer(lambda most, place: rows(limit=most, after=place), kind, shown)
            return
        measure = count_by
        answer(lambda most, place: counts(by=measure, limit=most, after=place), Count, shown)


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the reader's own day
