"""A reader as processes of a crew have it: loaded once, in the server that they are forks of."""

import gc
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from newsledger.language import DEFAULT_PIPELINE
from newsledger.pipeline import Reader

#: Tells the server, when it begins, what its forks will need.
_AHEAD = "NEWSLEDGER_READER_AHEAD"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """What a reader is loaded with; see ``Reader.load``."""

    model: str = DEFAULT_PIPELINE
    lexicons: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()


def ahead(options: ReaderOptions) -> Mapping[str, str]:
    """Give the variables with which a server of forks loads a reader before it has any.

    A fork has its memory and need not load it again. Elsewhere than on Linux libraries of algebra may not be there
    after a fork, and each process loads its own.
    """
    return {_AHEAD: _written(options)} if sys.platform == "linux" else {}


def load_reader(options: ReaderOptions) -> Reader:
    """Give the reader of this process, from the server that it is a fork of where that has such a one.

    Raises:
        NewsledgerError: The model or a word list cannot be loaded.
    """
    loaded = _LOADED.get((_written(options), _content(options)))
    if loaded is not None:
        return loaded
    reader = Reader.load("en", model=options.model, lexicons=options.lexicons, actors=options.actors)
    settle_memory()
    return reader


def settle_memory() -> None:
    """Have the garbage collector pass over all that has been loaded, which is there for good."""
    gc.collect()
    gc.freeze()


def _written(options: ReaderOptions) -> str:
    return json.dumps([options.model, [str(one) for one in options.lexicons], [str(one) for one in options.actors]])


def _content(options: ReaderOptions) -> str:
    """Give a hash of the user's lists: one that was changed meanwhile is read anew."""
    try:
        lists = [path.read_bytes() for path in (*options.lexicons, *options.actors)]
    except OSError:
        return ""  # whoever loads them says what is wrong with them
    return hashlib.sha256(b"\0".join(lists)).hexdigest()


def _load_ahead(written: str | None) -> Mapping[tuple[str, str], Reader]:
    """Load what a server's forks will need; what goes wrong there each of them finds again, and tells."""
    if written is not None:
        with suppress(Exception):
            model, *lists = json.loads(written)
            lexicons, actors = (tuple(map(Path, one)) for one in lists)
            options = ReaderOptions(model=model, lexicons=lexicons, actors=actors)
            return {(written, _content(options)): load_reader(options)}
    return {}


_LOADED: Mapping[tuple[str, str], Reader] = {}
_LOADED = _load_ahead(os.environ.pop(_AHEAD, None))
