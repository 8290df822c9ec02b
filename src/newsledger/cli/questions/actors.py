"""``newsledger actors``."""

from typing import Any

import click

from newsledger.cli.questions.asking import Answering, answer, answer_options, asked, tell_waiting
from newsledger.model import Entity, Sighted
from newsledger.store import ACTOR_KINDS, ActorQuestion, Place


@click.command()
@click.argument("name", nargs=-1)
@click.option("--kind", type=click.Choice(ACTOR_KINDS), help="Only these; group and role have no names of their own.")
@click.option("--joined", is_flag=True, help="Show where NAME is called what, and why that is one person; so does -v.")
@answer_options
def actors(
    name: tuple[str, ...],
    kind: str | None,
    *,
    joined: bool,
    shown: Answering,
    ledger: Place,
) -> None:
    """Show who is in the articles, how often, as what and with whom; those of the most articles first.

    NAME is a name or a code of a country or sector (RUS, GOV, RUS GOV); without it, everyone who has a name is shown.
    A person is one, however articles spell the name.
    """
    joined = joined or (shown.verbose and bool(name))
    if joined and not name:
        raise click.UsageError("expected a name with --joined")
    with asked(ledger) as store:
        tell_waiting(store)
        question = ActorQuestion(name=" ".join(name) or None, kind=kind)
        ask: Any = store.ask_joined if joined else store.ask_actors
        answer(
            lambda most, cursor: ask(question, limit=most, after=cursor),
            Sighted if joined else Entity,
            shown,
        )
