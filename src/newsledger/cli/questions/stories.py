"""``newsledger stories``."""

import click

from newsledger.cli.questions.asking import (
    Answering,
    answer,
    answer_options,
    asked,
    corrections_option,
    day_options,
    tell_waiting,
)
from newsledger.model import StoryRow
from newsledger.store import Place, StoryQuestion


@click.command()
@click.argument("words", nargs=-1)
@click.option("--articles", type=click.IntRange(min=1), default=2, show_default=True, help="Of at least so many.")
@day_options("on which an article of it came out")
@corrections_option
@answer_options
def stories(
    words: tuple[str, ...],
    articles: int,
    since: str | None,
    until: str | None,
    uncorrected: bool,
    shown: Answering,
    ledger: Place,
) -> None:
    """Show which articles tell of the same, the last told of first.

    WORDS must stand in one of the articles, as in 'newsledger search'. 'newsledger story ID' tells one day by day.
    """
    with asked(ledger) as store:
        question = StoryQuestion(
            about=" ".join(words) or None, since=since, until=until, articles=articles, corrections=not uncorrected
        )
        tell_waiting(store)
        answer(
            lambda most, cursor: store.ask_stories(question, limit=most, after=cursor),
            StoryRow,
            shown,
        )
