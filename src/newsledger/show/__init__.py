"""A Record as text, as a page, as annotations, as TimeML; pure functions to strings."""

from newsledger.show.annotation import annotations
from newsledger.show.answers import (
    csv_head,
    csv_line,
    csv_of,
    happening_page,
    json_line,
    sheet,
    story_page,
    table,
    table_of,
)
from newsledger.show.explanation import explanation_text
from newsledger.show.listing import actor_listing, listing, summary
from newsledger.show.reader.page import html_index, html_page
from newsledger.show.settlement import settlement
from newsledger.show.sure import ALL, Floors
from newsledger.show.telling.counts import numbers
from newsledger.show.telling.steering import escaped, plain, shown
from newsledger.show.timeml import timeml

__all__ = [
    "ALL",
    "Floors",
    "actor_listing",
    "annotations",
    "csv_head",
    "csv_line",
    "csv_of",
    "escaped",
    "explanation_text",
    "happening_page",
    "html_index",
    "html_page",
    "json_line",
    "listing",
    "numbers",
    "plain",
    "settlement",
    "sheet",
    "shown",
    "story_page",
    "summary",
    "table",
    "table_of",
    "timeml",
]
