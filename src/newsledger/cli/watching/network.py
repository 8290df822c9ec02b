"""What every command that asks the network has in common: who asks, how often, and which addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from newsledger.cli.number import Number
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError

if TYPE_CHECKING:
    from newsledger.watch.fetch import Fetcher

_OPTIONS = (
    click.option(
        "--contact",
        envvar="NEWSLEDGER_CONTACT",
        help="Where a site can complain, an address of mail or of a page; it is told to every host that is asked. "
        "Also read from NEWSLEDGER_CONTACT.",
    ),
    click.option(
        "--delay",
        type=Number(0, 86_400),
        default=2.0,
        show_default=True,
        help="Seconds between two questions to one host; a longer Crawl-delay of its robots.txt counts.",
    ),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Ask also addresses of this machine and network, and any port: only for sources that you trust.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkOptions:
    """The options of ``network_options``."""

    contact: str | None
    delay: float
    allow_private: bool

    def fetcher(self) -> "Fetcher":
        """Give what asks the network.

        Raises:
            NewsledgerError: The extra is not installed.
        """
        need_extra()
        from newsledger.watch.fetch import Fetcher  # noqa: PLC0415 - it is not there without the extra

        if not self.contact:
            tell("say with --contact, or NEWSLEDGER_CONTACT, where a site can complain; who does not is soon kept out")
        contact = f" (+{_plain(self.contact)})" if self.contact else ""
        return Fetcher(user_agent=f"newsledger/{version('newsledger')}{contact}", allow_private=self.allow_private)


def need_extra() -> None:
    """See to it that what asks the network is installed.

    Raises:
        NewsledgerError: It is not.
    """
    missing = next((name for name in ("httpx", "protego") if find_spec(name) is None), None)
    if missing:
        told = f"found no {missing}, which asking the network needs; install it with: pip install 'newsledger[watch]'"
        raise NewsledgerError(told)


def network_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of asking, as one argument ``network``."""

    @wraps(command)
    def with_options(**given: Any) -> None:
        network = NetworkOptions(**{name: given.pop(name) for name in NetworkOptions.__slots__})
        command(**given, network=network)

    decorated: Callable[..., None] = with_options
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _plain(contact: str) -> str:
    return "".join(letter for letter in contact if letter.isascii() and letter.isprintable() and letter not in "()")
