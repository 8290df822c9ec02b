"""A record as mentions are made of it: its words, its days, what its words say of an act, and which word is the act."""

from newsledger.stories.happenings.reading.actions import act_in
from newsledger.stories.happenings.reading.article import Reading

__all__ = ["Reading", "act_in"]
