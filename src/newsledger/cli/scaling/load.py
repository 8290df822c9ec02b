"""``newsledger load``."""

import click

from newsledger.cli.adding.finish import finish
from newsledger.cli.adding.progress import AddProgress, now, watched
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.scaling.place import PlaceType
from newsledger.intake import Meter
from newsledger.intake.objects import Place as Folder
from newsledger.scale.load import load as load_into
from newsledger.scale.load import loaders
from newsledger.store import Place


@click.command()
@click.argument("folder", metavar="DIR", type=PlaceType(exists=True))
@ledger_option
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that take records apart.  [default: one a core]")
def load(folder: Folder, ledger: Place, jobs: int | None) -> None:
    """Put what 'newsledger run' wrote to DIR into a ledger, which is made where there is none.

    The ledger is the one that 'add --no-bytes' of the same input would make, but that a page that says what an
    earlier one says is another address of that one. Loading twice changes nothing, and a load that was stopped goes
    on where it was. Stories and happenings are grouped in the same pass.
    """
    progress = AddProgress(form=None, drawn=watched(), meter=Meter(), total=0)
    with progress.told(ledger), loaders(folder, jobs=jobs) as crew, opened(ledger, new=True) as store:
        run = store.begin("load", at=now())
        for outcome in load_into(store, folder, crew, run=run):
            progress.tell(outcome)
        finish(store, progress, crew, run=run)
