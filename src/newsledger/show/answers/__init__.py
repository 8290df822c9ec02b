"""What a ledger answers, as tables for a terminal, as lines of JSON and as CSV."""

from newsledger.show.answers.lines import csv_head, csv_line, csv_of, json_line
from newsledger.show.answers.sheet import sheet, table_of
from newsledger.show.answers.tables import table
from newsledger.show.answers.told import happening_page, story_page

__all__ = ["csv_head", "csv_line", "csv_of", "happening_page", "json_line", "sheet", "story_page", "table", "table_of"]
