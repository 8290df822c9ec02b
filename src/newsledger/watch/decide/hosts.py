"""When a whole host wants to be left alone."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from newsledger.watch.asking import Answer
from newsledger.watch.decide.context import Context
from newsledger.watch.manners import retry_after

_BUSY = (429, 503)


def host_free(host: str, answer: Answer, context: Context) -> Mapping[str, datetime]:
    """Say when a host that is too busy wants to be asked again, for anything."""
    seconds = retry_after(answer.headers, context.now) if answer.status in _BUSY else None
    return {host: context.now + timedelta(seconds=seconds)} if seconds else {}
