"""What an engine is, and how one is chosen."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from newsledger.scale.tasks import Done, RunOptions, Task


class Engine(Protocol):
    """Does tasks, many at once."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks and give what came of each, in any order; no more is taken of them than can be done soon.

        Raises:
            NewsledgerError: Nobody can begin to work.
        """


def opened(
    name: Literal["local", "ray"], options: RunOptions, *, jobs: int | None, address: str | None
) -> AbstractContextManager[Engine]:
    """Have an engine as long as a block lasts.

    Args:
        name: ``local``: processes of this machine. ``ray``: a cluster.
        options: How is read.
        jobs: The most tasks at once; None for one on each core.
        address: Of the cluster; None for one on this machine, that lasts as long as the block.
    """
    if name == "ray":
        from newsledger.scale.engines.cluster import cluster  # noqa: PLC0415 - of the extra "scale"

        return cluster(options, jobs=jobs, address=address)
    from newsledger.scale.engines.local import local  # noqa: PLC0415 - needs no cluster

    return local(options, jobs=jobs)
