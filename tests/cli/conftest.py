"""What commands in this process read with: the reader that all tests share, since loading it is the slow part."""

import signal
from collections.abc import Iterator
from typing import Any

import pytest

from newsledger import Reader


@pytest.fixture(scope="session", autouse=True)
def one_reader(reader: Reader) -> Iterator[None]:
    """Load nothing anew for a command that reads as it is shipped; one with its own lists or model loads as ever."""
    load = Reader.load

    def loaded(language: str = "en", **options: Any) -> Reader:
        as_shipped = not any(value for name, value in options.items() if name != "model")
        shared = as_shipped and options.get("model", reader.made_by.model) == reader.made_by.model
        return reader if language == "en" and shared else load(language, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reader, "load", loaded)
        yield


@pytest.fixture(scope="session", autouse=True)
def heard_interrupts() -> None:
    """Let programs that tests start hear Ctrl-C: a shell's background job ignores it, and all that it starts do too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
