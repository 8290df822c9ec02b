"""``newsledger verify``."""

from collections.abc import Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import IO

import click

from newsledger import codec
from newsledger.cli.opened import opened
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.check import Sum, check_ledger, summary
from newsledger.verify import verify as check


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.File("rb"), metavar="FILE... | -")
@click.option(
    "--text",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of texts, for records that were written without theirs; joined by hash, whatever the files' names.",
)
def verify(files: tuple[IO[bytes], ...], folder: Path | None) -> None:
    """Check records against their texts: every span's words, every hash, every id.

    FILE holds a record a line, as 'newsledger read' writes it, or one indented record, or is a ledger.
    Prints 'N of N receipts hold', and on standard error what does not; the exit code is then 1. Of a
    ledger it also reads the texts out of the kept bytes again, compares every row with its record, and
    checks keys, counts and the index of words.
    """
    texts = _texts(folder) if folder else {}
    receipts = held = problems = ledgers = 0
    for file in files:
        if _is_database(file):
            total = _check_ledger(Path(file.name))
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


def _check_ledger(path: Path) -> Sum:
    """Check a ledger, tell its problems, and print how much of it there is."""
    total = Sum()
    try:
        with opened(path) as store:
            for problem in check_ledger(store, total):
                tell(f"{path}: {problem}")
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
