"""Where the shards of a run lie in its folder."""

from newsledger.intake.objects import Place
from newsledger.scale.shards import WORK

#: The last thing that a run writes: what it is made of.
RUN = "run.json"


def pages_place(folder: Place, name: str) -> Place:
    """Give the place of a shard of pages."""
    return folder / "pages" / name


def records_place(folder: Place, name: str) -> Place:
    """Give the place of a shard of records."""
    return folder / "shards" / name


def journal_place(folder: Place, name: str) -> Place:
    """Give the place of a shard's journal."""
    return folder / WORK / f"{name}.at"
