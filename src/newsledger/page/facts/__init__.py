"""The fields of an article: from what was given, from markup, from the page's own words."""

from newsledger.page.facts.labelled import LabelledPage, receipts_of
from newsledger.page.facts.origin import read_origin
from newsledger.page.facts.read import read_facts, split_title

__all__ = ["LabelledPage", "read_facts", "read_origin", "receipts_of", "split_title"]
