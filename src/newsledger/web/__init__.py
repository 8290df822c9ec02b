"""Pages over a ledger: a site for one machine, made on the server; it only reads, unless somebody may correct."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsledger.web.app import Settings, Writing, application

__all__ = ["Settings", "Writing", "application"]


def __getattr__(name: str) -> Any:
    # The pages are also published by those who have no server installed: it is loaded where it is asked for.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newsledger.web import app  # noqa: PLC0415 - see above

    return getattr(app, name)
