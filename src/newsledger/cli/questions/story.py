"""``newsledger story``."""

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import explained
from newsledger.cli.questions.asking import asked, corrections_option, tell_waiting
from newsledger.cli.rows import Form, form_of, format_option, has_colour, print_rows, width
from newsledger.ledger.telling import tell_story
from newsledger.model import StoryDay
from newsledger.show import json_line, story_page
from newsledger.store import Place


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("-v", "--verbose", is_flag=True, help="With the words' places, and why each article is in it.")
@corrections_option
@format_option
@ledger_option
def story(identifier: str, verbose: bool, uncorrected: bool, form: Form | None, ledger: Place) -> None:
    """Tell a story day by day, each day in the words of a source, and who told it.

    ID is one that 'newsledger stories' shows, or that of any article. Copies of one text are folded. As jsonl it is one
    line with all of it, as csv a row a day.
    """
    with asked(ledger) as store:
        tell_waiting(store)
        told = tell_story(store, identifier, corrections=not uncorrected)
    chosen = form_of(form)
    with explained():
        if chosen == "table":
            click.echo(story_page(told, width=width(), colour=has_colour(), receipts=verbose), nl=False)
        elif chosen == "jsonl":
            click.echo(json_line(told))
        else:
            print_rows(told.days, StoryDay, chosen)
