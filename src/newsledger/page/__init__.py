"""HTML or a plain-text dump to an Article; the text is made here, once."""

from newsledger.page.read import read_article
from newsledger.page.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "read_article"]
