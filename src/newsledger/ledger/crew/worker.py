"""What one process of a crew does: it takes tasks, works, and says what came of it."""

import logging
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import Any

from newsledger.errors import NewsledgerError

log = logging.getLogger(__name__)


def serve(pipe: "Connection[Any, Any]", prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Work until the other end of the pipe is gone.

    It says ``ready`` or ``unable`` first, then for each task ``done`` with its result or ``fault`` with
    what went wrong, in the order of the tasks. The pipe is read and written beside the work: otherwise
    both ends might wait for each other.
    """
    # Whoever started us hears of Ctrl-C too, and ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks: SimpleQueue[Any] = SimpleQueue()
    said: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=lambda: _receive(pipe, tasks), daemon=True).start()
    try:
        work = prepare()
    except (NewsledgerError, ValueError) as error:
        _tell(pipe, ("unable", str(error)))
        threading.Event().wait()  # until it has been heard, and the pipe is closed
    # Said before any work is begun: who dies of the first task was ready for it.
    _tell(pipe, ("ready", None))
    threading.Thread(target=lambda: _send(pipe, said), daemon=True).start()
    while True:
        said.put(_work(work, tasks.get()))


def _tell(pipe: "Connection[Any, Any]", message: tuple[str, str | None]) -> None:
    try:
        pipe.send(message)
    except OSError:
        os._exit(0)


def _work(work: Callable[[Any], Any], task: Any) -> Any:
    try:
        return ForkingPickler.dumps(("done", work(task)))
    except Exception as error:  # a fault of ours must not end the others' work
        log.exception("working on a task failed")
        return ForkingPickler.dumps(("fault", f"{type(error).__name__}: {error}; please report it"))


def _receive(pipe: "Connection[Any, Any]", tasks: "SimpleQueue[Any]") -> None:
    try:
        while True:
            tasks.put(pipe.recv())
    except (EOFError, OSError):
        # Nobody is there any more to take a result.
        os._exit(0)


def _send(pipe: "Connection[Any, Any]", said: "SimpleQueue[Any]") -> None:
    try:
        while True:
            pipe.send_bytes(said.get())
    except OSError:
        os._exit(0)
