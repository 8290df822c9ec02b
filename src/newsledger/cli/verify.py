"""``newsledger verify``."""

from collections.abc import Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import IO, Any

import click

from newsledger import codec
from newsledger.cli.opened import opened
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.upkeep.check import Sum, check_ledger, summary
from newsledger.store import Place, is_on_server, without_password
from newsledger.verify import verify as check


class _Checked(click.ParamType[IO[bytes] | str]):
    """A file, or the address of a database."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> IO[bytes] | str:
        """Take an address as it is, and open anything else."""
        if isinstance(value, str) and is_on_server(value):
            return value
        file: IO[bytes] = click.File("rb").convert(value, param, ctx)
        return file


@click.command()
@click.argument("files", nargs=-1, required=True, type=_Checked(), metavar="FILE... | URL | -")
@click.option(
    "--text",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of texts, for records that were written without theirs; joined by hash, whatever the files' names.",
)
def verify(files: tuple[IO[bytes] | str, ...], folder: Path | None) -> None:
    """Check records against their texts: every span's words, every hash, every id.

    FILE holds a record a line, as 'newsledger read' writes it, or one indented record, or is a ledger;
    URL is that of a ledger in PostgreSQL.
    Prints 'N of N receipts hold', and on standard error what does not; the exit code is then 1. Of a
    ledger it also reads the texts out of the kept bytes again, compares every row with its record, and
    checks keys, counts and the index of words.
    """
    texts = _texts(folder) if folder else {}
    receipts = held = problems = ledgers = 0
    for file in files:
        if isinstance(file, str) or _is_database(file):
            total = _check_ledger(file if isinstance(file, str) else Path(file.name))
            receipts, held, problems = receipts + total.receipts, held + total.held, problems + total.problems
            ledgers += 1
            continue
        whole = 0
        for where, line in _records(file):
            try:
                tree = codec.parse(line)
                article = tree.get("article")
                digest = article.get("text_sha256") if isinstance(article, dict) else None
                verdict = check(tree, text=texts.get(str(digest)))
            except NewsledgerError as error:
                problems += 1
                tell(f"{where}: {error}")
                if not whole:
                    break  # a file that begins with no record is another kind of file: once said is enough
                continue
            whole += 1
            receipts += verdict.receipts
            held += verdict.held
            problems += len(verdict.problems)
            for problem in verdict.problems:
                tell(f"{where}: {problem}")
    click.echo(f"{held:,} of {receipts:,} receipts hold")
    if problems or not (receipts or ledgers):
        raise SystemExit(1)


def _is_database(file: IO[bytes]) -> bool:
    return isinstance(file, BufferedReader) and file.peek(16).startswith(b"SQLite format 3\0")


def _check_ledger(place: Place) -> Sum:
    """Check a ledger, tell its problems, and print how much of it there is."""
    total = Sum()
    try:
        with opened(place) as store:
            for problem in check_ledger(store, total):
                tell(f"{without_password(place)}: {problem}")
    except NewsledgerError as error:
        total.problems += 1
        tell(str(error))
        return total
    for line in summary(total):
        click.echo(line)
    return total


def _records(file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Give each record of a file with the name of its place; an indented file is one record."""
    first = file.readline()
    if first.strip() == b"{":
        yield file.name, first + file.read()
        return
    number = 1
    for line in (first, *file):
        if line.strip():
            yield f"{file.name}:{number}", line
        number += 1


def _texts(folder: Path) -> Mapping[str, str]:
    """Read the texts of a folder by their hash; what is no UTF-8 text is passed over."""
    texts = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        try:
            text = path.read_bytes().decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            continue
        texts[codec.text_sha256(text)] = text
    return texts
