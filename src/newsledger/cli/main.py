"""The ``newsledger`` command."""

import logging

import click

from newsledger.cli.add import add
from newsledger.cli.backup import backup
from newsledger.cli.doctor import doctor
from newsledger.cli.failures import failures
from newsledger.cli.forget import forget
from newsledger.cli.questions import actors, events, outlook, search, statements
from newsledger.cli.read import read
from newsledger.cli.schema import schema
from newsledger.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsledger")
def main() -> None:
    """Read news pages and keep the record: who said what, who did what to whom, when, and what is due next."""
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)


main.add_command(add)
main.add_command(failures)
main.add_command(read)
main.add_command(verify)
main.add_command(schema)
main.add_command(doctor)
main.add_command(search)
main.add_command(statements)
main.add_command(events)
main.add_command(outlook)
main.add_command(actors)
main.add_command(backup)
main.add_command(forget)
