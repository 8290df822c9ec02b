"""Find time expressions, date a page that has no date, resolve to values and windows."""

from newsledger.times.dating import date_article
from newsledger.times.find import find
from newsledger.times.resolve import resolve
from newsledger.times.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "date_article", "find", "resolve"]
