"""A record with some fields changed, for places where there are hundreds to a page."""

from collections.abc import Callable, Hashable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

Kept = TypeVar("Kept")


def altered(record: Kept, **changes: Any) -> Kept:
    """Give a record with some fields changed: ``dataclasses.replace``, which looks at each field anew each time."""
    names, values = _fields(cast("Hashable", type(record)))
    return type(record)(**dict(zip(names, values(record), strict=True)) | changes)


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Give the names of a record's fields, of which there are two or more, and what reads them all at once."""
    names = tuple(field.name for field in fields(cast("Any", kind)))
    return names, attrgetter(*names)
