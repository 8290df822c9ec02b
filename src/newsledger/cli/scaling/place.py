"""A place for shards that is named on the command line: a folder, or one of an object store."""

from pathlib import Path
from typing import Any

import click

from newsledger.intake.objects import Place, given_place


class PlaceType(click.ParamType[Place]):
    """A folder, or the address of one in an object store.

    Args:
        exists: A folder must be there.
    """

    name = "place"

    def __init__(self, *, exists: bool) -> None:
        self._folder = click.Path(exists=exists, file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """Take a name for what it is; what is refused is not said again."""
        try:
            place = given_place(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if not isinstance(place, Path):
            return place
        folder: Path = self._folder.convert(value, param, ctx)
        return folder
