"""``newsledger happening``."""

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import explained
from newsledger.cli.questions.asking import asked, day_of, tell_waiting
from newsledger.cli.rows import Form, form_of, format_option, has_colour, print_rows, width
from newsledger.ledger.telling import tell_happening
from newsledger.model import Telling
from newsledger.show import happening_page, json_line
from newsledger.store import Place


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("--today", metavar="DAY", help="The day on which the calendar is read (ISO).  [default: today]")
@click.option("-v", "--verbose", is_flag=True, help="With the words' places.")
@format_option
@ledger_option
def happening(identifier: str, today: str | None, verbose: bool, form: Form | None, ledger: Place) -> None:
    """Tell a happening: its life, what is said of it, and its reports side by side.

    ID is one that 'newsledger events' and 'newsledger outlook' show, or that of an event or expectation. As jsonl it is
    one line with all of it, as csv a row a report.
    """
    with asked(ledger) as store:
        tell_waiting(store)
        told = tell_happening(store, identifier, day_of(today))
    chosen = form_of(form)
    with explained():
        if chosen == "table":
            click.echo(happening_page(told, width=width(), colour=has_colour(), receipts=verbose), nl=False)
        elif chosen == "jsonl":
            click.echo(json_line(told))
        else:
            print_rows(told.tellings, Telling, chosen)
