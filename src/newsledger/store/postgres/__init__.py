"""PostgreSQL behind the store: a server, several writers and readers; it alone knows psycopg, an extra."""

from newsledger.store.postgres.database import open_database

__all__ = ["open_database"]
