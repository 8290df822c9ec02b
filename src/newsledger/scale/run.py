"""A run: all of the input to shards, by whatever engine; killed, it goes on where it stopped."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatch
from typing import Any, Literal

from newsledger.errors import NewsledgerError
from newsledger.intake.objects import ObjectPath, Place, given_place, place_of
from newsledger.model import Failure
from newsledger.regular import regular
from newsledger.scale.engines import Engine
from newsledger.scale.mirrors import find_mirrors
from newsledger.scale.places import RUN, pages_place, records_place
from newsledger.scale.plan import plan
from newsledger.scale.shards import WORK, manifest_of, name_of, put_json
from newsledger.scale.tables import arrow
from newsledger.scale.tasks import FORMAT, Done, Mirror, RunOptions, Task

try:
    import fcntl
except ModuleNotFoundError:  # a system without it: there two runs at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]  # where there is none

Stage = Literal["pages", "records"]
#: How ``name_of`` names a shard.
_NAME = re.compile(r"[0-9a-f]{20}")
#: Written by a run that begins in an object store, and removed at its end.
_BEGUN = "run.at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a run is.

    Attributes:
        done: Pages of this stage that are done.
        total: All of them, as far as they are known; 0 while they are not.
        again: Those of ``done`` that an earlier run had done.
    """

    stage: Stage
    done: int
    total: int
    again: int


@dataclass(slots=True, kw_only=True)
class Run:
    """What came of a run.

    Attributes:
        shards: Names of the shards of pages and of records, in the order of the input.
        counts: How many pages came to what.
        failures: Files of the input that cannot be read.
        lost: Why there are shards that are not there; run again, they are tried again.
        is_new: Something was done.
    """

    shards: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    is_new: bool = False


def run(
    sources: Iterable[str], folder: Place, options: RunOptions, engine: Engine, tell: Callable[[Step], None]
) -> Run:
    """Turn the input into shards of records in a folder.

    Args:
        sources: Files and folders.
        folder: Where the shards lie; what is there already is not made again.
        options: How is read.
        engine: Who does it.
        tell: Is told how far it is.

    Raises:
        NewsledgerError: Nobody can begin to work, or another run is at work in the folder.
        ValueError: A source is an address that cannot be read; see ``given_place``.
    """
    arrow()
    sources = tuple(sources)
    for source in sources:
        given_place(source)
    with _alone(folder):
        _sweep(folder, "*-*")
        (told,) = engine.run([Task(kind="maker", options=options)])
        if told.maker is None:
            raise NewsledgerError(told.lost or "found nobody who reads")
        outcome = Run()
        pages = _take_in(plan(sources, folder, options, told.maker), engine, tell, outcome)
        if not outcome.lost:
            _read(folder, pages, options, engine, tell, outcome)
        if not outcome.lost:
            _end(folder, options, told.maker, outcome)
            _sweep(folder, "*-*", "*.at")
        return outcome


def _sweep(folder: Place, *patterns: str) -> None:
    """Remove what killed processes have left: shards that are not whole and, at the end, notes of what they did."""
    if isinstance(folder, ObjectPath):
        for file in (folder / WORK).files():
            if any(fnmatch(file.name, pattern) for pattern in patterns):
                file.unlink()
        return
    for path in [one for pattern in patterns for one in (folder / WORK).glob(pattern)]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _take_in(
    tasks: Iterable[Task | Failure], engine: Engine, tell: Callable[[Step], None], outcome: Run
) -> list[tuple[str, int]]:
    """Make the shards of pages, and give their names and how many pages they have, in the order of the input."""
    stage = _Stage(stage="pages", tell=tell, outcome=outcome)

    def known() -> Iterator[Task]:
        for task in tasks:
            if isinstance(task, Failure):
                outcome.failures.append(task)
            elif stage.begin(task, pages_place(place_of(task.folder), task.name)):
                yield task

    for done in engine.run(known()):
        stage.end(done)
    return [(name, stage.counts[name].total()) for name in stage.names if name in stage.counts]


def _read(
    folder: Place,
    pages: Sequence[tuple[str, int]],
    options: RunOptions,
    engine: Engine,
    tell: Callable[[Step], None],
    outcome: Run,
) -> None:
    """Make the shards of records."""
    names = [name for name, _ in pages]
    mirrors = {} if options.parse_copies else find_mirrors(folder, names)
    stage = _Stage(stage="records", tell=tell, outcome=outcome, total=sum(size for _, size in pages))
    tasks = [_reading(folder, name, mirrors.get(name, ()), options) for name in names]
    for done in engine.run(task for task in tasks if stage.begin(task, records_place(folder, task.name))):
        stage.end(done)
    outcome.shards = [(task.pages, task.name) for task in tasks]
    for counts in stage.counts.values():
        outcome.counts += counts


def _reading(folder: Place, pages: str, mirrors: tuple[Mirror, ...], options: RunOptions) -> Task:
    name = name_of(FORMAT, pages, [asdict(mirror) for mirror in mirrors])
    return Task(kind="records", folder=str(folder), name=name, options=options, pages=pages, mirrors=mirrors)


@dataclass(slots=True, kw_only=True)
class _Stage:
    """One stage of a run: which shards it has, and what came of them."""

    stage: Stage
    tell: Callable[[Step], None]
    outcome: Run
    total: int = 0
    done: int = 0
    again: int = 0
    names: dict[str, None] = field(default_factory=dict)
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def begin(self, task: Task, place: Place) -> bool:
        """Say whether a task is to be done: it is not there, and nobody does it already."""
        if task.name in self.names:
            return False
        self.names[task.name] = None
        manifest = manifest_of(place)
        if manifest is None:
            self.outcome.is_new = True
            return True
        self._count(task.name, manifest["counts"])
        self.again += self.counts[task.name].total()
        return False

    def end(self, done: Done) -> None:
        """Take what came of a task."""
        if done.lost is not None:
            self.outcome.lost.append(f"shard {done.name}: {done.lost}")
            return
        self._count(done.name, done.counts)
        self.tell(Step(stage=self.stage, done=self.done, total=self.total, again=self.again))

    def _count(self, name: str, counts: Any) -> None:
        self.counts[name] = Counter(counts)
        self.done += self.counts[name].total()


def _end(folder: Place, options: RunOptions, maker: str, outcome: Run) -> None:
    """Write what the run is made of; it is there when all is."""
    told = {
        "format": FORMAT,
        "made_by": json.loads(maker),
        "size": options.size,
        "parse_copies": options.parse_copies,
        "shards": [{"pages": pages, "records": records} for pages, records in outcome.shards],
        "counts": outcome.counts,
        "failures": [asdict(failure) for failure in outcome.failures],
    }
    if finished(folder) != told:
        outcome.is_new = True
        put_json(folder / RUN, told)


def finished(folder: Place) -> dict[str, Any] | None:
    """Give what a finished run is made of; None where there is none.

    Raises:
        NewsledgerError: It is of another form than this program knows, or names what can be no shard, or nothing
            reads where it should lie.
    """
    try:
        told: dict[str, Any] = json.loads(_told(folder))
        if told["format"] != FORMAT:
            raise NewsledgerError(f"{folder / RUN}: found a run of form {told['format']}, expected {FORMAT}")
        _check_names(told["shards"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NewsledgerError(f"{folder / RUN}: found no run ({error}); remove it and run again") from error
    return told


def _told(folder: Place) -> bytes:
    try:
        return regular(folder / RUN).read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:  # nothing says that there is no run
        raise NewsledgerError(f"{folder / RUN}: cannot be read ({error}); see that it can be, and try again") from error
    except ValueError as error:  # an address that nothing reads
        raise NewsledgerError(str(error)) from error


def _check_names(shards: Iterable[Mapping[str, str]]) -> None:
    """Refuse what no shard is named: what lies at "../x" would be read as one, too."""
    for name in (one[stage] for one in shards for stage in ("pages", "records")):
        if _NAME.fullmatch(name) is None:
            raise ValueError(f"a shard {name!r}, expected 20 hexadecimal digits")


def whole_run(folder: Place) -> dict[str, Any]:
    """Give what a finished run is made of.

    Raises:
        NewsledgerError: There is none.
    """
    told = finished(folder)
    if told is None:
        wanted = "expected the --out of one; 'newsledger run' with the same input finishes one that was stopped"
        raise NewsledgerError(f"{folder}: found no finished run, {wanted}")
    return told


@contextmanager
def _alone(folder: Place) -> Iterator[None]:
    """Keep others from running into the same folder; in an object store, see only that it can be written to.

    Two runs into one place of a store do the same work twice: what both write has the same name and the same bytes.
    """
    if isinstance(folder, ObjectPath):
        try:
            (folder / WORK / _BEGUN).write_bytes(b"")
            yield
        except (OSError, ValueError) as error:
            told = "see that it is there and may be written to, and run the same again"
            raise NewsledgerError(f"{folder}: does not do what is asked: {error}; {told}") from error
        return
    try:
        (folder / WORK).mkdir(parents=True, exist_ok=True)
        file = regular(folder / WORK / "lock").open("w")
    except OSError as error:
        raise NewsledgerError(f"{folder}: cannot be written: {error.strerror or error}; name another folder") from error
    with file:
        try:
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise NewsledgerError(f"{folder}: another run is at work in it; wait for its end") from error
        yield
