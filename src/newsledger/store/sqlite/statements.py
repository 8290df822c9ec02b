"""The SQL of ledger files: what is SQLite's alone, and beside it what both databases share."""

from functools import cache
from importlib.resources import files

from newsledger.store.tables import statements
from newsledger.store.tables.statements import Statements, read_migrations, read_statements


@cache
def load(name: str) -> Statements:
    """Load the statements of one ``.sql`` file."""
    own = files(__package__) / "sql" / f"{name}.sql"
    return read_statements(own) if own.is_file() else statements.load(name)


@cache
def migrations() -> tuple[str, ...]:
    """Give the migrations, each a script, in the order in which they are taken."""
    return read_migrations(files(__package__) / "sql")
