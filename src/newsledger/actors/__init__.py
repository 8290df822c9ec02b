"""Who is mentioned, who is the same, what code they carry."""

from newsledger.actors.find import find_mentions, link, name_sources
from newsledger.actors.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "find_mentions", "link", "name_sources"]
