"""What a process does: it loads a reader once, and makes shards."""

from collections.abc import Callable
from functools import partial

import msgspec

from newsledger import codec
from newsledger.ledger.crew.logs import open_log
from newsledger.ledger.loaded import load_reader
from newsledger.pipeline import Reader
from newsledger.scale.tasks import Done, RunOptions, Task, lost
from newsledger.scale.work.pages import make_pages
from newsledger.scale.work.records import make_records


def prepare(options: RunOptions) -> Callable[[Task], Done]:
    """Load a reader, once for each process, and give what works with it.

    Raises:
        NewsledgerError: The model or a word list cannot be loaded.
    """
    open_log()
    return partial(perform, load_reader(options.reader))


def perform(reader: Reader, task: Task) -> Done:
    """Do a task; done before, it is not done again. A disk or a store that fails is told, and the shard is lost."""
    if task.kind == "maker":
        maker = codec.dump(msgspec.to_builtins(reader.made_by), sort_keys=True)
        return Done(kind=task.kind, name=task.name, maker=maker)
    try:
        counts = make_pages(reader, task) if task.kind == "pages" else make_records(reader, task)
    except OSError as error:
        return lost(task, f"{task.folder}: {error}")
    return Done(kind=task.kind, name=task.name, counts=counts)
