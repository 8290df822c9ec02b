"""A number on the command line."""

import math
from typing import Any

import click


class Number(click.FloatRange):
    """A number within bounds; nan, which passes all of click's comparisons, is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Check the number."""
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value} is no number", param, ctx)
        return number
