"""Questions in SQL over the tables of a run: they read these and nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.intake.objects import ObjectPath, Place
from newsledger.regular import regular
from newsledger.scale.places import records_place
from newsledger.scale.run import whole_run
from newsledger.scale.tables import columns, tables

_MANY = 1_000
#: Megabytes that a question may take; DuckDB by itself would take four fifths of the machine's memory.
MEMORY = 4_096
_TYPES = {"text": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN"}


@contextmanager
def query(folder: Place, sql: str, *, memory: int = MEMORY) -> Iterator[tuple[Sequence[str], Iterator[Sequence[Any]]]]:
    """Ask a finished run: give the names of the columns, and the rows.

    Each table is a view over the shards of the run. Nothing can be written, no other file read, no network asked.

    Args:
        folder: That of the run.
        sql: One SELECT, as DuckDB has it.
        memory: The most that DuckDB may take to answer, in megabytes; rows that it has given are not counted.

    Raises:
        NewsledgerError: There is no finished run, the question is none, or DuckDB cannot answer it, or not with
            so much memory.
    """
    duckdb = _duckdb()
    shards = [records_place(folder, one["records"]) for one in whole_run(folder)["shards"]]
    # A folder of its own for what does not fit into memory would be written to.
    settings = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "temp_directory": "",
        "memory_limit": f"{memory}MB",
    }
    connection = duckdb.connect(":memory:", config=settings)
    try:
        with _told(duckdb, memory):
            _refuse_others(duckdb, connection, sql)
            _show(connection, shards)
            asked = connection.execute(sql)
            yield [column[0] for column in asked.description], _rows(duckdb, asked, memory)
    finally:
        connection.close()


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - of the extra "scale"
    except ImportError as error:
        told = "found no duckdb, which answers in SQL; install it with: python -m pip install 'newsledger[scale]'"
        raise NewsledgerError(told) from error
    return duckdb


def _refuse_others(duckdb: Any, connection: Any, sql: str) -> None:
    """Refuse what is no question: a COPY may write into the very files that it may read."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise NewsledgerError("found something else than one SELECT; only questions can be asked")


def _show(connection: Any, shards: Sequence[Place]) -> None:
    """Make a view of each table, and shut the door behind us."""
    allowed: list[str] = []
    for table in tables():
        files = [shard / f"{table}.parquet" for shard in shards]
        stored = [file for file in files if isinstance(file, ObjectPath)]
        if stored:
            connection.register(table, _dataset(stored))
            continue
        names = [_name(file) for file in files if isinstance(file, Path)]
        _view(connection, table, names)
        allowed += names
    connection.execute("SET allowed_paths = ?", [allowed])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _name(file: Path) -> str:
    try:
        return str(regular(file).absolute())
    except OSError as error:
        raise _not_whole(file, error) from error


def _not_whole(file: Place, error: Exception) -> NewsledgerError:
    return NewsledgerError(f"{file}: found no whole table ({error}); remove its folder and run again")


def _dataset(files: Sequence[ObjectPath]) -> Any:
    """Give files of an object store as a table; of them is read what a question needs."""
    from pyarrow.dataset import dataset  # noqa: PLC0415 - of the extra "scale"

    try:
        return dataset([file.store[1] for file in files], format="parquet", filesystem=files[0].store[0])
    except (OSError, ValueError, TypeError) as error:
        raise _not_whole(files[0], error) from error


def _view(connection: Any, table: str, files: Sequence[str]) -> None:
    if not files:  # a run of nothing: the tables are there, and empty
        names = ", ".join(f'CAST(NULL AS {_TYPES[kind]}) AS "{name}"' for name, kind in columns()[table].items())
        connection.execute(f"CREATE VIEW {table} AS SELECT {names} WHERE false")
        return
    listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    # A view takes no parameters; the names are our own.
    connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet([{listed}])")  # noqa: S608 - see above


def _rows(duckdb: Any, asked: Any, memory: int) -> Iterator[Sequence[Any]]:
    while True:
        with _told(duckdb, memory):
            rows = asked.fetchmany(_MANY)
        if not rows:
            return
        yield from rows


@contextmanager
def _told(duckdb: Any, memory: int) -> Iterator[None]:
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        advice = "ask for fewer rows or columns, or allow more with --limit-memory"
        raise NewsledgerError(f"the question needs more than {memory} MB of memory; {advice}") from error
    except duckdb.Error as error:
        raise NewsledgerError(f"DuckDB does not answer: {error}") from error
