"""Who does the tasks: processes of this machine, or a cluster."""

from newsledger.scale.engines.engine import Engine, opened

__all__ = ["Engine", "opened"]
