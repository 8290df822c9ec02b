"""Which articles and which mentions, across articles, are of one happening."""

from newsledger.stories.copies import find_copies, group_copies

__all__ = ["find_copies", "group_copies"]
