"""The order in which members are taken, whatever order they came in, and who hangs together."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from newsledger.model import Report


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Give each report once, by day and id; those without a day come last."""
    by_id = {report.id: report for report in reports}
    return tuple(sorted(by_id.values(), key=lambda report: (report.day or date.max, report.id)))


def connected(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Give the groups of members that pairs join, directly or over others, in the order of their first members."""
    parent = {member: member for member in members}

    def top(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    place = {member: number for number, member in enumerate(parent)}
    for first, second in pairs:
        low, high = sorted((top(first), top(second)), key=place.__getitem__)
        parent[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for member in place:
        groups[top(member)].append(member)
    return tuple(tuple(group) for group in groups.values())
