"""``newsledger schema``."""

import click

from newsledger import codec


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    click.echo(codec.dump(codec.json_schema(), indent=2))
