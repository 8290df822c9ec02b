"""Find time expressions, date a page that has no date, resolve to values and windows."""

from newsledger.times.find import date_article, find, resolve
from newsledger.times.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "date_article", "find", "resolve"]
