"""``newsledger mirrors``."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsledger.cli.rows import tell
from newsledger.cli.watching.network import NetworkOptions, network_options
from newsledger.cli.whole_help import WholeHelp
from newsledger.errors import NewsledgerError, SourceError
from newsledger.publish import Compared, compare, files_in, read_in
from newsledger.publish import check as signed_by
from newsledger.show import json_line

if TYPE_CHECKING:
    from newsledger.watch.asking import Fetch

#: No file of a site is larger.
_LARGEST = 64 << 20
_SHOWN = 5


@click.group(cls=WholeHelp)
def mirrors() -> None:
    """Compare copies of a published site."""


@mirrors.command()
@click.argument("places", nargs=-1, required=True, metavar="DIR | URL ...")
@click.option(
    "--signers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Who may sign, as ssh-keygen reads it: a name and a public key in each line.",
)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@network_options
def check(places: tuple[str, ...], signers: Path | None, form: str, network: NetworkOptions) -> None:
    """Hold every file of each copy against its manifest, and the copies against the newest of them.

    A folder is read; an address is asked (with the extra 'watch'). It ends with 1 when a copy is behind, lacks a file,
    or has another under its name.
    """
    try:
        with _readers(places, network) as readers:
            found = list(compare(readers, listed=_listed))
            names = {place: _signer(read, signers) for place, read in readers.items()} if signers else {}
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    for one in found:
        _tell(one, form, names)
    if any(one.what != "equal" for one in found) or not all(names.values()):
        sys.exit(1)


def _is_address(place: str) -> bool:
    return place.startswith(("https://", "http://"))


def _listed(place: str) -> Iterator[str] | None:
    return None if _is_address(place) else files_in(Path(place))


@contextmanager
def _readers(places: tuple[str, ...], network: NetworkOptions) -> Iterator[dict[str, Callable[[str], bytes | None]]]:
    with ExitStack() as opened:
        fetcher = network.fetcher() if any(map(_is_address, places)) else None
        if fetcher is not None:
            opened.callback(fetcher.close)
        yield {
            place: _asking(place, fetcher) if fetcher and _is_address(place) else read_in(Path(place))
            for place in dict.fromkeys(places)
        }


def _asking(address: str, fetch: "Fetch") -> Callable[[str], bytes | None]:
    """Get what asks an address for files; what is not there is None, what does not answer is an error."""
    from newsledger.watch.asking import Question  # noqa: PLC0415 - only where an address is asked

    base = address if address.endswith("/") else f"{address}/"

    def read(name: str) -> bytes | None:
        answer = fetch(Question(url=f"{base}{name}", limit=_LARGEST))
        if answer.status is None:
            raise SourceError(f"{base}{name}: {answer.reason or 'no answer'}", url=base)
        return answer.body if answer.status == 200 else None

    return read


def _signer(read: Callable[[str], bytes | None], signers: Path) -> str | None:
    manifest, signature = read("MANIFEST"), read("MANIFEST.sig")
    return signed_by(manifest, signature, signers) if manifest and signature else None


def _tell(one: Compared, form: str, names: dict[str, str | None]) -> None:
    if form == "jsonl":
        click.echo(json_line(one))
        return
    parts: list[str] = [one.what]
    parts += [f"edition {one.edition}"] if one.edition is not None else []
    if one.place in names:
        parts.append(f"signed by {names[one.place]}" if names[one.place] else "signed by none of the signers")
    click.echo(f"{one.place}: {', '.join(parts)}")
    for words, files in (("missing", one.missing), ("altered", one.altered), ("not in its manifest", one.strange)):
        for name in files[:_SHOWN]:
            tell(f"  {words}: {name}")
        if len(files) > _SHOWN:
            tell(f"  {words}: {len(files) - _SHOWN:,} more")
