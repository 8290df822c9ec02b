"""When a page was published and changed, as far as it says so itself."""

from newsledger.page.facts.dating.read import read_clean_date, read_dates

__all__ = ["read_clean_date", "read_dates"]
