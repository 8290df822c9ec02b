"""Writes an export: the forms that are asked for, then what tells of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsledger.export.ask import Ask, Form, Scope
from newsledger.export.coded.write import write_dyads, write_gdelt_mentions, write_paired, write_polecat
from newsledger.export.documents import write_annotations, write_calendar, write_citations, write_timeml
from newsledger.export.files.crate import CRATE, crate
from newsledger.export.files.folder import MANIFEST, Folder
from newsledger.export.files.listing import CODEBOOK, codebook
from newsledger.export.files.package import package
from newsledger.export.judged import JudgedDump
from newsledger.export.tables import TABLES, write_tables
from newsledger.store import Store

#: The names of all files that an export may have.
KNOWN = (
    *(f"{name}.{ending}" for name in TABLES for ending in ("csv", "parquet")),
    *("polecat.tsv", "polecat.receipts.jsonl", "icews.tsv", "icews.receipts.jsonl"),
    *("gdelt.export.CSV", "gdelt.mentions.CSV", "gdelt.receipts.jsonl", "dyads.csv"),
    *("due.ics", "articles.csl.json", "annotations", "timeml", CODEBOOK, CRATE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written.

    Attributes:
        files: How many, those of folders of files too.
        rows: Of all tables.
        size: In bytes.
        left: How many happenings a form had no code or day for, by form.
    """

    files: int
    rows: int
    size: int
    left: Mapping[Form, int]


def export(store: Store, path: Path, ask: Ask) -> Exported:
    """Write an export into a folder, all of it or nothing: what was there of an earlier one stays until then.

    Args:
        store: What is exported, as it is at one moment.
        path: The folder: new, empty, or that of an earlier export, whose place this one takes.
        ask: What is exported.

    Raises:
        NewsledgerError: There is something else in the folder, it cannot be written, or a package is missing.
    """
    left: dict[Form, int] = {}
    with Folder(path) as folder:
        # A calendar asks page by page, each in a moment of its own.
        if "ics" in ask.forms:
            write_calendar(folder, store, ask)
        with store.dump(corrections=ask.corrections) as dump:
            scope = Scope.of(JudgedDump.of(dump) if ask.corrections else dump, ask.question)
            for form in ask.forms:
                if form not in ("ics", "ro-crate"):
                    left[form] = _write(folder, store, scope, ask, form)
            _write_codebook(folder)
            last = list(_told(folder, scope, ask))
        folder.finish(KNOWN, last)
    return Exported(
        files=sum(one.parts if one.parts is not None else 1 for one in folder.written) + len(last),
        rows=sum(one.rows or 0 for one in folder.written),
        size=sum(one.size for one in folder.written) + sum(len(text.encode()) for _, text in last),
        left={form: number for form, number in left.items() if number},
    )


def _write(folder: Folder, store: Store, scope: Scope, ask: Ask, form: Form) -> int:
    """Write a form; give how many happenings it has no code or day for."""
    if form == "polecat":
        return write_polecat(folder, scope, ask)
    if form == "gdelt":
        write_gdelt_mentions(folder, scope, ask)
    if form in ("gdelt", "icews"):
        return write_paired(folder, scope, ask, form)
    writers: Mapping[Form, Callable[[], None]] = {
        "csv": lambda: write_tables(folder, scope, ask, "csv"),
        "parquet": lambda: write_tables(folder, scope, ask, "parquet"),
        "dyads": lambda: write_dyads(folder, scope),
        "csl-json": lambda: write_citations(folder, store, scope, ask),
        "annotation": lambda: write_annotations(folder, store, scope),
        "timeml": lambda: write_timeml(folder, store, scope),
    }
    writers[form]()
    return 0


def _write_codebook(folder: Folder) -> None:
    """Write what the columns mean, to be read, where there are any."""
    words = codebook(folder.written)
    if words:
        with folder.file(CODEBOOK, "Codebook: what each column means") as file:
            file.write(words)


def _told(folder: Folder, scope: Scope, ask: Ask) -> Sequence[tuple[str, str]]:
    """Write the files that tell of the others."""
    told = [(MANIFEST, package(folder.written, ask))]
    if "ro-crate" in ask.forms:
        day = max((row["latest"] for row in scope.rows("articles") if row["latest"]), default=None)
        told.append((CRATE, crate(folder.written, list(scope.dump.rows("makers")), day)))
    return told
