"""Who is mentioned, who is the same, what code they carry."""

from newsledger.actors.find import find_mentions
from newsledger.actors.holders import OfficeHolders
from newsledger.actors.link import link
from newsledger.actors.other_names import other_names
from newsledger.actors.rules import SCHEMAS, Rules, which_list
from newsledger.actors.sources import name_sources

__all__ = ["SCHEMAS", "OfficeHolders", "Rules", "find_mentions", "link", "name_sources", "other_names", "which_list"]
