"""The SQL that is PostgreSQL's alone."""

from functools import cache
from importlib.resources import files

from newsledger.store.tables.statements import Statements, read_migrations, read_statements


@cache
def load(name: str) -> Statements:
    """Load the statements of one ``.sql`` file of this package."""
    return read_statements(files(__package__) / "sql" / f"{name}.sql")


@cache
def migrations() -> tuple[str, ...]:
    """Give the migrations, each a script, in the order in which they are taken."""
    return read_migrations(files(__package__) / "sql")
