"""``newsledger search``."""

import click

from newsledger.cli.questions.asking import Answering, answer, answer_options, asked, day_options
from newsledger.model import Found
from newsledger.store import Place, SearchQuestion


@click.command()
@click.argument("words", nargs=-1, required=True)
@day_options("of publication")
@click.option("--publisher", metavar="NAME", help="Only of publishers with these words in their name.")
@click.option("--versions", is_flag=True, help="Look through older versions, too, and show what each one changed.")
@answer_options
def search(
    words: tuple[str, ...],
    since: str | None,
    until: str | None,
    publisher: str | None,
    versions: bool,
    shown: Answering,
    ledger: Place,
) -> None:
    """Find articles by their words, the newest first.

    All WORDS must be there. "words in a row" go into quotation marks (and all into single ones, for the
    shell); begin* finds every word that begins so; AND, OR, NOT and brackets join; headline:word looks in one
    field: headline, body, caption, byline or publisher. Only words of the article are searched, never menus.
    """
    with asked(ledger) as store:
        question = SearchQuestion(
            words=" ".join(words), since=since, until=until, publisher=publisher, versions=versions
        )
        answer(
            lambda most, cursor: store.ask_search(question, limit=most, after=cursor),
            Found,
            shown,
        )
