"""``newsledger corrections``."""

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.questions.asking import asked
from newsledger.cli.rows import Form, form_of, format_option, has_colour, print_rows, tell, width
from newsledger.model import Correction
from newsledger.show import table
from newsledger.store import Place
from newsledger.store.corrections import scores
from newsledger.store.sampling import Score


@click.command()
@click.argument("finding", metavar="[FINDING]", required=False)
@click.option("--standing", is_flag=True, help="Only those that stand.")
@click.option("--score", "scored", is_flag=True, help="How many of the findings that were judged are right.")
@format_option
@ledger_option
def corrections(finding: str | None, standing: bool, scored: bool, form: Form | None, ledger: Place) -> None:
    """Show what was judged of findings, by whom, when and why, in its order.

    With FINDING, what stands of it. What is printed as jsonl or csv can be taken in elsewhere with 'newsledger correct
    --from FILE': ids of findings are the same in every ledger that has the page.

    With --score, the share that is right, with a 95% interval (Wilson's), over all and by kind. What is judged on the
    pages is what is doubtful: of the ledger as a whole a sheet of 'newsledger sample' says more.
    """
    with asked(ledger) as store:
        stands = store.corrections.standing
        if scored:
            found = tuple(scores(one for ones in stands().values() for one in ones))
            print_rows(found, Score, form)
            if not found:
                tell("nothing was judged yet; 'newsledger correct' keeps what you judge")
            return
        log = store.corrections.log()
        if standing or finding is not None:
            of = None if finding is None else [store.corrections.subject(finding)[0]]
            kept = {one.id for ones in stands(of).values() for one in ones}
            log = (one for one in log if one.id in kept)
        rows = tuple(log)
        if form_of(form) == "table":
            click.echo(table(rows, width=width(), colour=has_colour()), nl=False)
        else:
            print_rows(rows, Correction, form)
        if not rows:
            tell("nothing found")
