"""``newsledger actors``."""

from pathlib import Path

import click

from newsledger.cli.questions.asking import answer, answer_options, asked
from newsledger.cli.rows import Form
from newsledger.model import Entity
from newsledger.store import ACTOR_KINDS, ActorQuestion


@click.command()
@click.argument("name", nargs=-1)
@click.option("--kind", type=click.Choice(ACTOR_KINDS), help="Only these; group and role have no names of their own.")
@answer_options
def actors(
    name: tuple[str, ...], kind: str | None, form: Form | None, limit: int | None, after: str | None, ledger: Path
) -> None:
    """Show who is in the articles, how often, as what and with whom; those of the most articles first.

    NAME is a name or a code of a country or sector (RUS, GOV, RUS GOV); without it, everyone who has a name is shown.
    """
    with asked(ledger) as store:
        question = ActorQuestion(name=" ".join(name) or None, kind=kind)
        answer(
            lambda most, cursor: store.ask_actors(question, limit=most, after=cursor),
            Entity,
            form=form,
            limit=limit,
            after=after,
        )
