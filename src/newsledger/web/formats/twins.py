"""The rows of a view as data: JSON and CSV, of the same names as on the command line."""

from typing import Any

from newsledger.model import Page
from newsledger.show import csv_head, csv_line, json_line

#: So many rows at most; the command line gives all.
MOST = 5_000


def as_json(page: Page[Any]) -> str:
    """Write rows, what there is to know of them, and the cursor that asks for more, as one JSON object."""
    rows = ",\n".join(map(json_line, page.rows))
    tail = json_line({"notes": list(page.notes), "after": page.after})
    return f'{{"rows": [\n{rows}\n], {tail[1:]}\n'


def as_csv(page: Page[Any], kind: type) -> str:
    """Write rows as CSV, with a head."""
    return csv_head(kind) + "".join(map(csv_line, page.rows))
