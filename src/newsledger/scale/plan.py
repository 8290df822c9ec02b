"""Input to shards: which parts of which files go together."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict

from newsledger.intake import NAMELESS, find_files
from newsledger.intake.cuts import ENDINGS, Cut, cut_file
from newsledger.intake.objects import Place, place_of
from newsledger.model import Failure
from newsledger.regular import regular
from newsledger.scale.shards import name_of, put_json
from newsledger.scale.tasks import FORMAT, Part, RunOptions, Task

_PLAN = "plan"


def plan(sources: Iterable[str], folder: Place, options: RunOptions, maker: str) -> Iterator[Task | Failure]:
    """Say which shards of pages the input is, in its order; a file that cannot be read is a Failure.

    An archive, a file of lines and a table are cut into shards of their own; single pages that follow each other go
    together.

    Args:
        sources: Files and folders.
        folder: That of the run; how a file was cut is kept there.
        options: How it is read.
        maker: What reads, as JSON.
    """
    pages: list[Part] = []
    for source in sources:
        for part in _parts(source, folder, options):
            if isinstance(part, Failure):
                yield part
                continue
            if part.cut.kind == "page":
                pages.append(part)
            if pages and (part.cut.kind != "page" or len(pages) == options.size):
                yield _task(pages, folder, options, maker)
                pages = []
            if part.cut.kind != "page":
                yield _task([part], folder, options, maker)
    if pages:
        yield _task(pages, folder, options, maker)


def _task(parts: Iterable[Part], folder: Place, options: RunOptions, maker: str) -> Task:
    # What is done with copies has no part in what a page is.
    # Seconds may be whole ones: 300 and 300.0 are the same limit, and are to be the same name.
    own = (options.published, options.limit_bytes, float(options.limit_seconds))
    name = name_of(FORMAT, maker, own, [asdict(part) for part in parts])
    return Task(kind="pages", folder=str(folder), name=name, options=options, parts=tuple(parts))


def _parts(source: str, folder: Place, options: RunOptions) -> Iterator[Part | Failure]:
    if not source:
        yield Failure(url="", sha256=None, room="intake", reason=NAMELESS)
        return
    count = 0
    for path in find_files(place_of(source), ENDINGS):
        count += 1
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield from _parts_of(path, folder, options)
        except (OSError, ValueError) as error:
            yield Failure(url=str(path), sha256=None, room="intake", reason=f"cannot be read: {error}; check the path")
    if not count:
        reason = f"found a folder without pages, expected files that end in .html, .txt, {', '.join(ENDINGS)}"
        yield Failure(url=source, sha256=None, room="intake", reason=reason)


def _parts_of(path: Place, folder: Place, options: RunOptions) -> Iterator[Part]:
    """Cut a file; how, is kept by what is in it, so that it is looked through only once."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    kept = folder / _PLAN / f"{sha256}-{options.size}-{options.limit_bytes}.json"
    with suppress(OSError, ValueError, TypeError):
        cuts = [Cut(**cut) for cut in json.loads(regular(kept).read_bytes())]
        yield from (Part(path=str(path), sha256=sha256, cut=cut) for cut in cuts)
        return
    cuts = []
    for cut in cut_file(path, options.size, options.limit_bytes):
        cuts.append(cut)
        yield Part(path=str(path), sha256=sha256, cut=cut)
    if cuts != [Cut(kind="page")]:
        put_json(kept, [asdict(cut) for cut in cuts])
