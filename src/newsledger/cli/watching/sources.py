"""``newsledger sources``."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
from click.core import ParameterSource

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.rows import Form, form_of, format_option, tell
from newsledger.cli.whole_help import WholeHelp
from newsledger.errors import NewsledgerError, SourceError
from newsledger.show import csv_of, json_line, phrases, shown
from newsledger.store import Change, Place, Store, Watched
from newsledger.watch.feeds import read_outlines
from newsledger.watch.sources import Health, add_sources, export, health, lone_pages, new_source

_COLUMNS = (
    "address", "state", "format", "title", "rhythm", "due", "good_at", "failures", "status", "reason", "read", "pages",
)  # fmt: skip


@click.group(cls=WholeHelp, invoke_without_command=True)
@click.option("--health", "is_health", is_flag=True, help="Say how the sources fare, those that fail first.")
@ledger_option
@click.pass_context
def sources(ctx: click.Context, is_health: bool, ledger: Place) -> None:
    """Say what 'newsledger watch' looks at: feeds, sitemaps, pages whose links are followed.

    They are kept in the ledger, each with its rhythm, its last result and the reason for that.
    """
    if ctx.get_parameter_source("ledger") is ParameterSource.COMMANDLINE:
        ctx.default_map = {name: {"ledger": ledger} for name in sources.commands}
    if is_health:
        with _told_errors(ledger) as store:
            _tell_health(health(store.watching, _now()))
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@sources.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL | FILE.opml | - ...")
@click.option("--page", "is_page", is_flag=True, help="Each address is an article's, to be read and looked at again.")
@click.option("--allow-private", is_flag=True, help="Take also addresses of this machine and network.")
@ledger_option
def add(urls: tuple[str, ...], is_page: bool, allow_private: bool, ledger: Place) -> None:
    """Add sources by their addresses, or from an OPML file (- for standard input).

    What an address is (RSS, Atom, JSON Feed, a sitemap, a page), the first look at it says.
    """
    kind = "page" if is_page else "source"
    found, refused = [], 0
    with _told_errors(ledger, new=True) as store:
        for url, title, is_listed in _addresses(urls):
            try:
                found.append(new_source(url, _now(), title=title, kind=kind, allow_private=allow_private))
            except SourceError as error:
                # One odd feed of a list of hundreds must not keep the others out.
                if not is_listed:
                    raise
                tell(str(error))
                refused += 1
        new, known = add_sources(store.watching, found)
    told = (f"{new:,} added", f"{known:,} were there" if known else "", f"{refused:,} refused" if refused else "")
    tell(", ".join(filter(None, told)))


@sources.command("list")
@format_option
@ledger_option
def list_(form: Form | None, ledger: Place) -> None:
    """List the sources, each with its rhythm (seconds), its last result and the reason."""
    chosen = form_of(form)
    with _told_errors(ledger) as store:
        found, pages = health(store.watching, _now()), lone_pages(store.watching)
    if chosen == "csv":
        click.echo(csv_of(_COLUMNS), nl=False)
    for one in found:
        click.echo(_row(one, chosen), nl=chosen != "csv")
    if pages:
        tell(f"{pages:,} {'page' if pages == 1 else 'pages'} that no source named, added with --page")
    elif not found:
        tell("nothing is watched; add a source with 'newsledger sources add URL'")


@sources.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--resume", is_flag=True, help="Look at them again.")
@ledger_option
def pause(urls: tuple[str, ...], resume: bool, ledger: Place) -> None:
    """Look at sources no more, until they are resumed; they stay in the list."""
    with _told_errors(ledger) as store:
        for one in _named(store, urls):
            changed = replace(one, state="active" if resume else "paused", due=_now() if resume else None)
            store.watching.keep(Change(changed=(replace(changed, failures=0, reason=None),)))
            tell(f"{'resumed' if resume else 'paused'} {one.address}")


@sources.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@ledger_option
def remove(urls: tuple[str, ...], ledger: Place) -> None:
    """Take sources out of the list; the articles that came from them stay in the ledger."""
    with _told_errors(ledger) as store:
        for one in _named(store, urls):
            store.watching.remove(one.address)
            tell(f"removed {one.address}")


@sources.command("export")
@ledger_option
def export_(ledger: Place) -> None:
    """Write the sources as OPML to standard output, for any reader of feeds."""
    with _told_errors(ledger) as store:
        click.echo(export(store.watching.sources()), nl=False)


@contextmanager
def _told_errors(ledger: Place, *, new: bool = False) -> Iterator[Store]:
    try:
        with opened(ledger, new=new) as store:
            yield store
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def _addresses(urls: tuple[str, ...]) -> Iterator[tuple[str, str | None, bool]]:
    """Give addresses, each with a title where there is one, and whether it is of a list."""
    for url in urls:
        if "://" in url:
            yield url, None, False
            continue
        try:
            data = sys.stdin.buffer.read() if url == "-" else Path(url).read_bytes()
        except OSError as error:
            raise SourceError(
                f"{url}: found no address and no file ({error.strerror}); an address begins with https://", url=url
            ) from error
        outlines = read_outlines(data)
        if outlines is None:
            raise SourceError(
                f"{url}: found no OPML, expected a list of feeds; name addresses with http or https", url=url
            )
        yield from ((one.url, one.title, True) for one in outlines)


def _named(store: Store, urls: tuple[str, ...]) -> Iterator[Watched]:
    known = {one.address: one for one in store.watching.sources()}
    for url in urls:
        found = known.get(url) or known.get(f"{url}/")
        if found is None:
            raise SourceError(
                f"{url}: found no source of this address, expected one as 'sources list' shows it", url=url
            )
        yield found


def _row(one: Health, form: Form) -> str:
    values = {name: getattr(one.source, name, None) for name in _COLUMNS} | {"read": one.read, "pages": one.pages}
    values |= {name: at.isoformat() if (at := getattr(one.source, name)) else None for name in ("due", "good_at")}
    if form == "jsonl":
        return json_line(values)
    if form == "csv":
        return csv_of(values.values())
    every = f"every {(one.source.rhythm or 0) / 60:.0f} min, " if one.source.rhythm else ""
    why = f": {one.source.reason}" if one.source.reason else ""
    named = f" “{one.source.title}”" if one.source.title else ""
    told = f"{one.standing}, {every}{one.read:,} of {one.pages:,} pages read"
    return shown(f"{one.source.address}{named}\n    {one.source.format or 'not looked at'}, {told}{why}")


def _tell_health(found: tuple[Health, ...]) -> None:
    counts = Counter(one.standing for one in found)
    told = [phrases.count(len(found), "source"), *(f"{number:,} {what}" for what, number in counts.most_common())]
    click.echo(shown(", ".join(told)))
    for one in sorted(found, key=lambda one: -one.source.failures):
        if one.standing in {"failing", "ended", "silent"}:
            click.echo(_row(one, "table"))


def _now() -> datetime:
    return datetime.now(UTC)
