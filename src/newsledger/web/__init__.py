"""Pages over a ledger: a site for one machine, made on the server, that only reads."""

from newsledger.web.app import Settings, application

__all__ = ["Settings", "application"]
