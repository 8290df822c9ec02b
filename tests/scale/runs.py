"""What tests of runs share: an engine in this process, and inputs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from intake.archive import http, warc
from newsledger import Reader
from newsledger.scale.run import Run, Step, run
from newsledger.scale.tasks import Done, RunOptions, Task, lost
from newsledger.scale.work.perform import perform

SENTENCES = (
    "Keeper {name} said on Tuesday that the {thing} would open again in May after a long repair.",
    "The council of Orlow rejected the plan of the harbour master for a second {thing} near pier {number}.",
    "Engineers had warned in March that the walls of the {thing} were too weak for {number} lorries a day.",
    "Minister {name} promised the towns along the river {number} million euros for the {thing} by June.",
)
THINGS = ("lock", "bridge", "ferry", "tunnel", "market", "canal")
NAMES = ("Anna Berg", "Jonas Wirt", "Clara Sund", "Peter Moll", "Ida Kran", "Emil Hauk")


def words(number: int) -> list[str]:
    """Write an article's paragraphs; each number gives others."""
    values = {"name": NAMES[number % 6], "thing": THINGS[number // 6 % 6], "number": 100 + number}
    return [sentence.format(**values) for sentence in SENTENCES]


def html(paragraphs: Iterable[str], headline: str) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<title>{headline}</title><meta property='article:published_time' content='2024-03-05'>"
    return (
        f"<html lang='en'><head>{head}</head><body><article><h1>{headline}</h1>{body}</article></body></html>".encode()
    )


def page(number: int, *, text: int | None = None, host: str = "a") -> bytes:
    """Write a record of an archive; ``text`` is the number of the article that it shows."""
    shown = number if text is None else text
    headline = f"Town argues about its {THINGS[shown // 6 % 6]}, report {100 + shown}"
    return warc(http(html(words(shown), headline)), f"https://{host}.example/{number}")


def archive(path: Path, *pages: bytes) -> Path:
    path.write_bytes(b"".join(pages))
    return path


@dataclass(slots=True)
class Here:
    """Does tasks in this process, and remembers which; ``dies`` ends the run at the task of that number."""

    reader: Reader
    dies: int | None = None
    lose: int | None = None
    done: list[Task] = field(default_factory=list)

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        for task in tasks:
            self.done.append(task)
            if len(self.done) == self.dies:
                raise KeyboardInterrupt
            yield lost(task, "it was lost") if len(self.done) == self.lose else partial(perform, self.reader)(task)

    @property
    def kinds(self) -> list[str]:
        return [task.kind for task in self.done if task.kind != "maker"]


def made(
    reader: Reader, source: Path, out: Path, *, size: int = 2, engine: Here | None = None, **options: object
) -> Run:
    """Run over a source, in this process."""
    steps: list[Step] = []
    given = RunOptions(size=size, **options)  # type: ignore[arg-type]  # the options of a run
    return run([str(source)], out, given, engine or Here(reader), steps.append)


def contents(out: Path) -> dict[str, bytes]:
    """Give every file of a run, without what only helps it on its way."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.relative_to(out).parts[0] != "work"
    }
